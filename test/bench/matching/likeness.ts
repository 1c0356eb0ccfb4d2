/** How often people's rewrites find the claim that they rewrite, among 1,418 real ones. */
import { profileOf, ranked } from '../../../src/matching/similar.ts'
import { hasXfact, xfactClaims, xfactRarity, xfactRewrites } from '../../support/xfact.ts'

const claims = hasXfact ? xfactClaims() : []
const profiles = claims.map((text) => ({ of: text, profile: profileOf({ text, language: 'it' }) }))
const rarity = xfactRarity()

for (const kind of hasXfact ? (['news-like', 'social-like'] as const) : []) {
  const ranks = xfactRewrites(kind).map(({ text, claim }) =>
    ranked(profileOf({ text, language: 'it' }), profiles, rarity, 10).findIndex(
      ({ of }) => of === claim,
    ),
  )
  const part = (worth: (rank: number) => number) =>
    (ranks.reduce((sum, rank) => sum + worth(rank), 0) / ranks.length).toFixed(3)
  const map = part((rank) => (rank >= 0 && rank < 5 ? 1 / (rank + 1) : 0))
  console.log(`${kind.padEnd(12)} MAP@5 ${map}  Success@10 ${part((rank) => (rank >= 0 ? 1 : 0))}`)
}
