import { pipeline } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { Packing } from '../../domain/export-format.ts'

/** How much is handed on at a time: each piece wakes whoever sends it. */
const PIECE = 65_536

/** Brotli at 1 is faster than gzip, and packs about as well. */
const packers = {
  br: () =>
    createBrotliCompress({
      chunkSize: PIECE,
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 1,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
  gzip: () => createGzip({ chunkSize: PIECE, level: 1 }),
}

/** Texts as bytes, packed as they come, off this thread. Whoever gives them up ends the reading. */
export function packed(
  texts: AsyncIterable<string> | Iterable<string>,
  packing: Packing | null,
): ReadableStream<Uint8Array> {
  if (!packing) return ReadableStream.from(texts).pipeThrough(new TextEncoderStream())
  const packer = packers[packing]()
  // What goes wrong is told to whoever reads.
  pipeline(texts, packer, () => {})
  return ReadableStream.from<Uint8Array>(packer)
}
