import { readingFor } from '../domain/desk.ts'
import { demandSight, draftVerdict, missing, proposeVerdict } from '../domain/drafting.ts'
import { type Act, demand, type Member } from '../domain/member.ts'
import { seesWork } from '../domain/moving.ts'
import { parse } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  keepVerdict,
  publishVerdict,
  reopenClaim,
  returnVerdict,
  takeBackVerdict,
  withdrawVerdict,
} from '../domain/review.ts'
import { fixTypo, readTypo } from '../domain/typo.ts'
import { emptyVerdict, verdictInput } from '../domain/verdict.ts'
import { moveClaim } from './claims.ts'
import {
  actOf,
  demandRevision,
  type Found,
  findClaim,
  known,
  once,
  type Read,
  says,
  sentTwice,
} from './deciding.ts'
import { goingOut, lookAt } from './looking.ts'
import type { Desk } from './open.ts'
import { placesOf } from './places.ts'
import { proofsOf } from './proofs.ts'
import { tell } from './telling.ts'

export const nextNumber = ({ versions }: Found): number =>
  1 + Math.max(0, ...versions.map(({ number }) => number))

/** The page on which a verdict is written: what it was when it was read, and the new one's id. */
export type Sheet = { claim: Read; verdictRevision: number; newId: string }

/** What a verdict is written on, and the desk as it stands. */
async function drafting(desk: Desk, found: Found, sheet: Sheet) {
  const { claim, standing } = found
  const fresh = { id: sheet.newId, number: nextNumber(found) }
  const [scale, there] = await Promise.all([desk.store.desks.scale(), desk.store.desks.find()])
  const present = known(there)
  return { claim, standing, scale, fresh, present, mode: readingFor(present, claim) }
}

/** Whether the version at work is not the one that was read. */
function demandSheet({ standing }: Found, { verdictRevision }: Sheet): void {
  if ((standing.working?.revision ?? 0) !== verdictRevision) throw new Refusal('conflict')
}

/**
 * Keeps what was written of a verdict.
 * @throws Refusal `forbidden`, `not_found`, `wrong_stage`, `not_yours`, `invalid`; `conflict` where
 *   somebody wrote on it since
 */
export async function saveDraft(desk: Desk, member: Member, sheet: Sheet, input: unknown) {
  demand(member, 'checker')
  const found = await findClaim(desk, sheet.claim.id)
  const changes = draftVerdict(await drafting(desk, found, sheet), input, actOf(desk, member))
  if (changes.length === 0) return
  demandSheet(found, sheet)
  const guards = [{ kind: 'claim' as const, subject: found.claim }]
  await desk.store.save(changes, { guards })
}

/**
 * What a draft that is being written needs to be shown: where it stands, and what it stands on. Whoever
 * may not see the version at work is shown what is public.
 * @throws Refusal `forbidden`, `not_found`
 */
export async function readDraft(desk: Desk, member: Member, id: string) {
  demand(member, 'checker')
  const [{ claim, standing }, grounds, present] = await Promise.all([
    findClaim(desk, id),
    groundsOf(desk, id),
    desk.store.desks.find(),
  ])
  const { evidence, proofs, searches, contacts, scale, places } = grounds
  const { publicVerdict: told } = standing
  const working = seesWork(claim, standing, member) ? standing.working : null
  const begun = working ?? told ?? emptyVerdict(id, claim.id, 0, member.id)
  return {
    claim,
    working,
    begun,
    evidence,
    proofs,
    searches,
    contacts,
    scale,
    appearances: places,
    missing: missing(begun, { evidence, searched: searches.length > 0 }),
    look: lookAt({ claim, ...grounds }),
    outgoing: goingOut(desk, { claim, places, scale, present }),
  }
}

/** What a claim rests on, and the scale that it is rated on. */
async function groundsOf(desk: Desk, id: string) {
  const { store } = desk
  const [evidence, searches, contacts, scale, drifts, places] = await Promise.all([
    store.claims.evidence([id]),
    store.claims.searchRecords(id),
    store.claims.contacts(id),
    store.desks.scale(),
    store.drifts.openOn([id]),
    store.claims.appearances([id]).then((some) => placesOf(desk, some)),
  ])
  const proofs = await proofsOf(desk, evidence)
  return { evidence, proofs, drifts, searches, contacts, scale, places }
}

/**
 * Saves what is written, and puts it before a colleague.
 * @throws Refusal as `proposeVerdict` does; `conflict`
 */
