import { z } from 'zod'
import { topic } from './claim.ts'
import { unnamedClaimants } from './export-filters.ts'
import { id, language, words } from './parse.ts'
import { type Stage, stages } from './stage.ts'
import { reasons } from './verdict.ts'

/** Whose work to show. Work is somebody's, or nobody's yet, as long as it is open. */
export const whose = ['all', 'mine', 'nobody'] as const
export type Who = (typeof whose)[number]

/**
 * The orders of the queue. `due`: what is to be decided first, then what waits longest, and last what
 * is not open any more; `waiting`: longest at its stage; `newest`: last opened; `moved`: last moved
 * from a stage to another.
 */
export const sorts = ['due', 'waiting', 'newest', 'moved'] as const
export type Sort = (typeof sorts)[number]

/** What a person asks the queue for; null where they leave it open. */
export type Queue = {
  stage: Stage | null
  who: Who
  /** Words to be found in the statement; empty for none. */
  q: string
  /** Of the public verdict: the id of a rating. */
  rating: string | null
  /** Of the public verdict: one of its reasons. */
  reason: (typeof reasons)[number] | null
  language: string | null
  topic: string | null
  /** A claimant's id, `outlet` or `unknown`. */
  claimant: string | null
  /** An article's id. */
  article: string | null
  sort: Sort | null
}

/** The filters beside stage and person, which a person adds and takes away one by one. */
export const filters = [
  'q',
  'rating',
  'reason',
  'language',
  'topic',
  'claimant',
  'article',
] as const
export type Filter = (typeof filters)[number]

/** None of these filters is set. */
export const unfiltered: Pick<Queue, Filter> = {
  q: '',
  rating: null,
  reason: null,
  language: null,
  topic: null,
  claimant: null,
  article: null,
}

/** In letters: longer than any sentence that somebody quotes. */
export const MAX_QUERY = 500

/** Whatever somebody types is a text to search for: one line, and no longer than it is read. */
export const searched = z
  .string()
  .catch('')
  .transform((text) => text.slice(0, 10 * MAX_QUERY).toWellFormed())
  .transform((text) => Array.from(text.replace(/[\p{Cc}\s]+/gu, ' ').trim()))
  .transform((letters) => letters.slice(0, MAX_QUERY).join(''))

/** The id of a rating, as addresses carry it. */
export const ratingId = z.string().regex(/^[a-z0-9_]{1,60}$/)

const queueInput = z.object({
  stage: z.enum(stages).nullable().catch(null),
  who: z.enum(whose).catch('all'),
  q: searched,
  rating: ratingId.nullable().catch(null),
  reason: z.enum(reasons).nullable().catch(null),
  language: language.nullable().catch(null),
  topic: words(MAX_QUERY).pipe(topic).nullable().catch(null),
  claimant: z
    .union([z.enum(unnamedClaimants), id])
    .nullable()
    .catch(null),
  article: id.nullable().catch(null),
  sort: z.enum(sorts).nullable().catch(null),
})

/** Reads what an address asks for. What nobody could mean is passed over: it never throws. */
export const readQueue = (query: Record<string, string | undefined>): Queue =>
  queueInput.parse(query)

/** The order of a queue: what is not open any more waits for nobody. */
export const sortOf = ({ stage, sort }: Pick<Queue, 'stage' | 'sort'>): Sort =>
  sort ?? (stage === 'decided' || stage === 'set_aside' ? 'moved' : 'due')

/** How many of the filters beside stage and person are set. */
export const countFilters = (queue: Queue): number => filters.filter((one) => queue[one]).length

/** The last row that was seen: a page begins after it, in whichever order. */
export type QueuePlace = { due: string; since: string; id: string }

const placeInput = z.object({
  due: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  since: z.iso.datetime(),
  id,
})

/** A place as addresses carry it. */
export const placeText = ({ due, since, id }: QueuePlace): string => `${due}~${since}~${id}`

/** Reads a place; null where it is none. */
export function readPlace(text: string | undefined): QueuePlace | null {
  const [due, since, id] = (text ?? '').split('~', 3)
  return placeInput.safeParse({ due, since, id }).data ?? null
}
