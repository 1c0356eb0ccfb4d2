import type { Article } from '../../src/domain/article.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Queue, QueuePlace, Who } from '../../src/domain/queue.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { Stage } from '../../src/domain/stage.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { Place } from '../claim/claimant.ts'
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
  /** The search holds no word that says anything. */
  wordless: boolean
  /** Where this page begins, and where the next one does; null at either end. */
  place: QueuePlace | null
  next: QueuePlace | null
}
