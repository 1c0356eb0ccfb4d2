import { setTimeout } from 'node:timers/promises'
import { type Counts, coverageOf } from '../domain/coverage.ts'
import { sentences } from '../ingest/sentences.ts'
import type { Tally } from '../store/asides.ts'
import type { Store } from '../store/store.ts'
import type { Desk } from './open.ts'
import { placesIn } from './placing.ts'

/** By article: how much of its newest text was looked at. */
export type Shares = Record<string, Counts>

/** What was counted, for as long as nothing that it depends on changes; a few numbers an article. */
const counted = new Map<string, { key: string; counts: Counts }>()
const KEPT = 5000

const keyOf = ({ article, ...rest }: Tally): string => Object.values(rest).join(' ')

/** Cuts the text of an article into sentences and counts them; long texts take a while. */
async function count(store: Store, { article, version, language }: Tally): Promise<Counts | null> {
  const [text, appearances, asides] = await Promise.all([
    store.articles.version(version),
    store.claims.appearancesIn(article),
    store.asides.standingIn(article),
  ])
  if (!text) return null
  const placeOf = await placesIn(store, text, [...appearances, ...asides])
  const taken = appearances.map(placeOf)
  const set = asides.map((aside) => ({ aside, place: placeOf(aside) }))
  return coverageOf(sentences(text.body, language), taken, set).counts
}

let last: Promise<unknown> = Promise.resolve()

/** The worker's part. Whoever asks while others are counted waits, and finds them counted. */
export function countsOf(store: Store, articles: string[]): Promise<Shares> {
  const mine = last.then(() => countAll(store, articles))
  last = mine.catch(() => null)
  return mine
}

async function countAll(store: Store, articles: string[]): Promise<Shares> {
  const shares: Shares = {}
  for (const tally of await store.asides.tallies(articles)) {
    const key = keyOf(tally)
    const known = counted.get(tally.article)
    const counts = known?.key === key ? known.counts : await count(store, tally)
    if (!counts) continue
    shares[tally.article] = counts
    counted.delete(tally.article)
    counted.set(tally.article, { key, counts })
  }
  for (const oldest of counted.keys()) {
    if (counted.size <= KEPT) break
    counted.delete(oldest)
  }
  return shares
}

/**
 * How much of each article was looked at. A list does not wait long for it: what is not counted by then
 * goes on being counted off the main thread, and is there the next time.
 * @param patience milliseconds
 * @returns null where it takes longer, or cannot be counted
 */
export async function sharesOf(
  { heavy }: Desk,
  articles: string[],
  patience: number,
): Promise<Shares | null> {
  if (articles.length === 0) return {}
  const counting = heavy
    .run({ read: 'coverage', articles })
    .then(async (stream): Promise<Shares> => JSON.parse(await new Response(stream).text()))
    .catch(() => null)
  return Promise.race([counting, setTimeout(patience, null, { ref: false })])
}
