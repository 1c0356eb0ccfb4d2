import { and, asc, count, eq, gt, inArray, lte, max, notExists, sql } from 'drizzle-orm'
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { ExportFilters } from '../domain/export-filters.ts'
import type { Connection } from './connection.ts'
import { filtering } from './export-filters.ts'
import { depthsIn } from './merkle.ts'

export type PublicationRow = {
  seq: number
  verdict: string
  claim: string
  status: string
  /** When it was told, ISO 8601. */
  at: string
  body: string
  entryHash: string
  hash: string
}

const AROUND = JSON.stringify({ index: 0, path: [] }).length - '0'.length
const STEP = '"",'.length + 64
const NONE = 'null'.length

/** How long the JSON of proofs is, but for the digits of their index: of the entries up to each place. */
const lengthsIn = (size: number) =>
  depthsIn(size).map(({ until, steps }) => ({
    until,
    // No comma after the last one.
    length: AROUND + Math.max(0, steps * STEP - ','.length),
  }))

/** How long the JSON of the proof of the entry at a place is; `null` where `size` entries do not cover it. */
export function proofLengths(size: number) {
  const lengths = lengthsIn(size)
  return (seq: number): number => {
    const found = lengths.find(({ until }) => seq <= until)
    return found ? found.length + String(seq - 1).length : NONE
  }
}

/** The same, as SQL. */
function proofLength(seq: SQLiteColumn, size: number) {
  const lengths = lengthsIn(size).map(
    ({ until, length }) =>
      sql`when ${seq} <= ${until} then ${length} + length(cast(${seq} - 1 as text))`,
  )
  const none = sql`cast(${NONE} as integer)`
  return lengths.length ? sql`case ${sql.join(lengths, sql` `)} else ${none} end` : none
}

/** The newest publication of each verdict version, as of a point in the ledger. */
export function newestIn({ db, tables: { publications } }: Connection) {
  const later = alias(publications, 'later')
  return (cursor: number) =>
    and(
      lte(publications.seq, cursor),
      notExists(
        db
          .select({ seq: later.seq })
          .from(later)
          .where(
            and(
              eq(later.verdict, publications.verdict),
              gt(later.seq, publications.seq),
              lte(later.seq, cursor),
            ),
          ),
      ),
    )
}

export const publicationQueries = (connection: Connection) => {
  const { db, tables } = connection
  const { publications, ledger, verdicts } = tables
  const matching = filtering(connection)
  const newest = newestIn(connection)

  const row = {
    seq: publications.seq,
    verdict: publications.verdict,
    claim: publications.claim,
    status: publications.status,
    at: ledger.at,
    body: publications.body,
    hash: publications.hash,
    entryHash: ledger.hash,
  }
  const rows = () =>
    db.select(row).from(publications).innerJoin(ledger, eq(ledger.seq, publications.seq))

  return {
    /** The newest publications, `limit` of them after `seq`, each with its entry's hash. */
    async list(
      cursor: number,
      seq: number,
      limit: number,
      filters: ExportFilters,
    ): Promise<PublicationRow[]> {
      return await rows()
        .where(and(newest(cursor), gt(publications.seq, seq), matching(filters)))
        .orderBy(asc(publications.seq))
        .limit(limit)
    },

    /** What was told of these versions up to a place, the newest of each, in no order. */
    async upTo(cursor: number, versions: string[]): Promise<PublicationRow[]> {
      if (versions.length === 0) return []
      return await rows().where(and(inArray(publications.verdict, versions), newest(cursor)))
    },

    /** The same of every version on these claims, in the order of their places. */
    async on(cursor: number, claims: string[]): Promise<PublicationRow[]> {
      if (claims.length === 0) return []
      const versions = db
        .select({ id: verdicts.id })
        .from(verdicts)
        .where(inArray(verdicts.claim, claims))
      return await rows()
        .where(and(inArray(publications.verdict, versions), newest(cursor)))
        .orderBy(asc(publications.seq))
    },

    /** The last place at which the public was told something, up to another one; 0 where it was not yet. */
    async lastUpTo(cursor: number): Promise<number> {
      const [row] = await db
        .select({ seq: max(publications.seq) })
        .from(publications)
        .where(lte(publications.seq, cursor))
      return row?.seq ?? 0
    },

    /**
     * How many verdict versions were told, and how long what was told is.
     * @param size how many entries the checkpoint covers that they are proved against
     * @returns `bytes` of all their bodies (UTF-8), `digits` of all their places in the ledger, and
     *   `proofs`: how long the JSON of all their proofs is
     */
    async measure(cursor: number, filters: ExportFilters, size: number) {
      const [row] = await db
        .select({
          count: count(),
          bytes: sql`coalesce(sum(octet_length(${publications.body})), 0)`.mapWith(Number),
          digits: sql`coalesce(sum(length(cast(${publications.seq} as text))), 0)`.mapWith(Number),
          proofs: sql`coalesce(sum(${proofLength(publications.seq, size)}), 0)`.mapWith(Number),
        })
        .from(publications)
        .where(and(newest(cursor), matching(filters)))
      return row ?? { count: 0, bytes: 0, digits: 0, proofs: 0 }
    },
  }
}
