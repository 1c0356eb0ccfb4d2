import type { Frame } from '../frame.ts'
import { type Html, html } from '../html.ts'

type Pairs = [name: string, value: string][]

/** Where a document is, in one of its forms. */
export const documentPath = (format: string, pairs: Pairs): string =>
  `/exports/verdicts.${format}${pairs.length ? `?${new URLSearchParams(pairs)}` : ''}`

/** The forms of a document, each as a link to download it. */
export function formatLinks(
  { t }: Frame,
  options: {
    id: string
    label: string
    pairs: Pairs
    /** What the file is called, but for how it ends. */
    name: string
    /** The columns of CSV, as an address has them. */
    columns?: Pairs
    without?: string
  },
): Html {
  const { id, label, pairs, name, columns = [], without } = options
  const csv: Pairs = [...pairs, ...columns]
  const forms: [label: string, format: string, pairs: Pairs][] = [
    ['JSON', 'json', pairs],
    ['NDJSON', 'ndjson', pairs],
    ['CSV', 'csv', csv],
    [t('exports.excel'), 'csv', [...csv, ['bom', 'yes']]],
    ['JSON-LD', 'jsonld', pairs],
  ]
  const links = forms
    .filter(([, format]) => format !== without)
    .map(
      ([form, format, query]) =>
        html`<li><a href="${documentPath(format, query)}" download="${name}.${format}">${form}</a></li>`,
    )
  return html`<div class="export-forms"><span id="${id}">${label}</span><ul role="list" aria-labelledby="${id}">${links}</ul></div>`
}
