/**
 * Whether anybody waits behind others: how long the server's event loop is kept from answering while the
 * heaviest searches, similar claims and an export go on, beside the same server answering only
 * claim pages, in turn: `npm run bench -- waiting`, or with numbers of claims. The server is a process of
 * its own; with `profile` among the words it leaves a CPU profile in the folder for temporary files.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { bigDesk } from '../support/big-desk/big-desk.ts'
import type { Delay } from '../support/big-desk/server.ts'
import {
  askWhole,
  beginDelay,
  ended,
  type Server,
  started,
  tellDelay,
} from '../support/big-desk/serving.ts'
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

const random = randomFrom(1)

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
  'the queue searched': (server) => askWhole(server, `/claims?${searches()}`),
  'verdicts searched': (server) => askWhole(server, `/verdicts?${searches()}`),
  'similar claims': (server) => {
    const asked = { statement: phrase(random, 'it', 20), language: 'it' }
    return askWhole(server, `/claims/similar?${new URLSearchParams(asked)}`, {
      'HX-Request': 'true',
    })
  },
  'an export': (server) => askWhole(server, '/exports/verdicts.json'),
}

/** Ordinary pages, which nobody should have to wait behind either. */
const ordinary: Record<string, Work> = {
  histories: (server) => askWhole(server, `/claims/${random.oneOf(server.claims)}/history`),
  'the queue': (server) => askWhole(server, '/claims'),
}

/** How long the event loop waits while these go on beside the readers of claim pages. */
async function during(server: Server, works: Work[]) {
  let isOver = false
  const again = async (work: Work): Promise<void> => {
    while (!isOver) await work(server)
  }
  const page: Work = (server) => askWhole(server, `/claims/${random.oneOf(server.claims)}`)
  const going = [...Array<Work>(READERS).fill(page), ...works].map(again)
  await pause(SETTLE_MS)
  beginDelay(server)
  await pause(PHASE_MS)
  const delay = await tellDelay(server)
  isOver = true
  await Promise.all(going)
  return delay
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
  await ended(server)
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
