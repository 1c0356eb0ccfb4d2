import { DESK_ID } from '../domain/desk.ts'
import { askedOf, type ExportFilters, pairsOf } from '../domain/export-filters.ts'
import { publicScale } from '../interchange/publication.ts'
import { SCHEMA_ID } from '../interchange/verdict-export.ts'
import type { PublicationRow } from '../store/publications.ts'
import type { Store } from '../store/store.ts'
import { type Proof, prover } from './export-proofs.ts'

const BATCH = 500

/** A kept publication with its place in the ledger; its bytes are not touched. */
function element({ body, seq, entryHash, hash }: PublicationRow, proof: Proof | null): string {
  const place = { seq, hash: entryHash, publication: hash, proof }
  return `${body.slice(0, -1)},"ledger":${JSON.stringify(place)}}`
}

type Prove = Awaited<ReturnType<typeof prover>>

async function elements(rows: PublicationRow[], prove: Prove): Promise<string> {
  const texts: string[] = []
  for (const row of rows) texts.push(element(row, await prove(row.seq)))
  return texts.join(BETWEEN)
}

/** What stands before the verdicts. Everything after it stands as of its `cursor`. */
async function headOf(store: Store, generatedAt: string, filters: ExportFilters) {
  const checkpoint = await store.checkpoints.newest()
  const cursor = checkpoint?.size ?? (await store.verdicts.cursor())
  const desk = await store.desks.find()
  return {
    schema: SCHEMA_ID,
    generatedAt,
    desk: { name: desk?.name ?? DESK_ID, url: desk?.url ?? null },
    scale: publicScale(await store.desks.scale()),
    cursor,
    checkpoint,
    ...(pairsOf(filters).length > 0 && { filters: askedOf(filters) }),
  }
}

const begin = (head: object): string => `${JSON.stringify(head).slice(0, -1)},"verdicts":[`
const BETWEEN = ',\n'
const END = '\n]}\n'

/**
 * The export of public verdicts, in pieces: a head, then the kept publications in batches.
 * Everything in it stands as of one place in the ledger.
 * @param generatedAt ISO 8601, UTC
 * @yields text of one JSON document (`interchange/verdict-export.ts` is its schema)
 */
export async function* verdictDocument(
  store: Store,
  generatedAt: string,
  filters: ExportFilters,
): AsyncGenerator<string> {
  const head = await headOf(store, generatedAt, filters)
  const { cursor, checkpoint } = head
  const prove = await prover(store, checkpoint)
  yield begin(head)
  let between = '\n'
  for (let seq = 0; ; ) {
    const batch = await store.publications.list(cursor, seq, BATCH, filters)
    const last = batch.at(-1)
    if (!last) break
    yield between + (await elements(batch, prove))
    between = BETWEEN
    seq = last.seq
  }
  yield END
}

const HASH = '0'.repeat(64)

/** What surrounds a body of a verdict in the document, but for the digits of its place and its proof. */
const AROUND =
  element({ body: '{}', seq: 0, entryHash: HASH, hash: HASH }, null).length - '{}0null'.length

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
 * What a document would be under these filters, without making it.
 * @param asked `most` is how many verdicts are shown
 */
export async function previewOf(
  store: Store,
  asked: { generatedAt: string; filters: ExportFilters; most: number },
): Promise<Preview> {
  const { generatedAt, filters, most } = asked
  const head = await headOf(store, generatedAt, filters)
  const prove = await prover(store, head.checkpoint)
  const first = await store.publications.list(head.cursor, 0, most, filters)
  const size = head.checkpoint?.size ?? 0
  const { count, ...told } = await store.publications.measure(head.cursor, filters, size)
  const separators = count ? '\n'.length + (count - 1) * BETWEEN.length : 0
  return {
    count,
    bytes:
      Buffer.byteLength(begin(head) + END) +
      told.bytes +
      told.digits +
      told.proofs +
      count * AROUND +
      separators,
    text: begin(head) + (await elements(first, prove)) + END,
    shown: first.length,
  }
}
