import { alikeTo, type Letters, lettersInCommon, lettersOfAll, type Weighed } from './letters.ts'
import type { Profile } from './profile.ts'

/** In how large a part of all claims a stem stands (0..1]; of one that nobody knows, in a small one. */
export type Rarity = (stem: string) => number

/** No word is rarer than this. */
const RAREST = 1e-7

/** What a stem weighs: the rarer, the more. */
export function weightOf(stem: string, rarity: Rarity): number {
  const part = rarity(stem)
  return Math.log(1 + 1 / (part > RAREST ? Math.min(1, part) : RAREST))
}

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
  /** Its words, where they are few, and how alike others are to each. */
  few: { weight: number; alike: (word: string) => number }[]
}

export function asked(profile: Profile, rarity: Rarity): Asked {
  const weights = new Map<string, number>()
  let whole = 0
  for (const [stem, times] of profile.counts) {
    const weight = weightOf(stem, rarity)
    weights.set(stem, weight)
    whole += weight * often(times, profile.bag.length)
  }
  const words = weighed(profile, rarity)
  const few = words.length > FEW ? [] : words
  return {
    profile,
    weights,
    whole,
    letters: lettersOfAll(words),
    few: few.map(({ plain, weight }) => ({ weight: Math.sqrt(weight), alike: alikeTo(plain) })),
  }
}

type StemWeighed = Weighed & { stem: string }

/** Each word once, by the square of its weight, as in a cosine. */
function weighed({ terms }: Profile, rarity: Rarity): StemWeighed[] {
  const once = new Map<string, StemWeighed>()
  for (const { stem, plain } of terms) {
    if (!once.has(stem)) once.set(stem, { stem, plain, weight: weightOf(stem, rarity) ** 2 })
  }
  return [...once.values()]
}

/** How much of a text's words another one has, from 0 to 1 (BM25). */
export function covered({ weights, whole }: Asked, { bag }: Profile): number {
  if (whole === 0) return 0
  const times = new Map<string, number>()
  for (const stem of bag) {
    if (weights.has(stem)) times.set(stem, (times.get(stem) ?? 0) + 1)
  }
  let common = 0
  for (const [stem, some] of times) common += (weights.get(stem) ?? 0) * often(some, bag.length)
  return Math.min(1, common / whole)
}

/** A text of no more words than this may be spelled wrong in all of them. */
const FEW = 3

/** For a text of few words: how much of it others have, where words count that are spelled alike. */
export function coveredByLetters({ few }: Asked, others: readonly string[]): number {
  let [common, all] = [0, 0]
  for (const { weight, alike } of few) {
    let best = 0
    for (const word of others) best = Math.max(best, alike(word))
    all += weight
    common += weight * best
  }
  return all === 0 ? 0 : common / all
}

/** What the likeness of two texts is made of, each from 0 to 1. */
export type Parts = { words: number; letters: number; contained: number; figures: number }

const SAME: Parts = { words: 1, letters: 1, contained: 1, figures: 1 }

export function partsOf(one: Asked, other: Profile, rarity: Rarity): Parts {
  // So that what has no words at all is like itself.
  if (one.profile.plain.text === other.plain.text) return SAME
  const theirs = weighed(other, rarity)
  const spelled = theirs.map(({ plain }) => plain)
  return {
    words: Math.max(covered(one, other), coveredByLetters(one, spelled)),
    letters: lettersInCommon(one.letters, theirs),
    contained: contained(one, theirs),
    figures: sameFigures(one.profile, other),
  }
}

/**
 * What counts for how much: words against letters; what a text is at least where another one has all
 * of it; and how much of the way that is left figures in common bring it. Cross-validation on rewrites
 * of Italian claims chooses these or their neighbours (`npm run bench:matching -- likeness`).
 */
export const WEIGHTS = { words: 0.5, contained: 0.5, figures: 0.15 }

/** How alike two texts are, from 0 to 1. */
export function blended(parts: Parts, weights: typeof WEIGHTS = WEIGHTS): number {
  const spoken = weights.words * parts.words + (1 - weights.words) * parts.letters
  const both = Math.max(spoken, weights.contained * parts.contained)
  return both + weights.figures * parts.figures * (1 - both)
}

/** A text that says less than so many words' worth may be in any other. */
const SAYS_SOMETHING = 12

/** How much of another text is in a longer one, from 0 to 1. */
function contained({ weights }: Asked, theirs: StemWeighed[]): number {
  let [common, all] = [0, 0]
  for (const { stem, weight } of theirs) {
    const root = Math.sqrt(weight)
    all += root
    if (weights.has(stem)) common += root
  }
  if (theirs.length < 3 || all < SAYS_SOMETHING) return 0
  return (common / all) ** 2
}

const valuesOf = ({ figures }: Profile): Set<number> =>
  new Set(figures.flatMap(({ unit, value, vague }) => (vague || unit === 'date' ? [] : value)))

/** How many of the figures of the text that has fewer the other has, from 0 to 1. */
function sameFigures(one: Profile, other: Profile): number {
  const ours = valuesOf(one)
  // To read another’s figures takes longer than all the rest: where there are none here it is in vain.
  if (ours.size === 0) return 0
  const theirs = valuesOf(other)
  if (theirs.size === 0) return 0
  const common = [...ours].filter((value) => theirs.has(value)).length
  return common / Math.min(ours.size, theirs.size)
}
