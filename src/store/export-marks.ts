import { and, desc, eq, notInArray } from 'drizzle-orm'
import type { Connection } from './connection.ts'

/** Up to where somebody has an export: how its place is named, and since when (ISO 8601, UTC). */
export type ExportMark = { cursor: string; at: string }

/** Of how many exports, each with filters of its own, a person’s marks are kept. */
const KEPT = 50

export const exportMarkQueries = ({ db, tables: { exportMarks: marks } }: Connection) => ({
  /** @param query the filters of the export, as an address has them */
  async of(person: string, query: string): Promise<ExportMark | null> {
    const [row] = await db
      .select({ cursor: marks.cursor, at: marks.at })
      .from(marks)
      .where(and(eq(marks.person, person), eq(marks.query, query)))
      .limit(1)
    return row ?? null
  },

  /** Keeps one, in place of the one before; those that were used longest ago go. */
  async keep(person: string, query: string, mark: ExportMark): Promise<void> {
    await db
      .insert(marks)
      .values({ person, query, ...mark })
      .onConflictDoUpdate({ target: [marks.person, marks.query], set: mark })
    const rows = await db
      .select({ query: marks.query })
      .from(marks)
      .where(eq(marks.person, person))
      .orderBy(desc(marks.at), desc(marks.query))
      .limit(KEPT)
    const kept = rows.map(({ query }) => query)
    await db.delete(marks).where(and(eq(marks.person, person), notInArray(marks.query, kept)))
  },
})
