import type { Written } from '../matching/figures/figure.ts'
import { type Likeness, profileOf, type Rarity, ranked } from '../matching/similar.ts'
import { knows } from '../matching/stems.ts'
import type { Stated } from '../store/index/candidates.ts'
import type { Store } from '../store/store.ts'
import type { HeavyRead } from './heavy-jobs.ts'

/** Of the claims that share a text’s rarest words, so many are compared with it: those that share most. */
const CANDIDATES = 200

/** A word in fewer claims than one in so many is rare: how rare, is only asked of the words of a text. */
const ONE_IN = 5000
const MOST_COMMON = 20_000

/** How long it is remembered how common words are, in milliseconds. */
const REMEMBERED = 60_000

/** How common the common words are. */
type Commonness = { since: number; claims: number; words: Map<string, number> }
const commonness = new WeakMap<Store, Commonness>()

async function commonIn(store: Store): Promise<Commonness> {
  const there = commonness.get(store)
  const { claims } = await store.words.total()
  const isFresh = there && Date.now() - there.since < REMEMBERED && claims < there.claims * 1.1
  if (isFresh) return there
  const words = await store.words.common(Math.max(1, claims / ONE_IN), MOST_COMMON)
  const fresh = { since: Date.now(), claims, words }
  commonness.set(store, fresh)
  return fresh
}

/** In how large a part of all claims a word stands: of the words of a text, as it is at this moment. */
async function rarityFor(store: Store, stems: string[]): Promise<Rarity> {
  const [{ claims, words }, own] = await Promise.all([commonIn(store), store.words.counts(stems)])
  const least = 1 / Math.max(2, claims)
  const rare = Math.max(least, 1 / (2 * ONE_IN))
  return (stem) => {
    const count = own.get(stem)?.claims ?? words.get(stem)
    return count === undefined ? rare : Math.max(count / Math.max(1, claims), least)
  }
}

/** What a claim says, in each language that somebody wrote it in. */
const wordings = ({ statement, language, statementEn, statementIt }: Stated): Written[] => [
  { text: statement, language },
  ...(statementEn ? [{ text: statementEn, language: 'en' }] : []),
  ...(statementIt ? [{ text: statementIt, language: 'it' }] : []),
]

/** A claim, by its id, and how alike it is to a text. */
export type Alike = { claim: string; likeness: Likeness }

type Bounds = { limit: number; least: number }

async function alikeTo(store: Store, text: Written, { limit, least }: Bounds): Promise<Alike[]> {
  const profile = profileOf(text)
  const stems = [...profile.stems]
  const [rarity, candidates] = await Promise.all([
    rarityFor(store, stems),
    // In a language without a stemmer words are found again by their letters alone.
    store.words.candidates(stems, !knows(text.language), CANDIDATES),
  ])
  const profiles = candidates.flatMap((claim) =>
    wordings(claim).map((one) => ({ of: claim.id, profile: profileOf(one) })),
  )
  return ranked(profile, profiles, rarity, limit)
    .filter(({ likeness: { score } }) => score > 0 && score >= least)
    .map(({ of, likeness }) => ({ claim: of, likeness }))
}

/** The worker's part: of each text, the claims that are most like it, best first. */
export async function alikeToEach(
  store: Store,
  { texts, ...bounds }: Omit<Extract<HeavyRead, { read: 'similar' }>, 'read' | 'member'>,
): Promise<Alike[][]> {
  const found: Alike[][] = []
  for (const text of texts) found.push(await alikeTo(store, text, bounds))
  return found
}
