import { type Columns, columnFields } from '../../src/domain/columns.ts'
import type { Import } from '../../src/domain/import.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import { alert, heading, postForm, type Refused, section, submit } from '../parts.ts'

export type MappingProps = Refused & {
  import: Import
  columns: Columns
  /** The first rows of the table. */
  rows: string[][]
  /** Whether it can be changed, and by whoever looks. */
  may: boolean
  problem?: string | null
}

/** How much of a cell is shown, in characters. */
const SHOWN = 80

const beginning = (cell: string): string => {
  const points = [...cell]
  return points.length > SHOWN ? `${points.slice(0, SHOWN).join('')}…` : cell
}

/** What each column of a table is, with its first rows beside: guessed, and put right by hand. */
export function mappingPage(frame: Frame, props: MappingProps): Html {
  const { t } = frame
  const { import: one, may, problem } = props
  return page(
    frame,
    { title: t('mapping.title') },
    html`
${heading({
  title: t('mapping.title'),
  lead: t(may ? 'mapping.lead' : 'mapping.lead_closed'),
  back: { href: `/imports/${one.id}`, label: one.name },
})}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${may ? mappingForm(frame, props) : section('columns', t('mapping.columns'), columnList(frame, props))}`,
  )
}

const samples = (rows: string[][], at: number): Html[] =>
  rows.flatMap((row) => {
    const cell = row[at]?.trim()
    return cell ? [html`<li>${beginning(cell)}</li>`] : []
  })

function mappingForm(frame: Frame, props: MappingProps): Html {
  const { t } = frame
  const { import: one, columns, rows, typed, errors } = props
  const choices = columnFields.map((value) => ({ value, label: t(`column.${value}`) }))
  const order = (['day', 'month'] as const).map((value) => ({
    value,
    label: t(`mapping.order_${value}`),
  }))
  const known = columns.dayFirst === null ? '' : columns.dayFirst ? 'day' : 'month'
  return postForm(
    frame,
    {
      ...{ id: 'mapping', action: `/imports/${one.id}/mapping`, revision: one.revision },
      ...{ class: 'mapping', ...(typed && { typed }), ...(errors && { errors }) },
    },
    (fields) => html`
<ul class="rows mapping-columns" role="list">${columns.names.map(
      (name, at) => html`<li class="mapping-row">
${fields.select({ name: `column-${at}`, label: name || String(at + 1), value: columns.fields[at] ?? '', choices, empty: t('mapping.left_out'), unmarked: true })}
<ul class="mapping-samples" role="list" aria-label="${t('mapping.samples', { name: name || String(at + 1) })}">${samples(rows, at)}</ul></li>`,
    )}</ul>
${fields.select({ name: 'order', label: t('mapping.order'), hint: t('mapping.order_hint'), value: known, choices: order, empty: t('mapping.order_none'), unmarked: true })}
${fields.text({ name: 'publisher', label: t('import.publisher'), hint: t('import.publisher_hint'), value: one.publisher, size: 'medium' })}
${fields.text({ name: 'language', label: t('mapping.language'), hint: t('mapping.language_hint'), value: columns.language, size: 'short' })}
<p class="hint">${t('mapping.remembered')}</p>
<div class="actions">${submit(t('mapping.look'), { tone: 'primary' })}</div>`,
  )
}

/** The same for whoever changes nothing. */
function columnList({ t }: Frame, { columns, rows }: MappingProps): Html {
  return html`<ul class="rows mapping-columns" role="list">${columns.names.map((name, at) => {
    const field = columns.fields[at]
    return html`<li class="mapping-row"><p><strong>${name || at + 1}</strong><br>${field ? t(`column.${field}`) : html`<span class="unknown">${t('mapping.left_out')}</span>`}</p>
<ul class="mapping-samples" role="list">${samples(rows, at)}</ul></li>`
  })}</ul>`
}
