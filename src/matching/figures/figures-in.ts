import { type Amount, amountAt } from './amount.ts'
import { mannerOf } from './around.ts'
import { boundsOf } from './bounds.ts'
import { dateAt } from './dates.ts'
import type { Figure, Unit, Written } from './figure.ts'
import { type Meaning, meaningOf, oneAt, thingsAt, thingsBefore } from './meaning.ts'
import { multipleAt, timesAt } from './multiples.ts'
import { isName, pastNumberOfName } from './names.ts'
import { ageIn } from './numerals.ts'
import { ordinalAt } from './ordinals.ts'
import { pastScore, rangeAt } from './ranges.ts'
import { shareAt } from './shares.ts'
import { timeAt } from './times.ts'
import { type Tokens, tokensOf } from './tokens.ts'

/** All figures of a text, in its order. Takes one pass. */
export function figuresIn({ text, language }: Written): Figure[] {
  const tokens = tokensOf(text, language)
  const { all } = tokens
  const found: Figure[] = []
  for (let at = 0; at < all.length; ) {
    const { figure, next } = figureAt(tokens, at)
    if (figure) {
      const { first, ...read } = figure
      const from = all[first]?.from ?? 0
      const to = all[next - 1]?.to ?? from
      found.push({ ...read, from, to, text: text.slice(from, to) })
    }
    at = Math.max(next, at + 1)
  }
  return found
}

type Read = Omit<Figure, 'from' | 'to' | 'text'> & { first: number }
type Found = { figure: Read | null; next: number }

const nothingBut = (next: number): Found => ({ figure: null, next })

/** A figure that is what its words say, and can be nothing else. */
function plain(
  unit: Unit,
  first: number,
  { value, next }: { value: number; next: number },
  of: string[] = [],
): Found {
  const figure = {
    value,
    low: value,
    high: value,
    unit,
    measure: '',
    of,
    approximate: false,
    vague: false,
    first,
  }
  return { figure, next }
}

/** What begins at a token, if anything does, and where to read on. */
function figureAt(tokens: Tokens, at: number): Found {
  const named = pastNumberOfName(tokens, at)
  if (named) return nothingBut(named)
  const date = dateAt(tokens, at)
  if (date) {
    const { low, high } = date
    const { figure, next } = plain('date', at, date)
    return { figure: figure && { ...figure, low, high }, next }
  }
  if (tokens.all[at]?.kind === 'sign') return nothingBut(at + 1)
  const time = timeAt(tokens, at)
  if (time) return plain('time', at, time)
  const multiple = multipleAt(tokens, at)
  if (multiple) return around(tokens, 'multiple', at, { ...multiple, step: 0.2, of: multiple.next })
  const age = ageIn(tokens.word(at))
  if (age) return measuredAge(plain('quantity', at, { value: age, next: at + 1 }))
  return numberAt(tokens, at)
}

const measuredAge = ({ figure, next }: Found): Found => ({
  figure: figure && { ...figure, measure: 'yr' },
  next,
})

/** What is a number, in digits or in words. */
function numberAt(tokens: Tokens, at: number): Found {
  const one = oneAt(tokens, at)
  const amount = one ?? amountAt(tokens, at)
  const share = one ? null : shareAt(tokens, at, amount)
  if (share && !isName(tokens, at, share.next)) return around(tokens, 'percent', at, share)
  const ordinal = ordinalAt(tokens, at)
  if (ordinal) return plain('ordinal', at, ordinal, thingsAt(tokens, ordinal.next))
  if (!amount) return nothingBut(at + 1)
  if (isName(tokens, at, amount.next)) return nothingBut(amount.next)
  const times = timesAt(tokens, amount, at)
  if (times) return around(tokens, 'multiple', at, { ...times, step: 0.5, of: times.next })
  if (/^enn[ei]$/.test(tokens.word(amount.next)) && tokens.all[amount.next]?.close) {
    return measuredAge(plain('quantity', at, { value: amount.value, next: amount.next + 1 }))
  }
  return meant(tokens, at, amount)
}

/** A figure of which only the words around it say how exact it is. */
function around(
  tokens: Tokens,
  unit: Unit,
  first: number,
  { value, step, next, of }: { value: number; step: number; next: number; of: number },
): Found {
  const manner = mannerOf(tokens, first, next)
  const { figure } = plain(unit, first, { value, next }, thingsAt(tokens, of))
  const approximate = manner !== 'plainly'
  return { figure: figure && { ...figure, ...boundsOf(value, step, manner), approximate }, next }
}

/** An amount with what it is an amount of. */
function meant(tokens: Tokens, at: number, amount: Amount): Found {
  const meaning = meaningOf(tokens, at, amount)
  const range = rangeAt(tokens, at, amount, meaning)
  if (range) return ranging(tokens, range)
  const score = meaning.unit === 'count' ? pastScore(tokens, meaning.next) : null
  if (score) return nothingBut(score)
  const { unit, measure, factor, half, next } = meaning
  const { sign, first } = signed(tokens, meaning.first)
  const value = sign * (amount.value + half) * factor
  const isWhole = unit === 'count' && amount.step === 1 && amount.factor === 1
  const step = half ? 0.5 * factor : isWhole ? 0 : stepIn(unit, amount.step) * factor
  const manner = mannerOf(tokens, first, next)
  const { vague } = amount
  const approximate = !vague && (amount.approximate || manner !== 'plainly')
  const bounds = vague
    ? { low: value, high: null }
    : boundsOf(value, step, approximate && manner === 'plainly' ? 'roughly' : manner)
  const of = thingsOf(tokens, meaning)
  return { figure: { value, ...bounds, unit, measure, of, approximate, vague, first }, next }
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
  return isMinus && word(first - 2) !== 'di' ? { sign: -1, first: first - 1 } : { sign: 1, first }
}
