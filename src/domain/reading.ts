/** How a proposal is read before the public reads it, from the loosest to the strictest. */
export const readingModes = ['one_editor', 'two_readers', 'blind'] as const
export type ReadingMode = (typeof readingModes)[number]

/** The strictest of several ways; null is the loosest. */
export const strictest = (...modes: (ReadingMode | null)[]): ReadingMode =>
  readingModes.findLast((mode) => modes.includes(mode)) ?? 'one_editor'

/**
 * How a version is read before the public reads it. A new one is read as the desk asks. One that others
 * could see is never read blind, so that what was begun otherwise, and is to be read more strictly now, is
 * read by two; what is read blind stays so, and nothing is read less strictly than it was begun.
 * @param version null for one that is only begun
 */
export function wayOf(
  version: { mode: ReadingMode | null } | null,
  asked: ReadingMode,
): ReadingMode | null {
  const isStrict = asked !== 'one_editor'
  if (version === null) return isStrict ? asked : null
  return isStrict && version.mode !== 'blind' ? 'two_readers' : version.mode
}

/**
 * A colleague's second reading of a proposal. A blind one carries a rating and a rationale of its own;
 * what it was held against, and who was right where they differ, stands beside them.
 */
export type Reading = {
  id: string
  revision: number
  claim: string
  verdict: string
  reader: string
  mode: 'two_readers' | 'blind'
  rating: string | null
  /** Why, in Markdown; of a second reader who agrees, what they say besides. */
  rationale: string | null
  /**
   * What it was held against: the proposal's rating when this was filed, or decided upon; of a second
   * reader who agrees, the revision of the version that they read.
   */
  against: string | null
  filedAt: string
  /**
   * Which of the two stands, once an editor has said so; `lapsed` where the claim says something else than
   * what was read.
   */
  outcome: 'first' | 'second' | 'lapsed' | null
  adjudicator: string | null
  adjudicatedAt: string | null
  /** Why, in the adjudicator's words. */
  adjudication: string | null
}
