import type { Rating } from '../../src/domain/rating.ts'
import { type Ruling, statementOf } from '../../src/domain/ruling.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { page } from '../layout.ts'
import {
  facts,
  heading,
  jsonCode,
  langOf,
  languageName,
  outside,
  ratingMark,
  section,
  stamp,
} from '../parts.ts'
import { similarItem } from '../similar/item.ts'
import type { Found } from '../similar/props.ts'
import { beginningOf, dayIn, publisherOf, rated } from './said.ts'
import { similarRulings } from './similar.ts'

export type RulingProps = {
  ruling: Ruling
  /** What its label amounts to here; null where nobody said so. */
  rating: Rating | null
  /** What is similar, where it was looked for already. */
  similar?: Found
}

/** All that was received of how somebody else rated something. Nothing of it was decided by the desk. */
export function rulingPage(frame: Frame, props: RulingProps): Html {
  const { t } = frame
  const { ruling } = props
  const title = t('ruling.one')
  const statement = statementOf(ruling)
  return page(
    frame,
    { title: `${title} · ${beginningOf(statement || publisherOf(ruling), 60)}` },
    html`
${heading({
  title: html`<bdi class="ruling-title"${langOf(frame, ruling.language)}>${statement || t('ruling.unsaid')}</bdi>`,
  back: { href: '/rulings', label: t('ruling.title') },
  lead: rated(frame, ruling),
})}
<p class="note">${t('ruling.not_ours')}</p>
${section('received', t('ruling.received'), received(frame, props))}
${whole(frame, ruling, statement)}
${similarSection(frame, props)}
${section('original', t('ruling.record'), original(frame, ruling))}`,
  )
}

const plain = (text: string): Html => html`<bdi>${text}</bdi>`

function received(frame: Frame, { ruling, rating }: RulingProps): Html {
  const { t } = frame
  const { publisher, publisherName, claimant, claimantRole, claimedOn, reviewedOn } = ruling
  const only = `/rulings?${new URLSearchParams({ publisher }).toString()}`
  const unmapped = html`<a href="/publishers/${encodeURIComponent(publisher)}">${t('ruling.amounts_unknown')}</a>`
  const rows: [Part, Part][] = [
    [
      t('ruling.publisher'),
      joined([publisherName && plain(publisherName), html`<a href="${only}">${publisher}</a>`]),
    ],
    [t('ruling.label'), html`<strong>${plain(ruling.label)}</strong>`],
    [t('ruling.amounts_to'), rating ? ratingMark(frame, rating) : unmapped],
  ]
  const add = (label: string, value: Part) => {
    if (value) rows.push([label, value])
  }
  add(t('ruling.claimant'), claimant && plain([claimant, claimantRole].filter(Boolean).join(', ')))
  add(t('ruling.claimed_on'), claimedOn && dayIn(frame, claimedOn))
  add(t('ruling.reviewed_on'), reviewedOn && dayIn(frame, reviewedOn))
  add(t('ruling.their_title'), ruling.title && plain(ruling.title))
  add(t('ruling.address'), ruling.url && outside(ruling.url, ruling.url))
  add(t('ruling.appearances'), addresses(ruling.appearances))
  add(t('ruling.links'), addresses(ruling.links))
  add(t('ruling.language'), languageOf(frame, ruling.language))
  add(t('ruling.key'), html`<code>${ruling.key}</code>`)
  add(
    t('ruling.brought'),
    html`<a href="/imports/${ruling.import}">${t('ruling.import')}</a>, ${stamp(frame, ruling.addedAt)}`,
  )
  add(t('ruling.changed'), ruling.changedAt && stamp(frame, ruling.changedAt))
  return html`<div class="ruling-facts">${facts(rows)}</div>`
}

/** No more addresses than these are listed. */
const LISTED = 50

/** They lead out, and nothing is fetched from them; what is none that may be followed is plain text. */
function addresses(all: string[]): Part {
  if (all.length === 0) return null
  return html`<ul class="ruling-links" role="list">${all
    .slice(0, LISTED)
    .map((url) => html`<li>${outside(url, url)}</li>`)}</ul>`
}

function languageOf(frame: Frame, code: string): string {
  return /^[a-z]{2,3}$/.test(code) ? languageName(frame, code) : code
}

/** What was rated, where only its beginning stands on top. */
function whole(frame: Frame, { statement, language }: Ruling, shown: string): Html {
  if (!statement || statement === shown) return nothing
  return section(
    'statement',
    frame.t('ruling.statement'),
    html`<p class="ruling-statement"${langOf(frame, language)}><bdi>${statement}</bdi></p>`,
  )
}

/** With script it is looked for once the page is there; else a link leads to it. */
function similarSection(frame: Frame, { ruling, similar }: RulingProps): Html {
  const { t } = frame
  const path = `/rulings/${ruling.id}/similar`
  const way = html`<p class="note"><a href="${path}">${t('similar.look')}</a></p>`
  const later = html`<div class="similar-found" id="similar-of-${ruling.id}" data-later="${path}" hx-get="${path}" hx-trigger="load" hx-swap="innerHTML">${way}</div>`
  const there = similar && html`<div class="similar-found">${similarToRuling(frame, similar)}</div>`
  return section('similar', t('similar.title'), there ?? later)
}

/** What the desk has that speaks of the same thing, and how others rated that. */
export function similarToRuling(frame: Frame, { claims, rulings }: Found): Html {
  const count = frame.t('claimForm.similar_count', { count: claims.length })
  const row = (one: Found['claims'][number]) =>
    similarItem(frame, `similar-${one.claim.id}`, one, null)
  const list = html`<ul class="rows" role="list">${claims.map(row)}</ul>`
  return html`<p class="similar-title">${count}</p>${claims.length > 0 ? list : nothing}${similarRulings(frame, 'similar', rulings)}`
}

/** More than this is no longer laid out; it can still be had whole. */
const LAID_OUT = 100_000
const DEEPEST = 40

/** The record as it was received; laid out where it is JSON that a person can read. */
function original(frame: Frame, { id, original }: Ruling): Html {
  const { t } = frame
  const down = html`<p class="note"><a href="/rulings/${id}/original" hx-boost="false" download>${t('ruling.download')}</a></p>`
  const isLong = original.length > LAID_OUT
  const text = readable(original) ? jsonCode(original) : original.slice(0, LAID_OUT)
  return html`${down}<pre class="code ruling-record" tabindex="0" aria-label="${t('ruling.record')}"><code>${text}</code></pre>${isLong ? html`<p class="note">${t('ruling.cut')}</p>` : nothing}`
}

function readable(text: string): boolean {
  if (text.length > LAID_OUT) return false
  let depth = 0
  for (const sign of text) {
    if (sign === '{' || sign === '[') depth += 1
    if (sign === '}' || sign === ']') depth -= 1
    if (depth > DEEPEST) return false
  }
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
