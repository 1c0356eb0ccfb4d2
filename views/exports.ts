import type { FilterProps } from './exports/choices.ts'
import { exportFilters } from './exports/filters.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing, type Part } from './html.ts'
import { page } from './layout.ts'
import { copyable, emptyState, heading, jsonCode, note, section, size } from './parts.ts'

export type ExportsProps = FilterProps & {
  /** The document under these filters; null where they cannot be read. */
  document: ExportDocument | null
}

type ExportDocument = {
  /** How many verdict versions it holds, and how many bytes. */
  count: number
  bytes: number
  /** It with the first of its verdicts alone; and how many they are. */
  text: string
  shown: number
  /** Its filters, one value each. */
  pairs: [name: string, value: string][]
  /** Where the desk is reached. */
  origin: string
}

const DOCUMENT = '/exports/verdicts.json'
const SCHEMA = '/schemas/verdict-export/v1.json'
const COMMAND = 'npm run --silent riscontro -- export verdicts'

/** What the desk told the public, as a document to take along. */
export function exportsPage(frame: Frame, props: ExportsProps): Html {
  const { t } = frame
  const { document } = props
  return page(
    frame,
    { title: t('exports.title'), width: 'wide' },
    html`
${heading({ title: t('exports.title'), lead: t('exports.lead') })}
<div class="exports">
${exportFilters(frame, props)}
<div class="export-main">${document ? taken(frame, document) : note(t('exports.unread'))}</div>
</div>`,
  )
}

/** In a shell a word stands as it is, where no sign in it means anything. */
const quotedForShell = (text: string): string =>
  /^[\w.,:@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

function taken(frame: Frame, document: ExportDocument): Html {
  const { t, lang } = frame
  const { count, bytes, pairs, origin } = document
  const query = pairs.length ? `?${new URLSearchParams(pairs)}` : ''
  const options = pairs.map(([name, value]) => ` --${name}=${quotedForShell(value)}`).join('')
  const counted = joined([t('exports.count', { count }), size(lang, bytes)])
  const format = html`JSON, <code>riscontro/verdict-export/v1</code> · <a href="${SCHEMA}" hx-boost="false">${t('exports.schema')}</a> · <a href="/record">${t('record.title')}</a>`
  return html`<div class="export-head"><div><p class="export-count" id="export-count" role="status">${counted}</p>
${note(format)}</div>
<a class="button primary" href="${DOCUMENT + query}" download="verdicts.json">${t('exports.download')}</a></div>
${count ? nothing : nothingIn(frame, pairs.length > 0)}
<div class="export-ways">
${copyable(frame, 'export-address', t('exports.address'), origin + DOCUMENT + query)}
${copyable(frame, 'export-command', t('exports.command'), COMMAND + options)}</div>
${beginning(frame, document)}`
}

/** Nothing is public yet, or nothing is under these filters. */
const nothingIn = ({ t }: Frame, filtered: boolean): Html =>
  filtered
    ? emptyState(t('exports.none_here'), html`<a href="/exports">${t('exports.clear')}</a>`)
    : emptyState(t('exports.empty'))

function beginning(frame: Frame, { count, text, shown }: ExportDocument): Html {
  const { t } = frame
  const begins: Part = count ? t('exports.preview_of', { shown, count }) : nothing
  const code = html`<pre class="code" id="export-preview" tabindex="0"><code>${jsonCode(text)}</code></pre>`
  return section(
    'preview',
    t('exports.preview'),
    html`${code}${note(t('exports.preview_note'))}`,
    begins,
  )
}
