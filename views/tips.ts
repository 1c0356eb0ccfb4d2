import type { Claim } from '../src/domain/claim.ts'
import { type Letter, type Tip, tipStatuses } from '../src/domain/tip.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing } from './html.ts'
import { page } from './layout.ts'
import { emptyState, heading, langOf, pager, when } from './parts.ts'

export type TipRow = { tip: Tip; letter: Letter | null; claim: Claim | null }

export type TipsProps = {
  rows: TipRow[]
  status: Tip['status']
  /** How many nobody has decided on yet. */
  fresh: number
  /** The address of the next page of the list. */
  older: string | null
}

/** How much of a letter its row shows, in characters. */
const SHOWN = 240

/** What readers sent in. Nothing of it is in the queue until a person takes it there. */
export function tipsPage(frame: Frame, { rows, status, fresh, older }: TipsProps): Html {
  const { t } = frame
  const tab = (one: Tip['status']) =>
    html`<a href="${one === 'new' ? '/tips' : `/tips?show=${one}`}"${one === status ? html` aria-current="true"` : ''}>${t(`tip_status.${one}`)}${one === 'new' ? html` <span class="count">${fresh}</span>` : ''}</a>`
  return page(
    frame,
    { title: t('tip.title') },
    html`
${heading({ title: t('tip.title'), lead: t('tip.lead') })}
<div class="queue-tabs"><nav aria-label="${t('tip.show')}">${tipStatuses.map(tab)}</nav></div>
${rows.length ? html`<ul class="rows" role="list">${rows.map((row) => tipRow(frame, row))}</ul>` : emptyState(t(`tip.empty_${status}`))}
${pager(frame, { older })}`,
  )
}

function tipRow(frame: Frame, { tip, letter, claim }: TipRow): Html {
  const { t } = frame
  const about = joined([t(`tip.about_${tip.about}`), when(frame, tip.receivedAt)])
  const words = letter ? beginning(letter.words) : t('tip.erased')
  return html`<li class="tip-row"><a class="${letter ? 'tip-words' : 'tip-words unknown'}" href="/tips/${tip.id}">${words}</a>
<p class="note">${about}</p>
${claim ? html`<p class="note"${langOf(frame, claim.language)}>${claim.statement}</p>` : nothing}</li>`
}

/** The beginning of a letter, in one line, whole characters and, where it can be, whole words. */
function beginning(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  const points = [...line]
  if (points.length <= SHOWN) return line
  return `${points
    .slice(0, SHOWN)
    .join('')
    .replace(/\s+\S{0,40}$/, '')}…`
}
