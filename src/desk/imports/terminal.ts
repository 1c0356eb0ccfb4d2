import {
  canImport,
  continueImport,
  type Import,
  type ImportProgress,
  startImport,
  stopImport,
  type Tally,
} from '../../domain/import.ts'
import { terminal } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import { formatIn } from '../../interchange/reading/format.ts'
import { actOf, known } from '../deciding.ts'
import { type Moved, moveIn } from '../moving.ts'
import type { Desk } from '../open.ts'
import { MOST_STREAMED, readSaid, receiveSource, type Source, sourceAt } from './receiving.ts'
import { carryOn } from './running.ts'

/** An import as a command tells of it, and how far it is. */
export type Imported = Import
export type ImportedSoFar = ImportProgress

/** What a command says of a source, as it was typed. */
export type Asked = {
  format: string
  publisher: string
  /** Of a table: which column is what, as JSON; null where that is to be guessed. */
  columns: string | null
  isDry: boolean
}

export type Watching = {
  signal: AbortSignal
  onProgress: (one: Import, progress: ImportProgress) => void
  /** Told what would come of it, before anything does. */
  onLooked: (one: Import) => void
}

export type FromTerminal =
  | { address: string }
  | { name: string; isFile: boolean; open: () => AsyncIterable<Uint8Array> }

const sourceFrom = async (desk: Desk, given: FromTerminal): Promise<Source> =>
  'address' in given
    ? sourceAt(desk, given.address)
    : { name: given.name, url: null, stream: given.open(), most: MOST_STREAMED }

/** Whether a source is what another desk exported: it is said to be, or a file that looks so. */
export async function isExport(given: FromTerminal, format: string): Promise<boolean> {
  if (format || !('isFile' in given && given.isFile)) return format === 'riscontro'
  return (await formatIn(given.open())) === 'riscontro'
}

/**
 * Moves a desk in by what it exported.
 * @returns how many verdicts there are in it, and how many were not there yet
 * @throws Refusal as `moveIn` does; the reason of the signal
 */
export async function moveFromTerminal(
  desk: Desk,
  given: FromTerminal,
  { signal, onMoved }: { signal: AbortSignal; onMoved: (moved: Moved) => void },
): Promise<Moved> {
  const { stream } = await sourceFrom(desk, given)
  const progress = (moved: Moved) => {
    onMoved(moved)
    signal.throwIfAborted()
  }
  return moveIn(desk, terminal, stream, { progress })
}

/** An import of the same source that has not come to its end, read in the same way. */
async function unfinished({ store }: Desk, one: Import): Promise<Import | null> {
  const last = await store.imports.lastOf(one.sha256, one.id)
  if (!last || last.status === 'done' || last.status === 'looked') return null
  const isSame =
    last.format === one.format && last.publisher === one.publisher && last.mapping === one.mapping
  return isSame ? last : null
}

const find = async ({ store }: Desk, { id }: Import) => known(await store.imports.find(id))

/** Has an import go on until it was looked through, or brought in. @throws Refusal; the signal's reason */
async function through(desk: Desk, one: Import, { signal, onProgress }: Watching): Promise<Import> {
  const here = (progress: ImportProgress) => onProgress(one, progress)
  await carryOn(desk, terminal, one, { signal, here }).catch(async (error) => {
    const now = await find(desk, one)
    const isStopped = signal.aborted && canImport(now, 'stop')
    if (isStopped) await desk.store.save([stopImport(now, actOf(desk, terminal))])
    throw error
  })
  const ended = await find(desk, one)
  if (ended.status !== 'failed') return ended
  throw new Refusal('unreadable', { values: { why: ended.why ?? '' } })
}

/** Takes the next step of an import, and has it go on. */
async function step(desk: Desk, one: Import, decide: typeof startImport, watching: Watching) {
  await desk.store.save([decide(one, actOf(desk, terminal))])
  return through(desk, await find(desk, one), watching)
}

/** What would come of a source, or of what is left of it. */
async function looked(desk: Desk, one: Import, watching: Watching): Promise<Import> {
  const isBegun = one.startedAt !== null
  if (one.status === 'looked' || isBegun) return one
  return one.status === 'looking'
    ? through(desk, one, watching)
    : step(desk, one, continueImport, watching)
}

/**
 * Brings a source in: what would come of it is said first. One that was stopped or killed before goes on
 * where it was; one that was brought in before changes nothing.
 * @returns the import as it stands in the end
 * @throws Refusal as `receiveSource` does; `unreadable` where it breaks off; the reason of the signal
 */
export async function importSource(
  desk: Desk,
  given: FromTerminal,
  { format, publisher, columns, isDry }: Asked,
  watching: Watching,
): Promise<Import> {
  const said = readSaid({ format, publisher })
  const there = await receiveSource(
    desk,
    terminal,
    desk.newId(),
    () => sourceFrom(desk, given),
    said,
    {
      mapping: columns,
      unlessThere: (one) => unfinished(desk, one),
    },
  )
  const one = await looked(desk, there, watching)
  if (!one.startedAt) watching.onLooked(one)
  if (isDry) return one
  if (one.startedAt) return step(desk, one, continueImport, watching)
  const { added, changed }: { [name in keyof Tally]: number | null } = one
  return added || changed ? step(desk, one, startImport, watching) : one
}
