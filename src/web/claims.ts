import { Hono } from 'hono'
import { appearanceConflict, claimConflict } from '../../views/claim/conflict.ts'
import { appearancePage, editClaimPage, newClaimPage } from '../../views/claim/edit.ts'
import type { ClaimForm } from '../../views/claim/page.ts'
import { splitPage } from '../../views/claim/split.ts'
import type { Typed } from '../../views/frame.ts'
import type { MessageKey } from '../../views/messages.ts'
import { describeAppearance, findAppearance } from '../desk/appearances.ts'
import { chainsOf } from '../desk/attributions.ts'
import { namesOfClaimants } from '../desk/claimants.ts'
import { bringBack, giveBack, giveClaim, openWithoutArticle, setAside } from '../desk/claims.ts'
import { findClaim } from '../desk/deciding.ts'
import { letterToOpen } from '../desk/letters.ts'
import { mergingOf } from '../desk/merging.ts'
import { readClaim } from '../desk/reading.ts'
import { openFromLetter } from '../desk/tips.ts'
import { plan, reword, split } from '../desk/wording.ts'
import { demand } from '../domain/member.ts'
import { language, words } from '../domain/parse.ts'
import type { Refusal } from '../domain/refusal.ts'
import { asksForChain, chained } from './chain.ts'
import { claimAsOf } from './claim-as-of.ts'
import { claimPageOf } from './claim-page.ts'
import type { Env, Page } from './env.ts'
import {
  answer,
  decides,
  idIn,
  idOf,
  newIdOf,
  oneOf,
  readForm,
  revisionOf,
  type Verb,
} from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'
import { similarIn } from './similar.ts'

export const claimRoutes = new Hono<Env>()

/** A statement that is too long can be shortened in the form; more than this is none. */
const MOST_BEGUN = 2000

/** The letter that a new claim is made of, where it is made of one. */
async function letterFor(c: Page, tip: string) {
  return tip ? letterToOpen(c.get('desk'), tip) : undefined
}

/** What a new claim begins with, where a link gives it: words that were found nowhere on the desk. */
function begunIn(given: Typed): { statement?: string; language?: string } {
  const statement = words(MOST_BEGUN).safeParse(oneOf(given.statement).slice(0, MOST_BEGUN)).data
  const named = language.safeParse(oneOf(given.language)).data
  return { ...(statement && { statement }), ...(named && { language: named }) }
}

claimRoutes.get('/claims/new', async (c) => {
  demand(memberOf(c), 'checker')
  const { tip = '', ...given } = c.req.query()
  const from = await letterFor(c, tip)
  const begun = begunIn(given)
  const similar = begun.statement ? await similarIn(c, begun, 'en') : undefined
  const newId = c.get('desk').newId()
  return c.html(newClaimPage(await frameOf(c), { newId, from, begun, ...(similar && { similar }) }))
})

claimRoutes.post('/claims', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const newId = newIdOf(form)
  const tip = oneOf(form.fields.tip)
  const again = async (refusal?: Refusal) => {
    const similar = await similarIn(c, form.fields, 'en')
    const from = await letterFor(c, tip)
    const frame = await frameOf(c)
    const stale = from && refusal?.code === 'conflict'
    const problem = stale ? frame.t('tip.conflict') : null
    const refused = { typed: form.fields, errors: refusal?.fields, problem }
    return newClaimPage(frame, { newId, similar, from, ...refused })
  }
  if (oneOf(form.fields.do) === 'similar') return c.html(await again())
  const carryOut = () =>
    tip
      ? openFromLetter(
          c.get('desk'),
          member,
          newId,
          { id: tip, revision: revisionOf(form, 'tipRevision') },
          form.fields,
        )
      : openWithoutArticle(c.get('desk'), member, newId, form.fields)
  return answer(c, carryOut, { to: `/claims/${newId}`, notice: 'notice.open' }, again)
})

claimRoutes.get('/claims/:id', async (c) => {
  demand(memberOf(c), 'viewer')
  const asOf = c.req.query('asOf')
  if (asOf === undefined) return c.html(await claimPageOf(c, idOf(c)))
  return asOf.trim() ? claimAsOf(c, idOf(c), asOf) : c.redirect(`/claims/${idOf(c)}`, 303)
})

/** A form of the claim's page that moves it on. */
function moves(path: string, form: ClaimForm, notice: MessageKey, verb: Verb): void {
  const decision = { role: 'checker', to: (id: string) => `/claims/${id}`, notice } as const
  decides(claimRoutes, `/claims/:id/${path}`, decision, verb, (c, refusal, typed) =>
    claimPageOf(c, idOf(c), { form, refusal, typed }),
  )
}

