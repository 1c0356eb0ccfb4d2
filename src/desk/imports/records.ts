import { type Columns, columnsInput } from '../../domain/columns.ts'
import type { Import } from '../../domain/import.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { RulingRecord } from '../../domain/ruling-record.ts'
import { languageOf } from '../../ingest/language.ts'
import type { Context } from '../../interchange/reading/context.ts'
import { type Chunks, decoded, unzipped } from '../../interchange/reading/decoded.ts'
import { readPage } from '../../interchange/reading/html.ts'
import { type Reading, readRulings } from '../../interchange/reading/read.ts'
import type { Desk } from '../open.ts'

/** What reading a source takes: no more of a desk than a thread has. */
export type Room = Pick<Desk, 'store' | 'files' | 'now' | 'newId' | 'timeZone'>

/** A record of a source; `unread` is the address of a page that could not be fetched. */
export type Met = RulingRecord | { line: number; unread: string }

/** So many pages of a sitemap are asked of the database at a time. */
const PAGES = 100

const contextOf = ({ timeZone }: Pick<Desk, 'timeZone'>, one: Import): Context => ({
  ...{ timeZone, publisher: one.publisher, language: null, languageOf },
  page: one.format === 'page' ? one.url : null,
})

/** What a source says, unpacked and as text; one that is cut off ends there. */
export const textOf = (source: Chunks): AsyncGenerator<string> =>
  decoded(unzipped(source, () => undefined))

/** Which column of a table is what. @throws Refusal `unreadable` where that cannot be read any more */
export function columnsOf({ mapping }: Pick<Import, 'mapping'>): Columns {
  const read = columnsInput.safeParse(mapping && JSON.parse(mapping))
  if (!read.success) throw new Refusal('unreadable', { values: { why: 'columns' } })
  return read.data
}

/** The records on each page that a sitemap names, numbered by their pages. */
async function* onPages(room: Room, one: Import): AsyncGenerator<Met> {
  const { store, files } = room
  for (let after = 0; ; ) {
    const pages = await store.imports.pages(one.id, after, PAGES)
    for (const { number: line, url, sha256 } of pages) {
      if (sha256 === null) {
        yield { line, unread: url }
        continue
      }
      const context = { ...contextOf(room, one), page: url }
      for await (const record of readPage(textOf(files.open(sha256)), context)) {
        yield 'refused' in record ? { ...record, line, excerpt: url } : { ...record, line }
      }
    }
    const last = pages.at(-1)
    if (!last) return
    after = last.number
  }
}

/** How the file of a source is read. */
function readingOf(one: Import): Reading {
  if (one.format === 'table') return { format: one.format, columns: columnsOf(one) }
  return { format: one.format === 'page' ? 'page' : 'rulings' }
}

/**
 * Every record of a source, in its order.
 * @param onRead told how many bytes more were read
 * @throws Refusal `not_found` where its file is gone; `unreadable`
 */
export async function* recordsOf(
  room: Room,
  one: Import,
  onRead: (bytes: number) => void,
): AsyncGenerator<Met> {
  async function* source() {
    for await (const piece of room.files.open(one.sha256)) {
      onRead(piece.length)
      yield piece
    }
  }
  if (one.format === 'sitemap') yield* onPages(room, one)
  else yield* readRulings(source(), readingOf(one), contextOf(room, one))
}
