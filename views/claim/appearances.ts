import { checking } from '../../src/domain/validity.ts'
import { driftAbout, driftMark } from '../drift/mark.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { langOf, note, outside, partialDate, section } from '../parts.ts'
import { backToLook } from '../verdict/look.ts'
import { chain, claimedBy, claimedWhen, type Place } from './claimant.ts'
import { type ClaimProps, canWork } from './props.ts'
import { unchecked } from './validity.ts'

/** The exact words in each article, who claims them there, and through whom they came. */
export function appearancesSection(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim, appearances } = props
  const list = appearances.length
    ? html`<ol class="places" role="list">${appearances.map((place) => placeItem(frame, place, props))}</ol>`
    : note(claim.duplicateOf ? t('claim.appearances_moved') : t('claim.appearances_none'))
  const reason = claim.explanation
    ? html`<p class="explanation"${langOf(frame, claim.language)}>${claim.explanation}</p>`
    : nothing
  return section('appearances', t('claim.appearances'), html`${list}${reason}`)
}

function placeItem(frame: Frame, place: Place, props: ClaimProps): Html {
  const { t } = frame
  const { appearance, article } = place
  const { id, attribution, claimedOnReason } = appearance
  const isLead = props.appearances.length > 1 && props.claim.leadAppearance === id
  const source = html`<a href="/articles/${article.id}"${langOf(frame, article.language)}>${article.title}</a>`
  const edit = canWork(props)
    ? html`<a class="edit" href="/appearances/${id}">${t('claim.edit')}<span class="visually-hidden"> ${t('claim.edit_appearance', { title: article.title })}</span></a>`
    : null
  const back = backToLook(frame, props, `/appearances/${id}`, `#appearance-${id}`)
  const { claimant } = place
  const by = html`<span>${claimedBy(frame, place)}</span>`
  const who = claimant
    ? html`<a href="/claimants/${claimant.id}">${claimedBy(frame, place)}</a>`
    : by
  const said = html`${joined([who, claimant?.role], ', ')}, ${claimedWhen(frame, appearance)}`
  return html`<li class="place" id="appearance-${id}">
${excerpt(frame, place)}${driftMark(frame, driftAbout(props.drifts, id))}
<p>${joined([isLead ? html`<strong class="lead-mark">${t('claim.lead')}</strong>` : null, said])}</p>
${attribution.length > 1 ? html`<p>${chain(frame, attribution)}</p>` : nothing}
${standing(frame, place, props)}${claimedOnReason ? note(t('claim.date_because', { reason: claimedOnReason })) : nothing}
<p class="note">${joined([source, article.outlet ?? t('claim.outlet_unknown'), partialDate(frame, article.date), article.url ? outside(article.url) : null, edit, back])}</p>
</li>`
}

/** Whether the public verdict speaks of it; nothing where that goes without saying. */
function standing(frame: Frame, place: Place, props: ClaimProps): Html {
  const { t } = frame
  const { told, versions } = props
  const { appearance } = place
  if (!told) return nothing
  if (!checking(versions)?.(appearance)) return unchecked(frame, place, told, props)
  if (told.confirmed?.includes(appearance.id)) return note(t('validity.confirmed'))
  const isLater = told.publishedAt !== null && appearance.addedAt > told.publishedAt
  return isLater ? note(t('claim.added_since')) : nothing
}

/** The words within their sentence: what stands around them is there, but steps back. */
export function excerpt(frame: Frame, { appearance, article }: Place): Html {
  const { prefix, quote, suffix } = appearance
  const around = (text: string) => (text ? html`<span class="around">${text}</span>` : nothing)
  return html`<blockquote class="quotation"><p${langOf(frame, article.language)}>${prefix ? html`<span class="around">…</span>` : nothing}${around(prefix)}${quote}${around(suffix)}${suffix ? html`<span class="around">…</span>` : nothing}</p></blockquote>`
}
