import type { Excerpt } from '../excerpt.ts'
import { type Place, points } from './passage.ts'

/** For each beginning of `words`, how long the longest is that also ends there (Knuth, Morris, Pratt). */
function bordersOf(words: string): Uint16Array {
  const borders = new Uint16Array(words.length)
  for (let i = 1, k = 0; i < words.length; i++) {
    while (k > 0 && words[i] !== words[k]) k = borders[k - 1] ?? 0
    if (words[i] === words[k]) k += 1
    borders[i] = k
  }
  return borders
}

/**
 * The first two places of a quote with its context, letter by letter: of words so long that the
 * excerpt keeps only a part of them nothing else can be said. One look at each letter: a text that
 * repeats itself, written to be slow, is no slower than any other.
 */
export function tornPlaces(text: string, { prefix, quote, suffix }: Excerpt): Place[] {
  const words = prefix + quote + suffix
  const borders = bordersOf(words)
  const places: Place[] = []
  for (let i = 0, k = 0; i < text.length && places.length < 2; i++) {
    while (k > 0 && text[i] !== words[k]) k = borders[k - 1] ?? 0
    if (text[i] === words[k]) k += 1
    if (k < words.length) continue
    const start = points(text.slice(0, i + 1 - k + prefix.length))
    places.push({ start, end: start + points(quote) })
    k = borders[k - 1] ?? 0
  }
  return places
}
