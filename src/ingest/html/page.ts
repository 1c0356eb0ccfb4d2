import { languageOf } from '../language.ts'
import { publicationDate } from '../publication.ts'
import { addressOf } from './address.ts'
import { dayIn, dayInAddress, inLocalTime } from './day.ts'
import { type DomDocument, plainText } from './dom.ts'
import { comparable } from './filter.ts'
import { outletInTab, titleOf } from './headline.ts'
import { type LinkedArticle, readLinked } from './linked.ts'
import { type Meta, readMeta } from './meta.ts'
import { peopleIn } from './people.ts'
import { readVisible, type Visible } from './visible.ts'

/** All that a page says of itself, each part as it was found. */
export type Page = {
  linked: LinkedArticle | null
  meta: Meta
  visible: Visible
  url: string | null
}

const TITLES = `og:title twitter:title parsely-title sailthru.title dc.title dcterms.title`
const AUTHORS = `author parsely-author sailthru.author dc.creator dcterms.creator dc.author article:author
  article:author_name og:article:author cxenseparse:author byl citation_author rbauthors vr:author`
const DATES = `article:published_time og:article:published_time og:published_time datepublished
  parsely-pub-date sailthru.date cxenseparse:recs:publishtime publishdate publish-date publish_date pubdate
  published_time article.published date.issued dc.date.issued dcterms.issued dc.date.created dcterms.created
  dc.date dcterms.date date citation_date citation_publication_date pdate ptime last-published`
const SITES = 'application-name apple-mobile-web-app-title dc.publisher publisher'

/**
 * @param document before it is pruned
 * @param scripts the linked data
 * @param fetched where the page came from, or null
 */
export function readPage(
  document: DomDocument,
  scripts: readonly string[],
  fetched: string | null,
): Page {
  const meta = readMeta(document)
  const visible = readVisible(document)
  const canonical = [meta.link('canonical') ?? '', ...meta.values('og:url')].filter(isSaid)
  const known = [...canonical, fetched ?? ''].filter(isSaid).map(bareAddress)
  const headlines = [...visible.headlines, ...meta.values('og:title')].map(comparable)
  const linked = readLinked(
    scripts,
    (text) => known.includes(bareAddress(text)) || headlines.includes(comparable(text)),
  )
  return { linked, meta, visible, url: addressOf([...canonical, ...(linked?.urls ?? [])], fetched) }
}

/** What the page calls its site, the most trusted first. */
export function outletNames({ linked, meta, visible }: Page): string[] {
  const headlines = [...visible.headlines, ...meta.values('og:title'), ...(linked?.headlines ?? [])]
  const handles = meta.values('twitter:site').filter((name) => !name.startsWith('@'))
  return [
    ...meta.values('og:site_name'),
    ...(linked?.publishers ?? []),
    ...meta.values(...words(SITES)),
    outletInTab(meta.title, headlines) ?? '',
    ...handles,
  ]
    .map(plainText)
    .filter(isSaid)
}

/** @param outlets names of the site, which are no part of the title */
export function titleIn({ linked, meta, visible }: Page, outlets: readonly string[]) {
  const titles = {
    linked: linked?.headlines ?? [],
    shared: meta.values(...words(TITLES)).map(plainText),
    shown: visible.headlines,
    tab: meta.title,
  }
  return titleOf(titles, outlets)
}

/** @param outlets names of the site, which sign nothing */
export function bylineIn({ linked, meta, visible }: Page, outlets: readonly string[]) {
  return (
    peopleIn(linked?.authors ?? [], outlets) ??
    peopleIn(meta.values(...words(AUTHORS)).map(plainText), outlets) ??
    peopleIn(visible.bylines, outlets, true)
  )
}

/**
 * The day of publication, `YYYY-MM-DD` or null: stated, else shown, else told by the text's head,
 * else part of the address.
 *
 * @param today `YYYY-MM-DD` or null: later days are not believed
 */
export function dateIn(
  { linked, meta, visible, url }: Page,
  head: string,
  language: string | null,
  today: string | null,
): string | null {
  const all = [...(linked?.dates ?? []), ...meta.values(...words(DATES)), ...visible.dates]
  const stated = all.map((written) => dayIn(inLocalTime(written, all), language))
  const days = [...stated, publicationDate(head, language, today), dayInAddress(url)]
  return days.find((day) => day !== null && isPast(day, today)) ?? null
}

/** Languages that the text tells better than a template that was copied from elsewhere. */
const TOLD = /^(?:it|en|fr|es|de|pt|nl|ro|pl|el|tr|ru|uk|ar|zh|ja)$/
/** Less than this, in UTF-16 units, and what the page states is the safer guess. */
const TELLING = 400

export function languageIn({ linked, meta }: Page, text: string): string | null {
  const stated = [
    meta.language ?? '',
    ...(linked?.languages ?? []),
    ...meta.values('og:locale', 'content-language', 'language'),
  ]
    .map((code) => /^([a-z]{2,3})(?:[-_]|$)/i.exec(code)?.[1]?.toLowerCase())
    .find((code) => code !== undefined)
  const found = languageOf(text)
  if (stated === undefined) return found
  return found !== null && TOLD.test(stated) && text.length > TELLING ? found : stated
}

/** A day of grace, for time zones. */
function isPast(day: string, today: string | null): boolean {
  return today === null || Date.parse(day) <= Date.parse(today) + 86_400_000
}

function bareAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?|[#?].*$/g, '').replace(/\/$/, '')
}

function isSaid(text: string): boolean {
  return text !== ''
}

function words(list: string): string[] {
  return list.split(/\s+/)
}
