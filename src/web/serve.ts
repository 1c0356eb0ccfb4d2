import { serve } from '@hono/node-server'
import type { Logger } from 'pino'
import type { Desk } from '../desk/open.ts'
import { createApp } from './app.ts'
import type { Setting } from './env.ts'

/** How long running requests get to finish once the desk is told to stop. */
const PATIENCE_MS = 10_000

/** Where to serve. */
export type Place = Setting & { port: number; host: string }

/**
 * Serves a desk until the process is told to stop; then finishes what is running, closes the desk,
 * and ends the process.
 * @param opened told the address, once it answers
 * @param ended what is left to do when the desk is closed
 */
export function serveDesk(
  desk: Desk,
  place: Place,
  log: Logger,
  opened: (address: string) => void,
  ended: () => Promise<void> = async () => {},
): void {
  const { port, host } = place
  const app = createApp(desk, place, log)

  async function end(code: number): Promise<void> {
    await desk.close()
    await ended()
    process.exit(code)
  }

  const server = serve({ fetch: app.fetch, port, hostname: host }, ({ port }) => {
    const name = host === '127.0.0.1' ? 'localhost' : host
    opened(place.origin ?? `http://${name.includes(':') ? `[${name}]` : name}:${port}`)
    desk.heavy.warmUp().catch((error) => log.warn(error, 'the search is not ready yet'))
  })
  server.on('error', async (error) => {
    process.stderr.write(`Cannot serve on ${host}:${port}: ${error.message}\n`)
    await end(1)
  })

  let stopping = false
  /** Asked again, it goes on stopping. */
  function stop(): void {
    if (stopping) return
    stopping = true
    server.close(() => end(0))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections()
    }, PATIENCE_MS).unref()
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop)
}
