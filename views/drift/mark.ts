import type { Drift } from '../../src/domain/drift.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'

/** Words that are to be looked at again, and where that is done. */
export function driftMark({ t }: Frame, drift: Drift | null | undefined): Html {
  if (!drift) return nothing
  const { id, status } = drift
  return html`<p class="mark mark-drift"><strong>${t('drift.mark')}</strong> <a href="/drifts/${id}">${t(`drift_status.${status}`)}</a></p>`
}

/** The task about somebody's words, among those that are open. */
export const driftAbout = (drifts: readonly Drift[], about: string): Drift | null =>
  drifts.find((one) => one.about === about) ?? null
