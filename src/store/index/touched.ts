import { type SQL, sql } from 'drizzle-orm'
import type { Entry, Value } from '../../domain/ledger.ts'
import type { Tables } from '../define.ts'
import type { Steps } from '../steps.ts'
import type { Indexing } from './dialect.ts'
import { index } from './write.ts'

/** Claims that are read again with the decision itself; where it touches more, they are read soon after. */
const AT_ONCE = 20

/** The fields of each kind that something is found by. */
const telling = {
  claim: ['statement', 'language', 'statementEn', 'statementIt'],
  appearance: ['claim', 'article', 'claimant', 'claimantId', 'attribution'],
  evidence: ['title', 'publisher', 'note', 'quote', 'quoteLanguage', 'translation'],
  verdict: ['status', 'publication'],
  article: ['title', 'outlet', 'byline', 'language', 'version'],
  claimant: ['name', 'role'],
} as const

const isTelling = (kind: string): kind is keyof typeof telling => Object.hasOwn(telling, kind)

/** What decisions change of what is found: claims by their ids, articles, and claimants. */
function touchedBy(entries: Entry[]) {
  const [claims, articles, claimants] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const ids = (values: Value[]) => values.filter((value) => typeof value === 'string')
  for (const { kind, subject, claim, change } of entries) {
    if (!isTelling(kind) || !telling[kind].some((field) => change[field])) continue
    // What a version says is found while the public reads it.
    const isPublic = change.status?.includes('published') || change.publication
    if (kind === 'verdict' && !isPublic) continue
    if (kind === 'article') articles.add(subject)
    else if (kind === 'claimant') claimants.add(subject)
    else
      for (const id of ids([kind === 'claim' ? subject : claim, ...(change.claim ?? [])]))
        claims.add(id)
  }
  return { claims, articles, claimants }
}

/**
 * What decisions change of the index, in their own transaction. Where very many claims are found by what
 * changed, such as the name of a claimant, they are marked, to be read again soon.
 */
export function* reindex(tables: Tables, indexing: Indexing, entries: Entry[]): Steps<void> {
  const { claims, articles, claimants } = touchedBy(entries)
  if (claims.size + articles.size + claimants.size === 0) return
  const { appearances, documents, unindexed } = tables
  const others: SQL[] = []
  if (articles.size > 0) others.push(indexing.among(sql`article`, [...articles]))
  if (claimants.size > 0) others.push(indexing.among(sql`claimant_id`, [...claimants]))
  for (const speak of others) {
    const { rows } = yield sql`select distinct claim from ${appearances} where ${speak}
      limit ${AT_ONCE + 1}`
    if (rows.length <= AT_ONCE) for (const row of rows) claims.add(String(row.claim))
    else
      yield sql`insert into ${unindexed} (number) select number from ${documents}
        where subject in (select claim from ${appearances} where ${speak})
        on conflict (number) do nothing`
  }
  yield* index(tables, indexing, 'claim', [...claims])
  yield* index(tables, indexing, 'article', [...articles])
}
