import { isAscii } from 'node:buffer'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** Chunks of a file, an answer or a pasted text. */
export type Chunks = AsyncIterable<Uint8Array | string>

/** How much is looked at, in bytes, before the encoding is decided. */
const SAMPLE = 65_536

/** The encoding by a byte order mark, or by the NULs of UTF-16; null where it is not told by that. */
function marked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const nuls = [0, 0]
  const length = Math.min(bytes.length, 1000)
  for (let at = 0; at < length; at++) if (bytes[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  if (odd > length / 5 && even < odd / 4) return 'utf-16le'
  if (even > length / 5 && odd < even / 4) return 'utf-16be'
  return null
}

/** UTF-8 or Windows-1252, by what stands beyond ASCII. The last character may be cut. */
function guessed(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = (text.match(/\ufffd/g)?.length ?? 0) - (text.endsWith('\ufffd') ? 1 : 0)
  const whole = text.match(/[^\0-\u007f\ufffd]/gu)?.length ?? 0
  return whole >= 4 * broken ? 'utf-8' : 'windows-1252'
}

const bytesIn = (chunk: Uint8Array | string): Uint8Array =>
  typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk

/** Finds out of what encoding a stream is as it comes: nothing but ASCII is the same in all of them. */
class Decoder {
  private decoder: TextDecoder | null = null
  private waiting: Uint8Array[] = []
  private length = 0
  private isStarted = false

  take(bytes: Uint8Array): string {
    if (this.decoder) return this.decoder.decode(bytes, { stream: true })
    this.waiting.push(bytes)
    this.length += bytes.length
    return this.length < SAMPLE ? '' : this.decide()
  }

  finish(): string {
    return this.decide() + (this.decoder?.decode() ?? '')
  }

  private decide(): string {
    const bytes = Buffer.concat(this.waiting)
    this.waiting = []
    this.length = 0
    if (this.decoder) return ''
    const name = this.isStarted ? null : marked(bytes)
    this.isStarted = true
    if (!name && isAscii(bytes)) return bytes.toString('latin1')
    this.decoder = new TextDecoder(name ?? guessed(bytes))
    return this.decoder.decode(bytes, { stream: true })
  }
}

/**
 * Bytes as text, chunk by chunk: UTF-8, UTF-16, else Windows-1252, which gives every byte a meaning.
 * A byte order mark is no part of it. Nothing is refused: what is no text shows when its records are read.
 */
export async function* decoded(source: Chunks): AsyncGenerator<string> {
  const decoder = new Decoder()
  let isFirst = true
  const clean = (text: string): string => {
    if (!isFirst || text === '') return text
    isFirst = false
    return text.replace(/^\ufeff+/, '')
  }
  for await (const chunk of source) {
    const text = clean(decoder.take(bytesIn(chunk)))
    if (text) yield text
  }
  const last = clean(decoder.finish())
  if (last) yield last
}

/** All of a text that is known to be small; what is beyond the limit is left out. */
export async function wholeOf(chunks: AsyncIterable<string>, most: number): Promise<string> {
  let text = ''
  for await (const chunk of chunks) {
    text += chunk
    if (text.length >= most) break
  }
  return text.slice(0, most)
}

const isZlibs = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))

async function* following(first: Uint8Array, rest: AsyncIterator<Uint8Array | string>) {
  try {
    yield first
    for (let next = await rest.next(); !next.done; next = await rest.next())
      yield bytesIn(next.value)
  } finally {
    await rest.return?.()
  }
}

/** What a gzipped source holds of each byte of it at most, and how much it may hold in any case. */
const MOST_OF_EACH = 100
const ALWAYS = 16_000_000

/** What was unpacked, as far as texts are packed; the rest of what unfolds without end is not waited for. */
async function* inMeasure(
  unpacked: AsyncIterable<Uint8Array>,
  packed: () => number,
): AsyncGenerator<Uint8Array, boolean> {
  let size = 0
  for await (const bytes of unpacked) {
    size += bytes.length
    if (size > ALWAYS && size > packed() * MOST_OF_EACH) return false
    yield bytes
  }
  return true
}

/**
 * A gzipped source as what it holds; any other as it is.
 * @param onDamage is called where it is damaged, cut off or a bomb; what came before that is given
 */
export async function* unzipped(source: Chunks, onDamage: () => void): AsyncGenerator<Uint8Array> {
  const rest = source[Symbol.asyncIterator]()
  let first: Uint8Array = new Uint8Array()
  while (first.length < 2) {
    const next = await rest.next()
    if (next.done) break
    first = Buffer.concat([first, bytesIn(next.value)])
  }
  const all = following(first, rest)
  if (first[0] !== 0x1f || first[1] !== 0x8b) return yield* all
  const packed = Readable.from(all)
  const gunzip = createGunzip()
  packed.once('error', (error) => gunzip.destroy(error))
  try {
    if (!(yield* inMeasure(packed.pipe(gunzip), () => gunzip.bytesWritten))) onDamage()
  } catch (error) {
    if (!isZlibs(error)) throw error
    onDamage()
  } finally {
    packed.destroy()
  }
}
