import { z } from 'zod'
import { has, type Member } from './member.ts'
import { needed, parse } from './parse.ts'
import { Refusal } from './refusal.ts'

/** A search that somebody comes back to. */
export type SavedSearch = {
  id: string
  owner: string
  name: string
  /** The address's query, as the queue reads it. */
  query: string
  /** When it was shared with the desk; null while it is its owner's alone. */
  sharedAt: string | null
  /** SHA-256 of the secret in its feed's address; null where it has none. */
  feed: string | null
  savedAt: string
}

/** How many searches somebody keeps, at most. */
export const MOST_SEARCHES = 100

const MAX_NAME = 120
const MAX_SAVED = 2000

/** What an address asks of the queue, without the place in it that a page begins at. */
const query = z
  .string()
  .nullish()
  .transform((text) => {
    const asked = new URLSearchParams((text ?? '').slice(0, 2 * MAX_SAVED).toWellFormed())
    asked.delete('after')
    return asked.toString()
  })
  .pipe(z.string().max(MAX_SAVED))
  .meta({ maxLength: MAX_SAVED })

export const savedInput = z.object({ name: needed(MAX_NAME), query })

/** @throws Refusal `invalid`, also for one more than somebody can keep */
export function saveSearch(
  id: string,
  owner: Member,
  input: unknown,
  there: number,
  at: string,
): SavedSearch {
  const read = parse(savedInput, input)
  if (there >= MOST_SEARCHES) {
    throw new Refusal('invalid', {
      fields: { name: { code: 'too_many', values: { max: MOST_SEARCHES } } },
    })
  }
  return { id, owner: owner.id, ...read, sharedAt: null, feed: null, savedAt: at }
}

/** The name that a form gives. @throws Refusal `invalid` */
export const nameIn = (input: unknown): string => parse(savedInput.pick({ name: true }), input).name

/** Whether somebody may see a search: their own, or one that is shared. */
export const maySeeSearch = ({ owner, sharedAt }: SavedSearch, { id }: Member): boolean =>
  owner === id || sharedAt !== null

/** Whether somebody may take it away: its owner; an admin, where it is before everybody. */
export const mayDelete = (search: SavedSearch, member: Member): boolean =>
  search.owner === member.id || (search.sharedAt !== null && has(member, 'admin'))

/** Until when somebody has seen what a search finds. */
export type SearchLook = { seen: string; before: string | null }

/** Whoever comes back within this is still looking. */
const LOOK_MINUTES = 30

/**
 * Somebody looks at what a search finds. As long as they are at it, what was new stays marked.
 * @param last how they looked before; null where they never did
 * @returns the look as it is now; `before` is until when they had seen it, null where nothing tells what is new
 */
export function lookAgain(last: SearchLook | null, now: string): SearchLook {
  if (!last) return { seen: now, before: null }
  const isAtIt = Date.parse(now) - Date.parse(last.seen) < LOOK_MINUTES * 60_000
  return { seen: now, before: isAtIt ? last.before : last.seen }
}
