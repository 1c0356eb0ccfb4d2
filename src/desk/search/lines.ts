import type { Member } from '../../domain/member.ts'
import { readQueue } from '../../domain/queue.ts'
import type { Rating } from '../../domain/rating.ts'
import type { Desk } from '../open.ts'
import { listQueue } from '../queue.ts'

/**
 * What the search box finds, for programs: the first page of it, best first.
 * @param most how many claims at most
 * @throws Refusal `forbidden`
 */
export async function searchLine(desk: Desk, member: Member, query: string, most: number) {
  const queue = readQueue({ q: query })
  const found = await listQueue(desk, member, queue, null)
  const { search, rows, choices, total } = found
  const labels = new Map(choices.scale.map((one) => [one.id, one]))
  return {
    query: queue.q,
    total,
    /** Whether more may be found than the total says. */
    isLeast: search?.isLeast ?? found.isLeast,
    claims: rows.slice(0, most).map(({ claim, told }) => ({
      ...{ id: claim.id, statement: claim.statement, language: claim.language },
      ...{ stage: claim.stage, rating: ratingOf(labels, told?.rating ?? null) },
    })),
    taken: search?.taken ?? [],
    missing: search?.missing ?? [],
    strange: search?.strange ?? [],
  }
}

const ratingOf = (scale: Map<string, Rating>, id: string | null) => {
  const rating = id === null ? undefined : scale.get(id)
  return rating ? { id: rating.id, en: rating.labelEn, it: rating.labelIt } : null
}
