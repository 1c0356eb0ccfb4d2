import { rescaleDesk } from '../domain/desk.ts'
import { type Change, difference } from '../domain/ledger.ts'
import { type Act, demand, type Member } from '../domain/member.ts'
import { type Rating, readRating } from '../domain/rating.ts'
import type { Reading } from '../domain/reading.ts'
import { readingState } from '../domain/reading-state.ts'
import { unsettle } from '../domain/review.ts'
import { amendRating, defineRating, restoreRating, retireRating } from '../domain/scale.ts'
import type { Verdict } from '../domain/verdict.ts'
import {
  actOf,
  demandRevision,
  findClaim,
  isEmpty,
  known,
  type Read,
  sentTwice,
} from './deciding.ts'
import type { Desk } from './open.ts'

/** The scale in its order, retired ratings included. @throws Refusal `forbidden` */
export async function listScale({ store }: Desk, member: Member): Promise<Rating[]> {
  demand(member, 'admin')
  return store.desks.scale()
}

/** The same for whoever works here. @throws Refusal `forbidden` */
export async function readScale({ store }: Desk, member: Member): Promise<Rating[]> {
  demand(member, 'viewer')
  return store.desks.scale()
}

/** A rating, and the scale that it stands on. @throws Refusal `forbidden`, `not_found` */
export async function findRating(desk: Desk, member: Member, id: string) {
  const scale = await listScale(desk, member)
  return { scale, rating: known(scale.find((one) => one.id === id) ?? null) }
}

/**
 * Saves what was decided on a scale, so long as nobody decided on another rating of it meanwhile.
 * @param decide on the scale as it stands; the desk is read before it
 * @throws Refusal `conflict`, and whatever `decide` throws
 */
async function onScale(
  desk: Desk,
  member: Member,
  decide: (scale: Rating[], act: Act) => Promise<Change[]>,
): Promise<void> {
  demand(member, 'admin')
  const { store } = desk
  // In this order: a scale that is newer than the desk is refused when it is saved, never an older one.
  const present = known(await store.desks.find())
  const act = actOf(desk, member)
  const changes = await decide(await store.desks.scale(), act)
  if (changes.length > 0) await store.save([...changes, rescaleDesk(present, act)])
}

/**
 * Puts one more rating on the scale. Its id is in the form: the same form again finds its work done.
 * @throws Refusal as `defineRating` does; `conflict`
 */
export const define = (desk: Desk, member: Member, input: unknown) =>
  onScale(desk, member, async (scale, act) => {
    const read = readRating(input)
    const there = scale.find(({ id }) => id === read.id)
    const same = there && Object.keys(difference(there, read)).length === 0
    const twice = { revision: 0, verbs: ['define'], member }
    if (same && (await sentTwice(desk, 'rating', there, twice))) return []
    return [defineRating(scale, input, act)]
  })

/** A decision on a rating that is there, as the person who takes it read it. */
const onRating = (
  desk: Desk,
  member: Member,
  read: Read,
  decide: (rating: Rating, scale: Rating[], act: Act) => Promise<Change[]>,
) =>
  onScale(desk, member, async (scale, act) =>
    decide(known(scale.find(({ id }) => id === read.id) ?? null), scale, act),
  )

const isUnread = (working: Verdict | null, readings: Reading[]): boolean =>
  working?.mode === 'blind' && readingState(working, readings) === 'awaits'

/** Proposals that carry a rating go back to work: its words are published with them. */
async function unsettled(desk: Desk, { entry }: Change, act: Act): Promise<Change[]> {
  const { labelEn, labelIt, number } = entry.change
  if (!(labelEn || labelIt || number)) return []
  const readers = await desk.store.verdicts.proposedWith(entry.subject)
  const found = await Promise.all(readers.map((claim) => findClaim(desk, claim)))
  // What nobody has read blind yet stays: going back, it would tell who could read it what it says.
  const read = found.filter(({ standing: { working, readings } }) => !isUnread(working, readings))
  return read.flatMap(({ claim, standing }) => unsettle(claim, standing, act))
}

/**
 * Proposals that are being read and carry the rating go back to `checking` where its words change.
 * @throws Refusal as `amendRating` does; `not_found`, `conflict`
 */
export const amend = (desk: Desk, member: Member, read: Read, input: unknown) =>
  onRating(desk, member, read, async (rating, scale, act) => {
    const change = amendRating(rating, scale, input, act)
    if (isEmpty(change)) return []
    demandRevision(rating, read.revision)
    return [change, ...(await unsettled(desk, change, act))]
  })

type Verb = (rating: Rating, scale: Rating[], act: Act) => Change

/** A step that takes nothing but a click. */
const step = (verb: string, decide: Verb) => (desk: Desk, member: Member, read: Read) =>
  onRating(desk, member, read, async (rating, scale, act) => {
    const twice = { revision: read.revision, verbs: [verb], member }
    if (await sentTwice(desk, 'rating', rating, twice)) return []
    demandRevision(rating, read.revision)
    return [decide(rating, scale, act)]
  })

/** @throws Refusal as `retireRating` does; `not_found`, `conflict` */
export const retire = step('retire', retireRating)

/** @throws Refusal as `restoreRating` does; `not_found`, `conflict` */
export const restore = step('restore', restoreRating)
