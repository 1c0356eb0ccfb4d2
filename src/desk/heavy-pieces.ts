import type { MessagePort } from 'node:worker_threads'

/** How many pieces are on their way at once: whoever makes them does not wait for each to arrive. */
const WINDOW = 8

/** What is said through the port: a piece, the end, or why there is none; and, back, that one was taken, or no more is wanted. */
type Said = { piece: Uint8Array } | { end: true } | { broke: string }
type Answer = 'taken' | 'enough'

/** A piece that has its memory to itself, so that it can be handed over and need not be copied. */
const own = (piece: Uint8Array): Uint8Array<ArrayBuffer> =>
  piece.buffer instanceof ArrayBuffer && piece.byteLength === piece.buffer.byteLength
    ? new Uint8Array(piece.buffer)
    : new Uint8Array(piece)

/** Sends what a stream gives to another thread, so many pieces ahead; gives it up when no more is wanted. */
export async function sendPieces(
  port: MessagePort,
  stream: ReadableStream<Uint8Array>,
): Promise<void> {
  const reader = stream.getReader()
  let room = WINDOW
  let isOver = false
  let wake = () => {}
  const stop = () => {
    isOver = true
    void reader.cancel().catch(() => undefined)
    wake()
  }
  port.on('message', (answer: Answer) => {
    if (answer === 'enough') return stop()
    room += 1
    wake()
  })
  port.on('close', stop)
  const say = (said: Said, handed: ArrayBuffer[] = []) => port.postMessage(said, handed)
  try {
    while (!isOver) {
      const { done, value } = await reader.read()
      if (done) break
      const piece = own(value)
      say({ piece }, [piece.buffer])
      room -= 1
      while (room === 0 && !isOver) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    }
    say({ end: true })
  } catch (error) {
    say({ broke: String(error) })
  }
  port.close()
}

/** What another thread sends, as a stream of this one; whoever gives it up ends what makes it. */
export function receivedPieces(port: MessagePort): ReadableStream<Uint8Array> {
  const there: Said[] = []
  let wake = () => {}
  port.on('message', (said: Said) => {
    there.push(said)
    wake()
  })
  port.on('close', () => {
    there.push({ broke: 'the worker ended' })
    wake()
  })
  const say = (answer: Answer) => port.postMessage(answer)
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        while (there.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
        const said = there.shift()
        if (!said) return
        if ('piece' in said) {
          say('taken')
          return controller.enqueue(said.piece)
        }
        if ('end' in said) controller.close()
        else controller.error(new Error(said.broke))
        port.close()
      },
      cancel() {
        say('enough')
        port.close()
      },
    },
    { highWaterMark: 0 },
  )
}
