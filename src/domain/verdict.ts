import { z } from 'zod'
import { isAfter } from './dates.ts'
import { type Change, record } from './ledger.ts'
import type { Act } from './member.ts'
import { day, id, optional, partialDate, type Sent, words } from './parse.ts'
import type { ReadingMode } from './reading.ts'
import { type FieldCode, Refusal } from './refusal.ts'
import { type Status, type Step, steps } from './status.ts'

/** Why a claim misleads, apart from how true it is; the last one says that it did not. */
export const reasons = [
  'factual_error',
  'manipulated_media',
  'outdated',
  'missing_context',
  'unverified_as_fact',
  'satire',
  'outdated_since',
] as const

export const correctionKinds = ['correction', 'update', 'clarification', 'typo'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

/** One numbered version of what the desk concludes on a claim. */
export type Verdict = {
  id: string
  revision: number
  claim: string
  number: number
  status: Status
  rating: string | null
  reasons: string[]
  /** One sentence, for the public. */
  conclusion: string
  /** The same in the two languages of the pages, where the claim is in another. */
  conclusionEn: string | null
  conclusionIt: string | null
  /** Why, in Markdown; sources as `[1]`. */
  rationale: string
  /** The date that the verdict holds for: usually when it was claimed. */
  holdsOn: string | null
  /** Until when it may be relied on. */
  validUntil: string | null
  /** The day on which to look again, YYYY-MM-DD: the desk's own plan, of which the public is told nothing. */
  recheckOn: string | null
  /** Appearances (ids) that a person confirmed it for, beyond those that its date speaks of (validity.ts). */
  confirmed: string[] | null
  /** How it is to be read before it is published (`wayOf`). Null: `one_editor`. */
  mode: ReadingMode | null
  /** The verdict version (an id) of a claim that is the same, whose words it took over. */
  reusedFrom: string | null
  /** How that one stood when somebody confirmed that this one stands (original.ts). */
  originalSeen: string | null
  /** Its readable address among the public pages, from its publication on. */
  slug: string | null
  /** Whoever proposed it; while it is a draft, whoever began it. */
  author: string
  /** Everybody who wrote a part of this version. */
  writers: string[]
  /** The colleague who read it; a mended typo waits for its reader, and has none until then. */
  reviewer: string | null
  publishedAt: string | null
  correctionKind: CorrectionKind | null
  /** Why it replaces what was public before; for the public. */
  correctionReason: string | null
  withdrawalReason: string | null
  /** Since when the public is told that a new version is being worked on. */
  underCorrectionSince: string | null
  /** What the look before signing found and the author went on with, each `code place`. */
  findings: string[] | null
  /** Why they went on. */
  findingsWord: string | null
  /** SHA-256 of the public JSON made by its last decision. */
  publication: string | null
}

/** What a person writes of a version. */
export type Written = Pick<
  Verdict,
  | 'rating'
  | 'reasons'
  | 'conclusion'
  | 'conclusionEn'
  | 'conclusionIt'
  | 'rationale'
  | 'holdsOn'
  | 'validUntil'
  | 'recheckOn'
  | 'confirmed'
  | 'findingsWord'
>

export const MAX_CONCLUSION = 500
export const MAX_RATIONALE = 50_000
const MAX_WORD = 1000

const MAX_CONFIRMED = 200

/** Of the boxes of one name those that are checked: none, one, or several. */
const chosen = <O, I>(one: z.ZodType<O, I>, many: number) =>
  z
    .preprocess(
      (sent: Sent<I>) => [sent ?? []].flat().filter((one) => one !== ''),
      z.array(one).max(many).optional(),
    )
    .transform((some = []) => some)

/** A draft may lack anything; a proposal may not. */
export const verdictInput = z
  .object({
    rating: optional(60),
    reasons: chosen(z.enum(reasons), reasons.length),
    conclusion: words(MAX_CONCLUSION),
    conclusionEn: optional(MAX_CONCLUSION),
    conclusionIt: optional(MAX_CONCLUSION),
    rationale: words(MAX_RATIONALE),
    holdsOn: partialDate,
    validUntil: partialDate,
    recheckOn: day,
    confirmed: chosen(id, MAX_CONFIRMED).transform((ids) => (ids.length > 0 ? ids : null)),
    findingsWord: optional(MAX_WORD),
  })
  .refine(({ holdsOn, validUntil }) => !(holdsOn && validUntil && isAfter(holdsOn, validUntil)), {
    path: ['validUntil'],
    message: 'before_holds' satisfies FieldCode,
  })

/** @throws Refusal `wrong_status` where the verdict's status does not allow the step */
export function demandStep(step: Step, verdict: Verdict | null): void {
  const from: readonly string[] = steps[step].from
  const status = verdict?.status ?? 'none'
  if (!from.includes(status)) throw new Refusal('wrong_status', { values: { step, status } })
}

/** The change that a step makes to a verdict version that exists. */
export function step(
  name: Step,
  verdict: Verdict,
  act: Act,
  fields: Partial<Verdict> = {},
  comment: string | null = null,
): Change {
  demandStep(name, verdict)
  const after: Verdict = { ...verdict, status: steps[name].to, ...fields }
  return record('verdict', name, act, verdict, after, { claim: verdict.claim, comment })
}

/** A change to a verdict version: its kind says so. */
export const isVerdictChange = (
  change: Change,
): change is Change & { before: Verdict | null; after: Verdict } => change.kind === 'verdict'

/** A version before its first word. */
export const emptyVerdict = (
  id: string,
  claim: string,
  number: number,
  author: string,
): Verdict => ({
  id,
  revision: 0,
  claim,
  number,
  status: 'draft',
  rating: null,
  reasons: [],
  conclusion: '',
  conclusionEn: null,
  conclusionIt: null,
  rationale: '',
  holdsOn: null,
  validUntil: null,
  recheckOn: null,
  confirmed: null,
  mode: null,
  reusedFrom: null,
  originalSeen: null,
  slug: null,
  author,
  writers: [],
  reviewer: null,
  publishedAt: null,
  correctionKind: null,
  correctionReason: null,
  withdrawalReason: null,
  underCorrectionSince: null,
  findings: null,
  findingsWord: null,
  publication: null,
})
