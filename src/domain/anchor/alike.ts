import type { Folded } from './fold.ts'
import { type Passage, wordAt, wordsIn } from './passage.ts'

/** Places of a text in which the words of a quote may stand changed, both included; 0 to 1: how alike. */
export type Likeness = { from: number; to: number; alike: number }

/** How much a word says: short ones are in every sentence. A sign says nothing. */
function weightOf({ names, isWord }: Folded, id: number): number {
  if (!isWord[id]) return 0
  const name = names[id] ?? ''
  return name.length > 3 || /\p{N}/u.test(name) ? 1 : 0.4
}

/** Words that stand more often than this in a text lead nowhere. */
const COMMON = 400
/** So many of its rarest words lead to a passage, and so many places are looked at. */
const LEADS = 32
const LOOKED_AT = 8
/** How many steps all comparisons of one search may take together. */
const EFFORT = 6_000_000

type Window = { from: number; to: number }

/** Where most of the rare words of a passage stand as they stand in it: the windows worth a look. */
function windowsOf(text: Folded, words: readonly number[]): Window[] {
  const { first, places, isWord } = text
  const count = (id: number) => (first[id + 1] ?? 0) - (first[id] ?? 0)
  const leads = words
    .map((id, at) => ({ id, at, count: id < 0 ? 0 : count(id) }))
    .filter(({ id, count }) => id >= 0 && isWord[id] && count > 0 && count <= COMMON)
    .sort((a, b) => a.count - b.count)
    .slice(0, LEADS)
  const step = Math.max(8, words.length >> 2)
  const votes = new Map<number, number>()
  for (const { id, at, count } of leads) {
    const weight = Math.log2(text.length / count + 1)
    for (let next = first[id] ?? 0; next < (first[id + 1] ?? 0); next++) {
      const slot = Math.floor(((places[next] ?? 0) - at) / step)
      votes.set(slot, (votes.get(slot) ?? 0) + weight)
      votes.set(slot - 1, (votes.get(slot - 1) ?? 0) + weight)
    }
  }
  const size = words.length + 4 * step
  const most = Math.max(2, Math.min(LOOKED_AT, Math.floor(EFFORT / (words.length * size))))
  const best = [...votes].sort(([, a], [, b]) => b - a).slice(0, 3 * most)
  const slots: number[] = []
  for (const [slot] of best) {
    if (slots.length < most && !slots.some((one) => Math.abs(one - slot) < 2)) slots.push(slot)
  }
  return slots.map((slot) => ({
    from: Math.max(0, (slot - 1) * step),
    to: Math.min(text.length, (slot + 3) * step + words.length),
  }))
}

/** For each word of a passage whether it stands in the text, and what was laid on it: [from, to). */
type Alignment = { kept: Uint8Array; from: Int32Array; to: Int32Array }

/** How a word of a passage lies on the text: replaced, left out, behind a word put in, or the same. */
const [OTHER, WITHOUT, BESIDES, SAME] = [0, 1, 2, 3]

/**
 * Lays a passage along a window of the text with the fewest words put in, left out or replaced
 * (Sellers 1980: the text before and after it costs nothing).
 */
function aligned({ ids }: Folded, words: readonly number[], { from, to }: Window): Alignment {
  const [rows, columns] = [words.length, to - from]
  const wide = columns + 1
  const ways = new Uint8Array((rows + 1) * wide)
  let above = new Int32Array(wide)
  let costs = new Int32Array(wide)
  for (let row = 1; row <= rows; row++) {
    const word = words[row - 1]
    costs[0] = row
    ways[row * wide] = WITHOUT
    for (let column = 1; column <= columns; column++) {
      const same = ids[from + column - 1] === word
      const across = (above[column - 1] ?? 0) + (same ? 0 : 1)
      const without = (above[column] ?? 0) + 1
      const besides = (costs[column - 1] ?? 0) + 1
      const least = Math.min(across, without, besides)
      costs[column] = least
      ways[row * wide + column] =
        across === least ? (same ? SAME : OTHER) : without === least ? WITHOUT : BESIDES
    }
    ;[above, costs] = [costs, above]
  }
  let column = 0
  for (let one = 1; one <= columns; one++) {
    if ((above[one] ?? 0) < (above[column] ?? 0)) column = one
  }
  const laid = {
    kept: new Uint8Array(rows),
    from: new Int32Array(rows),
    to: new Int32Array(rows),
  }
  for (let row = rows; row > 0; ) {
    const way = ways[row * wide + column]
    if (way === BESIDES) column -= 1
    else {
      row -= 1
      laid.to[row] = from + column
      if (way !== WITHOUT) column -= 1
      laid.from[row] = from + column
      laid.kept[row] = way === SAME ? 1 : 0
    }
  }
  return laid
}

/** A quote of fewer words than this is known by its surroundings alone. */
const SHORT = 4
/** At least this share of the words of a quote is there, and of the place that is taken for it. */
const FLOOR = 0.5
/** Where the surroundings are there for the most part, less of a quote will do. */
const FLOOR_IN_PLACE = 0.3
/** What counts as the most part of the surroundings, and as enough of them for a short quote. */
const SURROUNDED = 0.7
const HALF = 0.5

/** How alike the quote is to where it was laid, or null where that is below what may be shown. */
function likenessOf(text: Folded, passage: Passage, laid: Alignment): Likeness | null {
  const { first, last, source, begin, end } = passage
  let [quote, kept, around, there] = [0, 0, 0, 0]
  for (let at = begin; at < end; at++) {
    const weight = weightOf(source, source.ids[at] ?? -1)
    const found = laid.kept[at - begin] ? weight : 0
    if (at >= first && at <= last) [quote, kept] = [quote + weight, kept + found]
    else [around, there] = [around + weight, there + found]
  }
  const [from, to] = [laid.from[first - begin] ?? 0, (laid.to[last - begin] ?? 0) - 1]
  let now = 0
  for (let at = from; at <= to; at++) now += weightOf(text, text.ids[at] ?? -1)
  const most = Math.max(quote, now)
  if (to < from || most === 0) return null
  const [share, surrounded] = [kept / most, around > 0 ? there / around : 0]
  const short = wordsIn(source, first, last + 1) < SHORT
  const enough = short
    ? surrounded >= HALF && (kept > 0 || surrounded >= SURROUNDED)
    : share >= FLOOR || (share >= FLOOR_IN_PLACE && surrounded >= SURROUNDED)
  return enough ? { from, to, alike: (kept + there) / (most + around) } : null
}

const overlap = (one: Window, other: Window): boolean =>
  one.from <= other.to && other.from <= one.to

/**
 * The places in which the words of a passage may stand changed, most alike first. Its rare words lead
 * to a few windows; in each the passage is laid along the text word by word. The work is bounded, so
 * a passage whose words are all common in a long text may not be found: then it counts as gone.
 * @param taken places that are known to be something else, first word and last
 */
export function alikeIn(text: Folded, passage: Passage, taken: readonly Window[]): Likeness[] {
  const words: number[] = []
  for (let at = passage.begin; at < passage.end; at++) words.push(wordAt(passage, at))
  const found = windowsOf(text, words).flatMap((window) => {
    const one = likenessOf(text, passage, aligned(text, words, window))
    return one && !taken.some((other) => overlap(one, other)) ? [one] : []
  })
  const best: Likeness[] = []
  for (const one of found.sort((a, b) => b.alike - a.alike)) {
    if (!best.some((other) => overlap(one, other))) best.push(one)
  }
  return best
}
