import {
  type Evidence,
  evidenceKinds,
  interests,
  ranks,
  stances,
  visibilities,
} from '../../src/domain/evidence.ts'
import { choices, codeIn, comparing, long } from '../conflict/fields.ts'
import type { Merging } from '../conflict/merged.ts'
import { conflictPage } from '../conflict/page.ts'
import type { Frame } from '../frame.ts'
import type { Html } from '../html.ts'
import { languageChoices } from '../parts.ts'

/** Two people changed one piece of evidence. */
export function evidenceConflict(frame: Frame, evidence: Evidence, merging: Merging): Html {
  const { t } = frame
  const field = comparing(frame, evidence, merging)
  const { compare, typed } = merging
  const languages = languageChoices(frame, evidence.quoteLanguage, codeIn(typed.quoteLanguage))
  return conflictPage(frame, {
    title: evidence.title,
    back: `/evidence/${evidence.id}`,
    action: `/evidence/${evidence.id}`,
    compare,
    hidden: { revision: String(evidence.revision) },
    fields: [
      field('stance', 'evidence.stance', {
        choices: choices(stances, (one) => t(`stance.${one}`)),
      }),
      field('kind', 'evidence.kind', {
        choices: choices(evidenceKinds, (one) => t(`evidence_kind.${one}`)),
      }),
      field('title', 'evidence.title'),
      field('url', 'evidence.url'),
      field('publisher', 'evidence.publisher'),
      field('publishedOn', 'evidence.published_on'),
      field('interest', 'evidence.interest', {
        choices: choices(interests, (one) => t(`interest.${one}`)),
      }),
      field('locator', 'evidence.locator'),
      field('origin', 'evidence.origin'),
      field('quote', 'evidence.quote', long),
      field('quoteReason', 'evidence.quote_reason'),
      field('quoteLanguage', 'evidence.quote_language', { choices: languages }),
      field('translation', 'evidence.translation', long),
      field('note', 'evidence.note', long),
      field('rank', 'evidence.rank', { choices: choices(ranks, (one) => t(`rank.${one}`)) }),
      field('rankReason', 'evidence.rank_reason'),
      field('visibility', 'evidence.visibility', {
        choices: choices(visibilities, (one) => t(`visibility.${one}`)),
      }),
      field('visibilityReason', 'evidence.visibility_reason'),
    ],
  })
}
