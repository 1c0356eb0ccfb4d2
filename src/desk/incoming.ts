import type { Article, sources } from '../domain/article.ts'
import { demand, type Member } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import { cleanText, decodeText } from '../ingest/decode.ts'
import { type Fetched, fetchPage } from '../ingest/fetch.ts'
import type { HtmlReading } from '../ingest/html.ts'
import { readText } from '../ingest/read.ts'
import { sha256 } from '../store/seal.ts'
import { heavyKindOf, isMedia, isTextless } from './kinds.ts'
import type { Desk } from './open.ts'

/** What comes in: a text that was pasted, a file, or the address of a page. */
export type Incoming =
  | { text: string }
  | { bytes: Uint8Array; contentType: string | null }
  | { address: string }

/** The largest file that is taken in, as much as is fetched from an address. */
export const MAX_FILE_BYTES = 10_000_000

/** What came in, and what it says; nothing is kept of it yet. */
export type Arrived = {
  way: (typeof sources)[number]
  /** As it came, decoded: what a snapshot keeps. */
  bytes: Uint8Array
  contentType: string | null
  /** As it was asked for; null where it came from none. */
  address: string | null
  /** The host's answer, where it was fetched. */
  page: Fetched | null
  /** Null where it holds no text, as a picture. */
  reading: HtmlReading | null
  /** Every address that it is known by. */
  addresses: string[]
}

/** What reading takes of a desk. */
export type Reading = Pick<Desk, 'heavy' | 'now' | 'fetching'>

/** The same text, whatever its white space, has the same key. */
export const keyOf = (text: string): string =>
  sha256(text.normalize('NFC').replace(/\s+/g, ' ').trim())

const today = ({ now }: Pick<Desk, 'now'>): string => now().slice(0, 10)

/**
 * What a file or a page says of itself.
 * @param url where it came from, where that is known
 * @param whole whether all that a page says is wanted, be it an article or not, and what holds no
 *   text is taken too
 * @returns null where it holds no text
 * @throws Refusal `invalid` where there is nothing to read in it; `too_large`, `binary`, `unreadable`
 */
async function readBytes(
  desk: Reading,
  {
    bytes,
    contentType,
    url,
  }: { bytes: Uint8Array; contentType: string | null; url: string | null },
  whole: boolean,
): Promise<HtmlReading | null> {
  const read = heavyKindOf(bytes, contentType)
  if (read) {
    const job = { read, bytes, contentType, url, whole, today: today(desk) }
    const reading: HtmlReading = JSON.parse(await new Response(await desk.heavy.run(job)).text())
    return { ...reading, url: reading.url ?? url }
  }
  if (whole && isMedia(contentType)) return null
  try {
    return { ...readText(decodeText(bytes), { today: today(desk) }), url }
  } catch (error) {
    const holdsNone = error instanceof Refusal && error.code === 'binary'
    if (whole && holdsNone && isTextless(contentType)) return null
    throw error
  }
}

/**
 * Takes in what comes, and reads it. Nothing is stored.
 * @param options `whole`: as evidence wants it, every page and what holds no text; else articles
 * @throws Refusal as `fetchPage`, `readHtml` and `readText` do; of what was fetched for evidence
 *   `url_broken` (`why`: type, no_text) and `url_too_large` speak of the host
 */
export async function receive(
  desk: Reading,
  given: Incoming,
  { whole = false } = {},
): Promise<Arrived> {
  if ('text' in given) {
    const text = cleanText(given.text)
    const bytes = new TextEncoder().encode(text)
    const reading = { ...readText(text, { today: today(desk) }), url: null }
    const contentType = 'text/plain; charset=utf-8'
    const from = { address: null, page: null, addresses: [] }
    return { way: 'paste', bytes, contentType, reading, ...from }
  }
  if ('bytes' in given) {
    if (given.bytes.length > MAX_FILE_BYTES) {
      throw new Refusal('too_large', { values: { max: MAX_FILE_BYTES } })
    }
    const reading = await readBytes(desk, { ...given, url: null }, whole)
    const addresses = reading?.url ? [reading.url] : []
    return { way: 'upload', ...given, address: null, page: null, reading, addresses }
  }
  const { address } = given
  return readFetched(desk, address, await fetchPage(address, desk.fetching), whole)
}

/**
 * Reads a page that was fetched.
 * @param address as it was asked for
 * @throws Refusal as `receive` does
 */
export async function readFetched(
  desk: Reading,
  address: string,
  page: Fetched,
  whole: boolean,
): Promise<Arrived> {
  const reading = await readBytes(desk, page, whole).catch((error) => {
    throw whole ? blamed(page, error) : error
  })
  const typed = URL.canParse(address) ? [new URL(address).href] : []
  const all = [...(reading?.url ? [reading.url] : []), page.url, ...page.redirects, ...typed]
  const { bytes, contentType } = page
  const addresses = [...new Set(all)]
  return { way: 'url', bytes, contentType, address, page, reading, addresses }
}

/** What cannot be read of a page that was fetched is a word about its host. */
export function blamed({ url }: Fetched, error: unknown): unknown {
  if (!(error instanceof Refusal)) return error
  const { hostname: host } = new URL(url)
  const { code, values } = error
  if (code === 'too_large') return new Refusal('url_too_large', { values: { ...values, host } })
  const why = code === 'binary' ? 'type' : code === 'invalid' ? 'no_text' : null
  return why ? new Refusal('url_broken', { values: { host, why } }) : error
}

/** @throws Refusal `binary` where it holds no text */
export function demandText({ reading }: Arrived): HtmlReading {
  if (!reading) throw new Refusal('binary')
  return reading
}

/**
 * What comes in, and whether the desk has it: `there` holds the same text; `changed` is known by the
 * same address, and says something else now.
 * @throws Refusal `forbidden`, and as `receive` does
 */
export async function readArticle(desk: Desk, member: Member, given: Incoming) {
  demand(member, 'checker')
  const arrived = await receive(desk, given)
  const reading = demandText(arrived)
  const { articles } = desk.store
  const same = await articles.versionByKey(keyOf(reading.text))
  const known: Article | null = same ? null : await articles.byUrl(arrived.addresses)
  return { arrived, reading, there: same?.article ?? null, changed: known }
}
