import { inArray } from 'drizzle-orm'
import type { Snapshot } from '../domain/snapshot.ts'
import type { Connection } from './connection.ts'

/** Several snapshots, and several texts, at once: what proofs are made from. */
export const keptQueries = ({ db, tables: { snapshots, texts } }: Connection) => ({
  async snapshots(ids: string[]): Promise<Snapshot[]> {
    if (ids.length === 0) return []
    return await db.select().from(snapshots).where(inArray(snapshots.id, ids))
  },

  /** Texts by their SHA-256. */
  async texts(hashes: string[]): Promise<Map<string, string>> {
    if (hashes.length === 0) return new Map()
    const rows = await db.select().from(texts).where(inArray(texts.hash, hashes))
    return new Map(rows.map(({ hash, text }) => [hash, text]))
  },
})
