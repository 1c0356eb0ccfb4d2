/**
 * How often people's rewrites find the claim that they rewrite, among 1,418 real ones: among all of
 * them, among those that an index gives, and, fold by fold, with weights that were chosen without them.
 */

import {
  asked,
  blended,
  covered,
  type Parts,
  partsOf,
  WEIGHTS,
} from '../../../src/matching/similar/score.ts'
import { profileOf } from '../../../src/matching/similar.ts'
import { type Found, finding, indexOf, measured, xfactCandidates } from '../../support/finding.ts'
import { hasXfact, xfactRarity, xfactRewrites } from '../../support/xfact.ts'

const kinds = ['news-like', 'social-like'] as const
const FOLDS = 5
/** As many as are compared closely. */
const CLOSELY = 100

const line = (what: string, { map, success, count }: Found) =>
  console.log(
    `${what.padEnd(48)} MAP@5 ${map.toFixed(3)}  Success@10 ${success.toFixed(3)}  (${count})`,
  )

type Query = { kind: string; fold: number; rows: { isRight: boolean; parts: Parts }[] }

function queries(): Query[] {
  const claims = xfactCandidates()
  const order = new Map(claims.map(({ of }, i) => [of, i]))
  return kinds.flatMap((kind) =>
    xfactRewrites(kind).map(({ text, claim }) => {
      const one = asked(profileOf({ text, language: 'it' }), xfactRarity())
      const rows = claims
        .map(({ of, profile }) => ({ of, profile, score: covered(one, profile) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, CLOSELY)
        .map(({ of, profile }) => ({
          isRight: of === claim,
          parts: partsOf(one, profile, xfactRarity()),
        }))
      // Both rewrites of a claim are in one fold.
      return { kind, fold: (order.get(claim) ?? 0) % FOLDS, rows }
    }),
  )
}

const results = (some: Query[], weights: typeof WEIGHTS): Found =>
  measured(
    some.map(({ rows }) => {
      const scored = rows.map(({ isRight, parts }) => ({ isRight, score: blended(parts, weights) }))
      return scored.sort((a, b) => b.score - a.score).findIndex(({ isRight }) => isRight)
    }),
  )

const choices = [0.4, 0.5, 0.6].flatMap((words) =>
  [0.4, 0.5, 0.6].flatMap((contained) =>
    [0, 0.1, 0.15, 0.2].map((figures) => ({ words, contained, figures })),
  ),
)

const written = ({ words, contained, figures }: typeof WEIGHTS) =>
  `words ${words}, contained ${contained}, figures ${figures}`

function validate(): void {
  const all = queries()
  for (let fold = 0; fold < FOLDS; fold++) {
    const [others, held] = [
      all.filter((one) => one.fold !== fold),
      all.filter((one) => one.fold === fold),
    ]
    const rated = choices.map((weights) => ({ weights, map: results(others, weights).map }))
    const best = rated.reduce((a, b) => (b.map > a.map ? b : a))
    line(`fold ${fold + 1}: ${written(best.weights)}`, results(held, best.weights))
    line('        as they are', results(held, WEIGHTS))
  }
}

if (hasXfact) {
  const claims = xfactCandidates()
  const given = indexOf(claims)
  for (const kind of kinds) {
    line(
      `${kind}, among all claims`,
      finding(kind, () => claims),
    )
    line(`${kind}, among those of the 8 rarest words`, finding(kind, given))
  }
  console.log(`weights: ${written(WEIGHTS)}`)
  validate()
} else console.log('skipped: there is no ../shared/data/xfact-it')
