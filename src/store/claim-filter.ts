import type { Claim } from '../domain/claim.ts'
import type { Stage } from '../domain/stage.ts'
import type { Term } from '../matching/query.ts'

/** Which claims to find; whatever is null or left out does not matter. */
export type ClaimFilter = {
  stage?: Stage | null
  /** Open work of a person (an id), or `nobody`. */
  holder?: string | null
  /** Of the public verdict. */
  rating?: string | null
  /** Of the public verdict: one of its reasons. */
  reason?: string | null
  language?: string | null
  kind?: Claim['kind'] | null
  topic?: string | null
  /** A claimant's id, `outlet` or `unknown`. */
  claimant?: string | null
  article?: string | null
  /** What each word of a search is found by. */
  terms?: Term[]
}

/** How many claims stand at a stage; of open ones, who holds them. With `more`, at least so many. */
export type Tally = { stage: Stage; assignee: string | null; claims: number; more: boolean }
