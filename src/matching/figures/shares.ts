import { parts } from './numerals.ts'
import { type Amount, amountAt } from './read.ts'
import type { Token } from './tokens.ts'
import { articles } from './words.ts'

type Share = { value: number; next: number }

/** Between how many and of how many: `un italiano su tre`. */
const BETWEEN = 3

const isOf = /^(di|del|dei|degli|della|delle|dell|dello|of)$/

/**
 * A share in words, in percent: `un terzo dei`, `metà degli`, `one in three`, `sette su dieci`.
 * @param amount what begins at the same token
 */
export function shareAt(
  tokens: Token[],
  at: number,
  amount: Amount | null,
  language: string,
): Share | null {
  const text = (i: number) => tokens[i]?.text ?? ''
  const isHalf = text(at) === 'metà' || text(at) === 'half'
  if (isHalf && isOf.test(text(at + 1)) && text(at - 1) !== 'a') return { value: 50, next: at + 1 }
  const many = articles.has(text(at)) ? { value: 1, next: at + 1 } : amount
  if (!many || many.value < 1 || many.value > 1000 || !Number.isInteger(many.value)) return null
  const part = text(many.next) === '-' ? many.next + 1 : many.next
  const of = parts.get(text(part))
  if (of && many.value < of && isOf.test(text(part + 1))) {
    return { value: (many.value / of) * 100, next: part + 1 }
  }
  return ratio(tokens, many, language)
}

function ratio(
  tokens: Token[],
  { value, next }: { value: number; next: number },
  language: string,
): Share | null {
  const text = (i: number) => tokens[i]?.text ?? ''
  let at = next
  while (at < next + BETWEEN && tokens[at]?.kind === 'word' && !/^(su|in|out)$/.test(text(at))) at++
  const sign = language === 'en' ? text(at) : text(at) === 'su' ? 'su' : ''
  // `five people in ten cities` are no share: only `out of` has words before it.
  if (
    sign !== 'su' &&
    !(sign === 'in' && at === next) &&
    !(sign === 'out' && text(at + 1) === 'of')
  ) {
    return null
  }
  at += sign === 'out' ? 2 : 1
  if (/^(ogni|every)$/.test(text(at))) at++
  const whole = amountAt(tokens, at, language)
  if (!whole || whole.vague || whole.value <= value || whole.value > 1000) return null
  return { value: (value / whole.value) * 100, next: whole.next }
}
