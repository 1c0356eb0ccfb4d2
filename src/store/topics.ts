import { count, desc, sql } from 'drizzle-orm'
import type { Change } from '../domain/ledger.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'
import type { Write } from './perform.ts'
import { insertRow } from './rows.ts'

/** A claim's topics go into their index with the claim itself, when they changed. */
export function topicWrites({ claimTopics }: Tables, { kind, after, entry }: Change): Write[] {
  if (kind !== 'claim' || !entry.change.topics) return []
  const topics = Array.isArray(after.topics) ? after.topics : []
  return [
    { query: sql`delete from ${claimTopics} where claim = ${after.id}`, touches: null },
    ...topics.map((topic) => ({
      query: insertRow(claimTopics, { topic, claim: after.id }),
      touches: 1,
    })),
  ]
}

export const topicQueries = ({ db, tables: { claimTopics } }: Connection) => ({
  /** The topics of the desk with the number of their claims, most claims first. */
  async list(limit: number): Promise<{ topic: string; claims: number }[]> {
    return await db
      .select({ topic: claimTopics.topic, claims: count() })
      .from(claimTopics)
      .groupBy(claimTopics.topic)
      .orderBy(desc(count()), claimTopics.topic)
      .limit(limit)
  },
})
