import { demand, type Member } from '../../domain/member.ts'
import { dissentOn, readingOf, readingState } from '../../domain/reading-state.ts'
import { Refusal } from '../../domain/refusal.ts'
import { maySee } from '../../domain/veil.ts'
import type { Verdict, Written } from '../../domain/verdict.ts'
import { findClaim, known } from '../deciding.ts'
import { findStoried } from '../history.ts'
import type { Desk } from '../open.ts'
import { originalsOf } from '../reuse.ts'
import { readDispute } from '../second-reading.ts'
import { readDraft } from '../verdicts.ts'

/** What people are called whom these versions name. */
async function namesIn({ store }: Desk, verdicts: Verdict[]) {
  const people = verdicts.flatMap(({ author, writers, reviewer }) => [
    ...[author, ...writers],
    ...(reviewer ? [reviewer] : []),
  ])
  return store.people.names([...new Set(people)])
}

/** The versions on a claim that a member may see, oldest first. @throws Refusal `not_found` */
export async function verdictsSeen(desk: Desk, member: Member, id: string) {
  const { claim, versions, standing } = await findClaim(desk, id)
  const veil = { assignee: claim.assignee, readings: standing.readings }
  const verdicts = versions.filter((one) => maySee(one, member, veil))
  return { verdicts, names: await namesIn(desk, verdicts) }
}

/** @throws Refusal `not_found`, also for a version that this member may not see */
export async function verdictSeen(desk: Desk, member: Member, id: string) {
  await findStoried(desk, member, 'verdict', id)
  const verdict = known(await desk.store.verdicts.find(id))
  return { verdict, names: await namesIn(desk, [verdict]) }
}

/**
 * What a version of a verdict on a claim begins with: what is written of it, or what is public, of which the
 * plan for the next look and the word for its findings are not taken over; and what it still lacks.
 * @throws Refusal `forbidden`, `not_found`
 */
export async function draftSeen(desk: Desk, member: Member, id: string) {
  demand(member, 'checker')
  const { working, begun: from, look, missing } = await readDraft(desk, member, id)
  const begun: Written = working ?? { ...from, recheckOn: null, findingsWord: null }
  const names = await namesIn(desk, working ? [working] : [])
  return { working, begun, names, missing: Object.keys(missing), findings: look(begun) }
}

/**
 * The second reading of the version at work, and what has come of it.
 * @throws Refusal `forbidden`; `not_found`, also for whoever may not see that version
 */
export async function secondReadingOf(desk: Desk, member: Member, id: string) {
  demand(member, 'checker')
  const { claim, standing } = await findClaim(desk, id)
  const { working, readings } = standing
  const veil = { assignee: claim.assignee, readings }
  const version = known(working && maySee(working, member, veil) ? working : null)
  const reading = readingOf(version, readings)
  const dissent = dissentOn(version, readings)
  const people = [reading, dissent].flatMap((one) => one ?? [])
  const names = await desk.store.people.names([
    ...new Set(people.flatMap(({ reader, adjudicator }) => [reader, adjudicator ?? reader])),
  ])
  return { state: readingState(version, readings), reading, dissent, names }
}

/**
 * How the verdict stands that a version took over.
 * @throws Refusal `not_found`, also where it took over none
 */
export async function originalOfVerdict(desk: Desk, member: Member, id: string) {
  const { verdict } = await verdictSeen(desk, member, id)
  const found = known((await originalsOf(desk, [verdict]))[id] ?? null)
  const { state, since, key, claim, taken, newest } = found
  return { state, since, seen: key, claim: claim.id, taken: taken.id, newest: newest.id }
}

/**
 * A proposal and the blind reading that differs from it.
 * @throws Refusal `not_found` where the two do not differ; else as `readDispute` does
 */
export async function disputeSeen(desk: Desk, member: Member, id: string) {
  const { first, second, names } = await readDispute(desk, member, id).catch((error) => {
    throw error instanceof Refusal && error.code === 'wrong_stage'
      ? new Refusal('not_found')
      : error
  })
  return { first, second, names: { ...names, ...(await namesIn(desk, [first])) } }
}
