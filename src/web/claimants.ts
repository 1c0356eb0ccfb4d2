import { Hono } from 'hono'
import { claimantPage, claimantsPage } from '../../views/claimants.ts'
import type { Typed } from '../../views/frame.ts'
import { describeClaimant, listClaimants, openClaimant } from '../desk/claimants.ts'
import { demand, has } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { decide, idOf } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const claimantRoutes = new Hono<Env>()

claimantRoutes.get('/claimants', async (c) => {
  demand(memberOf(c), 'viewer')
  const rows = await listClaimants(c.get('desk'))
  return c.html(claimantsPage(await frameOf(c), { rows }))
})

async function page(c: Page, refusal?: Refusal, typed?: Typed) {
  const opened = await openClaimant(c.get('desk'), idOf(c))
  const frame = await frameOf(c)
  const mayWrite = has(memberOf(c), 'checker')
  const theirs = refusal?.code === 'conflict' ? opened.claimant : null
  const said = { typed, errors: refusal?.fields, problem: saidOf(frame, refusal) }
  return claimantPage(frame, { ...opened, mayWrite, theirs, ...said })
}

claimantRoutes.get('/claimants/:id', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await page(c))
})

claimantRoutes.post('/claimants/:id', (c) =>
  decide(
    c,
    { role: 'checker', to: (id) => `/claimants/${id}`, notice: 'notice.saved' },
    describeClaimant,
    (refusal, typed) => page(c, refusal, typed),
  ),
)
