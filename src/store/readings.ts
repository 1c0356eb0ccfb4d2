import { asc, inArray } from 'drizzle-orm'
import type { Reading } from '../domain/reading.ts'
import type { Connection } from './connection.ts'

export const readingQueries = ({ db, tables: { readings } }: Connection) => ({
  /** The second readings of these claims' versions, oldest first. */
  async of(claimIds: string[]): Promise<Reading[]> {
    if (claimIds.length === 0) return []
    return await db
      .select()
      .from(readings)
      .where(inArray(readings.claim, claimIds))
      .orderBy(asc(readings.filedAt), asc(readings.id))
  },
})
