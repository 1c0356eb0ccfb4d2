import { once } from 'node:events'
import { StringDecoder } from 'node:string_decoder'

/** One line of a stream; null where it is longer than what was asked for. */
type Line = { number: number; text: string | null }

const ended = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text)

/**
 * The lines of a stream as they arrive, each kept only as far as it is no longer than it may be.
 * @param longest in UTF-16 units
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8')
  let [number, held, isLong] = [0, '', false]
  const line = (): Line => {
    number += 1
    // What Windows writes before a text is none of it.
    const text = number === 1 && held.startsWith('\u{feff}') ? held.slice(1) : held
    return { number, text: isLong ? null : ended(text) }
  }
  for await (const chunk of stream) {
    const parts = decoder.write(Buffer.from(chunk)).split('\n')
    for (const [i, part] of parts.entries()) {
      if (i > 0) {
        yield line()
        held = ''
        isLong = false
      }
      if (!isLong) held += part
      // One more may be the end of a line that was written on Windows.
      if (held.length > longest + 1) {
        held = ''
        isLong = true
      }
    }
  }
  held += decoder.end()
  if (held || isLong) yield line()
}

/** Prints a line, and waits where its reader is slower. */
export async function sayAll(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}
