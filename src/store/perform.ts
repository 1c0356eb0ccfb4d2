import { type SQL, sql } from 'drizzle-orm'
import type { Entry, Kind, SealedEntry } from '../domain/ledger.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Tables } from './define.ts'
import { placing } from './facets/placing.ts'
import type { Indexing } from './index/dialect.ts'
import { reindex } from './index/touched.ts'
import { insertRow } from './rows.ts'
import { seal } from './seal.ts'
import type { Steps } from './steps.ts'

/**
 * A statement, and the number of rows it must touch: another number undoes everything. Null where
 * any number is right.
 */
export type Write = { query: SQL; touches: number | null }

/** What was told to the public by the entry of a verdict's revision. */
export type Publication = {
  verdict: string
  revision: number
  claim: string
  status: string
  body: string
  hash: string
}

/** That nothing of a kind was decided since a place in the ledger. */
export type Still = { kind: Kind; since: number }

/** Everything that one decision writes: all of it, or nothing. */
export type Plan = {
  writes: Write[]
  entries: Entry[]
  publications?: Publication[]
  still?: Still | undefined
  /** The claims (ids) that are listed or counted elsewhere now. */
  moved?: string[]
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/**
 * Carries out a plan inside a transaction that the connection has opened: it hands out statements
 * one by one and takes their results, so that a synchronous and an asynchronous driver run the same
 * code. The ledger comes last, under `lock`: sequence numbers become visible in their order. Under it,
 * too, what is found by words is written anew, and where claims are listed and counted.
 * @param lock the statement that makes appending to the ledger one at a time, where one is needed
 * @throws Refusal `conflict` where a statement touched another number of rows, or where something was
 *   decided that the plan does not know of
 */
export function* perform(
  plan: Plan,
  tables: Tables,
  indexing: Indexing,
  lock: SQL | null,
): Steps<SealedEntry[]> {
  for (const { query, touches } of plan.writes) {
    const { count } = yield query
    if (touches !== null && count !== touches) throw new Refusal('conflict')
  }
  if (plan.entries.length === 0) return []
  if (lock) yield lock
  const { ledger, publications } = tables
  if (plan.still) {
    const { kind, since } = plan.still
    // Under the lock nothing is decided any more; few entries are so new, of whatever kind.
    const newer = yield sql`select ${ledger.seq} as seq from ${ledger}
      where ${ledger.seq} > ${since} and coalesce(${ledger.kind}, '') = ${kind} limit 1`
    if (newer.rows.length > 0) throw new Refusal('conflict')
  }
  const head = yield sql`select coalesce(max(${ledger.seq}), 0) as seq from ${ledger}`
  let seq = Number(head.rows[0]?.seq ?? 0)
  const sealed: SealedEntry[] = []
  for (const entry of plan.entries) {
    const last = yield sql`select ${ledger.hash} as hash from ${ledger}
      where ${ledger.kind} = ${entry.kind} and ${ledger.subject} = ${entry.subject}
      order by ${ledger.revision} desc limit 1`
    seq += 1
    const one = seal(entry, seq, text(last.rows[0]?.hash))
    yield insertRow(ledger, one)
    sealed.push(one)
  }
  for (const { revision, ...row } of plan.publications ?? []) {
    const by = sealed.find((one) => one.subject === row.verdict && one.revision === revision)
    if (by) yield insertRow(publications, { ...row, seq: by.seq })
  }
  yield* reindex(tables, indexing, plan.entries)
  yield* placing(tables, plan.moved ?? [])
  return sealed
}
