import { DESK_ID } from '../../domain/desk.ts'
import { askedOf, type ExportFilters, pairsOf } from '../../domain/export-filters.ts'
import { inOrder } from '../../domain/rating.ts'
import { publicScale } from '../../interchange/publication.ts'
import { SCHEMA_ID } from '../../interchange/verdict-export.ts'
import type { PublicationRow } from '../../store/publications.ts'
import type { Store } from '../../store/store.ts'
import { batchesOf, firstOf, measureOf } from './batches.ts'
import { type Proof, prover } from './proofs.ts'

/** A kept publication with its place in the ledger; its bytes are not touched. */
function element(row: Omit<PublicationRow, 'claim'>, proof: Proof | null): string {
  const { body, seq, entryHash, hash } = row
  const place = { seq, hash: entryHash, publication: hash, proof }
  return `${body.slice(0, -1)},"ledger":${JSON.stringify(place)}}`
}

type Prove = Awaited<ReturnType<typeof prover>>

async function elements(rows: PublicationRow[], prove: Prove): Promise<string> {
  const texts: string[] = []
  for (const row of rows) texts.push(element(row, await prove(row.seq)))
  return texts.join(BETWEEN)
}

/** What a document is asked for; `asOf` (ISO 8601, UTC) is the moment that it stands at, null the present. */
export type AskedDocument = { generatedAt: string; asOf: string | null; filters: ExportFilters }

/**
 * The place in the ledger that a document stands at, and when it was made: never before its last entry,
 * as by a clock that was put back, so that who asks as of that time is given the same. The present is
 * what the newest checkpoint covers; of the past it is the one that was the newest then.
 */
async function placeOf({ past, checkpoints }: Store, { generatedAt, asOf }: AskedDocument) {
  if (asOf) {
    const cursor = await past.cursorAt(asOf)
    return { generatedAt, cursor, checkpoint: await checkpoints.newest(cursor) }
  }
  const checkpoint = await checkpoints.newest()
  const last = await past.last(checkpoint?.size)
  const isLater = last !== null && last.at > generatedAt
  return { generatedAt: isLater ? last.at : generatedAt, cursor: last?.seq ?? 0, checkpoint }
}

/** What stands before the verdicts. It, and everything after it, stands as of its `cursor`. */
async function headOf(store: Store, asked: AskedDocument) {
  const { filters } = asked
  const { generatedAt, cursor, checkpoint } = await placeOf(store, asked)
  const [desk] = await store.past.every('desk', cursor)
  return {
    schema: SCHEMA_ID,
    generatedAt,
    desk: { name: desk?.name ?? DESK_ID, url: desk?.url ?? null },
    scale: publicScale(inOrder(await store.past.every('rating', cursor))),
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
 * @yields text of one JSON document (`interchange/verdict-export.ts` is its schema)
 */
export async function* verdictDocument(store: Store, asked: AskedDocument): AsyncGenerator<string> {
  const head = await headOf(store, asked)
  const prove = await prover(store, head.checkpoint)
  const chosen = { cursor: head.cursor, filters: asked.filters }
  yield begin(head)
  let between = '\n'
  for await (const batch of batchesOf(store, chosen)) {
    if (batch.length === 0) continue
    yield between + (await elements(batch, prove))
    between = BETWEEN
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
  asked: AskedDocument & { most: number },
): Promise<Preview> {
  const head = await headOf(store, asked)
  const prove = await prover(store, head.checkpoint)
  const chosen = { cursor: head.cursor, filters: asked.filters }
  const first = await firstOf(store, chosen, asked.most)
  const { count, ...told } = await measureOf(store, chosen, head.checkpoint?.size ?? 0)
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
