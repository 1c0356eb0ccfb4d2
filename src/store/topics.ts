import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Change } from '../domain/ledger.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'
import { kindNumbers } from './facets/kinds.ts'
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

export const topicQueries = ({ db, tables: { facets } }: Connection) => {
  const most = db
    .select({ topic: facets.value, claims: facets.claims })
    .from(facets)
    .where(and(eq(facets.kind, kindNumbers.topic), gt(facets.claims, 0)))
    .orderBy(desc(facets.claims), desc(facets.number))
    .limit(sql.placeholder('limit'))
    .prepare()

  return {
    /** The topics of the desk with the number of their claims, most claims first. */
    async list(limit: number): Promise<{ topic: string; claims: number }[]> {
      return await most.execute({ limit })
    },
  }
}
