import { z } from 'zod'
import { type Claim, topics } from './claim.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { day, optional, parse } from './parse.ts'
import { Refusal } from './refusal.ts'

const planInput = z.object({ topics, dueOn: day, why: optional(500), waitsFor: optional(500) })

/** A desk plans for months; a day further off is a slip. */
const FARTHEST_YEARS = 5

function demandDue(dueOn: string, at: string): void {
  const yesterday = new Date(Date.parse(at) - 86_400_000).toISOString().slice(0, 10)
  const farthest = `${Number(at.slice(0, 4)) + FARTHEST_YEARS}${at.slice(4, 10)}`
  const code = dueOn < yesterday ? 'in_the_past' : dueOn > farthest ? 'too_far' : null
  if (code)
    throw new Refusal('invalid', { fields: { dueOn: { code, values: { max: FARTHEST_YEARS } } } })
}

/** Whether a plan changes what a reviewer reads: topics are published with the verdict. */
export const changesTopics = ({ entry }: Change): boolean => entry.change.topics !== undefined

/**
 * Plans the work on a claim, at whatever stage it is: what it is about, by when, why, and what it
 * waits for. The caller adds `unsettle` where `changesTopics` and a proposal was being read.
 * @throws Refusal `forbidden`; `invalid`, also for a new day that is past or years away
 */
export function planClaim(claim: Claim, input: unknown, act: Act): Change {
  demand(act.member, 'checker')
  const plan = parse(planInput, input)
  if (plan.dueOn && plan.dueOn !== claim.dueOn) demandDue(plan.dueOn, act.at)
  return record('claim', 'plan', act, claim, { ...claim, ...plan }, { claim: claim.id })
}
