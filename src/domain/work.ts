import { type Appearance, moveAppearance } from './appearance.ts'
import { type Claim, openInput, worded } from './claim.ts'
import { type Change, record } from './ledger.ts'
import type { Act } from './member.ts'
import { demandMove, move, type Standing } from './moving.ts'
import { parse } from './parse.ts'
import { Refusal } from './refusal.ts'

const nothing: Standing = { working: null, publicVerdict: null }

/**
 * A claim comes onto the desk.
 * @param lead the id of its first appearance, or null
 * @throws Refusal `forbidden`; `invalid` without a statement, or with neither an appearance nor an
 *   explanation
 */
export function openClaim(newId: string, input: unknown, lead: string | null, act: Act): Change {
  demandMove('open', null, nothing, act)
  const read = worded(parse(openInput, input))
  if (!lead && !read.explanation) {
    throw new Refusal('invalid', { fields: { explanation: { code: 'no_appearance' } } })
  }
  const claim: Claim = {
    id: newId,
    revision: 0,
    ...read,
    stage: 'inbox',
    stageSince: act.at,
    assignee: null,
    leadAppearance: lead,
    setAsideReason: null,
    setAsideWords: null,
    duplicateOf: null,
    splitFrom: null,
    dueOn: null,
    why: null,
    waitsFor: null,
    key: null,
  }
  return record('claim', 'open', act, null, claim, { claim: newId })
}

/** @throws Refusal `forbidden`, `wrong_stage`; `not_yours` where a colleague holds it */
export function takeClaim(claim: Claim, act: Act): Change {
  demandMove('take', claim, nothing, act)
  return move('take', claim, act, { assignee: act.member.id })
}

/**
 * Gives the work to a colleague.
 * @param to who gets it; the desk has checked that they can hold it
 * @throws Refusal `forbidden`, `wrong_stage`, `not_yours`
 */
export function assignClaim(claim: Claim, to: string, act: Act): Change {
  const name = claim.assignee ? 'reassign' : 'assign'
  demandMove(name, claim, nothing, act)
  return move(name, claim, act, { assignee: to })
}

/** @throws Refusal `forbidden`, `wrong_stage`, `not_yours` */
export function releaseClaim(claim: Claim, act: Act): Change {
  demandMove('release', claim, nothing, act)
  return move('release', claim, act, { assignee: null })
}

/**
 * A claim that was set aside is on the desk again. A duplicate gets back what it brought.
 * @param lent its appearances, which the claim that survived it has held
 * @throws Refusal `forbidden`, `wrong_stage`
 */
export function bringBackClaim(claim: Claim, lent: Appearance[], act: Act): Change[] {
  demandMove('bring_back', claim, nothing, act)
  const cleared = { setAsideReason: null, setAsideWords: null, duplicateOf: null, assignee: null }
  const leadAppearance = claim.leadAppearance ?? lent[0]?.id ?? null
  return [
    move('bring_back', claim, act, { ...cleared, leadAppearance }),
    ...lent.map((one) => moveAppearance(one, claim.id, act)),
  ]
}
