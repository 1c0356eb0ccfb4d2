import { type Amount, andHalf } from './amount.ts'
import { isTime, measureAt } from './measures.ts'
import { percentAt } from './percent.ts'
import type { Tokens } from './tokens.ts'
import { articles, currencies } from './words.ts'

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
