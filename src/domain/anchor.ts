import type { Excerpt } from './excerpt.ts'

/**
 * What became of an excerpt in a text. `ambiguous`: its words stand there more than once, and nothing
 * tells which of them is meant; a person decides, never the program.
 */
export type Anchor =
  | { status: 'exact' | 'moved' | 'changed'; start: number; end: number }
  | { status: 'ambiguous'; places: { start: number; end: number }[] }
  | { status: 'gone' }

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
 * The first two places of `words` in `text`, in UTF-16 units. One look at each letter: a text that
 * repeats itself, written to be slow, is no slower than any other.
 */
function placesOf(text: string, words: string): number[] {
  const borders = bordersOf(words)
  const places: number[] = []
  for (let i = 0, k = 0; i < text.length && places.length < 2; i++) {
    while (k > 0 && text[i] !== words[k]) k = borders[k - 1] ?? 0
    if (text[i] === words[k]) k += 1
    if (k < words.length) continue
    places.push(i + 1 - k)
    k = borders[k - 1] ?? 0
  }
  return places
}

const points = (text: string): number => {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/**
 * Finds an excerpt again in a text that may have changed elsewhere: by its words, and where they stand
 * more than once by what stands around them (W3C Web Annotation: the quote decides, the position
 * never moves it to a lookalike).
 * @param text another version of the text that the excerpt was cut from
 */
export function anchor(text: string, excerpt: Excerpt): Anchor {
  const { quote, prefix, suffix } = excerpt
  const places = placesOf(text, quote)
  if (places.length === 0) return { status: 'gone' }
  const around = () => placesOf(text, prefix + quote + suffix).map((at) => at + prefix.length)
  const meant = places.length === 1 ? places : around()
  const [at] = meant
  if (at === undefined || meant.length > 1) return { status: 'ambiguous', places: [] }
  const start = points(text.slice(0, at))
  const end = start + (excerpt.end - excerpt.start)
  return { status: start === excerpt.start ? 'exact' : 'moved', start, end }
}

export function locate(text: string, quote: string): Anchor {
  const places: { start: number; end: number }[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const start = points(text.slice(0, at))
    places.push({ start, end: start + points(quote) })
  }
  const [first] = places
  if (!first) return { status: 'gone' }
  return places.length > 1 ? { status: 'ambiguous', places } : { status: 'exact', ...first }
}
