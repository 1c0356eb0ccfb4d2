import { addContact, amendContact } from '../domain/contact.ts'
import type { Member } from '../domain/member.ts'
import { findClaim, known, type Read } from './deciding.ts'
import { addGround, reviseGround } from './grounds.ts'
import type { Desk } from './open.ts'

/**
 * Records who was asked, and what came of it.
 * @param id the id that the form was given
 * @throws Refusal as `addGround` and `addContact` do
 */
export async function recordContact(
  desk: Desk,
  member: Member,
  claim: string,
  id: string,
  input: unknown,
) {
  const find = () => desk.store.claims.contact(id)
  await addGround(desk, member, claim, find, (act) => addContact(id, claim, input, act))
}

/** The reply came, or something was wrong. @throws Refusal as `reviseGround` and `amendContact` do */
export async function reviseContact(desk: Desk, member: Member, read: Read, input: unknown) {
  const there = await desk.store.claims.contact(read.id)
  await reviseGround(desk, member, read, there, (one, act) => [amendContact(one, input, act)])
}

/** @throws Refusal `not_found` */
export async function findContact(desk: Desk, id: string) {
  const contact = known(await desk.store.claims.contact(id))
  return { contact, claim: (await findClaim(desk, contact.claim)).claim }
}
