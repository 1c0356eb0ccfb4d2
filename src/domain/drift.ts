/** What somebody decided: the words as they were stand; or they were placed anew. */
const outcomes = ['stands', 'placed', 'found_again'] as const

/**
 * A task: the words of an appearance or a quote are not, or not for certain, in what stands at their
 * source now. A person settles it; the program only closes what it finds again to the letter.
 */
export type Drift = {
  id: string
  revision: number
  claim: string
  /** Whose words: an appearance or a piece of evidence, by its id. */
  about: string
  aboutKind: 'appearance' | 'evidence'
  source: string | null
  /** The newer snapshot of the source. */
  snapshot: string | null
  /** The newer version, of an article. */
  version: string | null
  /** What became of the words there. */
  status: 'changed' | 'ambiguous' | 'gone'
  outcome: (typeof outcomes)[number] | null
  openedAt: string
  settledAt: string | null
}
