import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { FetchOptions } from '../ingest/fetch.ts'
import { type Pace, usualPace } from '../ingest/polite.ts'
import { type Files, openFiles } from '../store/files.ts'
import { type Keys, openKey } from '../store/key.ts'
import { openStore, type Store } from '../store/store.ts'
import { type Heavy, heavyReads } from './heavy.ts'
import {
  endHooks,
  endRechecks,
  endSchedule,
  type Hooks,
  noHooks,
  noRechecks,
  noSchedule,
  type Rechecks,
  type Schedule,
} from './runs.ts'

/** A desk that is open: its store, its clock, and what makes its ids. Each verb takes it first. */
export type Desk = {
  store: Store
  /** What was fetched, pasted or uploaded, as it was. */
  files: Files
  /** What it signs checkpoints with. */
  keys: Keys
  /** ISO 8601, UTC. */
  now(): string
  newId(): string
  /** Where a date without a time zone is read: an IANA name. */
  timeZone: string
  /** The one-time key of the welcome page, while the desk has no account. */
  welcomeKey: string | null
  /** Links that sign somebody in, while the process lasts: people's ids by token. A demo's only. */
  signInLinks: Map<string, string>
  heavy: Heavy
  /** How pages are fetched. */
  fetching: Fetching
  /** How sources are rechecked. */
  pace: Pace
  rechecks: Rechecks
  /** When a checkpoint is made by itself. */
  daily: Schedule
  /** When it is looked whether what is found by words is behind what was decided. */
  indexing: Schedule
  /** Whom it tells what the public learns. */
  hooks: Hooks
  close(): Promise<void>
}

/** `allowLoopback`: from this machine itself, too. A test plays the names, and waits less long. */
export type Fetching = Pick<FetchOptions, 'allowLoopback' | 'resolve' | 'timeoutMs'>

/**
 * Opens a desk: connects to its database, migrates it, and is ready.
 * @param database a path, or `postgres://…`
 * @param options `files` is the folder of kept files: without it the folder `files` beside the
 *   database, or in `data` where the database is no file; `key` is the file of the desk's key: without
 *   it `key.pem` in the same place
 */
export async function openDesk(
  database: string,
  options: {
    now?: () => string
    timeZone?: string
    fetchLoopback?: boolean
    fetching?: Fetching
    pace?: Partial<Pace>
    files?: string | null
    key?: string | null
  } = {},
): Promise<Desk> {
  const store = await openStore(database)
  const heavy = heavyReads(database)
  const rechecks = noRechecks()
  const daily = noSchedule()
  const indexing = noSchedule()
  const hooks = noHooks()
  const empty = !(await store.people.any())
  return {
    store,
    files: openFiles(options.files ?? join(folderOf(database), 'files')),
    keys: openKey(options.key ?? keyBeside(database)),
    now: options.now ?? (() => new Date().toISOString()),
    newId: () => randomUUIDv7(),
    timeZone: options.timeZone ?? 'UTC',
    welcomeKey: empty ? randomBytes(24).toString('base64url') : null,
    signInLinks: new Map(),
    heavy,
    fetching: { allowLoopback: options.fetchLoopback ?? false, ...options.fetching },
    pace: { ...usualPace, ...options.pace },
    rechecks,
    daily,
    indexing,
    hooks,
    async close() {
      await endHooks(hooks)
      await endSchedule(indexing)
      await endSchedule(daily)
      await endRechecks(rechecks)
      await heavy.close()
      await store.close()
    },
  }
}

/** A database in memory takes its key with it. */
const keyBeside = (database: string): string | null =>
  database === ':memory:' ? null : join(folderOf(database), 'key.pem')

const folderOf = (database: string): string =>
  database === ':memory:' || database.includes('://') ? 'data' : dirname(database)
