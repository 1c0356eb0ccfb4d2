import { chmod, copyFile, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isCode, syncFolders } from '../../store/files.ts'
import { wellKnown } from '../checkpoints.ts'
import type { Desk } from '../open.ts'

/** How far a backup is: of the database in parts, then of the kept files. */
export type BackupProgress = (
  step: 'database' | 'files',
  done: number,
  total: number | null,
) => void

/** What was copied: files that were kept, and bytes in all. */
export type BackedUp = { out: string; files: number; bytes: number }

export type Options = { progress?: BackupProgress; signal?: AbortSignal }

/** No backup was made, and why. */
class BackupFailed extends Error {
  readonly code: string
  constructor(code: string, why: string) {
    super(why)
    this.code = code
  }
}

export const DATABASE = 'desk.db'
export const PUBLIC_KEY = 'riscontro.json'

/** Copies the database, as it stands now. @throws BackupFailed where it cannot be, or is not whole */
export async function copyDatabase(
  { store }: Desk,
  to: string,
  { progress }: Options,
): Promise<number> {
  // It holds what lets people in, and what webhooks are signed with: it is nobody else’s from its first byte on.
  await writeFile(to, '', { mode: 0o600 })
  await chmod(to, 0o600)
  const faults = await store.copyTo(to, (done, total) => progress?.('database', done, total))
  if (faults === null) {
    throw new BackupFailed(
      'engine',
      'PostgreSQL makes its own copies: use pg_dump, and copy the folder of files after it.',
    )
  }
  if (faults.length > 0) throw new BackupFailed('broken', `The copy is not whole: ${faults[0]}.`)
  return (await stat(to)).size
}

/** Every kept file there is by now, which is all that the copied database speaks of. */
export async function* keptFiles({ files }: Desk, { signal }: Options = {}) {
  for await (const { path, hash, size } of files.list()) {
    signal?.throwIfAborted()
    if (hash !== null) yield { path, size, place: join(files.folder, path) }
  }
}

/** A copy with everything in it, in a folder. */
async function copyAll(desk: Desk, folder: string, options: Options) {
  let bytes = await copyDatabase(desk, join(folder, DATABASE), options)
  // Of the key only what everybody may know.
  await writeFile(join(folder, PUBLIC_KEY), await publicKeyOf(desk))
  let files = 0
  for await (const { path, size, place } of keptFiles(desk, options)) {
    const to = join(folder, 'files', path)
    await mkdir(dirname(to), { recursive: true })
    await copyFile(place, to)
    await synced(to)
    files += 1
    bytes += size
    options.progress?.('files', files, null)
  }
  return { files, bytes }
}

export const publicKeyOf = async (desk: Desk): Promise<string> =>
  `${JSON.stringify(await wellKnown(desk), null, 2)}\n`

async function synced(place: string): Promise<void> {
  const file = await open(place, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** @throws BackupFailed where something is there: no copy takes the place of another */
async function demandFree(out: string): Promise<void> {
  const there = await stat(out).catch((error) => {
    if (isCode(error, ['ENOENT'])) return null
    throw error
  })
  if (there) throw new BackupFailed('exists', `${out} is there already.`)
}

/**
 * Copies the desk while it runs: the database as of one moment, every file that it speaks of, and its
 * public key, into a folder; into a file whose name ends with `.db`, the database alone. It has its
 * name when it is whole, and on the disk.
 * @throws BackupFailed where something is there already, the copy is not whole, or the engine makes
 *   its own; the reason of the signal
 */
export async function backUp(desk: Desk, out: string, options: Options = {}): Promise<BackedUp> {
  await demandFree(out)
  const partial = `${out}.${process.pid}.part`
  try {
    const alone = out.endsWith('.db')
    if (!alone) await mkdir(partial, { recursive: true, mode: 0o700 })
    const made = alone
      ? { files: 0, bytes: await copyDatabase(desk, partial, options) }
      : await copyAll(desk, partial, options)
    options.signal?.throwIfAborted()
    await rename(partial, out)
    const folder = dirname(resolve(out))
    await syncFolders(folder, folder)
    return { out, ...made }
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}
