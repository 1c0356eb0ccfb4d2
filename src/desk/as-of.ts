import { readingFor } from '../domain/desk.ts'
import { seenFrom } from '../domain/linking.ts'
import { type Member, onlyReading } from '../domain/member.ts'
import { readMoment } from '../domain/moment.ts'
import { hindrances } from '../domain/moving.ts'
import { inOrder } from '../domain/rating.ts'
import { awaitsReader } from '../domain/typo.ts'
import { maySee, veiled } from '../domain/veil.ts'
import type { Verdict } from '../domain/verdict.ts'
import { known, standingOf } from './deciding.ts'
import { keptOf } from './evidence-snapshots.ts'
import { linkedAs, makersOf } from './linking.ts'
import type { Desk } from './open.ts'
import { placesOf } from './places.ts'
import { proofsOf } from './proofs.ts'
import { figuresBeside } from './quoted-figures.ts'
import { HISTORY, mentioned, type readClaim, secondReading } from './reading.ts'
import { standingAmong } from './reuse.ts'

type ReadClaim = Awaited<ReturnType<typeof readClaim>>

/** A claim at a moment: as it stood; or that it was not there yet, and since when it is. */
type AsOf = { moment: string } & ({ read: ReadClaim } | { since: string })

/** In the order in which they came. */
const byTime =
  <T extends { id: string }>(at: (one: T) => string) =>
  (a: T, b: T): number =>
    at(a) < at(b) || (at(a) === at(b) && a.id < b.id) ? -1 : 1

/** What was a part of a claim at a place in the ledger, each part in the order that the page has. */
async function partsOf({ store: { past } }: Desk, claim: string, cursor: number) {
  const [appearances, evidence, searches, contacts, versions, readings, drifts] = await Promise.all(
    [
      past.everOf('appearance', [claim], cursor),
      past.everOf('evidence', [claim], cursor),
      past.everOf('search_record', [claim], cursor),
      past.everOf('contact', [claim], cursor),
      past.everOf('verdict', [claim], cursor),
      past.everOf('reading', [claim], cursor),
      past.everOf('drift', [claim], cursor),
    ],
  )
  const added = byTime(({ addedAt }: { id: string; addedAt: string }) => addedAt)
  return {
    // One that has moved to another claim since was here; one that had moved away was not.
    appearances: appearances.filter((one) => one.claim === claim).sort(added),
    evidence: evidence.sort((a, b) => a.number - b.number),
    searches: searches.sort(added),
    contacts: contacts.sort(added),
    versions: versions.sort((a, b) => a.number - b.number),
    readings: readings.sort(byTime(({ filedAt }) => filedAt)),
    drifts: drifts.filter(({ settledAt }) => !settledAt).sort(byTime(({ openedAt }) => openedAt)),
  }
}

type Parts = Omit<Awaited<ReturnType<typeof partsOf>>, 'readings'>

/** The versions that a member may not see: what is hidden today, or was not theirs to see as it was. */
async function unseenBy(member: Member, { store }: Desk, claim: string, { versions }: Parts) {
  const [now, readings, present] = await Promise.all([
    store.claims.find(claim),
    store.readings.of([claim]),
    store.verdicts.of([claim]),
  ])
  const veil = { assignee: now?.assignee ?? null, readings }
  const hidden = [...versions, ...present].filter((one) => !maySee(one, member, veil))
  return new Set(hidden.map(({ id }) => id))
}

/** The claims that a claim speaks of: that survives it, that it was split from, that were split from it. */
async function kinOf(
  { store }: Desk,
  claim: { id: string; duplicateOf: string | null; splitFrom: string | null },
  cursor: number,
) {
  const { duplicateOf, splitFrom } = claim
  const parts = (await store.claims.splitFrom(claim.id)).map(({ id }) => id)
  const ids = [duplicateOf, splitFrom, ...parts].flatMap((id) => id ?? [])
  const all = new Map((await store.past.these('claim', ids, cursor)).map((one) => [one.id, one]))
  return {
    duplicateOf: all.get(duplicateOf ?? '') ?? null,
    splitFrom: all.get(splitFrom ?? '') ?? null,
    parts: parts.flatMap((id) => all.get(id) ?? []),
  }
}

