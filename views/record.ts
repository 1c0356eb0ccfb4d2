import type { SignedCheckpoint } from '../src/domain/checkpoint.ts'
import { has } from '../src/domain/member.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing } from './html.ts'
import { page } from './layout.ts'
import {
  action,
  alert,
  copyable,
  facts,
  heading,
  note,
  number,
  section,
  stamp,
  when,
} from './parts.ts'

export type RecordProps = {
  /** How many entries the ledger has. */
  entries: number
  checkpoint: SignedCheckpoint | null
  /** The id of the desk's key; null where none was made yet. */
  key: string | null
  problem?: string | null
}

const WELL_KNOWN = '/.well-known/riscontro.json'
const COMMAND = 'npm run --silent riscontro --'

/** How the desk’s own record is sealed and signed, what that proves, and what it does not. */
export function recordPage(frame: Frame, props: RecordProps): Html {
  const { t, viewer } = frame
  const { entries, checkpoint, problem } = props
  const isBehind = entries > (checkpoint?.size ?? 0)
  const sign = action(frame, {
    ...{ id: 'sign', action: '/record/checkpoints', tone: 'primary', label: t('record.sign') },
  })
  const may = viewer !== null && has(viewer, 'editor') && isBehind
  return page(
    frame,
    { title: t('record.title') },
    html`
${heading({
  title: t('record.title'),
  lead: t('record.lead'),
  back: { href: '/exports', label: t('exports.title') },
  actions: may ? sign : nothing,
})}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${standing(frame, props)}
${section('proves', t('record.proves'), points(frame, ['sealed', 'signed', 'exports']))}
${section('not', t('record.proves_not'), points(frame, ['key', 'since', 'truth', 'whole']))}
${section('ways', t('record.ways'), ways(frame))}`,
  )
}

function standing(frame: Frame, { entries, checkpoint, key }: RecordProps): Html {
  const { t } = frame
  const covered = checkpoint
    ? joined([
        t('record.covers', { count: checkpoint.size }),
        html`${stamp(frame, checkpoint.at)} (${when(frame, checkpoint.at)})`,
      ])
    : t('record.none')
  const since = entries - (checkpoint?.size ?? 0)
  return facts([
    [t('record.entries'), number(frame, entries)],
    [t('record.checkpoint'), covered],
    [t('record.since'), since ? t('record.since_count', { count: since }) : t('record.since_none')],
    [t('record.root'), checkpoint && html`<code class="hash">${checkpoint.root}</code>`],
    [t('record.key'), key && html`<code class="hash">${key}</code>`],
  ])
}

type Point = 'sealed' | 'signed' | 'exports' | 'key' | 'since' | 'truth' | 'whole'

const points = ({ t }: Frame, names: Point[]): Html =>
  html`<ul class="record-points">${names.map((name) => html`<li>${t(`record.point_${name}`)}</li>`)}</ul>`

/** How somebody here, and anybody elsewhere, goes over it. */
function ways(frame: Frame): Html {
  const { t } = frame
  const address = html`<a href="${WELL_KNOWN}" hx-boost="false" download="riscontro.json">${t('record.public_key')}</a>`
  return html`<div class="record-ways">${copyable(frame, 'verify-ledger', t('record.verify_ledger'), `${COMMAND} ledger verify`)}
${copyable(frame, 'verify-export', t('record.verify_export'), `${COMMAND} verify verdicts.json --key riscontro.json`)}
${note(html`${t('record.save_key')} ${address}`)}</div>`
}
