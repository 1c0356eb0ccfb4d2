import { Hono } from 'hono'
import { evidenceConflict } from '../../views/conflicts.ts'
import { evidencePage } from '../../views/evidence/page.ts'
import type { Typed } from '../../views/frame.ts'
import { findClaim } from '../desk/deciding.ts'
import { bringEvidence, findEvidence, recordSearch, reviseEvidence } from '../desk/evidence.ts'
import { demand, has } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import { claimPageOf } from './claim-page.ts'
import type { Env, Page } from './env.ts'
import { answer, idOf, leadsBack, newIdOf, noticeOf, readForm, revisionOf } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const evidenceRoutes = new Hono<Env>()

for (const form of ['evidence', 'searches']) {
  leadsBack(evidenceRoutes, `/claims/:id/${form}`, (id) => `/claims/${id}`)
}

evidenceRoutes.post('/claims/:id/evidence', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const claim = idOf(c)
  const { claim: before } = await findClaim(c.get('desk'), claim)
  return answer(
    c,
    () => bringEvidence(c.get('desk'), member, claim, newIdOf(form), form.fields),
    { to: `/claims/${claim}#evidence`, notice: noticeOf(before, 'notice.evidence') },
    (refusal) => claimPageOf(c, claim, { form: 'evidence', refusal, typed: form.fields }),
  )
})

evidenceRoutes.post('/claims/:id/searches', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const claim = idOf(c)
  return answer(
    c,
    () => recordSearch(c.get('desk'), member, claim, newIdOf(form), form.fields),
    { to: `/claims/${claim}#searches`, notice: 'notice.search' },
    (refusal) => claimPageOf(c, claim, { form: 'search', refusal, typed: form.fields }),
  )
})

async function page(c: Page, refusal?: Refusal, typed: Typed = {}) {
  const frame = await frameOf(c)
  const { evidence, claim } = await findEvidence(c.get('desk'), idOf(c))
  if (refusal?.code === 'conflict') return evidenceConflict(frame, evidence, typed)
  const problem = saidOf(frame, refusal)
  const mayWrite = has(memberOf(c), 'checker')
  const kept = refusal ? { typed, errors: refusal.fields } : {}
  return evidencePage(frame, { evidence, claim, mayWrite, problem, ...kept })
}

evidenceRoutes.get('/evidence/:id', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await page(c))
})

evidenceRoutes.post('/evidence/:id', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const id = idOf(c)
  const { claim } = await findEvidence(desk, id)
  return answer(
    c,
    () => reviseEvidence(desk, member, { id, revision: revisionOf(form) }, form.fields),
    { to: `/claims/${claim.id}#evidence`, notice: noticeOf(claim, 'notice.saved') },
    (refusal) => page(c, refusal, form.fields),
  )
})
