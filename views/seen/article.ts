import { readerAddress } from '../article/address.ts'
import type { Sentence } from '../article/place.ts'
import { sameAs } from '../article/similar.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing, type Part } from '../html.ts'
import { quoted, ratingLabel, section } from '../parts.ts'
import { ratedText } from '../rulings/said.ts'
import { similarRulings } from '../rulings/similar.ts'
import { allTheSame, similarItem } from '../similar/item.ts'
import type { Alike, Similar, SimilarRuling } from '../similar/props.ts'
import { drawn, warning } from '../similar/signs.ts'

/** A sentence that is like claims on the desk, or like what others rated, the most alike first. */
export type Seen = {
  sentence: Sentence
  similar: readonly Similar[]
  rulings: readonly SimilarRuling[]
}

/** What was found in the sentences of an article up to one of them. */
export type SeenSoFar = {
  seen: readonly Seen[]
  /** The number of the last sentence that was looked at, and of the last one there is. */
  reached: number
  total: number
  /** How many were found before these, and how many more are only like what others rated. */
  before: number
  ratedBefore: number
}

export type SeenIn = {
  article: { id: string; version: string; language: string }
  version: { id: string }
  canTake: boolean
}

type Found = SeenIn & SeenSoFar

type Reached = { after: number; before: number; rated: number }

function addressOf({ article, version }: SeenIn, { after, before, rated }: Reached): string {
  const query = new URLSearchParams()
  if (version.id !== article.version) query.set('version', version.id)
  if (after > 0) query.set('after', String(after))
  if (before > 0) query.set('before', String(before))
  if (rated > 0) query.set('rated', String(rated))
  return `/articles/${article.id}/seen${query.size ? `?${query}` : ''}`
}

/**
 * Beside the text: which of its sentences are like claims on the desk. With script they are looked for
 * step by step once the page is there; without it a link leads to them.
 * @param found where they were looked for already
 */
export function seenSection(frame: Frame, props: SeenIn, found: SeenSoFar | null): Html {
  const { t } = frame
  const first = addressOf(props, { after: 0, before: 0, rated: 0 })
  const begin = html`<li class="seen-step note" hx-get="${first}" hx-trigger="load" hx-swap="outerHTML"><a href="${first}">${t('seen.look')}</a></li>`
  const rows = found ? seenRows(frame, { ...props, ...found }, true) : begin
  const later = found ? nothing : html` data-later="${first}"`
  return section(
    'seen',
    t('seen.in_article'),
    html`<ol class="rows seen-list" id="seen-list" role="list"${later}>${rows}</ol>
<p class="visually-hidden" role="status" id="seen-said"></p>`,
  )
}

/**
 * What was found in some sentences, and at its end how far that is: where it is not all, the next step.
 * @param asPage whether a person goes on to the rest by a link
 */
export function seenRows(frame: Frame, props: Found, asPage = false): Html {
  return html`${props.seen.map((one) => row(frame, props, one))}${progress(frame, props, asPage)}`
}

function progress({ t }: Frame, props: Found, asPage: boolean): Html {
  const { seen, reached, total } = props
  const own = seen.filter(({ similar }) => similar.length > 0).length
  const found = props.before + own
  const rated = props.ratedBefore + seen.length - own
  if (reached >= total) {
    const more = rated > 0 ? ` ${t('seen.rated', { count: rated })}` : ''
    return html`<li class="seen-step note" data-done>${t('seen.all', { total, found })}${more}</li>`
  }
  const next = addressOf(props, { after: reached, before: found, rated })
  const so = t('seen.so_far', { reached, total })
  if (asPage) {
    return html`<li class="seen-step note">${so} <a href="${next}">${t('seen.go_on')}</a></li>`
  }
  return html`<li class="seen-step note" hx-get="${next}" hx-trigger="load" hx-swap="outerHTML">${so} <progress max="${total}" value="${reached}" aria-label="${so}"></progress></li>`
}

/** The longest beginning of a sentence that is quoted beside its text. */
const QUOTED = 90

const abridged = (text: string): string => {
  const points = Array.from(text)
  return points.length > QUOTED ? `${points.slice(0, QUOTED).join('').trimEnd()}…` : text
}

function row(frame: Frame, props: Found, seen: Seen): Html {
  const { sentence, similar, rulings } = seen
  const first = firstOf(seen)
  if (!first) return nothing
  const { number, text } = sentence
  const where = frame.t('reader.place', { count: 1, from: number, to: number, words: 'no' })
  const ways = (one: Similar) => waysOn(frame, props, sentence, one)
  const items = similar.map((one) =>
    similarItem(frame, `seen-${number}-${one.claim.id}`, one, props.canTake ? ways : null),
  )
  return html`<li class="seen-row" id="seen-${number}" data-sentence="${number}" data-label="${label(frame, seen)}"><p class="note"><a href="#s${number}">${where}</a> <span class="seen-sign" aria-hidden="true">${sign(first)}</span> ${quoted(frame, abridged(text), props.article.language)}</p>
${items.length > 0 ? html`<ul class="similar-found" role="list">${items}</ul>` : nothing}${similarRulings(frame, `seen-${number}`, rulings)}</li>`
}

/** What it is most like: what the desk has comes before what others rated. */
const firstOf = ({ similar, rulings }: Seen): Alike | undefined => similar[0] ?? rulings[0]

/** Its words become one more appearance of the claim, or a claim of their own. */
function waysOn(frame: Frame, props: SeenIn, { number }: Sentence, one: Similar): Part {
  const choice = { from: number, to: number }
  const path = readerAddress({ ...props, claim: null }, choice)
  const own = html`<p class="note"><a href="${path}#take" hx-get="${path}" hx-target="body" hx-push-url="true">${frame.t('seen.own')}</a></p>`
  const same = (claim: { id: string }) => readerAddress({ ...props, claim }, choice)
  const way = html`<p class="note">${sameAs(frame, one.claim, same)}</p>`
  return one.likeness.warns ? html`${own}${allTheSame(frame, one, way)}` : html`${way}${own}`
}

/** No rating: that is of the claim, and nobody said yet that the sentence is one with it. */
const sign = ({ likeness }: Alike): Html => drawn(likeness.warns ? 'warn' : 'alike')

/** What the sign says. */
function label(frame: Frame, { sentence: { number }, similar, rulings }: Seen): string {
  const [own] = similar
  if (own) {
    const { claim, likeness, told } = own
    const rating = told?.rating ? ratingLabel(frame, told.rating) : frame.t('rating.none')
    const said = likeness.warns ? warning(frame, own) : rating
    return frame.t('seen.mark', { number, statement: claim.statement, said })
  }
  const [other] = rulings
  if (!other) return ''
  const { said, likeness, ruling } = other
  const rating = ratedText(frame, ruling)
  return frame.t('seen.mark_rated', {
    ...{ number, statement: said.text },
    said: likeness.warns ? `${rating}. ${warning(frame, other)}` : rating,
  })
}

/** In the text: the way to what a sentence is like, by its number. With script, `assets/seen.js` sets them. */
export function seenMark(frame: Frame, seen: Seen): Html {
  const first = firstOf(seen)
  if (!first) return nothing
  const said = label(frame, seen)
  return html`<a class="seen-mark" href="#seen-${seen.sentence.number}" lang="${frame.lang}" title="${said}" aria-label="${said}">${sign(first)}</a>`
}
