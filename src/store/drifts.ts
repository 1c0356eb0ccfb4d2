import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Drift } from '../domain/drift.ts'
import type { Cursor } from './articles.ts'
import type { Connection } from './connection.ts'
import { prepared, preparedFor } from './prepared.ts'

export const driftQueries = ({ db, tables: { drifts } }: Connection) => {
  const opened = prepared(() =>
    db.select({ n: count() }).from(drifts).where(isNull(drifts.settledAt)),
  )

  return {
    async find(id: string): Promise<Drift | null> {
      const [row] = await db.select().from(drifts).where(eq(drifts.id, id)).limit(1)
      return row ?? null
    },

    /** The newest task about each of these subjects. */
    async lastAbout(ids: string[]): Promise<Map<string, Drift>> {
      if (ids.length === 0) return new Map()
      const rows = await db
        .select()
        .from(drifts)
        .where(inArray(drifts.about, ids))
        .orderBy(asc(drifts.openedAt), asc(drifts.id))
      return new Map(rows.map((drift) => [drift.about, drift]))
    },

    /** The open tasks on these claims. */
    openOn: preparedFor<Drift>((claims) =>
      db
        .select()
        .from(drifts)
        .where(and(inArray(drifts.claim, claims), isNull(drifts.settledAt)))
        .orderBy(asc(drifts.openedAt), asc(drifts.id)),
    ),

    /** The open tasks, those that wait longest first. */
    async open(after: Cursor | null, limit: number): Promise<Drift[]> {
      const rest = after
        ? or(
            gt(drifts.openedAt, after.at),
            and(eq(drifts.openedAt, after.at), gt(drifts.id, after.id)),
          )
        : undefined
      return await db
        .select()
        .from(drifts)
        .where(and(isNull(drifts.settledAt), rest))
        .orderBy(asc(drifts.openedAt), asc(drifts.id))
        .limit(limit)
    },

    /** The tasks that were settled, the last one first. */
    async settled(after: Cursor | null, limit: number): Promise<Drift[]> {
      const rest = after
        ? or(
            lt(drifts.settledAt, after.at),
            and(eq(drifts.settledAt, after.at), lt(drifts.id, after.id)),
          )
        : undefined
      return await db
        .select()
        .from(drifts)
        .where(and(isNotNull(drifts.settledAt), rest))
        .orderBy(desc(drifts.settledAt), desc(drifts.id))
        .limit(limit)
    },

    async countOpen(): Promise<number> {
      const [row] = await opened()
      return row?.n ?? 0
    },
  }
}
