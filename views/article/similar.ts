import type { Claim } from '../../src/domain/claim.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { langOf, stageLabel } from '../parts.ts'

/** A claim on the desk that seems to speak of the same thing, and the words that say so. */
export type Similar = { claim: Claim; shared: string[] }

/** Before a claim is taken twice: what the desk has already. Nothing is decided by it. */
export function similarList(frame: Frame, similar: readonly Similar[]): Html {
  const { t } = frame
  if (similar.length === 0) return nothing
  const row = ({ claim, shared }: Similar) =>
    html`<li><a class="statement" href="/claims/${claim.id}"${langOf(frame, claim.language)}>${claim.statement}</a>
<p class="note">${stageLabel(frame, claim.stage)} · ${t('claimForm.similar_words', { words: shared.join(', ') })}</p></li>`
  return html`<div class="similar" role="group" aria-label="${t('claimForm.similar')}"><p class="similar-title">${t('claimForm.similar')}</p><ul class="rows" role="list">${similar.map(row)}</ul></div>`
}
