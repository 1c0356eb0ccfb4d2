import type { Frame } from './frame.ts'
import { type Html, html, joined } from './html.ts'
import { page } from './layout.ts'
import { emptyState, heading, number, pager } from './parts.ts'

type PublisherRow = {
  publisher: string
  name: string | null
  rulings: number
  labels: number
  /** How many of its labels nobody has mapped. */
  open: number
}

/** Whose rulings were brought in, and how many of their labels wait for somebody to say what they amount to. */
export function publishersPage(
  frame: Frame,
  { rows, older }: { rows: PublisherRow[]; older: string | null },
): Html {
  const { t } = frame
  const list = html`<ul class="rows" role="list">${rows.map((row) => publisherRow(frame, row))}</ul>`
  return page(
    frame,
    { title: t('publishers.title') },
    html`
${heading({ title: t('publishers.title'), lead: t('publishers.lead'), back: { href: '/imports', label: t('import.title') } })}
${rows.length ? list : emptyState(t('publishers.empty'))}
${pager(frame, { older })}`,
  )
}

function publisherRow(
  frame: Frame,
  { publisher, name, rulings, labels, open }: PublisherRow,
): Html {
  const { t } = frame
  const count = t('publishers.rulings', { count: rulings, shown: number(frame, rulings) })
  const about = joined([name ? publisher : null, count, t('publishers.labels', { count: labels })])
  const left = open ? t('publishers.open', { count: open }) : t('publishers.all_mapped')
  return html`<li class="source-row"><div><a class="article-title" href="/publishers/${encodeURIComponent(publisher)}">${name ?? publisher}</a>
<p class="note">${about}</p></div>
<p class="note source-state"><span class="${open ? 'labels-open' : ''}">${left}</span></p></li>`
}
