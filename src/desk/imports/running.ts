import {
  canImport,
  continueImport,
  endLook,
  failImport,
  finishImport,
  type Import,
  type ImportProgress,
  noTally,
  startImport,
  stopImport,
} from '../../domain/import.ts'
import { demand, type Member } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import { actOf, known, type Read } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { fetchPages } from './fetching.ts'
import { workOn } from './working.ts'

/** How an import is carried on: beside the server in a thread of its own, or right here. */
export type Carrying = {
  signal: AbortSignal
  /** In this very thread, as a command does; told how far it is. */
  here?: (progress: ImportProgress) => void
  /** Told what ended it that nobody foresaw. */
  onError?: (error: unknown) => void
}

/** What the thread says when it has ended. */
type Ended = { ended: true } | { refused: string }

/** Has the thread read the source, batch by batch. Whoever stops gives its answer up, which ends it there. */
async function readBeside({ heavy, files, timeZone }: Desk, id: string, signal: AbortSignal) {
  const job = { read: 'import', import: id, folder: files.folder, timeZone } as const
  const reader = (await heavy.run(job)).getReader()
  const stop = () => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', stop, { once: true })
  // Who stopped it before the thread had answered is heard now: what is over tells nobody any more.
  if (signal.aborted) stop()
  let said: Uint8Array = new Uint8Array()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) said = next.value
  } finally {
    signal.removeEventListener('abort', stop)
  }
  signal.throwIfAborted()
  const ended: Ended = JSON.parse(new TextDecoder().decode(said))
  if ('refused' in ended) throw new Refusal('unreadable', { values: { why: ended.refused } })
}

async function readHere(desk: Desk, id: string, { signal, here }: Carrying) {
  for await (const progress of workOn(desk, id)) {
    here?.(progress)
    signal.throwIfAborted()
  }
}

/** Reads the source as far as it goes. @throws Refusal; the reason of `signal` */
async function readOn(desk: Desk, one: Import, carrying: Carrying): Promise<void> {
  const { signal } = carrying
  if (one.format === 'sitemap' && !one.startedAt) await fetchPages(desk, one, signal)
  if (carrying.here) await readHere(desk, one.id, carrying)
  else await readBeside(desk, one.id, signal)
}

/** What became of it is recorded, under the name of whoever had it carried on. */
async function settle(desk: Desk, member: Member, id: string): Promise<void> {
  const { imports } = desk.store
  const one = known(await imports.find(id))
  const { added, changed, same, refused } = (await imports.progress(id)) ?? noTally
  const tally = { added, changed, same, refused }
  const end = one.status === 'running' ? finishImport : endLook
  await desk.store.save([end(one, tally, actOf(desk, member))])
}

/**
 * Carries an import on until it was looked through, or brought in.
 * @throws what cannot be said of the import itself; the reason of `signal`
 */
async function carry(desk: Desk, member: Member, one: Import, carrying: Carrying): Promise<void> {
  try {
    await readOn(desk, one, carrying)
    await settle(desk, member, one.id)
  } catch (error) {
    if (carrying.signal.aborted) throw carrying.signal.reason
    const why = error instanceof Refusal ? String(error.values.why ?? error.code) : 'failed'
    if (why === 'busy') throw error
    const now = known(await desk.store.imports.find(one.id))
    await desk.store.save([failImport(now, why, actOf(desk, member))])
    if (!(error instanceof Refusal)) throw error
  }
}

/**
 * Has an import carried on, which goes on by itself.
 * @returns settles when it has ended
 * @throws Refusal `importing` where one is under way
 */
export async function carryOn(
  desk: Desk,
  member: Member,
  one: Import,
  options: Omit<Carrying, 'signal'> & { signal?: AbortSignal } = {},
): Promise<void> {
  const { imports } = desk
  if (imports.current) throw new Refusal('importing')
  const controller = new AbortController()
  const { onError = () => {}, signal: other } = options
  const signal = other ? AbortSignal.any([other, controller.signal]) : controller.signal
  imports.current = { id: one.id, controller }
  const run = carry(desk, member, one, { ...options, signal }).finally(() => {
    imports.current = null
  })
  imports.ending = run.catch((error) => {
    if (!signal.aborted) onError(error)
  })
  return run
}

/** The same, whatever comes of it being said in the log. */
function letGoOn(desk: Desk, member: Member, one: Import, onError?: Carrying['onError']): void {
  carryOn(desk, member, one, onError ? { onError } : {}).catch(() => undefined)
}

export type Logging = Pick<Carrying, 'onError'>

/** Begins the dry run of a source that has come in, if nothing else is under way. */
export function lookThrough(desk: Desk, member: Member, one: Import, { onError }: Logging = {}) {
  const isFree = desk.imports.current === null && one.status === 'looking'
  if (isFree) letGoOn(desk, member, one, onError)
}

/** So many of its last entries are looked at for a form that was sent before. */
const RECENT = 20

/**
 * An import as it was read; null where this very form was carried out before.
 * @param byItself verbs that may have followed meanwhile, as they change nothing of what was read
 */
export async function asRead(
  desk: Desk,
  member: Member,
  read: Read,
  verb: string,
  byItself: readonly string[] = [],
) {
  demand(member, 'editor')
  const one = known(await desk.store.imports.find(read.id))
  if (one.revision === read.revision) return one
  // It may have gone on by itself since: what followed upon what was read tells.
  const entries = await desk.store.ledger.ofSubject('import', one.id, RECENT)
  const since = entries.filter((entry) => entry.revision > read.revision)
  const [next] = since
    .filter((entry) => !byItself.includes(entry.verb))
    .sort((a, b) => a.revision - b.revision)
  if (!next && since.length > 0) return one
  if (next?.verb === verb && next.actor === member.id) return null
  throw new Refusal('conflict')
}

/** Ends the reading of an import, if it is the one under way. */
export async function letGo({ imports }: Desk, id: string): Promise<void> {
  if (imports.current?.id !== id) return
  imports.current.controller.abort(new Error('The import was stopped.'))
  await imports.ending
}

/** @throws Refusal `importing` while another import is under way */
function demandFree({ imports }: Desk): void {
  if (imports.current) throw new Refusal('importing')
}

const stepping =
  (verb: string, decide: typeof startImport) =>
  async (desk: Desk, member: Member, read: Read, { onError }: Logging = {}): Promise<void> => {
    const one = await asRead(desk, member, read, verb)
    if (!one) return
    demandFree(desk)
    const change = decide(one, actOf(desk, member))
    await desk.store.save([change])
    letGoOn(desk, member, known(await desk.store.imports.find(one.id)), onError)
  }

/**
 * Brings in what was looked through; it goes on by itself.
 * @throws Refusal `forbidden`, `not_found`, `conflict`; `importing` while another is under way
 */
export const start = stepping('start', startImport)

/** Goes on where it was. @throws Refusal as `start` does */
export const goOn = stepping('continue', continueImport)

/**
 * Stops the reading of a source; what was brought in stays. One that has ended by itself stays as it is.
 * @throws Refusal `forbidden`, `not_found`
 */
export async function stop(desk: Desk, member: Member, read: Read): Promise<void> {
  demand(member, 'editor')
  await letGo(desk, read.id)
  const one = known(await desk.store.imports.find(read.id))
  if (canImport(one, 'stop')) await desk.store.save([stopImport(one, actOf(desk, member))])
}
