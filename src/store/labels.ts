import { and, asc, count, desc, eq, gt, inArray, max, sum } from 'drizzle-orm'
import type { Label } from '../domain/label.ts'
import type { Connection } from './connection.ts'

/** A label of a publisher's, and how many rulings have it. */
export type UsedLabel = {
  publisher: string
  labelKey: string
  label: string
  name: string | null
  language: string
  rulings: number
}

/** What the labels of others amount to, and which there are. */
export const labelQueries = ({ db, tables: { labels, publisherLabels: used } }: Connection) => ({
  async find(publisher: string, labelKey: string): Promise<Label | null> {
    const [row] = await db
      .select()
      .from(labels)
      .where(and(eq(labels.publisher, publisher), eq(labels.labelKey, labelKey)))
      .limit(1)
    return row ?? null
  },

  /** What was decided of the labels of these publishers. */
  async of(publishers: string[]): Promise<Label[]> {
    if (publishers.length === 0) return []
    return await db.select().from(labels).where(inArray(labels.publisher, publishers))
  },

  /** The publishers there are rulings of, by their hosts. */
  async publishers(after: string, limit: number) {
    return await db
      .select({
        publisher: used.publisher,
        name: max(used.name),
        rulings: sum(used.rulings).mapWith(Number),
        labels: count(),
      })
      .from(used)
      .where(and(gt(used.publisher, after), gt(used.rulings, 0)))
      .groupBy(used.publisher)
      .orderBy(asc(used.publisher))
      .limit(limit)
  },

  /** A publisher's labels, the most used first. */
  async usedBy(publisher: string, limit: number): Promise<UsedLabel[]> {
    return await db
      .select()
      .from(used)
      .where(and(eq(used.publisher, publisher), gt(used.rulings, 0)))
      .orderBy(desc(used.rulings), asc(used.labelKey))
      .limit(limit)
  },

  async used(publisher: string, labelKey: string): Promise<UsedLabel | null> {
    const [row] = await db
      .select()
      .from(used)
      .where(and(eq(used.publisher, publisher), eq(used.labelKey, labelKey)))
      .limit(1)
    return row ?? null
  },
})
