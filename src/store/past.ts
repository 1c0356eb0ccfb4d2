import { and, asc, desc, eq, getTableColumns, gte, inArray, lte, max, type SQL } from 'drizzle-orm'
import { type Fields, fold, type Kind, type SealedEntry } from '../domain/ledger.ts'
import type { Connection } from './connection.ts'
import { tableOf } from './save.ts'

/** How a subject of each kind stands, as its table would hold it. */
export type Stood<K extends Kind> = ReturnType<typeof tableOf>[K]['$inferSelect']

/** How far a clock may have been put back between two decisions and still tell their order. */
const DAY = 86_400_000

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

    /** The last place, and when that was decided; null where nothing was. */
    async last(): Promise<{ seq: number; at: string } | null> {
      const [row] = await db
        .select({ seq: ledger.seq, at: ledger.at })
        .from(ledger)
        .orderBy(desc(ledger.seq))
        .limit(1)
      return row ?? null
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
