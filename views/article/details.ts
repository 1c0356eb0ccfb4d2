import type { Article } from '../../src/domain/article.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import {
  certain,
  type Fields,
  languageChoices,
  languageName,
  outside,
  partialDate,
  safeAddress,
} from '../parts.ts'

/** What can be known of an article; a reading of its text may lack any of it. */
export type Details = {
  title: string | null
  outlet: string | null
  outletReason?: string | null
  byline: string | null
  date: string | null
  dateReason?: string | null
  language: string | null
  url?: string | null
}

/** What to say beside the fields: how the title was found, and what the text did not tell. */
export type Remarks = { title?: string | null; outlet?: string | null; date?: string | null }

/** The fields of `articleInput`. A reason stands beside the value that it is about. */
export function detailFields(
  frame: Frame,
  fields: Fields,
  known: Details,
  remarks: Remarks = {},
): Html {
  const { t } = frame
  const lang = known.language ?? undefined
  const present = known.language
  return html`
${fields.area({ name: 'title', label: t('article.field_title'), hint: remarks.title, value: known.title, rows: 2, serif: true, lang, required: true })}
<div class="with-reason">
${fields.text({ name: 'outlet', label: t('article.field_outlet'), hint: remarks.outlet, value: known.outlet })}
${fields.text({ name: 'outletReason', label: t('article.field_outletReason'), hint: t('article.reason_hint'), value: known.outletReason })}
</div>
${fields.text({ name: 'byline', label: t('article.field_byline'), hint: t('article.byline_hint'), value: known.byline })}
<div class="with-reason">
${fields.text({ name: 'date', label: t('article.field_date'), hint: joined([remarks.date, t('article.date_hint')], ' '), value: known.date, size: 'short' })}
${fields.text({ name: 'dateReason', label: t('article.field_dateReason'), hint: t('article.reason_hint'), value: known.dateReason })}
</div>
${fields.select({ name: 'language', label: t('article.field_language'), value: present, choices: languageChoices(frame, present), empty: present ? undefined : t('article.language_choose'), required: true })}
${fields.text({ name: 'url', label: t('article.field_url'), hint: t('article.url_hint'), value: known.url, type: 'url' })}`
}

/** Outlet, byline, date and language in one line, with what is not known said as such. */
export function originLine(frame: Frame, article: Article): Html {
  const { t } = frame
  const outlet = article.outlet ?? html`<span class="unknown">${t('article.outlet_unknown')}</span>`
  return joined([
    html`${outlet}${certain(frame, article.outlet, article.outletReason)}`,
    article.byline ? t('article.by', { byline: article.byline }) : null,
    html`${partialDate(frame, article.date)}${certain(frame, article.date, article.dateReason)}`,
    languageName(frame, article.language),
  ])
}

/** Where the article can be read on the web, if anywhere. */
export function sourceLink({ t }: Frame, url: string | null): Html | null {
  const address = safeAddress(url)
  if (!address) return null
  const host = new URL(address).host.replace(/^www\./, '')
  return outside(address, t('article.source_at', { host }))
}

/** Why an outlet or a date is what we say: in words, for a reason on hover reaches few. */
export function whyInferred({ t }: Frame, article: Article): Html {
  const { outlet, outletReason, date, dateReason } = article
  const why = [
    outlet && outletReason ? t('article.why_outlet', { reason: outletReason }) : null,
    date && dateReason ? t('article.why_date', { reason: dateReason }) : null,
  ]
  return html`${why.map((text) => (text ? html`<p class="note">${text}</p>` : nothing))}`
}
