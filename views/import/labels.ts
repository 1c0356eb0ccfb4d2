import type { LabelMet } from '../../src/domain/import.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined } from '../html.ts'
import { note, number, ratingMark } from '../parts.ts'

/** A label that nobody has mapped yet, and what it might amount to. */
export type MetRow = LabelMet & { suggested: string | null }

/** The labels of a source that nobody has mapped yet, publisher by publisher. */
export function metLabels(frame: Frame, rows: MetRow[], scale: Rating[]): Html {
  const { t } = frame
  const by = [...Map.groupBy(rows, ({ publisher }) => publisher)]
  return html`${note(t('import.labels_lead'))}
${by.map(
  ([
    publisher,
    labels,
  ]) => html`<h3 class="import-publisher"><a href="/publishers/${encodeURIComponent(publisher)}">${publisher}</a></h3>
<ul class="rows" role="list">${labels.map((row) => metRow(frame, row, scale))}</ul>`,
)}`
}

function metRow(frame: Frame, row: MetRow, scale: Rating[]): Html {
  const { t } = frame
  const { label, records, suggested } = row
  const rating = scale.find(({ id }) => id === suggested)
  const may = rating ? html`${t('import.label_suggested')} ${ratingMark(frame, rating)}` : null
  const count = t('publishers.rulings', { count: records, shown: number(frame, records) })
  return html`<li class="label-row"><q lang="${row.language}">${label}</q><span class="note">${joined([count, may])}</span></li>`
}
