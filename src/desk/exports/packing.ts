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

/** How many pieces are made before they are asked for: whoever sends them does not wait for each. */
const AHEAD = 4

/** A stream of what comes, some of it made ahead. Whoever gives it up ends what makes it. */
function ahead<T>(pieces: AsyncIterable<T>): ReadableStream<T> {
  const iterator = pieces[Symbol.asyncIterator]()
  return new ReadableStream<T>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await iterator.return?.()
      },
    },
    { highWaterMark: AHEAD },
  )
}

/** What comes one after the other, as text or as the bytes of it. */
type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

async function* bytesOf(pieces: Pieces) {
  const encoder = new TextEncoder()
  for await (const piece of pieces) yield typeof piece === 'string' ? encoder.encode(piece) : piece
}

/** Texts as bytes, packed as they come, off this thread. Whoever gives them up ends the reading. */
export function packed(pieces: Pieces, packing: Packing | null): ReadableStream<Uint8Array> {
  if (!packing) return ahead(bytesOf(pieces))
  const packer = packers[packing]()
  // What goes wrong is told to whoever reads.
  pipeline(pieces, packer, () => {})
  return ahead<Uint8Array>(packer)
}
