import { CONTEXT, type Excerpt } from '../excerpt.ts'
import { type Folded, folded, written } from './fold.ts'

/** A place in a text, in code points; `end` is the one after the last. */
export type Place = { start: number; end: number }

/**
 * How far a quote reaches beyond its outermost word, in code points; negative where it cuts into it,
 * and then `cut` is the beginning of that word up to the cut.
 */
type Margin = { reach: number; cut: string | null }

/**
 * Words that are looked for in a text. They are those of `source`, which is the text that they were
 * cut from, or as much of it as the excerpt keeps: `first` to `last` are the quote, `begin` to before
 * `end` what is known around it.
 */
export type Passage = {
  source: Folded
  /** Which number a word of the source has in the text that is searched; -1 where it is not there. */
  numbers: Int32Array
  first: number
  last: number
  begin: number
  end: number
  /** Whether the source is known to begin and to end where the context does. */
  opens: boolean
  closes: boolean
  head: Margin
  tail: Margin
}

export const points = (text: string): number => {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** Numbers of one text in another are looked up once, however many excerpts go from one to the other. */
const translated = new WeakMap<Folded, WeakMap<Folded, Int32Array>>()

export function numbersIn(text: Folded, source: Folded): Int32Array {
  const made = translated.get(source) ?? new WeakMap<Folded, Int32Array>()
  translated.set(source, made)
  const there = made.get(text)
  if (there) return there
  const numbers = Int32Array.from(source.names, (name) => text.numbers.get(name) ?? -1)
  made.set(text, numbers)
  return numbers
}

/** So many code points of the word at a place, as it is written there. */
function beginning({ text, units }: Folded, at: number, count: number): string {
  let word = ''
  let unit = units[at] ?? 0
  for (let point = 0; point < count; point++) {
    const letter = String.fromCodePoint(text.codePointAt(unit) ?? 0)
    word += letter
    unit += letter.length
  }
  return word
}

/**
 * A letter with all that may be composed with it, such as its marks and the vowels of Hangul, and what
 * is not there to be read: how one of these is written says nothing of how the next one is.
 */
const CLUSTERS =
  /.[\p{M}\u1160-\u11FF\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]*/gsu

/**
 * How many code points of a word make up what was cut from it, whatever its typography; null where
 * it does not begin so. A page can be one word: each letter of it is looked at once.
 * @param most whether to go on as long as it stays the same: over what is not there to be read
 */
function pointsOf(word: string, cut: string, most: boolean): number | null {
  const wanted = written(cut)
  let found: number | null = null
  let [read, count] = [0, 0]
  for (const [cluster] of word.matchAll(CLUSTERS)) {
    let [beginning, same] = ['', '']
    for (const letter of cluster) {
      beginning += letter
      count += 1
      if (written(letter) !== '') same = written(beginning)
      const isAll = read + same.length === wanted.length && wanted.endsWith(same)
      if (isAll && (most || found === null)) found = count
    }
    if (!wanted.startsWith(same, read)) return found
    read += same.length
  }
  return found
}

/** The first of rising numbers that is greater than `limit`; their count where none is. */
function firstOver(numbers: Int32Array, limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) > limit) high = middle
    else low = middle + 1
  }
  return low
}

/** The passage at a place of a source; null where nothing but white space is quoted there. */
function passageAt(text: Folded, source: Folded, { start, end }: Place): Passage | null {
  const first = firstOver(source.ends, start)
  const last = firstOver(source.starts, end - 1) - 1
  if (first >= source.length || last < first) return null
  const [head, tail] = [source.starts[first] ?? 0, source.ends[last] ?? 0]
  const lastAt = source.starts[last] ?? 0
  return {
    source,
    numbers: numbersIn(text, source),
    first,
    last,
    begin: 0,
    end: source.length,
    opens: true,
    closes: true,
    head: {
      reach: head - start,
      cut: head < start ? beginning(source, first, start - head) : null,
    },
    tail: { reach: end - tail, cut: tail > end ? beginning(source, last, end - lastAt) : null },
  }
}

