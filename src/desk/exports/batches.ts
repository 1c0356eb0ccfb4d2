import { asksOfClaim, type ExportFilters, ofVersion, passes } from '../../domain/export-filters.ts'
import { type PublicationRow, proofLengths } from '../../store/publications.ts'
import type { Store } from '../../store/store.ts'

/** Which verdict versions a document holds: those that passed its filters at a place in the ledger. */
export type Chosen = { cursor: number; filters: ExportFilters }

/** How many are read at a time. */
const BATCH = 500

/** The rows whose claims, and where they appear, were what is asked for. */
async function passing({ past }: Store, { cursor, filters }: Chosen, rows: PublicationRow[]) {
  const ids = [...new Set(rows.map(({ claim }) => claim))]
  const claims = await past.these('claim', ids, cursor)
  const asksWhere = filters.article.length + filters.claimant.length > 0
  const places = asksWhere ? await past.everOf('appearance', ids, cursor) : []
  const byClaim = Map.groupBy(places, ({ claim }) => claim)
  const found = claims.filter((claim) => passes(filters, claim, byClaim.get(claim.id) ?? []))
  const passed = new Set(found.map(({ id }) => id))
  return rows.filter(({ claim }) => passed.has(claim))
}

/**
 * What a look at the tables as they are now gives, where they hold what stood at the place: nothing was
 * decided since, nor while one looked. Null where something was.
 */
async function unlessMoved<T>(
  { verdicts }: Store,
  { cursor, filters }: Chosen,
  look: () => Promise<T>,
): Promise<T | null> {
  if (!asksOfClaim(filters)) return look()
  if ((await verdicts.cursor()) !== cursor) return null
  const seen = await look()
  return (await verdicts.cursor()) === cursor ? seen : null
}

/**
 * The newest publications, in batches and in the order of their places. How a version was told is in
 * its publication; its claim is asked as it stood at the document’s place, whatever was decided since.
 * @yields batches, of which some may be empty
 */
export async function* batchesOf(store: Store, chosen: Chosen): AsyncGenerator<PublicationRow[]> {
  const { cursor, filters } = chosen
  const { publications } = store
  for (let seq = 0; ; ) {
    const list = (asked: ExportFilters) => publications.list(cursor, seq, BATCH, asked)
    const present = await unlessMoved(store, chosen, () => list(filters))
    const batch = present ?? (await list(ofVersion(filters)))
    const last = batch.at(-1)
    if (!last) return
    yield present ?? (await passing(store, chosen, batch))
    seq = last.seq
  }
}

/** How many lines are read at a time: about as many as are sent in one piece. */
const LINES = 64

/**
 * The same as lines of NDJSON, under filters that ask nothing of claims: what they ask of a version stands in
 * its publication, whatever is decided meanwhile.
 * @yields some of them, UTF-8
 */
export async function* linesOf(store: Store, { cursor, filters }: Chosen) {
  const linesAfter = store.publicationLines(cursor, filters)
  for (let lines = await linesAfter(0, LINES); lines; lines = await linesAfter(lines.last, LINES)) {
    yield lines.bytes
  }
}

/** The first of them. */
export async function firstOf(store: Store, chosen: Chosen, most: number) {
  const first: PublicationRow[] = []
  for await (const batch of batchesOf(store, chosen)) {
    first.push(...batch.slice(0, most - first.length))
    if (first.length === most) break
  }
  return first
}

/**
 * How many they are, and how long: as `publications.measure` gives it.
 * @param size how many entries the checkpoint covers that they are proved against
 */
export async function measureOf(store: Store, chosen: Chosen, size: number) {
  const { cursor, filters } = chosen
  const present = await unlessMoved(store, chosen, () =>
    store.publications.measure(cursor, filters, size),
  )
  if (present) return present
  const sum = { count: 0, bytes: 0, digits: 0, proofs: 0 }
  const lengthOf = proofLengths(size)
  for await (const batch of batchesOf(store, chosen)) {
    for (const { body, seq } of batch) {
      sum.count += 1
      sum.bytes += Buffer.byteLength(body)
      sum.digits += String(seq).length
      sum.proofs += lengthOf(seq)
    }
  }
  return sum
}
