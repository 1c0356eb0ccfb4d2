import type { Folded } from './fold.ts'
import { type Passage, wordAt, wordsIn } from './passage.ts'

/**
 * How far the surroundings of a place are those of a passage: how many places before and after it,
 * without a gap, and how many words these are. The edge of both texts counts as `EDGE` words.
 */
export type Agreement = {
  at: number
  before: number
  after: number
  left: number
  right: number
  /** Whether the whole context agrees on this side, as far as it is known. */
  wholeLeft: boolean
  wholeRight: boolean
}

const EDGE = 2

/** How far surroundings are compared, in words and signs: no sentence is as long. */
const FAR = 400

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
  const left = wordsIn(text, at - before, at) + (opensHere ? EDGE : 0)
  const right = wordsIn(text, end + 1, end + 1 + after) + (closesHere ? EDGE : 0)
  return {
    at,
    before,
    after,
    left,
    right,
    wholeLeft: all && left > 0 && (!opens || begins > 0 || opensHere),
    wholeRight: rest && right > 0 && (!closes || ends < passage.end || closesHere),
  }
}

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
  const more = one.left + one.right - other.left - other.right
  const whole = one.wholeLeft && one.wholeRight && !(other.wholeLeft && other.wholeRight)
  return more >= (narrow ? (whole ? 1 : NARROW_MARGIN) : MARGIN)
}

/** Whether two places of a text are doubles that follow one another: what is the same goes on up to it. */
export function isDoubled({ ids }: Folded, one: number, other: number, length: number): boolean {
  const [low, high] = [Math.min(one, other), Math.max(one, other)]
  let gap = high - low - length
  if (gap <= 0) return true
  let before = 0
  while (before < gap && low - before > 0 && ids[low - 1 - before] === ids[high - 1 - before])
    before += 1
  gap -= before
  let after = 0
  while (after < gap && ids[low + length + after] === ids[high + length + after]) after += 1
  return after >= gap
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
