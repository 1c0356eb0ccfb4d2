import { z } from 'zod'
import { type Claim, topics } from './claim.ts'
import { type Desk, topicsLost } from './desk.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand, has } from './member.ts'
import { day, demandComing, optional, parse } from './parse.ts'
import { Refusal } from './refusal.ts'

/** What a person plans of a claim. */
export const planInput = z.object({
  topics,
  dueOn: day,
  why: optional(500),
  waitsFor: optional(500),
})

/** A desk plans for months; a day further off is a slip. */
const FARTHEST_YEARS = 5

/** Whether a plan changes what a reviewer reads: topics are published with the verdict. */
export const changesTopics = ({ entry }: Change): boolean => entry.change.topics !== undefined

/**
 * Plans the work on a claim, at whatever stage it is: what it is about, by when, why, and what it
 * waits for. The caller adds `unsettle` where `changesTopics` and a proposal was being read.
 * @throws Refusal `forbidden`; `invalid`, also for a new day that is past or years away, and where somebody
 *   who is no editor takes off a topic for which the claim is read more strictly
 */
export function planClaim(claim: Claim, desk: Desk, input: unknown, act: Act): Change {
  demand(act.member, 'checker')
  const plan = parse(planInput, input)
  const { dueOn } = plan
  if (dueOn !== claim.dueOn) demandComing(act.at, { dueOn }, FARTHEST_YEARS)
  const lost = topicsLost(desk, claim.topics, plan.topics)
  if (lost.length > 0 && !has(act.member, 'editor')) {
    const topics = { code: 'topic_lost', values: { topics: lost.join(', ') } } as const
    throw new Refusal('invalid', { fields: { topics } })
  }
  return record('claim', 'plan', act, claim, { ...claim, ...plan }, { claim: claim.id })
}
