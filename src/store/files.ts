import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { sha256 } from './seal.ts'

/** A file of the folder: kept under its hash, or a leftover of a write that never ended. */
export type KeptFile = {
  /** From the folder on, with `/`. */
  path: string
  /** SHA-256, its name; null where it is no kept file. */
  hash: string | null
  /** Bytes. */
  size: number
  /** When it was last put, in milliseconds since 1970. */
  putAt: number
}

export type Files = {
  folder: string
  /**
   * Keeps bytes under their SHA-256; when this returns they are on the disk. The same bytes are kept
   * once; a file that was damaged since is replaced.
   * @returns the hash, in hex
   * @throws Refusal `disk_full`, `disk_closed`
   */
  put(bytes: Uint8Array): Promise<string>
  /**
   * What is kept under a hash, as it lies there.
   * @throws Refusal `not_found`
   */
  read(hash: string): Promise<Uint8Array>
  /**
   * Keeps what comes in piece by piece, as it is and however much, under the SHA-256 of it all.
   * @param most bytes
   * @throws Refusal `disk_full`, `disk_closed`; `too_large`; what the stream throws
   */
  keep(stream: AsyncIterable<Uint8Array>, most: number): Promise<{ sha256: string; size: number }>
  /**
   * What was kept so, piece by piece.
   * @throws Refusal `not_found`, at the first piece
   */
  open(sha256: string): AsyncGenerator<Uint8Array>
  /** Every file of the folder, one after the other. */
  list(): AsyncIterable<KeptFile>
  /**
   * Takes a file away that has not been put since a moment; whoever puts the same bytes meanwhile
   * finds them again, or writes them anew.
   * @param before milliseconds since 1970
   * @returns whether it was taken away
   */
  remove(path: string, before: number): Promise<boolean>
}

const ENDING = '.warc.gz'
const RECEIVED = '.received'
const LEFTOVER = '.part'
const HASH = /^[0-9a-f]{64}$/

/**
 * A folder of files named by their content, made when the first is put: at `ab/abcd….warc.gz` what was put,
 * at `ab/abcd….received` what came in piece by piece.
 */
export function openFiles(path: string): Files {
  const folder = resolve(path)
  const placeOf = (hash: string, ending = ENDING) =>
    join(folder, hash.slice(0, 2), `${hash}${ending}`)

  return {
    folder,
    async put(bytes) {
      const hash = sha256(bytes)
      const place = placeOf(hash)
      const partial = join(dirname(place), `${hash}.${randomUUID()}${LEFTOVER}`)
      try {
        const made = await mkdir(dirname(place), { recursive: true })
        if (!(await isThere(place, bytes))) {
          await writeSynced(partial, bytes)
          await rename(partial, place)
        }
        // Also where somebody else has just put it: a name is safe once its folder is on the disk.
        await syncFolders(dirname(place), made ? dirname(made) : folder)
      } catch (error) {
        await rm(partial, { force: true }).catch(() => undefined)
        throw refusalOf(error)
      }
      return hash
    },

    async read(hash) {
      if (!HASH.test(hash)) throw new Refusal('not_found')
      try {
        return await readFile(placeOf(hash))
      } catch (error) {
        throw isCode(error, ['ENOENT', 'ENOTDIR']) ? new Refusal('not_found') : error
      }
    },

    async keep(stream, most) {
      const partial = join(folder, `${randomUUID()}${LEFTOVER}`)
      try {
        await mkdir(folder, { recursive: true })
        const kept = await writeStream(partial, stream, most)
        const place = placeOf(kept.sha256, RECEIVED)
        await mkdir(dirname(place), { recursive: true })
        await rename(partial, place)
        await syncFolders(dirname(place), folder)
        return kept
      } catch (error) {
        await rm(partial, { force: true }).catch(() => undefined)
        throw refusalOf(error)
      }
    },

    async *open(sha256) {
      if (!HASH.test(sha256)) throw new Refusal('not_found')
      try {
        yield* createReadStream(placeOf(sha256, RECEIVED), { highWaterMark: 1 << 18 })
      } catch (error) {
        throw isCode(error, ['ENOENT', 'ENOTDIR']) ? new Refusal('not_found') : error
      }
    },

    async *list() {
      for await (const place of filesIn(folder)) {
        const found = await stat(place).catch(() => null)
        // It may have been renamed or taken away since it was listed.
        if (!found) continue
        const path = relative(folder, place).replaceAll(sep, '/')
        const hash = basename(place).split('.')[0] ?? ''
        const isKept =
          HASH.test(hash) && [ENDING, RECEIVED].some((ending) => placeOf(hash, ending) === place)
        yield { path, hash: isKept ? hash : null, size: found.size, putAt: found.mtimeMs }
      }
    },

    async remove(path, before) {
      const place = join(folder, path)
      const aside = `${place}.${randomUUID()}${LEFTOVER}`
      if ((await stat(place)).mtimeMs >= before) return false
      await rename(place, aside)
      // Who put it in the meantime has touched it before it was put aside.
      if ((await stat(aside)).mtimeMs < before) {
        await rm(aside)
        return true
      }
      await rename(aside, place)
      return false
    },
  }
}

/** Whether a file is there whole. It is touched first, so that nobody takes it away as forgotten. */
async function isThere(place: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const now = new Date()
    await utimes(place, now, now)
    return (await readFile(place)).equals(bytes)
  } catch (error) {
    if (isCode(error, ['ENOENT'])) return false
    throw error
  }
}

/** Writes what comes, and finds out what it is called by. */
async function writeStream(place: string, stream: AsyncIterable<Uint8Array>, most: number) {
  const file = await open(place, 'wx')
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of stream) {
      size += piece.length
      if (size > most) throw new Refusal('too_large', { values: { max: most } })
      hash.update(piece)
      await file.writeFile(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), size }
}

async function writeSynced(place: string, bytes: Uint8Array): Promise<void> {
  const file = await open(place, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Puts a folder's names on the disk, and those of the folders above it up to the last one given. */
export async function syncFolders(first: string, last: string): Promise<void> {
  // Windows opens no folders; there, a rename is on the disk when it returns.
  if (process.platform === 'win32') return
  for (let folder = first; ; folder = dirname(folder)) {
    const opened = await open(folder, 'r')
    try {
      await opened.sync()
    } finally {
      await opened.close()
    }
    if (folder === last || folder === dirname(folder)) return
  }
}

async function* filesIn(folder: string): AsyncIterable<string> {
  try {
    for await (const entry of await opendir(folder, { recursive: true })) {
      if (entry.isFile()) yield join(entry.parentPath, entry.name)
    }
  } catch (error) {
    if (!isCode(error, ['ENOENT'])) throw error
  }
}

export const isCode = (error: unknown, codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

/** What the system says, as the desk says it; a limit on a file's size counts as a full disk. */
function refusalOf(error: unknown): unknown {
  if (isCode(error, ['ENOSPC', 'EDQUOT', 'EFBIG'])) return new Refusal('disk_full')
  const closed = ['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ELOOP']
  return isCode(error, closed) ? new Refusal('disk_closed') : error
}
