import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'
import { type Run, wordDifference } from './word-difference.ts'

/** What stands for many words that are the same in both texts. */
type LeftOut = { kind: 'left_out'; words: number }
export type FoldedRun = Run | LeftOut

/** How one long text became another: what is the same for long is left out, and said to be. */
export function textDifference(
  frame: Frame,
  runs: readonly FoldedRun[],
  language?: string | null,
): Html {
  const { t, lang } = frame
  const own = language && language !== lang ? html` lang="${language}"` : ''
  const shown = (run: FoldedRun) =>
    run.kind === 'left_out'
      ? html`<span class="left-out" lang="${lang}">${t('difference.left_out', { count: run.words })}</span>`
      : wordDifference(frame, [run])
  return html`<div class="differences"${own}>${runs.map(shown)}</div>`
}
