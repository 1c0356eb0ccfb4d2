import type { FilterProps } from './exports/choices.ts'
import { exportFilters } from './exports/filters.ts'
import { documentPath, formatLinks } from './exports/formats.ts'
import { type SinceLast, sinceLast } from './exports/since.ts'
import type { Frame } from './frame.ts'
import { type Html, html, joined, nothing, type Part } from './html.ts'
import { page } from './layout.ts'
import {
  copyable,
  emptyState,
  heading,
  jsonCode,
  note,
  section,
  size,
  toTheSecond,
} from './parts.ts'

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
  /** The moment that it stands at, ISO 8601 in UTC; null for the present. */
  asOf: string | null
  /** Where the desk is reached. */
  origin: string
  /** The columns of its CSV, where some are chosen. */
  columns: string[]
  /** What changed since this person took it along; null where they never did. */
  last: SinceLast | null
}

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
<div class="export-main">${document && !document.asOf ? sinceLast(frame, document.last, document.pairs) : nothing}${document ? taken(frame, document) : note(t('exports.unread'))}</div>
</div>`,
  )
}

/** In a shell a word stands as it is, where no sign in it means anything. */
const quotedForShell = (text: string): string =>
  /^[\w.,:@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

function taken(frame: Frame, document: ExportDocument): Html {
  const { t, lang } = frame
  const { count, bytes, pairs, asOf, origin, columns } = document
  const asked: ExportDocument['pairs'] = asOf ? [...pairs, ['asOf', asOf]] : pairs
  const path = documentPath('json', asked)
  const chosen: ExportDocument['pairs'] = columns.length ? [['columns', columns.join(',')]] : []
  const options = [...pairs, ...(asOf ? [['as-of', asOf] as const] : [])]
    .map(([name, value]) => ` --${name}=${quotedForShell(value)}`)
    .join('')
  const counted = joined([t('exports.count', { count }), size(lang, bytes)])
  const format = html`JSON, <code>riscontro/verdict-export/v1</code> · <a href="${SCHEMA}" hx-boost="false">${t('exports.schema')}</a> · <a href="/record">${t('record.title')}</a>`
  return html`<div class="export-head"><div><p class="export-count" id="export-count" role="status">${counted}</p>
${asOf ? stood(frame, asOf, pairs) : nothing}${note(format)}</div>
<a class="button primary" href="${path}" download="verdicts.json">${t('exports.download')}</a></div>
${formatLinks(frame, { id: 'export-also', label: t('exports.also'), pairs: asked, name: 'verdicts', columns: chosen, without: 'json' })}
${note(t('exports.formats_hint'))}
${count ? nothing : nothingIn(frame, document)}
<div class="export-ways">
${copyable(frame, 'export-address', t('exports.address'), origin + path)}
${copyable(frame, 'export-command', t('exports.command'), COMMAND + options)}</div>
${programs(frame)}
${beginning(frame, document)}`
}

/** How else programs learn what this tells. */
function programs({ t, viewer, publicPages }: Frame): Html {
  const feeds = html`<a href="/verdicts/feed.atom" hx-boost="false">${t('public.verdicts_feed')}</a>`
  const webhooks = html`<a href="/webhooks">${t('webhook.title')}</a>`
  const ways = [
    html`<a href="/docs/api">${t('api.title')}</a>`,
    publicPages === false ? null : feeds,
    viewer?.admin ? webhooks : null,
  ]
  return note(html`${t('exports.programs')} ${joined(ways)}`)
}

const queryOf = (pairs: ExportDocument['pairs']): string =>
  pairs.length ? `?${new URLSearchParams(pairs)}` : ''

/** That it is the document of a moment that is past, and the way to the one of now. */
function stood(frame: Frame, asOf: string, pairs: ExportDocument['pairs']): Html {
  const { t } = frame
  const now = html`<a href="/exports${queryOf(pairs)}">${t('exports.now')}</a>`
  return html`<p class="mark mark-past" id="as-of"><strong>${t('asof.stood', { time: toTheSecond(frame, asOf) })}</strong> ${t('exports.stood')} ${now}</p>`
}

/** Nothing is public yet, or was then, or is under these filters. */
function nothingIn({ t }: Frame, { pairs, asOf }: ExportDocument): Html {
  if (pairs.length === 0) return emptyState(t(asOf ? 'exports.none_then' : 'exports.empty'))
  return emptyState(t('exports.none_here'), html`<a href="/exports">${t('exports.clear')}</a>`)
}

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
