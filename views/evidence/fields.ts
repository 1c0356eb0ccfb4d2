import {
  type Evidence,
  evidenceKinds,
  interests,
  ranks,
  stances,
  visibilities,
} from '../../src/domain/evidence.ts'
import { isUnproved, type Proof } from '../../src/domain/proof.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { type Fields, languageChoices, stanceMark } from '../parts.ts'
import { sourceFold } from './kept.ts'

/**
 * The fields of `evidenceInput`: what a source is and says; folded, what most sources need not. A
 * reason shows itself once a choice asks for it.
 * @param evidence what is saved; null for a new one, whose rank is `normal`
 * @param names what its origin may be called
 * @param proof of the quote that is saved
 */
export function evidenceFields(
  frame: Frame,
  fields: Fields,
  evidence: Evidence | null,
  names: readonly string[],
  proof?: Proof,
): Html {
  const { t } = frame
  const sides = stances.map((value) => ({ value, label: stanceMark(frame, value) }))
  const stakes = interests.map((value) => ({ value, label: t(`interest.${value}`) }))
  const kinds = evidenceKinds.map((value) => ({ value, label: t(`evidence_kind.${value}`) }))
  return html`
${fields.radios({ name: 'stance', label: t('evidence.stance'), value: evidence?.stance, choices: sides, inline: true, required: true })}
${fields.text({ name: 'title', label: t('evidence.title'), hint: t('evidence.title_hint'), value: evidence?.title, required: true })}
${fields.text({ name: 'url', label: t('evidence.url'), value: evidence?.url, type: 'url' })}
${fields.select({ name: 'kind', label: t('evidence.kind'), value: evidence?.kind, choices: kinds, empty: t('evidence.kind_unknown') })}
<div class="fields-row">
${fields.text({ name: 'publisher', label: t('evidence.publisher'), value: evidence?.publisher })}
${fields.text({ name: 'publishedOn', label: t('evidence.published_on'), value: evidence?.publishedOn, size: 'short', hint: t('evidence.date_hint') })}
</div>
${fields.select({ name: 'interest', label: t('evidence.interest'), hint: t('evidence.interest_hint'), value: evidence?.interest ?? 'unknown', choices: stakes, required: true })}
${fields.text({ name: 'origin', label: t('evidence.origin'), hint: t('evidence.origin_hint'), value: evidence?.origin, suggestions: names })}
${quoteFields(frame, fields, evidence, proof)}
${evidence ? nothing : sourceFold(frame, fields)}
${moreFields(frame, fields, evidence)}`
}

function quoteFields(
  frame: Frame,
  fields: Fields,
  evidence: Evidence | null,
  proof: Proof | undefined,
): Html {
  const { t } = frame
  const language = evidence?.quoteLanguage
  return html`
${fields.area({ name: 'quote', label: t('evidence.quote'), hint: t('evidence.quote_hint'), value: evidence?.quote, rows: 3, serif: true, ...(language ? { lang: language } : {}) })}
${reasonField(frame, fields, evidence, proof)}
<div class="fields-row">
${fields.select({ name: 'quoteLanguage', label: t('evidence.quote_language'), value: language, choices: languageChoices(frame, language), empty: t('evidence.no_language') })}
${fields.text({ name: 'locator', label: t('evidence.locator'), hint: t('evidence.locator_hint'), value: evidence?.locator })}
</div>
${fields.area({ name: 'translation', label: t('evidence.translation'), hint: t('evidence.translation_hint'), value: evidence?.translation, rows: 2, serif: true })}`
}

/** Asked for once words turn out not to be in the text that was kept. */
function reasonField(
  { t }: Frame,
  fields: Fields,
  evidence: Evidence | null,
  proof: Proof | undefined,
): Html {
  const said = fields.typed?.quoteReason || evidence?.quoteReason
  const isAsked = 'quoteReason' in fields.errors || (proof && isUnproved(proof))
  if (!said && !isAsked) return nothing
  return fields.text({
    name: 'quoteReason',
    label: t('evidence.quote_reason'),
    hint: t('evidence.quote_reason_hint'),
    value: evidence?.quoteReason,
    unmarked: true,
  })
}

/** The folded part, as long as it says nothing. */
const usual: Record<string, string | null> = {
  note: null,
  rank: 'normal',
  rankReason: null,
  visibility: 'public',
  visibilityReason: null,
}

/** What most sources need not. It stands open where it says something, or where something is wrong. */
function moreFields(frame: Frame, fields: Fields, evidence: Evidence | null): Html {
  const { t } = frame
  const now: Record<string, unknown> = { ...usual, ...evidence, ...fields.typed }
  const isOpen = Object.entries(usual).some(
    ([name, value]) => (now[name] || null) !== value || name in fields.errors,
  )
  const body = html`
${fields.area({ name: 'note', label: t('evidence.note'), hint: t('evidence.note_hint'), value: evidence?.note, rows: 2 })}
${evidence ? rankFields(frame, fields, evidence) : nothing}
${visibilityFields(frame, fields, evidence)}`
  return html`<details class="more" id="${fields.id('more')}"${isOpen ? html` open` : ''}><summary>${t(evidence ? 'evidence.more' : 'evidence.more_new')}</summary>
<div class="more-body">${body}</div></details>`
}

function rankFields({ t }: Frame, fields: Fields, evidence: Evidence): Html {
  const choices = ranks.map((value) => ({
    value,
    label: t(`rank.${value}`),
    hint: t(`rank_hint.${value}`),
  }))
  return html`<div class="reveals reveals-rank">
${fields.radios({ name: 'rank', label: t('evidence.rank'), value: evidence.rank, choices, required: true })}
<div class="revealed">${fields.text({ name: 'rankReason', label: t('evidence.rank_reason'), hint: t('evidence.rank_reason_hint'), value: evidence.rankReason })}</div>
</div>`
}

function visibilityFields({ t }: Frame, fields: Fields, evidence: Evidence | null): Html {
  const choices = visibilities.map((value) => ({
    value,
    label: t(`visibility.${value}`),
    hint: t(`visibility_hint.${value}`),
  }))
  return html`<div class="reveals reveals-visibility">
${fields.radios({ name: 'visibility', label: t('evidence.visibility'), value: evidence?.visibility ?? 'public', choices, required: true })}
<div class="revealed">${fields.text({ name: 'visibilityReason', label: t('evidence.visibility_reason'), hint: t('evidence.visibility_reason_hint'), value: evidence?.visibilityReason, required: true })}</div>
</div>`
}
