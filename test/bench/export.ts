/**
 * How long an export takes on its way from a server to a file, as a multiple of reading the same rows with
 * better-sqlite3 in keyset batches and writing their bytes to one; how much memory the server takes for it; and
 * how long its event loop is kept from others: `npm run bench -- export`, or with numbers of claims. CSV and
 * JSON-LD are measured by the NDJSON.
 */
import {
  closeSync,
  createWriteStream,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { bigDesk } from '../support/big-desk/big-desk.ts'
import {
  ask,
  askWhole,
  beginDelay,
  ended,
  type Server,
  started,
  tellDelay,
  usedBy,
} from '../support/big-desk/serving.ts'
import { compare, figuresOf, judged, report, sizesAsked } from './frame.ts'

const BUDGET = 1.5
const OTHER_FORMS = 4
const MEMORY_MB = 100
const MEMORY_GROWTH = 1.3
const DELAY = 3

const folder = mkdtempSync(join(tmpdir(), 'riscontro-bench-'))
const out = join(folder, 'out')

/** Asks for it as it is, unpacked. */
const plain = { 'accept-encoding': 'identity' }

const toFile = async (server: Server, form: string): Promise<void> =>
  pipeline(await ask(server, `/exports/verdicts.${form}`, plain), createWriteStream(out))

type Row = [seq: number, body: string, hash: string, entry: string]

/** The same rows, read and written with nothing between. */
function bare(db: Database.Database): void {
  const batch = db
    .prepare<[number], Row>(`select p.seq, p.body, p.hash, l.hash from publications p
      join ledger l on l.seq = p.seq
      where p.seq > ? and not exists (
        select 1 from publications later where later.verdict = p.verdict and later.seq > p.seq)
      order by p.seq limit 500`)
    .raw()
  const file = openSync(out, 'w')
  for (let after = 0; ; ) {
    const rows = batch.all(after)
    let text = ''
    for (const [seq, body, hash, entry] of rows) {
      const place = `{"seq":${seq},"hash":"${entry}","publication":"${hash}"}`
      text += `${body.slice(0, -1)},"ledger":${place}}\n`
    }
    writeSync(file, text)
    const last = rows.at(-1)
    if (!last) break
    after = last[0]
  }
  closeSync(file)
}

/** What the process has of memory now, in MB; where the machine does not say so, nothing. */
function memoryOf({ child }: Server): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    return Number(/^RssAnon:\s*(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1024
  } catch {
    return Number.NaN
  }
}

/** The most memory that the server takes for an export over what it took before it. */
async function memoryFor(server: Server): Promise<number> {
  const idle = memoryOf(server)
  let most = idle
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(server))
  }, 10)
  for (let run = 0; run < 3; run++) await toFile(server, 'ndjson')
  clearInterval(watch)
  return most - idle
}

const SETTLE_MS = 300
const PHASE_MS = 4000

/** How long the event loop waits, in turn without and with an export beside readers of claim pages. */
async function delays(server: Server): Promise<[quiet: number[], busy: number[]]> {
  const during = async (isBusy: boolean): Promise<number> => {
    let isOver = false
    const again = async (work: () => Promise<void>): Promise<void> => {
      while (!isOver) await work()
    }
    let at = 0
    const page = () => askWhole(server, `/claims/${server.claims[at++ % server.claims.length]}`)
    const going = [again(page), again(page)]
    if (isBusy) going.push(again(() => toFile(server, 'ndjson')))
    await pause(SETTLE_MS)
    beginDelay(server)
    await pause(PHASE_MS)
    const { p99 } = await tellDelay(server)
    isOver = true
    await Promise.all(going)
    return p99
  }
  const found: [number[], number[]] = [[], []]
  for (let round = 0; round < 3; round++) {
    found[0].push(await during(false))
    found[1].push(await during(true))
  }
  return found
}

/** How long the processor is at work on each, as a ratio: what else the machine does takes none of it. */
async function used(server: Server, db: Database.Database): Promise<number> {
  const before = await usedBy(server)
  for (let run = 0; run < 3; run++) await toFile(server, 'ndjson')
  const ours = (await usedBy(server)) - before
  const begun = process.cpuUsage()
  for (let run = 0; run < 3; run++) bare(db)
  const { user, system } = process.cpuUsage(begun)
  return ours / ((user + system) / 1000)
}

/** Prints a figure and what is asked of it. */
function said(what: string, ratio: number, tells: string, budget: number): void {
  const { met, said } = judged(ratio, { budget })
  console.log(`${what.padEnd(48)} ${tells}${said}`)
  if (!met) process.exitCode = 1
}

async function bench(claims: number): Promise<number> {
  const path = await bigDesk(claims)
  const server = await started(path)
  const db = new Database(path, { readonly: true })
  await askWhole(server, '/claims')
  const memory = await memoryFor(server)
  said(`memory for an export over idle, ${claims}`, memory, `${memory.toFixed(0)} MB`, MEMORY_MB)
  const work = await used(server, db)
  said(`NDJSON, the processor’s time, ${claims}`, work, `${work.toFixed(2)} ×`, BUDGET)
  const few = { rounds: claims > 200_000 ? 3 : 10, warmUp: 1, seconds: 120 }
  await compare(
    `NDJSON, ${claims}`,
    { name: 'export', run: () => toFile(server, 'ndjson') },
    { name: 'bare rows', run: () => bare(db) },
    { ...few, budget: BUDGET },
  )
  for (const form of ['csv', 'jsonld']) {
    await compare(
      `${form}, ${claims}`,
      { name: form, run: () => toFile(server, form) },
      { name: 'ndjson', run: () => toFile(server, 'ndjson') },
      { ...few, rounds: 3, budget: OTHER_FORMS },
    )
  }
  const [quiet, busy] = await delays(server)
  report(
    `the event loop, p99, ${claims}`,
    { name: 'with an export', figures: figuresOf(busy) },
    { name: 'without', figures: figuresOf(quiet) },
    { budget: DELAY },
  )
  db.close()
  await ended(server)
  return memory
}

try {
  const sizes = sizesAsked([10_000, 100_000])
  const memories: number[] = []
  for (const claims of sizes) memories.push(await bench(claims))
  const [first = 0, last = 0] = [memories[0], memories.at(-1)]
  if (memories.length > 1) {
    const growth = last / first
    const what = `memory, ${sizes.at(-1)} by ${sizes[0]}`
    said(what, growth, `${growth.toFixed(2)} ×`, MEMORY_GROWTH)
  }
} finally {
  rmSync(folder, { recursive: true })
}
