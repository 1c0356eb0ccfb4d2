import type { Written } from '../figures/figure.ts'
import { type Profile, profileOf } from './profile.ts'

/** Words in a text, in UTF-16 units; `end` is the one after the last. */
export type Stretch = { start: number; end: number }

const words = /[\p{L}\p{M}\p{N}]+|%/gu

/** What may stand between two words that are shown as one stretch. */
const between = /^[\s'’%]*$/u

/**
 * Where words stand in a text that another one has, too, whatever their endings; words side by side are
 * one stretch.
 * @param text of a claim's length: each of its words is looked at
 */
export function commonIn(text: Written, other: Profile): Stretch[] {
  const { terms } = profileOf(text)
  const common = new Set(terms.filter(({ stem }) => other.counts.has(stem)).map(({ word }) => word))
  const found: Stretch[] = []
  for (const { 0: word, index } of text.text.matchAll(words)) {
    if (!common.has(word)) continue
    const end = index + word.length
    const last = found.at(-1)
    if (last && between.test(text.text.slice(last.end, index))) last.end = end
    else found.push({ start: index, end })
  }
  return found
}
