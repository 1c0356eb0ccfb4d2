import { readBy } from '../domain/desk.ts'
import { demand, type Member } from '../domain/member.ts'
import { demandMove } from '../domain/moving.ts'
import { readingOf } from '../domain/reading-state.ts'
import * as domain from '../domain/second-reading.ts'
import { tightening, type Waiting } from '../domain/ways.ts'
import { moveClaim } from './claims.ts'
import { actOf, demandRevision, findClaim, isEmpty, known, type Read, says } from './deciding.ts'
import type { Desk } from './open.ts'
import { HISTORY } from './reading.ts'

/**
 * Files a second reading of what is proposed.
 * @param newId the reading's id: the same form again files no other
 * @throws Refusal as `fileReading` does; `not_found`, `conflict` where the proposal moved on
 */
export async function fileReading(
  desk: Desk,
  member: Member,
  read: Read,
  newId: string,
  input: unknown,
) {
  const scale = await desk.store.desks.scale()
  await moveClaim(
    desk,
    member,
    read,
    ['read'],
    ({ claim, standing }, act) => domain.fileReading({ claim, standing, scale }, newId, input, act),
    {
      already: ({ standing }) => {
        const filed = standing.readings.find(({ id }) => id === newId)
        if (!filed) return false
        const { rating, rationale } = filed
        return says(input, { rationale, ...(rating && { rating }) })
      },
    },
  )
}

/** @throws Refusal as `adjudicate` does; `not_found`, `conflict` */
export const adjudicate = (desk: Desk, member: Member, read: Read, input: unknown) =>
  moveClaim(
    desk,
    member,
    read,
    ['adjudicate', 'return'],
    ({ claim, standing }, act) => domain.adjudicate(claim, standing, input, act),
    { already: (_, { comment }) => says(input, { reason: comment }) },
  )

/**
 * A proposal and the blind reading that differs from it, side by side.
 * @throws Refusal as `adjudicate` does, for whoever cannot decide between them; `not_found`
 */
export async function readDispute(desk: Desk, member: Member, id: string) {
  const { store } = desk
  const { claim, standing } = await findClaim(desk, id)
  demandMove('adjudicate', claim, standing, actOf(desk, member))
  const first = known(standing.working)
  const second = known(readingOf(first, standing.readings))
  const [evidence, history, scale, names] = await Promise.all([
    store.claims.evidence([id]),
    store.ledger.ofClaim(id, HISTORY),
    store.desks.scale(),
    store.people.names([first.author, second.reader]),
  ])
  return { claim, first, second, evidence, history, scale, names }
}

/** How often proposals and blind readings agree. @throws Refusal `forbidden` */
export async function readAgreement({ store }: Desk, member: Member) {
  demand(member, 'checker')
  const [pairs, scale] = await Promise.all([store.readings.pairs(), store.desks.scale()])
  return { pairs, scale }
}

const CHOICES = 100

/** How proposals are read, and the topics that claims have. @throws Refusal `forbidden` */
export async function readSettings({ store }: Desk, member: Member) {
  demand(member, 'admin')
  const [desk, topics] = await Promise.all([store.desks.find(), store.topics.list(CHOICES)])
  return { desk: known(desk), topics: topics.map(({ topic }) => topic) }
}

/** The proposals in review that one editor reads. */
async function readLoosely({ store }: Desk): Promise<Waiting[]> {
  const verdicts = await store.verdicts.readLoosely()
  const claims = await store.claims.byIds(verdicts.map(({ claim }) => claim))
  const there = new Map(claims.map((claim) => [claim.id, claim]))
  return verdicts.flatMap((verdict) => {
    const claim = there.get(verdict.claim)
    return claim ? [{ claim, verdict }] : []
  })
}

/**
 * Says how proposals are read. Those in review that are read more strictly so get their new way in the
 * same save; drafts when they are next saved, so that nobody who is writing is disturbed.
 * @throws Refusal `forbidden`, `invalid`; `conflict`, also where one of these moves on at that moment
 */
export async function setReading(desk: Desk, member: Member, revision: number, input: unknown) {
  demand(member, 'admin')
  const act = actOf(desk, member)
  const present = known(await desk.store.desks.find())
  const change = readBy(present, input, act)
  if (isEmpty(change)) return
  demandRevision(present, revision)
  const waiting = await readLoosely(desk)
  await desk.store.save([change, ...tightening(change.after, waiting, act)])
}
