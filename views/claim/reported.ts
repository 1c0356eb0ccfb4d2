import type { Tip } from '../../src/domain/tip.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { when } from '../parts.ts'

/** The newest letters that report an error in the verdict, where nobody has seen to them yet. */
export function reported(frame: Frame, letters: Tip[] = []): Html {
  if (letters.length === 0) return nothing
  const links = letters.map(
    ({ id, receivedAt }) => html`<a href="/tips/${id}">${when(frame, receivedAt)}</a>`,
  )
  const said = frame.t('tip.on_claim', { count: letters.length })
  return html`<p class="reported">${said} ${joined(links, ', ')}</p>`
}
