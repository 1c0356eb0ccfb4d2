import type { Rating } from '../src/domain/rating.ts'
import type { Frame } from './frame.ts'
import { type Html, html, nothing } from './html.ts'
import { page } from './layout.ts'
import {
  action,
  alert,
  asking,
  buttonLink,
  heading,
  langOf,
  note,
  postForm,
  type Refused,
  ratingLabel,
  ratingMark,
  section,
  submit,
  theirs,
} from './parts.ts'
import { ratingFields } from './scale/fields.ts'

/** The scale as readers see it, and what is retired apart. For admins. */
export function scalePage(frame: Frame, scale: Rating[]): Html {
  const { t } = frame
  const list = (ratings: Rating[]) =>
    html`<ul class="rows" role="list">${ratings.map((one) => ratingRow(frame, one))}</ul>`
  const retired = scale.filter(({ retiredAt }) => retiredAt)
  const apart = html`${note(t('scale.retired_lead'))}${list(retired)}`
  return page(
    frame,
    { title: t('scale.title') },
    html`
${heading({
  title: t('scale.title'),
  lead: t('scale.lead'),
  back: { href: '/settings', label: t('settings.title') },
  actions: buttonLink('/settings/scale/new', t('scale.add'), 'primary'),
})}
${list(scale.filter(({ retiredAt }) => !retiredAt))}
${retired.length ? section('retired', t('scale.retired'), apart) : nothing}`,
  )
}

/** The label in the language that the page is not in. */
function otherLabel(frame: Frame, { labelEn, labelIt }: Rating): Html {
  const [label, language] = frame.lang === 'it' ? [labelEn, 'en'] : [labelIt, 'it']
  return html`<span class="other-label"${langOf(frame, language)}>${label}</span>`
}

function ratingRow(frame: Frame, rating: Rating): Html {
  const { t } = frame
  const { id, number } = rating
  const about = html`<span class="visually-hidden"> ${ratingLabel(frame, rating)}</span>`
  return html`<li class="rating-row"><span class="rating-number"><span class="visually-hidden">${t('scale.number')}: </span>${number ?? html`<span aria-hidden="true">–</span><span class="visually-hidden">${t('scale.number_none')}</span>`}</span>
<span class="rating-words">${ratingMark(frame, rating)} ${otherLabel(frame, rating)}</span>
<code class="rating-id">${id}</code>
<a class="button quiet" href="/settings/scale/${id}">${t('scale.edit')}${about}</a></li>`
}

export type RatingProps = Refused & {
  scale: Rating[]
  /** The revision that the form was made on: what is refused is not yet another's to overwrite. */
  revision?: number
  /** What somebody else saved in between. */
  theirs?: Rating
  /** Why a form was refused, where no field is to blame. */
  problem?: string | null
}

/** Where one more rating is put on the scale. */
export function newRatingPage(frame: Frame, props: RatingProps): Html {
  const { t } = frame
  const form = { id: 'rating', action: '/settings/scale', guard: true, class: 'rating-form' }
  return page(
    frame,
    { title: t('scale.new_title'), width: 'narrow' },
    html`
${heading({ title: t('scale.new_title'), back: { href: '/settings/scale', label: t('scale.title') } })}
${props.problem ? alert(html`<p>${props.problem}</p>`) : nothing}
${postForm(
  frame,
  { ...form, typed: props.typed, errors: props.errors },
  (fields) => html`
${ratingFields(frame, fields, props.scale, null)}
${fields.text({ name: 'slug', label: t('scale.slug'), hint: t('scale.slug_hint'), size: 'medium' })}
<div class="actions">${submit(t('scale.new_submit'), { tone: 'primary' })}</div>`,
)}`,
  )
}

/** One rating: its words and its look, and whether it is in use. */
export function ratingPage(frame: Frame, rating: Rating, props: RatingProps): Html {
  const { t } = frame
  const { scale, typed, errors, problem, revision = rating.revision } = props
  const title = t('scale.edit_title', { label: ratingLabel(frame, rating) })
  const form = { id: 'rating', action: `/settings/scale/${rating.id}`, class: 'rating-form' }
  const lead = html`${t('scale.slug')}: <code>${rating.id}</code>`
  return page(
    frame,
    { title, width: 'narrow' },
    html`
${heading({ title, lead, back: { href: '/settings/scale', label: t('scale.title') } })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}${props.theirs ? saved(frame, props.theirs) : nothing}
${postForm(
  frame,
  { ...form, guard: true, revision, typed, errors },
  (fields) => html`
${ratingFields(frame, fields, scale, rating)}
<div class="actions">${submit(t('form.save'), { tone: 'primary' })}</div>`,
)}
${rating.retiredAt ? restoring(frame, rating) : retiring(frame, rating)}`,
  )
}

const saved = (frame: Frame, rating: Rating): Html =>
  theirs(frame, [
    [frame.t('scale.label_en'), rating.labelEn],
    [frame.t('scale.label_it'), rating.labelIt],
    [frame.t('scale.meaning_en'), rating.meaningEn],
    [frame.t('scale.meaning_it'), rating.meaningIt],
    [frame.t('scale.number'), rating.number ?? frame.t('scale.number_none')],
    [frame.t('scale.shape'), frame.t(`shape.${rating.shape}`)],
    [frame.t('scale.tone'), frame.t(`tone.${rating.tone}`)],
  ])

function retiring(frame: Frame, rating: Rating): Html {
  const { t } = frame
  const label = ratingLabel(frame, rating)
  const consequence = t('scale.retire_text', { label })
  const ask = { id: 'retiring', label: t('scale.retire'), consequence }
  const { id, revision } = rating
  const button = action(frame, {
    ...{ id: 'retire', action: `/settings/scale/${id}/retirement`, revision },
    label: t('scale.retire_confirm', { label }),
    tone: 'danger',
  })
  return section('retirement', t('scale.retire_title'), asking(ask, button))
}

function restoring(frame: Frame, { id, revision }: Rating): Html {
  const { t } = frame
  const button = action(frame, {
    ...{ id: 'restore', action: `/settings/scale/${id}/restoration`, revision },
    label: t('scale.restore'),
  })
  const body = html`${note(t('scale.restore_text'))}${button}`
  return section('restoration', t('scale.restore_title'), body)
}
