import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { id, language, needed, optional, parse } from './parse.ts'
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
}

export const MAX_STATEMENT = 500

/** What a person writes of a claim. */
const claimInput = z.object({
  statement: needed(MAX_STATEMENT),
  language,
  kind: z.enum(claimKinds),
})

export const openInput = claimInput.extend({ explanation: optional(1000) })

export const setAsideInput = z.object({
  reason: z.enum(setAsideReasons),
  words: optional(1000),
  duplicateOf: z.preprocess((value) => value || null, id.nullable()),
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
    { ...claim, ...parse(claimInput, input) },
    {
      claim: claim.id,
    },
  )
}
