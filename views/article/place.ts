import type { Appearance } from '../../src/domain/appearance.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Rating } from '../../src/domain/rating.ts'

/** A sentence of an article; `start` and `end` count code points of its text. */
export type Sentence = {
  number: number
  paragraph: number
  start: number
  end: number
  text: string
}

/** The sentences that a person chose, first and last by number. */
export type Choice = { from: number; to: number }

/** A claim taken from an article. `rating`: what the public was told, null where it was nothing. */
export type Taken = { appearance: Appearance; claim: Claim; rating: Rating | null }

type Range = { start: number; end: number }

const touches = (sentence: Sentence, { start, end }: Range): boolean =>
  start < sentence.end && end > sentence.start

/** The numbers of the sentences in which an excerpt stands; null where it is in none. */
export function placeOf(sentences: readonly Sentence[], range: Range): Choice | null {
  const from = sentences.find((one) => touches(one, range))
  const to = sentences.findLast((one) => touches(one, range))
  return from && to ? { from: from.number, to: to.number } : null
}

/** A stretch of a sentence, with the excerpts that cover it and those that end with it. */
export type Stretch<T> = { text: string; within: T[]; ending: T[] }

/**
 * Cuts a sentence where excerpts begin and end, so that each can be marked where it stands, also
 * where they overlap.
 * @param excerpts those of the whole article, or of this sentence
 */
export function stretches<T extends Range>(
  sentence: Sentence,
  excerpts: readonly T[],
): Stretch<T>[] {
  const here = excerpts.filter((one) => touches(sentence, one))
  if (here.length === 0) return [{ text: sentence.text, within: [], ending: [] }]
  const points = Array.from(sentence.text)
  const inside = (at: number) => Math.min(Math.max(at - sentence.start, 0), points.length)
  const cuts = new Set([
    0,
    points.length,
    ...here.flatMap(({ start, end }) => [inside(start), inside(end)]),
  ])
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(1).map((to, i) => {
    const from = places[i] ?? 0
    const within = here.filter((one) => inside(one.start) <= from && inside(one.end) >= to)
    const ending = within.filter(({ end }) => end - sentence.start <= to && inside(end) === to)
    return { text: points.slice(from, to).join(''), within, ending }
  })
}
