import { z } from 'zod'
import { placeText, type Queue, type QueuePlace, readPlace } from './queue.ts'

/**
 * Where a page of a search begins. What is found is gone through from the newest to the oldest, window by
 * window, and within a window the best comes first.
 */
export type SearchPlace = {
  /** First what says all of it in its statement, where there is much; then all the rest. */
  phase: 'statement' | 'all'
  /** What the window is older than; empty for the newest. */
  before: string
  /** The last row that was seen in it; null where none was. */
  last: { score: number; number: number; id: string } | null
}

const whole = z.coerce.number().int().nonnegative()
const placeInput = z.object({
  phase: z.enum(['statement', 'all']),
  before: z.string().regex(/^(?:\d{1,15}|[\da-f-]{36})?$/),
  score: whole,
  number: whole,
  id: z.string().regex(/^(?:[\da-f-]{36})?$/),
})

/** A place as addresses carry it. */
const searchPlaceText = ({ phase, before, last }: SearchPlace): string =>
  [phase, before, last?.score ?? 0, last?.number ?? 0, last?.id ?? ''].join('~')

/** Reads a place; null where it is none. */
function readSearchPlace(text: string | undefined): SearchPlace | null {
  const [phase, before, score, number, id] = (text ?? '').split('~', 5)
  const read = placeInput.safeParse({ phase, before, score, number, id }).data
  if (!read) return null
  const last = read.id ? { score: read.score, number: read.number, id: read.id } : null
  return { phase: read.phase, before: read.before, last }
}

/** Where a page of claims begins, of a list or of what was found. */
export type ListPlace = QueuePlace | SearchPlace

export const listPlaceText = (place: ListPlace): string =>
  'phase' in place ? searchPlaceText(place) : placeText(place)

/** Reads the place of a page of what a queue asks for; null where it is none. */
export const readListPlace = (
  { q }: Pick<Queue, 'q'>,
  text: string | undefined,
): ListPlace | null => (q ? readSearchPlace(text) : readPlace(text))
