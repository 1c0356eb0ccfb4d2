import { readingFor } from '../domain/desk.ts'
import { missing } from '../domain/drafting.ts'
import type { SealedEntry } from '../domain/ledger.ts'
import { has, type Member } from '../domain/member.ts'
import { hindrances } from '../domain/moving.ts'
import type { Reading, ReadingMode } from '../domain/reading.ts'
import { dissentOn, readingOf, readingState } from '../domain/reading-state.ts'
import { awaitsReader } from '../domain/typo.ts'
import { maySee, veiled } from '../domain/veil.ts'
import type { Verdict } from '../domain/verdict.ts'
import { changesIn } from './changes.ts'
import { findClaim } from './deciding.ts'
import { keptOf } from './evidence-snapshots.ts'
import { linkedOn } from './linking.ts'
import { goingOut, lookAt } from './looking.ts'
import type { Desk } from './open.ts'
import { placesOf } from './places.ts'
import { proofsOf } from './proofs.ts'
import { figuresBeside } from './quoted-figures.ts'
import { originalsOf, reusable } from './reuse.ts'

export const HISTORY = 200

/** People who can be given work, by name. */
async function colleagues({ store }: Desk) {
  const all = await store.people.list()
  const able = all.filter(({ person }) => !person.deactivatedAt && has(person, 'checker'))
  return able.map(({ person, name }) => ({ id: person.id, name }))
}

/** Everybody whom these entries, and what they changed, speak of. */
export const mentioned = (entries: SealedEntry[]): string[] => {
  const people = new Set<string>()
  for (const { actor, change } of entries) {
    people.add(actor)
    const { assignee, author, reviewer, reader, adjudicator } = change
    for (const value of [assignee, author, reviewer, reader, adjudicator].flat()) {
      if (typeof value === 'string') people.add(value)
    }
  }
  return [...people]
}

/**
 * What has come of the second reading of a version that somebody may see; and whether others could see it
 * before it was to be read blind, so that it is read by two.
 * @param asked how the desk has verdicts on this claim read
 */
export const secondReading = (
  working: Verdict | null,
  readings: Reading[],
  asked: ReadingMode | null,
) =>
  working && {
    state: readingState(working, readings),
    reading: readingOf(working, readings),
    dissent: dissentOn(working, readings),
    wasSeen: asked === 'blind' && working.mode === 'two_readers',
  }

/**
 * A claim with everything its page shows, and what this member may do now. Which others are like it, the
 * page asks for once it is there: that takes a while.
 * @param chosen other claims (ids) that are named already to set it aside for, or to link it to
 * @throws Refusal `not_found`
 */
export async function readClaim(desk: Desk, member: Member, id: string, chosen: string[] = []) {
  const { store } = desk
  const found = await findClaim(desk, id)
  const { claim, standing, versions } = found
  const [appearances, evidence, searches, contacts, entries, scale, able, present] =
    await Promise.all([
      store.claims.appearances([id]),
      store.claims.evidence([id]),
      store.claims.searchRecords(id),
      store.claims.contacts(id),
      store.ledger.ofClaim(id, HISTORY),
      store.desks.scale(),
      colleagues(desk),
      store.desks.find(),
    ])
  const { readings } = standing
  const veil = { assignee: claim.assignee, readings }
  const unseen = versions.filter((one) => !maySee(one, member, veil)).map(({ id }) => id)
  const seen = versions.filter(({ id }) => !unseen.includes(id))
  const hidden = standing.working !== null && unseen.includes(standing.working.id)
  const working = hidden ? null : standing.working
  const told = standing.publicVerdict
  // Where no version is at work, a new one begins with the words that are public.
  const begun = working ?? told ?? { rating: null, conclusion: '', rationale: '' }
  const links = await linkedOn(desk, id)
  const people = [
    ...mentioned(entries),
    ...versions.flatMap(({ author, reviewer }) => [author, reviewer ?? author]),
    ...readings.map(({ reader }) => reader),
    ...(claim.assignee ? [claim.assignee] : []),
    ...links.flatMap(({ by }) => by ?? []),
  ]
  const moves = hindrances(claim, standing, { member })
  const places = await placesOf(desk, appearances)
  const proofs = await proofsOf(desk, evidence)
  const drifts = await store.drifts.openOn([id])
  const others = chosen.length ? await store.claims.byIds(chosen.filter((one) => one !== id)) : []
  return {
    claim,
    appearances: places,
    evidence,
    proofs,
    figures: figuresBeside(claim, evidence),
    kept: await keptOf(desk, evidence),
    drifts,
    searches,
    contacts,
    versions: seen,
    originals: await originalsOf(desk, seen),
    reusable: links.some(({ sense }) => sense === 'same_as')
      ? await reusable(desk, member, found)
      : [],
    working,
    workingHidden: hidden,
    second: secondReading(working, readings, present && readingFor(present, claim)),
    told,
    everPublic: standing.lastPublic > 0,
    changes: working ? await changesIn(desk, found) : null,
    awaitsReader: told !== null && awaitsReader(told),
    scale,
    history: veiled(entries, new Set(unseen), member),
    names: await store.people.names([...new Set(people)]),
    moves,
    missing: missing(begun, { evidence, searched: searches.length > 0 }),
    // What is asked about a verdict at work is for those who may see it, and may answer.
    look: has(member, 'checker')
      ? lookAt({ claim, places, evidence, proofs, drifts, searches, contacts, scale })
      : null,
    outgoing: has(member, 'checker') ? goingOut(desk, { claim, places, scale, present }) : null,
    colleagues: able,
    duplicateOf: claim.duplicateOf ? await store.claims.find(claim.duplicateOf) : null,
    splitFrom: claim.splitFrom ? await store.claims.find(claim.splitFrom) : null,
    parts: await store.claims.splitFrom(id),
    chosen: others,
    links,
  }
}
