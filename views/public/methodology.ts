import type { Desk } from '../../src/domain/desk.ts'
import type { PublicFrame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { langOf, longText } from '../parts.ts'
import { textFor } from '../texts/read.ts'
import { publicPage } from './layout.ts'

/** How the desk works, in its own words, or in those that come with the program. */
export function methodologyPage(frame: PublicFrame, desk: Desk): Html {
  const { t, lang } = frame
  const title = t('public.methodology')
  const told = textFor(desk, 'methodology', lang)
  return publicPage(
    frame,
    { title, description: t('methodology.lead', { desk: desk.name }), canonical: '/methodology' },
    html`
<header><h1>${title}</h1><p class="lead">${t('methodology.lead', { desk: desk.name })}</p></header>
<div class="long-text"${langOf(frame, told.lang)}>${longText(told.text)}</div>
<p class="onward"><a href="/ratings">${t('ratings.title')}</a> <a href="/report">${t('report.title_claim')}</a></p>`,
  )
}
