import { Hono } from 'hono'
import type { Typed } from '../../views/frame.ts'
import { newRatingPage, ratingPage, scalePage } from '../../views/scale.ts'
import { amend, define, findRating, listScale, restore, retire } from '../desk/scale.ts'
import { demand } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { answer, leadsBack, readForm, revisionOf } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const scaleRoutes = new Hono<Env>()

const SCALE = '/settings/scale'

/** The rating in the path: a word, such as `mostly_true`. */
const slugOf = (c: Page): string => c.req.param('id') ?? ''

scaleRoutes.get(SCALE, async (c) => {
  const scale = await listScale(c.get('desk'), memberOf(c))
  return c.html(scalePage(await frameOf(c), scale))
})

async function fresh(c: Page, refusal?: Refusal, typed?: Typed) {
  const scale = await listScale(c.get('desk'), memberOf(c))
  const frame = await frameOf(c)
  const problem = saidOf(frame, refusal)
  return newRatingPage(frame, { scale, typed, errors: refusal?.fields, problem })
}

scaleRoutes.get(`${SCALE}/new`, async (c) => {
  demand(memberOf(c), 'admin')
  return c.html(await fresh(c))
})

scaleRoutes.post(SCALE, async (c) => {
  const member = memberOf(c)
  demand(member, 'admin')
  const form = await readForm(c)
  const carryOut = () => define(c.get('desk'), member, form.fields)
  const then = { to: SCALE, notice: 'notice.rating_added' } as const
  return answer(c, carryOut, then, (refusal) => fresh(c, refusal, form.fields))
})

/** A rating's page, also after one of its forms was refused. `sent`: what was typed, on which revision. */
async function rating(c: Page, refusal?: Refusal, sent?: { typed: Typed; revision: number }) {
  const found = await findRating(c.get('desk'), memberOf(c), slugOf(c))
  const frame = await frameOf(c)
  const stale = sent && refusal?.code === 'conflict'
  // What is wrong is mended first; it still stands on what was read.
  const kept = sent && !stale ? { ...sent } : { typed: sent?.typed }
  return ratingPage(frame, found.rating, {
    ...kept,
    scale: found.scale,
    theirs: stale ? found.rating : undefined,
    errors: refusal?.fields,
    problem: saidOf(frame, refusal),
  })
}

scaleRoutes.get(`${SCALE}/:id`, async (c) => c.html(await rating(c)))

scaleRoutes.post(`${SCALE}/:id`, async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'admin')
  const form = await readForm(c)
  const read = { id: slugOf(c), revision: revisionOf(form) }
  const { rating: before } = await findRating(desk, member, read.id)
  // Who mends a retired rating mostly means to put it back into use: that is on its page.
  const to = before.retiredAt ? `${SCALE}/${read.id}` : SCALE
  return answer(
    c,
    () => amend(desk, member, read, form.fields),
    { to, notice: 'notice.saved' },
    (refusal) => rating(c, refusal, { typed: form.fields, revision: read.revision }),
  )
})

for (const [step, verb, notice] of [
  ['retirement', retire, 'notice.rating_retired'],
  ['restoration', restore, 'notice.rating_restored'],
] as const) {
  leadsBack(scaleRoutes, `${SCALE}/:id/${step}`, () => SCALE)
  scaleRoutes.post(`${SCALE}/:id/${step}`, async (c) => {
    const member = memberOf(c)
    demand(member, 'admin')
    const form = await readForm(c)
    const read = { id: slugOf(c), revision: revisionOf(form) }
    const carryOut = () => verb(c.get('desk'), member, read)
    return answer(c, carryOut, { to: SCALE, notice }, (refusal) => rating(c, refusal))
  })
}
