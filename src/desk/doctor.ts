import { createHash } from 'node:crypto'
import { Refusal } from '../domain/refusal.ts'
import { takenFrom } from '../interchange/warc.ts'
import type { KeptFile } from '../store/files.ts'
import { sha256 } from '../store/seal.ts'
import type { Desk } from './open.ts'

/** What is wrong, in words for whoever operates the desk. */
export type Fault = { subject: string; why: string }

/** A file that no snapshot names: of an import that never ended, or of one that is under way. */
export type Orphan = { path: string; size: number; removed: boolean }

export type Found = { fault: Fault } | { orphan: Orphan }
export type Examined = { snapshots: number; files: number; uncited: number }

type Options = {
  /** Whether orphans are taken away that are older than an hour, and than the last decision. */
  removeOrphans?: boolean
  /** Whether what claims are listed, counted and found by is made anew before it is looked at. */
  rebuild?: boolean
  /** Told how many snapshots and files were looked at. */
  progress?: (done: number) => void
}

const HOUR = 3_600_000
const BATCH = 500

/**
 * Looks whether everything is there and whole that the database speaks of: its own data, what
 * claims are listed, counted and found by, what cites a snapshot, each snapshot's file with what is in it, its text; and what lies in the folder besides.
 * It can be asked while the desk runs.
 * @returns each thing that was found, as it is found; at the end, how much was looked at
 */
export async function* examine(
  desk: Pick<Desk, 'store' | 'files' | 'now'>,
  { removeOrphans = false, rebuild = false, progress = () => {} }: Options = {},
): AsyncGenerator<Found, Examined> {
  const { doctor, facets, words } = desk.store
  for (const why of await doctor.faults()) yield { fault: { subject: 'the database', why } }
  if (rebuild) {
    await facets.rebuild()
    await words.rebuild()
  }
  for (const why of await facets.faults()) yield { fault: { subject: 'the lists of claims', why } }
  for (const why of await words.faults()) yield { fault: { subject: 'the search index', why } }
  for await (const { kind, id, snapshot } of doctor.lost()) {
    yield { fault: { subject: `${kind} ${id}`, why: `its snapshot ${snapshot} is not there` } }
  }
  let [snapshots, files] = [0, 0]
  for await (const snapshot of doctor.snapshots()) {
    const why = await faultIn(desk, snapshot)
    if (why) yield { fault: { subject: `snapshot ${snapshot.id}`, why } }
    snapshots += 1
    progress(snapshots)
  }
  for await (const sha256 of doctor.received()) {
    const why = await faultOf(desk, sha256)
    if (why) yield { fault: { subject: `import ${sha256}`, why } }
  }
  const before = removeOrphans ? await forgottenSince(desk) : 0
  for await (const batch of batches(desk.files.list())) {
    const named = await doctor.named(batch.flatMap(({ hash }) => hash ?? []))
    for (const { path, hash, size, putAt } of batch) {
      files += 1
      if (hash && named.has(hash)) continue
      const isOurs = hash !== null || path.endsWith('.part')
      const removed = isOurs && putAt < before && (await desk.files.remove(path, before))
      yield { orphan: { path, size, removed } }
    }
    progress(snapshots + files)
  }
  return { snapshots, files, uncited: await doctor.uncited() }
}

type Row = { warc: string; bytes: string; size: number; text: string | null; kept: string | null }

/** What is wrong with the file of something that was brought in, or null. */
async function faultOf({ files }: Pick<Desk, 'files'>, name: string) {
  const hash = createHash('sha256')
  try {
    for await (const piece of files.open(name)) hash.update(piece)
  } catch (error) {
    if (error instanceof Refusal) return 'its file is not there'
    return `its file cannot be read (${error instanceof Error ? error.message : error})`
  }
  return hash.digest('hex') === name ? null : 'its file was altered'
}

/** What is wrong with a snapshot, or null. */
async function faultIn({ files }: Pick<Desk, 'files'>, row: Row): Promise<string | null> {
  if (row.text !== null && row.kept === null) return `its text ${row.text} is not there`
  try {
    const warc = await files.read(row.warc)
    if (sha256(warc) !== row.warc) return `its file ${row.warc} was altered`
    const { payload } = await takenFrom(warc)
    if (payload.length !== row.size) return `its file ${row.warc} holds another number of bytes`
    if (sha256(payload) !== row.bytes) return `its file ${row.warc} holds something else`
    return null
  } catch (error) {
    if (error instanceof Refusal) return `its file ${row.warc} is not there`
    return `its file ${row.warc} cannot be read (${error instanceof Error ? error.message : error})`
  }
}

/**
 * Files put before this moment are nobody's: an hour is more than any import takes, and a database
 * that is a copy from earlier knows nothing of what came after its last decision.
 */
async function forgottenSince({ store, now }: Pick<Desk, 'store' | 'now'>): Promise<number> {
  const last = await store.doctor.lastDecision()
  return last ? Math.min(Date.parse(now()) - HOUR, Date.parse(last)) : 0
}

async function* batches(files: AsyncIterable<KeptFile>): AsyncIterable<KeptFile[]> {
  let batch: KeptFile[] = []
  for await (const file of files) {
    batch.push(file)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
