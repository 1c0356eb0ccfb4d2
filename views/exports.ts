import type { Frame } from './frame.ts'
import { type Html, html } from './html.ts'
import { page } from './layout.ts'
import { copyable, emptyState, heading, note, section } from './parts.ts'

export type ExportsProps = {
  /** How many verdict versions the document holds. */
  count: number
  /** The beginning of the document, pretty-printed; and how many verdicts are in it. */
  preview: { text: string; shown: number }
  /** The address of the document, whole, to copy. */
  address: string
}

const DOCUMENT = '/exports/verdicts.json'
const SCHEMA = '/schemas/verdict-export/v1.json'

/** What the desk told the public, as a document to take along. */
export function exportsPage(frame: Frame, { count, preview, address }: ExportsProps): Html {
  const { t } = frame
  const download = html`<a class="button primary" href="${DOCUMENT}" download="verdicts.json">${t('exports.download')}</a>`
  const begins = count
    ? t('exports.preview_of', { shown: preview.shown, count })
    : t('exports.count', { count })
  return page(
    frame,
    { title: t('exports.title'), width: 'wide' },
    html`
${heading({ title: t('exports.title') })}
<div class="exports">
<div class="side">
<p>${t('exports.lead')}</p>
<p class="export-count">${t('exports.count', { count })}</p>
${count ? '' : emptyState(t('exports.empty'))}
<div class="actions">${download}</div>
${section(
  'elsewhere',
  t('exports.elsewhere'),
  html`<div class="side">
${copyable(frame, 'export-address', t('exports.address'), address)}
${copyable(frame, 'export-command', t('exports.command'), 'npm run riscontro -- export verdicts')}
<p><a href="${SCHEMA}" hx-boost="false">${t('exports.schema')}</a></p>
${note(t('exports.schema_hint'))}</div>`,
)}
</div>
${section('preview', t('exports.preview'), html`<pre class="code" tabindex="0">${preview.text}</pre>`, begins)}
</div>`,
  )
}
