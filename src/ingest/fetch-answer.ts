import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import about from '../../package.json' with { type: 'json' }
import { CODINGS } from './fetch-decode.ts'
import { codeOf, refusal } from './fetch-step.ts'

/** Bytes of all headers together. Security policies of news sites pass Node's own 16 kB at times. */
const MAX_HEADERS = 65_536

/**
 * Whether a host sends little else than headers, interim answers or the frames of chunks: a million
 * chunks of one byte would keep the process busy for seconds.
 *
 * @param size bytes of the body so far
 */
const isChaff = (wire: Socket, size: number): boolean => wire.bytesRead > 2 * size + 4 * MAX_HEADERS

/** An honest name; no cookies, no referrer. */
const USER_AGENT = `Riscontro/${about.version} (+fact-checking desk)`

/** One request over one connection. */
export type Exchange = {
  url: URL
  request: ClientRequest
  /** The socket below TLS, where every byte counts. */
  wire: Socket
  /** The first thing that went wrong, also where an answer had come by then. */
  trouble: () => Error | null
}

/**
 * Sends the request over a connection that is ready, without an agent: so no proxy out of the
 * environment, and no connection that another fetch has used.
 * @param sent what is posted; without, the page is asked for
 */
export function ask(
  url: URL,
  wire: Socket,
  connection: Socket,
  headers: Record<string, string>,
  sent?: Uint8Array,
): Exchange {
  const request = httpRequest({
    createConnection: () => connection,
    method: sent ? 'POST' : 'GET',
    host: url.hostname,
    path: url.pathname + url.search,
    setHost: false,
    headers: {
      Host: url.host,
      'User-Agent': USER_AGENT,
      ...headers,
      ...(sent ? { 'Content-Length': sent.length } : { 'Accept-Encoding': CODINGS }),
    },
    maxHeaderSize: MAX_HEADERS,
    insecureHTTPParser: false,
  })
  let trouble: Error | null = null
  request.on('error', (error) => {
    trouble ??= error
  })
  request.end(sent)
  return { url, request, wire, trouble: () => trouble ?? connection.errored ?? wire.errored }
}

/**
 * Waits for status and headers.
 * @throws Refusal `url_broken` (`why: garbled`) where a host sends interim answers without end
 * @throws the connection's or the parser's error, for `brokenAnswer`
 */
export function answerTo({ url, request, wire }: Exchange): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve)
    request.once('error', reject)
    request.once('close', () => reject(new Error('closed without an answer')))
    request.on('information', () => {
      if (isChaff(wire, 0)) reject(chaff(url))
    })
  })
}

/**
 * Reads the body as it comes on the wire, still compressed.
 *
 * Where a body has no length of its own, its end is the end of the connection, so that one which
 * ends in an error is cut. A host that goes on after the length it named has cut the page itself;
 * it is refused where that is noticed, which is not always: by RFC 9112 §6.3 the length is believed.
 *
 * @throws Refusal `url_too_large`; `url_broken` (`why`: cut, garbled)
 * @throws the connection's or the parser's error, for `brokenAnswer`
 */
export async function bodyOf(
  { url, wire, trouble }: Exchange,
  response: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array> {
  const { 'content-length': length, 'transfer-encoding': transfer } = response.headers
  // Not asked for (RFC 9110 §10.1.4), so nothing that a server of pages sends.
  if (transfer !== undefined && transfer.trim().toLowerCase() !== 'chunked') {
    throw refusal('url_broken', url, { why: 'garbled', detail: transfer.slice(0, 80) })
  }
  const tooLarge = () => refusal('url_too_large', url, { max: maxBytes })
  if (length !== undefined && Number(length) > maxBytes) throw tooLarge()
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response) {
    const bytes: Uint8Array = piece
    size += bytes.length
    if (size > maxBytes) throw tooLarge()
    if (isChaff(wire, size)) throw chaff(url)
    pieces.push(bytes)
  }
  const error = trouble()
  const framed = length !== undefined || transfer !== undefined
  if (error && (!framed || isParseError(error))) {
    throw refusal('url_broken', url, { why: 'cut' }, error)
  }
  return Buffer.concat(pieces)
}

const chaff = (url: URL) => refusal('url_broken', url, { why: 'garbled', detail: 'chaff' })

const isParseError = (error: unknown): boolean => codeOf(error).startsWith('HPE_')

/** What an error between request and end of the answer means. */
export const brokenAnswer = ({ url, trouble }: Exchange) => {
  // The parser's own word comes first; the answer only hears that it was aborted.
  return (error: unknown) => {
    const first = trouble() ?? error
    return refusal('url_broken', url, { why: isParseError(first) ? 'garbled' : 'cut' }, first)
  }
}
