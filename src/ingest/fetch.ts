import { inTime } from './deadline.ts'
import { answerTo, ask, bodyOf, brokenAnswer } from './fetch-answer.ts'
import {
  begin,
  type ConnectOptions,
  checkedAddresses,
  established,
  type Resolve,
} from './fetch-connect.ts'
import { decodeBody } from './fetch-decode.ts'
import { refusal, step } from './fetch-step.ts'
import { readUrl, typedUrl } from './fetch-url.ts'

export type FetchOptions = {
  /** opens 127.0.0.0/8 and ::1, no other private network; false */
  allowLoopback?: boolean
  /** of the body, on the wire and once more decoded; 10 MB */
  maxBytes?: number
  /** for everything, from the name's lookup to the last byte of the last answer; 15 s */
  timeoutMs?: number
  /** 5 */
  maxRedirects?: number
  /** the `Accept` header; web pages and plain text first */
  accept?: string
  /** asked before each address that a redirect leads to; what it throws ends the fetch */
  onRedirect?: (url: URL) => Promise<void>
  /** the caller's; when aborted its reason is thrown, not a refusal */
  signal?: AbortSignal
  /** in place of the system's resolver, for tests */
  resolve?: Resolve
}

export type Fetched = {
  /** where it was in the end, without fragment */
  url: string
  /** 200–299, but neither 204, 205 nor 206 */
  status: number
  /** the header as it is: what the bytes are, and in which encoding, is the caller's business */
  contentType: string | null
  /** decoded, never empty */
  bytes: Uint8Array
  /** in their order, repeated ones too; one character a byte (Latin-1) */
  headers: [name: string, value: string][]
  /** the addresses that led on, the typed one first; empty where none did */
  redirects: string[]
}

/**
 * What an answer said of itself (RFC 9110 §8.8), and where it stood in the end: it is about that
 * address, so no other one is asked with it.
 */
export type Since = { url: string; etag: string | null; lastModified: string | null }

/** What was fetched before is what is there still. */
export type Unchanged = { unchanged: true; url: string }

type Visit = Omit<Fetched, 'redirects'> | Unchanged | { location: string }
type Limits = ConnectOptions & { maxBytes: number; accept: string; since: Since | undefined }

const ACCEPT = 'text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5'
const REDIRECTS = [301, 302, 303, 307, 308]
const EMPTY = [204, 205]
const GONE = [404, 410]
const CLOSED = [401, 402, 403, 451]

/**
 * Fetches a page from an address that a person typed, and lets nobody use the desk to look into the
 * network it stands in: every address is checked after the lookup, again on the socket, and anew at
 * each redirect. A redirect from https to http is followed: nothing secret is sent, people may type
 * http themselves, and `redirects` shows it.
 *
 * @returns the page; to whoever asked with `since`, perhaps that it is unchanged
 * @throws Refusal, each but the first with the `host` that it is about:
 *   `url_bad` (`why`: malformed, scheme, credentials, port);
 *   `url_forbidden`;
 *   `url_redirects` (`why`: many, circle, nowhere);
 *   `url_too_large` (`max` bytes);
 *   `url_timeout` (`seconds`);
 *   `url_unreachable` (`why`: name, network, certificate);
 *   `url_status` (`status`, `why`: gone, closed, failed);
 *   `url_broken` (`why`: cut, garbled, coding, empty)
 * @throws the reason of `signal`
 */
export function fetchPage(
  typed: string,
  options: FetchOptions & { since: Since },
): Promise<Fetched | Unchanged>
export function fetchPage(typed: string, options?: FetchOptions): Promise<Fetched>
export async function fetchPage(
  typed: string,
  options: FetchOptions & { since?: Since } = {},
): Promise<Fetched | Unchanged> {
  const { timeoutMs = 15_000, maxRedirects = 5 } = options
  let url = typedUrl(typed)
  const redirects: string[] = []
  const { allowLoopback = false, maxBytes = 10_000_000, accept = ACCEPT, resolve, since } = options
  const asked = () => url
  return inTime({ timeoutMs, signal: options.signal }, asked, async (signal) => {
    const limits = { allowLoopback, maxBytes, accept, resolve, since, signal }
    for (;;) {
      const visit = await visitOnce(url, limits)
      if ('unchanged' in visit) return visit
      if (!('location' in visit)) return { ...visit, redirects }
      redirects.push(url.href)
      const next = readUrl(visit.location, url)
      if (typeof next === 'string') {
        throw refusal('url_redirects', url, { why: 'nowhere', detail: next })
      }
      // Without cookies the same question has the same answer.
      if (redirects.includes(next.href)) throw refusal('url_redirects', url, { why: 'circle' })
      if (redirects.length > maxRedirects) throw refusal('url_redirects', url, { why: 'many' })
      url = next
      await options.onRedirect?.(url)
    }
  })
}

/** One question to one host, over a connection of its own. */
async function visitOnce(url: URL, limits: Limits): Promise<Visit> {
  const { maxBytes, accept, signal } = limits
  const wire = begin(url, await checkedAddresses(url, limits))
  try {
    const conditions = conditionsFor(url, limits.since)
    const headers = { Accept: accept, ...conditions }
    const exchange = ask(url, wire, await established(url, wire, limits), headers)
    const broken = brokenAnswer(exchange)
    const response = await step(answerTo(exchange), signal, broken)
    const { statusCode: status = 0, headers: said, rawHeaders } = response
    if (REDIRECTS.includes(status) && said.location !== undefined) {
      // Node reads headers as Latin-1; browsers read this one as UTF-8.
      return { location: Buffer.from(said.location, 'latin1').toString() }
    }
    const unchanged = status === 304 && Object.keys(conditions).length > 0
    if (unchanged) return { unchanged, url: url.href }
    refuseStatus(url, status)
    const sent = await step(bodyOf(exchange, response, maxBytes), signal, broken)
    const bytes = await decodeBody(url, sent, said['content-encoding'] ?? '', maxBytes)
    if (bytes.length === 0) throw refusal('url_broken', url, { why: 'empty', status })
    const contentType = said['content-type'] ?? null
    return { url: url.href, status, contentType, bytes, headers: pairs(rawHeaders) }
  } finally {
    wire.destroy()
  }
}

/** A longer word for what is there is not said back: hosts refuse questions with long headers. */
const MOST_SAID = 1000

const short = (said: string | null): said is string =>
  said !== null && said !== '' && said.length <= MOST_SAID

/** The headers that ask whether what is there already is there still (RFC 9110 §13.1). */
function conditionsFor(url: URL, since: Since | undefined): Record<string, string> {
  if (since?.url !== url.href) return {}
  const { etag, lastModified } = since
  return {
    ...(short(etag) && { 'If-None-Match': etag }),
    ...(short(lastModified) && { 'If-Modified-Since': lastModified }),
  }
}

/** @throws Refusal `url_status`, `url_broken` (`why: empty`) */
function refuseStatus(url: URL, status: number): void {
  if (EMPTY.includes(status)) throw refusal('url_broken', url, { why: 'empty', status })
  // 206 was not asked for: it would be a part that passes for the whole.
  if (status >= 200 && status < 300 && status !== 206) return
  const why = GONE.includes(status) ? 'gone' : CLOSED.includes(status) ? 'closed' : 'failed'
  throw refusal('url_status', url, { status, why })
}

function pairs(raw: readonly string[]): [name: string, value: string][] {
  return raw.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : [],
  )
}
