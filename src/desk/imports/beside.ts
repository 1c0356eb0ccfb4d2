import { randomUUIDv7 } from 'node:crypto'
import { Refusal } from '../../domain/refusal.ts'
import { openFiles } from '../../store/files.ts'
import type { Store } from '../../store/store.ts'
import type { HeavyRead } from '../heavy-jobs.ts'
import { workOn } from './working.ts'

/** Settles when the import that this thread reads has let go of it. */
let last: Promise<void> = Promise.resolve()

/**
 * The thread's part of an import: a line for each batch that was written, and one for how it ended. One that
 * was given up ends after its batch; the next one waits for that.
 */
export async function* importLines(
  store: Store,
  { import: id, folder, timeZone }: Extract<HeavyRead, { read: 'import' }>,
): AsyncGenerator<string> {
  const before = last
  const turn = Promise.withResolvers<void>()
  last = turn.promise
  await before
  const now = () => new Date().toISOString()
  const room = { store, files: openFiles(folder), now, newId: () => randomUUIDv7(), timeZone }
  try {
    for await (const { done } of workOn(room, id)) yield `${JSON.stringify({ done })}\n`
    yield `${JSON.stringify({ ended: true })}\n`
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    yield `${JSON.stringify({ refused: error.code })}\n`
  } finally {
    turn.resolve()
  }
}
