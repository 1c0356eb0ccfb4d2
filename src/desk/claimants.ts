import { claimantIn } from '../domain/appearance.ts'
import { claimantKey, describeClaimant as describe, type Naming } from '../domain/claimant.ts'
import { type Act, demand, type Member } from '../domain/member.ts'
import { unsettle } from '../domain/review.ts'
import type { Read } from './deciding.ts'
import { actOf, demandRevision, findClaim, isEmpty, known } from './deciding.ts'
import type { Desk } from './open.ts'

/**
 * The record of the claimant whom a form names, where there is one.
 * @throws Refusal `invalid`
 */
export async function namingIn(desk: Desk, input: unknown, act: Act): Promise<Naming> {
  const name = claimantIn(input, act)
  const found = name ? await desk.store.claimants.byKey(claimantKey(name)) : null
  return { known: found, newId: desk.newId() }
}

const SHOWN = 50
const LISTED = 500

/** Who claims things on this desk, those who claim most first. */
export const listClaimants = ({ store }: Desk) => store.claimants.list(LISTED)

/** The names to offer where somebody is to be named. */
export const namesOfClaimants = async ({ store }: Desk): Promise<string[]> =>
  (await store.claimants.list(200)).map(({ claimant }) => claimant.name)

/** Somebody, and the newest of what they claim. @throws Refusal `not_found` */
export async function openClaimant({ store }: Desk, id: string) {
  const claimant = known(await store.claimants.find(id))
  const claims = await store.claimants.claimsBy(id, SHOWN + 1)
  return { claimant, claims: claims.slice(0, SHOWN), more: claims.length > SHOWN }
}

/**
 * Says who a claimant is. Proposals that are being read, and name them, go back to work: those words
 * are published with the verdict.
 * @throws Refusal `forbidden`, `not_found`, `invalid`; `conflict` where somebody saved since
 */
export async function describeClaimant(desk: Desk, member: Member, read: Read, input: unknown) {
  demand(member, 'checker')
  const claimant = known(await desk.store.claimants.find(read.id))
  const name = typeof input === 'object' && input && 'name' in input ? String(input.name) : ''
  const namesake = await desk.store.claimants.byKey(claimantKey(name))
  const act = actOf(desk, member)
  const change = describe(claimant, namesake, input, act)
  if (isEmpty(change)) return
  demandRevision(claimant, read.revision)
  const readers = await desk.store.claimants.inReviewBy(claimant.id)
  const found = await Promise.all(readers.map((claim) => findClaim(desk, claim)))
  const unsettled = found.flatMap(({ claim, standing }) => unsettle(claim, standing, act))
  await desk.store.save([change, ...unsettled])
}
