import { readingFor } from '../domain/desk.ts'
import { sameAs } from '../domain/linking.ts'
import { demand, has, type Member } from '../domain/member.ts'
import { seesWork } from '../domain/moving.ts'
import { type OriginalStanding, originalOf, standBy } from '../domain/original.ts'
import { id } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import { isBlank, reuseVerdict } from '../domain/reuse.ts'
import type { Verdict } from '../domain/verdict.ts'
import {
  actOf,
  demandRevision,
  type Found,
  findClaim,
  known,
  type Read,
  says,
  sentTwice,
} from './deciding.ts'
import type { Desk } from './open.ts'
import { tell } from './telling.ts'
import { nextNumber, type Sheet } from './verdicts.ts'

/** The public verdicts on claims that are the same as one, also by way of others. */
async function toldOnSame({ store }: Desk, claim: string): Promise<Verdict[]> {
  const same = sameAs(await store.links.around([claim]), claim)
  const versions = await store.verdicts.of([...same].filter((one) => one !== claim))
  const told = versions.filter(({ status }) => status === 'published')
  // Of those of which one took over the other, the first is the one to take over.
  return told.filter(({ reusedFrom }) => !told.some((one) => one.id === reusedFrom))
}

/**
 * What could be taken over on a claim on which nothing is public and nothing written yet, by somebody
 * who may see that nothing is.
 */
export async function reusable(desk: Desk, member: Member, { claim, standing }: Found) {
  const { working, publicVerdict } = standing
  const isOpen = claim.stage === 'inbox' || claim.stage === 'checking'
  if (!has(member, 'checker') || !isOpen || publicVerdict) return []
  if (!seesWork(claim, standing, member) || (working && !isBlank(working))) return []
  const told = await toldOnSame(desk, claim.id)
  const claims = await desk.store.claims.byIds(told.map((one) => one.claim))
  return told.flatMap((one) => {
    const of = claims.find((each) => each.id === one.claim)
    return of ? [{ claim: of, told: one }] : []
  })
}

/**
 * Takes over the public verdict on a claim that is the same, in one step.
 * @param from the id of the version
 * @throws Refusal as `reuseVerdict` does; `not_found`; `invalid` for a verdict on a claim that is not the
 *   same; `conflict`
 */
export async function reuse(
  desk: Desk,
  member: Member,
  sheet: Sheet,
  from: unknown,
): Promise<void> {
  demand(member, 'checker')
  const { store } = desk
  const found = await findClaim(desk, sheet.claim.id)
  const { claim, standing } = found
  const asked = id.safeParse(from)
  const { working } = standing
  const twice = { revision: sheet.verdictRevision, verbs: ['reuse'], member }
  if (working?.reusedFrom && working.reusedFrom === asked.data) {
    if (await sentTwice(desk, 'verdict', working, twice)) return
  }
  const told = (await toldOnSame(desk, claim.id)).find((one) => one.id === asked.data)
  if (!told) throw new Refusal('invalid', { fields: { from: { code: 'unknown_choice' } } })
  const [of, evidence, scale, present] = await Promise.all([
    store.claims.find(told.claim),
    store.claims.evidence([told.claim, claim.id]),
    store.desks.scale(),
    store.desks.find(),
  ])
  const on = (one: string) => evidence.filter((each) => each.claim === one)
  const original = { claim: known(of), told, evidence: on(told.claim) }
  const fresh = { id: sheet.newId, number: nextNumber(found) }
  const drafting = { claim, standing, scale, fresh, mode: readingFor(known(present), claim) }
  const act = actOf(desk, member)
  const changes = reuseVerdict(drafting, original, on(claim.id), desk.newId, act)
  demandRevision(claim, sheet.claim.revision)
  if ((working?.revision ?? 0) !== sheet.verdictRevision) throw new Refusal('conflict')
  const isMoved = changes.some(({ kind }) => kind === 'claim')
  const guards = [
    { kind: 'verdict' as const, subject: told },
    ...(isMoved ? [] : [{ kind: 'claim' as const, subject: claim }]),
  ]
  await tell(desk, found, changes, { guards })
}

/** How the verdicts stand that these took over, by the id of whichever took it over. */
export async function originalsOf({ store }: Desk, reuses: Verdict[]) {
  const taken = reuses.flatMap(({ reusedFrom }) => reusedFrom ?? [])
  const claims = [...new Set((await store.verdicts.byIds(taken)).map(({ claim }) => claim))]
  const [versions, named] = await Promise.all([
    store.verdicts.of(claims),
    store.claims.byIds(claims),
  ])
  const withdrawn = versions.filter(({ status }) => status === 'withdrawn')
  const last = await store.told.last(withdrawn.map((one) => one.id))
  return standingAmong(reuses, { versions, claims: named, last })
}

type Among = {
  versions: Verdict[]
  claims: Found['claim'][]
  /** What was last told of those that were withdrawn, and when. */
  last: { verdict: string; at: string }[]
}

export type Taken = OriginalStanding & { claim: Found['claim'] }

/** The same among what was read already. */
export function standingAmong(
  reuses: Verdict[],
  { versions, claims, last }: Among,
): Record<string, Taken> {
  const found = reuses.flatMap(({ id, reusedFrom }): [string, Taken][] => {
    const taken = versions.find((one) => one.id === reusedFrom)
    const claim = claims.find((one) => one.id === taken?.claim)
    if (!taken || !claim) return []
    const own = versions.filter((one) => one.claim === claim.id)
    const gone = own.findLast(({ status }) => status === 'withdrawn')
    const at = last.find(({ verdict }) => verdict === gone?.id)?.at ?? null
    const stands = originalOf(taken.id, own, at)
    return stands ? [[id, { ...stands, claim }]] : []
  })
  return Object.fromEntries(found)
}

/**
 * Confirms that a public verdict stands, whatever became of the one that it took over.
 * @throws Refusal as `standBy` does; `not_found` for one that took over nothing; `conflict`
 */
export async function confirmReuse(desk: Desk, member: Member, read: Read, input: unknown) {
  demand(member, 'checker')
  const told = known(await desk.store.verdicts.find(read.id))
  const twice = { revision: read.revision, verbs: ['stand_by'], member }
  const again = await sentTwice(desk, 'verdict', told, twice)
  if (again && says(input, { comment: again.comment, seen: told.originalSeen })) return
  demandRevision(told, read.revision)
  const original = known((await originalsOf(desk, [told]))[told.id] ?? null)
  const change = standBy(told, original, input, actOf(desk, member))
  const guards = [{ kind: 'verdict' as const, subject: original.newest }]
  await desk.store.save([change], { guards })
}
