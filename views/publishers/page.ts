import { type Label, NO_EQUIVALENT } from '../../src/domain/label.ts'
import { has } from '../../src/domain/member.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import {
  alert,
  heading,
  number,
  postForm,
  type Refused,
  ratingLabel,
  ratingMark,
  submit,
} from '../parts.ts'

export type LabelRow = {
  used: { labelKey: string; label: string; language: string; rulings: number }
  /** What was decided of it. */
  label: Label | null
  /** What it might amount to, where nobody has decided. */
  suggested: string | null
  /** The id of the decision that its form will make. */
  newId: string
}

export type PublisherProps = {
  publisher: string
  name: string | null
  rows: LabelRow[]
  scale: Rating[]
  problem?: string | null
  /** A form that was refused, by its label's letters. */
  refused?: (Refused & { labelKey: string }) | undefined
}

/** The labels of one publisher, and what each amounts to on the desk's scale. */
export function publisherPage(frame: Frame, props: PublisherProps): Html {
  const { t } = frame
  const { publisher, name, rows, problem } = props
  const title = name ?? publisher
  return page(
    frame,
    { title },
    html`
${heading({ title, lead: t('publisher.lead', { name: title }), back: { href: '/publishers', label: t('publishers.title') } })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
<ul class="rows" role="list">${rows.map((row, at) => labelRow(frame, props, row, at))}</ul>`,
  )
}

function labelRow(frame: Frame, props: PublisherProps, row: LabelRow, at: number): Html {
  const { t, viewer } = frame
  const { used } = row
  const may = viewer !== null && has(viewer, 'editor')
  const count = t('publishers.rulings', { count: used.rulings, shown: number(frame, used.rulings) })
  return html`<li class="label-row" id="label-${at}"><div><q class="label-words" lang="${used.language}">${used.label}</q>
<p class="note">${count}</p></div>
<div class="label-meaning">${may ? labelForm(frame, props, row, at) : meaning(frame, props.scale, row.label)}</div></li>`
}

/** What a label amounts to, for whoever decides nothing. */
function meaning(frame: Frame, scale: Rating[], label: Label | null): Html {
  const { t } = frame
  const rating = scale.find(({ id }) => id === label?.rating)
  if (rating) return ratingMark(frame, rating)
  return html`<span class="unknown">${t(label?.meaning === 'none' ? 'publisher.none' : 'publisher.open')}</span>`
}

function labelForm(frame: Frame, props: PublisherProps, row: LabelRow, at: number): Html {
  const { t } = frame
  const { used, label, suggested, newId } = row
  const isOpen = !label || label.meaning === 'open'
  const isSuggested = isOpen && suggested !== null
  const decided = label?.meaning === 'none' ? NO_EQUIVALENT : (label?.rating ?? '')
  const value = isSuggested ? suggested : decided
  const inUse = props.scale.filter(({ id, retiredAt }) => !retiredAt || id === label?.rating)
  const choices = [
    ...inUse.map((rating) => ({ value: rating.id, label: ratingLabel(frame, rating) })),
    { value: NO_EQUIVALENT, label: t('publisher.none') },
  ]
  const refused = props.refused?.labelKey === used.labelKey ? props.refused : undefined
  return postForm(
    frame,
    {
      ...{ id: `label-${at}`, action: `/publishers/${encodeURIComponent(props.publisher)}/labels` },
      ...{ newId, revision: label?.revision ?? 0, hidden: { label: used.label } },
      ...{ class: 'label-form', label: t('publisher.of', { label: used.label }) },
      ...(refused && { typed: refused.typed ?? {}, errors: refused.errors ?? {} }),
    },
    (fields) => html`${fields.select({
      ...{ name: 'rating', label: t('publisher.amounts_to'), value, choices, unmarked: true },
      ...{ empty: t('publisher.open') },
      ...(isSuggested && { hint: t('publisher.suggested') }),
    })}
<div class="actions">${submit(t(isSuggested ? 'publisher.confirm' : 'form.save'))}</div>`,
  )
}
