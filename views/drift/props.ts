import type { Appearance } from '../../src/domain/appearance.ts'
import type { Article } from '../../src/domain/article.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Drift } from '../../src/domain/drift.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Excerpt } from '../../src/domain/excerpt.ts'
import type { Passage } from '../../src/domain/passage.ts'
import type { Source } from '../../src/domain/source.ts'
import type { FoldedRun, HistoryEntry, Refused, Run } from '../parts.ts'

/** Whose words: an appearance in an article, or the quote of a piece of evidence. */
type About =
  | { kind: 'appearance'; appearance: Appearance; article: Article }
  | { kind: 'evidence'; evidence: Evidence }

/** A version of an article, or a snapshot, and when it was kept. */
export type Kept = { id: string; at: string }

/** A place in the newer text, and how its words differ from those that were. */
export type DriftPlace = Passage & { runs: Run[] }

export type DriftProps = Refused & {
  drift: Drift
  claim: Claim
  about: About
  /** The words as they were, in their context; null where they are not placed any more. */
  excerpt: Excerpt | null
  language: string | null
  source: Source | null
  before: Kept | null
  now: Kept | null
  places: DriftPlace[]
  /** How the text as a whole changed. */
  difference: FoldedRun[] | null
  history: HistoryEntry[]
  names: Record<string, string>
  /** Which of the two forms was refused. */
  form?: 'placing' | 'standing' | null
  problem?: string | null
}
