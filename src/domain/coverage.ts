import type { Anchor } from './anchor.ts'
import type { Aside } from './aside.ts'

/** What became of a sentence: a claim was taken from it, it was set aside, or nobody looked at it. */
export const lookStates = ['claimed', 'aside', 'left'] as const
export type LookState = (typeof lookStates)[number]

/** How many sentences of a text are in each state. */
export type Counts = Record<LookState, number>

/** One sentence; `asides` are those that cover it, none where a claim was taken from it. */
export type Look = { state: LookState; asides: readonly Aside[] }

/** What was looked at in a text: its sentences, in order. */
export type Coverage = { looks: readonly Look[]; counts: Counts }

/** A place in a text, in code points; `end` is the one after the last. */
type Range = { start: number; end: number }

/** The number of sentences before the first one that ends after a place: sentences stand in order. */
function endingBefore(sentences: readonly Range[], place: number): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) > place) high = middle
    else low = middle + 1
  }
  return low
}

/** The sentences, by index, of which a range has at least one code point. */
export function touchedBy(sentences: readonly Range[], { start, end }: Range): number[] {
  const touched: number[] = []
  if (start >= end) return touched
  for (let i = endingBefore(sentences, start); (sentences[i]?.start ?? end) < end; i++) {
    touched.push(i)
  }
  return touched
}

/** Only words that stand there unchanged were looked at; what changed is to be looked at again. */
const unchanged = (place: Anchor): Range | null =>
  place.status === 'exact' || place.status === 'moved' ? place : null

/**
 * What was looked at in a text. A claim taken from any words of a sentence claims it, whatever else was
 * said of it; an aside covers the sentences that stand wholly in its words. A headline, a byline and a
 * fragment count like any other sentence: headlines claim much, and the count is that of the numbers in
 * the margin, so that nothing is passed over by a rule that nobody sees.
 * @param sentences of the text, in order, not overlapping
 * @param taken where appearances stand in this text
 * @param asides those that were not lifted, with their places in this text
 */
export function coverageOf(
  sentences: readonly Range[],
  taken: readonly Anchor[],
  asides: readonly { aside: Aside; place: Anchor }[],
): Coverage {
  const claimed = new Set<number>()
  const covered = new Map<number, Aside[]>()
  for (const place of taken) {
    const range = unchanged(place)
    for (const i of range ? touchedBy(sentences, range) : []) claimed.add(i)
  }
  for (const { aside, place } of asides) {
    const range = unchanged(place)
    for (const i of range ? touchedBy(sentences, range) : []) {
      const one = sentences[i]
      if (!range || !one || one.start < range.start || one.end > range.end) continue
      covered.set(i, [...(covered.get(i) ?? []), aside])
    }
  }
  const looks = sentences.map((_, i): Look => {
    if (claimed.has(i)) return { state: 'claimed', asides: [] }
    const own = covered.get(i) ?? []
    return { state: own.length > 0 ? 'aside' : 'left', asides: own }
  })
  const counts: Counts = { claimed: 0, aside: 0, left: 0 }
  for (const { state } of looks) counts[state] += 1
  return { looks, counts }
}

export const totalOf = ({ claimed, aside, left }: Counts): number => claimed + aside + left

/** The share of a text that was looked at, in whole per cent: 100 only where nothing is left. */
export function shareOf(counts: Counts): number {
  const { left } = counts
  return left === 0 ? 100 : Math.floor((100 * (totalOf(counts) - left)) / totalOf(counts))
}

/** The number of the first sentence left after this one, or else in the whole text; null where none is. */
export function nextLeft({ looks }: Coverage, after: number): number | null {
  const isLeft = ({ state }: Look) => state === 'left'
  const later = looks.findIndex((one, i) => i >= after && isLeft(one))
  const found = later < 0 ? looks.findIndex(isLeft) : later
  return found < 0 ? null : found + 1
}
