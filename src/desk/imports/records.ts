import type { Import } from '../../domain/import.ts'
import type { RulingRecord } from '../../domain/ruling-record.ts'
import type { Desk } from '../open.ts'

/** What reading a source takes: no more of a desk than a thread has. */
export type Room = Pick<Desk, 'store' | 'files' | 'now' | 'newId' | 'timeZone'>

/** A record of a source; `unread` is the address of a page that could not be fetched. */
export type Met = RulingRecord | { line: number; unread: string }

/** Every record of a source, in its order. @param onRead told how many bytes more were read */
export async function* recordsOf(
  { files }: Room,
  one: Import,
  onRead: (bytes: number) => void,
): AsyncGenerator<Met> {
  const pieces: Uint8Array[] = []
  for await (const piece of files.open(one.sha256)) {
    onRead(piece.length)
    pieces.push(piece)
  }
  const list: unknown = JSON.parse(Buffer.concat(pieces).toString())
  let line = 0
  for (const item of Array.isArray(list) ? list : []) {
    line += 1
    const label = item?.reviewRating?.alternateName
    if (!label) {
      yield {
        line,
        refused: 'no_label',
        field: 'label',
        excerpt: JSON.stringify(item).slice(0, 200),
      }
      continue
    }
    yield {
      line,
      notes: [],
      read: {
        key: `${item.url} ${item.claimReviewed}`,
        publisher: new URL(item.url).host,
        publisherName: item.author?.name ?? null,
        url: item.url,
        title: null,
        statement: item.claimReviewed,
        language: 'it',
        claimant: null,
        claimantRole: null,
        claimedOn: null,
        reviewedOn: item.datePublished ?? null,
        label,
        appearances: [],
        links: [],
        original: JSON.stringify(item),
      },
    }
  }
}
