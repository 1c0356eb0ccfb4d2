import type { Claim } from '../../domain/claim.ts'
import type { Member } from '../../domain/member.ts'
import { hindrances } from '../../domain/moving.ts'
import { findClaim, known } from '../deciding.ts'
import { findEvidence } from '../evidence.ts'
import { linkedOn } from '../linking.ts'
import type { Desk } from '../open.ts'
import { proofsOf } from '../proofs.ts'

/** What people are called who hold these claims. */
export const holdersOf = ({ store }: Desk, claims: Claim[]) =>
  store.people.names([...new Set(claims.flatMap(({ assignee }) => assignee ?? []))])

/** @throws Refusal `not_found` */
export async function claimAsked(desk: Desk, id: string) {
  const claim = known(await desk.store.claims.find(id))
  return { claim, names: await holdersOf(desk, [claim]) }
}

/** What this member may do with a claim now, move by move. @throws Refusal `not_found` */
export async function movesAsked(desk: Desk, member: Member, id: string) {
  const { claim, standing } = await findClaim(desk, id)
  return hindrances(claim, standing, { member })
}

/** The evidence of a claim, each with what became of its quote. @throws Refusal `not_found` */
export async function evidenceOn(desk: Desk, id: string) {
  known(await desk.store.claims.find(id))
  const evidence = await desk.store.claims.evidence([id])
  return { evidence, proofs: await proofsOf(desk, evidence) }
}

/** @throws Refusal `not_found` */
export async function evidenceAsked(desk: Desk, id: string) {
  const { evidence } = await findEvidence(desk, id)
  return { evidence, proof: (await proofsOf(desk, [evidence]))[id] }
}

/** What else a claim rests on. @throws Refusal `not_found` */
export async function groundsOn({ store }: Desk, id: string) {
  known(await store.claims.find(id))
  const [appearances, searches, contacts] = await Promise.all([
    store.claims.appearances([id]),
    store.claims.searchRecords(id),
    store.claims.contacts(id),
  ])
  return { appearances, searches, contacts }
}

/** How a claim is linked to others, and who said so. @throws Refusal `not_found` */
export async function linksOn(desk: Desk, id: string) {
  known(await desk.store.claims.find(id))
  const links = await linkedOn(desk, id)
  const makers = links.flatMap(({ by }) => by ?? [])
  return { links, names: await desk.store.people.names([...new Set(makers)]) }
}

/** @throws Refusal `not_found` */
export const linkAsked = async ({ store }: Desk, id: string) => known(await store.links.find(id))
