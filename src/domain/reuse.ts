import type { Claim } from './claim.ts'
import { type Desk, demandSight } from './drafting.ts'
import type { Evidence } from './evidence.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { wayOf } from './reading.ts'
import { Refusal } from './refusal.ts'
import { demandStep, emptyVerdict, type Verdict } from './verdict.ts'
import { takeClaim } from './work.ts'

/** A public verdict on a claim that is the same, and what it stands on. */
export type Original = { claim: Pick<Claim, 'language'>; told: Verdict; evidence: Evidence[] }

/** Whether nothing that readers would read is written in a version yet. */
export const isBlank = (verdict: Verdict): boolean =>
  !verdict.rating &&
  verdict.reasons.length === 0 &&
  !(verdict.conclusion || verdict.conclusionEn || verdict.conclusionIt || verdict.rationale)

/** The one sentence as a claim in this language has it; in its own where nobody translated it. */
function concluded(
  { claim, told }: Original,
  language: string,
): Pick<Verdict, 'conclusion' | 'conclusionEn' | 'conclusionIt'> {
  const own = claim.language
  const en = own === 'en' ? told.conclusion : told.conclusionEn
  const it = own === 'it' ? told.conclusion : told.conclusionIt
  const said = { en, it }[language] ?? told.conclusion
  return {
    conclusion: said,
    conclusionEn: language === 'en' ? null : en,
    conclusionIt: language === 'it' ? null : it,
  }
}

/** Whether two pieces of evidence are one and the same, as far as readers can tell. */
const isSame = (one: Evidence, other: Evidence): boolean =>
  (['title', 'url', 'quote', 'stance', 'rank', 'visibility'] as const).every(
    (field) => one[field] === other[field],
  )

/**
 * What the original stands on, as evidence of this claim: what it has already stays as it is, the rest is
 * copied with its quote and what was kept of its source. What counts no more, and is not cited, stays behind.
 * @param own the claim's evidence
 * @returns `numbers`: the number on this claim of each number on the other
 */
function broughtOver(
  { told, evidence }: Original,
  claim: string,
  own: Evidence[],
  newId: () => string,
  act: Act,
): { added: Change[]; numbers: Map<number, number> } {
  const numbers = new Map<number, number>()
  const added: Change[] = []
  let last = Math.max(0, ...own.map(({ number }) => number))
  for (const one of evidence) {
    const there = own.find((other) => isSame(one, other))
    const isCited = told.rationale.includes(`[${one.number}]`)
    if (!there && one.rank === 'deprecated' && !isCited) continue
    if (!there) last += 1
    numbers.set(one.number, there?.number ?? last)
    if (there) continue
    const copy: Evidence = {
      ...one,
      id: newId(),
      revision: 0,
      claim,
      number: last,
      addedAt: act.at,
    }
    added.push(record('evidence', 'add', act, null, copy, { claim }))
  }
  return { added, numbers }
}

/** A text that cites the same evidence under its numbers on another claim. */
const recited = (rationale: string, numbers: Map<number, number>): string =>
  rationale.replace(/\[(\d{1,3})\](?!\()/g, (mark, digits) => {
    const number = numbers.get(Number(digits))
    return number === undefined ? mark : `[${number}]`
  })

/**
 * Takes over the public verdict on a claim that is the same: a draft begins with its words, on its evidence,
 * and says whence. It is proposed and read like any other; whoever wrote those words is one of its writers.
 * @param own the evidence of the claim
 * @param newId makes the ids of what is copied
 * @throws Refusal `forbidden`; `wrong_stage` unless the claim can be worked on, and where a verdict on it is
 *   public; `not_yours` where a colleague holds it who has not begun yet, or who is read blind;
 *   `wrong_status` where something is written already, or the original is public no longer
 */
export function reuseVerdict(
  desk: Desk,
  original: Original,
  own: Evidence[],
  newId: () => string,
  act: Act,
): Change[] {
  const { claim, standing, scale, fresh } = desk
  const { told } = original
  demand(act.member, 'checker')
  const isOpen = claim.stage === 'inbox' || claim.stage === 'checking'
  if (!isOpen || standing.publicVerdict) {
    throw new Refusal('wrong_stage', { values: { move: 'reuse', stage: claim.stage } })
  }
  demandSight(desk, act)
  const before = standing.working
  demandStep('draft', before)
  if (told.status !== 'published' || (before && !isBlank(before))) {
    const status = told.status === 'published' ? 'draft' : told.status
    throw new Refusal('wrong_status', { values: { step: 'reuse', status } })
  }
  const { added, numbers } = broughtOver(original, claim.id, own, newId, act)
  const base = before ?? emptyVerdict(fresh.id, claim.id, fresh.number, act.member.id)
  const isInUse = scale.some(({ id, retiredAt }) => id === told.rating && !retiredAt)
  const { reasons, holdsOn, validUntil } = told
  const writers = [...base.writers, told.author, ...told.writers, act.member.id]
  const after: Verdict = {
    ...base,
    ...{ reasons, holdsOn, validUntil, ...concluded(original, claim.language) },
    rating: isInUse ? told.rating : null,
    rationale: recited(told.rationale, numbers),
    writers: [...new Set(writers)],
    mode: wayOf(before, desk.mode),
    reusedFrom: told.id,
  }
  return [
    ...(claim.stage === 'inbox' ? [takeClaim(claim, act)] : []),
    ...added,
    record('verdict', 'reuse', act, before, after, { claim: claim.id }),
  ]
}
