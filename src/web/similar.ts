import { Hono } from 'hono'
import { similarList } from '../../views/article/similar.ts'
import type { Typed } from '../../views/frame.ts'
import { similarPage, similarToClaim as similarPart } from '../../views/similar/claim.ts'
import { findClaim } from '../desk/deciding.ts'
import { languageTyped } from '../desk/figures.ts'
import { sensesOf } from '../desk/linking.ts'
import { similarTo, similarToClaim } from '../desk/similar.ts'
import { demand, has } from '../domain/member.ts'
import { hindrances } from '../domain/moving.ts'
import { language } from '../domain/parse.ts'
import { openStages } from '../domain/stage.ts'
import type { Env, Page } from './env.ts'
import { idOf, oneOf } from './form.ts'
import { asksForPart, frameOf, memberOf } from './frame.ts'

export const similarRoutes = new Hono<Env>()

/** More than the longest statement, and than most passages; the rest says nothing new. */
const ENOUGH = 2000

/**
 * What the desk has that speaks of the same thing as the statement in a form.
 * @param otherwise the language, where the form does not name one and the words do not tell
 */
export async function similarIn(c: Page, given: Typed, otherwise: string) {
  const statement = oneOf(given.statement).slice(0, ENOUGH)
  const named = language.safeParse(oneOf(given.language))
  const written = languageTyped(statement, named.data ?? otherwise)
  return similarTo(c.get('desk'), memberOf(c), statement, written)
}

/** The same for a claim that no article carries; asked for as a page, it is the form. */
similarRoutes.get('/claims/similar', async (c) => {
  demand(memberOf(c), 'viewer')
  if (!c.req.header('HX-Request')) return c.redirect('/claims/new', 303)
  const similar = await similarIn(c, c.req.query(), 'en')
  return c.html(similarList(await frameOf(c), { similar, same: null }))
})

/** What is similar to a claim on the desk: what its page asks for once it is there, and a page of its own. */
similarRoutes.get('/claims/:id/similar', async (c) => {
  const member = memberOf(c)
  demand(member, 'viewer')
  const desk = c.get('desk')
  const { claim, standing } = await findClaim(desk, idOf(c))
  const [similar, linked] = await Promise.all([
    similarToClaim(desk, member, claim),
    sensesOf(desk, claim.id),
  ])
  const setAside = hindrances(claim, standing, { member }).set_aside === null
  const link = has(member, 'checker')
  const addEvidence = link && openStages.includes(claim.stage)
  const props = { claim, similar, linked, may: { link, setAside, addEvidence } }
  const frame = await frameOf(c)
  return c.html(asksForPart(c) ? similarPart(frame, props) : similarPage(frame, props))
})
