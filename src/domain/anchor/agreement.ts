import type { Folded } from './fold.ts'
import { type Passage, wordAt, wordsIn } from './passage.ts'

/**
 * How far the surroundings of a place are those of a passage: how many places before and after it,
 * without a gap, and how many words these are.
 */
export type Agreement = {
  at: number
  before: number
  after: number
  left: number
  right: number
  /** How many edges of the text it shares: its quote is among the first words, or the last. */
  edges: number
  /** Whether the whole context agrees on this side, as far as it is known. */
  wholeLeft: boolean
  wholeRight: boolean
}

/** How far surroundings are compared, in words and signs: no sentence is as long. */
const FAR = 400

export const sum = ({ left, right }: Agreement): number => left + right

/** Compares what stands around a place of the text with what stood around the quote. */
export function agreementAt(text: Folded, passage: Passage, at: number): Agreement {
  const { first, last, opens, closes } = passage
  const { ids, length } = text
  const end = at + last - first
  const begins = Math.max(passage.begin, first - FAR)
  const ends = Math.min(passage.end, last + 1 + FAR)
  let before = 0
  while (first - before > begins && ids[at - 1 - before] === wordAt(passage, first - 1 - before))
    before += 1
  let after = 0
  while (last + 1 + after < ends && ids[end + 1 + after] === wordAt(passage, last + 1 + after))
    after += 1
  const [all, rest] = [first - before === begins, last + 1 + after === ends]
  const opensHere = opens && first - before === 0 && before === at
  const closesHere = closes && last + 1 + after === passage.end && end + after === length - 1
  const left = wordsIn(text, at - before, at)
  const right = wordsIn(text, end + 1, end + 1 + after)
  return {
    at,
    before,
    after,
    left,
    right,
    edges: (opensHere ? 1 : 0) + (closesHere ? 1 : 0),
    wholeLeft: all && (opensHere || (left > 0 && (!opens || begins > 0))),
    wholeRight: rest && (closesHere || (right > 0 && (!closes || ends < passage.end))),
  }
}

/** The edge of a text tells as much as so many words: the headline from its repetition. */
const EDGE = 2
/** So many words more tell one place from another; fewer may be chance. */
const MARGIN = 4
/** So many do where they are all that the excerpt knows. */
const NARROW_MARGIN = 2

/**
 * Whether the surroundings tell one place from another: clearly more of them on the whole, and on
 * neither side fewer. Where one place has them before and the other after (a sentence that was
 * doubled on the spot) nothing tells.
 */
export function isBetter(one: Agreement, other: Agreement, narrow: boolean): boolean {
  if (one.left < other.left || one.right < other.right) return false
  const more = sum(one) - sum(other) + EDGE * (one.edges - other.edges)
  const whole = one.wholeLeft && one.wholeRight && !(other.wholeLeft && other.wholeRight)
  return more >= (narrow ? (whole ? 1 : NARROW_MARGIN) : MARGIN)
}

/** The shortest and the longest stretch, in words and signs, that counts as said twice over. */
const [SHORTEST, LONGEST] = [3, 120]

/**
 * Whether a stretch that is said twice on the spot has a part in a place of a text: nothing tells which
 * of the two was there first, and an excerpt that begins in one may end in the other.
 */
export function isDoubled({ ids }: Folded, from: number, to: number): boolean {
  for (let apart = SHORTEST; apart <= LONGEST; apart++) {
    let same = 0
    const begin = Math.max(0, from - 2 * apart + 1)
    for (let at = begin; at <= to + apart && at + apart < ids.length; at++) {
      same = ids[at] === ids[at + apart] ? same + 1 : 0
      if (same >= apart && at - same + 1 <= to && at + apart >= from) return true
    }
  }
  return false
}

const ENDS = new Set(['.', '!', '?', '…'])

/** Whether a sentence begins with the word at a place: a line, the text, or what follows a full stop. */
function beginsSentence({ lines, names, ids, length }: Folded, at: number): boolean {
  if (at <= 0 || at >= length || lines[at]) return true
  const before = names[ids[at - 1] ?? -1] ?? ''
  const mark = before === "'" || before === ')' ? (names[ids[at - 2] ?? -1] ?? '') : before
  return ENDS.has(mark)
}

/** Whether what agrees around a place holds whole sentences, in a text and in the one it came from. */
export function isWholeSentence(text: Folded, passage: Passage, found: Agreement): boolean {
  const { source, first, last } = passage
  const moved = found.at - first
  const end = found.at + last - first
  const begins = (at: number) => beginsSentence(text, at) && beginsSentence(source, at - moved)
  let [opens, closes] = [false, false]
  for (let at = found.at - found.before; at <= found.at && !opens; at++) opens = begins(at)
  for (let at = end + 1; at <= end + 1 + found.after && !closes; at++) closes = begins(at)
  return opens && closes
}
