import { citedInVain } from './citations.ts'
import type { Claim } from './claim.ts'
import { type Evidence, isUsable } from './evidence.ts'
import { type Change, difference, record } from './ledger.ts'
import { type Finding, noted } from './look.ts'
import { type Act, demand } from './member.ts'
import { demandMove, move, type Standing, seesWork } from './moving.ts'
import { parse } from './parse.ts'
import type { Rating } from './rating.ts'
import { type ReadingMode, wayOf } from './reading.ts'
import { type FieldErrors, Refusal } from './refusal.ts'
import { demandRecheck } from './validity.ts'
import { demandStep, emptyVerdict, type Verdict, verdictInput, type Written } from './verdict.ts'

/** What a verdict is written on: the version at work, the scale, and where a new one would stand. */
export type Desk = {
  claim: Claim
  standing: Standing
  scale: Rating[]
  /** Id and number of the version to begin, where none is at work. */
  fresh: { id: string; number: number }
  /** How the desk has verdicts on this claim read. */
  mode: ReadingMode
}

/** What a claim gives a verdict to stand on. `searched`: a search is recorded, whatever came of it. */
export type Grounds = { evidence: Evidence[]; searched: boolean }

/** What a critical colleague would ask about a verdict as it is written. */
export type Look = (written: Written) => Finding[]

/** The version as written, by somebody who thereby is one of its writers. */
function write(desk: Desk, input: unknown, act: Act): { before: Verdict | null; after: Verdict } {
  const read = parse(verdictInput, input)
  const choice = desk.scale.find(({ id }) => id === read.rating)
  const before = desk.standing.working
  if (read.rating && (!choice || (choice.retiredAt && before?.rating !== choice.id))) {
    throw new Refusal('invalid', { fields: { rating: { code: 'unknown_choice' } } })
  }
  const { id, number } = desk.fresh
  const { language } = desk.claim
  // A conclusion in its own language needs no translation into it.
  if (language === 'en') read.conclusionEn = null
  if (language === 'it') read.conclusionIt = null
  if (read.recheckOn !== (before?.recheckOn ?? null)) demandRecheck(read.recheckOn, act)
  const base = before ?? emptyVerdict(id, desk.claim.id, number, act.member.id)
  const after = { ...base, ...read }
  const wrote = before === null || Object.keys(difference(before, after)).length > 0
  const writers = wrote ? [...new Set([...base.writers, act.member.id])] : base.writers
  return { before, after: { ...after, writers, mode: wayOf(before, desk.mode) } }
}

/** @throws Refusal `not_yours` for whoever may not see the version that they would write on */
export function demandSight({ claim, standing }: Pick<Desk, 'claim' | 'standing'>, act: Act): void {
  if (!seesWork(claim, standing, act.member)) throw new Refusal('not_yours')
}

/**
 * Keeps what was written so far.
 * @throws Refusal `forbidden`; `wrong_stage` unless the claim is being checked; `wrong_status`;
 *   `not_yours` for whoever may not see it; `invalid`
 */
export function draftVerdict(desk: Desk, input: unknown, act: Act): Change[] {
  demand(act.member, 'checker')
  if (desk.claim.stage !== 'checking') {
    throw new Refusal('wrong_stage', { values: { move: 'draft', stage: desk.claim.stage } })
  }
  demandStep('draft', desk.standing.working)
  demandSight(desk, act)
  const { before, after } = write(desk, input, act)
  if (before && Object.keys(difference(before, after)).length === 0) return []
  return [record('verdict', 'draft', act, before, after, { claim: desk.claim.id })]
}

/**
 * A version as it reads with what is typed so far, saved or not; what cannot be read is as it was.
 * @param typed a form, as it was sent
 */
export function sketch(begun: Written, typed: Record<string, unknown>): Written {
  const read = Object.entries(verdictInput.shape).flatMap(([name, field]) => {
    const one = field.safeParse(typed[name])
    return one.success ? [[name, one.data]] : []
  })
  return { ...begun, ...Object.fromEntries(read) }
}

/**
 * What a proposal still lacks, field by field: what is empty, usable evidence or a search record, and
 * sources that readers will find where the rationale cites them.
 */
export function missing(
  { rating, conclusion, rationale }: Pick<Verdict, 'rating' | 'conclusion' | 'rationale'>,
  { evidence, searched }: Grounds,
): FieldErrors {
  const fields: FieldErrors = {}
  const vain = rationale ? citedInVain(rationale, evidence) : ({ code: 'required' } as const)
  if (!rating) fields.rating = { code: 'required' }
  if (!conclusion) fields.conclusion = { code: 'required' }
  if (vain) fields.rationale = vain
  if (!searched && !evidence.some(isUsable)) fields.evidence = { code: 'no_grounds' }
  return fields
}

/**
 * Puts a verdict before a colleague: saves what is written, and hands it over.
 * @throws Refusal `forbidden`, `wrong_stage`, `wrong_status`, `not_yours`; `incomplete` with what is missing, a
 *   rationale that cites what readers will not find included; `invalid`, also for going on with
 *   findings of the look open and no word why
 */
export function proposeVerdict(
  desk: Desk,
  input: unknown,
  grounds: Grounds & { look: Look },
  act: Act,
): Change[] {
  const { claim, standing } = desk
  demandMove('propose', claim, standing, act)
  demandStep('propose', standing.working)
  const { before, after } = write(desk, input, act)
  const fields = missing(after, grounds)
  if (Object.keys(fields).length > 0) throw new Refusal('incomplete', { fields })
  const open = grounds.look(after)
  if (open.length > 0 && !after.findingsWord) {
    throw new Refusal('invalid', {
      fields: { findingsWord: { code: 'findings_open', values: { count: open.length } } },
    })
  }
  const comment = open.length > 0 ? after.findingsWord : null
  const proposed: Verdict = {
    ...after,
    status: 'proposed',
    author: act.member.id,
    // A colleague who returned it has not read this text.
    reviewer: null,
    findings: open.length > 0 ? open.map(noted) : null,
    findingsWord: comment,
  }
  return [
    move('propose', claim, act, {}, comment),
    record('verdict', 'propose', act, before, proposed, { claim: claim.id, comment }),
  ]
}
