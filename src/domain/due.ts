import { z } from 'zod'
import { id } from './parse.ts'

/** The last row that was seen of what is due: a page begins after it. `since` is a day. */
export type DuePlace = { since: string; id: string }

const placeInput = z.object({ since: z.string().regex(/^\d{4}-\d\d-\d\d$/), id })

/** A place as addresses carry it. */
export const duePlaceText = ({ since, id }: DuePlace): string => `${since}~${id}`

/** Reads a place; null where it is none. */
export function readDuePlace(text: string | undefined): DuePlace | null {
  const [since, id] = (text ?? '').split('~', 2)
  return placeInput.safeParse({ since, id }).data ?? null
}
