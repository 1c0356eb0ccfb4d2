import { describe, expect, it } from 'vitest'
import { finding, indexOf, xfactCandidates } from '../support/finding.ts'
import { changedPairs, honestPairs, warned } from '../support/warnings.ts'
import { hasXfact, xfactRarity } from '../support/xfact.ts'
import { findingRulings } from '../support/xfact-rulings.ts'

describe.skipIf(!hasXfact)('likeness on ../shared/data/xfact-it', () => {
  const claims = hasXfact ? xfactCandidates() : []
  const given = indexOf(claims)

  it.each([
    ['news-like', 0.89, 0.98],
    ['social-like', 0.85, 0.96],
  ] as const)('finds the claim of a %s rewrite', (kind, map, success) => {
    for (const candidates of [() => claims, given]) {
      const found = finding(kind, candidates)
      expect(found.map).toBeGreaterThanOrEqual(map)
      expect(found.success).toBeGreaterThanOrEqual(success)
    }
  })

  it('finds them as well where it is only known that others rated them', async () => {
    const [news, posts] = await findingRulings(['news-like', 'social-like'], 4)
    expect(news?.count).toBe(29)
    expect(news?.map).toBeGreaterThanOrEqual(0.89)
    expect(posts?.map).toBeGreaterThanOrEqual(0.85)
    expect(Math.min(news?.success ?? 0, posts?.success ?? 0)).toBeGreaterThanOrEqual(0.96)
  }, 60_000)
})

describe('warnings of another figure, date, place or negation', () => {
  it('are given for 95 in 100 pairs that were made by changing one', () => {
    const pairs = changedPairs()
    expect(pairs).toHaveLength(200)
    expect(warned(pairs, xfactRarity(), true).length).toBeGreaterThanOrEqual(0.95 * pairs.length)
  })
  it('are given for 5 in 100 honest rewrites at most', () => {
    const pairs = honestPairs()
    expect(pairs.length).toBeGreaterThanOrEqual(40)
    expect(warned(pairs, xfactRarity(), true).length).toBeLessThanOrEqual(0.05 * pairs.length)
  })
})
