import { and, count, countDistinct, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Snapshot } from '../domain/snapshot.ts'
import type { Source, SourceFilter } from '../domain/source.ts'
import type { Cursor } from './articles.ts'
import type { Connection } from './connection.ts'
import type { Visit } from './sources.ts'
import { stands } from './standing.ts'

/** A source in a list, with how its last visit went, and how much stands on it. */
export type ListedSource = {
  source: Source
  visit: Visit | null
  snapshot: Pick<Snapshot, 'title' | 'language' | 'takenAt'> | null
  evidence: number
  articles: number
  /** When it was visited last; when it was first cited, where it never was. */
  at: string
}

export const sourceLists = ({ db, tables }: Connection) => {
  const { sources, sourceVisits, snapshots, articles, articleVersions, evidence } = tables
  const lastSeen = sql<string>`coalesce(${sourceVisits.at}, ${sources.addedAt})`

  const filters = {
    all: undefined,
    changed: eq(sourceVisits.outcome, 'changed'),
    gone: isNotNull(sources.goneSince),
    failed: inArray(sourceVisits.outcome, ['failed', 'barred']),
  } satisfies Record<SourceFilter, unknown>

  /** How many rows of each source there are, by its id. */
  const counted = (rows: { source: string | null; n: number }[]) =>
    new Map(rows.map(({ source, n }) => [source ?? '', n]))

  async function standing(ids: string[]) {
    const [quoting, named, read] = await Promise.all([
      db
        .select({ source: snapshots.source, n: count() })
        .from(evidence)
        .innerJoin(snapshots, eq(snapshots.id, evidence.snapshot))
        .where(inArray(snapshots.source, ids))
        .groupBy(snapshots.source),
      db
        .select({ source: sources.id, n: count() })
        .from(evidence)
        .innerJoin(sources, stands(evidence.url, sources.url))
        .where(and(isNull(evidence.snapshot), inArray(sources.id, ids)))
        .groupBy(sources.id),
      db
        .select({ source: snapshots.source, n: countDistinct(articles.id) })
        .from(articles)
        .innerJoin(articleVersions, eq(articleVersions.id, articles.version))
        .innerJoin(snapshots, eq(snapshots.id, articleVersions.snapshot))
        .where(inArray(snapshots.source, ids))
        .groupBy(snapshots.source),
    ])
    return { quoting: counted(quoting), named: counted(named), read: counted(read) }
  }

  return {
    /** The last one visited first, `limit` rows after the cursor. */
    async list(filter: SourceFilter, after: Cursor | null, limit: number): Promise<ListedSource[]> {
      const rest = after
        ? sql`(${lastSeen}, ${sources.id}) < (${after.at}, ${after.id})`
        : undefined
      const { title, language, takenAt } = snapshots
      const rows = await db
        .select({
          source: sources,
          visit: sourceVisits,
          snapshot: { title, language, takenAt },
          at: lastSeen,
        })
        .from(sources)
        .leftJoin(sourceVisits, eq(sourceVisits.source, sources.id))
        .leftJoin(snapshots, eq(snapshots.id, sources.snapshot))
        .where(and(filters[filter], rest))
        .orderBy(desc(lastSeen), desc(sources.id))
        .limit(limit)
      if (rows.length === 0) return []
      const { quoting, named, read } = await standing(rows.map(({ source }) => source.id))
      return rows.map(({ source, ...row }) => ({
        ...row,
        source,
        evidence: (quoting.get(source.id) ?? 0) + (named.get(source.id) ?? 0),
        articles: read.get(source.id) ?? 0,
      }))
    },

    /** The evidence that names an address of which no snapshot could be taken, by its address. */
    async named(url: string) {
      return await db
        .select()
        .from(evidence)
        .where(and(stands(evidence.url, url), isNull(evidence.snapshot)))
        .limit(200)
    },
  }
}
