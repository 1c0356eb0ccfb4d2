import { eq, inArray } from 'drizzle-orm'
import type { Ruling } from '../domain/ruling.ts'
import type { Connection } from './connection.ts'

/** How others rated what was said, as it was received. */
export const rulingQueries = ({ db, tables: { rulings } }: Connection) => ({
  async find(id: string): Promise<Ruling | null> {
    const [row] = await db.select().from(rulings).where(eq(rulings.id, id)).limit(1)
    return row ?? null
  },

  async byIds(ids: string[]): Promise<Ruling[]> {
    return ids.length ? db.select().from(rulings).where(inArray(rulings.id, ids)) : []
  },
})
