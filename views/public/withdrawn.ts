import type { PublicFrame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { exactDay, langOf } from '../parts.ts'
import { publicPage } from './layout.ts'
import { statementOf, verdictPath } from './parts.ts'
import { claimHead, further } from './verdict.ts'
import { olderBanner, type VersionProps, versionsTold } from './versions.ts'

/** What was withdrawn, when and why: the statement stays, the verdict does not. */
export function withdrawnPage(frame: PublicFrame, props: VersionProps): Html {
  const { t } = frame
  const { shown, present } = props
  const { told, at } = shown
  const { claim, withdrawalReason } = told
  const isOld = told.id !== present.told.id
  const about = {
    title: t('public.withdrawn_title', { statement: statementOf(frame, told).text }),
    description: t('public.withdrawn_description'),
    canonical: verdictPath(present.told, isOld ? told.version : undefined),
    unlisted: true,
  }
  const body = html`<article class="verdict-told">
${claimHead(frame, told)}
${olderBanner(frame, props)}<div class="finding finding-withdrawn">
<p class="finding-rating"><span class="rating doubt">${t('public.withdrawn')}</span></p>
<p class="finding-words"${langOf(frame, claim.language)} dir="auto">${withdrawalReason}</p>
</div>
<div class="byline"><p>${t('public.published')} ${exactDay(frame, told.publishedAt)}, ${t('public.withdrawn_on')} ${exactDay(frame, at)}. ${t('public.withdrawn_means')}</p></div>
${versionsTold(frame, props)}
${further(frame, present.told)}
</article>`
  return publicPage(frame, about, body)
}
