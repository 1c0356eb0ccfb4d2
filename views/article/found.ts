import type { Article } from '../../src/domain/article.ts'
import type { Hit } from '../../src/domain/hit.ts'
import { MAX_QUERY } from '../../src/domain/queue.ts'
import type { Frame } from '../frame.ts'
import { type Html, html, nothing } from '../html.ts'
import { page } from '../layout.ts'
import { emptyState, heading, langOf, pager, submit } from '../parts.ts'
import { foundText, markedText } from '../queue/found.ts'
import { originLine } from './details.ts'

export type ArticlesFoundProps = {
  q: string
  /** Newest first. */
  found: { article: Article; hits: Hit[] }[]
  /** The address of the next page. */
  older: string | null
}

/** Articles that say what was searched for, each with where its text says it. */
export function articlesFoundPage(frame: Frame, { q, found, older }: ArticlesFoundProps): Html {
  const { t } = frame
  const everything = html`<a href="/articles">${t('find.every_article')}</a>`
  const list = html`<ul class="rows" role="list">${found.map((one) => row(frame, one))}</ul>`
  const claims = html`<a href="/claims?${new URLSearchParams({ q }).toString()}">${t('find.claims_too')}</a>`
  return page(
    frame,
    { title: `${t('article.title')} · “${q}”` },
    html`
${heading({ title: t('article.title') })}
<search><form class="list-search" method="get" action="/articles" autocomplete="off"><label for="articles-q">${t('find.in_articles')}</label><div class="search-row"><input type="search" id="articles-q" name="q" value="${q}" maxlength="${MAX_QUERY}">${submit(t('find.do'))}</div></form></search>
<p class="note" role="status">${t('find.articles_shown', { count: found.length })} ${claims}</p>
${found.length > 0 ? list : emptyState(t(older ? 'find.none_here' : 'find.none_found'), everything)}
${pager(frame, { older })}`,
  )
}

function row(frame: Frame, { article, hits }: ArticlesFoundProps['found'][number]): Html {
  const { id, title, language } = article
  const said = hits.find(({ field }) => field === 'article')
  const text = said
    ? html`<p class="hit-text"${langOf(frame, language)}>${markedText(said.pieces)}</p>`
    : nothing
  return html`<li class="article-row"><div><a class="article-title" href="/articles/${id}" lang="${language}">${foundText(title, hits)}</a>
<p class="note">${originLine(frame, article)}</p>${text}</div></li>`
}
