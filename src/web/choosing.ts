import {
  type Choice,
  type Chosen,
  type Range,
  type Sentence,
  sentencesAt,
  wordsAt,
} from '../../views/article/place.ts'
import type { Typed } from '../../views/frame.ts'
import { excerptPlace, tooLong } from '../domain/excerpt.ts'
import type { FieldError } from '../domain/refusal.ts'
import { oneOf } from './form.ts'

/** What an address or a form chooses in a text: words by their place, or sentences by their numbers. */
export type Place = { words: Range | null; sentences: Choice | null }

/** A place that is in no text. */
const nowhere = { start: -1, end: -1 }

const numbered = (text: string | undefined): number => {
  const number = Number(text)
  return Number.isSafeInteger(number) && number > 0 ? number : 0
}

/** @param given the query of an address, or the fields of a form */
export function placeAsked(given: Typed): Place {
  const one = (name: string) => oneOf(given[name])
  const [from, to] = [numbered(one('from')), numbered(one('to') || one('from'))]
  const somewhere = one('start') !== '' || one('end') !== ''
  return {
    words: somewhere ? (excerptPlace.safeParse(given).data ?? nowhere) : null,
    sentences: from ? { from, to } : null,
  }
}

/** What is chosen in a text; null where that is nothing, or not in it. */
export function choiceIn(
  sentences: readonly Sentence[],
  { words, sentences: numbers }: Place,
): Chosen | null {
  if (words) return wordsAt(sentences, words)
  return numbers && sentencesAt(sentences, numbers)
}

/** What is wrong with a choice before anything is sent. */
export function wrongWith(choice: Chosen | null, { words }: Place): FieldError | null {
  if (choice) return tooLong(choice)
  return words && { code: 'not_in_text' }
}

/** Where the words stand that a form takes. */
export const placeIn = ({ words }: Place): Range => words ?? nowhere
