import type { Frame } from '../frame.ts'
import { type Html, html, type Part } from '../html.ts'

/** A run of words: in both texts, only in the newer one (`added`), or only in the older (`removed`). */
export type Run = { kind: 'same' | 'added' | 'removed'; text: string }

/**
 * How one text became another, word by word: what went is struck out, what came is underlined, and
 * both are said to those who hear the page.
 */
export function wordDifference({ t }: Frame, runs: readonly Run[]): Html {
  const said = (kind: 'added' | 'removed') =>
    html` data-from="${t(`difference.${kind}`)} " data-to=" ${t('difference.end')} "`
  const shown = ({ kind, text }: Run): Part => {
    if (kind === 'same') return text
    const words = text.trimStart()
    const blank = text.slice(0, text.length - words.length)
    return kind === 'added'
      ? html`${blank}<ins class="difference"${said(kind)}>${words}</ins>`
      : html`${blank}<del class="difference"${said(kind)}>${words}</del>`
  }
  return html`${runs.map(shown)}`
}
