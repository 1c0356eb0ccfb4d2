import { closeMultipliers, multipliers, roundly, someOf, someOfThese, vaguely } from './many.ts'
import { englishBelowThousand, italian, italianElided } from './numerals.ts'
import { numberIn, stepOf, type Tokens } from './tokens.ts'
import { articles, currencies, notSix } from './words.ts'

/** A number where it stands among tokens; `next` is the first one after it. */
export type Amount = {
  value: number
  /** The worth of its last digit that says something. */
  step: number
  next: number
  inWords: boolean
  /** What it was multiplied by: `tre miliardi`. */
  factor: number
  /** So many, more or less: `una ventina`; and so vague that nothing differs from it: `migliaia`. */
  approximate: boolean
  vague: boolean
}

/** The most words that a number below a thousand takes, signs included: `nine hundred and ninety-nine`. */
const MOST_WORDS = 8

const plain = { inWords: true, factor: 1, approximate: false, vague: false }

const vulgar: Record<string, number> = { '½': 0.5, '¼': 0.25, '¾': 0.75 }

/** A number without its multiplier. */
function base(tokens: Tokens, at: number): Amount | null {
  const { all, language } = tokens
  const token = all[at]
  if (!token || token.kind === 'sign') return null
  if (token.kind === 'digits') {
    const read = numberIn(token.text, language)
    const part = all[at + 1]?.close ? vulgar[tokens.word(at + 1)] : undefined
    if (read && part)
      return { ...plain, inWords: false, value: read.value + part, step: part, next: at + 2 }
    return read && { ...plain, ...read, next: at + 1, inWords: false }
  }
  if (articles.has(token.text)) {
    // `one hundred` is no more than `a hundred`.
    if (language !== 'en' || tokens.word(at + 1) !== 'hundred') return null
  }
  if (language === 'en') {
    const words = all.slice(at, at + MOST_WORDS).map(({ text }) => text)
    const read = englishBelowThousand(words)
    if (!read) return null
    return { ...plain, value: read.value, step: stepOf(read.value), next: at + read.length }
  }
  if (language !== 'it' || notSix(tokens, at)) return null
  const elided = tokens.word(at + 1) === "'" ? italianElided(token.text) : null
  if (elided) return { ...plain, value: elided, step: 1, next: at + 2 }
  const value = italian(token.text)
  // `costo zero` counts nothing.
  if (value === 0 && all[at + 1]?.kind !== 'word') return null
  return value === null ? null : { ...plain, value, step: stepOf(value), next: at + 1 }
}

/** `migliaia`, `decine di migliaia`, `qualche centinaio`, `a few hundred thousand`, `un paio`. */
function nobodyCounted(tokens: Tokens, at: number): Amount | null {
  const { word } = tokens
  const isSome = someOf.test(word(at))
  const start = isSome ? at + 1 : at
  let value = isSome ? someOfThese.get(word(start)) : vaguely.get(word(start))
  if (!value) return null
  let next = start + 1
  for (let more = 0; more < 2; more++) {
    const skip = /^(di|of)$/.test(word(next)) ? 1 : 0
    const factor = (skip ? vaguely : multipliers).get(word(next + skip))
    if (!factor) break
    value *= factor
    next += skip + 1
  }
  return { ...plain, value, step: value, next, vague: true }
}

/** `mezzo milione`, `half a dozen`, `una ventina`, `un paio di`, `un milione`: what begins with no number. */
function article(tokens: Tokens, at: number): Amount | null {
  const { word } = tokens
  const isOne = articles.has(word(at))
  const start = isOne ? at + 1 : at
  if (isOne && /^(paio|couple)$/.test(word(start)) && /^(di|of)$/.test(word(start + 1))) {
    return { ...plain, value: 2, step: 1, next: start + 2, approximate: true }
  }
  if (/^(mezzo|mezza|half)$/.test(word(start))) {
    const from = start + (articles.has(word(start + 1)) || word(start + 1) === '-' ? 2 : 1)
    if (multipliers.has(word(from))) return { ...plain, value: 0.5, step: 0.1, next: from }
    const rough = roundly.get(word(from))
    return rough ? { ...plain, value: rough / 2, step: 1, next: from + 1, approximate: true } : null
  }
  if (word(start) === 'quarter' && `${word(start + 1)} ${word(start + 2)}` === 'of a') {
    return multipliers.has(word(start + 3))
      ? { ...plain, value: 0.25, step: 0.05, next: start + 3 }
      : null
  }
  if (!isOne) return null
  if (andHalf(tokens, start)) return { ...plain, value: 1, step: 1, next: start }
  const rough = roundly.get(word(start))
  if (rough) return { ...plain, value: rough, step: 1, next: start + 1, approximate: true }
  return multipliers.has(word(start)) ? { ...plain, value: 1, step: 1, next: start } : null
}

