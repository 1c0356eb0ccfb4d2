import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Desk } from '../desk/open.ts'
import { exportFromTerminal, measured, type TerminalExport } from '../desk/terminal.ts'
import { writeWhole } from './whole-file.ts'

/** Why a folder cannot be gone on with. */
class SeriesError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Up to where a folder has the export, and what it was asked for: beside its files. */
const CURSOR = 'cursor.json'
const LOCK = 'export.lock'
const kept = z.object({
  schema: z.literal('riscontro/export-series/v1'),
  // Null before the first file is whole.
  cursor: z.string().nullable(),
  format: z.string(),
  asked: z.record(z.string(), z.array(z.string())),
})

/** The digits of a place: files stand in their order. */
const DIGITS = 12

/** A cursor as a name has it: `000000000123-0123456789abcdef`. */
const named = (cursor: string): string => {
  const [seq = '', ...mark] = cursor.split('-')
  return [seq.padStart(DIGITS, '0'), ...mark].join('-')
}

/** The cursor that a file leads up to; null where it is no file of a series. */
function cursorIn(name: string, format: string): string | null {
  const [, seq = '', mark = ''] =
    /^(?:verdicts|changes)-(\d{12})(-[0-9a-f]{16})?\.(?:json|ndjson|csv|jsonld)$/.exec(name) ?? []
  return seq && name.endsWith(`.${format}`) ? `${Number(seq)}${mark}` : null
}

const seqOf = (cursor: string): number => Number(cursor.split('-')[0])

async function readKept(folder: string) {
  try {
    return kept.parse(JSON.parse(await readFile(join(folder, CURSOR), 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new SeriesError('unreadable', `${join(folder, CURSOR)} is no cursor that can be read.`)
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** One run at a time: the lock of a process that was killed counts no more. @throws SeriesError `busy` */
async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, LOCK)
  const take = () => writeFile(lock, `${process.pid}`, { flag: 'wx' })
  await take().catch(async () => {
    const holder = Number(await readFile(lock, 'utf8').catch(() => '0'))
    if (holder && isAlive(holder)) {
      throw new SeriesError('busy', `Process ${holder} is writing to ${folder}.`)
    }
    await rm(lock, { force: true })
    await take()
  })
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

/** What came of a run. */
export type SeriesRun = { file: string | null; cursor: string; verdicts: number; bytes: number }

/**
 * Goes on with a folder: the first file holds everything, each later one what changed since the one before. A
 * run that was killed between a file and the cursor is found by the file's name, and not given again.
 * @throws SeriesError `busy`, `unreadable`, `other_export`; Refusal as an export does
 */
export async function goOn(
  desk: Desk,
  folder: string,
  asked: TerminalExport,
  signal: AbortSignal,
): Promise<SeriesRun> {
  await mkdir(folder, { recursive: true })
  return alone(folder, async () => {
    const { format } = asked
    const there = await readKept(folder)
    if (
      there &&
      JSON.stringify([there.format, there.asked]) !== JSON.stringify([format, asked.asked])
    ) {
      const why = 'holds an export of another form or with other filters. Choose another folder.'
      throw new SeriesError('other_export', `${folder} ${why}`)
    }
    const keep = (cursor: string | null) => {
      const text = { schema: 'riscontro/export-series/v1', cursor, format, asked: asked.asked }
      return writeWhole([`${JSON.stringify(text, null, 2)}\n`], join(folder, CURSOR))
    }
    if (!there) await keep(null)
    const names = await readdir(folder)
    for (const name of names.filter((one) => one.endsWith('.part'))) await rm(join(folder, name))
    const cursors = names.flatMap((name) => cursorIn(name, format) ?? [])
    const since = [...(there?.cursor ? [there.cursor] : []), ...cursors]
      .sort((a, b) => seqOf(a) - seqOf(b))
      .at(-1)
    const document = await exportFromTerminal(desk, {
      ...asked,
      asked: { ...asked.asked, ...(since !== undefined && { since: [since] }) },
    })
    const { stream, size } = measured(await document.stream(), format)
    const name = `${since === undefined ? 'verdicts' : 'changes'}-${named(document.next)}.${format}`
    const isWanted = () => since === undefined || size().verdicts > 0
    await writeWhole(stream, join(folder, name), { signal, isWanted })
    const cursor = isWanted() ? document.next : (since ?? document.next)
    if (cursor !== there?.cursor) await keep(cursor)
    return { file: isWanted() ? join(folder, name) : null, cursor, ...size() }
  })
}
