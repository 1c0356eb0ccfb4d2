import { MAX_QUERY, type Queue } from '../../src/domain/queue.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, joined, nothing } from '../html.ts'
import { note } from '../parts.ts'
import type { SearchShown } from './props.ts'

/** What was made of the search, where that is not what was typed. */
export function searchNotes({ t }: Frame, search: SearchShown): Html {
  const { taken, missing, strange, wordless, cut, many, behind } = search
  const said = [
    behind && t('find.behind'),
    many && t('find.many'),
    wordless && t('queue.wordless'),
    ...taken.map(({ typed, as, words }) =>
      t(as === 'near' ? 'find.taken_near' : 'find.taken_beginning', {
        typed,
        words: words.join(', '),
        count: words.length,
      }),
    ),
    ...missing.map((typed) => t('find.missing', { typed })),
    ...strange.map(({ text, why }) =>
      t(why === 'name' ? 'find.no_filter' : 'find.no_value', { text }),
    ),
    cut && t('find.cut', { max: MAX_QUERY }),
  ]
  return html`${said.filter(Boolean).map((text) => note(String(text)))}`
}

/** Each example of the help, as it is typed in the reader’s language, and what it does. */
const examples = [
  'words',
  'phrase',
  'without',
  'beginning',
  'rating',
  'claimant',
  'dates',
  'work',
  'other',
] as const

/** How a search is typed, folded away. */
export function searchHelp({ t }: Frame): Html {
  return html`<details class="search-help"><summary>${t('find.help')}</summary>
<dl>${examples.map(
    (one) =>
      html`<div><dt><code>${t(`find.try_${one}`)}</code></dt><dd>${t(`find.does_${one}`)}</dd></div>`,
  )}</dl>
<p class="note">${t('find.help_more')}</p></details>`
}

/** Articles that say it too, a few of them, and the way to all. */
export function articlesBeside(
  frame: Frame,
  { q }: Queue,
  { articles: { found, count } }: SearchShown,
): Html {
  if (found.length === 0) return nothing
  const { t } = frame
  const all = count.isLeast
    ? t('find.all_articles_least', { count: count.articles })
    : t('find.all_articles', { count: count.articles })
  const links = found.map(
    ({ article }) =>
      html`<a href="/articles/${article.id}" lang="${article.language}">${article.title}</a>`,
  )
  const every = html`<a href="/articles?${new URLSearchParams({ q }).toString()}">${all}</a>`
  return html`<section class="articles-beside" aria-label="${t('find.articles')}"><h2>${t('find.articles')}</h2><p>${joined([...links, every])}</p></section>`
}
