import { type PublicList, type ToldPlace, toldPlaceText } from '../../src/domain/public-list.ts'
import { MAX_QUERY } from '../../src/domain/queue.ts'
import type { PublicFrame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { emptyState, exactDay, partialDate, ratingLabel, ratingShape } from '../parts.ts'
import { publicPage } from './layout.ts'
import {
  conclusionOf,
  firstPlace,
  inTongue,
  publicPager,
  statementOf,
  toldClaimant,
  toldRating,
  verdictPath,
} from './parts.ts'
import type { Shapes, ToldVerdict, ToldVersion } from './props.ts'

export type ListProps = {
  asked: PublicList
  found: ToldVersion[]
  /** From where the list goes on. */
  next: ToldPlace | null
  /** Whether this is no first page. */
  later: boolean
  /** The search holds no word that says anything. */
  wordless: boolean
  scale: Shapes
}

/** Where the list is found under what is asked for. */
function listPath(asked: Partial<PublicList>, after?: ToldPlace | null): string {
  const query = new URLSearchParams()
  if (asked.q) query.set('q', asked.q)
  if (asked.rating) query.set('rating', asked.rating)
  if (after) query.set('after', toldPlaceText(after))
  return query.size ? `/verdicts?${query}` : '/verdicts'
}

/** What the desk has published, newest first, with a search and the ratings to choose from. */
export function publicListPage(frame: PublicFrame, props: ListProps): Html {
  const { t, desk } = frame
  const { asked, found, next, later } = props
  const isWhole = !asked.q && !asked.rating && !later
  const about = {
    title: t('public.verdicts'),
    description: t('public.list_description', { desk: desk.name }),
    canonical: '/verdicts',
    unlisted: !isWhole,
  }
  const rows = html`<ol class="told-list" role="list">${found.map(({ told }) => row(frame, told, props.scale))}</ol>`
  return publicPage(
    frame,
    about,
    html`
<header class="list-head"><h1>${t('public.verdicts')}</h1>
<p class="lead">${t('public.list_lead')}</p></header>
${search(frame, asked)}${ratings(frame, props)}
${props.wordless ? html`<p class="note">${t('public.wordless')}</p>` : nothing}${found.length ? rows : none(frame, props)}
${publicPager(frame, { first: later ? listPath(asked) : null, older: next && listPath(asked, next) })}`,
  )
}

/** Nothing found, or nothing published yet: and the way out. */
function none({ t }: PublicFrame, { asked, next, later }: ListProps): Html {
  const everything = html`<a href="/verdicts">${t('public.all')}</a>`
  if (asked.q || asked.rating) {
    return emptyState(next ? t('public.none_here') : t('public.none_found'), everything)
  }
  return later ? emptyState(t('public.no_more'), everything) : emptyState(t('public.none_yet'))
}

function search({ t }: PublicFrame, { q, rating }: PublicList): Html {
  const kept = rating ? html`<input type="hidden" name="rating" value="${rating}">` : nothing
  return html`<search><form class="list-search" method="get" action="/verdicts">${kept}<label for="q">${t('public.search')}</label><div class="search-row"><input type="search" id="q" name="q" value="${q}" maxlength="${MAX_QUERY}"><button class="button" type="submit">${t('public.search_do')}</button></div></form></search>`
}

/** The ratings in use as links, each with its shape. */
function ratings(frame: PublicFrame, { asked, scale }: ListProps): Html {
  const { t } = frame
  const link = (rating: string | null, label: Part) => {
    const current = asked.rating === rating ? html` aria-current="true"` : nothing
    return html`<li><a href="${listPath({ ...asked, rating })}"${current}>${label}</a></li>`
  }
  const used = scale.filter(({ id, retiredAt }) => !retiredAt || id === asked.rating)
  return html`<nav class="list-ratings" aria-label="${t('public.by_rating')}"><ul role="list">${link(null, t('public.any_rating'))}${used.map((one) => link(one.id, html`${ratingShape(one)} ${ratingLabel(frame, one)}`))}</ul></nav>`
}

function row(frame: PublicFrame, told: ToldVerdict, scale: Shapes): Html {
  const { t } = frame
  const statement = statementOf(frame, told)
  const conclusion = conclusionOf(frame, told)
  const place = firstPlace(told)
  const by =
    place &&
    html`<span dir="auto">${toldClaimant(frame, place)}</span>${place.claimedOn ? html`, ${partialDate(frame, place.claimedOn)}` : nothing}`
  const outdated = told.reasons.includes('outdated_since') ? t('queue.outdated_since') : null
  const changed = told.underCorrectionSince
    ? html`<strong class="doubt">${t('verdict.under_correction')}</strong>`
    : null
  return html`<li class="told-row">
<p class="row-rating">${toldRating(frame, told.rating, scale)} <span class="note">${joined([exactDay(frame, told.publishedAt), outdated, changed])}</span></p>
<h2><a href="${verdictPath(told)}"${inTongue(frame, statement.lang)}>${statement.text}</a></h2>
<p class="row-conclusion"${inTongue(frame, conclusion.lang)}>${conclusion.text}</p>
${by ? html`<p class="note">${by}</p>` : nothing}
</li>`
}
