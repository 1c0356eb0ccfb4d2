import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { id, language, needed, optional, orNull, parse, several } from './parse.ts'
import type { Stage } from './stage.ts'

export const claimKinds = ['happened', 'said', 'figure', 'cause', 'forecast'] as const
export const setAsideReasons = [
  'not_checkable',
  'opinion',
  'duplicate',
  'out_of_scope',
  'other',
] as const
export type SetAsideReason = (typeof setAsideReasons)[number]

/** One checkable statement, in the desk's own words. */
export type Claim = {
  id: string
  revision: number
  statement: string
  language: string
  /** The statement in the two languages of the pages, where it is written in another. */
  statementEn: string | null
  statementIt: string | null
  kind: (typeof claimKinds)[number]
  stage: Stage
  /** Since when it stands at its stage (ISO 8601, UTC). */
  stageSince: string
  assignee: string | null
  /** Where the claim comes from, when no article on the desk carries it. */
  explanation: string | null
  leadAppearance: string | null
  setAsideReason: SetAsideReason | null
  setAsideWords: string | null
  /** The claim that survives this one, and holds its appearances now. */
  duplicateOf: string | null
  /** The compound claim that this one was a part of. */
  splitFrom: string | null
  /** What it is about, in small letters; null where nobody said. */
  topics: string[] | null
  /** The day by which it is to be decided. */
  dueOn: string | null
  /** Why the desk checks it. */
  why: string | null
  /** What its checking waits for. */
  waitsFor: string | null
  /** What it was called where it was brought in from. */
  key: string | null
}

export const MAX_STATEMENT = 500
const MAX_TOPIC = 40

/** What a person writes of a claim. */
export const claimInput = z.object({
  statement: needed(MAX_STATEMENT),
  language,
  kind: z.enum(claimKinds),
  statementEn: optional(MAX_STATEMENT),
  statementIt: optional(MAX_STATEMENT),
})

/** A topic is a word or a few; one without a letter or a digit is none. */
export const topic = z
  .string()
  .transform((text) => text.replace(/^#+/, '').replace(/\s+/g, ' ').trim().toLowerCase())
  .pipe(
    z
      .string()
      .max(MAX_TOPIC)
      .regex(/[\p{L}\p{N}]/u),
  )

/** Topics, with commas between them. */
export const topics = several(/[,;\n]/, topic, 10).transform((list) =>
  list.length > 0 ? list : null,
)

export const openInput = claimInput.extend({ explanation: optional(1000), topics })

export const setAsideInput = z.object({
  reason: z.enum(setAsideReasons),
  words: optional(1000),
  duplicateOf: orNull(id),
})

/** A statement in its own language needs no translation into it. */
export const worded = <T extends z.output<typeof claimInput>>(read: T): T => ({
  ...read,
  statementEn: read.language === 'en' ? null : read.statementEn,
  statementIt: read.language === 'it' ? null : read.statementIt,
})

/**
 * Rewords a claim. The caller adds `unsettle` where a proposal was being read.
 * @throws Refusal `forbidden`, `wrong_stage`, `invalid`
 */
export function rewordClaim(claim: Claim, input: unknown, act: Act): Change {
  demand(act.member, 'checker')
  return record(
    'claim',
    'reword',
    act,
    claim,
    { ...claim, ...worded(parse(claimInput, input)) },
    {
      claim: claim.id,
    },
  )
}
