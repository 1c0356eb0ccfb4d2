import type { Claim, SetAsideReason } from '../../domain/claim.ts'
import type { Contact } from '../../domain/contact.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { SearchRecord } from '../../domain/search-record.ts'
import type { CorrectionKind, reasons } from '../../domain/verdict.ts'
import type { ArticleKey } from './articles.ts'

/** Whose hand it is: a checker, and two editors. */
export type Hand = 'checker' | 'editor' | 'second'

/** Words of an article that carry the claim, with who claims it there. */
export type Appearing = {
  article: ArticleKey
  /** The exact words; they stand once in its text. */
  words: string
  /** Somebody; the outlet in its own voice; or nobody knows. */
  claimant: { name: string; role: string; sameAs?: string } | 'outlet' | 'unknown'
  /** Claimant first. */
  chain?: string[]
  claimedOn: string
  claimedOnReason?: string
}

type Statement = Pick<Claim, 'statement' | 'kind'> & { statementEn: string }

/** A claim in the desk's own words, Italian and English. */
export type Words = Statement & { topics: string }

/** A source; what is left out is unknown, or does not apply. */
export type Source = Pick<Evidence, 'stance' | 'title' | 'interest' | 'kind'> & {
  publisher?: string
  publishedOn?: string
  url?: string
  locator?: string
  origin?: string
  note?: string
  quote?: string
  quoteLanguage?: string
  /** Whether the passage was written out of it, and is kept: the desk of the example fetches nothing. */
  writtenOut?: true
  translation?: string
  rank?: Evidence['rank']
  rankReason?: string
  visibility?: Evidence['visibility']
  visibilityReason?: string
}

export type Conclusion = {
  rating?: string
  reasons?: (typeof reasons)[number][]
  conclusion: string
  conclusionEn: string
  rationale: string
  holdsOn: string
  validUntil?: string
  /** In how many days from today to look again. */
  recheckIn?: number
  /** Why they went on with what the look before signing found. */
  findingsWord?: string
}

/** What somebody does to a claim, as its forms would send it. */
type Act =
  | { verb: 'open'; words: Words; at: Appearing }
  | { verb: 'open_alone'; words: Words; explanation: string }
  | { verb: 'appear'; at: Appearing }
  | { verb: 'give'; to: Hand }
  /** `dueIn`: days from today. */
  | { verb: 'plan'; plan: { why?: string; waitsFor?: string; dueIn?: number } }
  /** The claim goes on as `first`; `second` becomes the claim of another key. */
  | { verb: 'split'; first: Statement; second: Statement & { key: string } }
  | { verb: 'evidence'; source: Source }
  | { verb: 'search'; search: Pick<SearchRecord, 'place' | 'words' | 'outcome' | 'note'> }
  | {
      verb: 'ask'
      question: Pick<Contact, 'who' | 'role' | 'way' | 'question' | 'visibility'>
    }
  /** What came of the question asked last. */
  | { verb: 'answer'; outcome: 'replied' | 'declined' | 'silent'; reply?: string }
  | { verb: 'draft'; verdict: Conclusion }
  | { verb: 'propose'; verdict: Conclusion }
  | { verb: 'return'; comment: string }
  | { verb: 'publish'; correctionKind?: CorrectionKind; correctionReason?: string }
  | { verb: 'reopen'; underCorrection?: 'yes' }
  | { verb: 'withdraw'; reason: string }
  | { verb: 'set_aside'; reason: SetAsideReason; words?: string; duplicateOf?: string }

/** An act, with the day of the story on which it falls (0 is the first) and whose hand it is. */
export type Step = Act & {
  /** Without it, the day of the step before. */
  day?: number
  /** The checker's without it. */
  by?: Hand
}

/** All that happens to one claim. `key` is how other claims of the example call it. */
export type Life = { key: string; steps: Step[] }
