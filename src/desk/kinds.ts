import { Refusal } from '../domain/refusal.ts'
import { isPdf } from '../ingest/pdf.ts'

/** One character a byte, which the decoder called latin1 does not give: that is Windows-1252. */
const beginning = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 512)).toString('latin1')

/** Whether bytes begin like a page of HTML. */
const beginsLikePage = (bytes: Uint8Array): boolean =>
  /^[^<]{0,16}<(!doctype\s+html|html|head|\?xml[^>]*>\s*<(!doctype|html))/i.test(beginning(bytes))

/** What holds no text, as hosts and file names say it. */
export const isMedia = (contentType: string | null): boolean =>
  /^\s*(image|video|audio|font)\//i.test(contentType ?? '')

/**
 * Whether bytes are a page of HTML: they are said to be, or begin like one.
 * @throws Refusal `binary` where what is said to be a picture, a film or the like begins like a page
 */
export function isPage(bytes: Uint8Array, contentType: string | null): boolean {
  const begins = beginsLikePage(bytes)
  if (begins && isMedia(contentType)) throw new Refusal('binary')
  return begins || /\b(html|xhtml)\b/i.test(contentType ?? '')
}

/**
 * What bytes are that take long to read, or null. What they begin like counts for more than what they
 * are said to be.
 * @throws Refusal as `isPage` does
 */
export function heavyKindOf(bytes: Uint8Array, contentType: string | null): 'pdf' | 'page' | null {
  if (isPdf(bytes)) return 'pdf'
  if (isPage(bytes, contentType)) return 'page'
  return /^\s*application\/(x-)?pdf\b/i.test(contentType ?? '') ? 'pdf' : null
}

/** Whether bytes that cannot be read as a text are not said to be one, either. */
export const isTextless = (contentType: string | null): boolean =>
  !/^\s*text\//i.test(contentType ?? '')

/** Kinds of picture that browsers draw, by their first bytes as Latin-1. */
const PICTURES: readonly (readonly [type: string, first: string, then?: string])[] = [
  ['image/png', '\u0089PNG\r\n\u001a\n'],
  ['image/jpeg', '\u00ff\u00d8\u00ff'],
  ['image/gif', 'GIF8'],
  ['image/webp', 'RIFF', 'WEBP'],
]

/** The media type of a picture that a page can show, or null; what it is said to be does not count. */
export function pictureType(bytes: Uint8Array): string | null {
  const start = beginning(bytes)
  const found = PICTURES.find(
    ([, first, then = '']) => start.startsWith(first) && start.startsWith(then, 8),
  )
  return found?.[0] ?? null
}
