import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { Snapshot } from '../domain/snapshot.ts'
import type { Connection } from './connection.ts'

export const snapshotQueries = ({
  db,
  tables: { snapshots, texts, evidence, articles, articleVersions },
}: Connection) => ({
  async find(id: string): Promise<Snapshot | null> {
    const [row] = await db.select().from(snapshots).where(eq(snapshots.id, id)).limit(1)
    return row ?? null
  },

  async byIds(ids: string[]): Promise<Snapshot[]> {
    if (ids.length === 0) return []
    return await db.select().from(snapshots).where(inArray(snapshots.id, ids))
  },

  /** Every snapshot of a source, newest first. */
  async bySource(source: string, limit: number): Promise<Snapshot[]> {
    return await db
      .select()
      .from(snapshots)
      .where(eq(snapshots.source, source))
      .orderBy(desc(snapshots.takenAt), desc(snapshots.id))
      .limit(limit)
  },

  /** The first snapshot of the same bytes, whose file holds them. */
  async byBytes(hash: string): Promise<Snapshot | null> {
    const [row] = await db
      .select()
      .from(snapshots)
      .where(eq(snapshots.bytes, hash))
      .orderBy(asc(snapshots.takenAt), asc(snapshots.id))
      .limit(1)
    return row ?? null
  },

  /** A text by its hash. */
  async text(hash: string): Promise<string | null> {
    const [row] = await db.select().from(texts).where(eq(texts.hash, hash)).limit(1)
    return row?.text ?? null
  },

  /** Texts by their hashes. */
  async texts(hashes: string[]): Promise<Map<string, string>> {
    if (hashes.length === 0) return new Map()
    const rows = await db.select().from(texts).where(inArray(texts.hash, hashes))
    return new Map(rows.map(({ hash, text }) => [hash, text]))
  },

  /** The evidence that rests on a snapshot. */
  async evidenceOn(id: string) {
    return await db
      .select()
      .from(evidence)
      .where(eq(evidence.snapshot, id))
      .orderBy(asc(evidence.addedAt), asc(evidence.id))
      .limit(200)
  },

  /** The articles of which a version was read from a snapshot. */
  async articlesOn(id: string) {
    const rows = await db
      .selectDistinct({ article: articles })
      .from(articles)
      .innerJoin(articleVersions, eq(articleVersions.article, articles.id))
      .where(eq(articleVersions.snapshot, id))
      .orderBy(asc(articles.addedAt), asc(articles.id))
      .limit(200)
    return rows.map(({ article }) => article)
  },
})
