import type { Claim } from '../../src/domain/claim.ts'
import { type Evidence, evidenceInput, unproved } from '../../src/domain/evidence.ts'
import type { Act, Member } from '../../src/domain/member.ts'
import type { Reading } from '../../src/domain/reading.ts'
import type { Stage } from '../../src/domain/stage.ts'
import { emptyVerdict, type Verdict } from '../../src/domain/verdict.ts'

export const viewer: Member = { id: 'viewer', role: 'viewer', admin: 0 }
export const author: Member = { id: 'author', role: 'checker', admin: 0 }
export const colleague: Member = { id: 'colleague', role: 'checker', admin: 0 }
export const editor: Member = { id: 'editor', role: 'editor', admin: 0 }
export const writingEditor: Member = { id: 'writing-editor', role: 'editor', admin: 0 }
export const admin: Member = { id: 'admin', role: 'viewer', admin: 1 }

export const act = (member: Member, at = '2025-06-01T10:00:00.000Z'): Act => ({ member, at })

export const claimAt = (stage: Stage, fields: Partial<Claim> = {}): Claim => ({
  id: 'claim',
  revision: 3,
  statement: 'The bridge reopened',
  language: 'en',
  kind: 'happened',
  stage,
  stageSince: '2025-05-01T10:00:00.000Z',
  assignee: stage === 'checking' ? author.id : null,
  explanation: null,
  leadAppearance: 'appearance',
  setAsideReason: null,
  setAsideWords: null,
  duplicateOf: null,
  statementEn: null,
  statementIt: null,
  splitFrom: null,
  topics: null,
  dueOn: null,
  why: null,
  waitsFor: null,
  key: null,
  ...fields,
})

/** A version written by `author` and `writingEditor`. */
export const verdictAt = (status: Verdict['status'], fields: Partial<Verdict> = {}): Verdict => ({
  ...emptyVerdict('verdict', 'claim', 1, author.id),
  revision: 2,
  status,
  rating: 'true',
  conclusion: 'The bridge reopened on 11 March.',
  rationale: 'The protocol [1] says so.',
  writers: [author.id, writingEditor.id],
  ...fields,
})

/** A piece of evidence that supports the claim, for everybody to read. */
export const evidenceAt = (number: number, fields: Partial<Evidence> = {}): Evidence => ({
  id: `evidence-${number}`,
  revision: 1,
  claim: 'claim',
  number,
  ...unproved,
  ...evidenceInput.parse({ stance: 'supports', title: 'The protocol', url: '' }),
  addedAt: '2025-05-01T10:00:00.000Z',
  ...fields,
})

/** A blind reading of that version by `editor`, which agrees with it. */
export const readingAt = (fields: Partial<Reading> = {}): Reading => ({
  id: 'reading',
  revision: 1,
  claim: 'claim',
  verdict: 'verdict',
  reader: editor.id,
  mode: 'blind',
  rating: 'true',
  rationale: 'So it is.',
  against: 'true',
  filedAt: '2025-06-01T09:00:00.000Z',
  outcome: null,
  adjudicator: null,
  adjudicatedAt: null,
  adjudication: null,
  ...fields,
})
