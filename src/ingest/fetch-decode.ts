import { promisify } from 'node:util'
import {
  brotliDecompress,
  gunzip,
  type InputType,
  inflate,
  inflateRaw,
  type ZlibOptions,
  zstdDecompress,
} from 'node:zlib'
import { codeOf, refusal } from './fetch-step.ts'

type Decoder = (bytes: InputType, options: ZlibOptions) => Promise<Uint8Array>

const zlibWrapped: Decoder = promisify(inflate)
const raw: Decoder = promisify(inflateRaw)
const gzip: Decoder = promisify(gunzip)

/** Some servers send deflate bare, others as the standard has it, in a zlib wrapper (RFC 9110 §8.4.1.2). */
const deflate: Decoder = (bytes, options) => {
  const wrapped = bytes instanceof Uint8Array && ((bytes[0] ?? 0) & 0x0f) === 8
  return (wrapped ? zlibWrapped : raw)(bytes, options)
}

const decoders = new Map<string, Decoder>([
  ['gzip', gzip],
  ['x-gzip', gzip],
  ['deflate', deflate],
  ['br', (bytes, { maxOutputLength }) => promisify(brotliDecompress)(bytes, { maxOutputLength })],
  ['zstd', (bytes, { maxOutputLength }) => promisify(zstdDecompress)(bytes, { maxOutputLength })],
])

/** What `decodeBody` undoes, as `Accept-Encoding` says it. */
export const CODINGS = 'gzip, deflate, br, zstd'

/**
 * Undoes the compression of a body. It stops at the limit: a bomb never unfolds. Several codings on
 * top of each other are refused; no server of pages does that, and each layer multiplies a bomb.
 *
 * @param coding the `Content-Encoding` header
 * @param maxBytes of the result
 * @throws Refusal `url_too_large`; `url_broken` with `why: coding` where the coding is unknown or the
 *   bytes are not what it says, `why: cut` where they end too early
 */
export async function decodeBody(
  url: URL,
  bytes: Uint8Array,
  coding: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const name = coding.trim().toLowerCase()
  if (name === '' || name === 'identity' || bytes.length === 0) return bytes
  const decoder = decoders.get(name)
  if (!decoder) throw refusal('url_broken', url, { why: 'coding', detail: name.slice(0, 80) })
  try {
    return await decoder(bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ERR_BUFFER_TOO_LARGE') throw refusal('url_too_large', url, { max: maxBytes })
    // zlib's word for input that ends before its end.
    const why = code === 'Z_BUF_ERROR' ? 'cut' : 'coding'
    throw refusal('url_broken', url, { why }, error)
  }
}
