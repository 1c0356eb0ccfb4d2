import { columnFields } from '../../src/domain/columns.ts'
import type { RefusedRecord } from '../../src/domain/import.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { note, number } from '../parts.ts'

type Props = { import: { id: string }; refused: RefusedRecord[]; further: string | null }

/** What was refused, each with its line and the reason; and what was left out of records that were kept. */
export function refusedList(frame: Frame, { import: { id }, refused, further }: Props): Html {
  const { t } = frame
  if (refused.length === 0) return note(t('import.refused_none'))
  return html`<p><a href="/imports/${id}/refused.csv" hx-boost="false" download>${t('import.refused_download')}</a></p>
<ul class="rows refused" role="list">${refused.map((one) => refusedRow(frame, one))}</ul>
${further ? html`<p class="pager"><a href="${further}">${t('import.more')} ›</a></p>` : nothing}`
}

function refusedRow(frame: Frame, { line, code, field, excerpt, kept }: RefusedRecord): Html {
  const { t } = frame
  const where = t('import.line', { line: number(frame, line) })
  const left = kept ? html` <span class="note">${t('import.left_out')}</span>` : nothing
  const column = columnFields.find((one) => one === field)
  const named = column
    ? html`${t(`column.${column}`)}: `
    : field
      ? html`<code>${field}</code> `
      : nothing
  return html`<li><p><span class="refused-line">${where}</span> ${t(`unread.${code}`)}${left}</p>
${excerpt || field ? html`<p class="note refused-excerpt">${named}${excerpt}</p>` : nothing}</li>`
}
