/** A stretch of a text, and whether it is what was searched for. */
export type Piece = { text: string; isHit: boolean }

/** Where a claim can say what is searched for, the most telling first. */
export const hitFields = ['statement', 'claimant', 'article', 'evidence', 'verdict'] as const
export type HitField = (typeof hitFields)[number]

/** A place where a claim, or an article, says what was searched for. */
export type Hit = {
  field: HitField
  /** Of evidence: its number on the claim. */
  number: number | null
  /** ISO 639. */
  language: string | null
  pieces: Piece[]
}
