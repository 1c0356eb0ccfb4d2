import { amountAt } from './amount.ts'
import { meant } from './amounts.ts'
import { dateAt } from './dates.ts'
import type { Figure, Written } from './figure.ts'
import { around, type Found, nothingBut, plain } from './found.ts'
import { multipleAt, timesAt } from './multiples.ts'
import { isName, pastNumberOfName } from './names.ts'
import { ageIn } from './numerals.ts'
import { oneAt } from './one.ts'
import { ordinalAt } from './ordinals.ts'
import { shareAt } from './shares.ts'
import { thingsAt } from './things.ts'
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
