import { type Letters, lettersInCommon, weighed, wordsAlike } from './letters.ts'
import type { Profile } from './profile.ts'

/** In how large a part of all claims a stem stands (0..1]; of one that nobody knows, in a small one. */
export type Rarity = (stem: string) => number

/** What a stem weighs: the rarer, the more. */
export const weightOf = (stem: string, rarity: Rarity): number =>
  Math.log(1 + 1 / Math.min(1, Math.max(rarity(stem), 1e-7)))

/** BM25's two, and the length in words of a usual statement; a long text is forgiven more than there. */
const [REPEATED, LENGTH, USUAL] = [1.2, 0.4, 20]

/** What a word that stands so often in a text of so many words counts for. */
const often = (times: number, length: number): number =>
  times / (times + REPEATED * (1 - LENGTH + (LENGTH * length) / USUAL))

/** A text that others are compared to, with what that needs of it. */
export type Asked = {
  profile: Profile
  weights: ReadonlyMap<string, number>
  /** What it covers of itself. */
  whole: number
  letters: Letters
}

export function asked(profile: Profile, rarity: Rarity): Asked {
  const weights = new Map<string, number>()
  let whole = 0
  for (const [stem, times] of profile.counts) {
    const weight = weightOf(stem, rarity)
    weights.set(stem, weight)
    whole += weight * often(times, profile.terms.length)
  }
  return { profile, weights, whole, letters: lettersOfAll(profile, rarity) }
}

/** Each word once, by the square of its weight, as in a cosine. */
function lettersOfAll({ terms }: Profile, rarity: Rarity): Letters {
  const once = new Map(terms.map(({ stem, plain }) => [stem, plain]))
  return weighed([...once].map(([stem, plain]) => ({ plain, weight: weightOf(stem, rarity) ** 2 })))
}

/** How much of a text's words another one has, from 0 to 1 (BM25). */
export function covered({ weights, whole }: Asked, { counts, terms }: Profile): number {
  if (whole === 0) return 0
  let common = 0
  for (const [stem, weight] of weights) {
    const times = counts.get(stem)
    if (times) common += weight * often(times, terms.length)
  }
  return Math.min(1, common / whole)
}

/** A text of no more words than this may be spelled wrong in all of them. */
const FEW = 3

/** For a text of few words: how much of it another one has, where words count that are spelled alike. */
export function coveredByLetters({ profile, weights }: Asked, other: Profile): number {
  if (weights.size === 0 || weights.size > FEW) return 0
  let [common, all] = [0, 0]
  for (const { stem, plain } of profile.terms) {
    const weight = weights.get(stem) ?? 0
    all += weight
    common += weight * Math.max(0, ...other.terms.map((term) => wordsAlike(plain, term.plain)))
  }
  return all === 0 ? 0 : common / all
}

/**
 * What words, letters and figures weigh in the score. By cross-validation on rewrites of Italian
 * claims, words and letters weigh alike, and figures in common bring a text a seventh of the way
 * that is left (`npm run bench:matching -- likeness`).
 */
const [WORDS, FIGURES] = [0.5, 0.15]

/** How alike two texts are, from 0 to 1. */
export function scoreOf(one: Asked, other: Profile, rarity: Rarity): number {
  const words = Math.max(covered(one, other))
  const letters = lettersInCommon(one.letters, lettersOfAll(other, rarity))
  const both = WORDS * words + (1 - WORDS) * letters
  return both + FIGURES * sameFigures(one.profile, other) * (1 - both)
}

/** How many of the figures of the text that has fewer the other has, from 0 to 1. */
function sameFigures(one: Profile, other: Profile): number {
  const [ours, theirs] = [one, other].map(
    ({ figures }) =>
      new Set(figures.flatMap(({ unit, value, vague }) => (vague || unit === 'date' ? [] : value))),
  )
  if (!ours?.size || !theirs?.size) return 0
  const common = [...ours].filter((value) => theirs.has(value)).length
  return common / Math.min(ours.size, theirs.size)
}
