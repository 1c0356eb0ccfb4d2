import { asksOfClaim } from '../../domain/export-filters.ts'
import type { Store } from '../../store/store.ts'
import { batchesOf, firstOf, linesOf, measureOf } from './batches.ts'
import { changesOf } from './changes.ts'
import { changeForm, wholeForm } from './formats.ts'
import { BETWEEN, begins, END, element, elements, type Form } from './forms.ts'
import { type AskedDocument, headOf } from './head.ts'
import { prover } from './proofs.ts'

/** How many verdicts are sent at a time: whoever sends them on should not be kept busy by one piece. */
const TOGETHER = 64

async function* written<Row>(form: Form<Row>, batches: AsyncIterable<Row[]>) {
  if (form.begin) yield form.begin
  let before = form.first
  for await (const batch of batches) {
    for (let from = 0; from < batch.length; from += TOGETHER) {
      const text = await form.text(batch.slice(from, from + TOGETHER))
      if (!text) continue
      yield before + text
      before = form.between
    }
  }
  if (form.end) yield form.end
}

/**
 * The export of public verdicts, in pieces: the kept publications, or what became of them since a place.
 * Everything in it stands as of one place in the ledger.
 * @yields text of one document (`interchange/verdict-export.ts` and `interchange/exports` have its forms)
 */
export async function* verdictDocument(store: Store, asked: AskedDocument): AsyncGenerator<string> {
  const head = await headOf(store, asked)
  const { cursor } = asked.place
  if (asked.since) {
    const stretch = { since: asked.since.seq, cursor, filters: asked.filters }
    yield* written(changeForm(store, asked, head), changesOf(store, stretch))
  } else {
    const form = await wholeForm(store, asked, head)
    yield* written(form, batchesOf(store, { cursor, filters: asked.filters }))
  }
}

/** Whether nothing is written but what was kept, as it was kept. */
const areKeptLines = ({ format, since, fields, filters }: AskedDocument): boolean =>
  format === 'ndjson' && !since && !fields && !asksOfClaim(filters)

/** The same document as `verdictDocument`, as bytes where the database has them at hand. */
export const documentPieces = (
  store: Store,
  asked: AskedDocument,
): AsyncIterable<string | Uint8Array> =>
  areKeptLines(asked)
    ? linesOf(store, { cursor: asked.place.cursor, filters: asked.filters })
    : verdictDocument(store, asked)

const HASH = '0'.repeat(64)
const NOTHING = { seq: 0, entryHash: HASH, hash: HASH, body: '{}' }

/** What surrounds a body of a verdict in the document, but for the digits of its place and its proof. */
const AROUND = element(NOTHING, null).length - '{}0null'.length

/** What the export page shows of a document before it is taken along. */
export type Preview = {
  count: number
  /** How many bytes the whole document has. */
  bytes: number
  /** The document with the first of its verdicts alone; and how many they are. */
  text: string
  shown: number
}

/**
 * What a JSON document would be under these filters, without making it.
 * @param asked `most` is how many verdicts are shown
 */
export async function previewOf(
  store: Store,
  asked: AskedDocument & { most: number },
): Promise<Preview> {
  const head = await headOf(store, asked)
  const { cursor, checkpoint } = asked.place
  const prove = await prover(store, checkpoint)
  const chosen = { cursor, filters: asked.filters }
  const first = await firstOf(store, chosen, asked.most)
  const { count, ...told } = await measureOf(store, chosen, checkpoint?.size ?? 0)
  const separators = count ? '\n'.length + (count - 1) * BETWEEN.length : 0
  return {
    count,
    bytes:
      Buffer.byteLength(begins(head, 'verdicts') + END) +
      told.bytes +
      told.digits +
      told.proofs +
      count * AROUND +
      separators,
    text: begins(head, 'verdicts') + (await elements(first, prove)) + END,
    shown: first.length,
  }
}
