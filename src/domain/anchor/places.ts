import type { Folded } from './fold.ts'
import { type Passage, wordAt } from './passage.ts'

/** A text that holds more places of a quote than this: which one is meant is not worth the search. */
const MOST = 2000
/** How many words are compared one by one before the search goes over the whole text once instead. */
const EFFORT = 200_000

/** For each beginning of `words`, how long the longest is that also ends there (Knuth, Morris, Pratt). */
function bordersOf(words: readonly number[]): Int32Array {
  const borders = new Int32Array(words.length)
  for (let i = 1, k = 0; i < words.length; i++) {
    while (k > 0 && words[i] !== words[k]) k = borders[k - 1] ?? 0
    if (words[i] === words[k]) k += 1
    borders[i] = k
  }
  return borders
}

/** One look at each word: a text that repeats itself, written to be slow, is no slower than any other. */
function byBorders({ ids }: Folded, words: readonly number[]): number[] {
  const borders = bordersOf(words)
  const found: number[] = []
  for (let i = 0, k = 0; i < ids.length && found.length <= MOST; i++) {
    while (k > 0 && ids[i] !== words[k]) k = borders[k - 1] ?? 0
    if (ids[i] === words[k]) k += 1
    if (k < words.length) continue
    found.push(i + 1 - k)
    k = borders[k - 1] ?? 0
  }
  return found
}

/** Looks where its rarest word stands; null where that would take longer than to read the text. */
function byRarest(text: Folded, words: readonly number[]): number[] | null {
  const { first, places, ids } = text
  const count = (id: number) => (first[id + 1] ?? 0) - (first[id] ?? 0)
  let rarest = 0
  for (let at = 1; at < words.length; at++) {
    if (count(words[at] ?? 0) < count(words[rarest] ?? 0)) rarest = at
  }
  const id = words[rarest] ?? 0
  if (count(id) * words.length > EFFORT) return null
  const found: number[] = []
  for (let next = first[id] ?? 0; next < (first[id + 1] ?? 0) && found.length <= MOST; next++) {
    const at = (places[next] ?? 0) - rarest
    let same = 0
    while (same < words.length && ids[at + same] === words[same]) same += 1
    if (same === words.length) found.push(at)
  }
  return found
}

/** What goes on from the last word behind an apostrophe: "can" is another word in "can’t". */
function goesOn({ names, ids, isWord, starts, ends }: Folded, last: number): string {
  const sign = names[ids[last + 1] ?? -1]
  const glued = starts[last + 1] === ends[last] && starts[last + 2] === ends[last + 1]
  const id = ids[last + 2] ?? -1
  return sign === "'" && glued && isWord[id] ? (names[id] ?? '') : ''
}

/** Whether a minus stands before the first word, a figure: 5 is another figure in -5. */
function isNegative({ names, ids, starts, ends }: Folded, first: number): boolean {
  if (!/^\p{N}/u.test(names[ids[first] ?? -1] ?? '')) return false
  const glued = ends[first - 1] === starts[first]
  return names[ids[first - 1] ?? -1] === '-' && glued && ends[first - 2] !== starts[first - 1]
}

/**
 * Where the words of a quote stand in a text, as places of it; more than `MOST` are not looked for.
 * A place at which they are part of other words or figures is none.
 */
export function placesOf(text: Folded, passage: Passage): number[] {
  const { first, last, source } = passage
  const words: number[] = []
  for (let at = first; at <= last; at++) words.push(wordAt(passage, at))
  if (words.includes(-1)) return []
  const [more, negative] = [goesOn(source, last), isNegative(source, first)]
  const found = byRarest(text, words) ?? byBorders(text, words)
  const length = words.length - 1
  return found.filter(
    (at) => goesOn(text, at + length) === more && isNegative(text, at) === negative,
  )
}

/** Places of a text with the minus before the first word and what goes on from the last, if they do. */
export const wholeWords = (
  text: Folded,
  from: number,
  to: number,
): { from: number; to: number } => ({
  from: isNegative(text, from) ? from - 1 : from,
  to: goesOn(text, to) === '' ? to : to + 2,
})

/** Whether there are more places than are looked for. */
export const isEverywhere = (places: readonly number[]): boolean => places.length > MOST
