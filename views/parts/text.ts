import { raw } from 'hono/html'
import MarkdownIt from 'markdown-it'
import type { Frame } from '../frame.ts'
import { type Html, html, type Part } from '../html.ts'

/** An address that a person wrote, if it leads where pages may lead: http(s) and nothing else. */
export function safeAddress(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null
  return /^https?:$/.test(new URL(url).protocol) ? url : null
}

/**
 * A link out of the desk; plain text where the address is none that may be followed.
 * @param text what the link says; its host where nothing is given
 */
export function outside(url: string | null, text?: Part): Html {
  const address = safeAddress(url)
  if (!address) return html`${text ?? url}`
  const label = text ?? new URL(address).host.replace(/^www\./, '')
  return html`<a class="outside" href="${address}" rel="noopener nofollow noreferrer">${label}</a>`
}

/** A page of this desk, as a path; a browser reads `//` and `/\\` as the beginning of another host. */
const isOwnPath = (url: string): boolean => /^\/(?![/\\])[^\s\\]*$/.test(url)

/**
 * Reads Markdown: no HTML, no images, and no table, which takes long to lay out where it has many columns.
 * @param top the highest level of its headings: a page has one title, and it is not in here
 */
function readerOf(top: number, leadsTo: (url: string) => boolean) {
  const reader = new MarkdownIt({ html: false, linkify: false, typographer: false })
  reader.disable(['image', 'html_inline', 'html_block', 'table'])
  reader.validateLink = leadsTo
  reader.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
    const token = tokens[index]
    if (token && safeAddress(String(token.attrGet('href')))) {
      token.attrSet('rel', 'noopener nofollow noreferrer')
      token.attrSet('class', 'outside')
    }
    return renderer.renderToken(tokens, index, options)
  }
  for (const rule of ['heading_open', 'heading_close'] as const) {
    reader.renderer.rules[rule] = (tokens, index, options, _env, renderer) => {
      const token = tokens[index]
      if (token) token.tag = `h${Number(token.tag[1]) < 3 ? top : top + 1}`
      return renderer.renderToken(tokens, index, options)
    }
  }
  return reader
}

const reader = readerOf(3, (url) => safeAddress(url) !== null)
const longReader = readerOf(2, (url) => safeAddress(url) !== null || isOwnPath(url))

// A source that is cited leads to where it stands on the page, where it stands there.
reader.renderer.rules.text = (tokens, index, _options, env) => {
  const text = reader.utils.escapeHtml(tokens[index]?.content ?? '')
  const cites = env?.cites
  if (!(cites instanceof Set) || isLinked(tokens, index)) return text
  return text.replace(/\[(\d{1,3})\]/g, (mark, digits) =>
    cites.has(Number(digits)) ? `<a href="#evidence-${Number(digits)}">${mark}</a>` : mark,
  )
}

/** Whether a text is the words of a link already. */
function isLinked(tokens: { type: string }[], index: number): boolean {
  const last = tokens.slice(0, index).findLast(({ type }) => /^link_/.test(type))
  return last?.type === 'link_open'
}

/**
 * Markdown that a person wrote: no HTML, no images, links to http(s) only.
 * @param cites the numbers of evidence that stand on the page, each under `evidence-` and its number
 */
export const markdown = (text: string, cites?: ReadonlySet<number>): Html =>
  html`<div class="prose">${raw(reader.render(text, { cites }))}</div>`

/** The same of a text that is most of its page; it may lead to other pages of the desk. */
export const longText = (text: string): Html =>
  html`<div class="prose">${raw(longReader.render(text))}</div>`

/** Words in their own language, so that they are pronounced and hyphenated rightly. */
export const quoted = ({ lang }: Frame, text: string, language?: string | null): Html =>
  html`<q${language && language !== lang ? html` lang="${language}"` : ''}>${text}</q>`

/**
 * In which language a claim is stated, beside the one of the article that it was taken from; nothing
 * where both are the reader's own.
 */
export function languagesOf(frame: Frame, claim: string, article: string | null): Html | null {
  const name = (code: string) => languageName(frame, code)
  if (article && article !== claim) {
    return html`${frame.t('claim.languages', { article: name(article), claim: name(claim) })}`
  }
  return claim === frame.lang ? null : html`${name(claim)}`
}

/** The name of a language in the reader's own; `und` is said of one that nobody could tell. */
export function languageName({ lang, t }: Frame, code: string): string {
  if (code === 'und') return t('language.unknown')
  return new Intl.DisplayNames(lang, { type: 'language', fallback: 'code' }).of(code) ?? code
}
