import { type Profile, profileOf } from './similar/profile.ts'
import {
  type Asked,
  asked,
  blended,
  covered,
  coveredByLetters,
  partsOf,
  type Rarity,
} from './similar/score.ts'
import type { Sign } from './similar/signs/pairs.ts'
import { signsOf } from './similar/signs.ts'

export { type Profile, profileOf, type Rarity, type Sign }

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

/**
 * Below this score nothing is suggested: of people's rewrites of Italian claims nine in ten are above,
 * and of other claims of the same years' politics one in five of those that come nearest.
 */
export const ALIKE = 0.3

/** How alike two texts are, and why. */
export function likeness(one: Profile, other: Profile, rarity: Rarity): Likeness {
  const query = asked(one, rarity)
  return explained(query, other, rarity, blended(partsOf(query, other, rarity)))
}

function explained(query: Asked, other: Profile, rarity: Rarity, score: number): Likeness {
  const { profile } = query
  const { agree, differ, nearness } = signsOf(profile, other, rarity)
  const common = profile.terms.filter(({ stem }) => other.counts.has(stem))
  return {
    score,
    words: [...new Set(common.map(({ word }) => word))],
    agree,
    differ,
    warns: nearness !== 'apart' && differ.length > 0,
  }
}

/** A text that may be like another, and what it is a text of; several may be of one. */
export type Candidate<T> = { of: T; profile: Profile }

/** So many are compared by more than their words. */
const CLOSELY = 100

/**
 * Those candidates that are most like a text, best first, each once. All are looked at by their words,
 * and the best of them by all that they say; only of those that are returned it is read why.
 */
export function ranked<T>(
  one: Profile,
  candidates: Iterable<Candidate<T>>,
  rarity: Rarity,
  limit: number,
): { of: T; likeness: Likeness }[] {
  const query = asked(one, rarity)
  const first = [...candidates].map(({ of, profile }) => {
    const score = Math.max(covered(query, profile), coveredByLetters(query, profile.bag))
    return { of, profile, score }
  })
  const best = new Map<T, { profile: Profile; score: number }>()
  for (const { of, profile } of bestOf(first, CLOSELY)) {
    const score = blended(partsOf(query, profile, rarity))
    if (score > (best.get(of)?.score ?? -1)) best.set(of, { profile, score })
  }
  return bestOf(
    [...best].map(([of, found]) => ({ of, ...found })),
    limit,
  ).map(({ of, profile, score }) => ({ of, likeness: explained(query, profile, rarity, score) }))
}

/** The first `limit` by their score. */
const bestOf = <T extends { score: number }>(all: T[], limit: number): T[] =>
  all.toSorted((a, b) => b.score - a.score).slice(0, limit)

/** The rarest stems of a text, rarest first: what to look for in an index, for candidates. */
export const rarestStems = ({ stems }: Profile, rarity: Rarity, count: number): string[] =>
  [...stems]
    .map((stem) => ({ stem, rarity: rarity(stem) }))
    .sort((a, b) => a.rarity - b.rarity)
    .slice(0, count)
    .map(({ stem }) => stem)
