import { z } from 'zod'
import { type FieldError, Refusal } from './refusal.ts'

/**
 * The exact words in one article version: W3C Web Annotation's TextQuoteSelector and
 * TextPositionSelector. `start` (inclusive) and `end` (exclusive) count Unicode code points.
 */
export type Excerpt = {
  quote: string
  prefix: string
  suffix: string
  start: number
  end: number
}

/** A number in digits: what is blank is no place, not the first one. */
const digits = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
const whole = z.union([z.int().min(0), digits])

/** Where a form or an address says that an excerpt stands, in code points. */
export const excerptPlace = z.object({ start: whole, end: whole })

/** How many code points of context stand on each side of a quote, where the text has as many. */
export const CONTEXT = 32

/** The longest excerpt, in code points. */
const MAX_EXCERPT = 5000

/** What is wrong with a place that holds more words than an excerpt can, if it does. */
export const tooLong = ({ start, end }: Pick<Excerpt, 'start' | 'end'>): FieldError | null =>
  end - start > MAX_EXCERPT ? { code: 'too_long', values: { max: MAX_EXCERPT } } : null

/**
 * Cuts an excerpt out of a text.
 * @param start first code point; @param end the one after the last
 * @throws Refusal `invalid` on `excerpt` where the place is not in the text, or is too long
 */
export function excerptAt(text: string, start: number, end: number): Excerpt {
  const points = Array.from(text)
  const inside = Number.isInteger(start) && Number.isInteger(end)
  if (!inside || start < 0 || end > points.length || start >= end) {
    throw new Refusal('invalid', { fields: { excerpt: { code: 'not_in_text' } } })
  }
  const long = tooLong({ start, end })
  if (long) throw new Refusal('invalid', { fields: { excerpt: long } })
  return cutAt(points, { start, end })
}

function cutAt(points: string[], { start, end }: Pick<Excerpt, 'start' | 'end'>): Excerpt {
  const cut = (from: number, to: number) => points.slice(from, to).join('')
  return {
    quote: cut(start, end),
    prefix: cut(Math.max(0, start - CONTEXT), start),
    suffix: cut(end, end + CONTEXT),
    start,
    end,
  }
}

/** Cuts many excerpts out of a text, such as sentences of it: places that are known to be in it. */
export function excerptsAt(
  text: string,
  places: readonly Pick<Excerpt, 'start' | 'end'>[],
): Excerpt[] {
  const points = Array.from(text)
  return places.map((place) => cutAt(points, place))
}
