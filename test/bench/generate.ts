/**
 * How fast the desk is made that other benches ask: rows a second, as a ratio to what better-sqlite3
 * takes to insert the same rows alone, batch by batch in turn: `npm run bench -- generate`, or with a
 * number of claims, `npm run bench -- generate 1000000`.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tables } from '../../src/store/tables.sqlite.ts'
import { progress } from '../support/big-desk/big-desk.ts'
import { sqliteSink } from '../support/big-desk/sqlite.ts'
import { storyOf } from '../support/big-desk/story.ts'
import { sizesAsked } from './frame.ts'

const AT_LEAST = 0.5

/** Milliseconds of both ways. */
type Took = { ours: number; bare: number; rows: number }

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function made(folder: string, claims: number): Promise<Took> {
  const ours = await sqliteSink(join(folder, 'ours.db'), 'later')
  const bare = await sqliteSink(join(folder, 'bare.db'), 'at once')
  const took: Took = { ours: 0, bare: 0, rows: 0 }
  const story = storyOf(tables, { claims, seed: 1 })
  const said = progress(claims)
  let [begun, batches] = [performance.now(), 0]
  for (const { rows, count, claims: done } of story) {
    took.ours += performance.now() - begun
    took.rows += count
    const work = { ours: () => ours.write(rows), bare: () => bare.write(rows) }
    // In turn: whoever comes second finds the rows in the processor's cache.
    batches += 1
    const turns = batches % 2 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)
    for (const turn of turns) took[turn] += await timed(work[turn])
    said(done, took.rows)
    begun = performance.now()
  }
  took.ours += await timed(() => ours.close())
  took.bare += await timed(() => bare.close())
  return took
}

const speed = (rows: number, ms: number): string => `${Math.round(rows / ms)},000 rows a second`

const folder = mkdtempSync(join(tmpdir(), 'riscontro-bench-'))
try {
  for (const claims of sizesAsked([100_000])) {
    const { ours, bare, rows } = await made(folder, claims)
    const ratio = bare / ours
    const isMet = ratio >= AT_LEAST
    const said = `[at least ${AT_LEAST} ×: ${isMet ? 'met' : 'MISSED'}]`
    console.log(
      `a desk of ${claims} claims, ${rows} rows`.padEnd(48),
      `${ratio.toFixed(2)} × the rows a second of bare inserts`,
      `(${speed(rows, ours)} against ${speed(rows, bare)})  ${said}`,
    )
    if (!isMet) process.exitCode = 1
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
  }
} finally {
  rmSync(folder, { recursive: true })
}
