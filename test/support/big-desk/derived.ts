import type { Table } from 'drizzle-orm'
import type { Fields, Kind } from '../../../src/domain/ledger.ts'
import { stemOf, tellingWords } from '../../../src/matching/stems.ts'
import type { Tables } from '../../../src/store/define.ts'
import { openStore } from '../../../src/store/store.ts'

/** More words than a desk of a million claims has. */
const stems = new Map<string, string>()

/** The stems of a text, as `stemsOf` gives them; the words of so many claims are looked up but once. */
function stemsOf(text: string, language: string): Set<string> {
  return new Set(
    tellingWords(text).map((word) => {
      const key = `${language} ${word}`
      const stem = stems.get(key) ?? stemOf(word, language)
      stems.set(key, stem)
      return stem
    }),
  )
}

/** What the desk derives from a subject as it is written: the words and the topics that find a claim. */
export function derivedOf(
  { claimStems, claimTopics }: Tables,
  kind: Kind,
  { id: claim, statement, language, topics }: Fields,
): [Table, Record<string, unknown>][] {
  if (kind !== 'claim') return []
  const words = [...stemsOf(String(statement), String(language))]
  return [
    ...words.map((stem): [Table, Record<string, unknown>] => [claimStems, { stem, claim }]),
    ...[topics ?? []]
      .flat()
      .map((topic): [Table, Record<string, unknown>] => [claimTopics, { topic, claim }]),
  ]
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
