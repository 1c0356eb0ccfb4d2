import type { Article } from '../../src/domain/article.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Hit } from '../../src/domain/hit.ts'
import type { Queue, Who } from '../../src/domain/queue.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { Stage } from '../../src/domain/stage.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { Place } from '../claim/claimant.ts'
import type { ListedRuling } from '../rulings/list.ts'
import type { Saving } from '../searches/saving.ts'

export type QueueRow = {
  claim: Claim
  /** Where it was taken from first. */
  lead: Place | null
  appearances: number
  supports: number
  refutes: number
  /** What the public reads. */
  told: Verdict | null
  /** How many appearances that is not checked for. */
  unchecked: number
  /** Whether what the public read was taken back. */
  withdrawn: boolean
  /** The version at work, where this viewer may see it. */
  proposed: Verdict | null
  /** The name of whoever works on it. */
  assignee: string | null
  /** Where it says what was searched for. */
  hits: Hit[]
}

type FacetValue = { value: string; claims: number }

/** What is shown, by what it has; most first. */
export type FacetsShown = Record<'rating' | 'language' | 'topic' | 'kind', FacetValue[]> & {
  claimant: (FacetValue & { name: string | null })[]
  /** How many were counted, the newest, where there are more; else null. */
  among: number | null
}

/** What there is to say of a search. */
export type SearchShown = {
  /** Whether there are more than are counted. */
  isLeast: boolean
  /** Whether only the newest of what was found were put in order. */
  many: boolean
  /** Whether not everything is in the index yet. */
  behind: boolean
  /** Filters among the words, as they were typed, each with the search without it. */
  chips: { text: string; rest: string }[]
  /** What looks like a filter, and is none, or has no such value. */
  strange: { text: string; why: 'name' | 'value' }[]
  /** Words that nothing says, and what they were taken for. */
  taken: { typed: string; as: 'beginning' | 'near'; words: string[] }[]
  /** Words that nothing says, nor anything like them. */
  missing: string[]
  /** The search holds no word that says anything. */
  wordless: boolean
  /** It is longer than what is read of it. */
  cut: boolean
  articles: {
    found: { article: Article; hits: Hit[] }[]
    count: { articles: number; isLeast: boolean }
  }
  /** How others rated what says it. */
  rulings: { found: ListedRuling[]; count: { rulings: number; isLeast: boolean } }
}

/** What can be asked for; what is asked for is among it, where it is on this desk. */
export type QueueChoices = {
  /** The whole scale, for the ratings of the rows. */
  scale: Rating[]
  ratings: Rating[]
  languages: string[]
  topics: string[]
  claimants: { id: string; name: string }[]
  articles: Article[]
}

export type QueueProps = {
  queue: Queue
  rows: QueueRow[]
  /** How many match by stage, among whose work is shown. */
  stages: Record<Stage | 'all', number>
  /** How many match by whose work it is, at the stage that is shown. */
  whose: Record<Who, number>
  /** How many match. */
  total: number
  choices: QueueChoices
  /** The searches that were saved, beside the list of claims. */
  saving?: Saving
  facets: FacetsShown
  /** Null where nothing is searched for. */
  search: SearchShown | null
  /** Whether the counts by stage and person are lower bounds. */
  isLeast: boolean
  /** Where this page begins, and where the next one does, as addresses carry it; null at either end. */
  place: string | null
  next: string | null
}
