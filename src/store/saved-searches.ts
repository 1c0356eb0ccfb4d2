import { and, asc, count, desc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { SavedSearch, SearchLook } from '../domain/saved-search.ts'
import type { Connection } from './connection.ts'

/** Searches are no decisions: they are written as they are, and leave nothing in the record. */
export const savedSearchQueries = ({ db, tables }: Connection) => {
  const { savedSearches: searches, searchLooks: looks } = tables

  return {
    async find(id: string): Promise<SavedSearch | null> {
      const [row] = await db.select().from(searches).where(eq(searches.id, id)).limit(1)
      return row ?? null
    },

    /** Somebody's own, then those that others share, by name. */
    async visibleTo(person: string, limit: number): Promise<SavedSearch[]> {
      const rows = await db
        .select()
        .from(searches)
        .where(or(eq(searches.owner, person), isNotNull(searches.sharedAt)))
        .orderBy(asc(searches.name), asc(searches.id))
        .limit(limit)
      const isOwn = ({ owner }: SavedSearch) => owner === person
      return [...rows.filter(isOwn), ...rows.filter((one) => !isOwn(one))]
    },

    async countOf(owner: string): Promise<number> {
      const [row] = await db.select({ n: count() }).from(searches).where(eq(searches.owner, owner))
      return row?.n ?? 0
    },

    /** Keeps one; the same again leaves it as it is. */
    async keep(search: SavedSearch): Promise<void> {
      await db.insert(searches).values(search).onConflictDoNothing()
    },

    async change(id: string, fields: Partial<Pick<SavedSearch, 'name' | 'sharedAt' | 'feed'>>) {
      await db.update(searches).set(fields).where(eq(searches.id, id))
    },

    async remove(id: string): Promise<void> {
      await db.delete(looks).where(eq(looks.search, id))
      await db.delete(searches).where(eq(searches.id, id))
    },

    /** The search whose feed has this secret. */
    async byFeed(hash: string): Promise<SavedSearch | null> {
      const [row] = await db.select().from(searches).where(eq(searches.feed, hash)).limit(1)
      return row ?? null
    },

    /** Ends every feed of somebody's. */
    async endFeeds(owner: string): Promise<void> {
      await db.update(searches).set({ feed: null }).where(eq(searches.owner, owner))
    },

    /** How somebody looked at each of these, by its id. */
    async looksOf(person: string, ids: string[]): Promise<Map<string, SearchLook>> {
      if (ids.length === 0) return new Map()
      const rows = await db
        .select()
        .from(looks)
        .where(and(eq(looks.person, person), inArray(looks.search, ids)))
        .orderBy(desc(looks.seen))
      return new Map(rows.map(({ search, seen, before }) => [search, { seen, before }]))
    },

    async look(search: string, person: string, look: SearchLook): Promise<void> {
      await db
        .insert(looks)
        .values({ search, person, ...look })
        .onConflictDoUpdate({ target: [looks.search, looks.person], set: look })
    },
  }
}
