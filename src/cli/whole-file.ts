import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** What is being written to a file, until it is whole. */
const partOf = (file: string): string => `${file}.${process.pid}.part`

/** Has the disk keep what was renamed in a folder. */
async function settle(folder: string): Promise<void> {
  // Where a folder cannot be opened as a file (Windows), there is nothing to settle.
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

/**
 * Writes a file: it is there whole, or as it was before, whenever the machine stops.
 * @param isWanted asked once everything is written: a file that nobody wants is not kept
 */
export async function writeWhole(
  content: AsyncIterable<Uint8Array> | Iterable<string>,
  file: string,
  { signal, isWanted = () => true }: { signal?: AbortSignal; isWanted?: () => boolean } = {},
): Promise<void> {
  const partial = partOf(file)
  try {
    // On the disk before it gets its name.
    const output = createWriteStream(partial, { flush: true })
    await pipeline(content, output, { ...(signal && { signal }) })
    if (!isWanted()) return await rm(partial)
    await rename(partial, file)
    await settle(dirname(file))
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
