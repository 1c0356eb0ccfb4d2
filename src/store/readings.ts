import { and, asc, count, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Reading } from '../domain/reading.ts'
import type { Connection } from './connection.ts'
import { preparedFor } from './prepared.ts'

export const readingQueries = ({ db, tables: { readings } }: Connection) => ({
  /** The second readings of these claims' versions, oldest first. */
  of: preparedFor<Reading>((claimIds) =>
    db
      .select()
      .from(readings)
      .where(inArray(readings.claim, claimIds))
      .orderBy(asc(readings.filedAt), asc(readings.id)),
  ),

  /** How often a proposal with one rating met a blind reading with another, or the same. */
  async pairs(): Promise<{ first: string; second: string; readings: number }[]> {
    const { against, rating } = readings
    const rows = await db
      .select({ first: against, second: rating, readings: count() })
      .from(readings)
      .where(and(eq(readings.mode, 'blind'), isNotNull(against), isNotNull(rating)))
      .groupBy(against, rating)
    return rows.flatMap(({ first, second, readings }) =>
      first && second ? [{ first, second, readings }] : [],
    )
  },
})
