import { addEvidence, amendEvidence, type Evidence } from '../domain/evidence.ts'
import { demand, type Member } from '../domain/member.ts'
import { unsettle } from '../domain/review.ts'
import { addSearchRecord } from '../domain/search-record.ts'
import type { Read } from './claims.ts'
import { guarding } from './claims.ts'
import { actOf, demandRevision, findClaim, isEmpty, known, once } from './deciding.ts'
import type { Desk } from './open.ts'
import { tell } from './telling.ts'

/**
 * Adds evidence to a claim. A proposal that is being read goes back to `checking`.
 * @param id the id that the form was given: the same form again adds nothing
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `wrong_stage`, `conflict`
 */
export async function bringEvidence(
  desk: Desk,
  member: Member,
  claimId: string,
  id: string,
  input: unknown,
) {
  demand(member, 'checker')
  const found = await findClaim(desk, claimId)
  const there = await desk.store.claims.evidence([claimId])
  const number = 1 + Math.max(0, ...there.map((one) => one.number))
  const act = actOf(desk, member)
  const added = addEvidence(id, { claim: claimId, number }, input, act)
  await once(
    () => desk.store.claims.evidenceById(id),
    () => {
      const changes = [...unsettle(found.claim, found.standing, act), added]
      return tell(desk, found, changes, guarding(found, changes))
    },
  )
}

/** @throws Refusal `forbidden`, `not_found`, `invalid`, `wrong_stage`, `conflict` */
export async function reviseEvidence(desk: Desk, member: Member, read: Read, input: unknown) {
  demand(member, 'checker')
  const evidence = known(await desk.store.claims.evidenceById(read.id))
  const found = await findClaim(desk, evidence.claim)
  const act = actOf(desk, member)
  const change = amendEvidence(evidence, input, act)
  if (isEmpty(change)) return
  demandRevision(evidence, read.revision)
  const changes = [...unsettle(found.claim, found.standing, act), change]
  await tell(desk, found, changes, guarding(found, changes))
}

/** @throws Refusal `not_found` */
export async function findEvidence(desk: Desk, id: string) {
  const evidence: Evidence = known(await desk.store.claims.evidenceById(id))
  return { evidence, claim: (await findClaim(desk, evidence.claim)).claim }
}

/**
 * Records where somebody looked, and what came of it.
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `wrong_stage`, `conflict`
 */
export async function recordSearch(
  desk: Desk,
  member: Member,
  claimId: string,
  id: string,
  input: unknown,
) {
  demand(member, 'checker')
  const found = await findClaim(desk, claimId)
  const act = actOf(desk, member)
  const added = addSearchRecord(id, claimId, input, act)
  await once(
    async () => (await desk.store.claims.searchRecords(claimId)).some((one) => one.id === id),
    () => {
      const changes = [...unsettle(found.claim, found.standing, act), added]
      return tell(desk, found, changes, guarding(found, changes))
    },
  )
}
