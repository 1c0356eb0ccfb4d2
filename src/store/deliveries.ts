import {
  aliasedTable,
  and,
  asc,
  count,
  desc,
  eq,
  isNull,
  lt,
  lte,
  ne,
  notExists,
  or,
  sql,
} from 'drizzle-orm'
import type { Delivery } from '../domain/delivery.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Cursor } from './articles.ts'
import type { Connection } from './connection.ts'
import { insertRow } from './rows.ts'

/** What webhooks are told, and what became of it: written as it is, and no part of the record. */
export const deliveryQueries = ({ db, tables, atomically }: Connection) => {
  const { deliveries, webhookStates: states } = tables
  const earlier = aliasedTable(deliveries, 'earlier')

  /** Of what is told of a claim, the first that waits holds back the rest. */
  const isFirst = or(
    eq(deliveries.again, 1),
    isNull(deliveries.claim),
    notExists(
      db
        .select({ id: earlier.id })
        .from(earlier)
        .where(
          and(
            eq(earlier.webhook, deliveries.webhook),
            eq(earlier.claim, deliveries.claim),
            eq(earlier.status, 'waiting'),
            eq(earlier.again, 0),
            lt(earlier.seq, deliveries.seq),
          ),
        ),
    ),
  )

  return {
    async find(id: string): Promise<Delivery | null> {
      const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id)).limit(1)
      return row ?? null
    },

    /** Those of a webhook, the newest first: `limit` rows after the cursor. */
    async list(webhook: string, after: Cursor | null, limit: number): Promise<Delivery[]> {
      const { addedAt, id } = deliveries
      const rest = after
        ? or(lt(addedAt, after.at), and(eq(addedAt, after.at), lt(id, after.id)))
        : undefined
      return await db
        .select()
        .from(deliveries)
        .where(and(eq(deliveries.webhook, webhook), rest))
        .orderBy(desc(addedAt), desc(id))
        .limit(limit)
    },

    /** How many of a webhook's wait. */
    async waiting(webhook: string): Promise<number> {
      const [row] = await db
        .select({ n: count() })
        .from(deliveries)
        .where(and(eq(deliveries.webhook, webhook), eq(deliveries.status, 'waiting')))
      return row?.n ?? 0
    },

    /**
     * Notes what is to be told, and that it was noted up to a place: both, or neither.
     * @returns whether nobody else had done so
     */
    async note(webhook: string, from: number, to: number, found: Delivery[]): Promise<boolean> {
      try {
        await atomically(() => ({
          writes: [
            {
              query: sql`update ${states} set ${sql.identifier('cursor')} = ${to}
                where webhook = ${webhook} and ${sql.identifier('cursor')} = ${from}`,
              touches: 1,
            },
            ...found.map((one) => ({ query: insertRow(deliveries, one), touches: 1 })),
          ],
          entries: [],
        }))
        return true
      } catch (error) {
        if (error instanceof Refusal && error.code === 'conflict') return false
        throw error
      }
    },

    /** Adds one; the same again leaves it as it is. */
    async add(delivery: Delivery): Promise<void> {
      await db.insert(deliveries).values(delivery).onConflictDoNothing()
    },

    /** What a webhook is to be told now, in its order, and nobody is sending. */
    async due(webhook: string, now: string, limit: number): Promise<Delivery[]> {
      const isFree = or(isNull(deliveries.leasedUntil), lte(deliveries.leasedUntil, now))
      return await db
        .select()
        .from(deliveries)
        .where(
          and(
            eq(deliveries.webhook, webhook),
            eq(deliveries.status, 'waiting'),
            lte(deliveries.nextAt, now),
            isFree,
            isFirst,
          ),
        )
        .orderBy(asc(deliveries.nextAt), asc(deliveries.seq), asc(deliveries.id))
        .limit(limit)
    },

    /**
     * Writes how one stands, if it still is as it was read.
     * @returns it as it is now; null where somebody else was there before
     */
    async put(delivery: Delivery): Promise<Delivery | null> {
      const { id, revision } = delivery
      const after = { ...delivery, revision: revision + 1 }
      const written = await db
        .update(deliveries)
        .set(after)
        .where(and(eq(deliveries.id, id), eq(deliveries.revision, revision)))
        .returning({ id: deliveries.id })
      return written.length > 0 ? after : null
    },

    /** Forgets those that were settled and are older. */
    async forget(before: string): Promise<void> {
      await db
        .delete(deliveries)
        .where(and(ne(deliveries.status, 'waiting'), lt(deliveries.addedAt, before)))
    },
  }
}
