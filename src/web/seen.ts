import { Hono } from 'hono'
import { articlePage } from '../../views/article.ts'
import type { Typed } from '../../views/frame.ts'
import { seenRows } from '../../views/seen/article.ts'
import { seenPage } from '../../views/seen/page.ts'
import { openArticle } from '../desk/reader.ts'
import { seenInArticle, seenInText } from '../desk/seen.ts'
import { demand, has } from '../domain/member.ts'
import { id } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { statusOf } from './errors.ts'
import { idOf, readForm } from './form.ts'
import { asksForPart, frameOf, memberOf } from './frame.ts'

export const seenRoutes = new Hono<Env>()

/** How long one step looks for what was seen before, and how long a page does, in milliseconds. */
const STEP = 250
const PAGE = 1500

const counted = (text: string | undefined): number => {
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 ? number : 0
}

/**
 * Which sentences of an article were checked before: as a page the reader with all that is found within
 * a while, as a part of one the next step.
 */
seenRoutes.get('/articles/:id/seen', async (c) => {
  const member = memberOf(c)
  demand(member, 'viewer')
  const desk = c.get('desk')
  const { version, after, before, rated } = c.req.query()
  const opened = await openArticle(desk, idOf(c), id.safeParse(version).data)
  const isPart = asksForPart(c)
  const asked = { after: counted(after), time: isPart ? STEP : PAGE }
  const found = {
    ...(await seenInArticle(desk, member, opened, asked)),
    ...{ total: opened.sentences.length, before: counted(before), ratedBefore: counted(rated) },
  }
  const canTake = has(member, 'checker')
  const frame = await frameOf(c)
  if (isPart) return c.html(seenRows(frame, { ...opened, ...found, canTake }))
  const nothing = { claim: null, choice: null, form: null, aside: null, covering: false }
  return c.html(articlePage(frame, { ...opened, ...nothing, canTake, seen: found }))
})

/** What the desk has of a text; where it cannot be asked, why. */
async function answered(c: Page, typed: Typed) {
  try {
    const found = await seenInText(c.get('desk'), memberOf(c), typed)
    return c.html(seenPage(await frameOf(c), { found, typed }))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error
    const refused = { found: null, typed, errors: error.fields }
    return c.html(seenPage(await frameOf(c), refused), statusOf.invalid)
  }
}

seenRoutes.get('/seen', async (c) => {
  demand(memberOf(c), 'viewer')
  const { text } = c.req.query()
  return text ? answered(c, { text }) : c.html(seenPage(await frameOf(c), { found: null }))
})

/** Nothing is decided by it, and nothing kept: it is a form only because texts are longer than addresses. */
seenRoutes.post('/seen', async (c) => {
  demand(memberOf(c), 'viewer')
  const { fields } = await readForm(c)
  return answered(c, { text: fields.text ?? '' })
})