export async function propose(desk: Desk, member: Member, sheet: Sheet, input: unknown) {
  demand(member, 'checker')
  const said = parse(verdictInput, input)
  const found = await findClaim(desk, sheet.claim.id)
  const [grounds, page] = await Promise.all([
    groundsOf(desk, sheet.claim.id),
    drafting(desk, found, sheet),
  ])
  const { evidence, searches } = grounds
  const look = lookAt({ claim: found.claim, ...grounds })
  const already = ({ standing: { working } }: Found) => {
    if (!working) return false
    const { rating, reasons, conclusion, rationale, findings, findingsWord } = working
    const { holdsOn, validUntil, recheckOn, confirmed } = working
    const word = findings && { findingsWord }
    const dates = { holdsOn, validUntil, recheckOn, confirmed }
    return says(said, { rating, reasons, conclusion, rationale, ...dates, ...word })
  }
  const decide = (now: Found, act: Act) => {
    // Not even how often it was saved is told to whoever may not see it.
    demandSight(now, act)
    demandSheet(now, sheet)
    const { claim, standing } = now
    const stands = { evidence, searched: searches.length > 0, look }
    return proposeVerdict({ ...page, claim, standing }, input, stands, act)
  }
  // Who makes the desk read more strictly tightens what is in review, and would miss what comes at that moment.
  const guards = [{ kind: 'desk' as const, subject: page.present }]
  await moveClaim(desk, member, sheet.claim, ['propose'], decide, { already, guards })
}

export const takeBack = (desk: Desk, member: Member, read: Read) =>
  moveClaim(desk, member, read, ['take_back'], ({ claim, standing }, act) =>
    takeBackVerdict(claim, standing, act),
  )

/** @throws Refusal as `returnVerdict` does; `conflict` */
export const sendBack = (desk: Desk, member: Member, read: Read, input: unknown) =>
  moveClaim(
    desk,
    member,
    read,
    ['return'],
    ({ claim, standing }, act) => returnVerdict(claim, standing, input, act),
    { already: (_, { comment }) => says(input, { comment }) },
  )

/** @throws Refusal as `publishVerdict` does; `conflict` */
export const publish = (desk: Desk, member: Member, read: Read, input: unknown) =>
  moveClaim(
    desk,
    member,
    read,
    ['publish'],
    ({ claim, standing }, act) => publishVerdict(claim, standing, input, act),
    {
      already: ({ standing: { publicVerdict } }, { comment }) =>
        says(input, { comment, correctionReason: publicVerdict?.correctionReason ?? null }),
    },
  )

/** @throws Refusal as `reopenClaim` does; `conflict` */
export const reopen = (desk: Desk, member: Member, read: Read, input: unknown) =>
  moveClaim(desk, member, read, ['reopen'], ({ claim, standing }, act) =>
    reopenClaim(claim, standing, input, act),
  )

/** @throws Refusal as `keepVerdict` does; `conflict` */
export const keep = (desk: Desk, member: Member, read: Read, input: unknown) =>
  moveClaim(
    desk,
    member,
    read,
    ['keep'],
    ({ claim, standing }, act) => keepVerdict(claim, standing, input, act),
    { already: (_, { comment }) => says(input, { comment }) },
  )

/** @throws Refusal `not_found` */
export async function claimOfVerdict({ store }: Desk, id: string): Promise<string> {
  return known(await store.verdicts.find(id)).claim
}

/** @throws Refusal `forbidden`, `not_found`, `wrong_status`, `invalid`; `conflict` */
export async function withdraw(desk: Desk, member: Member, read: Read, input: unknown) {
  demand(member, 'editor')
  const verdict = known(await desk.store.verdicts.find(read.id))
  const twice = { revision: read.revision, verbs: ['withdraw'], member }
  const again = await sentTwice(desk, 'verdict', verdict, twice)
  if (again && says(input, { reason: verdict.withdrawalReason })) return
  demandRevision(verdict, read.revision)
  const found = await findClaim(desk, verdict.claim)
  await tell(desk, found, [withdrawVerdict(verdict, input, actOf(desk, member))])
}

/**
 * Mends a typo in a public verdict.
 * @param newId the id of the version that this makes: the same form again makes no other
 * @throws Refusal as `fixTypo` does; `not_found`, `conflict`
 */
export async function mendTypo(
  desk: Desk,
  member: Member,
  read: Read,
  newId: string,
  input: unknown,
) {
  demand(member, 'editor')
  await once(
    () => desk.store.verdicts.find(newId),
    async () => {
      const verdict = known(await desk.store.verdicts.find(read.id))
      demandRevision(verdict, read.revision)
      const found = await findClaim(desk, verdict.claim)
      const fresh = { id: newId, number: nextNumber(found) }
      await tell(desk, found, fixTypo(verdict, fresh, input, actOf(desk, member)))
    },
  )
}

/** The second reading of a mended typo. @throws Refusal as `readTypo` does; `not_found`, `conflict` */
export async function readMended(desk: Desk, member: Member, read: Read) {
  demand(member, 'editor')
  const verdict = known(await desk.store.verdicts.find(read.id))
  const twice = { revision: read.revision, verbs: ['read_typo'], member }
  if (await sentTwice(desk, 'verdict', verdict, twice)) return
  demandRevision(verdict, read.revision)
  const found = await findClaim(desk, verdict.claim)
  await tell(desk, found, [readTypo(verdict, actOf(desk, member))])
}
