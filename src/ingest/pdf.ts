import { Refusal } from '../domain/refusal.ts'
import { MAX_TEXT_BYTES, tooLarge } from './decode.ts'
import type { HtmlReading } from './html.ts'
import { flow } from './pdf/flow.ts'
import { type Item, type Line, linesOf } from './pdf/lines.ts'
import { readText } from './read.ts'
import { MAX_TITLE } from './title.ts'

/** Longer than any report that is read for its words. */
const MAX_PAGES = 2000

type Document = Awaited<ReturnType<typeof import('unpdf')['getDocumentProxy']>>

/** Whether bytes are a PDF; a few others may stand before it. */
export const isPdf = (bytes: Uint8Array): boolean =>
  /^[\s\0ï»¿]{0,64}%PDF-\d/.test(Buffer.from(bytes.subarray(0, 80)).toString('latin1'))

/**
 * Reads the text of a PDF into an article: its lines joined into paragraphs, page after page. Its
 * title is the one in its metadata, where that is one; the rest is read from the text.
 *
 * It is read by Mozilla's pdf.js, which unpdf packs for servers: nothing in the file is run and
 * nothing fetched. A file that means harm can take any time and memory: read in a thread that can be
 * ended.
 *
 * @param hints `url` where it came from; `today` as `YYYY-MM-DD`: publication dates after it are not
 *   believed
 * @throws Refusal `unreadable` with `why`: `no_text` (its pages are pictures), `locked` (it takes a
 *   password), `long` (over `max` pages), `broken`; `too_large` where its text is
 */
export async function readPdf(
  bytes: Uint8Array,
  hints: { url?: string | null; today?: string } = {},
): Promise<HtmlReading & { pages: number }> {
  const document = await opened(bytes)
  try {
    const pages = document.numPages
    if (pages > MAX_PAGES) throw unreadable('long', { max: MAX_PAGES })
    const text = flow(await pagesOf(document))
    if (!/\p{L}{2}/u.test(text)) throw unreadable('no_text')
    const reading = readText(text, hints)
    const title = await titleOf(document)
    const named = title === null ? {} : { title, titleProposed: false }
    return { ...reading, ...named, url: hints.url ?? null, pages }
  } catch (error) {
    throw error instanceof Refusal ? error : unreadable('broken')
  } finally {
    await document.loadingTask.destroy()
  }
}

async function opened(bytes: Uint8Array): Promise<Document> {
  const { getDocumentProxy } = await import('unpdf')
  // The library takes the bytes for itself.
  const data = Uint8Array.from(bytes)
  const quiet = { verbosity: 0, enableXfa: false, useSystemFonts: false, disableFontFace: true }
  try {
    return await getDocumentProxy(data, { ...quiet, useWasm: false, useWorkerFetch: false })
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw unreadable(isLocked ? 'locked' : 'broken')
  }
}

/** The lines of each page. A page that cannot be read is left out, unless all are like that. */
async function pagesOf(document: Document): Promise<Line[][]> {
  const pages: Line[][] = []
  let [left, broken] = [MAX_TEXT_BYTES, 0]
  for (let number = 1; number <= document.numPages; number++) {
    const items = await itemsOf(document, number, left).catch((error) => {
      if (error instanceof Refusal) throw error
      broken += 1
      return []
    })
    for (const { str } of items) left -= Buffer.byteLength(str)
    pages.push(linesOf(items))
  }
  if (broken > 0 && broken === pages.length) throw unreadable('broken')
  return pages
}

/** @throws Refusal `too_large` as soon as there is more text than may be left */
async function itemsOf(document: Document, number: number, left: number) {
  const page = await document.getPage(number)
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader()
  const items: Item[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const item of part.value.items) {
      size += Buffer.byteLength(item.str)
      if (size <= left) items.push(item)
    }
    if (size > left) {
      reader.cancel(new Error('too long')).catch(() => undefined)
      throw tooLarge()
    }
  }
  page.cleanup()
  return items
}

/** What programs write there of themselves, or of the file. */
const NO_TITLE =
  /^(untitled|senza (titolo|nome)|document\d*|documento\d*|microsoft (word|powerpoint|excel)\b.*|.*\.(docx?|odt|rtf|pdf|indd|qxd|pptx?|xlsx?|tex|dvi)|[\d\W]*)$/i

async function titleOf(document: Document): Promise<string | null> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const said = 'Title' in info && typeof info.Title === 'string' ? info.Title : ''
  const title = said
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what it takes out
    .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
    .normalize('NFC')
    .trim()
  return title.length > MAX_TITLE || NO_TITLE.test(title) ? null : title
}

const unreadable = (why: string, values: Record<string, number> = {}): Refusal =>
  new Refusal('unreadable', { values: { why, ...values } })
