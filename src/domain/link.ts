/**
 * How a claim stands to another one. `same_as` and `contradicts` hold both ways; `narrower_than` and
 * `updates` lead one way, and never back to where they began.
 */
export const relations = ['same_as', 'narrower_than', 'updates', 'contradicts'] as const
export type Relation = (typeof relations)[number]

/** That a person found one claim to stand so to another. */
export type Link = {
  id: string
  revision: number
  claim: string
  relation: Relation
  other: string
  /** Why, in the person's words. */
  why: string | null
  addedAt: string
  /** Since when it holds no more. */
  endedAt: string | null
}
