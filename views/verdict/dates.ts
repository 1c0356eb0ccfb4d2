import { isChecked } from '../../src/domain/validity.ts'
import type { Written } from '../../src/domain/verdict.ts'
import { claimedWhen } from '../claim/claimant.ts'
import type { ClaimProps } from '../claim/props.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { type Fields, langOf, partialDate } from '../parts.ts'

/** For which time a verdict speaks: as of when, until when, and when the desk looks again. */
export function dateFields(frame: Frame, fields: Fields, begun: Written, props: ClaimProps): Html {
  const { t } = frame
  const { holdsOn, validUntil, recheckOn, reasons } = begun
  const outdated = { name: 'reasons', value: 'outdated_since', apart: 'outdatedSince' }
  return html`<div class="verdict-dates">
${fields.text({ name: 'holdsOn', label: t('verdict.holds_on_field'), hint: t('verdict.holds_on_hint'), value: holdsOn, size: 'short' })}
${fields.text({ name: 'validUntil', label: t('verdict.valid_until_field'), hint: t('verdict.valid_until_hint'), value: validUntil, size: 'short' })}</div>
${holdsToo(frame, fields, begun, props)}
${fields.check({ ...outdated, label: t('reason.outdated_since'), hint: t('verdict.outdated_hint'), checked: reasons.includes('outdated_since'), unmarked: true })}
${fields.text({ name: 'recheckOn', label: t('verdict.recheck_on'), hint: t('verdict.recheck_hint'), value: recheckOn, size: 'short' })}`
}

/**
 * Appearances that the date does not speak of, each with its box: whoever writes the verdict can have
 * looked at them too.
 */
function holdsToo(frame: Frame, fields: Fields, begun: Written, props: ClaimProps): Html {
  const { t, now } = frame
  const holdsOn = begun.holdsOn ?? null
  const apart = props.appearances.filter(
    ({ appearance }) => !isChecked({ holdsOn, confirmed: null }, appearance, now),
  )
  if (apart.length === 0) return nothing
  const choices = apart.map(({ appearance, article }) => ({
    value: appearance.id,
    label: joined([
      claimedWhen(frame, appearance),
      html`<span${langOf(frame, article.language)}>${article.title}</span>`,
    ]),
  }))
  const value = begun.confirmed ?? []
  return fields.checks({
    name: 'confirmed',
    label: t('verdict.confirmed'),
    hint: t('verdict.confirmed_hint'),
    value,
    choices,
  })
}

/**
 * For which time a verdict speaks, as the public reads it. What was right and is outdated says since
 * when, where that is known.
 */
export function datesAsTold(frame: Frame, verdict: Written): Html {
  const { t } = frame
  const { holdsOn, validUntil } = verdict
  const isOutdated = verdict.reasons.includes('outdated_since')
  const dates = [
    holdsOn && html`${t('verdict.holds_on')} ${partialDate(frame, holdsOn)}`,
    validUntil && !isOutdated
      ? html`${t('verdict.valid_until')} ${partialDate(frame, validUntil)}`
      : null,
  ]
  return dates.some(Boolean) ? html`<p class="note">${joined(dates)}</p>` : nothing
}

/** That it was right when it was said: a sentence of its own, under the conclusion. */
export function outdatedSince(frame: Frame, { reasons, validUntil }: Written): Html {
  const { t } = frame
  if (!reasons.includes('outdated_since')) return nothing
  const since = validUntil
    ? html`${t('verdict.outdated_since')} ${partialDate(frame, validUntil)}`
    : t('reason.outdated_since')
  return html`<p class="outdated">${since}</p>`
}
