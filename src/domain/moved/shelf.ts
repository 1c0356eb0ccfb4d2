import type { Appearance } from '../appearance.ts'
import type { Article, ArticleVersion } from '../article.ts'
import type { Claim } from '../claim.ts'
import type { Claimant } from '../claimant.ts'
import type { Contact } from '../contact.ts'
import type { Evidence } from '../evidence.ts'
import type { Change, Fields, Subject } from '../ledger.ts'
import type { Act } from '../member.ts'
import type { Rating } from '../rating.ts'
import type { SearchRecord } from '../search-record.ts'
import type { Verdict } from '../verdict.ts'

/** What a domain without clock, chance and hashing is given to move a desk in. */
export type Means = { act: Act; newId: () => string; hash: (text: string) => string }

/** The newest version of an article, and its text. */
export type Shown = { version: ArticleVersion; text: string }

/** What the desk has of what a batch speaks of; as the batch is decided upon, what it will have. */
export type Shelf = {
  scale: Rating[]
  claims: Map<string, Claim>
  /** By the claim’s id. */
  verdicts: Map<string, Verdict[]>
  articles: Map<string, Article>
  /** By the article’s id. */
  shown: Map<string, Shown>
  /** By key. */
  claimants: Map<string, Claimant>
  appearances: Map<string, Appearance>
  evidence: Map<string, Evidence>
  /** By the claim’s id. */
  searches: Map<string, SearchRecord[]>
  contacts: Map<string, Contact[]>
}

/** What a batch writes. */
export type Decided = { changes: Change[]; texts: { hash: string; text: string }[] }

/** Keeps a change for the batch, unless it changes nothing. @returns the state after it */
export function keep<T extends Subject & Fields>(
  decided: Decided,
  change: Change & { after: T },
): T {
  const isSame = change.before !== null && Object.keys(change.entry.change).length === 0
  if (!isSame) decided.changes.push(change)
  return isSame ? { ...change.after, revision: change.after.revision - 1 } : change.after
}
