import { type Import, type ImportProgress, importFormats } from '../src/domain/import.ts'
import { has } from '../src/domain/member.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing } from './html.ts'
import { counted, statusWords } from './import/words.ts'
import { page } from './layout.ts'
import {
  alert,
  buttonLink,
  emptyState,
  folded,
  heading,
  pager,
  postForm,
  type Refused,
  size,
  submit,
  when,
} from './parts.ts'

export type ImportRow = {
  import: Import
  progress: ImportProgress | null
  isAlive: boolean
}

export type ImportsProps = Refused & {
  /** Newest first. */
  rows: ImportRow[]
  /** The address of the next page of the list. */
  older: string | null
  /** The id of the import that the form will make. */
  newId: string
  /** Bytes that a file may have. */
  most: number
  problem?: string | null
}

/** What was brought in of others, and where more is. */
export function importsPage(frame: Frame, props: ImportsProps): Html {
  const { t, viewer } = frame
  const { rows, older, problem, errors } = props
  const may = viewer !== null && has(viewer, 'editor')
  const isOpen = rows.length === 0 || Boolean(problem) || errors !== undefined
  const form = folded(
    { id: 'bring', label: t('import.bring'), open: isOpen, tone: 'primary' },
    bringForm(frame, props),
  )
  return page(
    frame,
    { title: t('import.title') },
    html`
${heading({
  title: t('import.title'),
  lead: t('import.lead'),
  back: { href: '/sources', label: t('source.title') },
  actions: html`${buttonLink('/rulings', t('ruling.title'), 'quiet')}${buttonLink('/publishers', t('import.publishers'), 'quiet')}`,
})}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${may ? form : nothing}
${rows.length ? html`<ul class="rows" role="list">${rows.map((row) => importRow(frame, row))}</ul>` : emptyState(t('import.empty'))}
${pager(frame, { older })}`,
  )
}

function bringForm(frame: Frame, { newId, most, typed, errors }: ImportsProps): Html {
  const { t, lang } = frame
  const formats = importFormats.map((value) => ({ value, label: t(`import_format.${value}`) }))
  const accept = '.json,.jsonld,.ndjson,.html,.htm,.csv,.tsv,.xml,.gz,application/json,text/csv'
  return postForm(
    frame,
    {
      ...{ id: 'import', action: '/imports', newId, upload: true, typed },
      ...(errors && { errors }),
    },
    (fields) => html`
${fields.file({ name: 'file', label: t('import.file'), hint: t('import.file_hint', { max: size(lang, most) }), accept, unmarked: true })}
${fields.text({ name: 'address', label: t('import.address'), hint: t('import.address_hint'), type: 'url', unmarked: true })}
${fields.area({ name: 'text', label: t('import.text'), hint: t('import.text_hint'), rows: 4, unmarked: true })}
${fields.select({ name: 'format', label: t('import.format'), choices: formats, empty: t('import.format_guess'), unmarked: true })}
${fields.text({ name: 'publisher', label: t('import.publisher'), hint: t('import.publisher_hint'), size: 'medium' })}
<p class="hint">${t('import.look_hint')}</p>
<div class="actions">${submit(t('import.look'), { tone: 'primary' })}</div>`,
  )
}

function importRow(frame: Frame, row: ImportRow): Html {
  const { t } = frame
  const { import: one } = row
  const about = joined([
    t(`import_format.${one.format}`),
    one.publisher,
    when(frame, one.receivedAt),
  ])
  return html`<li class="source-row"><div><a class="article-title" href="/imports/${one.id}">${one.name}</a>
<p class="note">${about}</p></div>
<p class="note source-state"><span class="import-status import-${one.status}">${statusWords(frame, row)}</span><span>${counted(frame, one)}</span></p></li>`
}
