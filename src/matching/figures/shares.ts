import { type Amount, amountAt } from './amount.ts'
import { wordsBefore } from './around.ts'
import { parts } from './numerals.ts'
import type { Tokens } from './tokens.ts'
import { articles } from './words.ts'

/** A share in percent; `step` as of a number; `of` the first of the words that say what it is a share of. */
export type Share = { value: number; step: number; next: number; of: number }

/** Between how many and of how many: `un italiano su tre`. */
const BETWEEN = 4

const isOf = /^(di|del|dei|degli|della|delle|dell|dello|of)$/

/** Behind a part that is a share, and no ordinal: `un terzo dei`, but not `un terzo uomo`. */
const follows =
  /^(di|del|dei|degli|della|delle|dell|dello|d|e|o|in|a|al|alla|rispetto|più|meno|circa|per|nel|nella|da|dal|ha|hanno|è|era|sono|erano|of|and|or|in|to|on|from|less|more|at|by|since|than|have|has|had|are|were|is|was|said|do|did|as|between|over|when|the|its|their|con|non|che|si|lo|la|il|viene|dice|vive|risulta|resta)$/

const share = (many: number, whole: number, next: number): Share => ({
  value: (many / whole) * 100,
  // What is said in few parts is rounded to them.
  step: Math.min(100 / whole, (many / whole) * 20),
  next,
  of: next,
})

/**
 * A share in words, in percent: `un terzo dei`, `metà degli`, `one in three`, `sette su dieci`, `3/4 of`.
 * @param amount what begins at the same token
 */
export function shareAt(tokens: Tokens, at: number, amount: Amount | null): Share | null {
  const { word } = tokens
  return (
    half(tokens, at) ??
    slashed(tokens, at) ??
    fraction(tokens, at, amount) ??
    ratio(tokens, at, amount, word)
  )
}

/** `la metà`, `metà degli`, `half of`, `half the`, `by half`: no `a metà strada`, no `first half`. */
function half(tokens: Tokens, at: number): Share | null {
  const { word, all } = tokens
  const [before, next] = [word(at - 1), word(at + 1)]
  const found = share(1, 2, at + 1)
  if (word(at) === 'metà') {
    if (/^(a|prima|seconda|altra|dolce)$/.test(before)) return null
    const isPart =
      isOf.test(next) || all[at + 1]?.kind !== 'word' || /^(la|della|alla|una|per)$/.test(before)
    return isPart ? found : null
  }
  if (word(at) !== 'half' || all[at + 1]?.text === '-') return null
  if (/^(first|second|other|and|a|an|better)$/.test(before)) return null
  if (/^(of|the|its|their|his|her|our|your|all|those|these|that|as)$/.test(next)) return found
  return /(^| )(by|than|nearly|almost|about|over|under|to|roughly|least)( a)?$/.test(
    wordsBefore(tokens, at, 2),
  )
    ? found
    : null
}

/** `2/3 of`, `3/4 dei`. */
function slashed({ word, all }: Tokens, at: number): Share | null {
  const [over, under] = [word(at), word(at + 2)]
  if (word(at + 1) !== '/' || !all[at + 1]?.close || !/^\d$/.test(over) || !/^\d0?$/.test(under))
    return null
  const isPart = Number(over) < Number(under) && isOf.test(word(at + 3))
  return isPart ? share(Number(over), Number(under), at + 3) : null
}

/** `two thirds`, `un quinto dei`, `the remaining quarter` is none. */
function fraction(tokens: Tokens, at: number, amount: Amount | null): Share | null {
  const { word, all } = tokens
  const isOne = articles.has(word(at))
  const many = isOne ? { value: 1, next: afterArticle(word, at) } : amount
  if (!many || !Number.isInteger(many.value) || many.value < 1) return null
  const part = word(many.next) === '-' ? many.next + 1 : many.next
  const whole = parts.get(word(part))
  if (!whole || many.value >= whole) return null
  // `a quarter of a million`.
  if (amount && amount.factor > 1) return null
  // `due quarti di finale`, `tre quarti d’ora`.
  if (/^(finale|ora)$/.test(word(part + 2)) || /^(finale|ora)$/.test(word(part + 3))) return null
  const isSure = many.value > 1 && /[is]$/.test(word(part))
  const isPart = /(?:^| )(?:di cui|dei quali|delle quali|of which|of whom)$/.test(
    wordsBefore(tokens, at, 2),
  )
  if (isSure || isPart || follows.test(word(part + 1)) || all[part + 1]?.kind !== 'word')
    return share(many.value, whole, part + 1)
  return null
}

/** `un’auto su dieci` */
const afterArticle = (word: Tokens['word'], at: number): number =>
  word(at + 1) === "'" ? at + 2 : at + 1

function ratio(
  tokens: Tokens,
  at: number,
  amount: Amount | null,
  word: Tokens['word'],
): Share | null {
  const { all, language } = tokens
  const one = { value: 1, next: afterArticle(word, at), vague: false }
  const many = articles.has(word(at)) ? one : amount
  if (!many || many.vague || many.value < 1 || !Number.isInteger(many.value)) return null
  const { value, next } = many
  let on = next
  while (on < next + BETWEEN && all[on]?.kind === 'word' && !/^(su|in|out)$/.test(word(on))) on++
  const sign = language === 'en' ? word(on) : word(on) === 'su' ? 'su' : ''
  // `five people in ten cities` are no share: only `out of` has words before it.
  const isIn = sign === 'in' && on === next
  if (sign !== 'su' && !isIn && !(sign === 'out' && word(on + 1) === 'of')) return null
  let from = on + (sign === 'out' ? 2 : 1)
  if (/^(ogni|every)$/.test(word(from))) from++
  const whole = amountAt(tokens, from)
  if (!whole || whole.vague || !Number.isInteger(whole.value)) return null
  if (
    whole.value <= value ||
    whole.value > 1e6 ||
    (isIn && whole.value >= 1500 && whole.value < 2101)
  )
    return null
  const found = share(value, whole.value, whole.next)
  return { ...found, of: on > next ? next : whole.next }
}
