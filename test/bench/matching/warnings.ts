/**
 * How often the same words with another figure, date, place or negation are warned of, and how often
 * honest rewrites are. Each wrong one is listed; `-- warnings SEED COUNT` makes others.
 */
import { likeness, profileOf } from '../../../src/matching/similar.ts'
import { changedPairs, honestPairs, type Pair, warned } from '../../support/warnings.ts'
import { xfactRarity } from '../../support/xfact.ts'

const [seed = 1, count = 200] = process.argv.slice(2).map(Number)

function show(what: string, pairs: Pair[], wrong: Pair[], part: number): void {
  const rate = ((100 * part) / pairs.length).toFixed(1)
  console.log(`${what}: ${part} of ${pairs.length} warned (${rate} in 100)`)
  for (const { language, kind, one, other } of wrong) {
    const [ours, theirs] = [one, other].map((text) => profileOf({ text, language }))
    if (!ours || !theirs) continue
    const { score, differ } = likeness(ours, theirs, xfactRarity())
    const signs = differ.map(({ sign, ours: a, theirs: b }) => `${sign} ${a || '–'} / ${b || '–'}`)
    console.log(`  ${kind} ${score.toFixed(2)} ${signs.join(', ')}\n    ${one}\n    ${other}`)
  }
}

const changes = changedPairs(count, seed)
const silent = warned(changes, xfactRarity(), false)
show('changed', changes, silent, changes.length - silent.length)
const honest = honestPairs(count, seed)
const loud = warned(honest, xfactRarity(), true)
show('honest', honest, loud, loud.length)
