import {
  closeMultipliers,
  englishBelowThousand,
  italian,
  multipliers,
  roundly,
  vaguely,
} from './numerals.ts'
import { numberIn, stepOf, type Token } from './tokens.ts'
import { articles } from './words.ts'

/** A number where it stands among tokens; `next` is the first one after it. */
export type Amount = {
  value: number
  /** The worth of its last digit that says something. */
  step: number
  next: number
  inWords: boolean
  /** So many, more or less: `una ventina`; and so vague that nothing differs from it: `migliaia`. */
  approximate: boolean
  vague: boolean
}

/** The most words that a number below a thousand takes, signs included: `nine hundred and ninety-nine`. */
const MOST_WORDS = 8

const exact = { approximate: false, vague: false }

/** A number without its multiplier. */
function base(tokens: Token[], at: number, language: string): Amount | null {
  const token = tokens[at]
  if (!token || token.kind === 'sign') return null
  const one = { next: at + 1, ...exact }
  if (token.kind === 'digits') {
    const read = numberIn(token.text, language)
    return read && { ...read, ...one, inWords: false }
  }
  const many = vaguely.get(token.text)
  if (many) return { ...one, value: many, step: many, inWords: true, vague: true }
  if (language === 'en') {
    const words = tokens.slice(at, at + MOST_WORDS).map(({ text }) => text)
    const read =
      articles.has(token.text) && words[1] !== 'hundred' ? null : englishBelowThousand(words)
    return (
      read && {
        ...exact,
        value: read.value,
        step: stepOf(read.value),
        next: at + read.length,
        inWords: true,
      }
    )
  }
  const value = language === 'it' && !articles.has(token.text) ? italian(token.text) : null
  return value === null ? null : { ...one, value, step: stepOf(value), inWords: true }
}

/** `mezzo milione`, `half a million`, `una ventina`, `two dozen`, `un milione`: what begins with no number. */
function article(tokens: Token[], at: number): Amount | null {
  const text = (i: number) => tokens[i]?.text ?? ''
  const one = { inWords: true, ...exact }
  const isHalf = /^(mezzo|mezza|half)$/.test(text(at))
  const from = isHalf ? at + (articles.has(text(at + 1)) ? 2 : 1) : at + 1
  const many = multipliers.get(text(from))
  if (isHalf) return many ? { ...one, value: 0.5, step: 0.5, next: from } : null
  if (!articles.has(text(at))) return null
  const rough = roundly.get(text(from))
  if (rough) return { ...one, value: rough, step: 1, next: from + 1, approximate: true }
  return many ? { ...one, value: 1, step: 1, next: from } : null
}

/** `e mezzo`, `and a half`: one half more of what came before, and the token after it. */
function andHalf(tokens: Token[], at: number): number | null {
  const words = tokens.slice(at, at + 3).map(({ text }) => text)
  if (/^e mezz[oa]\b/.test(words.join(' '))) return at + 2
  return words.join(' ') === 'and a half' ? at + 3 : null
}

/**
 * The number that begins at a token, with all that belongs to it: `tre miliardi e mezzo`,
 * `2 million five hundred thousand`.
 * @param below what a part that is added to a greater one must be less than
 */
export function amountAt(
  tokens: Token[],
  at: number,
  language: string,
  below = Number.POSITIVE_INFINITY,
): Amount | null {
  const found = base(tokens, at, language) ?? article(tokens, at)
  if (!found) return null
  let { value, step, next } = found
  const halved = found.inWords || step === 1 ? andHalf(tokens, next) : null
  if (halved && multipliers.has(tokens[halved]?.text ?? '')) {
    value += 0.5
    step = 0.5
    next = halved
  }
  let many = 1
  for (let factors = 0; factors < 2; factors++) {
    const token = tokens[next]
    const factor = (token?.close ? closeMultipliers : multipliers).get(token?.text ?? '')
    if (
      !factor ||
      (token?.close && tokens[next + 1]?.close && /^\p{L}/u.test(tokens[next + 1]?.text ?? ''))
    )
      break
    many *= factor
    next += 1
  }
  value *= many
  step *= many
  const dozen = language === 'en' ? roundly.get(tokens[next]?.text ?? '') : undefined
  if (dozen)
    return { ...found, value: value * dozen, step: dozen, next: next + 1, approximate: true }
  if (value >= below) return null
  if (many === 1) return { ...found, value, step, next }
  const half = andHalf(tokens, next)
  if (half) return { ...found, value: value + many / 2, step: many / 2, next: half }
  return { ...found, ...withMore(tokens, language, { ...found, value, step, next }, many) }
}

/** `3 miliardi e 200 milioni`: the smaller part that is added to the greater one. */
function withMore(tokens: Token[], language: string, amount: Amount, many: number): Amount {
  const joins = /^(e|and)$/.test(tokens[amount.next]?.text ?? '') ? 1 : 0
  const at = amount.next + joins
  const more = amount.vague ? null : amountAt(tokens, at, language, many)
  const isPart = more && !more.vague && (more.step >= 1000 || (more.inWords && amount.inWords))
  if (!isPart || more.value < 1) return amount
  return { ...amount, value: amount.value + more.value, step: more.step, next: more.next }
}
