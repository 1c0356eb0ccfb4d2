import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Source } from '../domain/source.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'
import { insertRow } from './rows.ts'

/** How the last visit to a source went; no decision, so no entry speaks of it. */
export type Visit = Tables['sourceVisits']['$inferSelect']

/** Keeps a visit in place of the one before it. */
export const visitRow = ({ sourceVisits }: Tables, visit: Visit): SQL =>
  sql`${insertRow(sourceVisits, visit)} on conflict (source) do update set
    at = excluded.at, outcome = excluded.outcome, why = excluded.why,
    etag = excluded.etag, last_modified = excluded.last_modified`

export const sourceQueries = ({ db, tables: { sources, sourceVisits } }: Connection) => ({
  async find(id: string): Promise<Source | null> {
    const [row] = await db.select().from(sources).where(eq(sources.id, id)).limit(1)
    return row ?? null
  },

  /** @param urls as sources are known by them */
  async byUrls(urls: string[]): Promise<Source[]> {
    if (urls.length === 0) return []
    return await db.select().from(sources).where(inArray(sources.url, urls))
  },

  /** How the last visit to each went. */
  async visits(ids: string[]): Promise<Visit[]> {
    if (ids.length === 0) return []
    return await db.select().from(sourceVisits).where(inArray(sourceVisits.source, ids))
  },
})
