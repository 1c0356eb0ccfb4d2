import {
  type Agreement,
  agreementAt,
  isBetter,
  isDoubled,
  isWholeSentence,
  sum,
} from './agreement.ts'
import { alikeIn } from './alike.ts'
import type { Folded } from './fold.ts'
import { narrowed, numbersIn, type Passage, wordsIn } from './passage.ts'
import { placesOf } from './places.ts'

/** Which place is meant, where that is proved; else those that may be, and none where all are others'. */
export type Settled = { proved: number | null; possible: number[] }

/** So many words that agree around a quote prove its place; fewer may stand around a lookalike. */
const PROOF = 4
/**
 * As many words, of a quote and of what agrees around it, are not met twice by chance: with the whole
 * old text at hand; with 32 code points of it; and with those of its very beginning or end, as headlines
 * are said again.
 */
const [TELLING, TELLING_ALONE, TELLING_AT_EDGE] = [7, 8, 12]
/** A quote of so many words is its own proof, also where nothing around it is known to agree. */
const LONG = 40
/** What agrees so far on one side goes beyond the sentence: no copy of a sentence does. */
const BEYOND = 60
/** How far a place is compared with others that have other words. */
const NEAR = 12
/** So many words around a place make it a likely one. */
const LIKELY = 2
/** More pairs of an old place and a new one than this are not weighed one by one. */
const PAIRS = 10_000

/** Whether what agrees around a place proves that it is the same passage. */
function isProof(text: Folded, passage: Passage, found: Agreement, isWhole: boolean): boolean {
  const { at, wholeLeft, wholeRight } = found
  const words = wordsIn(text, at, at + passage.last - passage.first + 1)
  const around = sum(found)
  if ((wholeLeft && wholeRight) || words >= LONG) return true
  const { first, last, begin, end } = passage
  const alone = first === begin || last + 1 === end ? TELLING_AT_EDGE : TELLING_ALONE
  if (around >= PROOF && words + around >= (isWhole ? TELLING : alone)) return true
  return isWhole && words + around >= PROOF && isWholeSentence(text, passage, found)
}

/** Whether another place, with some words changed, is as much like the passage as the one found. */
function isRivalled(text: Folded, passage: Passage, found: Agreement): boolean {
  const { left, right, wholeLeft, wholeRight, at } = found
  if ((wholeLeft && wholeRight) || left >= BEYOND || right >= BEYOND) return false
  const near = narrowed(passage, NEAR)
  const to = at + passage.last - passage.first
  const words = wordsIn(text, at, to + 1)
  const all = wordsIn(passage.source, near.begin, near.end)
  const same = words + Math.min(left, NEAR) + Math.min(right, NEAR)
  const [rival] = alikeIn(text, near, [{ from: at, to }])
  return rival !== undefined && rival.alike >= Math.min(1, same / all) - 0.1
}

/**
 * Which of the places of a quote is the one that is meant.
 *
 * A place is proved where its surroundings are clearly more like those of the quote than any other
 * place's (`isBetter`); where they are more like those of this quote than of any other place at which
 * the old text had the same words (a double whose own sentence is gone is not taken for the one that
 * stayed); and where enough agrees to be no coincidence: the whole known context, or `PROOF` words of
 * it which with those of the quote are `TELLING`. A whole sentence that stood once, and stands once in
 * other surroundings, was moved; that is known only with the whole old text. A short quote in quite
 * other surroundings is never proved. Against all that: another place that is as much like the old one
 * with some words changed (the copy of a sentence that was reworded), a stretch said twice on the spot,
 * and, without the old text, a likely place that is nearer to where the quote stood.
 * @param places where the words stand; @param start where the quote stood, in code points
 * @param isWhole whether the passage knows its whole old text
 */
export function settled(
  text: Folded,
  passage: Passage,
  places: readonly number[],
  start: number,
  isWhole: boolean,
): Settled {
  const { source, first, last } = passage
  const twins = isWhole ? placesOf(source, { ...passage, numbers: numbersIn(source, source) }) : []
  if (twins.length * places.length > PAIRS) return { proved: null, possible: [...places] }
  const asTwins = (at: number): Agreement[] =>
    twins
      .filter((twin) => twin !== first)
      .map((twin) => agreementAt(text, { ...passage, first: twin, last: twin + last - first }, at))
  const found = places
    .map((at) => agreementAt(text, passage, at))
    .filter((one) => !asTwins(one.at).some((twin) => isBetter(twin, one, false)))
  const [some] = found
  if (!some) return { proved: null, possible: [] }
  const weight = (one: Agreement) => sum(one) + one.edges
  const best = found.reduce((one, other) => (weight(other) > weight(one) ? other : one), some)
  const away = ({ at }: Agreement) => Math.abs((text.starts[at] ?? 0) - start)
  const isNearer = (one: Agreement) => !isWhole && sum(one) >= LIKELY && away(one) < away(best)
  const isTold =
    asTwins(best.at).every((twin) => isBetter(best, twin, false)) &&
    found.every((one) => one === best || (isBetter(best, one, !isWhole) && !isNearer(one)))
  const isDouble =
    isDoubled(text, best.at, best.at + last - first) && !isDoubled(source, first, last)
  const isProved =
    isTold && !isDouble && isProof(text, passage, best, isWhole) && !isRivalled(text, passage, best)
  return isProved
    ? { proved: best.at, possible: [best.at] }
    : { proved: null, possible: found.map(({ at }) => at) }
}
