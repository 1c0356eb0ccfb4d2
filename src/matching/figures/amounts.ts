import type { Amount } from './amount.ts'
import { mannerOf } from './around.ts'
import { boundsOf } from './bounds.ts'
import type { Unit } from './figure.ts'
import { type Found, nothingBut } from './found.ts'
import { type Meaning, meaningOf } from './meaning.ts'
import { scaleOf } from './measures.ts'
import { movedFrom, pastScore, rangeAt } from './ranges.ts'
import { thingsAt, thingsBefore } from './things.ts'
import type { Tokens } from './tokens.ts'

/** An amount with what it is an amount of. */
export function meant(tokens: Tokens, at: number, amount: Amount): Found {
  const alone = meaningOf(tokens, at, amount)
  const range = rangeAt(tokens, at, amount, alone)
  if (range) return ranging(tokens, range)
  const score = alone.unit === 'count' ? pastScore(tokens, alone.next) : null
  if (score) return nothingBut(score)
  const { meaning, shared } = movedFrom(tokens, amount, alone) ?? { meaning: alone, shared: 1 }
  const { unit, measure, half, next } = meaning
  const factor = meaning.factor * shared
  const { sign, first } = signed(tokens, meaning.first)
  const value = sign * (amount.value * factor) + half * factor
  const isWhole = unit === 'count' && amount.step === 1 && amount.factor === 1
  const step = half ? 0.5 * factor : isWhole ? 0 : stepIn(unit, amount.step) * factor
  const manner = isDuring(tokens, meaning, first) ? 'plainly' : mannerOf(tokens, first, next)
  const { vague } = amount
  const approximate = !vague && (amount.approximate || manner !== 'plainly')
  const bounds = vague
    ? { low: value, high: null }
    : boundsOf(value, step, approximate && manner === 'plainly' ? 'roughly' : manner)
  const of = thingsOf(tokens, meaning)
  return { figure: { value, ...bounds, unit, measure, of, approximate, vague, first }, next }
}

/** `over ten years` is as long as it says; `for over ten years` is longer. */
function isDuring({ word }: Tokens, { measure }: Meaning, first: number): boolean {
  if (word(first - 1) !== 'over' || scaleOf(measure).base !== 's') return false
  return !/^(for|just|well|after|takes?|took|lasted|lasts|is|was|of|to|a|little|aged)$/.test(
    word(first - 2),
  )
}

/** Percentages are not rounded to more than one. */
const stepIn = (unit: Unit, step: number): number =>
  unit === 'percent' || unit === 'percentage_points' ? Math.min(step, 1) : step

function ranging(
  tokens: Tokens,
  { low, high, meaning }: { low: number; high: number; meaning: Meaning },
): Found {
  const { unit, measure, first, next } = meaning
  const of = thingsOf(tokens, meaning)
  const figure = {
    value: (low + high) / 2,
    low,
    high,
    unit,
    measure,
    of,
    approximate: true,
    vague: false,
    first,
  }
  return { figure, next }
}

/** What it counts: named behind it or, where nothing is, before it. */
function thingsOf(tokens: Tokens, { unit, of, first }: Meaning): string[] {
  const isLinked = /^(di|del|dell|dello|della|delle|dei|degli|d|of)$/.test(tokens.word(of))
  if (unit !== 'count' && !isLinked) return []
  const behind = thingsAt(tokens, isLinked ? of + 1 : of)
  if (behind.length || unit !== 'count') return behind
  return thingsBefore(tokens, first)
}

/** `-0,3`, `meno 5 gradi`: below nought. */
function signed({ all, word }: Tokens, first: number): { sign: 1 | -1; first: number } {
  const before = all[first - 1]
  const isFree = !all[first - 1]?.close || all[first - 2]?.kind === 'sign'
  if (/^[-−–]$/.test(before?.text ?? '') && all[first]?.close && isFree)
    return { sign: -1, first: first - 1 }
  const isMinus = /^(meno|minus)$/.test(before?.text ?? '') && all[first - 2]?.kind !== 'digits'
  // `più o meno 3`, `plus or minus 3`
  return isMinus && !/^(di|o|or)$/.test(word(first - 2))
    ? { sign: -1, first: first - 1 }
    : { sign: 1, first }
}
