import type { Claim } from './claim.ts'
import { type Change, difference, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { demandMove, move, type Standing } from './moving.ts'
import { parse } from './parse.ts'
import type { Rating } from './rating.ts'
import { type FieldErrors, Refusal } from './refusal.ts'
import { demandStep, emptyVerdict, type Verdict, verdictInput } from './verdict.ts'

/** What a verdict is written on: the version at work, the scale, and where a new one would stand. */
export type Desk = {
  claim: Claim
  standing: Standing
  scale: Rating[]
  /** Id and number of the version to begin, where none is at work. */
  fresh: { id: string; number: number }
}

/** The version as written, by somebody who thereby is one of its writers. */
function write(desk: Desk, input: unknown, act: Act): { before: Verdict | null; after: Verdict } {
  const read = parse(verdictInput, input)
  const choice = desk.scale.find(({ id }) => id === read.rating)
  const before = desk.standing.working
  if (read.rating && (!choice || (choice.retiredAt && before?.rating !== choice.id))) {
    throw new Refusal('invalid', { fields: { rating: { code: 'unknown_choice' } } })
  }
  const { id, number } = desk.fresh
  const base = before ?? emptyVerdict(id, desk.claim.id, number, act.member.id)
  const after = { ...base, ...read }
  const wrote = before === null || Object.keys(difference(before, after)).length > 0
  const writers = wrote ? [...new Set([...base.writers, act.member.id])] : base.writers
  return { before, after: { ...after, writers } }
}

/**
 * Keeps what was written so far.
 * @throws Refusal `forbidden`; `wrong_stage` unless the claim is being checked; `wrong_status`;
 *   `invalid`
 */
export function draftVerdict(desk: Desk, input: unknown, act: Act): Change[] {
  demand(act.member, 'checker')
  if (desk.claim.stage !== 'checking') {
    throw new Refusal('wrong_stage', { values: { move: 'draft', stage: desk.claim.stage } })
  }
  demandStep('draft', desk.standing.working)
  const { before, after } = write(desk, input, act)
  if (before && Object.keys(difference(before, after)).length === 0) return []
  return [record('verdict', 'draft', act, before, after, { claim: desk.claim.id })]
}

/** What a proposal still lacks, field by field. `grounds`: usable evidence or a search record. */
export function missing(
  verdict: Pick<Verdict, 'rating' | 'conclusion' | 'rationale'>,
  grounds: boolean,
) {
  const fields: FieldErrors = {}
  if (!verdict.rating) fields.rating = { code: 'required' }
  if (!verdict.conclusion) fields.conclusion = { code: 'required' }
  if (!verdict.rationale) fields.rationale = { code: 'required' }
  if (!grounds) fields.evidence = { code: 'no_grounds' }
  return fields
}

/**
 * Puts a verdict before a colleague: saves what is written, and hands it over.
 * @param grounds whether the claim has usable evidence or a search record
 * @throws Refusal `forbidden`, `wrong_stage`, `wrong_status`; `incomplete` with what is missing;
 *   `invalid`
 */
export function proposeVerdict(desk: Desk, input: unknown, grounds: boolean, act: Act): Change[] {
  const { claim, standing } = desk
  demandMove('propose', claim, standing, act)
  demandStep('propose', standing.working)
  const { before, after } = write(desk, input, act)
  const fields = missing(after, grounds)
  if (Object.keys(fields).length > 0) throw new Refusal('incomplete', { fields })
  // A colleague who returned it has not read this text.
  const proposed: Verdict = { ...after, status: 'proposed', author: act.member.id, reviewer: null }
  return [
    move('propose', claim, act),
    record('verdict', 'propose', act, before, proposed, { claim: claim.id }),
  ]
}
