import { type Import, type ImportProgress, noTally } from '../../src/domain/import.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { action, number } from '../parts.ts'
import { counted } from './words.ts'

export type ProgressProps = {
  import: Import
  progress: ImportProgress | null
  isAlive: boolean
  /** Pages of a sitemap. */
  pages: number
  mayStop: boolean
  /** Whether it is asked for by itself: then the page around it is from before it ended. */
  asked?: boolean
}

/** How far an import is. With script it is asked for again while it goes on; without, a link does that. */
export function progressPanel(frame: Frame, props: ProgressProps): Html {
  const { t } = frame
  const { import: one, isAlive, asked = false } = props
  const see = html`<p><a href="/imports/${one.id}">${t('import.see')}</a></p>`
  if (!isAlive) {
    return html`<section class="recheck" id="progress"${asked ? '' : html` hidden`}>${asked ? html`<p role="status">${t('import.ended')}</p>${see}` : nothing}</section>`
  }
  return html`<section class="recheck" id="progress" aria-labelledby="progress-heading">
<div class="recheck-head"><h2 id="progress-heading">${t('import.progress_title')}</h2></div>
${underWay(frame, props)}
</section>`
}

function underWay(frame: Frame, { import: one, progress, pages, mayStop }: ProgressProps): Html {
  const { t } = frame
  const { done = 0, read = 0, phase = 'look' } = progress ?? {}
  const isFetch = phase === 'fetch'
  const [most, value] = isFetch ? [pages, done] : [one.size, read]
  const said = isFetch
    ? t('import.progress_pages', { done: number(frame, done), total: number(frame, pages) })
    : t('import.progress', { done, shown: number(frame, done) })
  const doing = isFetch ? 'fetching' : one.status === 'running' ? 'running' : 'looking'
  const stop = action(frame, {
    ...{ id: 'stop', action: `/imports/${one.id}/stopping`, revision: one.revision },
    ...{ label: t('import.stop'), tone: 'quiet' },
  })
  const path = `/imports/${one.id}`
  return html`<p role="status">${t(`import.${doing}`)}</p>
<div class="recheck-bar"><progress max="${Math.max(most, 1)}" value="${Math.min(value, most)}" aria-label="${t('import.progress_label')}"></progress><span>${said}</span></div>
<p class="note">${counted(frame, progress ?? noTally)}</p>
<div class="actions">${mayStop ? stop : nothing}<a class="without-script" href="${path}">${t('import.refresh')}</a></div>
<div hx-get="${path}/progress" hx-trigger="every 2s" hx-target="#progress" hx-swap="outerMorph"></div>`
}
