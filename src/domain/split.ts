import { z } from 'zod'
import { type Appearance, copyAppearance } from './appearance.ts'
import { type Claim, claimKinds, MAX_STATEMENT } from './claim.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import type { Standing } from './moving.ts'
import { needed, optional, orNull, parse } from './parse.ts'
import { type FieldErrors, Refusal } from './refusal.ts'

/** How many claims one can become at once, at most. */
export const MOST_PARTS = 4

const kind = z.enum(claimKinds)
const laterKind = orNull(kind)
export const splitInput = z.object({
  statement1: needed(MAX_STATEMENT),
  kind1: kind,
  statement2: needed(MAX_STATEMENT),
  kind2: kind,
  statement3: optional(MAX_STATEMENT),
  kind3: laterKind,
  statement4: optional(MAX_STATEMENT),
  kind4: laterKind,
})

type Part = { statement: string; kind: Claim['kind'] }

/** The parts that were written. @throws Refusal `invalid`, also for one twice, or without its kind */
function partsIn(input: unknown): [Part, ...Part[]] {
  const read = parse(splitInput, input)
  const fields: FieldErrors = {}
  const seen = new Set([read.statement1])
  const rest: Part[] = []
  const written = [
    { at: 2, statement: read.statement2, kind: read.kind2 },
    { at: 3, statement: read.statement3, kind: read.kind3 },
    { at: 4, statement: read.statement4, kind: read.kind4 },
  ]
  for (const { at, statement, kind } of written) {
    if (!statement) continue
    if (seen.has(statement)) fields[`statement${at}`] = { code: 'twice' }
    else if (!kind) fields[`kind${at}`] = { code: 'required' }
    else rest.push({ statement, kind })
    seen.add(statement)
  }
  if (Object.keys(fields).length > 0) throw new Refusal('invalid', { fields })
  return [{ statement: read.statement1, kind: read.kind1 }, ...rest]
}

/**
 * Splits a compound claim: it goes on as its first part, with its evidence; each other part is a new
 * claim in the inbox, carried by the same words of the same articles. The caller adds `unsettle` where a
 * proposal was being read.
 * @param about how it stands, and its appearances
 * @param newId makes the ids of the new claims and of their appearances
 * @throws Refusal `forbidden`; `wrong_stage` where a verdict on the whole is public; `invalid`
 */
export function splitClaim(
  claim: Claim,
  about: { standing: Standing; appearances: Appearance[] },
  input: unknown,
  newId: () => string,
  act: Act,
): Change[] {
  demand(act.member, 'checker')
  if (about.standing.publicVerdict) {
    throw new Refusal('wrong_stage', { values: { move: 'split', stage: claim.stage } })
  }
  const [first, ...rest] = partsIn(input)
  const kept = { ...claim, ...first, statementEn: null, statementIt: null }
  return [
    record('claim', 'split', act, claim, kept, { claim: claim.id }),
    ...rest.flatMap((part) => partOf(claim, part, about.appearances, newId, act)),
  ]
}

function partOf(
  claim: Claim,
  part: Part,
  appearances: Appearance[],
  newId: () => string,
  act: Act,
): Change[] {
  const id = newId()
  const copies = appearances.map((one) => ({ one, copy: newId() }))
  const lead = copies.find(({ one }) => one.id === claim.leadAppearance) ?? copies[0]
  const { language, explanation, topics, dueOn, why } = claim
  const after: Claim = {
    id,
    revision: 0,
    ...part,
    ...{ language, explanation, topics, dueOn, why },
    statementEn: null,
    statementIt: null,
    stage: 'inbox',
    stageSince: act.at,
    assignee: null,
    leadAppearance: lead?.copy ?? null,
    setAsideReason: null,
    setAsideWords: null,
    duplicateOf: null,
    splitFrom: claim.id,
    waitsFor: null,
    key: null,
  }
  return [
    record('claim', 'open', act, null, after, { claim: id }),
    ...copies.map(({ one, copy }) => copyAppearance(one, copy, id, act)),
  ]
}
