import type { Article } from '../../src/domain/article.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { has } from '../../src/domain/member.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import type { Source } from '../../src/domain/source.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { page } from '../layout.ts'
import {
  action,
  alert,
  exactly,
  type FoldedRun,
  heading,
  langOf,
  note,
  outside,
  section,
  size,
  stanceMark,
  textDifference,
} from '../parts.ts'
import { type RunProps, runPanel } from './run.ts'
import { goneMark, type VisitProps, visitState, whyWords } from './state.ts'

export type SourceProps = VisitProps & {
  source: Source
  /** Newest first. */
  snapshots: Snapshot[]
  evidence: { evidence: Evidence; claim: Claim }[]
  articles: Article[]
  /** The snapshot that is held against the one before it; null where there are no two. */
  compared: Snapshot | null
  /** Null where one of the two holds no text. */
  difference: FoldedRun[] | null
  run: RunProps
  problem?: string | null
}

/** One address: what was kept of it over time, what changed between, and what stands on it. */
export function sourcePage(frame: Frame, props: SourceProps): Html {
  const { t, viewer } = frame
  const { source, snapshots, run, problem } = props
  const [newest] = snapshots
  const may = viewer !== null && has(viewer, 'checker')
  const isRunning = run !== null && run.run.ended === null
  const again = action(frame, {
    ...{ id: 'visit', action: `/sources/${source.id}/visits`, tone: 'primary' },
    label: t('source.visit'),
  })
  const title = newest?.title
    ? html`<span${langOf(frame, newest.language)}>${newest.title}</span>`
    : source.url
  const lead = html`${outside(source.url, source.url)}`
  const why = whyWords(frame, props)
  return page(
    frame,
    { title: newest?.title ?? source.url },
    html`
${heading({ title, lead, back: { href: '/sources', label: t('source.title') }, actions: may && !isRunning ? again : nothing })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${runPanel(frame, run, { at: `/sources/${source.id}`, mayStop: may })}
${goneMark(frame, source, newest ?? null)}
<p class="source-state">${t('source.visited')} ${visitState(frame, props)}</p>${why && !source.goneSince ? note(why) : nothing}
${section('citing', t('source.citing'), citing(frame, props))}
${section('snapshots', t('source.snapshots'), kept(frame, props))}
${props.compared ? section('difference', t('source.difference'), difference(frame, props)) : nothing}`,
  )
}

function citing(frame: Frame, { evidence, articles }: SourceProps): Html {
  const { t } = frame
  if (evidence.length + articles.length === 0) return note(t('source.uncited_now'))
  const quoting = evidence.map(
    ({ evidence, claim }) =>
      html`<li><a class="statement" href="/claims/${claim.id}#evidence-${evidence.number}"${langOf(frame, claim.language)}>${claim.statement}</a>
<p class="note">${joined([stanceMark(frame, evidence.stance), html`[${evidence.number}] ${evidence.title}`])}</p></li>`,
  )
  const read = articles.map(
    (article) =>
      html`<li><a class="article-title" href="/articles/${article.id}"${langOf(frame, article.language)}>${article.title}</a>
<p class="note">${t('source.article')}</p></li>`,
  )
  return html`<ul class="rows" role="list">${read}${quoting}</ul>`
}

function kept(frame: Frame, { source, snapshots, compared }: SourceProps): Html {
  const { t, lang } = frame
  if (snapshots.length === 0) return note(t('source.no_snapshots'))
  const row = (snapshot: Snapshot, i: number) => {
    const isLast = i === snapshots.length - 1
    const isShown = snapshot.id === compared?.id
    const compare = isShown
      ? html`<strong>${t('source.compared')}</strong>`
      : html`<a href="/sources/${source.id}?newer=${snapshot.id}#difference">${t('source.compare')}<span class="visually-hidden"> (${exactly(frame, snapshot.takenAt)})</span></a>`
    return html`<li class="snapshot-row"><a href="/snapshots/${snapshot.id}">${exactly(frame, snapshot.takenAt)}</a>
<span class="note">${joined([size(lang, snapshot.size), snapshot.text ? null : t('source.no_text'), isLast ? null : compare])}</span></li>`
  }
  return html`<ol class="rows snapshots" role="list">${snapshots.map(row)}</ol>`
}

function difference(frame: Frame, { compared, difference, snapshots }: SourceProps): Html {
  const { t } = frame
  const before = snapshots[snapshots.findIndex(({ id }) => id === compared?.id) + 1]
  const about =
    compared && before
      ? html`<p class="note">${t('source.difference_of', { older: exactly(frame, before.takenAt), newer: exactly(frame, compared.takenAt) })}</p>`
      : nothing
  if (!difference) return html`${about}${note(t('source.no_difference'))}`
  const isSame = difference.every(({ kind }) => kind === 'same' || kind === 'left_out')
  if (isSame) return html`${about}${note(t('source.same_text'))}`
  return html`${about}${textDifference(frame, difference, compared?.language)}`
}
