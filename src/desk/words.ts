import { diffArrays } from 'diff'

/**
 * A word or a sign of a text, with the white space before it. Words are told apart; white space only
 * follows them. The last one is empty and carries the white space that ends the text.
 */
export type Word = { space: string; word: string }

/** Where one text became another: the words [start, end) of the first are [from, to) of the second. */
export type Hunk = { start: number; end: number; from: number; to: number }

/**
 * How many words may be gone or new before two texts count as different throughout. It bounds the
 * time: about 70 ms at worst for two texts of 50,000 characters that have nothing in common.
 */
const MAX_EDITS = 600

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

/** A text in its words; `textOf` gives back exactly what was cut. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let space = ''
  for (const { segment } of segmenter.segment(text)) {
    if (/^\s+$/.test(segment)) space += segment
    else {
      words.push({ space, word: segment })
      space = ''
    }
  }
  return [...words, { space, word: '' }]
}

export const textOf = (words: Word[]): string =>
  words.map(({ space, word }) => space + word).join('')

/** The places in which two texts have different words, in order; between them they are the same. */
export function hunksOf(before: Word[], after: Word[]): Hunk[] {
  const [was, is] = [before, after].map((words) => words.map(({ word }) => word))
  const parts = diffArrays(was ?? [], is ?? [], { maxEditLength: MAX_EDITS })
  if (!parts) return [middle(before, after)]
  const hunks: Hunk[] = []
  let [i, j] = [0, 0]
  for (const { added, removed, count } of parts) {
    if (added || removed) {
      const last = hunks.at(-1)
      const goesOn = last?.end === i && last.to === j
      const hunk = last && goesOn ? last : { start: i, end: i, from: j, to: j }
      if (!goesOn) hunks.push(hunk)
      if (removed) hunk.end += count
      else hunk.to += count
    }
    if (!added) i += count
    if (!removed) j += count
  }
  return hunks
}

/** All that stands between the words with which both begin and those with which both end. */
function middle(before: Word[], after: Word[]): Hunk {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start]?.word === after[start]?.word) start++
  let tail = 0
  while (tail < shorter - start && before.at(-1 - tail)?.word === after.at(-1 - tail)?.word) tail++
  return { start, end: before.length - tail, from: start, to: after.length - tail }
}
