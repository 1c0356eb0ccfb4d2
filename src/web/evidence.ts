import { Hono } from 'hono'
import { evidenceConflict } from '../../views/evidence/conflict.ts'
import { evidencePage } from '../../views/evidence/page.ts'
import type { Typed } from '../../views/frame.ts'
import {
  bringEvidence,
  findEvidence,
  readEvidence,
  recordSearch,
  reviseEvidence,
} from '../desk/evidence.ts'
import { mergingOf } from '../desk/merging.ts'
import { has } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { idOf } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'
import { adds, revises } from './grounds.ts'

export const evidenceRoutes = new Hono<Env>()

const added = { form: 'evidence', notice: 'notice.evidence' } as const
const searched = { form: 'search', notice: 'notice.search' } as const
adds(evidenceRoutes, 'evidence', added, bringEvidence)
adds(evidenceRoutes, 'searches', searched, recordSearch)

async function page(c: Page, refusal?: Refusal, typed: Typed = {}) {
  const frame = await frameOf(c)
  const read = await readEvidence(c.get('desk'), idOf(c))
  if (refusal?.code === 'conflict') {
    const { evidence } = read
    const merging = await mergingOf(c.get('desk'), 'evidence', evidence, typed.revision)
    return evidenceConflict(frame, evidence, { typed, ...merging })
  }
  const said = { problem: saidOf(frame, refusal), mayWrite: has(memberOf(c), 'checker') }
  const kept = refusal ? { typed, errors: refusal.fields } : {}
  return evidencePage(frame, { ...read, ...said, ...kept })
}

revises(evidenceRoutes, 'evidence', { find: findEvidence, page, revise: reviseEvidence })