moves('assignment', 'assignment', 'notice.assign', (desk, member, read, { to }) =>
  giveClaim(desk, member, read, oneOf(to)),
)
moves('release', 'assignment', 'notice.release', giveBack)
moves('plan', 'plan', 'notice.plan', plan)
moves('bringing-back', 'assignment', 'notice.bring_back', bringBack)
moves('setting-aside', 'set_aside', 'notice.set_aside', (desk, member, read, fields) =>
  setAside(desk, member, read, {
    ...fields,
    duplicateOf: idIn(oneOf(fields.duplicateOf) || oneOf(fields.likely)),
  }),
)

async function editPage(c: Page, refusal?: Refusal, typed: Typed = {}) {
  const frame = await frameOf(c)
  const { claim } = await findClaim(c.get('desk'), idOf(c))
  if (refusal?.code === 'conflict') {
    const merging = await mergingOf(c.get('desk'), 'claim', claim, typed.revision)
    return claimConflict(frame, claim, { typed, ...merging })
  }
  const kept = refusal ? { typed, errors: refusal.fields } : {}
  return editClaimPage(frame, { claim, problem: saidOf(frame, refusal), ...kept })
}

claimRoutes.get('/claims/:id/edit', async (c) => {
  demand(memberOf(c), 'checker')
  return c.html(await editPage(c))
})

claimRoutes.post('/claims/:id/edit', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const id = idOf(c)
  return answer(
    c,
    () => reword(c.get('desk'), member, { id, revision: revisionOf(form) }, form.fields),
    { to: `/claims/${id}`, notice: 'notice.reword' },
    (refusal) => editPage(c, refusal, form.fields),
  )
})

async function splitting(c: Page, refusal?: Refusal, typed?: Typed) {
  const { claim, appearances } = await readClaim(c.get('desk'), memberOf(c), idOf(c))
  const place =
    appearances.find(({ appearance }) => appearance.id === claim.leadAppearance) ?? appearances[0]
  const frame = await frameOf(c)
  const said = { typed, errors: refusal?.fields, problem: saidOf(frame, refusal) }
  return splitPage(frame, { claim, place: place ?? null, ...said })
}

claimRoutes.get('/claims/:id/split', async (c) => {
  demand(memberOf(c), 'checker')
  return c.html(await splitting(c))
})

claimRoutes.post('/claims/:id/split', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const id = idOf(c)
  return answer(
    c,
    () => split(c.get('desk'), member, { id, revision: revisionOf(form) }, form.fields),
    { to: `/claims/${id}`, notice: 'notice.split' },
    (refusal) => splitting(c, refusal, form.fields),
  )
})

async function appearance(c: Page, refusal?: Refusal, typed: Typed = {}) {
  const frame = await frameOf(c)
  const found = await findAppearance(c.get('desk'), idOf(c))
  if (refusal?.code === 'conflict') {
    const { appearance } = found
    const merging = await mergingOf(c.get('desk'), 'appearance', appearance, typed.revision)
    return appearanceConflict(frame, appearance, { typed, ...merging })
  }
  const known = await namesOfClaimants(c.get('desk'))
  const suggestions = await chainsOf(c.get('desk'), found.article, found.appearance)
  const looks = asksForChain(typed)
  const kept = { typed: chained(typed, suggestions), errors: refusal?.fields }
  const read = { known, suggestions, problem: saidOf(frame, refusal) }
  // Who looks at a chain goes on from what they read, whatever a colleague saved meanwhile.
  const at = looks ? { revision: revisionOf({ fields: typed }) } : {}
  return appearancePage(frame, { ...found, ...read, ...at, ...(looks || refusal ? kept : {}) })
}

claimRoutes.get('/appearances/:id', async (c) => {
  demand(memberOf(c), 'checker')
  return c.html(await appearance(c))
})

claimRoutes.post('/appearances/:id', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const read = { id: idOf(c), revision: revisionOf(form) }
  const { claim } = await findAppearance(desk, read.id)
  if (asksForChain(form.fields)) return c.html(await appearance(c, undefined, form.fields))
  return answer(
    c,
    () => describeAppearance(desk, member, read, form.fields),
    { to: `/claims/${claim.id}#appearances`, notice: 'notice.appearance' },
    (refusal) => appearance(c, refusal, form.fields),
  )
})
