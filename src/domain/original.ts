import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { needed, parse } from './parse.ts'
import { Refusal } from './refusal.ts'
import { publicStatuses } from './status.ts'
import type { Verdict } from './verdict.ts'

/** What became of a verdict that another claim took over, that its reuse has to be looked at for. */
export const originalStates = ['corrected', 'withdrawn', 'under_correction'] as const
export type OriginalState = (typeof originalStates)[number]

/** How the verdict stands that a version took over. */
export type OriginalStanding = {
  /** The version that was taken over. */
  taken: Verdict
  /** The version that was last told on its claim. */
  newest: Verdict
  /** Null where it stands as it was taken over, but for typos. */
  state: OriginalState | null
  /** When it came to that. */
  since: string | null
  /** Names how it stands: what is confirmed as it stands is asked again once it stands otherwise. */
  key: string
}

const isTypo = ({ correctionKind }: Verdict): boolean => correctionKind === 'typo'

/**
 * How a verdict that was taken over stands now.
 * @param taken the id of the version
 * @param versions all on its claim, oldest first
 * @param withdrawnAt when the newest was withdrawn, where it was
 * @returns null where it is not among them
 */
export function originalOf(
  taken: string,
  versions: readonly Verdict[],
  withdrawnAt: string | null,
): OriginalStanding | null {
  const told = versions.filter(({ status }) => publicStatuses.includes(status))
  const of = told.find(({ id }) => id === taken)
  const newest = told.at(-1)
  // A mended typo says what was said before.
  const worded = told.findLast((one) => !isTypo(one))
  const then = of && told.findLast((one) => one.number <= of.number && !isTypo(one))
  if (!of || !newest || !worded || !then) return null
  const { status, underCorrectionSince } = newest
  const key = [worded.id, status, underCorrectionSince ?? ''].join(' ')
  const about = { taken: of, newest, key }
  if (status === 'withdrawn') return { ...about, state: 'withdrawn', since: withdrawnAt }
  if (underCorrectionSince)
    return { ...about, state: 'under_correction', since: underCorrectionSince }
  if (worded.id === then.id) return { ...about, state: null, since: null }
  return { ...about, state: 'corrected', since: worded.publishedAt }
}

/**
 * Whether a public verdict is to be looked at because of what became of the one that it took over: until
 * somebody confirms that it stands, or its claim is reopened or decided after that.
 * @param stageSince when its claim came to its stage
 */
export function isUnsettled(
  { publishedAt, originalSeen }: Pick<Verdict, 'publishedAt' | 'originalSeen'>,
  stageSince: string,
  { state, since, key }: Pick<OriginalStanding, 'state' | 'since' | 'key'>,
): boolean {
  if (state === null || originalSeen === key) return false
  const at = since ?? ''
  // Whoever published it may not have seen what had become of the original before.
  return !(at > (publishedAt ?? '') && stageSince >= at)
}

export const standInput = z.object({ seen: z.string().max(200), comment: needed(1000) })

/**
 * Confirms that a verdict stands, whatever became of the one that it took over. The public is told nothing.
 * @throws Refusal `forbidden`; `wrong_status` where it is not public, or nothing became of the original;
 *   `invalid` without a word why; `conflict` where the original stands otherwise than was read
 */
export function standBy(
  told: Verdict,
  original: OriginalStanding,
  input: unknown,
  act: Act,
): Change {
  demand(act.member, 'checker')
  const { status } = told
  if (status !== 'published' || original.state === null) {
    throw new Refusal('wrong_status', { values: { step: 'stand_by', status } })
  }
  const { seen, comment } = parse(standInput, input)
  if (seen !== original.key) throw new Refusal('conflict')
  const after: Verdict = { ...told, originalSeen: original.key }
  return record('verdict', 'stand_by', act, told, after, { claim: told.claim, comment })
}
