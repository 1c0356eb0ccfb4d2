import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { headOf, readHead } from './http-head.ts'

/** What was taken of an address, or brought in, as a WARC file keeps it. */
export type Taken = {
  /** The address in the end; `urn:sha256:…` or the like where it came from none. */
  uri: string
  /** When, ISO 8601 in UTC. */
  at: string
  /** Decoded: as it is read, not as it was compressed on its way. */
  payload: Uint8Array
  /** As the host or the file's name says it. Of an answer: what its `Content-Type` says. */
  mediaType: string | null
  http: { status: number; headers: [string, string][] } | null
}

/** The library is loaded when it is first needed: a desk that keeps nothing starts without it. */
const library = () => import('warcio')

const inHex = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/**
 * A WARC 1.1 file of one record in one gzip member: a `response` of HTTP, else a `resource`
 * (https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/). The same
 * content always gives the same bytes, so its id is made of it. What cannot stand in a header is
 * cleaned; cookies are left out, as `headOf` says.
 */
export async function warcOf({ uri, at, payload, mediaType, http }: Taken): Promise<Uint8Array> {
  const { StatusAndHeaders, WARCRecord, WARCSerializer, WARC_1_1 } = await library()
  const head = http ? headOf(http, payload.length) : new Uint8Array()
  const target = printable(uri)
  const digest = `sha256:${inHex(payload)}`
  const headers = await single([
    ['WARC-Type', http ? 'response' : 'resource'],
    ['WARC-Record-ID', `<urn:uuid:${uuidOf(inHex(target, '\n', at, '\n', head, payload))}>`],
    ['WARC-Date', at],
    ['WARC-Target-URI', target],
    ['WARC-Payload-Digest', digest],
    ['WARC-Block-Digest', http ? `sha256:${inHex(head, payload)}` : digest],
    [
      'Content-Type',
      http ? 'application/http; msgtype=response' : printable(mediaType ?? '') || UNKNOWN,
    ],
  ])
  const record = new WARCRecord({
    warcHeaders: new StatusAndHeaders({ statusline: WARC_1_1, headers }),
    reader: [head, payload],
  })
  const plain = await WARCSerializer.serialize(record, { gzip: false })
  return promisify(gzip)(plain)
}

/**
 * What a file of `warcOf` keeps.
 * @throws Error where it is no such file, or its payload is not what its digest says
 */
export async function takenFrom(warc: Uint8Array): Promise<Taken> {
  const { WARCParser } = await library()
  const plain = await promisify(gunzip)(warc, { maxOutputLength: MOST })
  const record = await WARCParser.parse([plain], { keepHeadersCase: true, parseHttp: false })
  if (!record) throw new Error('no WARC record')
  const block = await record.readFully()
  const answer = record.warcType === 'response' ? readHead(block) : null
  const payload = answer ? block.subarray(answer.end) : block
  if (record.warcPayloadDigest !== `sha256:${inHex(payload)}`) throw new Error('a damaged record')
  const said = answer
    ? (answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null)
    : (record.warcContentType ?? null)
  return {
    uri: record.warcTargetURI ?? '',
    at: record.warcDate ?? '',
    payload,
    mediaType: answer || said !== UNKNOWN ? said : null,
    http: answer && { status: answer.status, headers: answer.headers },
  }
}

/** What stands for a media type that nobody says. */
const UNKNOWN = 'application/octet-stream'

/** More than the desk takes from any address, with its headers: 64 MB. */
const MOST = 67_108_864

/** Headers of a record, of which none is several: the library takes `,,,` in an address for a list. */
async function single(fields: [string, string][]) {
  const { HeadersMultiMap } = await library()
  class Single extends HeadersMultiMap {
    override isMultiValue(): boolean {
      return false
    }
  }
  return new Single(fields)
}

/** A value for a line of its own: all that is not a printable character of ASCII is escaped. */
const printable = (value: string): string =>
  value
    .toWellFormed()
    .trim()
    .replace(/[^ -~]/gu, encodeURIComponent)

/** An id made of a hash, in the form of a UUID (version 8, RFC 9562). */
const uuidOf = (hash: string): string =>
  hash.replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    (_, a, b, c, d, e) => `${a}-${b}-8${c}-a${d}-${e}`,
  )
