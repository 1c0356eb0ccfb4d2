/** How well people's rewrites find the claims that they rewrite. */
import {
  type Candidate,
  type Profile,
  profileOf,
  ranked,
  rarestStems,
} from '../../src/matching/similar.ts'
import { xfactClaims, xfactRarity, xfactRewrites } from './xfact.ts'

export type Found = { map: number; success: number; count: number }

/** @param ranks where each was found, from 0, or less where it was not */
export function measured(ranks: number[]): Found {
  const count = ranks.length
  const part = (worth: (rank: number) => number) =>
    ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : worth(rank)), 0) / count
  return {
    map: part((rank) => (rank < 5 ? 1 / (rank + 1) : 0)),
    success: part((rank) => (rank < 10 ? 1 : 0)),
    count,
  }
}

/** Each claim by its text. */
export const xfactCandidates = (): Candidate<string>[] =>
  xfactClaims().map((text) => ({ of: text, profile: profileOf({ text, language: 'it' }) }))

/** Of some claims, those that an index of stems would give for a text. */
export function indexOf(claims: Candidate<string>[]): (one: Profile) => Candidate<string>[] {
  const having = new Map<string, Candidate<string>[]>()
  for (const claim of claims) {
    for (const stem of claim.profile.stems) {
      const there = having.get(stem)
      if (there) there.push(claim)
      else having.set(stem, [claim])
    }
  }
  // A word that is in no claim finds none.
  const rarity = (stem: string) => having.get(stem)?.length ?? claims.length
  return (one) => [
    ...new Set(rarestStems(one, rarity, 8).flatMap((stem) => having.get(stem) ?? [])),
  ]
}

/** Where each rewrite finds its claim among the candidates that it is given. */
export function finding(
  kind: 'news-like' | 'social-like',
  candidatesFor: (one: Profile) => Candidate<string>[],
): Found {
  const ranks = xfactRewrites(kind).map(({ text, claim }) => {
    const one = profileOf({ text, language: 'it' })
    return ranked(one, candidatesFor(one), xfactRarity(), 10).findIndex(({ of }) => of === claim)
  })
  return measured(ranks)
}
