import type { Article, ArticleVersion } from '../src/domain/article.ts'
import type { Counts } from '../src/domain/coverage.ts'
import { has } from '../src/domain/member.ts'
import { share } from './article/coverage.ts'
import { type Details, detailFields, originLine } from './article/details.ts'
import type { Frame } from './frame.ts'
import { type Html, html, nothing } from './html.ts'
import { page } from './layout.ts'
import {
  alert,
  buttonLink,
  emptyState,
  heading,
  pager,
  postForm,
  type Refused,
  size,
  submit,
} from './parts.ts'

export type ArticlesProps = {
  /** Newest first; `claims` were taken from it. */
  rows: { article: Article; claims: number }[]
  /** By article, how much of it was looked at; null while that is being counted. */
  shares: Record<string, Counts> | null
  /** The address of the next page of the list. */
  older: string | null
}

const MAX_TEXT = 1_000_000

/** Every article of the desk, newest first. */
export function articlesPage(frame: Frame, props: ArticlesProps): Html {
  const { rows, older } = props
  const { t, viewer } = frame
  const add = viewer && has(viewer, 'checker')
  const button = add ? buttonLink('/articles/new', t('article.add'), 'primary') : nothing
  const list = html`<ul class="rows" role="list">${rows.map((row) => articleRow(frame, row, props))}</ul>`
  const empty = t(add ? 'article.empty' : 'article.empty_viewer')
  return page(
    frame,
    { title: t('article.title') },
    html`
${heading({ title: t('article.title'), actions: rows.length ? button : nothing })}
${rows.length ? list : emptyState(empty, button)}${counting(frame, props)}
${pager(frame, { older })}`,
  )
}

/** Long texts are counted aside from the page: with script it looks again. */
function counting(frame: Frame, { rows, shares }: ArticlesProps): Html {
  if (shares || rows.length === 0) return nothing
  return html`<p class="note" id="counting" hx-get="${frame.path}" hx-trigger="load delay:1s" hx-target="body">${frame.t('coverage.counting')}</p>`
}

function articleRow(
  frame: Frame,
  { article, claims }: ArticlesProps['rows'][number],
  { shares }: ArticlesProps,
): Html {
  const { id, title, language } = article
  const counts = shares?.[id]
  const looked = counts ? html`<span class="article-share">${share(frame, counts)}</span>` : nothing
  return html`<li class="article-row"><div><a class="article-title" href="/articles/${id}" lang="${language}">${title}</a>
<p class="note">${originLine(frame, article)}</p></div>
<p class="note article-claims">${frame.t('article.claims', { count: claims })}${looked}</p></li>`
}

/** `problem`: why the text was refused, where that is no matter of one field. */
export type NewArticleProps = Refused & { problem?: string | null }

/** The text of an article comes in. Nothing is kept before it was read and confirmed. */
export function newArticlePage(frame: Frame, { problem, ...refused }: NewArticleProps): Html {
  const { t, lang } = frame
  const form = { id: 'new-article', action: '/articles/readings', upload: true, guard: true }
  const hint = t('article.text_hint', { max: size(lang, MAX_TEXT) })
  return page(
    frame,
    { title: t('article.new_title') },
    html`
${heading({ title: t('article.new_title'), lead: t('article.new_lead'), back: { href: '/articles', label: t('article.title') } })}
${problem ? alert(html`<p>${problem}</p>`) : nothing}
${postForm(
  frame,
  { ...form, ...refused, class: 'article-new' },
  (fields) => html`
${fields.text({ name: 'address', label: t('article.address'), hint: t('article.address_hint'), type: 'url', unmarked: true })}
${fields.area({ name: 'text', label: t('article.text'), hint, rows: 14, serif: true, unmarked: true })}
${fields.file({ name: 'file', label: t('article.file'), hint: t('article.file_hint'), accept: '.txt,.html,.htm,.pdf,text/plain,text/html,application/pdf', unmarked: true })}
<div class="actions">${submit(t('article.read'), { tone: 'primary' })}</div>`,
)}`,
  )
}

export type ConfirmArticleProps = Refused & {
  /** The id of the article that the form will make. */
  newId: string
  source: ArticleVersion['source']
  /** What it was read from, by its id; null for a text that was pasted. */
  snapshot: string | null
  /** The cleaned text, as it will be kept. */
  text: string
  /** What the text says of itself; null where it does not say. */
  reading: Details & { titleProposed: boolean }
  sentenceCount: number
}

/** What was read from a text, to be put right before the article is kept. */
export function confirmArticlePage(frame: Frame, props: ConfirmArticleProps): Html {
  const { t } = frame
  const { newId, source, snapshot, text, reading, sentenceCount, typed, errors } = props
  const { title, titleProposed, outlet, date, language } = reading
  const said = (name: 'readOutlet' | 'readDate', now: string | null) =>
    String(typed?.[name] ?? now ?? '')
  const read = { readOutlet: said('readOutlet', outlet), readDate: said('readDate', date) }
  const hidden = { source, snapshot, ...read }
  const form = { id: 'article', action: '/articles', newId, hidden, typed, errors }
  const remarks = {
    title: titleProposed ? t('article.title_proposed') : title ? null : t('article.title_missing'),
    outlet: outlet ? null : t('article.outlet_missing'),
    date: date ? null : t('article.date_missing'),
  }
  const kept = html`<div class="field article-text"><label for="article-text">${t('article.text_read')}</label><textarea class="serif" id="article-text" name="text" rows="24" readonly lang="${language ?? ''}">
${text}</textarea></div>`
  return page(
    frame,
    { title: t('article.confirm_title'), width: 'wide' },
    html`
${heading({ title: t('article.confirm_title'), lead: t('article.confirm_lead', { count: sentenceCount }), back: { href: '/articles', label: t('article.title') } })}
${postForm(
  frame,
  { ...form, guard: true, class: 'article-confirm' },
  (fields) => html`
<div class="article-fields">${detailFields(frame, fields, reading, remarks)}
<div class="actions">${submit(t('article.confirm'), { tone: 'primary' })}${buttonLink('/articles/new', t('article.another_text'), 'quiet')}</div></div>
${kept}`,
)}`,
  )
}
