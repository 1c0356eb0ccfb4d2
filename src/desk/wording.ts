import { type Claim, rewordClaim } from '../domain/claim.ts'
import type { Change } from '../domain/ledger.ts'
import { demand, type Member } from '../domain/member.ts'
import { changesTopics, planClaim } from '../domain/plan.ts'
import { unsettle } from '../domain/review.ts'
import { splitClaim } from '../domain/split.ts'
import { lapsing } from '../domain/ways.ts'
import {
  actOf,
  demandRevision,
  findClaim,
  isEmpty,
  known,
  type Read,
  says,
  sentTwice,
} from './deciding.ts'
import type { Desk } from './open.ts'
import { tell } from './telling.ts'

/**
 * Rewords a claim. A proposal that is being read goes back to `checking`.
 * @throws Refusal `forbidden`, `not_found`, `wrong_stage`, `invalid`; `conflict`
 */
export async function reword(desk: Desk, member: Member, read: Read, input: unknown) {
  demand(member, 'checker')
  const found = await findClaim(desk, read.id)
  const act = actOf(desk, member)
  const change = rewordClaim(found.claim, input, act)
  if (isEmpty(change)) return
  demandRevision(found.claim, read.revision)
  const unsettled = unsettle(found.claim, found.standing, act)
  const changes = onTop(unsettled, found.claim, (claim) => [rewordClaim(claim, input, act)])
  await tell(desk, found, lapsing(changes, found.claim, found.standing, act))
}

/**
 * Splits a compound claim in one step. A proposal that is being read goes back to `checking`.
 * @throws Refusal as `splitClaim` does; `not_found`, `conflict`
 */
export async function split(desk: Desk, member: Member, read: Read, input: unknown) {
  demand(member, 'checker')
  const found = await findClaim(desk, read.id)
  const twice = { ...read, verbs: ['split'], member }
  const again = await sentTwice(desk, 'claim', found.claim, twice)
  if (again && says(input, { statement1: found.claim.statement })) return
  demandRevision(found.claim, read.revision)
  const act = actOf(desk, member)
  const appearances = await desk.store.claims.appearances([read.id])
  const about = { standing: found.standing, appearances }
  const changes = onTop(unsettle(found.claim, found.standing, act), found.claim, (claim) =>
    splitClaim(claim, about, input, desk.newId, act),
  )
  await tell(desk, found, lapsing(changes, found.claim, found.standing, act))
}

/**
 * Plans the work on a claim: topics, due day, why it is checked, what it waits for. New topics are
 * published with the verdict: a proposal that is being read goes back to `checking`.
 * @throws Refusal as `planClaim` does; `not_found`, `conflict`
 */
export async function plan(desk: Desk, member: Member, read: Read, input: unknown) {
  demand(member, 'checker')
  const [{ claim, standing }, present] = await Promise.all([
    findClaim(desk, read.id),
    desk.store.desks.find(),
  ])
  const act = actOf(desk, member)
  const decide = (now: Claim) => planClaim(now, known(present), input, act)
  const change = decide(claim)
  if (isEmpty(change)) return
  demandRevision(claim, read.revision)
  const isRead = claim.stage === 'in_review' && changesTopics(change)
  const unsettled = isRead ? unsettle(claim, standing, act) : []
  await desk.store.save(onTop(unsettled, claim, (now) => [decide(now)]))
}

/** Two decisions on one claim in one save: the second stands on what the first left. */
function onTop(first: Change[], claim: Claim, then: (claim: Claim) => Change[]): Change[] {
  const moved = first.find(({ kind }) => kind === 'claim')
  return [...first, ...then(moved ? { ...claim, ...moved.after } : claim)]
}
