import { type Amount, andHalf } from './amount.ts'
import type { Unit } from './figure.ts'
import { isTime, type Measure, measureAt } from './measures.ts'
import { percentAt } from './percent.ts'
import type { Tokens } from './tokens.ts'
import { cents, currencies, linking } from './words.ts'

/** What an amount is an amount of: `factor` is what its unit makes of it, `half` one half more of it. */
export type Meaning = {
  unit: Unit
  measure: string
  factor: number
  half: number
  /** The first and the last token of the figure, and where what it counts is named. */
  first: number
  next: number
  of: number
}

/** What an amount is an amount of, where a sign or the words around it say so; else it is a count. */
export function meaningOf(tokens: Tokens, at: number, amount: Amount): Meaning {
  const { all, word } = tokens
  const { next } = amount
  const rest = { measure: '', factor: 1, half: 0, first: at, next, of: next }
  const sign = currencies.get(word(at - 1))
  if (
    sign &&
    !/^(euro|euros|dollari|dollar|dollars|lire|lira|pounds|yen|sterline|rubli|won)$/.test(
      word(at - 1),
    )
  ) {
    const before = all[at - 1]?.close ? word(at - 2) : ''
    return { ...rest, unit: 'money', measure: foreign(before, sign), first: at - 1 }
  }
  const hyphen = word(next) === '-' && all[next]?.close && all[next + 1]?.close ? 1 : 0
  const here = next + hyphen
  const part = percentAt(tokens, here, amount)
  if (part) return { ...rest, ...part, of: part.next }
  const linked = linking.has(word(here)) ? here + 1 : here
  const coin = word(linked) === "'" ? linked + 1 : linked
  const money = currencies.get(word(coin))
  if (money)
    return {
      ...rest,
      unit: 'money',
      measure: money,
      next: coin + 1,
      of: coin + 1,
      ...andCents(tokens, coin + 1, amount),
      ...more(tokens, coin + 1, amount),
    }
  const cent = cents.get(word(coin))
  if (cent)
    return { ...rest, unit: 'money', measure: cent, factor: 0.01, next: coin + 1, of: coin + 1 }
  const measure = measureAt(tokens, linked)
  if (measure && !isOrdinalSign(tokens, linked, amount))
    return { ...rest, ...measured(tokens, measure, amount) }
  return { ...rest, unit: 'count', of: linked }
}

/** `US$`, `A$`, `C$`. */
const foreign = (before: string, sign: string): string => {
  const dollars = new Map([
    ['a', 'AUD'],
    ['c', 'CAD'],
    ['nz', 'NZD'],
    ['hk', 'HKD'],
    ['s', 'SGD'],
  ])
  return sign === 'USD' ? (dollars.get(before) ?? sign) : sign
}

function measured(
  tokens: Tokens,
  { sign, next, ...measure }: Measure & { next: number },
  amount: Amount,
) {
  const { word } = tokens
  const old = isTime({ sign, ...measure }) && word(next) === '-' && word(next + 1) === 'old' ? 2 : 0
  return {
    unit: 'quantity' as const,
    measure: sign,
    next: next + old,
    of: next + old,
    ...more(tokens, next, amount),
  }
}

/** `2 euro e 50`. */
function andCents({ word, all }: Tokens, next: number, { factor, inWords }: Amount) {
  const isPlain = factor === 1 && !inWords && word(next) === 'e' && /^\d{2}$/.test(word(next + 1))
  if (!isPlain || all[next + 2]?.kind === 'word' || word(next + 2) === '%') return {}
  return { half: Number(word(next + 1)) / 100, next: next + 2, of: next + 2 }
}

/** `due anni e mezzo`. */
function more(tokens: Tokens, next: number, { factor, vague }: Amount) {
  const half = factor === 1 && !vague ? andHalf(tokens, next) : null
  return half ? { half: 0.5, next: half, of: half } : {}
}

/** `2° posto` is no temperature. */
function isOrdinalSign({ word, all }: Tokens, at: number, { value }: Amount): boolean {
  if (word(at) !== '°' || /^[cf]$/.test(word(at + 1))) return false
  return (
    value < 20 &&
    all[at + 1]?.kind === 'word' &&
    !/^(a|all|nel|di|e|con|in|sotto|sopra|o|c)$/.test(word(at + 1))
  )
}
