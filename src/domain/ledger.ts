import type { Act } from './member.ts'

/** The nouns whose decisions the ledger keeps; each has one table. */
export const kinds = [
  'desk',
  'rating',
  'person',
  'invitation',
  'article',
  'article_version',
  'aside',
  'claim',
  'claimant',
  'appearance',
  'evidence',
  'source',
  'snapshot',
  'drift',
  'search_record',
  'contact',
  'verdict',
  'reading',
  'tip',
  'link',
  'webhook',
] as const
export type Kind = (typeof kinds)[number]

export type Value = string | number | null | string[]
export type Fields = Record<string, Value>

/** Anything that has a life in the ledger: an id, a revision (1 at birth), and its fields. */
export type Subject = { id: string; revision: number }

/** Before and after, field by field. */
export type Difference = Record<string, [before: Value, after: Value]>

/** A decision as it is recorded; the store seals it with its place (`seq`) and its hashes. */
export type Entry = {
  /** The version of this form; older ones are read for ever. */
  format: number
  at: string
  actor: string
  verb: string
  kind: Kind
  subject: string
  /** The claim that this is a part of, so that a claim's whole life is one query. */
  claim: string | null
  revision: number
  change: Difference
  /** What the person said with the decision, such as a reviewer's reason to return it. */
  comment: string | null
}

/** A recorded decision in its place in the chain. */
export type SealedEntry = Entry & { seq: number; previous: string | null; hash: string }

/** What a decision asks the store to write: the subject's next state and the entry, together. */
export type Change = {
  kind: Kind
  before: (Subject & Fields) | null
  after: Subject & Fields
  entry: Entry
}

const same = (a: Value, b: Value): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b))

/** The fields in which two states differ; `id` and `revision` are not fields. */
export function difference(before: Fields | null, after: Fields): Difference {
  const change: Difference = {}
  for (const [field, now] of Object.entries(after)) {
    if (field === 'id' || field === 'revision') continue
    const was = before?.[field] ?? null
    if (!same(was, now)) change[field] = [was, now]
  }
  return change
}

/**
 * Makes the change that carries a decision.
 * @param before the state that was read, or null at birth
 * @param after the state decided upon; its revision is set here
 */
export function record<After extends Subject & Fields>(
  kind: Kind,
  verb: string,
  { member, at }: Act,
  before: (Subject & Fields) | null,
  after: After,
  about: { claim?: string | null; comment?: string | null } = {},
): Change & { after: After } {
  const revision = (before?.revision ?? 0) + 1
  return {
    kind,
    before,
    after: { ...after, revision },
    entry: {
      format: 1,
      at,
      actor: member.id,
      verb,
      kind,
      subject: after.id,
      claim: about.claim ?? null,
      revision,
      change: difference(before, after),
      comment: about.comment ?? null,
    },
  }
}

/** What of an entry makes a life. */
export type Step = Pick<Entry, 'subject' | 'revision' | 'change'>

/** Where a subject's entries do not tell one life. `entry` is the one at fault. */
export class BrokenLife extends Error {
  readonly entry: Step
  constructor(entry: Step, why: string) {
    super(why)
    this.entry = entry
  }
}

/**
 * The state of a subject after an entry.
 * @param state before it; null at birth
 * @throws BrokenLife where a revision is missing or a `before` is not what the entry before left
 */
export function follow(state: (Subject & Fields) | null, entry: Step): Subject & Fields {
  if (entry.revision !== (state?.revision ?? 0) + 1) throw new BrokenLife(entry, 'revision')
  const next: Subject & Fields = { ...state, id: entry.subject, revision: entry.revision }
  for (const [field, [was, now]] of Object.entries(entry.change)) {
    if (!same(state?.[field] ?? null, was)) throw new BrokenLife(entry, `before: ${field}`)
    next[field] = now
  }
  return next
}

/**
 * The present state of a subject: its entries, in order, applied one after the other.
 * @throws BrokenLife as `follow` does
 */
export function fold(entries: Iterable<Step>): (Subject & Fields) | null {
  let state: (Subject & Fields) | null = null
  for (const entry of entries) state = follow(state, entry)
  return state
}
