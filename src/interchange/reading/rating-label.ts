import { isNode, memberOf, type Node, textOf } from './values.ts'

/** What schema.org takes a scale for that does not say. */
const USUAL = { worst: 1, best: 5 }

const numberIn = (value: unknown): number | null => {
  const one = Array.isArray(value) ? value[0] : value
  const text = typeof one === 'string' ? one.trim().replace(',', '.') : one
  if (text === '' || (typeof text !== 'string' && typeof text !== 'number')) return null
  return Number.isFinite(Number(text)) ? Number(text) : null
}

/**
 * A number in words, with the scale that it stands on: `2 of 5`; where that begins elsewhere or is the other way
 * round, `2 on a scale from 5 to 1`, from worst to best.
 * @returns null where it says nothing: a scale of one step, or a number that is not on it (such as −1 of all)
 */
function numberLabel(rating: Node): string | null {
  const value = numberIn(memberOf(rating, 'ratingValue'))
  const worst = numberIn(memberOf(rating, 'worstRating')) ?? USUAL.worst
  const best = numberIn(memberOf(rating, 'bestRating')) ?? USUAL.best
  if (value === null || worst === best) return null
  if (value < Math.min(worst, best) || value > Math.max(worst, best)) return null
  return worst === 1 && best > 1
    ? `${value} of ${best}`
    : `${value} on a scale from ${worst} to ${best}`
}

/**
 * How a publisher rated it, in its own words: a text outweighs a number, as scales are turned round, left out and
 * made up. Only where there is none the number is the label.
 */
export function ratingLabel(rating: unknown, language: string | null): string | null {
  if (typeof rating === 'string' || typeof rating === 'number') {
    return ratingLabel({ alternateName: String(rating) }, language)
  }
  const node = Array.isArray(rating) ? rating.find(isNode) : rating
  if (!isNode(node)) return null
  const named = textOf(node, ['alternateName', 'name'], language)
  if (named) return named
  const value = textOf(node, ['ratingValue'], language)
  const isText = value !== null && numberIn(value) === null
  return isText ? value : (numberLabel(node) ?? textOf(node, ['ratingExplanation'], language))
}
