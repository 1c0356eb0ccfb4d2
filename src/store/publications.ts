import { and, asc, count, eq, gt, lte, notExists, sql } from 'drizzle-orm'
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { ExportFilters } from '../domain/export-filters.ts'
import type { Connection } from './connection.ts'
import { filtering } from './export-filters.ts'
import { depthsIn } from './merkle.ts'

export type PublicationRow = {
  seq: number
  claim: string
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
function newestIn({ db, tables: { publications } }: Connection) {
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
  const { publications, ledger } = tables
  const matching = filtering(connection)
  const newest = newestIn(connection)

  return {
    /** The newest publications, `limit` of them after `seq`, each with its entry's hash. */
    async list(
      cursor: number,
      seq: number,
      limit: number,
      filters: ExportFilters,
    ): Promise<PublicationRow[]> {
      return await db
        .select({
          seq: publications.seq,
          claim: publications.claim,
          body: publications.body,
          hash: publications.hash,
          entryHash: ledger.hash,
        })
        .from(publications)
        .innerJoin(ledger, eq(ledger.seq, publications.seq))
        .where(and(newest(cursor), gt(publications.seq, seq), matching(filters)))
        .orderBy(asc(publications.seq))
        .limit(limit)
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
