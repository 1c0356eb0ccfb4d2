import type { Claim } from '../src/domain/claim.ts'
import { type DuePlace, duePlaceText } from '../src/domain/due.ts'
import type { Rating } from '../src/domain/rating.ts'
import type { DueReason } from '../src/domain/validity.ts'
import type { Verdict } from '../src/domain/verdict.ts'
import { claimedBy, claimedWhen, type Place } from './claim/claimant.ts'
import type { Taken } from './claim/props.ts'
import { confirming, uncheckedMark } from './claim/validity.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing } from './html.ts'
import { page } from './layout.ts'
import {
  action,
  emptyState,
  heading,
  langOf,
  note,
  partialDate,
  postForm,
  ratingMark,
  stageLabel,
  submit,
} from './parts.ts'
import { becameOf, standing as standBy } from './verdict/reuse.ts'

export type DueItem = {
  claim: Claim
  /** What is public. */
  told: Verdict
  /** The appearances that it is not checked for. */
  unchecked: Place[]
  /** The verdict that it took over, where that stands no longer as it did. */
  original: Taken | null
  reasons: DueReason[]
}

export type DueProps = {
  /** What is due longest first. */
  rows: DueItem[]
  scale: Rating[]
  /** How many there are on all pages. */
  count: number
  /** Where this page begins, and where the next one does; null at either end. */
  place: DuePlace | null
  next: DuePlace | null
}

/** Public verdicts to be looked at again: why, and the one step that settles each. */
export function duePage(frame: Frame, props: DueProps): Html {
  const { t } = frame
  const { rows, count, scale } = props
  const list = rows.length
    ? html`${note(t('again.count', { count }))}<ul class="rows due-list" role="list">${rows.map((row) => dueItem(frame, row, scale))}</ul>`
    : emptyState(t('again.empty'))
  return page(
    frame,
    { title: t('again.title') },
    html`
${heading({ title: t('again.title'), lead: t('again.lead'), back: { href: '/review', label: t('review.title') } })}
${list}
${pages(frame, props)}`,
  )
}

function dueItem(frame: Frame, row: DueItem, scale: Rating[]): Html {
  const { t } = frame
  const { claim, told, unchecked, original } = row
  const rating = scale.find(({ id }) => id === told.rating)
  const about = joined([
    rating ? ratingMark(frame, rating) : null,
    told.reasons.includes('outdated_since') ? t('queue.outdated_since') : null,
    told.holdsOn && html`${t('verdict.holds_on')} ${partialDate(frame, told.holdsOn)}`,
    claim.stage === 'decided' ? null : stageLabel(frame, claim.stage),
  ])
  return html`<li id="due-${told.id}"><div><a class="statement" href="/claims/${claim.id}"${langOf(frame, claim.language)}>${claim.statement}</a>
<p class="note">${about}</p></div>
<div class="due-why">${dated(frame, row)}${unchecked.length ? found(frame, row) : nothing}${original ? html`<p>${becameOf(frame, original)}</p>` : nothing}</div>
<div class="due-ways">${standing(frame, row)}${original ? standBy(frame, told, original, { back: 'due' }) : nothing}${reopening(frame, row)}</div></li>`
}

/** Why a day that was given is there. */
function dated(frame: Frame, { told, reasons }: DueItem): Html {
  const { t } = frame
  const { recheckOn, validUntil } = told
  const why = {
    planned: recheckOn && html`<p>${t('again.planned')} ${partialDate(frame, recheckOn)}</p>`,
    expired: validUntil && html`<p>${t('again.expired')} ${partialDate(frame, validUntil)}</p>`,
    found: null,
    reused: null,
  }
  return html`${reasons.map((reason) => why[reason])}`
}

/** Where it was found again, each with the step of an editor who looked at it. */
function found(frame: Frame, { told, unchecked }: DueItem): Html {
  const { t } = frame
  const row = (place: Place) => {
    const { appearance, article } = place
    const title = html`<a href="/claims/${told.claim}#appearance-${appearance.id}"${langOf(frame, article.language)}>${article.title}</a>`
    const said = html`${claimedBy(frame, place)}, ${claimedWhen(frame, appearance)}`
    return html`<li><span>${joined([title, said, uncheckedMark(frame)])}</span>${confirming(frame, place, told, 'due')}</li>`
  }
  return html`<p>${t('again.found', { count: unchecked.length })}</p><ul class="due-places" role="list">${unchecked.map(row)}</ul>`
}

/** What is public stands, and is looked at again on another day. */
function standing(frame: Frame, { told, reasons }: DueItem): Html {
  const { t } = frame
  if (!reasons.some((reason) => reason === 'planned' || reason === 'expired')) return nothing
  const form = {
    id: `next-${told.id}`,
    action: `/verdicts/${told.id}/recheck`,
    revision: told.revision,
    hidden: { back: 'due' },
    class: 'due-form',
  }
  return postForm(
    frame,
    form,
    (fields) => html`
${fields.text({ name: 'recheckOn', label: t('verdict.recheck_on'), hint: t('again.day_hint'), size: 'short', unmarked: true })}
<div class="actions">${submit(t('again.stands'))}</div>`,
  )
}

function reopening(frame: Frame, { claim, told }: DueItem): Html {
  if (claim.stage !== 'decided') return nothing
  return action(frame, {
    id: `reopen-${told.id}`,
    action: `/claims/${claim.id}/reopening`,
    revision: claim.revision,
    label: frame.t('again.reopen'),
    about: claim.statement,
  })
}

function pages({ t }: Frame, { place, next }: DueProps): Html {
  if (!place && !next) return nothing
  const link = (href: string, label: Html) =>
    html`<a href="${href}" hx-swap="outerMorph show:top">${label}</a>`
  return html`<nav class="pager" aria-label="${t('pager.label')}">${
    place ? link('/due', html`‹ ${t('queue.first')}`) : nothing
  }${next ? link(`/due?after=${duePlaceText(next)}`, html`${t('queue.next')} ›`) : nothing}</nav>`
}