/**
 * What an excerpt looks for, from its own context alone. The outermost words of a context are cut in
 * two more often than not: they say nothing, save where the text itself begins or ends there.
 */
export function passageOf(text: Folded, { quote, prefix, suffix }: Excerpt): Passage | null {
  const start = points(prefix)
  const source = folded(prefix + quote + suffix)
  const found = passageAt(text, source, { start, end: start + points(quote) })
  if (!found) return null
  const [opens, closes] = [start < CONTEXT, points(suffix) < CONTEXT]
  const begin = opens ? 0 : Math.min(1, found.first)
  const end = closes ? source.length : Math.max(source.length - 1, found.last + 1)
  return { ...found, begin, end, opens, closes }
}

/** Whether the quote cuts a word of which the context does not keep the rest. */
export const isTorn = ({ source, first, last, opens, closes, head, tail }: Passage): boolean =>
  (!opens && first === 0 && head.reach < 0) ||
  (!closes && last === source.length - 1 && tail.reach < 0)

/**
 * What an excerpt looks for, with all that stood around it in the text that it was cut from.
 * @returns null where its words do not stand at its place in that text
 */
export function passageFrom(text: Folded, source: Folded, excerpt: Excerpt): Passage | null {
  const found = passageAt(text, source, excerpt)
  const own = passageOf(source, excerpt)
  if (!found || !own || found.last - found.first !== own.last - own.first) return null
  const cut = isTorn(own)
  for (let at = own.first; at <= own.last; at++) {
    const outermost = cut && (at === own.first || at === own.last)
    const word = own.numbers[own.source.ids[at] ?? 0]
    if (!outermost && word !== source.ids[found.first + at - own.first]) return null
  }
  return found
}

/** What a quote looks for that somebody typed: its words, and nothing of what stands around them. */
export function typedPassage(text: Folded, quote: string): Passage | null {
  const source = folded(quote.trim())
  const found = passageAt(text, source, { start: 0, end: points(quote.trim()) })
  return found && { ...found, opens: false, closes: false }
}

/** The same passage with no more than so many words and signs of its context on each side. */
export const narrowed = (passage: Passage, around: number): Passage => ({
  ...passage,
  begin: Math.max(passage.begin, passage.first - around),
  end: Math.min(passage.end, passage.last + 1 + around),
})

/** A word of the source, by its number in the text that is searched; -1 where it is not there. */
export const wordAt = ({ source, numbers }: Passage, at: number): number =>
  numbers[source.ids[at] ?? 0] ?? -1

/** How many words, signs left out, stand in a text from `from` to before `to`. */
export function wordsIn({ ids, isWord }: Folded, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) count += isWord[ids[at] ?? 0] ?? 0
  return count
}

/** The place of the quote in a text in which its words are found from `from` to `to`, both included. */
export function placeAt(text: Folded, passage: Passage, from: number, to: number): Place {
  const { starts, ends } = text
  const { head, tail } = passage
  const [first, last, lastAt] = [starts[from] ?? 0, ends[to] ?? 0, starts[to] ?? 0]
  const before = from > 0 ? (ends[from - 1] ?? 0) : 0
  const after = to + 1 < text.length ? (starts[to + 1] ?? 0) : last + Math.max(0, tail.reach)
  const word = (at: number) => beginning(text, at, (ends[at] ?? 0) - (starts[at] ?? 0))
  const start =
    head.cut === null ? first - head.reach : first + (pointsOf(word(from), head.cut, true) ?? 0)
  const cut = tail.cut === null ? null : pointsOf(word(to), tail.cut, false)
  const end = tail.cut === null ? last + tail.reach : cut === null ? last : lastAt + cut
  return { start: Math.max(before, start), end: Math.min(after, end) }
}
