import { eq } from 'drizzle-orm'
import { DESK_ID, type Desk } from '../domain/desk.ts'
import { inOrder, type Rating } from '../domain/rating.ts'
import type { Connection } from './connection.ts'
import { prepared } from './prepared.ts'

export const deskQueries = ({ db, tables: { desks, ratings } }: Connection) => {
  const desk = prepared(() => db.select().from(desks).where(eq(desks.id, DESK_ID)).limit(1))
  const defined = prepared(() => db.select().from(ratings))

  return {
    /** The desk, once it was founded. */
    async find(): Promise<Desk | null> {
      const [row] = await desk()
      return row ?? null
    },

    /** The rating scale in its order, retired ratings included. */
    async scale(): Promise<Rating[]> {
      return inOrder(await defined())
    },
  }
}
