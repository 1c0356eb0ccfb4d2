import type { ToldPlace } from '../../domain/public-list.ts'
import type { Desk } from '../open.ts'
import { listTold } from '../public-list.ts'
import type { ToldVersion } from '../told-version.ts'

/** How many verdicts are read at once, and how often, before the rest is left to the next page. */
const STEP = 100
const MOST_STEPS = 12

const DAY = 86_400_000
/** Nothing is older, and no clock reaches back for ever. */
const MOST_DAYS = 36_500

/** What a program asks for that reads verdicts as those of many desks. */
export type FactChecksAsked = {
  q: string
  /** ISO 639; of any language where it is null. */
  language: string | null
  maxAgeDays: number | null
  limit: number
  /** How many to pass over first. */
  offset: number
  /** The last one of the page before. */
  after: ToldPlace | null
}

const placeOf = ({ told }: ToldVersion): ToldPlace => ({ at: told.publishedAt, id: told.id })

/**
 * What is published, newest first. A search that says nothing finds nothing here: a program would take
 * everything for what was found.
 * @returns `next`: the place after which it goes on, if it does
 */
export async function listFactChecks(
  desk: Desk,
  { q, language, maxAgeDays, limit, offset, after }: FactChecksAsked,
): Promise<{ found: ToldVersion[]; next: ToldPlace | null }> {
  const age = Math.min(maxAgeDays ?? MOST_DAYS, MOST_DAYS) * DAY
  const oldest = new Date(Date.parse(desk.now()) - age).toISOString()
  const found: ToldVersion[] = []
  let place = after
  let left = offset
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const list = await listTold(desk, { q, rating: null, after: place, limit: STEP })
    if (list.wordless) return { found, next: null }
    for (const one of list.found) {
      // Of claim and review the newer one counts, and nothing is reviewed before it is claimed.
      if (one.told.publishedAt < oldest) return { found, next: null }
      if (language && one.told.claim.language !== language) continue
      if (left > 0) left--
      else if (found.length < limit) found.push(one)
      else return { found, next: placeOf(found.at(-1) ?? one) }
    }
    place = list.next
    if (place === null) break
  }
  return { found, next: place }
}
