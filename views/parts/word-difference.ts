import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'

/**
 * A run of words: in both texts, only in the newer one (`added`), or only in the older (`removed`);
 * `left_out` stands for many that are the same.
 */
export type Run =
  | { kind: 'same' | 'added' | 'removed'; text: string }
  | { kind: 'left_out'; words: number }

/**
 * How words became others, within a line. What is gone is struck out, what is new underlined, and both
 * say so to whoever hears them.
 */
export const changedWords = (frame: Frame, runs: Run[]): Html =>
  html`${runs.map((run) => runOf(frame, run))}`

/** How one text became another, word by word. */
export function wordDifference(frame: Frame, runs: Run[], language?: string | null): Html {
  const own = language && language !== frame.lang ? html` lang="${language}"` : ''
  return html`<div class="difference"${own}>${changedWords(frame, runs)}</div>`
}

function runOf({ t, lang }: Frame, run: Run): Html {
  if (run.kind === 'left_out') {
    return html`<span class="left-out" lang="${lang}">${t('difference.left_out', { count: run.words })}</span>`
  }
  if (run.kind === 'same') return html`${run.text}`
  const said = (text: string) => html`<span class="visually-hidden" lang="${lang}"> ${text} </span>`
  const words = run.kind === 'added' ? html`<ins>${run.text}</ins>` : html`<del>${run.text}</del>`
  return html`${said(t(`difference.${run.kind}`))}${words}${said(t('difference.end'))}`
}
