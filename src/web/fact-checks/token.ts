import { createHash } from 'node:crypto'
import { readToldPlace, type ToldPlace, toldPlaceText } from '../../domain/public-list.ts'

/** What a question is known by: another one has another token. */
const markOf = (question: string): string =>
  createHash('sha256').update(question).digest('base64url').slice(0, 8)

/** From where an answer goes on, for whoever asks the same question again. */
export const tokenOf = (place: ToldPlace, question: string): string =>
  Buffer.from(`${markOf(question)} ${toldPlaceText(place)}`).toString('base64url')

/** Reads a token; null where it is none, or that of another question. */
export function placeIn(token: string, question: string): ToldPlace | null {
  const [mark, place] = Buffer.from(token, 'base64url').toString().split(' ', 2)
  return mark === markOf(question) ? readToldPlace(place) : null
}
