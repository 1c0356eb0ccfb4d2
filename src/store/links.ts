import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Link } from '../domain/link.ts'
import type { Connection } from './connection.ts'

/** How many claims are asked for in one statement. */
const WAVE = 1000

export const linkQueries = ({ db, tables: { links } }: Connection) => {
  const about = (claims: string[]) => or(inArray(links.claim, claims), inArray(links.other, claims))

  /** The links that stand about these claims, in the order in which they were made. */
  async function standing(claims: string[]): Promise<Link[]> {
    if (claims.length === 0) return []
    return await db
      .select()
      .from(links)
      .where(and(about(claims), isNull(links.endedAt)))
      .orderBy(asc(links.addedAt), asc(links.id))
  }

  return {
    standing,

    async find(id: string): Promise<Link | null> {
      const [row] = await db.select().from(links).where(eq(links.id, id)).limit(1)
      return row ?? null
    },

    async byIds(ids: string[]): Promise<Link[]> {
      return ids.length ? await db.select().from(links).where(inArray(links.id, ids)) : []
    },

    /** Every link that ever stood about a claim, by id. */
    async everAbout(claim: string): Promise<string[]> {
      const rows = await db
        .select({ id: links.id })
        .from(links)
        .where(about([claim]))
      return rows.map(({ id }) => id)
    },

    /** The links that stand about these claims, about whatever they lead to, and so on. */
    async around(claims: string[]): Promise<Link[]> {
      const found = new Map<string, Link>()
      const met = new Set(claims)
      for (let next = [...met]; next.length > 0; ) {
        const rows = await standing(next.slice(0, WAVE))
        const ends = rows.flatMap(({ claim, other }) => [claim, other])
        const fresh = [...new Set(ends)].filter((one) => !met.has(one))
        for (const row of rows) found.set(row.id, row)
        for (const one of fresh) met.add(one)
        next = [...next.slice(WAVE), ...fresh]
      }
      return [...found.values()]
    },
  }
}
