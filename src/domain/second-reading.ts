import { z } from 'zod'
import type { Claim } from './claim.ts'
import { type Change, record } from './ledger.ts'
import type { Act } from './member.ts'
import { demandMove, move, type Standing } from './moving.ts'
import { needed, optional, parse } from './parse.ts'
import type { Rating } from './rating.ts'
import type { Reading } from './reading.ts'
import { readingOf } from './reading-state.ts'
import { Refusal } from './refusal.ts'
import { MAX_RATIONALE, step, type Verdict } from './verdict.ts'

export const blindInput = z.object({ rating: needed(60), rationale: needed(MAX_RATIONALE) })
export const signedInput = z.object({ rationale: optional(2000) })
export const decisionInput = z.object({
  outcome: z.enum(['first', 'second']),
  reason: needed(2000),
})

/** The version that is read; `demandMove` has seen that there is one. */
function proposal({ working }: Standing): Verdict {
  if (!working) throw new Refusal('wrong_stage', { values: { stage: 'none' } })
  return working
}

/** What a blind reader concludes: a rating that can be chosen now, and why. */
function concluded(scale: Rating[], input: unknown) {
  const read = parse(blindInput, input)
  if (!scale.some(({ id, retiredAt }) => id === read.rating && !retiredAt)) {
    throw new Refusal('invalid', { fields: { rating: { code: 'unknown_choice' } } })
  }
  return read
}

/**
 * Files a colleague's second reading of what is proposed: a blind one with a rating and a rationale of
 * its own, or a second reader's word that they read it and agree.
 * @throws Refusal `forbidden`; `wrong_stage` where no reading is waited for; `four_eyes` for its writers;
 *   `seen` for whoever holds or held the claim, where it is read blind; `invalid`
 */
export function fileReading(
  { claim, standing, scale }: { claim: Claim; standing: Standing; scale: Rating[] },
  newId: string,
  input: unknown,
  act: Act,
): Change[] {
  demandMove('read', claim, standing, act)
  const { id, mode, revision, rating } = proposal(standing)
  const isBlind = mode === 'blind'
  const said = isBlind
    ? { ...concluded(scale, input), against: rating }
    : { ...parse(signedInput, input), rating: null, against: String(revision) }
  const reading: Reading = {
    id: newId,
    revision: 0,
    claim: claim.id,
    verdict: id,
    reader: act.member.id,
    mode: isBlind ? 'blind' : 'two_readers',
    ...said,
    filedAt: act.at,
    outcome: null,
    adjudicator: null,
    adjudicatedAt: null,
    adjudication: null,
  }
  // The claim moves on with it: of two readings at the same moment, one is filed.
  return [
    move('read', claim, act),
    record('reading', 'file', act, null, reading, { claim: claim.id }),
  ]
}

/**
 * Decides between a proposal and a blind reading that differs from it. Where the first stands, it may be
 * published; where the second does, it goes back to its author with the reason.
 * @throws Refusal `forbidden`; `wrong_stage` where the two do not differ; `four_eyes` for its writers;
 *   `own_reading` for the reader; `invalid` without a reason
 */
export function adjudicate(claim: Claim, standing: Standing, input: unknown, act: Act): Change[] {
  demandMove('adjudicate', claim, standing, act)
  const { outcome, reason } = parse(decisionInput, input)
  const first = proposal(standing)
  const reading = readingOf(first, standing.readings ?? [])
  const decided = {
    outcome,
    adjudicator: act.member.id,
    adjudicatedAt: act.at,
    adjudication: reason,
    against: first.rating,
  }
  const changes = reading
    ? [
        record(
          'reading',
          'adjudicate',
          act,
          reading,
          { ...reading, ...decided },
          {
            claim: claim.id,
          },
        ),
      ]
    : []
  if (outcome === 'first') return [move('adjudicate', claim, act, {}, reason), ...changes]
  return [
    move('return', claim, act, {}, reason),
    step('return', first, act, { reviewer: act.member.id }, reason),
    ...changes,
  ]
}
