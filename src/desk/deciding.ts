import type { Claim } from '../domain/claim.ts'
import type { Change, Kind, SealedEntry, Subject, Value } from '../domain/ledger.ts'
import type { Act, Member } from '../domain/member.ts'
import type { Standing } from '../domain/moving.ts'
import type { Reading } from '../domain/reading.ts'
import { Refusal } from '../domain/refusal.ts'
import { publicStatuses } from '../domain/status.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Desk } from './open.ts'

/** A claim with what every decision on it asks for. */
export type Found = {
  claim: Claim
  versions: Verdict[]
  standing: Standing & { lastPublic: number; readings: Reading[] }
}

/** A subject as the person who decides saw it. */
export type Read = { id: string; revision: number }

export const actOf = (desk: Desk, member: Member): Act => ({ member, at: desk.now() })

/** How a claim's versions stand: the one at work, the one that is public, the newest that ever was. */
export const standingOf = (versions: Verdict[], readings: Reading[] = []): Found['standing'] => ({
  readings,
  working: versions.find(({ status }) => status === 'draft' || status === 'proposed') ?? null,
  publicVerdict: versions.find(({ status }) => status === 'published') ?? null,
  lastPublic: Math.max(
    0,
    ...versions.filter(({ status }) => publicStatuses.includes(status)).map(({ number }) => number),
  ),
})

/** @throws Refusal `not_found` */
export function known<T>(found: T | null): T {
  if (found === null) throw new Refusal('not_found')
  return found
}

/** @throws Refusal `not_found` */
export async function findClaim({ store }: Desk, id: string): Promise<Found> {
  const [claim, versions, readings] = await Promise.all([
    store.claims.find(id),
    store.verdicts.of([id]),
    store.readings.of([id]),
  ])
  const standing = standingOf(versions, readings)
  const isBlind = standing.working?.mode === 'blind'
  const holders = isBlind ? await store.ledger.holders([id]) : null
  return {
    claim: known(claim),
    versions,
    standing: { ...standing, holders: holders?.get(id) ?? [] },
  }
}

/**
 * Whether a form that was already carried out came a second time: the subject stands one revision
 * after the one that was read, and it was this person who moved it so, with this verb.
 * @returns the entry that says so, or null
 */
export async function sentTwice(
  { store }: Desk,
  kind: Kind,
  subject: Subject,
  read: { revision: number; verbs: readonly string[]; member: Member },
): Promise<SealedEntry | null> {
  if (subject.revision !== read.revision + 1) return null
  const [last] = await store.ledger.ofSubject(kind, subject.id, 1)
  return last?.actor === read.member.id && read.verbs.includes(last.verb) ? last : null
}

/** Whether a form says what is there already, field by field; lines and blanks at the ends aside. */
export const says = (input: unknown, there: Record<string, Value>): boolean =>
  Object.entries(there).every(([name, value]) => {
    const said = typeof input === 'object' && input ? Reflect.get(input, name) : undefined
    return plain(said) === plain(value)
  })

/**
 * A claim that a form has made already.
 * @throws Refusal `conflict` where the form says something else now: it was sent, and then changed
 */
export function sameClaim(claim: Claim | null, input: unknown): Claim | null {
  if (claim?.revision === 1 && !says(input, { statement: claim.statement })) {
    throw new Refusal('conflict')
  }
  return claim
}

const plain = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(plain).join('\n')
    : String(value ?? '')
        .replaceAll('\r\n', '\n')
        .trim()

/** @throws Refusal `conflict` where somebody saved since */
export function demandRevision(subject: Subject, revision: number): void {
  if (subject.revision !== revision) throw new Refusal('conflict')
}

/** Whether a change would change nothing: what is there already says this. */
export const isEmpty = ({ entry }: Change): boolean => Object.keys(entry.change).length === 0

/**
 * Saves something new, whose id the form was given: the same form again finds it there.
 * @param find whether it is there
 */
export async function once(
  find: () => Promise<unknown>,
  save: () => Promise<unknown>,
): Promise<void> {
  if (await find()) return
  try {
    await save()
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'conflict' && (await find()))) throw error
  }
}

/** A decision that leaves the claim itself alone holds only while the claim is as it was read. */
export const guarding = ({ claim }: Found, changes: Change[]) => ({
  guards: changes.some(({ kind }) => kind === 'claim')
    ? []
    : [{ kind: 'claim' as const, subject: claim }],
})
