/**
 * How long `ledger verify` takes, as a multiple of what it takes to read the same rows with better-sqlite3
 * and to hash the same bytes alone; and how much more memory a long record takes than a short one:
 * `npm run bench -- ledger`, or with two numbers of entries, `npm run bench -- ledger 100000 1000000`.
 * Each is measured in a process of its own, by the processor's time: what else the machine does does not count.
 */
import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { checkpointNow } from '../../src/desk/checkpoints.ts'
import { verifyLedger } from '../../src/desk/ledger.ts'
import { openDesk } from '../../src/desk/open.ts'
import { longLedger } from '../support/long-ledger.ts'

const SIZES = [20_000, 200_000]
const ROUNDS = 3

/** Milliseconds by the clock and of the processor, and the most memory. */
type Took = { ms: number; cpu: number; mb: number }

/** What the parts of this file do, each in a process of its own. */
const parts: Record<string, (path: string) => Promise<void> | void> = { verify, alone }

async function verify(path: string): Promise<void> {
  const desk = await openDesk(path)
  const { fault, checkpoints } = await verifyLedger(desk)
  await desk.close()
  if (fault || checkpoints !== 1) throw new Error(JSON.stringify(fault))
}

/** Every row that is read, once; every entry, leaf and node that is hashed. */
function alone(path: string): void {
  const db = new Database(path, { readonly: true })
  const rowsOf = (table: string) => db.prepare(`select * from ${table}`).raw().iterate()
  const node = Buffer.alloc(65)
  for (const row of rowsOf('ledger')) {
    hash('sha256', String(row))
    hash('sha256', LEAF)
    hash('sha256', node)
  }
  for (const table of ['claims', 'evidence', 'search_records', 'verdicts']) {
    for (const _ of rowsOf(table));
  }
  for (const row of rowsOf('publications')) hash('sha256', String(row))
  db.close()
}
const LEAF = `{"hash":"${'0'.repeat(64)}","publication":null,"seq":100000}`

/** Measures a part in a process of its own: the best of some rounds, and the most memory. */
function measured(part: string, path: string): Took {
  const took = Array.from({ length: ROUNDS }, (): Took => {
    const args = [...process.execArgv, import.meta.filename, part, path]
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
  })
  return {
    ms: Math.min(...took.map(({ ms }) => ms)),
    cpu: Math.min(...took.map(({ cpu }) => cpu)),
    mb: Math.max(...took.map(({ mb }) => mb)),
  }
}

async function compare(folder: string, entries: number): Promise<Took> {
  const path = join(folder, `${entries}.db`)
  await longLedger(path, entries)
  const desk = await openDesk(path)
  const begun = performance.now()
  await checkpointNow(desk)
  const signed = performance.now() - begun
  await desk.close()
  const [base, took] = [measured('alone', path), measured('verify', path)]
  const perEntry = ((took.cpu * 1000) / entries).toFixed(1)
  console.log(
    `ledger verify, ${entries} entries`.padEnd(38),
    `${(took.cpu / base.cpu).toFixed(2)} × reading and hashing alone`,
    `(${took.cpu.toFixed(0)} ms, ${perEntry} µs an entry, ${took.mb.toFixed(0)} MB;`,
    `the first checkpoint ${signed.toFixed(0)} ms)`,
  )
  rmSync(path)
  return took
}

async function bench(sizes: number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-bench-'))
  try {
    const took: Took[] = []
    for (const entries of sizes) took.push(await compare(folder, entries))
    const [first, last] = [took[0], took.at(-1)]
    if (!first || !last || took.length < 2) return
    const ratio = (last.mb / first.mb).toFixed(2)
    console.log(`memory, ${sizes.at(-1)} entries`.padEnd(38), `${ratio} × that on ${sizes[0]}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const [name = '', path = ''] = process.argv.slice(2)
const part = parts[name]
if (part) {
  const [begun, before] = [performance.now(), process.cpuUsage()]
  await part(path)
  const ms = performance.now() - begun
  const { user, system } = process.cpuUsage(before)
  console.log(
    JSON.stringify({ ms, cpu: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024 }),
  )
} else {
  const asked = process.argv.slice(2).map(Number).filter(Number.isInteger)
  await bench(asked.length > 0 ? asked : SIZES)
}
