/** How often people's rewrites find what they rewrite on a desk that knows of it only that others rated it. */
import { hasXfact } from '../../support/xfact.ts'
import { findingRulings } from '../../support/xfact-rulings.ts'

const kinds = ['news-like', 'social-like'] as const
const least = { 'news-like': [0.89, 0.98], 'social-like': [0.85, 0.96] } as const

if (hasXfact) {
  for (const [i, { map, success, count }] of (await findingRulings(kinds)).entries()) {
    const kind = kinds[i] ?? 'news-like'
    const [leastMap, leastSuccess] = least[kind]
    const isMet = map >= leastMap && success >= leastSuccess
    console.log(
      `${kind}, rated by others`.padEnd(48),
      `MAP@5 ${map.toFixed(3)}  Success@10 ${success.toFixed(3)}  (${count})`,
      ` [at least ${leastMap} and ${leastSuccess}: ${isMet ? 'met' : 'MISSED'}]`,
    )
    if (!isMet) process.exitCode = 1
  }
} else console.log('skipped: there is no ../shared/data/xfact-it')
