import { stemOf, tellingWords } from '../stems.ts'
import { type Amount, amountAt } from './read.ts'
import type { Token } from './tokens.ts'
import { currencies, linking } from './words.ts'

type Meaning = {
  unit: 'percent' | 'percentage_points' | 'money' | 'count'
  of: string[]
  measure: string
  first: number
  next: number
}

/** What a figure counts is named within so many words. */
const NAMED_WITHIN = 3

/** What an amount is an amount of: the sign or the words around it say. */
export function meaningOf(tokens: Token[], at: number, amount: Amount, language: string): Meaning {
  const { next } = amount
  const sign = currencies.get(tokens[at - 1]?.text ?? '')
  if (sign) return { unit: 'money', of: [], measure: sign, first: at - 1, next }
  const after = afterRange(tokens, next, language)
  const share = percentAt(tokens, after)
  // Of a range each end is read on its own: the first ends where it ends.
  const end = (there: number) => (after === next ? there : next)
  if (share) return { unit: share.unit, of: [], measure: '', first: at, next: end(share.next) }
  const linked = linking.has(tokens[after]?.text ?? '') ? after + 1 : after
  const coin = /^['’]$/.test(tokens[linked]?.text ?? '') ? linked + 1 : linked
  const money = currencies.get(tokens[coin]?.text ?? '')
  if (money) return { unit: 'money', of: [], measure: money, first: at, next: end(coin + 1) }
  return { unit: 'count', of: thingsAt(tokens, linked, language), measure: '', first: at, next }
}

/** Past the other end of a range, `10-15%`, which says what both are of. */
function afterRange(tokens: Token[], next: number, language: string): number {
  if (!/^[-–—]$/.test(tokens[next]?.text ?? '') || tokens[next + 1]?.kind !== 'digits') return next
  return amountAt(tokens, next + 1, language)?.next ?? next
}

function percentAt(tokens: Token[], at: number) {
  const words = tokens.slice(at, at + 2).map(({ text }) => text)
  const [first = ''] = words
  const both = words.join(' ')
  if (/^(punti|punto) percentual[ei]$|^percentage points?$/.test(both)) {
    return { unit: 'percentage_points' as const, next: at + 2 }
  }
  const length = /^per cento$|^per cent$/.test(both)
    ? 2
    : /^(%|percento|percent|pct)$/.test(first)
      ? 1
      : 0
  return length ? { unit: 'percent' as const, next: at + length } : null
}

function thingsAt(tokens: Token[], at: number, language: string): string[] {
  let end = at
  while (end < at + NAMED_WITHIN && tokens[end]?.kind === 'word') end++
  const words = tokens.slice(at, end).map(({ text }) => text)
  return tellingWords(words.join(' ')).map((word) => stemOf(word, language))
}
