import {
  addEvidence,
  amendEvidence,
  type Evidence,
  hasMoved,
  type Kept,
  keepEvidence,
} from '../domain/evidence.ts'
import { type Act, demand, type Member } from '../domain/member.ts'
import { Refusal, type RefusalCode } from '../domain/refusal.ts'
import { unsettle } from '../domain/review.ts'
import { addSearchRecord } from '../domain/search-record.ts'
import {
  actOf,
  demandRevision,
  findClaim,
  guarding,
  isEmpty,
  known,
  type Read,
  sentTwice,
} from './deciding.ts'
import { addGround, reviseGround } from './grounds.ts'
import { type Incoming, receive } from './incoming.ts'
import { keptIn } from './kept.ts'
import type { Desk } from './open.ts'
import { settledBy } from './placed.ts'
import { placesOf } from './places.ts'
import { keepArrived, missedVisit, type Saving } from './snapshots.ts'
import { tell } from './telling.ts'

/** Where the text of a source comes from: pasted or uploaded, else fetched, unless that is not wanted. */
export type Given = { given?: Incoming | null; fetch?: boolean }

/** What is no matter of the evidence itself: it is saved all the same, and says what went wrong. */
const missed: RefusalCode[] = ['disk_full', 'disk_closed', 'too_large', 'binary', 'unreadable']

/**
 * The snapshot of a source: of what was pasted or uploaded, else of its address. Where that could not
 * be fetched, why is kept with the address.
 * @param decide on what was read, before any of it is kept: a refusal leaves no file behind
 * @throws Refusal as `decide` does, and as `receive` and `keepArrived` do of what was pasted or uploaded
 */
async function snapshotFor(
  desk: Desk,
  act: Act,
  url: string | null,
  { given, fetch = true }: Given,
  decide: (kept: Kept) => unknown,
): Promise<Saving & { kept: Kept | null }> {
  const nothing = { kept: null, changes: [], texts: [], visits: [] }
  const source = given ?? (url && fetch ? { address: url } : null)
  if (!source) return nothing
  try {
    const arrived = await receive(desk, source, { whole: true })
    const text = arrived.reading?.text ?? null
    decide({ snapshot: desk.newId(), text })
    const { snapshot, changes, texts, visits } = await keepArrived(desk, act, arrived)
    return { kept: { snapshot: snapshot.id, text }, changes, texts, visits }
  } catch (error) {
    if (given || url === null || !(error instanceof Refusal)) throw error
    if (!error.code.startsWith('url_') && !missed.includes(error.code)) throw error
    return { ...nothing, ...(await missedVisit(desk, act, url, error)) }
  }
}

/**
 * Adds evidence to a claim, with a snapshot of its source where one can be had.
 * @param id the id that the form was given
 * @throws Refusal as `addGround`, `addEvidence` and, of a text or a file given, `receive` do
 */
export async function bringEvidence(
  desk: Desk,
  member: Member,
  claim: string,
  id: string,
  input: unknown,
  given: Given = {},
) {
  const { claims } = desk.store
  const all = await claims.evidence([claim])
  const number = 1 + Math.max(0, ...all.map((one) => one.number))
  const find = () => claims.evidenceById(id)
  // The same form again says the same of what was kept then.
  const before = await keptIn(desk, (await find())?.snapshot)
  const add = (act: Act, kept: Kept | null) => addEvidence(id, { claim, number }, input, act, kept)
  const complete = async (act: Act) => {
    const { url } = add(act, null).after
    const decide = (kept: Kept) => add(act, kept)
    const { kept, ...saving } = await snapshotFor(desk, act, url, given, decide)
    return { ...saving, changes: [...saving.changes, add(act, kept)] }
  }
  await addGround(desk, member, claim, find, (act) => add(act, before), complete)
}

/**
 * Says something else of evidence; at another address its snapshot is taken anew.
 * @throws Refusal as `reviseGround` and `amendEvidence` do
 */
export async function reviseEvidence(desk: Desk, member: Member, read: Read, input: unknown) {
  const there = await desk.store.claims.evidenceById(read.id)
  const amend = (one: Evidence, act: Act, kept: Kept | null) => amendEvidence(one, input, act, kept)
  const moves = (one: Evidence, act: Act) => hasMoved(one, amend(one, act, null).after)
  await reviseGround(
    desk,
    member,
    read,
    there,
    async (one, act) => [
      amend(one, act, moves(one, act) ? null : await keptIn(desk, one.snapshot)),
    ],
    async (one, act, decided) => {
      if (!moves(one, act)) return { changes: decided, texts: [], visits: [] }
      const { url } = amend(one, act, null).after
      const decide = (kept: Kept) => amend(one, act, kept)
      const { kept, ...saving } = await snapshotFor(desk, act, url, {}, decide)
      return { ...saving, changes: [...saving.changes, amend(one, act, kept)] }
    },
  )
}

/**
 * Takes a snapshot of the source of evidence, from its address or of a text or a file given. What a
 * reviewer reads is another source's text then: a proposal that is being read goes back.
 * @returns whether there is one now; where not, why is kept with the address
 * @throws Refusal `forbidden`, `not_found`, `wrong_stage`, `conflict`; `invalid` where there is no
 *   address; and as `receive` does of what is given
 */
export async function retakeEvidence(
  desk: Desk,
  member: Member,
  read: Read,
  given: Incoming | null,
): Promise<boolean> {
  demand(member, 'checker')
  const evidence = known(await desk.store.claims.evidenceById(read.id))
  const again = { revision: read.revision, verbs: ['keep'], member }
  if (await sentTwice(desk, 'evidence', evidence, again)) return true
  demandRevision(evidence, read.revision)
  if (!given && !evidence.url) {
    throw new Refusal('invalid', { fields: { text: { code: 'required' } } })
  }
  const found = await findClaim(desk, evidence.claim)
  const act = actOf(desk, member)
  const unsettled = unsettle(found.claim, found.standing, act)
  const keep = (kept: Kept) => keepEvidence(evidence, kept, act)
  const { kept, changes, ...extra } = await snapshotFor(desk, act, evidence.url, { given }, keep)
  const resting = kept ? keep(kept) : null
  const rests =
    resting && !isEmpty(resting) ? [resting, ...(await settledBy(desk, resting.after, act))] : []
  const all = [...(rests.length ? unsettled : []), ...changes, ...rests]
  await tell(desk, found, all, { ...(rests.length && guarding(found, all)), ...extra })
  return kept !== null
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
