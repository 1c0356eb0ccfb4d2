/**
 * Whether anybody waits behind others: how long the server's event loop is kept from answering while the
 * heaviest searches, similar claims and an export go on, beside the same server answering only
 * claim pages, in turn: `npm run bench -- waiting`, or with numbers of claims. The server is a process of
 * its own; with `profile` among the words it leaves a CPU profile in the folder for temporary files.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bigDesk } from '../support/big-desk/big-desk.ts'
import type { Delay, Serving, Word } from '../support/big-desk/server.ts'
import { phrase } from '../support/big-desk/texts.ts'
import { ranks, vocabulary } from '../support/big-desk/vocabulary.ts'
import { randomFrom } from '../support/edits.ts'
import { type Figures, median, report, sizesAsked } from './frame.ts'

const BUDGET = 3
const TOGETHER = 'all that is heavy'
const ROUNDS = 3
const PHASE_MS = 4000
const SETTLE_MS = 300
/** How many ask for claim pages, all the while. */
const READERS = 2

const script = join(import.meta.dirname, '../support/big-desk/server.ts')
const random = randomFrom(1)

type Server = Serving & { child: ChildProcess }

/** Asks for a page, to its last byte. */
async function ask({ port, cookie }: Server, path: string, more = {}): Promise<void> {
  const headers = { cookie, 'accept-language': 'en', ...more }
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  for await (const _ of answer.body ?? []);
}

const some = (words: readonly number[]): string => vocabulary('it').word(random.oneOf(words))

const searches = (): string => {
  const [one, two] = [some(ranks.head), some(ranks.head.concat(ranks.middle))]
  return new URLSearchParams({
    q: random.oneOf([one, `${one} ${two}`, one.slice(0, 4)]),
  }).toString()
}

type Work = (server: Server) => Promise<void>

/** What is heavy: each goes on once, as often as it can. */
const heavy: Record<string, Work> = {
  'the queue searched': (server) => ask(server, `/claims?${searches()}`),
  'verdicts searched': (server) => ask(server, `/verdicts?${searches()}`),
  'similar claims': (server) => {
    const asked = { statement: phrase(random, 'it', 20), language: 'it' }
    return ask(server, `/claims/similar?${new URLSearchParams(asked)}`, { 'HX-Request': 'true' })
  },
  'an export': (server) => ask(server, '/exports/verdicts.json'),
}

/** Ordinary pages, which nobody should have to wait behind either. */
const ordinary: Record<string, Work> = {
  histories: (server) => ask(server, `/claims/${random.oneOf(server.claims)}/history`),
  'the queue': (server) => ask(server, '/claims'),
}

const word = (child: ChildProcess, said: Word): boolean => child.send(said)

/** How long the event loop waits while these go on beside the readers of claim pages. */
async function during(server: Server, works: Work[]) {
  let isOver = false
  const again = async (work: Work): Promise<void> => {
    while (!isOver) await work(server)
  }
  const page: Work = (server) => ask(server, `/claims/${random.oneOf(server.claims)}`)
  const going = [...Array<Work>(READERS).fill(page), ...works].map(again)
  await pause(SETTLE_MS)
  word(server.child, 'begin')
  await pause(PHASE_MS)
  const told = once(server.child, 'message')
  word(server.child, 'tell')
  const [delay]: Delay[] = await told
  isOver = true
  await Promise.all(going)
  if (!delay) throw new Error('the server said nothing')
  return delay
}

async function started(database: string): Promise<Server> {
  const profile = process.argv.includes('profile')
    ? ['--cpu-prof', `--cpu-prof-dir=${join(tmpdir(), 'riscontro-bench-profiles')}`]
    : []
  const child = fork(script, [database], { execArgv: [...process.execArgv, ...profile] })
  const [serving]: Serving[] = await once(child, 'message')
  if (!serving) throw new Error('the server did not open')
  return { ...serving, child }
}

const middle = (delays: Delay[]): Figures => ({
  median: median(delays.map((one) => one.median)),
  p99: median(delays.map((one) => one.p99)),
})

async function bench(claims: number): Promise<void> {
  const server = await started(await bigDesk(claims))
  const phases: Record<string, Work[]> = {
    'claim pages only': [],
    ...Object.fromEntries(
      Object.entries({ ...heavy, ...ordinary }).map(([name, work]) => [name, [work]]),
    ),
    [TOGETHER]: Object.values(heavy),
  }
  const delays: Record<string, Delay[]> = {}
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, works] of Object.entries(phases)) {
      const list = delays[name] ?? []
      delays[name] = list
      list.push(await during(server, works))
    }
  }
  const ended = once(server.child, 'exit')
  word(server.child, 'end')
  await ended
  const { 'claim pages only': quiet = [], ...busy } = delays
  for (const [name, list] of Object.entries(busy)) {
    const budget = name === TOGETHER ? { budget: BUDGET } : {}
    report(
      `the event loop, ${name}, ${claims}`,
      { name: 'then', figures: middle(list) },
      { name: 'claim pages only', figures: middle(quiet) },
      { by: 'p99', ...budget },
    )
  }
}

for (const claims of sizesAsked([100_000])) await bench(claims)
