import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { readConfig } from './config.ts'
import { openDesk } from './desk/open.ts'
import { createApp } from './web/app.ts'

/** How long running requests get to finish once the desk is told to stop. */
const PATIENCE_MS = 10_000

/** Says in words, and without a stack, what has to be put right before it can start. */
function giveUp(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

async function open() {
  const config = readConfig()
  return { config, desk: await openDesk(config.database, config) }
}

const { config, desk } = await open().catch(giveUp)
const log = pino({ level: config.log })
const app = createApp(desk, config, log)

const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, ({ port }) => {
  const host = config.host === '127.0.0.1' ? 'localhost' : config.host
  const address = config.origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  process.stdout.write(`Riscontro is open at ${address}\n`)
  if (!desk.welcomeKey) return
  process.stdout.write(
    `This desk is empty. Make its first account here (the link works once):\n  ${address}/welcome?key=${desk.welcomeKey}\n`,
  )
})

server.on('error', async (error) => {
  process.stderr.write(`Cannot serve on ${config.host}:${config.port}: ${error.message}\n`)
  await desk.close()
  process.exit(1)
})

let stopping = false

/** Finishes what is running, closes the database, and ends. Asked again, it goes on stopping. */
function stop(): void {
  if (stopping) return
  stopping = true
  const close = async () => {
    await desk.close()
    process.exit(0)
  }
  server.close(close)
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
  }, PATIENCE_MS).unref()
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop)
