import type { Claim } from '../src/domain/claim.ts'
import type { Drift } from '../src/domain/drift.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined } from './html.ts'
import { page } from './layout.ts'
import { emptyState, heading, langOf, pager, when } from './parts.ts'

export type DriftRow = {
  drift: Drift
  claim: Claim
  /** The words as they were. */
  words: string
  /** What they are of: an article or a piece of evidence, by its title. */
  of: string
  language: string | null
}

export type DriftsProps = {
  rows: DriftRow[]
  state: 'open' | 'settled'
  /** How many are open. */
  open: number
  /** The address of the next page of the list. */
  older: string | null
}

/** Words that are not, or not for certain, at their source any more: what a person has to look at. */
export function driftsPage(frame: Frame, { rows, state, open, older }: DriftsProps): Html {
  const { t } = frame
  const tab = (one: DriftsProps['state'], href: string) =>
    html`<a href="${href}"${one === state ? html` aria-current="true"` : ''}>${t(`drift.state_${one}`)}${one === 'open' ? html` <span class="count">${open}</span>` : ''}</a>`
  return page(
    frame,
    { title: t('drift.title') },
    html`
${heading({ title: t('drift.title'), lead: t('drift.lead'), back: { href: '/sources', label: t('source.title') } })}
<div class="queue-tabs"><nav aria-label="${t('drift.show')}">${tab('open', '/drifts')}${tab('settled', '/drifts?show=settled')}</nav></div>
${rows.length ? html`<ul class="rows" role="list">${rows.map((row) => driftRow(frame, row))}</ul>` : emptyState(t(`drift.empty_${state}`))}
${pager(frame, { older })}`,
  )
}

function driftRow(frame: Frame, { drift, claim, words, of, language }: DriftRow): Html {
  const { t } = frame
  const { id, status, outcome, openedAt, settledAt, aboutKind } = drift
  const state = outcome
    ? html`<span class="drift-state">${t(`drift_outcome.${outcome}`)}</span>`
    : driftState(frame, drift)
  const about = joined([
    t(`drift.of_${aboutKind}`, { title: of }),
    when(frame, settledAt ?? openedAt),
  ])
  return html`<li class="drift-row"><div><a class="drift-words" href="/drifts/${id}"${langOf(frame, language)}><q>${words}</q></a>
<p class="note">${about}</p>
<p class="note drift-claim"${langOf(frame, claim.language)}>${claim.statement}</p></div>
<p class="drift-stand" data-status="${status}">${state}</p></li>`
}

/** What became of the words, in a word; never by its colour alone. */
const driftState = ({ t }: Frame, { status }: Pick<Drift, 'status'>): Html =>
  html`<span class="drift-state drift-${status}">${t(`drift_status.${status}`)}</span>`
