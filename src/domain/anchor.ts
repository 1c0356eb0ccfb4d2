import type { Excerpt } from './excerpt.ts'

/**
 * What became of an excerpt in a text. `ambiguous`: its words stand there more than once, and nothing
 * tells which of them is meant; a person decides, never the program.
 */
export type Anchor =
  | { status: 'exact' | 'moved'; start: number; end: number }
  | { status: 'ambiguous' | 'gone' }

/** Every place of `words` in `text`, in UTF-16 units, overlapping ones included. */
function placesOf(text: string, words: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) places.push(at)
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
  const around = places.filter(
    (at) => text.slice(0, at).endsWith(prefix) && text.startsWith(suffix, at + quote.length),
  )
  const meant = places.length === 1 ? places : around
  const [at] = meant
  if (at === undefined) return { status: places.length === 0 ? 'gone' : 'ambiguous' }
  if (meant.length > 1) return { status: 'ambiguous' }
  const start = points(text.slice(0, at))
  const end = start + (excerpt.end - excerpt.start)
  return { status: start === excerpt.start ? 'exact' : 'moved', start, end }
}
