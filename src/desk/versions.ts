import { type Difference, difference, type Fields, follow, type Subject } from '../domain/ledger.ts'
import { demand, has, type Member } from '../domain/member.ts'
import { asForm, readRestoring, restorable, restoring } from '../domain/restoring.ts'
import { openStages } from '../domain/stage.ts'
import { publicStatuses } from '../domain/status.ts'
import { demandStep } from '../domain/verdict.ts'
import { redescribeArticle } from './articles.ts'
import { findClaim, known, type Read } from './deciding.ts'
import { reviseEvidence } from './evidence.ts'
import { findStoried, type Storied } from './history.ts'
import { callingOf } from './history-names.ts'
import { differing, toldChanges } from './history-words.ts'
import type { Desk } from './open.ts'
import { saveDraft } from './verdicts.ts'
import { reword } from './wording.ts'

type State = Subject & Fields

/**
 * A subject as it was at each of two revisions: its life is read once, a few entries at a time.
 * @throws Refusal `not_found` where it had no such revision
 */
async function statesOf({ store }: Desk, of: Storied, id: string, at: readonly number[]) {
  const states = new Map<number, State>()
  let state: State | null = null
  for await (const entry of store.stories.life(of, id, 1, Math.max(...at))) {
    state = follow(state, entry)
    if (at.includes(entry.revision)) states.set(entry.revision, state)
  }
  return (revision: number) => known(states.get(revision) ?? null)
}

/** Who made a revision, and when. */
async function madeBy({ store }: Desk, of: Storied, id: string, revision: number) {
  const { at, actor } = known(await store.stories.entry(of, id, revision))
  return { revision, at, actor }
}

/** Why nothing can be restored here now, or null where it can. */
export type Closed = 'forbidden' | 'stage' | 'proposed' | 'published' | null

async function closedFor(
  desk: Desk,
  member: Member,
  { of, subject, claim }: Awaited<ReturnType<typeof findStoried>>,
): Promise<Closed> {
  if (!has(member, 'checker')) return 'forbidden'
  if (of === 'verdict') {
    const status = (await desk.store.verdicts.find(subject.id))?.status ?? 'draft'
    if (publicStatuses.includes(status)) return 'published'
    if (status === 'proposed') return 'proposed'
    return claim?.stage === 'checking' ? null : 'stage'
  }
  return claim === null || openStages.includes(claim.stage) ? null : 'stage'
}

/**
 * Two versions of one thing, field by field, and what of the older ones could be restored.
 * @param at the revisions, the older one first
 * @throws Refusal `not_found`
 */
export async function compareVersions(
  desk: Desk,
  member: Member,
  { of, id }: { of: Storied; id: string },
  at: { a: number; b: number },
) {
  const storied = await findStoried(desk, member, of, id)
  const { revision } = storied.subject
  const state = await statesOf(desk, of, id, [at.a, at.b, revision])
  const [was, is, now] = [state(at.a), state(at.b), state(revision)]
  const differ = differing(desk)
  const between = (one: State, other: State): Difference => difference(one, other)
  const told = await toldChanges(desk, member, { kind: of, change: between(was, is) }, differ)
  const same = await toldChanges(desk, member, { kind: of, change: shared(was, is) }, differ)
  const [older, newer] = await Promise.all([madeBy(desk, of, id, at.a), madeBy(desk, of, id, at.b)])
  const spoken = [was, is].map((one) => ({
    ...{ actor: older.actor, kind: of, subject: id, claim: storied.claim?.id ?? null },
    change: between({ id, revision: 0 }, one),
  }))
  const others = (one: State) =>
    restorable[of].filter((field) => between(now, one)[field] !== undefined)
  return {
    ...storied,
    older: { ...older, restores: others(was) },
    newer: { ...newer, restores: others(is) },
    told,
    same,
    closed: await closedFor(desk, member, storied),
    calling: await callingOf(desk, spoken, [older.actor, newer.actor]),
  }
}

/** The fields in which two states are alike, as if they had come from nothing. */
const shared = (was: State, is: State): Difference => {
  const apart = difference(was, is)
  const rest = Object.entries(is).filter(([field, value]) => !(field in apart) && value !== null)
  return Object.fromEntries(rest.map(([field, value]) => [field, [null, value]]))
}

/** A desk on which what is saved of one subject is said to restore an earlier revision of it. */
const restoringOn = (desk: Desk, mark: ReturnType<typeof restoring>): Desk => ({
  ...desk,
  store: { ...desk.store, save: (changes, extra) => desk.store.save(changes.map(mark), extra) },
})

/**
 * Says again what was said at an earlier revision: by the same verbs as whoever writes it anew, so that
 * whatever they refuse is refused here. The same form again finds nothing left to restore.
 * @throws Refusal `forbidden`, `not_found`, `invalid`, `conflict`; `wrong_stage`, `wrong_status`, and as
 *   `reword`, `redescribeArticle`, `reviseEvidence` and `saveDraft` do
 */
export async function restoreVersion(
  desk: Desk,
  member: Member,
  of: Storied,
  read: Read,
  input: unknown,
): Promise<void> {
  demand(member, 'checker')
  const wanted = readRestoring(of, input)
  const { subject, claim } = await findStoried(desk, member, of, read.id)
  const state = await statesOf(desk, of, read.id, [wanted.restore, subject.revision])
  const form = asForm(of, state(subject.revision), state(wanted.restore), wanted)
  const on = restoringOn(desk, restoring({ kind: of, id: read.id }, wanted))
  if (of === 'claim') return reword(on, member, read, form)
  if (of === 'article') return redescribeArticle(on, member, read.id, read.revision, form)
  if (of === 'evidence') return reviseEvidence(on, member, read, form)
  const found = await findClaim(desk, known(claim).id)
  // A version that is not at work is never written on: saving would begin another one.
  demandStep('draft', known(await desk.store.verdicts.find(read.id)))
  const sheet = { claim: found.claim, verdictRevision: read.revision, newId: read.id }
  return saveDraft(on, member, sheet, form)
}
