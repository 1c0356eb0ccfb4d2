import { alikeToEach } from '../../src/desk/alike.ts'
import { testDesk } from './desk.ts'
import { type Found, measured } from './finding.ts'
import { ruling } from './rulings.ts'
import { xfactClaims, xfactRewrites } from './xfact.ts'

/** How many are looked for at once. */
const AT_ONCE = 20

/**
 * How well a desk finds what people rewrote where it knows of it only that others rated it: each claim is a
 * ruling, and there is no other on the desk.
 * @param every so many of the rewrites: 1 asks all of them
 */
export async function findingRulings(
  kinds: readonly ('news-like' | 'social-like')[],
  every = 1,
): Promise<Found[]> {
  const desk = await testDesk()
  try {
    const statements = [...new Set(xfactClaims())]
    await desk.store.rulings.keep(statements.map((statement) => ruling(desk, { statement })))
    const found: Found[] = []
    for (const kind of kinds) {
      const asked = xfactRewrites(kind).filter((_, i) => i % every === 0)
      const ranks: number[] = []
      for (let from = 0; from < asked.length; from += AT_ONCE) {
        const some = asked.slice(from, from + AT_ONCE)
        const texts = some.map(({ text }) => ({ text, language: 'it' }))
        const alike = await alikeToEach(desk.store, { texts, limit: 10, least: 0 })
        for (const [i, { rulings }] of alike.entries()) {
          const lines = await desk.store.rulings.lines(rulings.map(({ id }) => id))
          const said = rulings.map(({ id }) => lines.find((one) => one.id === id)?.statement)
          ranks.push(said.indexOf(some[i]?.claim))
        }
      }
      found.push(measured(ranks))
    }
    return found
  } finally {
    await desk.end()
  }
}
