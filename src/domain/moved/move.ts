import type { Claim } from '../claim.ts'
import { record } from '../ledger.ts'
import { isChecked } from '../validity.ts'
import { emptyVerdict, type Verdict } from '../verdict.ts'
import { moveGrounds } from './grounds.ts'
import { movePlaces } from './places.ts'
import { moveRetired } from './scale.ts'
import { type Decided, keep, type Means, type Shelf } from './shelf.ts'
import type { Moving, ToldVerdict } from './told.ts'

/**
 * Whoever wrote and read what was moved in: the export says how the public was told to call them, and that stays in
 * what was told. Of this desk they are nobody.
 */
const MOVED = 'moved'

/** Where the work on a claim stands by what was told of it last: where a correction was announced, it is open. */
const stageOf = ({ status, underCorrectionSince }: ToldVerdict): Claim['stage'] =>
  status === 'published' && underCorrectionSince ? 'inbox' : 'decided'

function moveClaim(shelf: Shelf, { told }: Moving, { act }: Means, decided: Decided): void {
  const { claimId: id, claim, appearances, publishedAt, underCorrectionSince } = told
  const { statement, kind, language, translations, topics } = claim
  const before = shelf.claims.get(id) ?? null
  const blank = {
    ...{ id, revision: 0, assignee: null, explanation: null, key: null, splitFrom: null },
    ...{ setAsideReason: null, setAsideWords: null, duplicateOf: null },
    ...{ dueOn: null, why: null, waitsFor: null, leadAppearance: appearances[0]?.id ?? null },
  }
  const after: Claim = {
    ...(before ?? blank),
    ...{ statement, kind, language, statementEn: translations.en, statementIt: translations.it },
    topics: topics.length > 0 ? topics : null,
    stage: stageOf(told),
    stageSince: underCorrectionSince ?? publishedAt,
  }
  shelf.claims.set(id, keep(decided, record('claim', 'move_in', act, before, after, { claim: id })))
}

/** Appearances that the verdict was checked for though its date does not say so: a person confirmed it for them. */
function confirmedIn({ holdsOn, publishedAt, appearances }: ToldVerdict): string[] | null {
  const confirmed = appearances.filter(({ checked, id, claimedOn }) => {
    const appearance = { id, claimedOn, addedAt: publishedAt }
    return checked && !isChecked({ holdsOn, confirmed: null }, appearance, publishedAt)
  })
  return confirmed.length > 0 ? confirmed.map(({ id }) => id) : null
}

function verdictIn({ told, publication }: Moving): Verdict {
  const { id, claimId, version, status, rating, reasons, conclusion, rationale } = told
  const { conclusionTranslations, holdsOn, validUntil, slug, publishedAt, correction } = told
  const { reviewer, reusedFrom, withdrawalReason, underCorrectionSince } = told
  return {
    ...emptyVerdict(id, claimId, version, MOVED),
    ...{ status, rating: rating.id, reasons, conclusion, rationale: rationale.markdown },
    conclusionEn: conclusionTranslations.en,
    conclusionIt: conclusionTranslations.it,
    ...{ holdsOn, validUntil, slug, publishedAt, withdrawalReason, underCorrectionSince },
    confirmed: confirmedIn(told),
    reusedFrom: reusedFrom?.verdictId ?? null,
    reviewer: reviewer === null ? null : MOVED,
    correctionKind: correction?.kind ?? null,
    correctionReason: correction?.reason ?? null,
    publication,
  }
}

function moveVerdict(shelf: Shelf, moving: Moving, means: Means, decided: Decided): void {
  const { told } = moving
  const there = shelf.verdicts.get(told.claimId) ?? []
  const isNewest = there.every(({ number }) => number < told.version)
  moveRetired(shelf, told.rating, means, decided)
  if (isNewest) moveClaim(shelf, moving, means, decided)
  movePlaces(shelf, moving, isNewest, means, decided)
  moveGrounds(shelf, moving, isNewest, means, decided)
  const about = { claim: told.claimId }
  const verdict = keep(
    decided,
    record('verdict', 'move_in', means.act, null, verdictIn(moving), about),
  )
  shelf.verdicts.set(told.claimId, [...there, verdict])
}

/**
 * Moves verdicts of another desk in, in the order in which that told them: each with its claim, where that appears,
 * what it stands on, and its bytes. What a version told counts until a newer one told otherwise.
 * @param shelf what the desk has of all that; it is brought up to what is decided
 */
export function moveVerdicts(shelf: Shelf, some: readonly Moving[], means: Means): Decided {
  const decided: Decided = { changes: [], texts: [] }
  for (const moving of some) moveVerdict(shelf, moving, means, decided)
  return decided
}
