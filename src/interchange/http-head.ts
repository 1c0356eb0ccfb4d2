import { STATUS_CODES } from 'node:http'

/** An answer of HTTP without its body. */
export type Answer = { status: number; headers: [string, string][] }

/** A name that HTTP allows for a header (RFC 9110, token). */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/**
 * Headers that speak of the body as it was sent. It is kept decoded, so they keep their words under
 * the name that archives give them, or whoever reads the file would decode it once more.
 */
const OF_THE_BODY = /^(content-encoding|transfer-encoding|content-length)$/i
const RENAMED = /^x-archive-orig-(content-encoding|transfer-encoding|content-length)$/i

/**
 * What stands for a session, the desk's own among them: it proves nothing about the page, and a file
 * that is handed out would hand it out too.
 */
const SECRET = /^set-cookie2?$/i

/** Longer than any header that matters; a host may send more to fill the disk. */
const MAX_VALUE = 65_536

/**
 * Status line and headers as bytes, in the order in which they were sent. What is no header is left
 * out, cookies too; values are cleaned of line ends and control characters.
 * @param size bytes of the body that follows
 */
export function headOf({ status, headers }: Answer, size: number): Uint8Array {
  const lines = headers
    .filter(([name]) => TOKEN.test(name) && !SECRET.test(name))
    .map(([name, value]) => {
      const kept = OF_THE_BODY.test(name) ? `X-Archive-Orig-${name}` : name
      return `${kept}: ${cleanValue(value)}`
    })
  const start = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd()
  // One character of a header is one byte (RFC 9110, 5.5), as Node reads them.
  return Buffer.from([start, ...lines, `Content-Length: ${size}`, '', ''].join('\r\n'), 'latin1')
}

const cleanValue = (value: string): string =>
  value
    .slice(0, MAX_VALUE)
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what it looks for
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(/[^\0-\u00ff]/gu, '?')
    .trim()

/**
 * The head of an answer, as `headOf` writes it, with the headers that were sent.
 * @returns `end`: where the body begins
 * @throws Error where there is none
 */
export function readHead(block: Uint8Array): Answer & { end: number } {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength)
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) throw new Error('an answer without a head')
  const [start = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  // The last one is the length of what is kept.
  const headers = lines.slice(0, -1).map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).replace(RENAMED, '$1'), line.slice(colon + 1).trim()]
  })
  return { status: Number(start.split(' ')[1]), headers, end: end + 4 }
}
