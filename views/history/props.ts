import type { Entry, Kind, Value } from '../../src/domain/ledger.ts'
import type { Link } from '../../src/domain/link.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { Asked, Shape } from '../../src/domain/story.ts'
import type { FoldedRun } from '../parts.ts'

/** What ids stand for, by id. */
export type Calling = {
  people: Record<string, string>
  claims: Record<string, { statement: string; language: string }>
  articles: Record<string, { title: string; language: string }>
  /** What else a subject is called, such as `[2] NIS briefing`. */
  subjects: Record<string, string>
  /** The numbers of verdict versions. */
  versions: Record<string, number>
  links: Record<string, Pick<Link, 'claim' | 'relation' | 'other'>>
  /** Verdict versions that a field names. */
  verdicts: Record<string, { claim: string; number: number }>
  scale: Rating[]
}

/** One field: what it was, what it is, and how the words changed where that can be told. */
export type ToldChange = {
  field: string
  shape: Shape
  before: Value
  after: Value
  runs: FoldedRun[] | null
}

/** A decision with what it changed. */
export type ToldEntry = Omit<Entry, 'format'> & {
  seq: number
  told: ToldChange[]
  /** Of a burst of saves: how many there were, and when it began. */
  saves: number
  since: string | null
  /** The revision that was restored. */
  restored: number | null
}

/** What one person did at one moment. */
export type ToldAct = { at: string; actor: string; entries: ToldEntry[] }

/** What has a history of its own. */
export type Storied = 'claim' | 'article' | 'evidence' | 'verdict'

/** What a history is of, and what its pages say of it. */
export type About = {
  of: Storied
  subject: { id: string; revision: number }
  /** The claim that it is, or is a part of; null for an article. */
  claim: { id: string } | null
  /** A statement or a title, and its language. */
  title: string
  language: string
  /** Of evidence and of verdict versions. */
  number: number | null
}

export type HistoryProps = About & {
  /** Newest first. */
  acts: ToldAct[]
  /** The place from which older ones go on. */
  older: number | null
  asked: Asked
  /** By whom, and of what kinds, there is something. */
  actors: string[]
  kinds: Kind[]
  calling: Calling
}

/** The folder of addresses in which a subject's pages stand. */
export const folders: Record<Storied, string> = {
  claim: 'claims',
  article: 'articles',
  evidence: 'evidence',
  verdict: 'verdicts',
}

/** Where a subject's history stands. */
export const historyOf = ({ of, subject }: Pick<About, 'of' | 'subject'>): string =>
  `/${folders[of]}/${subject.id}/history`

/** Where it stands itself: a verdict is read on its claim's page. */
export const pageOf = ({ of, subject, claim }: Pick<About, 'of' | 'subject' | 'claim'>): string =>
  of === 'verdict' ? `/claims/${claim?.id}#verdict` : `/${folders[of]}/${subject.id}`
