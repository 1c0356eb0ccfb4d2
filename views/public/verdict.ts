import type { PublicFrame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { isMessageKey } from '../messages.ts'
import { exactDay, languageName, markdown, outside, section } from '../parts.ts'
import { datesAsTold, outdatedSince } from '../verdict/dates.ts'
import { evidenceTold } from './evidence.ts'
import { appearancesTold, contactsTold, saidOn, searchesTold } from './grounds.ts'
import { publicPage } from './layout.ts'
import {
  conclusionOf,
  firstPlace,
  inTongue,
  originalOf,
  statementOf,
  toldClaimant,
  toldRating,
  verdictPath,
} from './parts.ts'
import type { ToldVerdict } from './props.ts'
import { olderBanner, standingNotices, type VersionProps, versionsTold } from './versions.ts'

/** `review`: the same as ClaimReview, for a verdict that stands. */
export type VerdictProps = VersionProps & { review: object | null }

/** A verdict, or an older version of it, as the public was told it. */
export function verdictPage(frame: PublicFrame, props: VerdictProps): Html {
  const { lang } = frame
  const { shown, present, review } = props
  const { told } = shown
  const statement = statementOf(frame, told)
  const isOld = told.id !== present.told.id
  const about = {
    title: statement.text,
    description: `${told.rating.labels[lang]}. ${conclusionOf(frame, told).text}`,
    canonical: verdictPath(present.told, isOld ? told.version : undefined),
    type: 'article' as const,
    unlisted: isOld,
    data: review,
  }
  return publicPage(
    frame,
    about,
    html`<article class="verdict-told">
${claimHead(frame, told)}
${olderBanner(frame, props)}${finding(frame, props)}${standingNotices(frame, props)}${byline(frame, told)}
${why(frame, told)}
${evidenceTold(frame, told)}
${searchesTold(frame, told)}
${contactsTold(frame, told)}
${appearancesTold(frame, told)}
${versionsTold(frame, props)}
${further(frame, present.told)}
</article>`,
  )
}

/** The claim in the desk’s words, and who made it, when and where. */
export function claimHead(frame: PublicFrame, told: ToldVerdict): Html {
  const { t } = frame
  const statement = statementOf(frame, told)
  return html`<header class="claim-told">
<p class="kicker">${t('public.kicker')}</p>
<h1${inTongue(frame, statement.lang)}>${statement.text}</h1>
${originalOf(frame, statement, told.claim.language)}${madeBy(frame, told)}
</header>`
}

function madeBy(frame: PublicFrame, told: ToldVerdict): Html {
  const { t } = frame
  const place = firstPlace(told)
  if (!place) return nothing
  const { article, claimant } = place
  const who = html`<span dir="auto">${joined([toldClaimant(frame, place), claimant.role], ', ')}</span>`
  const title = html`<span${inTongue(frame, article.language)}>${article.url ? outside(article.url, article.title) : article.title}</span>`
  const more = told.appearances.length - 1
  const others =
    more > 0 ? html`<a href="#appearances">${t('public.more_places', { count: more })}</a>` : null
  return html`<p class="made-by">${joined([html`${who}, ${saidOn(frame, place)}`, title, others])}</p>`
}

/** The reasons at length, as they were written; which language that is, where it is not the reader’s. */
function why(frame: PublicFrame, { rationale, evidence, claim }: ToldVerdict): Html {
  const cites = new Set(evidence.map(({ number }) => number))
  const body = html`<div${inTongue(frame, claim.language)}>${markdown(rationale.markdown, cites)}</div>`
  const aside = claim.language === frame.lang ? null : languageName(frame, claim.language)
  return section('why', frame.t('verdict.rationale'), body, aside)
}

/** The rating, large, with the one sentence: what most readers come for. */
function finding(frame: PublicFrame, { shown: { told }, scale }: VerdictProps): Html {
  const { t } = frame
  const conclusion = conclusionOf(frame, told)
  const tone = scale.find(({ id }) => id === told.rating.id)?.tone
  const misleads = told.reasons.filter((reason) => reason !== 'outdated_since')
  const reasons = misleads.flatMap((reason) => {
    const key = `reason.${reason}`
    return isMessageKey(key) ? [t(key)] : []
  })
  return html`<div class="finding${tone ? ` finding-${tone}` : ''}">
<p class="finding-rating"><span class="visually-hidden">${t('public.rating')}: </span>${toldRating(frame, told.rating, scale)}</p>
<p class="finding-words"${inTongue(frame, conclusion.lang)}>${conclusion.text}</p>
${originalOf(frame, conclusion, told.claim.language)}${outdatedSince(frame, told)}${reasons.length ? html`<p class="note">${joined(reasons)}</p>` : nothing}
</div>`
}

/** Who wrote it and who read it, when it was told, and the date that it holds for. */
function byline(frame: PublicFrame, told: ToldVerdict): Html {
  const { t } = frame
  const { author, reviewer, publishedAt, version } = told
  const row = [
    t('verdict.written_by', { who: author }),
    reviewer ? t('verdict.read_by', { who: reviewer }) : null,
    html`${t('public.published')} ${exactDay(frame, publishedAt)}`,
    version > 1 ? html`<a href="#versions">${t('verdict.version', { number: version })}</a>` : null,
  ]
  return html`<div class="byline"><p>${joined(row)}</p>${firstChecked(frame, told)}${datesAsTold(frame, told)}</div>`
}

/** The verdict on the same claim that this one took over. */
function firstChecked(frame: PublicFrame, { reusedFrom }: ToldVerdict): Html {
  if (!reusedFrom) return nothing
  const { statement, language } = reusedFrom
  return html`<p>${frame.t('public.first_checked')} <a href="${verdictPath(reusedFrom)}"${inTongue(frame, language)}>${statement}</a></p>`
}

/** What a reader can do who wants to know how we came to it, or knows better. */
export function further({ t }: PublicFrame, told: ToldVerdict): Html {
  return html`<aside class="further" aria-labelledby="further-heading"><h2 id="further-heading">${t('public.further')}</h2>
<p><a href="/methodology">${t('public.methodology')}</a> · <a href="/ratings">${t('ratings.title')}</a> · <a href="/report?verdict=${told.id}">${t('public.report')}</a></p></aside>`
}
