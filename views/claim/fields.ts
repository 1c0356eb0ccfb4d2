import { type Appearance, claimantKinds } from '../../src/domain/appearance.ts'
import { type Claim, claimKinds, MAX_STATEMENT } from '../../src/domain/claim.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing, type Part } from '../html.ts'
import { type Fields, folded, languageChoices, number } from '../parts.ts'
import { chainFields, type Suggested } from './chain-fields.ts'

/**
 * The fields of `claimInput`: what is claimed, in which language, and of what kind it is.
 * @param under what stands right under the statement
 */
export function claimFields(
  frame: Frame,
  fields: Fields,
  claim: Partial<Pick<Claim, 'statement' | 'language' | 'kind' | 'statementEn' | 'statementIt'>>,
  under: Part = nothing,
): Html {
  const { t, lang } = frame
  const { statement, language = lang, kind } = claim
  const hint = t('claimForm.statement_hint', { max: number(frame, MAX_STATEMENT) })
  const kinds = claimKinds.map((value) => ({
    value,
    label: t(`kind.${value}`),
    hint: t(`claimForm.kind_${value}`),
  }))
  return html`
${fields.area({ name: 'statement', label: t('claimForm.statement'), hint, value: statement, required: true, rows: 3, serif: true, lang: language })}
${under}
${fields.select({ name: 'language', label: t('claimForm.language'), value: language, choices: languageChoices(frame, language), required: true })}
${translations(frame, fields, claim)}
${fields.radios({ name: 'kind', label: t('claimForm.kind'), value: kind, choices: kinds, required: true })}`
}

/** The statement in the languages of the pages; into its own it needs no translation (claims.css). */
function translations(
  { t }: Frame,
  fields: Fields,
  { statementEn, statementIt }: Partial<Pick<Claim, 'statementEn' | 'statementIt'>>,
): Html {
  const { typed, form } = fields
  const open = Boolean(statementEn || statementIt || typed?.statementEn || typed?.statementIt)
  const id = `${form}-in-others`
  return folded(
    { id, label: t('form.in_others'), tone: 'quiet', open },
    html`<div class="in-others"><div class="in-en">${fields.area({ name: 'statementEn', label: t('claimForm.statementEn'), value: statementEn, rows: 2, serif: true, lang: 'en' })}</div>
<div class="in-it">${fields.area({ name: 'statementIt', label: t('claimForm.statementIt'), value: statementIt, rows: 2, serif: true, lang: 'it' })}</div></div>`,
  )
}

type Claiming = Pick<
  Appearance,
  'claimantKind' | 'claimant' | 'attribution' | 'claimedOn' | 'claimedOnReason'
>

/** What the fields of an appearance go by. */
export type Offered = {
  /** The article: its outlet, where that is known, may be the claimant itself. */
  article: { outlet: string | null; language: string }
  /** The names of claimants that the desk has already. */
  known: readonly string[]
  /** The chains that the article tells where the words stand. */
  suggestions: readonly Suggested[]
}

/** The fields of `appearanceInput`: who claims it, through whom it reached us, and when. */
export function appearanceFields(
  frame: Frame,
  fields: Fields,
  appearance: Partial<Claiming>,
  { article, known, suggestions }: Offered,
): Html {
  const { t } = frame
  const { outlet } = article
  const language = article.language === frame.lang ? undefined : article.language
  const list = known.length > 0 ? `${fields.id('claimant')}-list` : null
  const { claimantKind, claimant, attribution = [], claimedOn, claimedOnReason } = appearance
  const kinds = claimantKinds.map((value) => ({
    value,
    label: t(`claimant.${value}`),
    ...(value === 'outlet' && outlet ? { hint: outlet } : {}),
  }))
  return html`
<div class="reveals reveals-claimant">
${fields.radios({ name: 'claimantKind', label: t('claimForm.claimantKind'), value: claimantKind, choices: kinds, required: true })}
<div class="revealed">${fields.text({ name: 'claimant', label: t('claimForm.claimant'), hint: t('claimForm.claimant_hint'), value: claimant, suggestions: known, required: true })}</div>
</div>
${chainFields(frame, fields, { value: attribution, suggestions, language, list })}
${fields.text({ name: 'claimedOn', label: t('claimForm.claimedOn'), hint: t('claimForm.claimedOn_hint'), value: claimedOn, size: 'short' })}
${fields.text({ name: 'claimedOnReason', label: t('claimForm.claimedOnReason'), hint: t('claimForm.claimedOnReason_hint'), value: claimedOnReason })}`
}
