import { Refusal } from '../domain/refusal.ts'
import { bylineOf } from './byline.ts'
import { cleanText } from './decode.ts'
import { isFront } from './html/address.ts'
import { articleBlocks } from './html/content.ts'
import { parsePage } from './html/dom.ts'
import { filterBlocks } from './html/filter.ts'
import { isNoArticle } from './html/front-page.ts'
import { outletOf } from './html/outlet.ts'
import {
  bylineIn,
  dateIn,
  languageIn,
  outletNames,
  type Page,
  readPage,
  titleIn,
} from './html/page.ts'
import { signedIn } from './html/people.ts'
import { joinBlocks, renderBlocks } from './html/render.ts'
import { scanPage } from './html/scan.ts'
import type { ArticleReading } from './read.ts'
import { sentences } from './sentences.ts'

export { decodeHtml } from './html/decode.ts'

/** An article read from a page; its title is the page's own, at most 300 characters. */
export type HtmlReading = ArticleReading & {
  /** the address under which the page wants to be known, http(s) only; or null */
  url: string | null
}

/** Blocks at the beginning of the text in which date and byline are looked for. */
const HEAD = 10

/**
 * Reads a page into an article. What it says of itself is believed in this order: linked data
 * (schema.org in JSON-LD), `<meta>`, what its elements are called, its text. What none of them says
 * stays null.
 *
 * Takes time in proportion to the page, about two seconds for the worst 10 MB: whoever serves people
 * meanwhile reads in a worker.
 *
 * @param html decoded (`decodeHtml`); no script in it is run, nothing is fetched
 * @param options `url` where the page came from; `today` as `YYYY-MM-DD`: publication dates after it
 *   are not believed; `whole`: where there is no article in the page, all that it says is read
 * @throws Refusal `invalid` with `text: required` where there is no article in the page, a front page
 *   included; `too_large` where its text is (`cleanText`)
 */
export function readHtml(
  html: string,
  options: { url?: string | null; today?: string; whole?: boolean } = {},
): HtmlReading {
  const scanned = scanPage(html)
  const document = parsePage(scanned.html)
  const page = readPage(document, scanned.linked, options.url ?? null)
  const { linked, meta, url } = page
  const names = outletNames(page)
  const outlet = outletOf(names, url)
  const outlets = outlet === null ? names : [outlet, ...names]
  const title = titleIn(page, outlets)
  const signed = bylineIn(page, outlets)
  const [description] = meta.values('og:description', 'description')
  const all = articleBlocks(document, scanned.html, {
    body: linked?.body ?? null,
    description: linked?.description ?? description ?? null,
  })
  const kept = filterBlocks(all, { title, byline: signed, outlet })
  const declared = (linked?.headlines.length ?? 0) > 0
  const isArticle = !isNoArticle(all, kept, declared) && !isFrontPage(page, declared)
  if (!isArticle && !options.whole) throw noArticle()
  // To find the article, the page was taken apart.
  const said = isArticle ? kept : renderBlocks(parsePage(scanned.html).body)
  const text = cleanText(withHeadline(title, joinBlocks(said)))
  const language = languageIn(page, text)
  const first = all.slice(0, HEAD)
  const head = joinBlocks(first)
  return {
    title,
    titleProposed: false,
    outlet,
    byline: signed ?? signedIn(first.map((block) => block.text)) ?? bylineOf(head, language),
    date: dateIn(page, head, language, options.today ?? null),
    language,
    url,
    text,
    sentences: sentences(text, language),
  }
}

const bare = (words: string): string => words.normalize('NFC').replace(/\s+/g, ' ').trim()

/** The headline is part of what a page says, and is quoted: it stands above the text, unless it opens it. */
function withHeadline(title: string | null, text: string): string {
  if (!title || bare(text.slice(0, 2000)).includes(bare(title))) return text
  return `${title}\n\n${text}`
}

function isFrontPage({ url, meta }: Page, declared: boolean): boolean {
  if (declared || url === null || meta.values('og:type').includes('article')) return false
  return isFront(new URL(url))
}

function noArticle(): Refusal {
  return new Refusal('invalid', { fields: { text: { code: 'required' } } })
}
