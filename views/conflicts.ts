import { type Appearance, claimantKinds } from '../src/domain/appearance.ts'
import { type Claim, claimKinds } from '../src/domain/claim.ts'
import { type Evidence, interests, ranks, stances, visibilities } from '../src/domain/evidence.ts'
import type { Rating } from '../src/domain/rating.ts'
import { reasons, type Verdict } from '../src/domain/verdict.ts'
import { type ConflictField, conflictPage } from './conflict.ts'
import type { Frame, Typed } from './frame.ts'
import type { Html } from './html.ts'
import type { MessageKey } from './messages.ts'
import { type Choice, languageChoices, ratingLabel } from './parts.ts'

type Saved = string | string[] | null | undefined
type More = Pick<ConflictField, 'long' | 'choices'>

/** Builds the fields of a conflict: what is saved beside what was sent. */
function comparing({ t }: Frame, typed: Typed) {
  return (name: string, label: MessageKey, saved: Saved, more: More = {}): ConflictField => ({
    name,
    label: t(label),
    theirs: saved ?? '',
    mine: typed[name] ?? (Array.isArray(saved) ? [] : ''),
    ...more,
  })
}

const choices = <T extends string>(values: readonly T[], label: (value: T) => string): Choice[] =>
  values.map((value) => ({ value, label: label(value) }))

/** Two people reworded one claim. */
export function claimConflict(frame: Frame, claim: Claim, typed: Typed): Html {
  const { t } = frame
  const field = comparing(frame, typed)
  const kinds = choices(claimKinds, (kind) => t(`kind.${kind}`))
  return conflictPage(frame, {
    title: claim.statement,
    back: `/claims/${claim.id}`,
    action: `/claims/${claim.id}/edit`,
    hidden: { revision: String(claim.revision) },
    fields: [
      field('statement', 'claimForm.statement', claim.statement, { long: true }),
      field('language', 'claimForm.language', claim.language, {
        choices: languageChoices(frame, claim.language),
      }),
      field('kind', 'claimForm.kind', claim.kind, { choices: kinds }),
    ],
  })
}

/** Two people changed who claims it, through whom, or when. */
export function appearanceConflict(frame: Frame, appearance: Appearance, typed: Typed): Html {
  const { t } = frame
  const field = comparing(frame, typed)
  const kinds = choices(claimantKinds, (kind) => t(`claimant.${kind}`))
  return conflictPage(frame, {
    title: appearance.quote,
    back: `/claims/${appearance.claim}#appearances`,
    action: `/appearances/${appearance.id}`,
    hidden: { revision: String(appearance.revision) },
    fields: [
      field('claimantKind', 'claimForm.claimantKind', appearance.claimantKind, { choices: kinds }),
      field('claimant', 'claimForm.claimant', appearance.claimant),
      field('attribution', 'claimForm.attribution', appearance.attribution.join(' → ')),
      field('claimedOn', 'claimForm.claimedOn', appearance.claimedOn),
      field('claimedOnReason', 'claimForm.claimedOnReason', appearance.claimedOnReason),
    ],
  })
}

/** Two people changed one piece of evidence. */
export function evidenceConflict(frame: Frame, evidence: Evidence, typed: Typed): Html {
  const { t } = frame
  const field = comparing(frame, typed)
  const languages = languageChoices(frame, evidence.quoteLanguage)
  return conflictPage(frame, {
    title: evidence.title,
    back: `/evidence/${evidence.id}`,
    action: `/evidence/${evidence.id}`,
    hidden: { revision: String(evidence.revision) },
    fields: [
      field('stance', 'evidence.stance', evidence.stance, {
        choices: choices(stances, (one) => t(`stance.${one}`)),
      }),
      field('title', 'evidence.title', evidence.title),
      field('url', 'evidence.url', evidence.url),
      field('publisher', 'evidence.publisher', evidence.publisher),
      field('publishedOn', 'evidence.published_on', evidence.publishedOn),
      field('interest', 'evidence.interest', evidence.interest, {
        choices: choices(interests, (one) => t(`interest.${one}`)),
      }),
      field('quote', 'evidence.quote', evidence.quote, { long: true }),
      field('quoteLanguage', 'evidence.quote_language', evidence.quoteLanguage, {
        choices: languages,
      }),
      field('translation', 'evidence.translation', evidence.translation, { long: true }),
      field('rank', 'evidence.rank', evidence.rank, {
        choices: choices(ranks, (one) => t(`rank.${one}`)),
      }),
      field('rankReason', 'evidence.rank_reason', evidence.rankReason),
      field('visibility', 'evidence.visibility', evidence.visibility, {
        choices: choices(visibilities, (one) => t(`visibility.${one}`)),
      }),
      field('visibilityReason', 'evidence.visibility_reason', evidence.visibilityReason),
    ],
  })
}

/** Two people wrote on one verdict. `working` is what is saved now; null where it moved on. */
export function verdictConflict(
  frame: Frame,
  at: { claim: Claim; working: Verdict | null; scale: Rating[]; newId: string },
  typed: Typed,
): Html {
  const { t } = frame
  const { claim, working, scale } = at
  const field = comparing(frame, typed)
  const offered = scale.filter(({ id, retiredAt }) => !retiredAt || id === working?.rating)
  return conflictPage(frame, {
    title: claim.statement,
    back: `/claims/${claim.id}#verdict`,
    action: `/claims/${claim.id}/verdict`,
    hidden: {
      newId: working?.id ?? at.newId,
      revision: String(claim.revision),
      verdictRevision: String(working?.revision ?? 0),
      do: 'save',
    },
    fields: [
      field('rating', 'verdict.rating', working?.rating, {
        choices: offered.map((one) => ({ value: one.id, label: ratingLabel(frame, one) })),
      }),
      field('conclusion', 'verdict.conclusion', working?.conclusion, { long: true }),
      field('rationale', 'verdict.rationale', working?.rationale, { long: true }),
      field('reasons', 'verdict.reasons', working?.reasons ?? [], {
        choices: choices(reasons, (one) => t(`reason.${one}`)),
      }),
      field('holdsOn', 'verdict.holds_on_field', working?.holdsOn),
    ],
  })
}
