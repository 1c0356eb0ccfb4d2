import type { Letter, Tip } from '../../src/domain/tip.ts'
import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { facts, outside, when } from '../parts.ts'

/** What a reader wrote, as plain text; where they saw it, and how to reach them. */
export function letterAsSent(frame: Frame, tip: Tip, letter: Letter | null): Html {
  const { t } = frame
  const words = letter
    ? html`<div class="letter-words">${letter.words}</div>`
    : html`<p class="unknown">${t('tip.erased')}</p>`
  return html`<div class="letter">${words}
${facts([
  [t('tip.received'), when(frame, tip.receivedAt)],
  [t(`tip.seen_${tip.about}`), letter?.url ? outside(letter.url, letter.url) : null],
  [t('tip.contact'), letter?.contact],
])}</div>`
}
