import type { Article } from '../domain/article.ts'
import { demand, type Member } from '../domain/member.ts'
import { decodeText } from '../ingest/decode.ts'
import { fetchPage } from '../ingest/fetch.ts'
import type { HtmlReading } from '../ingest/html.ts'
import { isPdf } from '../ingest/pdf.ts'
import { readText } from '../ingest/read.ts'
import { sha256 } from '../store/seal.ts'
import type { Desk } from './open.ts'

/** What comes in: a text that was pasted, a file, or the address of a page. */
export type Incoming =
  | { text: string }
  | { bytes: Uint8Array; contentType: string | null }
  | { address: string }

/** The same text, whatever its white space, has the same key. */
export const keyOf = (text: string): string =>
  sha256(text.normalize('NFC').replace(/\s+/g, ' ').trim())

const today = ({ now }: Pick<Desk, 'now'>): string => now().slice(0, 10)

/** Whether bytes are a page of HTML: they are said to be, or begin like one. */
function isHtml(bytes: Uint8Array, contentType: string | null): boolean {
  if (/\b(html|xhtml)\b/i.test(contentType ?? '')) return true
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512))
  return /^[^<]{0,16}<(!doctype\s+html|html|head|\?xml[^>]*>\s*<(!doctype|html))/i.test(start)
}

/** What bytes begin like counts for more than what they are said to be. */
function kindOf(bytes: Uint8Array, contentType: string | null): 'pdf' | 'page' | 'text' {
  if (isPdf(bytes)) return 'pdf'
  if (isHtml(bytes, contentType)) return 'page'
  return /^application\/(x-)?pdf\b/i.test(contentType ?? '') ? 'pdf' : 'text'
}

/**
 * What a file or a page says of itself.
 * @param url where it came from, where that is known
 * @throws Refusal `invalid` where there is no article in it; `too_large`, `binary`, `unreadable`
 */
async function readBytes(
  desk: Pick<Desk, 'heavy' | 'now'>,
  bytes: Uint8Array,
  contentType: string | null,
  url: string | null,
): Promise<HtmlReading> {
  const given = { bytes, contentType, url, today: today(desk) }
  const read = kindOf(bytes, contentType)
  if (read === 'text') return { ...readText(decodeText(bytes), given), url }
  const job = { read, ...given }
  const reading: HtmlReading = JSON.parse(await new Response(await desk.heavy.run(job)).text())
  return { ...reading, url: reading.url ?? url }
}

/**
 * What would be kept of what comes in. Nothing is stored.
 * @throws Refusal as `fetchPage`, `readHtml` and `readText` do
 */
export async function readIncoming(
  desk: Pick<Desk, 'heavy' | 'now' | 'fetchLoopback'>,
  given: Incoming,
): Promise<HtmlReading & { addresses: string[] }> {
  if ('text' in given) {
    return { ...readText(given.text, { today: today(desk) }), url: null, addresses: [] }
  }
  if ('bytes' in given) {
    const reading = await readBytes(desk, given.bytes, given.contentType, null)
    return { ...reading, addresses: reading.url ? [reading.url] : [] }
  }
  const page = await fetchPage(given.address, { allowLoopback: desk.fetchLoopback })
  const reading = await readBytes(desk, page.bytes, page.contentType, page.url)
  const typed = URL.canParse(given.address) ? [new URL(given.address).href] : []
  const all = [...(reading.url ? [reading.url] : []), page.url, ...page.redirects, ...typed]
  return { ...reading, addresses: [...new Set(all)] }
}

/**
 * What comes in, and whether the desk has it: `there` holds the same text; `changed` is known by the
 * same address, and says something else now.
 * @throws Refusal `forbidden`, and as `readIncoming` does
 */
export async function readArticle(desk: Desk, member: Member, given: Incoming) {
  demand(member, 'checker')
  const reading = await readIncoming(desk, given)
  const { articles } = desk.store
  const same = await articles.versionByKey(keyOf(reading.text))
  const known: Article | null = same ? null : await articles.byUrl(reading.addresses)
  return { reading, there: same?.article ?? null, changed: known }
}
