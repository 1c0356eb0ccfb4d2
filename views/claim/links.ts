import { type Sense, senses } from '../../src/domain/linking.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import {
  asking,
  type Fields,
  folded,
  langOf,
  note,
  personName,
  postForm,
  ratingMark,
  section,
  stageLabel,
  submit,
  when,
} from '../parts.ts'
import { type ClaimProps, complaint, type LinkedClaim, namesOf, refusedBy } from './props.ts'

/** How the claim stands to others, as people of the desk found. */
export function linksSection(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { links, mayWrite } = props
  if (links.length === 0 && !mayWrite) return nothing
  const list = links.length
    ? html`<ul class="links" role="list">${links.map((one) => linkItem(frame, one, props))}</ul>`
    : note(t('link.none'))
  return section(
    'links',
    t('link.title'),
    html`${list}${mayWrite ? linking(frame, props) : nothing}`,
  )
}

/** In which sense, to which claim, how that is rated, and who says so and why. */
function linkItem(frame: Frame, one: LinkedClaim, props: ClaimProps): Html {
  const { t } = frame
  const { link, sense, claim, told, by } = one
  const rating = told && props.scale.find(({ id }) => id === told.rating)
  const doubt = told?.underCorrectionSince ? t('verdict.under_correction') : null
  const said = html`<a class="statement" href="/claims/${claim.id}"${langOf(frame, claim.language)}>${claim.statement}</a>`
  const stands = joined([
    rating ? ratingMark(frame, rating) : stageLabel(frame, claim.stage),
    doubt,
  ])
  const who = personName(frame, namesOf(props), by)
  return html`<li id="link-${link.id}"><p><span class="link-sense">${t(`link.${sense}`)}</span> ${said} <span class="link-stands">${stands}</span></p>
<p class="note">${joined([link.why ? html`<q class="link-why">${link.why}</q>` : null, html`${who}, ${when(frame, link.addedAt)}`])}</p>${props.mayWrite ? ending(frame, one, props) : nothing}</li>`
}

function ending(frame: Frame, { link, claim }: LinkedClaim, { claim: own }: ClaimProps): Html {
  const { t } = frame
  const form = {
    id: `unlink-${link.id}`,
    action: `/links/${link.id}/ending`,
    revision: link.revision,
    hidden: { back: own.id },
    label: `${t('link.end')} ${t('link.end_about', { statement: claim.statement })}`,
  }
  const step = asking(
    { id: `ending-${link.id}`, label: t('link.end'), consequence: t('link.end_consequence') },
    postForm(
      frame,
      form,
      (fields) => html`
${fields.text({ name: 'comment', label: t('link.end_comment') })}
<div class="actions">${submit(t('link.end'))}</div>`,
    ),
  )
  return html`<div class="ending">${step}</div>`
}

/** The form that links one more: nothing is linked by a program. */
function linking(frame: Frame, props: ClaimProps): Html {
  const { t } = frame
  const { claim, ids, begun } = props
  const refused = refusedBy(props, 'link')
  const form = {
    id: 'new-link',
    action: `/claims/${claim.id}/links`,
    newId: ids.link,
    guard: true,
    ...refused,
  }
  const choices = senses.map((value: Sense) => ({
    value,
    label: t(`link.${value}`),
    hint: t(`link.sense_${value}`),
  }))
  return folded(
    { id: 'add-link', label: t('link.add'), open: refused !== undefined || Boolean(begun?.link) },
    html`
${complaint(frame, refused)}${postForm(
  frame,
  form,
  (fields) => html`
${fields.radios({ name: 'sense', label: t('link.sense'), value: begun?.sense, choices, required: true })}
${others(frame, fields, props)}
${fields.text({ name: 'why', label: t('link.why'), hint: t('link.why_hint'), required: true })}
<div class="actions">${submit(t('link.submit'))}</div>`,
)}`,
  )
}

/** The other claim: one that was chosen already, or any by its address. */
function others(
  frame: Frame,
  fields: Fields,
  { claim: own, chosen, links, begun }: ClaimProps,
): Html {
  const { t } = frame
  const linked = new Set(links.map((one) => one.claim.id))
  const choices = chosen
    .filter(({ id }) => !linked.has(id))
    .map((claim) => ({
      value: claim.id,
      label: html`<span${langOf(frame, claim.language)}>${claim.statement}</span> ${stageLabel(frame, claim.stage)}`,
    }))
  const other = choices.some(({ value }) => value === begun?.link) ? null : begun?.link
  const hint = t(choices.length ? 'link.other_hint' : 'link.other_only_hint')
  return html`${choices.length ? fields.radios({ name: 'likely', label: t('link.likely'), value: begun?.link, choices, unmarked: true }) : nothing}
${fields.text({ name: 'other', label: t('link.other'), hint, value: other, unmarked: true })}
${note(html`<a href="/claims/${own.id}/similar">${t('similar.look')}</a>`)}`
}
