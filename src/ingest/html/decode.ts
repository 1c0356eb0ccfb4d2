import { Refusal } from '../../domain/refusal.ts'

/** How far into a page a declaration of its encoding is looked for, in bytes; browsers read 1,024. */
const DECLARED_WITHIN = 4096

/** How much is looked at to tell a page from a picture, in characters. */
const SAMPLE = 65_536

/** Control characters that no page has: all but tab, line ends and form feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g

/** First bytes of files that are sent as pages by mistake: PDF, ZIP, PNG, JPEG, GIF, gzip. */
const MAGIC = ['%PDF-', 'PK\u0003\u0004', '\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', '\u001f\u008b']

/**
 * Turns the bytes of a page into text. A byte order mark is believed first, then bytes that can
 * only be UTF-8, then the HTTP header, then the page's own declaration; what is left is
 * Windows-1252, which gives every byte a meaning. Declarations lie: bytes that are UTF-8 stay UTF-8
 * though the page says iso-8859-1, and bytes that are not are never read as it.
 *
 * @param bytes the whole page; its size is the caller's to limit
 * @param contentType the HTTP header, or null for a file
 * @throws Refusal `binary` where it is not text
 */
export function decodeHtml(bytes: Uint8Array, contentType: string | null): string {
  const start = latin(bytes.subarray(0, DECLARED_WITHIN))
  if (MAGIC.some((magic) => start.startsWith(magic))) throw new Refusal('binary')
  const text = decode(bytes, start, contentType)
  const sample = text.slice(0, SAMPLE)
  const controls = sample.match(CONTROL)?.length ?? 0
  if (controls > Math.max(8, sample.length / 100)) throw new Refusal('binary')
  return text.replaceAll('\0', '').replace(/^\ufeff+/, '')
}

function decode(bytes: Uint8Array, start: string, contentType: string | null): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const header = decoder(/charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1])
  if (header?.encoding.startsWith('utf-16')) return header.decode(bytes)
  const declared = [header, decoder(declaredIn(start))].find((one) => one && !isUtf(one))
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  const broken = count(utf8, /\ufffd/g)
  const whole = count(utf8.slice(0, 4_000_000), /[\u0080-\ufffc]/g)
  // Letters of one byte hardly ever look like whole UTF-8 sequences; a few broken ones among many
  // whole ones are a page that was cut or put together from two sources.
  if (broken === 0 ? whole > 0 || !declared : whole >= 2 * broken) return utf8
  return (declared ?? new TextDecoder('windows-1252')).decode(bytes)
}

function declaredIn(start: string): string | undefined {
  const meta = /<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(start)
  return (meta ?? /<\?xml\b[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})/i.exec(start))?.[1]
}

function decoder(label: string | undefined): TextDecoder | null {
  if (label === undefined) return null
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}

/** A page in which `<meta` can be read is not UTF-16, whatever it says: browsers take UTF-8. */
function isUtf({ encoding }: TextDecoder): boolean {
  return encoding.startsWith('utf-')
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
