import { type Appearance, claimantKinds } from '../../src/domain/appearance.ts'
import { type Claim, claimKinds, MAX_STATEMENT } from '../../src/domain/claim.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { type Fields, languageChoices, number } from '../parts.ts'

/** The fields of `claimInput`: what is claimed, in which language, and of what kind it is. */
export function claimFields(
  frame: Frame,
  fields: Fields,
  claim: Partial<Pick<Claim, 'statement' | 'language' | 'kind'>>,
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
${fields.select({ name: 'language', label: t('claimForm.language'), value: language, choices: languageChoices(frame, language), required: true })}
${fields.radios({ name: 'kind', label: t('claimForm.kind'), value: kind, choices: kinds, required: true })}`
}

type Claiming = Pick<
  Appearance,
  'claimantKind' | 'claimant' | 'attribution' | 'claimedOn' | 'claimedOnReason'
>

/**
 * The fields of `appearanceInput`: who claims it, through whom it reached us, and when.
 * @param outlet of the article, where it is known: it may be the claimant itself
 */
export function appearanceFields(
  frame: Frame,
  fields: Fields,
  appearance: Partial<Claiming>,
  outlet: string | null,
): Html {
  const { t } = frame
  const { claimantKind, claimant, attribution = [], claimedOn, claimedOnReason } = appearance
  const kinds = claimantKinds.map((value) => ({
    value,
    label: t(`claimant.${value}`),
    ...(value === 'outlet' && outlet ? { hint: outlet } : {}),
  }))
  return html`
<div class="reveals reveals-claimant">
${fields.radios({ name: 'claimantKind', label: t('claimForm.claimantKind'), value: claimantKind, choices: kinds, required: true })}
<div class="revealed">${fields.text({ name: 'claimant', label: t('claimForm.claimant'), hint: t('claimForm.claimant_hint'), value: claimant, required: true })}</div>
</div>
${fields.area({ name: 'attribution', label: t('claimForm.attribution'), hint: t('claimForm.attribution_hint'), rows: 2, value: attribution.join(' → ') })}
${fields.text({ name: 'claimedOn', label: t('claimForm.claimedOn'), hint: t('claimForm.claimedOn_hint'), value: claimedOn, size: 'short' })}
${fields.text({ name: 'claimedOnReason', label: t('claimForm.claimedOnReason'), hint: t('claimForm.claimedOnReason_hint'), value: claimedOnReason })}`
}
