import { has } from '../src/domain/member.ts'
import type { Snapshot } from '../src/domain/snapshot.ts'
import { type Source, type SourceFilter, sourceFilters } from '../src/domain/source.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing } from './html.ts'
import { page } from './layout.ts'
import { action, alert, buttonLink, emptyState, heading, langOf, outside, pager } from './parts.ts'
import { type RunProps, runPanel } from './source/run.ts'
import { type VisitProps, visitState, whyWords } from './source/state.ts'

export type SourceRow = VisitProps & {
  source: Source
  snapshot: Pick<Snapshot, 'title' | 'language'> | null
  evidence: number
  articles: number
}

export type SourcesProps = {
  /** The last one visited first. */
  rows: SourceRow[]
  filter: SourceFilter
  /** The address of the next page of the list. */
  older: string | null
  /** How many tasks are open. */
  open: number
  run: RunProps
  problem?: string | null
}

const addressOf = (filter: SourceFilter): string =>
  filter === 'all' ? '/sources' : `/sources?show=${filter}`

/** Every address that articles and evidence stand on, and how each was when it was last visited. */
export function sourcesPage(frame: Frame, props: SourcesProps): Html {
  const { t, viewer } = frame
  const { rows, filter, older, open, run, problem } = props
  const may = viewer !== null && has(viewer, 'checker')
  const isRunning = run !== null && run.run.ended === null
  const start = action(frame, {
    ...{ id: 'start-recheck', action: '/rechecks', tone: 'primary' },
    label: t('recheck.start'),
  })
  const list = html`<ul class="rows" role="list">${rows.map((row) => sourceRow(frame, row))}</ul>`
  return page(
    frame,
    { title: t('source.title') },
    html`
${heading({ title: t('source.title'), lead: t('source.lead'), actions: html`${buttonLink('/imports', t('import.title'), 'quiet')}${may && !isRunning ? start : nothing}` })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${runPanel(frame, run, { at: addressOf(filter), mayStop: may })}
${open ? html`<p class="drift-count"><a href="/drifts">${t('drift.open_count', { count: open })}</a></p>` : nothing}
<div class="queue-tabs"><nav aria-label="${t('source.show')}">${sourceFilters.map((one) => tab(frame, one, one === filter))}</nav></div>
${rows.length ? list : emptyState(t(filter === 'all' ? 'source.empty' : 'source.empty_filter'))}
${pager(frame, { older })}`,
  )
}

const tab = ({ t }: Frame, filter: SourceFilter, isCurrent: boolean): Html =>
  html`<a href="${addressOf(filter)}"${isCurrent ? html` aria-current="true"` : ''}>${t(`source.show_${filter}`)}</a>`

function sourceRow(frame: Frame, row: SourceRow): Html {
  const { t } = frame
  const { source, snapshot, evidence, articles } = row
  const title = snapshot?.title
    ? html`<span${langOf(frame, snapshot.language)}>${snapshot.title}</span>`
    : source.url
  const cited = joined([
    evidence ? t('source.evidence', { count: evidence }) : null,
    articles ? t('source.articles', { count: articles }) : null,
    evidence + articles ? null : t('source.uncited'),
  ])
  const why = source.goneSince ? null : whyWords(frame, row)
  return html`<li class="source-row"><div><a class="article-title" href="/sources/${source.id}">${title}</a>
<p class="note source-url">${outside(source.url, source.url)}</p>
${why ? html`<p class="note source-why">${why}</p>` : nothing}</div>
<p class="note source-state">${visitState(frame, row)}<span>${cited}</span></p></li>`
}
