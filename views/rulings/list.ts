import type { Hit } from '../../src/domain/hit.ts'
import { MAX_QUERY } from '../../src/domain/queue.ts'
import type { Rating } from '../../src/domain/rating.ts'
import { type RulingLine, statementOf } from '../../src/domain/ruling.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { page } from '../layout.ts'
import { buttonLink, emptyState, heading, langOf, pager, submit } from '../parts.ts'
import { markedText } from '../queue/found.ts'
import { beginningOf, rated, rulingFacts } from './said.ts'

/** A ruling in a list, where it says what was searched for, and what its label amounts to here. */
export type ListedRuling = { ruling: RulingLine; rating: Rating | null; hits: readonly Hit[] }

export type RulingsProps = {
  q: string
  publisher: string | null
  publishers: readonly { publisher: string; name: string | null }[]
  rows: readonly ListedRuling[]
  count: { rulings: number; isLeast: boolean }
  /** The addresses of the first page, where this is another one, and of the next. */
  first: string | null
  older: string | null
}

/** How others rated what was said: all of it, or what is searched for. */
export function rulingsPage(frame: Frame, props: RulingsProps): Html {
  const { t } = frame
  const { q, rows, first, older } = props
  const title = t('ruling.title')
  return page(
    frame,
    { title: q ? `${title} · “${q}”` : title },
    html`
${heading({ title, lead: t('ruling.lead'), back: { href: '/claims', label: t('nav.claims') }, actions: buttonLink('/imports', t('import.title'), 'quiet') })}
${asking(frame, props)}
<p class="note" role="status">${counted(frame, props)}${q ? html` <a href="/claims?${new URLSearchParams({ q }).toString()}">${t('find.claims_too')}</a>` : nothing}</p>
${rows.length > 0 ? html`<ul class="rows" role="list">${rows.map((row) => rulingRow(frame, row))}</ul>` : none(frame, props)}
${pager(frame, { newer: first, older })}`,
  )
}

function counted({ t }: Frame, { q, publisher, count }: RulingsProps): string {
  const { rulings, isLeast } = count
  if (isLeast) return t('ruling.least', { count: rulings })
  return t(q || publisher ? 'ruling.matching' : 'ruling.count', { count: rulings })
}

function none({ t }: Frame, { q, publisher, older }: RulingsProps): Html {
  if (older) return emptyState(t('ruling.none_here'))
  const everything = html`<a href="/rulings">${t('ruling.every')}</a>`
  return q || publisher
    ? emptyState(t('find.none_found'), everything)
    : emptyState(t('ruling.none'))
}

/** What is searched for, and of whom. */
function asking({ t }: Frame, { q, publisher, publishers }: RulingsProps): Html {
  const known = publishers.some((one) => one.publisher === publisher)
  const all = known || !publisher ? publishers : [{ publisher, name: null }, ...publishers]
  const choices = all.map(
    (one) =>
      html`<option value="${one.publisher}"${one.publisher === publisher ? html` selected` : nothing}>${one.name ? `${beginningOf(one.name, 60)} (${one.publisher})` : one.publisher}</option>`,
  )
  return html`<search><form class="list-search rulings-search" method="get" action="/rulings" autocomplete="off"><div class="field"><label for="rulings-q">${t('ruling.search')}</label><input type="search" id="rulings-q" name="q" value="${q}" maxlength="${MAX_QUERY}"></div>
<div class="field"><label for="rulings-publisher">${t('ruling.publisher')}</label><select id="rulings-publisher" name="publisher"><option value="">${t('ruling.any_publisher')}</option>${choices}</select></div>
${submit(t('find.do'))}</form></search>`
}

/** What was rated, how and by whom; where it says what was searched for, that is marked. */
function rulingRow(frame: Frame, { ruling, rating, hits }: ListedRuling): Html {
  const { id, language } = ruling
  const main = hits.find(({ field }) => field === 'statement')
  const others = hits.filter(({ field }) => field !== 'statement')
  const text = main ? markedText(main.pieces) : statementOf(ruling) || frame.t('ruling.unsaid')
  const elsewhere = others.map(
    (hit) =>
      html`<p class="hit-text"${langOf(frame, language)}><bdi>${markedText(hit.pieces)}</bdi></p>`,
  )
  return html`<li class="ruling-row"><a class="statement" href="/rulings/${id}"${langOf(frame, language)}><bdi>${text}</bdi></a>
${elsewhere}<p class="note">${joined([rated(frame, ruling), rulingFacts(frame, ruling, rating)])}</p></li>`
}

/** A few of what others rated beside the claims that were found, and the way to all. */
export function rulingsBeside(
  frame: Frame,
  q: string,
  { found, count }: { found: readonly ListedRuling[]; count: RulingsProps['count'] },
): Html {
  if (found.length === 0) return nothing
  const { t } = frame
  const all = t(count.isLeast ? 'ruling.all_least' : 'ruling.all', { count: count.rulings })
  const every = `/rulings?${new URLSearchParams({ q }).toString()}`
  return html`<section class="rulings-beside" aria-labelledby="rulings-beside"><h2 id="rulings-beside">${t('ruling.title')}</h2><ul class="rows" role="list">${found.map((row) => rulingRow(frame, row))}</ul><p class="note"><a href="${every}">${all}</a></p></section>`
}
