import { addEvidence, amendEvidence } from '../domain/evidence.ts'
import type { Member } from '../domain/member.ts'
import { addSearchRecord } from '../domain/search-record.ts'
import { findClaim, known, type Read } from './deciding.ts'
import { addGround, reviseGround } from './grounds.ts'
import type { Desk } from './open.ts'
import { placesOf } from './places.ts'

/**
 * Adds evidence to a claim.
 * @param id the id that the form was given
 * @throws Refusal as `addGround` and `addEvidence` do
 */
export async function bringEvidence(
  desk: Desk,
  member: Member,
  claim: string,
  id: string,
  input: unknown,
) {
  const there = await desk.store.claims.evidence([claim])
  const number = 1 + Math.max(0, ...there.map((one) => one.number))
  const find = () => desk.store.claims.evidenceById(id)
  await addGround(desk, member, claim, find, (act) =>
    addEvidence(id, { claim, number }, input, act),
  )
}

/** @throws Refusal as `reviseGround` and `amendEvidence` do */
export async function reviseEvidence(desk: Desk, member: Member, read: Read, input: unknown) {
  const there = await desk.store.claims.evidenceById(read.id)
  await reviseGround(desk, member, read, there, (one, act) => [amendEvidence(one, input, act)])
}

/** @throws Refusal `not_found` */
export async function findEvidence(desk: Desk, id: string) {
  const evidence = known(await desk.store.claims.evidenceById(id))
  return { evidence, claim: (await findClaim(desk, evidence.claim)).claim }
}

/** Evidence among the rest of its claim's, with where that is made. @throws Refusal `not_found` */
export async function readEvidence(desk: Desk, id: string) {
  const { evidence, claim } = await findEvidence(desk, id)
  const { claims } = desk.store
  const all = await claims.evidence([claim.id])
  const places = await placesOf(desk, await claims.appearances([claim.id]))
  return { evidence, claim, all, places }
}

/**
 * Records where somebody looked, and what came of it.
 * @param id the id that the form was given
 * @throws Refusal as `addGround` and `addSearchRecord` do
 */
export async function recordSearch(
  desk: Desk,
  member: Member,
  claim: string,
  id: string,
  input: unknown,
) {
  const find = async () =>
    (await desk.store.claims.searchRecords(claim)).find((one) => one.id === id) ?? null
  await addGround(desk, member, claim, find, (act) => addSearchRecord(id, claim, input, act))
}
