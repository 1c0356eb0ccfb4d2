import type { Table } from 'drizzle-orm'
import type { Fields, Kind } from '../../../src/domain/ledger.ts'
import type { Tables } from '../../../src/store/define.ts'
import { openStore } from '../../../src/store/store.ts'

/** What the desk derives from a subject as it is written: the topics of a claim. */
export function derivedOf(
  { claimTopics }: Tables,
  kind: Kind,
  { id: claim, topics }: Fields,
): [Table, Record<string, unknown>][] {
  if (kind !== 'claim') return []
  return [topics ?? []].flat().map((topic) => [claimTopics, { topic, claim }])
}

/**
 * Has the desk make anew whatever else it derives from its claims: the index of all their words, and what
 * they are listed and counted by.
 * @param address a path, or `postgres://…`
 * @param progress told how many claims and articles were read
 */
export async function derive(address: string, progress: (done: number) => void): Promise<void> {
  const store = await openStore(address)
  try {
    await store.facets.rebuild()
    await store.words.rebuild(progress)
  } finally {
    await store.close()
  }
}
