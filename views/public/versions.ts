import type { PublicFrame } from '../frame.ts'
import { type Html, html, joined, nothing, type Part } from '../html.ts'
import { exactDay, langOf, section } from '../parts.ts'
import { toldRating, verdictPath } from './parts.ts'
import type { Shapes, ToldVerdict, ToldVersion } from './props.ts'

/** A version among all that the public was told on its claim, oldest first. */
export type VersionProps = {
  shown: ToldVersion
  present: ToldVersion
  versions: ToldVersion[]
  scale: Shapes
}

/** Why a version replaced the one before; a mended typo has no reason but itself. */
function changeOf(frame: PublicFrame, { correction, claim }: ToldVerdict): Html {
  const { t } = frame
  if (!correction) return html`${t('public.first_told')}`
  const { kind, reason } = correction
  const words =
    reason && kind !== 'typo'
      ? html`: <span${langOf(frame, claim.language)} dir="auto">${reason}</span>`
      : nothing
  return html`<strong class="change change-${kind}">${t(`correction_kind.${kind}`)}</strong>${words}`
}

/** The version that came after this one, if there is one. */
const nextOf = ({ shown, versions }: VersionProps): ToldVersion | undefined =>
  versions.find(({ told }) => told.version > shown.told.version)

/** That this is an older version, why it was replaced, and the way to what stands now. */
export function olderBanner(frame: PublicFrame, props: VersionProps): Html {
  const { t } = frame
  const { shown, present } = props
  if (shown.told.id === present.told.id) return nothing
  const next = nextOf(props)
  const withdrawn = present.told.status === 'withdrawn'
  const after =
    next && html`<p>${exactDay(frame, next.told.publishedAt)} · ${changeOf(frame, next.told)}</p>`
  return html`<div class="banner-told"><p><strong>${t('public.older', { number: shown.told.version })}</strong></p>${after ?? nothing}
<p><a href="${verdictPath(present.told)}">${t(withdrawn ? 'public.since_withdrawn' : 'public.to_present')}</a></p></div>`
}

/** What a reader must know before the verdict itself: that it is doubted, or that it replaced another. */
export function standingNotices(
  frame: PublicFrame,
  { shown, present, versions }: VersionProps,
): Html {
  const { t } = frame
  const { underCorrectionSince } = shown.told
  const doubted = underCorrectionSince
    ? html`<div class="banner-told banner-doubt"><p><strong>${t('verdict.under_correction')}</strong> · ${t('public.doubted')} ${exactDay(frame, underCorrectionSince)}</p></div>`
    : nothing
  if (shown.told.id !== present.told.id) return doubted
  // A typo mended since does not hide what was wrong before it.
  const change = versions.findLast(
    ({ told }) =>
      told.correction && told.correction.kind !== 'typo' && told.version <= shown.told.version,
  )
  if (!change) return doubted
  return html`${doubted}<p class="mark mark-changed">${exactDay(frame, change.told.publishedAt)} · ${changeOf(frame, change.told)} <a href="#versions">${t('public.see_versions')}</a></p>`
}

/** Every version that the public was told, newest first: what changed, when, and why. */
export function versionsTold(frame: PublicFrame, props: VersionProps): Html {
  const { t } = frame
  const { shown, present, versions, scale } = props
  const row = ({ told, at }: ToldVersion) => {
    const name = t('public.version', { number: told.version })
    const path = verdictPath(present.told, told.id === present.told.id ? undefined : told.version)
    const label: Part =
      told.id === shown.told.id
        ? html`<strong>${name}</strong>, ${t('public.this_one')}`
        : html`<a href="${path}">${name}</a>`
    const gone =
      told.status === 'withdrawn'
        ? html`<p><strong class="doubt">${t('public.withdrawn')}</strong> ${exactDay(frame, at)}${told.id === shown.told.id ? nothing : html`: <span${langOf(frame, told.claim.language)} dir="auto">${told.withdrawalReason}</span>`}</p>`
        : nothing
    const rating = told.status === 'withdrawn' ? null : toldRating(frame, told.rating, scale)
    return html`<li><p>${joined([label, exactDay(frame, told.publishedAt), rating])}</p><p>${changeOf(frame, told)}</p>${gone}</li>`
  }
  return section(
    'versions',
    t('public.versions'),
    html`<ol class="grounds-told" role="list">${versions.toReversed().map(row)}</ol>`,
  )
}