/** `e mezzo`, `and a half`: one half more of what came before, and the token after it. */
export function andHalf({ word }: Tokens, at: number): number | null {
  if (word(at) === 'e' && /^mezz[oa]$/.test(word(at + 1))) return at + 2
  return word(at) === 'and' && word(at + 1) === 'a' && word(at + 2) === 'half' ? at + 3 : null
}

/** What a number is multiplied by at a place; a letter close to digits may be a unit: `5m` are metres. */
function factorAt(tokens: Tokens, at: number, start: number, inWords: boolean): number | null {
  const { all, word, language } = tokens
  const token = all[at]
  if (!token) return null
  if (!token.close || inWords) return multipliers.get(token.text) ?? null
  const factor = closeMultipliers.get(token.text)
  if (!factor || (all[at + 1]?.close && all[at + 1]?.kind !== 'sign')) return null
  if (token.text.length > 1 || token.text === 'k') return factor
  const isMoney = currencies.has(word(start - 1)) || currencies.has(word(at + 1))
  const isPlural = language === 'en' && /(s|people|children|men|women)$/.test(word(at + 1))
  return isMoney || (isPlural && token.text !== 't') ? factor : null
}

/**
 * The number that begins at a token, with all that belongs to it: `tre miliardi e mezzo`,
 * `2 million five hundred thousand`.
 * @param below what a part that is added to a greater one must be less than
 */
export function amountAt(
  tokens: Tokens,
  at: number,
  below = Number.POSITIVE_INFINITY,
): Amount | null {
  const vague = nobodyCounted(tokens, at)
  if (vague) return vague
  const found = base(tokens, at) ?? article(tokens, at)
  if (!found) return null
  let { value, step, next } = found
  const halved = found.inWords || step === 1 ? andHalf(tokens, next) : null
  if (halved && multipliers.has(tokens.word(halved))) {
    value += 0.5
    step = 0.5
    next = halved
  }
  let factor = 1
  for (let factors = 0; factors < 2; factors++) {
    const hyphen = tokens.word(next) === '-' && tokens.all[next]?.close ? 1 : 0
    const more = factorAt(tokens, next + hyphen, at, found.inWords || hyphen === 1)
    if (!more) break
    factor *= more
    next += hyphen + 1
  }
  value *= factor
  step *= factor
  const round = roundlyMany(tokens, next)
  if (round && factor === 1)
    return { ...found, value: value * round, step: round, next: next + 1, approximate: true }
  if (value >= below) return null
  if (factor === 1 && halved) return { ...found, value: value + 0.5, step: 0.5, next: halved }
  if (factor === 1) return { ...found, value, step, next }
  const half = andHalf(tokens, next)
  if (half) return { ...found, factor, value: value + factor / 2, step: factor / 2, next: half }
  return withMore(tokens, { ...found, factor, value, step, next }, factor)
}

/** `due dozzine`, `two dozen`: so many times so many. */
function roundlyMany({ word, language }: Tokens, at: number): number | null {
  if (language === 'en') return word(at) === 'dozen' ? 12 : null
  return /^(decine|dozzine|centinaia|migliaia)$/.test(word(at))
    ? (vaguely.get(word(at)) ?? null)
    : null
}

/** `3 miliardi e 200 milioni`: the smaller part that is added to the greater one. */
function withMore(tokens: Tokens, amount: Amount, factor: number): Amount {
  const joins = /^(e|and)$/.test(tokens.word(amount.next)) ? 1 : 0
  const at = amount.next + joins
  const more = amount.vague ? null : amountAt(tokens, at, factor)
  const isPart = more && !more.vague && (more.factor > 1 || isTail(amount, more, joins === 0))
  if (!isPart || more.value < 1 || more.approximate) return amount
  return { ...amount, value: amount.value + more.value, step: more.step, next: more.next }
}

/** `two thousand five hundred`, `2 milioni e 500.000`, `171 mila 719`: said in the same way. */
const isTail = (amount: Amount, more: Amount, isNext: boolean): boolean =>
  amount.inWords
    ? more.inWords
    : !more.inWords &&
      (more.step >= 1000 || (isNext && amount.factor === 1000 && more.value >= 100))
