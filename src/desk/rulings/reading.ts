import type { Hit } from '../../domain/hit.ts'
import { demand, type Member } from '../../domain/member.ts'
import type { Rating } from '../../domain/rating.ts'
import { type Ruling, type RulingLine, type RulingPlace, statementOf } from '../../domain/ruling.ts'
import { PAGE } from '../articles.ts'
import { known } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { similarTo } from '../similar.ts'
import { ratingsOf } from './amounts.ts'
import type { RulingsAsked, RulingsFound } from './search.ts'

/** A ruling in a list: where it says what was searched for, and what its label amounts to here. */
export type ListedRuling = { ruling: RulingLine; rating: Rating | null; hits: Hit[] }

/** So many publishers can be chosen from. */
const CHOICES = 500

/** What was found, as it is listed. */
export async function listed(desk: Desk, { found }: RulingsFound): Promise<ListedRuling[]> {
  const lines = await desk.store.rulings.lines(found.map(({ id }) => id))
  const ratings = await ratingsOf(desk, lines)
  const lineOf = new Map(lines.map((line) => [line.id, line]))
  return found.flatMap(({ id, hits }) => {
    const ruling = lineOf.get(id)
    return ruling ? [{ ruling, rating: ratings.get(id) ?? null, hits }] : []
  })
}

/**
 * A page of what others rated: what is searched for, or all, newest first.
 * @throws Refusal `forbidden`
 */
export async function listRulings(
  desk: Desk,
  member: Member,
  { q, publisher, place }: { q: string; publisher: string | null; place: RulingPlace | null },
) {
  demand(member, 'viewer')
  const asked: RulingsAsked = { member: { id: member.id }, q, publisher, place, page: PAGE }
  const stream = await desk.heavy.run({ read: 'rulings', ...asked })
  const found: RulingsFound = JSON.parse(await new Response(stream).text())
  const publishers = await desk.store.rulings.publishers(CHOICES)
  return { rows: await listed(desk, found), next: found.next, count: found.count, publishers }
}

/** A ruling with all that was received. @throws Refusal `forbidden`, `not_found` */
export async function readRuling(
  desk: Pick<Desk, 'store'>,
  member: Member,
  id: string,
): Promise<{ ruling: Ruling; rating: Rating | null }> {
  demand(member, 'viewer')
  const ruling = known(await desk.store.rulings.find(id))
  const ratings = await ratingsOf(desk, [ruling])
  return { ruling, rating: ratings.get(id) ?? null }
}

/** What speaks of the same thing on the desk, and how others than this one rated that. @throws Refusal `forbidden` */
export async function similarToRuling(desk: Desk, member: Member, ruling: Ruling) {
  const found = await similarTo(desk, member, statementOf(ruling), ruling.language)
  return { ...found, rulings: found.rulings.filter((one) => one.ruling.id !== ruling.id) }
}
