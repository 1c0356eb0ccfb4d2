import { refusalCodes } from '../../src/domain/refusal.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import type { Source, visitOutcomes } from '../../src/domain/source.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing, type Part } from '../html.ts'
import { refusalMessage, when } from '../parts.ts'

/** How a visit went, as the store keeps it, and why. */
export type VisitProps = {
  visit: { at: string; outcome: (typeof visitOutcomes)[number] } | null
  why: { code: string; values: Record<string, string | number> } | null
}

/** Why a visit came to nothing, or to less than it might, in words. */
export function whyWords(frame: Frame, { why }: VisitProps): Part {
  if (!why) return null
  const code = refusalCodes.find((one) => one === why.code)
  if (code) return refusalMessage(frame, code, why.values)
  const { article } = why.values
  return html`${frame.t('source.elsewhere')} <a href="/articles/${article}">${frame.t('source.elsewhere_see')}</a>`
}

/** How the last visit went: a word, and when. */
export function visitState(frame: Frame, { visit }: VisitProps): Html {
  if (!visit) return html`<span class="visit">${frame.t('source.never')}</span>`
  return html`<span class="visit visit-${visit.outcome}">${frame.t(`visit.${visit.outcome}`)}</span> ${when(frame, visit.at)}`
}

/** Nothing is at the address any more: what stands in for it. */
export function goneMark(
  frame: Frame,
  { goneSince }: Pick<Source, 'goneSince'>,
  snapshot: Pick<Snapshot, 'id' | 'takenAt'> | null,
): Html {
  if (!goneSince) return nothing
  const { t } = frame
  const stands = snapshot
    ? html` <a href="/snapshots/${snapshot.id}">${t('source.stands_in')}</a> ${when(frame, snapshot.takenAt)}`
    : nothing
  return html`<p class="mark mark-gone"><strong>${t('source.gone_since')}</strong> ${when(frame, goneSince)}.${stands}</p>`
}
