import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tarEnd, tarFill, tarHead } from '../../interchange/tar.ts'
import type { Desk } from '../open.ts'
import {
  type BackedUp,
  copyDatabase,
  DATABASE,
  keptFiles,
  type Options,
  PUBLIC_KEY,
  publicKeyOf,
} from './backup.ts'

type Part = { path: string; size: number; bytes: AsyncIterable<Uint8Array> | Uint8Array[] }

async function* parts(desk: Desk, folder: string, options: Options): AsyncGenerator<Part> {
  const copy = join(folder, DATABASE)
  const size = await copyDatabase(desk, copy, options)
  const opened = await open(copy)
  // Its name goes now: whoever stops this in the middle leaves nothing behind. Windows keeps it a while.
  await rm(copy).catch(() => undefined)
  yield { path: DATABASE, size, bytes: opened.createReadStream() }
  const key = Buffer.from(await publicKeyOf(desk))
  yield { path: PUBLIC_KEY, size: key.length, bytes: [key] }
  for await (const { path, size, place } of keptFiles(desk, options)) {
    yield { path: `files/${path}`, size, bytes: createReadStream(place) }
  }
}

/**
 * The same backup as one archive (tar), on its way to somebody else: the database is copied, and found
 * whole, before the first byte of it is given.
 * @returns the bytes; at the end, what was copied
 * @throws as `backUp` does
 */
export async function* archived(
  desk: Desk,
  options: Options = {},
): AsyncGenerator<Uint8Array, Omit<BackedUp, 'out'>> {
  const folder = await mkdtemp(join(tmpdir(), 'riscontro-backup-'))
  let [files, bytes] = [0, 0]
  try {
    for await (const { path, size, bytes: given } of parts(desk, folder, options)) {
      yield tarHead({ path, size, modifiedAt: new Date(desk.now()) })
      yield* given
      yield tarFill(size)
      bytes += size
      if (path.startsWith('files/')) options.progress?.('files', ++files, null)
    }
    yield tarEnd()
    return { files, bytes }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
