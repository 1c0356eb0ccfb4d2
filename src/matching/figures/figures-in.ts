import { boundsOf, daysOf } from './bounds.ts'
import { dateAt } from './dates.ts'
import type { Figure, Written } from './figure.ts'
import { isName, isRough } from './names.ts'
import { amountAt } from './read.ts'
import { shareAt } from './shares.ts'
import { type Token, tokensOf } from './tokens.ts'
import { meaningOf } from './units.ts'

/** All figures of a text, in its order. Takes one pass. */
export function figuresIn({ text, language }: Written): Figure[] {
  const tokens = tokensOf(text)
  const found: Figure[] = []
  for (let at = 0; at < tokens.length; ) {
    const read = figureAt(tokens, at, language)
    if (read.figure) {
      const { first, ...figure } = read.figure
      const from = tokens[first]?.from ?? 0
      const to = tokens[read.next - 1]?.to ?? from
      found.push({ ...figure, from, to, text: text.slice(from, to) })
    }
    at = read.next
  }
  return found
}

type Read = Omit<Figure, 'from' | 'to' | 'text'> & { first: number }

/** What begins at a token, if anything does, and where to read on. */
function figureAt(
  tokens: Token[],
  at: number,
  language: string,
): { figure: Read | null; next: number } {
  if (tokens[at]?.kind === 'sign') return { figure: null, next: at + 1 }
  const date = dateAt(tokens, at)
  const rest = { of: [], measure: '', approximate: false, vague: false, first: at }
  if (date) {
    const figure = { ...rest, ...daysOf(date.value), value: date.value, unit: 'date' as const }
    return { figure, next: date.next }
  }
  const amount = amountAt(tokens, at, language)
  const share = shareAt(tokens, at, amount, language)
  if (share) {
    const { value, next } = share
    const figure = { ...rest, ...boundsOf(value, value / 5), value, unit: 'percent' as const }
    return { figure, next }
  }
  if (!amount) return { figure: null, next: at + 1 }
  if (isName(tokens, at, amount.next)) return { figure: null, next: amount.next }
  const meaning = meaningOf(tokens, at, amount, language)
  const { unit, of, first, measure, next } = meaning
  const { value, vague } = amount
  const approximate = amount.approximate || isRough(tokens, at, meaning.next)
  const isExact = unit === 'count' && amount.step === 1 && !approximate
  const bounds = boundsOf(
    value,
    approximate ? Math.max(amount.step, value / 5) : isExact ? 0 : amount.step,
  )
  return { figure: { value, ...bounds, unit, of, measure, approximate, vague, first }, next }
}
