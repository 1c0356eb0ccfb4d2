import { stemOf, tellingWords } from '../stems.ts'
import { type Amount, andHalf } from './amount.ts'
import type { Unit } from './figure.ts'
import { isTime, type Measure, measureAt } from './measures.ts'
import type { Tokens } from './tokens.ts'
import { articles, cents, currencies, linking } from './words.ts'

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

/** What a figure counts is named within so many words. */
const NAMED_WITHIN = 3
/** Or before it, within so many. */
const BEFORE = 5

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
    return { ...rest, unit: 'money', measure: foreign(word(at - 2), sign), first: at - 1 }
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

function percentAt(tokens: Tokens, at: number, amount: Amount) {
  const { word, language, points } = tokens
  const both = `${word(at)} ${word(at + 1)}`
  const whole = `${both} ${word(at + 2)}`
  const inPoints = (length: number, factor = 1) => ({
    unit: 'percentage_points' as const,
    factor,
    next: at + length,
  })
  if (/^(punti|punto) percentual[ei]$|^percentage[- ]points?$/.test(both)) return inPoints(2)
  if (/^percentage - points?$/.test(whole)) return inPoints(3)
  if (/^punt[io] e mezzo$/.test(whole) && amount.value < 100) {
    return { ...inPoints(word(at + 3).startsWith('percentual') ? 4 : 3), half: 0.5 }
  }
  if (/^punti base$|^basis points?$/.test(both)) return inPoints(2, 0.01)
  if (
    /^(punti|punto)$/.test(word(at)) &&
    amount.value < 100 &&
    (points === 'percentage' || /^d[i'] ?pil/.test(`${word(at + 1)} ${word(at + 2)}`))
  )
    return inPoints(1)
  if (language === 'en' && /^points?$/.test(word(at)) && amount.value < 100 && points !== 'other')
    return inPoints(1)
  const hyphens = /^per - cent$/.test(whole)
    ? 3
    : /^per cent$|^per cento$|^pour cent$|^por ciento$/.test(both)
      ? 2
      : 0
  const length = hyphens || (/^(%|percento|percent|pct|prozent|procent)$/.test(word(at)) ? 1 : 0)
  if (length) return { unit: 'percent' as const, next: at + length }
  if (word(at) === '‰' || both === 'per mille')
    return { unit: 'percent' as const, factor: 0.1, next: at + (word(at) === '‰' ? 1 : 2) }
  return null
}

/**
 * An amount that has no number of its own: `un punto percentuale`, `mezzo punto`, `half an hour`,
 * `mezz’ora`, `un’ora e mezza`, `a year and a half`, `un quarto d’ora`, `un euro`, `one percent`.
 */
export function oneAt(tokens: Tokens, at: number): Amount | null {
  const { word, all } = tokens
  const plain = { step: 1, inWords: true, factor: 1, approximate: false, vague: false }
  const next = word(at + 1) === "'" ? at + 2 : at + 1
  const isHalf = /^(mezzo|mezza|mezz|half)$/.test(word(at))
  const start = isHalf && articles.has(word(next)) ? next + 1 : next
  if (isHalf) return isUnit(tokens, start) ? { ...plain, value: 0.5, step: 0.1, next: start } : null
  const quarters = /^(un|tre) quart[oi] d ' ora$/.test(
    [0, 1, 2, 3, 4].map((i) => word(at + i)).join(' '),
  )
  if (quarters)
    return { ...plain, value: word(at) === 'tre' ? 0.75 : 0.25, step: 0.05, next: at + 4 }
  if (!articles.has(word(at)) && word(at) !== 'uno') return null
  const measure = measureAt(tokens, next)
  const isMore = measure && andHalf(tokens, measure.next) !== null
  const isSaid =
    word(at) === 'one' ||
    isMore ||
    (word(at) !== 'a' && word(at) !== 'an' && measure && !isTime(measure) && measure.sign !== '°')
  if (measure && isSaid && all[next]) return { ...plain, value: 1, next }
  const one = { ...plain, value: 1, next }
  const part = percentAt(tokens, next, one)
  if (part && (part.unit === 'percent' || word(next) !== 'point' || word(at) === 'one')) return one
  const isCoin = currencies.has(word(next)) && !/^(a|an)$/.test(word(at))
  return isCoin ? one : null
}

const isUnit = (tokens: Tokens, at: number): boolean =>
  measureAt(tokens, at) !== null || /^(punto|point|percentage|percent)$/.test(tokens.word(at))

/** Words that say how a figure is meant, or join two: nothing is counted by them. */
const idle =
  /^(circa|oltre|quasi|almeno|meno|massimo|minimo|fino|solo|soli|appena|ben|su|ogni|pari|stati|state|sono|erano|about|around|almost|nearly|least|roughly|only|per|out|every|were|are|was|were)$/

const stems = (words: string[], language: string): string[] =>
  tellingWords(words.filter((word) => !idle.test(word)).join(' ')).map((word) =>
    stemOf(word, language),
  )

/** Where the name of what is counted ends. */
const ends =
  /^(su|out|ogni|in|nel|nella|nei|negli|nelle|per|da|dal|dalla|dall|dai|a|al|alla|ai|alle|con|tra|fra|che|e|o|ma|se|non|ha|hanno|è|on|at|by|from|to|for|with|and|or|but|that|who|which|has|have|is|not)$/

/** What a figure counts, as stems: the words that say something of those at a place. */
export function thingsAt({ all, word, language }: Tokens, at: number): string[] {
  const start = linking.has(word(at)) ? at + 1 : at
  let end = start
  const isOn = () => all[end]?.kind === 'word' && !ends.test(word(end))
  while (end < start + NAMED_WITHIN && isOn()) end++
  return stems(
    all.slice(start, end).map(({ text }) => text),
    language,
  )
}

/** What stands before a figure behind which nothing is named: `i soldati sono 12.000`. */
export function thingsBefore({ all, word, language }: Tokens, at: number): string[] {
  const words: string[] = []
  for (let i = at - 1; i > at - BEFORE && all[i]?.kind === 'word'; i--) words.unshift(word(i))
  return stems(words, language)
}
