import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { action, number, personName, when } from '../parts.ts'

type Progress = {
  done: number
  total: number
  changed: number
  gone: number
  failed: number
  barred: number
  drifts: number
  url: string | null
}

/** A run over the sources: under way, or the last one since the desk was opened; null for none. */
export type RunProps = {
  run: {
    by: string
    startedAt: string
    progress: Progress
    ended: { how: 'done' | 'stopped' | 'failed'; at: string } | null
  }
  names: Record<string, string>
} | null

/**
 * How a run stands. With script it is asked for again while the run goes on; without, a link does that.
 * @param at the path of the page that it stands on
 * @param asked whether it is asked for by itself: then the page around it is from before the run ended
 */
export function runPanel(
  frame: Frame,
  props: RunProps,
  { at, mayStop, asked = false }: { at: string; mayStop: boolean; asked?: boolean },
): Html {
  if (!props) return html`<section class="recheck" id="recheck" hidden></section>`
  const { t } = frame
  const { run, names } = props
  const who = personName(frame, { people: names }, run.by)
  const said = run.ended
    ? html`${t(`recheck.ended_${run.ended.how}`)} ${outcome(frame, run.progress)}`
    : t('recheck.running')
  const see = asked ? html`<p><a href="${at}">${t('recheck.see')}</a></p>` : nothing
  return html`<section class="recheck" id="recheck" aria-labelledby="recheck-heading">
<div class="recheck-head"><h2 id="recheck-heading">${t('recheck.title')}</h2><p class="note">${t('recheck.by', { who })}, ${when(frame, run.startedAt)}</p></div>
<p role="status">${said}</p>
${run.ended ? see : underWay(frame, run.progress, at, mayStop)}
</section>`
}

function underWay(frame: Frame, { done, total, url }: Progress, at: string, mayStop: boolean) {
  const { t } = frame
  const label = t('recheck.progress', { done: number(frame, done), total: number(frame, total) })
  const stop = action(frame, {
    ...{ id: 'stop-recheck', action: '/rechecks/stop', tone: 'quiet' },
    label: t('recheck.stop'),
  })
  return html`<div class="recheck-bar"><progress max="${Math.max(total, 1)}" value="${done}" aria-label="${t('recheck.progress_label')}"></progress><span>${label}</span></div>
<p class="note recheck-url">${url ?? nothing}</p>
<div class="actions">${mayStop ? stop : nothing}<a class="without-script" href="${at}">${t('recheck.refresh')}</a></div>
<div hx-get="/rechecks?at=${encodeURIComponent(at)}" hx-trigger="every 2s" hx-target="#recheck" hx-swap="outerMorph"></div>`
}

/** What a run found, in words; what it did not find is not told. */
function outcome({ t }: Frame, progress: Progress): Html {
  const { done, changed, gone, failed, barred, drifts } = progress
  const told = (key: 'changed' | 'gone' | 'failed' | 'barred', count: number) =>
    count ? t(`recheck.${key}`, { count }) : null
  return html`${joined(
    [
      t('recheck.visited', { count: done }),
      told('changed', changed),
      told('gone', gone),
      told('failed', failed),
      told('barred', barred),
      drifts ? html`<a href="/drifts">${t('recheck.drifts', { count: drifts })}</a>` : null,
    ],
    ', ',
  )}.`
}
