import type { Desk } from '../../src/domain/desk.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { PublicFrame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { langOf, longText, ratingMark } from '../parts.ts'
import { meaningFor, textFor } from '../texts/read.ts'
import { publicPage } from './layout.ts'

/** The rating scale: what each rating means, and those that only older verdicts carry. */
export function ratingsPage(frame: PublicFrame, desk: Desk, scale: readonly Rating[]): Html {
  const { t, lang } = frame
  const title = t('ratings.title')
  const description = t('ratings.lead', { desk: desk.name })
  const told = textFor(desk, 'scale', lang)
  const used = scale.filter(({ retiredAt }) => !retiredAt)
  const retired = scale.filter(({ retiredAt }) => retiredAt)
  return publicPage(
    frame,
    { title, description, canonical: '/ratings' },
    html`
<header><h1>${title}</h1><p class="lead">${description}</p></header>
${list(frame, used)}
<div class="long-text"${langOf(frame, told.lang)}>${longText(told.text)}</div>
${retired.length ? html`<section class="retired" aria-labelledby="retired"><h2 id="retired">${t('ratings.retired')}</h2><p class="note">${t('ratings.retired_lead')}</p>${list(frame, retired)}</section>` : nothing}
<p class="onward"><a href="/methodology">${t('public.methodology')}</a></p>`,
  )
}

const list = (frame: PublicFrame, ratings: readonly Rating[]): Html =>
  html`<dl class="scale-list">${ratings.map((one) => row(frame, one))}</dl>`

function row(frame: PublicFrame, rating: Rating): Html {
  const meaning = meaningFor(rating, frame.lang)
  const words = meaning ? html`<span${langOf(frame, meaning.lang)}>${meaning.text}</span>` : '–'
  return html`<div id="${rating.id}"><dt>${ratingMark(frame, rating)}</dt><dd>${words}</dd></div>`
}
