import type { Import, ImportProgress, RefusedRecord } from '../../src/domain/import.ts'
import { has } from '../../src/domain/member.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import {
  action,
  alert,
  buttonLink,
  facts,
  type HistoryEntry,
  heading,
  history,
  number,
  outside,
  section,
  size,
  when,
} from '../parts.ts'
import { type MetRow, metLabels } from './labels.ts'
import { progressPanel } from './progress.ts'
import { refusedList } from './refused.ts'
import { statusWords } from './words.ts'

export type ImportProps = {
  import: Import
  progress: ImportProgress | null
  isAlive: boolean
  pages: number
  refused: RefusedRecord[]
  /** The address of the refused ones that come next. */
  further: string | null
  labels: MetRow[]
  scale: Rating[]
  history: HistoryEntry[]
  names: Record<string, string>
  problem?: string | null
}

/** One import: what would come of it, how far it is, what came of it, and what was refused. */
export function importPage(frame: Frame, props: ImportProps): Html {
  const { t, viewer } = frame
  const { import: one, isAlive, progress, pages, problem } = props
  const may = viewer !== null && has(viewer, 'editor')
  return page(
    frame,
    { title: one.name },
    html`
${heading({
  title: html`<span class="import-name">${one.name}</span>`,
  lead: html`<span class="stage">${statusWords(frame, props)}</span>`,
  back: { href: '/imports', label: t('import.title') },
})}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${progressPanel(frame, { import: one, progress, isAlive, pages, mayStop: may })}
${isAlive ? nothing : standing(frame, props, may)}
${props.labels.length ? section('labels', t('import.labels'), metLabels(frame, props.labels, props.scale)) : nothing}
${isAlive && props.refused.length === 0 ? nothing : section('refused', t('import.refused'), refusedList(frame, props))}
${section('source', t('import.source'), about(frame, one))}
${section('history', t('import.history'), history(frame, props.history, { people: props.names }))}`,
  )
}

/** What came of it, or would, and the one thing to do next. */
function standing(frame: Frame, props: ImportProps, may: boolean): Html {
  const { t } = frame
  const { import: one } = props
  const { status } = one
  const isLooked = status === 'looked'
  const tally = isLooked ? 'tally_looked' : status === 'done' ? 'tally' : 'tally_so_far'
  const isSaid = one.startedAt || isLooked
  return html`${isSaid ? section('tally', t(`import.${tally}`), figures(frame, props)) : nothing}
${said(frame, props)}
<div class="actions import-ways">${status === 'done' ? onward(frame) : may ? ways(frame, one) : nothing}</div>`
}

function said({ t }: Frame, { import: one, progress }: ImportProps): Html {
  const { status, why, added, changed, same } = one
  const isBegun = progress !== null
  if (status === 'stopped') return html`<p>${t('import.stopped_text')}</p>`
  if (status === 'failed') return html`<p>${t('import.failed_text', { why: why ?? '' })}</p>`
  if (status === 'looking' || status === 'running') {
    return html`<p>${t(isBegun ? 'import.interrupted_text' : 'import.waiting_text')}</p>`
  }
  if (status !== 'looked' || added || changed) return nothing
  return html`<p>${t(same ? 'import.nothing_to_do' : 'import.nothing_in_it')}</p>`
}

function figures(frame: Frame, { import: one, progress }: ImportProps): Html {
  const { t } = frame
  const counts = one.status === 'looked' || one.status === 'done' ? one : (progress ?? one)
  const row = (
    name: 'added' | 'changed' | 'same' | 'refused',
    key: 'new' | 'changed' | 'same' | 'refused',
  ) => {
    const what = key === 'new' ? t('import.new_what') : t(`import.${key}_what`)
    const label = key === 'new' ? t('import.new') : t(`import.${key}_name`)
    return html`<div class="figure-${key}"><dt>${label}<span class="hint">${what}</span></dt><dd>${number(frame, counts[name] ?? 0)}</dd></div>`
  }
  return html`<dl class="import-figures">${row('added', 'new')}${row('changed', 'changed')}${row('same', 'same')}${row('refused', 'refused')}</dl>`
}

/** Where what was brought in is read, and where its labels are mapped. */
const onward = ({ t }: Frame): Html =>
  html`${buttonLink('/rulings', t('ruling.title'))}${buttonLink('/publishers', t('import.publishers'))}`

function ways(frame: Frame, one: Import): Html {
  const { t } = frame
  const { id, revision, status, added, changed, startedAt, format } = one
  const step = (path: string, label: string, tone: 'primary' | 'quiet') =>
    action(frame, { id: path, action: `/imports/${id}/${path}`, revision, label, tone })
  const count = (added ?? 0) + (changed ?? 0)
  const remap =
    format === 'table' && !startedAt
      ? html`<a class="button plain" href="/imports/${id}/mapping">${t('mapping.open')}</a>`
      : nothing
  if (status === 'looked') {
    const label = t('import.start', { count, shown: number(frame, count) })
    return html`${count ? step('bringing-in', label, 'primary') : nothing}${remap}`
  }
  return html`${step('continuing', t('import.continue'), 'primary')}${remap}`
}

const about = (frame: Frame, one: Import): Html =>
  facts([
    [frame.t('import.name'), one.url ? outside(one.url, one.url) : one.name],
    [frame.t('import.format'), frame.t(`import_format.${one.format}`)],
    [frame.t('import.publisher'), one.publisher],
    [frame.t('import.received'), when(frame, one.receivedAt)],
    [frame.t('import.size'), size(frame.lang, one.size)],
    [frame.t('import.sha256'), html`<code class="hash">${one.sha256}</code>`],
  ])
