/**
 * A desk that serves in a process of its own, and says how long its event loop is kept waiting: for
 * whoever starts it by `fork`, with the path of a desk of many claims.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { openDesk } from '../../../src/desk/open.ts'
import { createApp } from '../../../src/web/app.ts'
import { cookieOf } from '../desk.ts'
import { firstOf } from './big-desk.ts'

/** How the server is reached, and some claims to ask for. */
export type Serving = { port: number; cookie: string; claims: string[] }

/** How long the event loop was kept waiting since the last word, in milliseconds. */
export type Delay = { median: number; p99: number; max: number }

/** `begin` forgets what was; `tell` answers with the delay since then, `used` with the processor's time in milliseconds; `end` ends the process. */
export type Word = 'begin' | 'tell' | 'used' | 'end'

const CLAIMS = 400
const MS = 1e6

const desk = await openDesk(process.argv[2] ?? '')
const member = await firstOf(desk)
const setting = { origin: null, timeZone: 'Europe/Rome', publicPages: true, trustProxy: false }
const app = createApp(desk, setting, pino({ level: 'silent' }))
const page = { sort: 'newest', after: null, limit: CLAIMS } as const
const { claims } = await desk.store.queue.list({}, page)
const cookie = await cookieOf(desk, member)
const delay = monitorEventLoopDelay({ resolution: 1 })

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  const ids = claims.map(({ id }) => id)
  process.send?.({ port, cookie, claims: ids } satisfies Serving)
})

process.on('message', async (word: Word) => {
  if (word === 'begin') {
    delay.reset()
    delay.enable()
  }
  if (word === 'tell') {
    const { max } = delay
    const [median, p99] = [delay.percentile(50), delay.percentile(99)]
    process.send?.({ median: median / MS, p99: p99 / MS, max: max / MS } satisfies Delay)
  }
  if (word === 'used') {
    const { user, system } = process.cpuUsage()
    process.send?.((user + system) / 1000)
  }
  if (word !== 'end') return
  server.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  await desk.close()
  // A profile is written where the process ends by itself.
  process.disconnect?.()
})
