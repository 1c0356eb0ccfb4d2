import type { Written } from '../matching/figures/figure.ts'
import { type Likeness, profileOf, type Rarity, ranked } from '../matching/similar.ts'
import { knows } from '../matching/stems.ts'
import type { Stated } from '../store/index/stated.ts'
import type { Store } from '../store/store.ts'
import type { HeavyRead } from './heavy-jobs.ts'

/** Of what shares a text’s rarest words, so many are compared with it: those that share most. */
const CANDIDATES = 200

/** A word in fewer statements than one in so many is rare: how rare, is only asked of the words of a text. */
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

/** In how large a part of all statements a word stands: of the words of a text, as it is at this moment. */
async function rarityFor(store: Store, stems: string[]): Promise<Rarity> {
  const [{ claims, words }, own] = await Promise.all([commonIn(store), store.words.counts(stems)])
  const least = 1 / Math.max(2, claims)
  const rare = Math.max(least, 1 / (2 * ONE_IN))
  return (stem) => {
    const count = own.get(stem)?.claims ?? words.get(stem)
    return count === undefined ? rare : Math.max(count / Math.max(1, claims), least)
  }
}

/** What it says, in each language that somebody wrote it in. */
const wordings = ({ statement, language, statementEn, statementIt }: Stated): Written[] => [
  { text: statement, language },
  ...(statementEn ? [{ text: statementEn, language: 'en' }] : []),
  ...(statementIt ? [{ text: statementIt, language: 'it' }] : []),
]

/** A claim or a ruling, by its id, and how alike it is to a text. */
export type Alike = { id: string; likeness: Likeness }

/** What is like a text, most alike first: of the desk's own, and of what others rated. */
export type AlikeTo = { claims: Alike[]; rulings: Alike[] }

type Bounds = { limit: number; least: number }

async function alikeTo(store: Store, text: Written, { limit, least }: Bounds): Promise<AlikeTo> {
  const profile = profileOf(text)
  const stems = [...profile.stems]
  // In a language without a stemmer words are found again by their letters alone.
  const byLetters = !knows(text.language)
  const [rarity, claims, rulings] = await Promise.all([
    rarityFor(store, stems),
    store.words.candidates(stems, byLetters, CANDIDATES),
    store.words.candidates(stems, byLetters, CANDIDATES, 'ruling'),
  ])
  const best = (candidates: Stated[]): Alike[] => {
    const profiles = candidates.flatMap((one) =>
      wordings(one).map((wording) => ({ of: one.id, profile: profileOf(wording) })),
    )
    return ranked(profile, profiles, rarity, limit)
      .filter(({ likeness: { score } }) => score > 0 && score >= least)
      .map(({ of, likeness }) => ({ id: of, likeness }))
  }
  return { claims: best(claims), rulings: best(rulings) }
}

/** The worker's part: of each text, what is most like it. */
export async function alikeToEach(
  store: Store,
  { texts, ...bounds }: Omit<Extract<HeavyRead, { read: 'similar' }>, 'read' | 'member'>,
): Promise<AlikeTo[]> {
  const found: AlikeTo[] = []
  for (const text of texts) found.push(await alikeTo(store, text, bounds))
  return found
}
