import type { Evidence } from '../../src/domain/evidence.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import {
  action,
  alert,
  facts,
  folded,
  note,
  outside,
  postForm,
  type Refused,
  refusalMessage,
  section,
  size,
  stamp,
  submit,
} from '../parts.ts'
import { type KeptSource, sourceFields } from './kept.ts'

/** `others`: older ones, and those of the same address that this evidence does not rest on. */
export type SnapshotProps = KeptSource & {
  others: Snapshot[]
  /** The form that pastes or uploads, where it was refused. */
  refused?: Refused & { problem: string | null }
}

/** What is kept of the source of a piece of evidence, and how to keep it. */
export function snapshotSection(
  frame: Frame,
  evidence: Evidence,
  props: SnapshotProps,
  working: boolean,
): Html {
  const { t } = frame
  const { snapshot, missed, others, refused } = props
  const why = missed
    ? html`<div class="mark mark-missed"><p><strong>${t('snapshot.missed')}</strong> ${stamp(frame, missed.at)}</p><p>${refusalMessage(frame, missed.code, missed.values)}</p></div>`
    : nothing
  const there = snapshot
    ? kept(frame, snapshot)
    : missed
      ? nothing
      : note(t(evidence.url ? 'snapshot.none' : 'snapshot.none_no_url'))
  const problem = refused?.problem ? alert(html`<p>${refused.problem}</p>`) : nothing
  const ways = working ? taking(frame, evidence, props) : nothing
  return section(
    'snapshot',
    t('snapshot.title'),
    html`${problem}${why}${there}${ways}${older(frame, others)}`,
  )
}

function kept(frame: Frame, snapshot: Snapshot): Html {
  const { t, lang } = frame
  const { id, takenAt, way, url, status, size: bytes, warc } = snapshot
  return html`${facts([
    [t('snapshot.taken'), html`${stamp(frame, takenAt)} · ${t(`snapshot.way_${way}`)}`],
    [t('snapshot.address'), url && outside(url, url)],
    [t('snapshot.status'), status],
    [t('snapshot.size'), size(lang, bytes)],
    [t('snapshot.hash'), html`<code title="${warc}">${warc.slice(0, 12)}…</code>`],
  ])}
<div class="actions"><a class="button" href="/snapshots/${id}">${t('snapshot.read')}</a><a class="button quiet" href="/snapshots/${id}/warc" hx-boost="false">${t('snapshot.download')}</a></div>`
}

/** To fetch it, or to paste or upload what cannot be fetched. */
function taking(frame: Frame, { id, revision, url }: Evidence, props: SnapshotProps): Html {
  const { t } = frame
  const { snapshot, missed, refused } = props
  const to = `/evidence/${id}/snapshot`
  const again = snapshot !== null || missed !== null
  const label = t(again ? 'snapshot.fetch_again' : 'snapshot.fetch')
  const fetching = url
    ? action(frame, { id: 'fetch-snapshot', action: to, revision, label })
    : nothing
  const form = { id: 'give-snapshot', action: to, revision, upload: true, guard: true, ...refused }
  const giving = postForm(
    frame,
    form,
    (fields) => html`${sourceFields(frame, fields)}
<div class="actions">${submit(t('snapshot.keep'))}</div>`,
  )
  return html`<div class="ways snapshot-ways">${fetching}${folded(
    {
      id: 'giving-snapshot',
      label: t('snapshot.give'),
      open: refused !== undefined,
      tone: 'quiet',
    },
    giving,
  )}</div>`
}

function older(frame: Frame, others: Snapshot[]): Html {
  const { t, lang } = frame
  if (others.length === 0) return nothing
  const row = ({ id, takenAt, way, size: bytes }: Snapshot) =>
    html`<li><a href="/snapshots/${id}">${stamp(frame, takenAt)}</a> <span class="note">${joined([t(`snapshot.way_${way}`), size(lang, bytes)])}</span></li>`
  return html`<h3 class="older-heading">${t('snapshot.others')}</h3><ul class="rows snapshot-others" role="list">${others.map(row)}</ul>`
}
