import type { Amount } from './amount.ts'
import type { Tokens } from './tokens.ts'

/** Whether per cent, percentage points or the like stand at a place, of an amount that stands before. */
export function percentAt(tokens: Tokens, at: number, amount: Amount) {
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
