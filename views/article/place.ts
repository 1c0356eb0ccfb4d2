import type { Anchor } from '../../src/domain/anchor.ts'
import type { Appearance } from '../../src/domain/appearance.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Drift } from '../../src/domain/drift.ts'
import type { Rating } from '../../src/domain/rating.ts'

/** A sentence of an article; `start` and `end` count code points of its text. */
export type Sentence = {
  number: number
  paragraph: number
  start: number
  end: number
  text: string
}

/** Sentences, first and last by number. */
export type Choice = { from: number; to: number }

/** A place in a text, in code points; `end` is the one after the last. */
export type Range = { start: number; end: number }

/** What a person chose: words, and the sentences in which they stand; `whole` where these are all. */
export type Chosen = Choice & Range & { whole: boolean }

/** A claim taken from an article. `rating`: what the public was told, null where it was nothing. */
export type Taken = {
  appearance: Appearance
  /** Where it stands in the version that is shown, which may not be the one it was taken from. */
  place: Anchor
  claim: Claim
  rating: Rating | null
  /** Whether that rating is not checked for the date of these words. */
  unchecked: boolean
  /** The task that asks a person to look at its words again; null where there is none. */
  drift: Drift | null
}

/** Where the words of an excerpt stand for sure; null where they changed, or nobody can tell. */
export const standing = ({ place }: Taken): Range | null =>
  place.status === 'exact' || place.status === 'moved' ? place : null

const touches = (sentence: Sentence, { start, end }: Range): boolean =>
  start < sentence.end && end > sentence.start

/** The first and the last sentence in which words stand; null where they stand in none. */
function around(sentences: readonly Sentence[], range: Range): [Sentence, Sentence] | null {
  const first = sentences.find((one) => touches(one, range))
  const last = sentences.findLast((one) => touches(one, range))
  return first && last ? [first, last] : null
}

/** The numbers of the sentences in which an excerpt stands; null where it is in none. */
export function placeOf(sentences: readonly Sentence[], range: Range): Choice | null {
  const found = around(sentences, range)
  return found && { from: found[0].number, to: found[1].number }
}

/** The same place without the blanks before and after it; null where there is nothing else. */
export function trimmed(sentences: readonly Sentence[], range: Range): Range | null {
  const found = around(sentences, range)
  if (!found) return null
  const [first, last] = found
  let start = Math.max(range.start, first.start)
  let end = Math.min(range.end, last.end)
  const [head, tail] = [Array.from(first.text), Array.from(last.text)]
  while (start < end && /\s/.test(head[start - first.start] ?? '')) start++
  while (start < end && /\s/.test(tail[end - 1 - last.start] ?? '')) end--
  return start < end ? { start, end } : null
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** How many code points of the character at `at` stand before it; none where a character begins. */
function begun(sentence: Sentence, at: number): { before: number; after: number } {
  const before = Array.from(sentence.text)
    .slice(0, at - sentence.start)
    .join('').length
  const found = characters.segment(sentence.text).containing(before)
  const count = (text: string) => Array.from(text).length
  if (!found || found.index === before) return { before: 0, after: 0 }
  const inside = before - found.index
  return {
    before: count(found.segment.slice(0, inside)),
    after: count(found.segment.slice(inside)),
  }
}

/**
 * Any words of a text, exactly as they were selected: without blanks around them, and with no
 * character (an accent, a flag, an emoji) cut in two.
 * @returns null where the place is not in the text, or nothing but blanks
 */
export function wordsAt(sentences: readonly Sentence[], range: Range): Chosen | null {
  const inText = 0 <= range.start && range.end <= (sentences.at(-1)?.end ?? 0)
  const words = inText ? trimmed(sentences, range) : null
  const found = words && around(sentences, words)
  if (!found) return null
  const [first, last] = found
  const start = words.start - begun(first, words.start).before
  const end = words.end + begun(last, words.end).after
  const whole = start === first.start && end === last.end
  return { from: first.number, to: last.number, start, end, whole }
}

/** Whole sentences, as far as there are any of these numbers; null where there is not the first. */
export function sentencesAt(sentences: readonly Sentence[], { from, to }: Choice): Chosen | null {
  const first = sentences[from - 1]
  const last = sentences[Math.min(to, sentences.length) - 1]
  if (!first || !last || to < from) return null
  const { start } = first
  return { from: first.number, to: last.number, start, end: last.end, whole: true }
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
