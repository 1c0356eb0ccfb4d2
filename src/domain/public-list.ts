import { z } from 'zod'
import { id } from './parse.ts'
import { ratingId, searched } from './queue.ts'
import { correctionKinds } from './verdict.ts'

/** What somebody asks the list of published verdicts for. */
export type PublicList = { q: string; rating: string | null }

const listInput = z.object({ q: searched, rating: ratingId.nullable().catch(null) })

/** Reads what an address asks for. What nobody could mean is passed over: it never throws. */
export const readPublicList = (query: Record<string, string | undefined>): PublicList =>
  listInput.parse(query)

/** The last verdict that was seen: a page begins after it, newest first. */
export type ToldPlace = { at: string; id: string }

const placeInput = z.object({ at: z.iso.datetime(), id })

/** A place as addresses carry it. */
export const toldPlaceText = ({ at, id }: ToldPlace): string => `${at}~${id}`

/** Reads a place; null where it is none. */
export function readToldPlace(text: string | undefined): ToldPlace | null {
  const [at, id] = (text ?? '').split('~', 2)
  return placeInput.safeParse({ at, id }).data ?? null
}

/** How what the public was told can change: a new version of some kind, or none at all. */
export const changeKinds = [...correctionKinds, 'withdrawal'] as const
export type ChangeKind = (typeof changeKinds)[number]

const changesInput = z.object({
  kind: z.enum(changeKinds).nullable().catch(null),
  before: z.coerce.number().int().positive().nullable().catch(null),
})
export type ChangesAsked = z.output<typeof changesInput>

/** Reads what the page of corrections is asked for; it never throws. */
export const readChangesAsked = (query: Record<string, string | undefined>): ChangesAsked =>
  changesInput.parse(query)
