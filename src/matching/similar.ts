import { differing, type Figure, figuresIn, type Written } from './figures.ts'
import { stemsOf, wordsOf } from './stems.ts'

/** What a text is compared by. Made once a text; each part is read when it is first asked for. */
export type Profile = {
  readonly written: Written
  /** Its telling words, each once, as `stemsOf` gives them. */
  readonly stems: ReadonlySet<string>
  readonly figures: readonly Figure[]
}

/** In how large a part of all claims a stem stands (0..1]; of one that nobody knows, in a small one. */
export type Rarity = (stem: string) => number

/** Something that two texts say alike, or differently; '' where one says nothing of it. */
export type Sign = {
  sign: 'figure' | 'date' | 'place' | 'name' | 'negation'
  ours: string
  theirs: string
}

/** How much two texts speak of the same thing, and what says so. */
export type Likeness = {
  /** From 0 to 1. */
  score: number
  /** Those in common, as the first text has them. */
  words: string[]
  agree: Sign[]
  differ: Sign[]
  /** Almost the same words, and another figure, date, place, name or negation. */
  warns: boolean
}

/** Below this score, two texts speak of different things. */
export const ALIKE = 0.5

/** Fewer words in common than this are a coincidence. */
const FEWEST = 3

/** @param stems those of the text, where an index has kept them, as `stemsOf` gives them */
export function profileOf(written: Written, stems?: readonly string[]): Profile {
  let own: ReadonlySet<string> | undefined
  let figures: readonly Figure[] | undefined
  return {
    written,
    get stems() {
      own ??= new Set(stems ?? stemsOf(written.text, written.language))
      return own
    },
    get figures() {
      figures ??= figuresIn(written)
      return figures
    },
  }
}

/** How alike two texts are, and why. */
export function likeness(one: Profile, other: Profile, rarity: Rarity): Likeness {
  const common = [...one.stems].filter((stem) => other.stems.has(stem))
  const weight = (stems: Iterable<string>) =>
    [...stems].reduce((sum, stem) => sum - Math.log(rarity(stem) / 2), 0)
  const shorter = Math.min(one.stems.size, other.stems.size)
  const least = Math.min(weight(one.stems), weight(other.stems))
  const enough = shorter > 0 && common.length >= Math.min(FEWEST, shorter)
  const pair = differing(one.written, other.written)
  const differ: Sign[] = pair
    ? [
        {
          sign: pair.said.unit === 'date' ? 'date' : 'figure',
          ours: pair.said.text,
          theirs: pair.quoted.text,
        },
      ]
    : []
  const score = enough ? weight(common) / least : 0
  const words = enough ? wordsOf(one.written, new Set(common)) : []
  return { score, words, agree: [], differ, warns: score > 0.8 && differ.length > 0 }
}

/** A text that may be like another, and what it is a text of; several may be of one. */
export type Candidate<T> = { of: T; profile: Profile }

/**
 * Those candidates that are most like a text, best first, each once. All are looked at by their stems,
 * and the best of them by all that they say.
 */
export function ranked<T>(
  one: Profile,
  candidates: Iterable<Candidate<T>>,
  rarity: Rarity,
  limit: number,
): { of: T; likeness: Likeness }[] {
  const best = new Map<T, Likeness>()
  for (const { of, profile } of candidates) {
    const found = likeness(one, profile, rarity)
    if (found.score > (best.get(of)?.score ?? 0)) best.set(of, found)
  }
  return [...best]
    .map(([of, found]) => ({ of, likeness: found }))
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, limit)
}
