import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  lte,
  max,
  type SQL,
  sql,
} from 'drizzle-orm'
import { type Fields, fold, type Kind, type SealedEntry } from '../domain/ledger.ts'
import type { Connection } from './connection.ts'
import { tableOf } from './save.ts'

/** How a subject of each kind stands, as its table would hold it. */
export type Stood<K extends Kind> = ReturnType<typeof tableOf>[K]['$inferSelect']

/** How far a clock may have been put back between two decisions and still tell their order. */
const DAY = 86_400_000

/** How many entries are looked through at a time. */
const WINDOW = 500

/** Entries one life after the other. */
function livesIn(entries: SealedEntry[]): SealedEntry[][] {
  return [...Map.groupBy(entries, ({ subject }) => subject).values()]
}

/**
 * How things stood at a place in the ledger: the entries up to it, folded. What is asked for is given
 * in no order.
 */
export const pastQueries = ({ db, tables }: Connection) => {
  const { ledger } = tables

  /** The fields of a kind that nobody set are in no entry: they are null. */
  const blank = (kind: Kind): Fields =>
    Object.fromEntries(
      Object.keys(getTableColumns(tableOf(tables)[kind])).map((name) => [name, null]),
    )

  async function folded<K extends Kind>(
    kind: K,
    cursor: number,
    which: SQL | undefined,
  ): Promise<Stood<K>[]> {
    const entries = await db
      .select()
      .from(ledger)
      .where(and(eq(ledger.kind, kind), which, lte(ledger.seq, cursor)))
      .orderBy(asc(ledger.subject), asc(ledger.revision))
    const isStood = (state: object): state is Stood<K> => 'revision' in state
    return livesIn(entries)
      .map((life): object => ({ ...blank(kind), ...fold(life) }))
      .filter(isStood)
  }

  return {
    /**
     * The place of a moment: the greatest of all entries that were decided then or before. Clocks are
     * put back at times: entries of the last day before it are looked at.
     * @param moment ISO 8601, UTC
     */
    async cursorAt(moment: string): Promise<number> {
      const [latest] = await db
        .select({ at: ledger.at })
        .from(ledger)
        .where(lte(ledger.at, moment))
        .orderBy(desc(ledger.at))
        .limit(1)
      if (!latest) return 0
      const since = new Date(Date.parse(latest.at) - DAY).toISOString()
      const [row] = await db
        .select({ seq: max(ledger.seq) })
        .from(ledger)
        .where(and(gte(ledger.at, since), lte(ledger.at, moment)))
      return row?.seq ?? 0
    },

    /**
     * The last place, and when that was decided; null where nothing was.
     * @param until the last one at this place or before; of all without
     */
    async last(until?: number): Promise<{ seq: number; at: string; hash: string } | null> {
      const [row] = await db
        .select({ seq: ledger.seq, at: ledger.at, hash: ledger.hash })
        .from(ledger)
        .where(until === undefined ? undefined : lte(ledger.seq, until))
        .orderBy(desc(ledger.seq))
        .limit(1)
      return row ?? null
    },

    /** The entry at a place, as its hash names it; null where there is none. */
    async entry(seq: number): Promise<{ seq: number; hash: string } | null> {
      const [row] = await db
        .select({ seq: ledger.seq, hash: ledger.hash })
        .from(ledger)
        .where(eq(ledger.seq, seq))
        .limit(1)
      return row ?? null
    },

    /**
     * The claims that were changed, or that came to appear elsewhere or gave an appearance away, in a stretch
     * of the ledger: a window of it at a time, so that one may come more than once.
     * @yields ids
     */
    async *touched(since: number, until: number): AsyncGenerator<string[]> {
      for (let seq = since; ; ) {
        const rows = await db
          .select({ seq: ledger.seq, claim: ledger.claim, change: ledger.change })
          .from(ledger)
          .where(
            and(
              // Were the kind asked plainly, SQLite would read through all that is of it.
              inArray(sql`coalesce(${ledger.kind}, '')`, ['claim', 'appearance']),
              gt(ledger.seq, seq),
              lte(ledger.seq, until),
            ),
          )
          .orderBy(asc(ledger.seq))
          .limit(WINDOW)
        const last = rows.at(-1)
        if (!last) return
        const ids = rows.flatMap(({ claim, change }) => [claim, change.claim?.[0]])
        yield [...new Set(ids.filter((id) => typeof id === 'string'))]
        seq = last.seq
      }
    },

    /** When a subject came to be; null where it never did. */
    async bornAt(kind: Kind, subject: string): Promise<string | null> {
      const isBirth = and(
        eq(ledger.kind, kind),
        eq(ledger.subject, subject),
        eq(ledger.revision, 1),
      )
      const [row] = await db.select({ at: ledger.at }).from(ledger).where(isBirth).limit(1)
      return row?.at ?? null
    },

    /** Every subject of a kind. */
    every: <K extends Kind>(kind: K, cursor: number) => folded(kind, cursor, undefined),

    /** These subjects, but for those that were not there yet. */
    async these<K extends Kind>(kind: K, ids: string[], cursor: number): Promise<Stood<K>[]> {
      return ids.length ? folded(kind, cursor, inArray(ledger.subject, ids)) : []
    },

    /** What was ever a part of these claims; an appearance may have been another claim's by then. */
    async everOf<K extends Kind>(kind: K, claims: string[], cursor: number): Promise<Stood<K>[]> {
      if (claims.length === 0) return []
      // Of whatever kind: were the kind asked here too, SQLite would read through all that is of it.
      const named = db
        .select({ subject: ledger.subject })
        .from(ledger)
        .where(inArray(ledger.claim, claims))
      return folded(kind, cursor, inArray(ledger.subject, named))
    },
  }
}
