import { and, asc, eq, gt, max, type SQL, sql } from 'drizzle-orm'
import type { ExportFilters } from '../domain/export-filters.ts'
import type { Connection } from './connection.ts'
import { filtering } from './export-filters.ts'
import { newestIn } from './publications.ts'

/** Many lines, UTF-8, and the place of the last one. */
export type Lines = { last: number; bytes: Uint8Array }

/**
 * What is the engine's own: a body without the brace at its end, and a text as its bytes. SQLite would read
 * every character of a text to find its end; of bytes it knows how many they are.
 */
const own = {
  sqlite: {
    open: (body: SQL) => sql`substr(cast(${body} as blob), 1, octet_length(${body}) - 1)`,
    bytes: (text: SQL) => sql<Uint8Array | null>`cast(${text} as blob)`,
  },
  postgres: {
    open: (body: SQL) => sql`left(${body}, -1)`,
    bytes: (text: SQL) => sql<Uint8Array | null>`convert_to(${text}, 'UTF8')`,
  },
}

/**
 * The newest publications as lines of NDJSON, each with its place in the ledger. The engine writes them: what
 * is only handed on need not become a text of this process first.
 * @param filters which of them
 * @returns the next ones after a place, so many at most; null where there are none
 */
export function publicationLines(connection: Connection) {
  const { db, engine, tables } = connection
  const { publications, ledger } = tables
  const { open, bytes } = own[engine]
  const matching = filtering(connection)
  const newest = newestIn(connection)

  const line = sql<string>`${open(sql`${publications.body}`)}
    || ',"ledger":{"seq":' || ${publications.seq} || ',"hash":"' || ${ledger.hash}
    || '","publication":"' || ${publications.hash} || '"}}' || ${'\n'}`

  return (cursor: number, filters: ExportFilters) => {
    const some = db
      .select({ seq: publications.seq, line: line.as('line') })
      .from(publications)
      .innerJoin(ledger, eq(ledger.seq, publications.seq))
      .where(and(newest(cursor), gt(publications.seq, sql.placeholder('after')), matching(filters)))
      .orderBy(asc(publications.seq))
      .limit(sql.placeholder('most'))
      .as('some')
    const text = sql`string_agg(${some.line}, '' order by ${some.seq})`
    const asking = db
      .select({ last: max(some.seq), bytes: bytes(text) })
      .from(some)
      .prepare()
    return async (after: number, most: number): Promise<Lines | null> => {
      const [row] = await asking.execute({ after, most })
      return row?.last && row.bytes ? { last: row.last, bytes: row.bytes } : null
    }
  }
}