/** How the claim stood to others, with what was public on them then. */
async function linksAt(desk: Desk, claim: string, cursor: number) {
  const { past, links: present } = desk.store
  const ever = await past.these('link', await present.everAbout(claim), cursor)
  const links = ever.filter(({ endedAt }) => !endedAt).sort(byTime(({ addedAt }) => addedAt))
  const ids = links.map((one) => seenFrom(one, claim).other)
  const [claims, versions, makers] = await Promise.all([
    past.these('claim', ids, cursor),
    past.everOf('verdict', ids, cursor),
    makersOf(desk, links),
  ])
  return linkedAs(claim, { links, claims, versions, makers })
}

/** How the verdicts stood that these had taken over. */
async function originalsAt({ store: { past } }: Desk, reuses: Verdict[], cursor: number) {
  const taken = reuses.flatMap(({ reusedFrom }) => reusedFrom ?? [])
  const ids = (await past.these('verdict', taken, cursor)).map(({ claim }) => claim)
  const [claims, versions] = await Promise.all([
    past.these('claim', ids, cursor),
    past.everOf('verdict', ids, cursor),
  ])
  versions.sort((a, b) => a.number - b.number)
  return standingAmong(reuses, { versions, claims, last: [] })
}

/** @returns null where the claim was not there yet */
async function readAt(
  desk: Desk,
  member: Member,
  id: string,
  cursor: number,
): Promise<ReadClaim | null> {
  const { store } = desk
  const [claim] = await store.past.these('claim', [id], cursor)
  if (!claim) return null
  const { readings, ...parts } = await partsOf(desk, id, cursor)
  const { versions, evidence } = parts
  const [unseen, entries, scale, desks] = await Promise.all([
    unseenBy(member, desk, id, parts),
    store.ledger.ofClaim(id, HISTORY, cursor),
    store.past.every('rating', cursor),
    store.past.every('desk', cursor),
  ])
  const standing = standingOf(versions, readings)
  const seen = versions.filter((one) => !unseen.has(one.id))
  const hidden = standing.working !== null && unseen.has(standing.working.id)
  const working = hidden ? null : standing.working
  const told = standing.publicVerdict
  const links = await linksAt(desk, id, cursor)
  const people = [
    ...mentioned(entries),
    ...versions.flatMap(({ author, reviewer }) => [author, reviewer ?? author]),
    ...readings.map(({ reader }) => reader),
    ...(claim.assignee ? [claim.assignee] : []),
    ...links.flatMap(({ by }) => by ?? []),
  ]
  return {
    ...parts,
    claim,
    appearances: await placesOf(desk, parts.appearances, cursor),
    proofs: await proofsOf(desk, evidence),
    figures: figuresBeside(claim, evidence),
    kept: await keptOf(desk, evidence, cursor),
    versions: seen,
    originals: await originalsAt(desk, seen, cursor),
    reusable: [],
    working,
    workingHidden: hidden,
    second: secondReading(working, readings, desks[0] ? readingFor(desks[0], claim) : null),
    told,
    everPublic: standing.lastPublic > 0,
    awaitsReader: told !== null && awaitsReader(told),
    scale: inOrder(scale),
    history: veiled(entries, unseen, member),
    names: await store.people.names([...new Set(people)]),
    ...(await kinOf(desk, claim, cursor)),
    // What comes next, and for whom, is no part of what is past.
    moves: hindrances(claim, standing, { member: onlyReading(member) }),
    changes: null,
    missing: {},
    look: null,
    outgoing: null,
    colleagues: [],
    chosen: [],
    links,
  }
}

/**
 * A claim with everything its page shows, as it stood at a moment: the entries up to then, folded. What
 * a member may not see today they do not see of the past either.
 * @param asOf the moment, as it was asked for
 * @throws Refusal `not_found`; `invalid` where `asOf` is no moment, or is to come
 */
export async function readClaimAsOf(
  desk: Desk,
  member: Member,
  id: string,
  asOf: string,
): Promise<AsOf> {
  const moment = readMoment(asOf, { timeZone: desk.timeZone, now: desk.now() })
  const since = known(await desk.store.past.bornAt('claim', id))
  const read = await readAt(desk, member, id, await desk.store.past.cursorAt(moment))
  return read ? { moment, read } : { moment, since }
}
