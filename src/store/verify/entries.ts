import { sql } from 'drizzle-orm'
import type { Kind } from '../../domain/ledger.ts'
import type { Connection, Read } from '../connection.ts'

/** Rows at a time; of verdicts fewer, since they come with what the public was told. */
const BATCH = 2000
const TOLD_BATCH = 250

/** An entry as its row has it, each value as the engine gives it: whatever somebody put there. */
export type EntryRow = Record<
  | 'seq'
  | 'format'
  | 'at'
  | 'actor'
  | 'verb'
  | 'kind'
  | 'subject'
  | 'claim'
  | 'revision'
  | 'comment',
  unknown
> & { change: unknown; previous: unknown; hash: unknown; told: ToldRow | null }

/** The publication that an entry made. */
export type ToldRow = Record<'verdict' | 'claim' | 'status' | 'body' | 'hash', unknown>

function entryOf(row: unknown[]): EntryRow {
  const [seq, format, at, actor, verb, kind, subject, claim, revision, change] = row
  const [comment, previous, hash, verdict, of, status, body, told] = row.slice(10)
  return {
    ...{ seq, format, at, actor, verb, kind, subject, claim, revision, change },
    ...{ comment, previous, hash },
    told: (verdict ?? null) === null ? null : { verdict, claim: of, status, body, hash: told },
  }
}

/** The entries of a kind, subject by subject, each in the order of its revisions. */
export async function* entriesOf({ tables }: Connection, read: Read, kind: Kind) {
  const { ledger: l, publications: p } = tables
  const hasTold = kind === 'verdict'
  const limit = hasTold ? TOLD_BATCH : BATCH
  const columns = sql`${l.seq}, ${l.format}, ${l.at}, ${l.actor}, ${l.verb}, ${l.kind}, ${l.subject},
    ${l.claim}, ${l.revision}, ${l.change}, ${l.comment}, ${l.previous}, ${l.hash}`
  const from = hasTold
    ? sql`select ${columns}, ${p.verdict}, ${p.claim}, ${p.status}, ${p.body}, ${p.hash}
        from ${l} left join ${p} on ${p.seq} = ${l.seq}`
    : sql`select ${columns} from ${l}`
  let [subject, revision]: unknown[] = ['', Number.MIN_SAFE_INTEGER]
  for (let isEnd = false; !isEnd; ) {
    const rows = await read(sql`${from}
      where ${l.kind} = ${kind} and (${l.subject}, ${l.revision}) > (${subject}, ${revision})
      order by ${l.subject}, ${l.revision} limit ${limit}`)
    const last = rows.at(-1)
    if (last) yield rows
    isEnd = rows.length < limit
    subject = last?.[6]
    revision = last?.[8]
  }
}

export { entryOf }
