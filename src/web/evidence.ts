import { Hono } from 'hono'
import { evidenceConflict } from '../../views/evidence/conflict.ts'
import { evidencePage } from '../../views/evidence/page.ts'
import type { Typed } from '../../views/frame.ts'
import {
  bringEvidence,
  findEvidence,
  readEvidence,
  recordSearch,
  retakeEvidence,
  reviseEvidence,
} from '../desk/evidence.ts'
import { allKeptOf } from '../desk/evidence-snapshots.ts'
import { mergingOf } from '../desk/merging.ts'
import type { Desk } from '../desk/open.ts'
import { proofIn } from '../desk/proofs.ts'
import { figuresBeside } from '../desk/quoted-figures.ts'
import { demand, has } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { statusOf } from './errors.ts'
import { carriedOut, idOf, leadsBack, noticeOf, readForm, revisionOf } from './form.ts'
import { done, frameOf, memberOf, saidOf } from './frame.ts'
import { givenIn, onItsField } from './given.ts'
import { adds, revises } from './grounds.ts'

export const evidenceRoutes = new Hono<Env>()

const added = { form: 'evidence', notice: 'notice.evidence' } as const
const searched = { form: 'search', notice: 'notice.search' } as const
adds(evidenceRoutes, 'evidence', added, async (desk, member, claim, id, input, sent) => {
  const source = await givenIn(sent)
  const given = source?.given ?? null
  await onItsField(source, () => bringEvidence(desk, member, claim, id, input, { given }))
})
adds(evidenceRoutes, 'searches', searched, recordSearch)

async function page(c: Page, refusal?: Refusal, typed: Typed = {}) {
  const frame = await frameOf(c)
  const desk = c.get('desk')
  const read = await readEvidence(desk, idOf(c))
  if (refusal?.code === 'conflict') {
    const merging = await mergingOf(desk, 'evidence', read.evidence, typed.revision)
    return evidenceConflict(frame, read.evidence, { typed, ...merging })
  }
  const said = { problem: saidOf(frame, refusal), mayWrite: has(memberOf(c), 'checker') }
  const form = refusal ? { typed, errors: refusal.fields } : {}
  const shown = await shownOf(desk, read)
  return evidencePage(frame, { ...read, ...shown, ...said, ...form })
}

type Found = Awaited<ReturnType<typeof findEvidence>>

/** What the page of evidence shows of its source. */
const shownOf = async (desk: Desk, { evidence, claim }: Found) => ({
  figures: figuresBeside(claim, [evidence])[evidence.id],
  proof: await proofIn(desk, evidence),
  kept: await allKeptOf(desk, evidence),
})

/** The page again, with what was wrong with a text or a file given for the source. */
async function refusedSource(c: Page, refusal: Refusal, typed: Typed) {
  const frame = await frameOf(c)
  const desk = c.get('desk')
  const read = await readEvidence(desk, idOf(c))
  const moved = refusal.code === 'conflict' ? frame.t('claim.moved_on') : null
  const problem = moved ?? saidOf(frame, refusal)
  const refused = { typed, errors: refusal.fields, problem }
  const { kept, ...shown } = await shownOf(desk, read)
  const mayWrite = has(memberOf(c), 'checker')
  return evidencePage(frame, { ...read, ...shown, kept: { ...kept, refused }, mayWrite })
}

revises(evidenceRoutes, 'evidence', { find: findEvidence, page, revise: reviseEvidence })

leadsBack(evidenceRoutes, '/evidence/:id/snapshot', (id) => `/evidence/${id}`)
evidenceRoutes.post('/evidence/:id/snapshot', async (c) => {
  const desk = c.get('desk')
  const member = memberOf(c)
  demand(member, 'checker')
  const form = await readForm(c)
  const id = idOf(c)
  const { claim } = await findEvidence(desk, id)
  const read = { id, revision: revisionOf(form) }
  const source = await givenIn(form)
  let isKept = false
  const refusal = await carriedOut(c, async () => {
    isKept = await onItsField(source, () =>
      retakeEvidence(desk, member, read, source?.given ?? null),
    )
  })
  if (refusal) return c.html(await refusedSource(c, refusal, form.fields), statusOf[refusal.code])
  const notice = isKept ? noticeOf(claim, 'notice.snapshot') : 'notice.snapshot_missed'
  return done(c, `/evidence/${id}#snapshot`, notice)
})
