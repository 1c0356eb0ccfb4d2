import type { Written } from '../figures/figure.ts'
import { bare } from '../stems.ts'
import { gazetteerOf, type Known } from './gazetteer.ts'

/** A place that a text names, or somebody from there. */
export type Place = Known & { text: string; from: number; to: number }

const token = /[\p{L}\p{M}\p{N}]+/gu

/** Names of places have no more words than this: `San Vincenzo e Grenadine`. */
const LONGEST = 4

/** The places in a text, the longest name first where several begin at a word. */
export function placesIn({ text, language }: Written): Place[] {
  const gazetteer = gazetteerOf(language)
  const tokens = [...text.matchAll(token)]
  const plain = tokens.map(([word]) => bare(word.toLowerCase()))
  const found: Place[] = []
  for (let at = 0; at < tokens.length; at++) {
    for (let end = Math.min(at + LONGEST, tokens.length); end > at; end--) {
      const known = gazetteer.get(plain.slice(at, end).join(' '))
      const [first, last] = [tokens[at], tokens[end - 1]]
      if (!known || !first || !last) continue
      if (!known.small && !/^\p{Lu}/u.test(first[0])) continue
      const [from, to] = [first.index, last.index + last[0].length]
      found.push({ ...known, text: text.slice(from, to), from, to })
      at = end - 1
      break
    }
  }
  return found
}

/** Whether two places are one, or one is the capital that speaks for the other. */
export const isSamePlace = (one: Known, other: Known): boolean =>
  one.id === other.id || one.speaksFor === other.id || other.speaksFor === one.id
