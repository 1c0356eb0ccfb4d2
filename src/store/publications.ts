import { and, asc, count, eq, gt, lte, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { ExportFilters } from '../domain/export-filters.ts'
import type { Connection } from './connection.ts'
import { filtering } from './export-filters.ts'

export type PublicationRow = {
  seq: number
  claim: string
  body: string
  entryHash: string
  hash: string
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
     * @returns `bytes` of all their bodies (UTF-8), and `digits` of all their places in the ledger
     */
    async measure(cursor: number, filters: ExportFilters) {
      const [row] = await db
        .select({
          count: count(),
          bytes: sql`coalesce(sum(octet_length(${publications.body})), 0)`.mapWith(Number),
          digits: sql`coalesce(sum(length(cast(${publications.seq} as text))), 0)`.mapWith(Number),
        })
        .from(publications)
        .where(and(newest(cursor), matching(filters)))
      return row ?? { count: 0, bytes: 0, digits: 0 }
    },
  }
}
