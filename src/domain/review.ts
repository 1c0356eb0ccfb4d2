import { z } from 'zod'
import type { Claim } from './claim.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { demandMove, move, type Standing } from './moving.ts'
import { day, needed, optional, orNull, parse } from './parse.ts'
import { dissentOn } from './reading-state.ts'
import { Refusal } from './refusal.ts'
import { slugOf } from './slug.ts'
import { openStages } from './stage.ts'
import { demandRecheck, planRecheck } from './validity.ts'
import { correctionKinds, demandStep, step, type Verdict } from './verdict.ts'

export const commentInput = z.object({ comment: needed(2000) })
/** A form that does not ask for the next look leaves it as it is planned. */
export const keepInput = commentInput.extend({ recheckOn: day.optional() })
export const reasonInput = z.object({ reason: needed(1000) })
export const reopenInput = z.object({ underCorrection: z.literal('yes').optional() })

/** Correcting the record asks for both; `typo` has a way of its own (typo.ts). */
const correctionInput = z.object({
  correctionKind: orNull(z.enum(correctionKinds).exclude(['typo'])),
  correctionReason: optional(1000),
})
export const publicationInput = correctionInput.extend({ comment: optional(2000) })

/** The version at work; a claim in review always has one. */
function working({ working }: Standing): Verdict {
  if (!working) throw new Refusal('wrong_status', { values: { step: 'publish', status: 'none' } })
  return working
}

/** @throws Refusal `forbidden`, `wrong_stage`; `not_yours` unless the act is the author's */
export function takeBackVerdict(claim: Claim, standing: Standing, act: Act): Change[] {
  demandMove('take_back', claim, standing, act)
  return [move('take_back', claim, act), step('take_back', working(standing), act)]
}

/** @throws Refusal `forbidden`, `wrong_stage`; `four_eyes` for the author; `invalid` without comment */
export function returnVerdict(
  claim: Claim,
  standing: Standing,
  input: unknown,
  act: Act,
): Change[] {
  demandMove('return', claim, standing, act)
  const { comment } = parse(commentInput, input)
  return [
    move('return', claim, act, {}, comment),
    step('return', working(standing), act, { reviewer: act.member.id }, comment),
  ]
}

/**
 * What a change to the statement, the appearances or the evidence does to the claim's stage:
 * nothing while it is being worked on; a proposal under review goes back to `checking`.
 * @throws Refusal `forbidden`; `wrong_stage` for a decided claim or one set aside
 */
export function unsettle(claim: Claim, standing: Standing, act: Act): Change[] {
  demand(act.member, 'checker')
  if (!openStages.includes(claim.stage)) {
    throw new Refusal('wrong_stage', { values: { move: 'unsettle', stage: claim.stage } })
  }
  if (claim.stage !== 'in_review') return []
  return [move('unsettle', claim, act), step('unsettle', working(standing), act)]
}

/**
 * Tells the public. A second reading by an editor who wrote no part of this version.
 * @param standing `lastPublic` is the number of the newest version that the public ever knew, 0 where
 *   it knew none: a later one corrects the record, and is numbered after it
 * @throws Refusal `forbidden`, `wrong_stage`, `four_eyes`; `invalid` when correcting without a
 *   public reason and kind, where another rating would pass for a clarification, and without a comment where
 *   a blind reading that lapsed came to another rating
 */
export function publishVerdict(
  claim: Claim,
  standing: Standing & { lastPublic: number },
  input: unknown,
  act: Act,
): Change[] {
  demandMove('publish', claim, standing, act)
  const { correctionKind, correctionReason, comment } = parse(publicationInput, input)
  const required = { code: 'required' } as const
  const corrects = standing.lastPublic > 0
  const proposed = working(standing)
  const isDisputed = dissentOn(proposed, standing.readings ?? []) !== null
  const lacks = {
    ...(corrects && !correctionKind && { correctionKind: required }),
    ...(corrects && !correctionReason && { correctionReason: required }),
    ...(isDisputed && !comment && { comment: required }),
  }
  if (Object.keys(lacks).length > 0) throw new Refusal('invalid', { fields: lacks })
  const old = standing.publicVerdict
  if (correctionKind === 'clarification' && old && old.rating !== proposed.rating) {
    throw new Refusal('invalid', { fields: { correctionKind: { code: 'rating_changed' } } })
  }
  const told = {
    // A typo mended meanwhile took a number of its own.
    number: Math.max(proposed.number, standing.lastPublic + 1),
    reviewer: act.member.id,
    publishedAt: act.at,
    slug: slugOf(claim.statement, claim.id),
    correctionKind: corrects ? correctionKind : null,
    correctionReason: corrects ? correctionReason : null,
  }
  return [
    move('publish', claim, act, {}, isDisputed ? comment : null),
    ...(old ? [step('supersede', old, act, { underCorrectionSince: null })] : []),
    step('publish', proposed, act, told),
  ]
}

/**
 * Looks at a decided claim again. What is public stays; an editor may mark it *under correction*.
 * @throws Refusal `forbidden`, also where somebody who is no editor asks for the mark; `wrong_stage`
 */
export function reopenClaim(claim: Claim, standing: Standing, input: unknown, act: Act): Change[] {
  demandMove('reopen', claim, standing, act)
  const { underCorrection } = parse(reopenInput, input)
  const reopened = move('reopen', claim, act, { assignee: act.member.id })
  const told = standing.publicVerdict
  if (!underCorrection || !told) return [reopened]
  demand(act.member, 'editor')
  const marked = { ...told, underCorrectionSince: act.at }
  return [reopened, record('verdict', 'mark', act, told, marked, { claim: claim.id })]
}

/**
 * Looked at again, and what is public stands; when to look again may be planned anew with it.
 * @throws Refusal `forbidden`; `wrong_stage` where no verdict is public; `invalid` without a comment, or as
 *   `planRecheck` does
 */
export function keepVerdict(claim: Claim, standing: Standing, input: unknown, act: Act): Change[] {
  demandMove('keep', claim, standing, act)
  const { comment, recheckOn } = parse(keepInput, input)
  const kept = move('keep', claim, act, {}, comment)
  const told = standing.publicVerdict
  if (!told) return [kept]
  const isPlanned = recheckOn !== undefined && recheckOn !== told.recheckOn
  if (isPlanned) demandRecheck(recheckOn, act)
  const plan = isPlanned ? { recheckOn } : {}
  if (told.underCorrectionSince) {
    const clear = { ...told, ...plan, underCorrectionSince: null }
    return [kept, record('verdict', 'unmark', act, told, clear, { claim: claim.id })]
  }
  return isPlanned ? [kept, planRecheck(told, { recheckOn }, act)] : [kept]
}

/**
 * Takes a published verdict back, at whatever stage its claim is.
 * @throws Refusal `forbidden`, `wrong_status`; `invalid` without a public reason
 */
export function withdrawVerdict(verdict: Verdict, input: unknown, act: Act): Change {
  demand(act.member, 'editor')
  demandStep('withdraw', verdict)
  const { reason } = parse(reasonInput, input)
  return step('withdraw', verdict, act, { withdrawalReason: reason, underCorrectionSince: null })
}
