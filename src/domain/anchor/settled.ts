import { type Agreement, agreementAt, isBetter, isDoubled, isWholeSentence } from './agreement.ts'
import { alikeIn } from './alike.ts'
import type { Folded } from './fold.ts'
import { narrowed, type Passage, wordsIn } from './passage.ts'
import { placesOf } from './places.ts'

/** Which place is meant, where that is proved; else those that may be, and none where all are others'. */
export type Settled = { proved: number | null; possible: number[] }

/** So many words that agree around a quote prove its place; fewer may stand around a lookalike. */
const PROOF = 4
/** As many words, of a quote and of what agrees around it, are not met twice by chance. */
const TELLING = 7
/** A quote of so many words is its own proof, also where nothing around it is known to agree. */
const LONG = 40
/** What agrees so far on one side goes beyond the sentence: no copy of a sentence does. */
const BEYOND = 60
/** How far a place is compared with others that have other words. */
const NEAR = 12
/** More pairs of an old place and a new one than this are not weighed one by one. */
const PAIRS = 50_000

const sum = ({ left, right }: Agreement): number => left + right

/** Whether what agrees around a place proves that it is the same passage. */
function isProof(text: Folded, passage: Passage, found: Agreement, isWhole: boolean): boolean {
  const { at, wholeLeft, wholeRight } = found
  const words = wordsIn(text, at, at + passage.last - passage.first + 1)
  const around = sum(found)
  if ((wholeLeft && wholeRight) || words >= LONG) return true
  if (around >= PROOF && words + around >= TELLING) return true
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
 * place's (`isBetter`), where they are more like those of this quote than of any other place at which
 * the old text had the same words (a double whose own sentence is gone is not taken for the one that
 * stayed), and where enough agrees to be no coincidence: the whole known context, or `PROOF` words of it
 * beside a quote with which they are `TELLING`. A whole sentence that stood once and stands once in other
 * surroundings was moved; that is known only with the whole old text. A short quote in quite other
 * surroundings is never proved.
 * @param places where the words stand; @param isWhole whether the passage knows its whole old text
 */
export function settled(
  text: Folded,
  passage: Passage,
  places: readonly number[],
  isWhole: boolean,
): Settled {
  const length = passage.last - passage.first + 1
  const old = isWhole ? placesOf(passage.source, { ...passage, numbers: own(passage.source) }) : []
  const twins = old.filter((at) => at !== passage.first)
  if (twins.length * places.length > PAIRS) return { proved: null, possible: [...places] }
  const asTwin = (first: number, at: number) =>
    agreementAt(text, { ...passage, first, last: first + length - 1 }, at)
  const found = places
    .map((at) => agreementAt(text, passage, at))
    .filter((one) => !twins.some((twin) => isBetter(asTwin(twin, one.at), one, false)))
  const [some] = found
  if (!some) return { proved: null, possible: [] }
  const best = found.reduce((one, other) => (sum(other) > sum(one) ? other : one), some)
  const both = best.wholeLeft && best.wholeRight
  const isNew = !both && old.length < places.length
  const told =
    twins.every((twin) => isBetter(best, asTwin(twin, best.at), false)) &&
    found.every(
      (one) =>
        one === best ||
        (isBetter(best, one, !isWhole) && !(isNew && isDoubled(text, best.at, one.at, length))),
    )
  const proved = told && isProof(text, passage, best, isWhole) && !isRivalled(text, passage, best)
  return proved
    ? { proved: best.at, possible: [best.at] }
    : { proved: null, possible: found.map(({ at }) => at) }
}

/** Words of a text by their own numbers. */
const own = ({ names }: Folded): Int32Array => Int32Array.from(names, (_, id) => id)
