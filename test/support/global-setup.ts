import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { type Postgres, startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Asked by the first test that needs PostgreSQL; answers with a `PostgresAnswer` as JSON. */
    postgresDesk: string
  }
}

/** Either where the run's PostgreSQL listens, or why there is none. */
export type PostgresAnswer = { url: string } | { missing: string }

/**
 * Once for each run. PostgreSQL is started for the whole run, but only when a test first asks for
 * it, so that running one domain test costs nothing.
 */
export default async function setup(project: TestProject) {
  let postgres: Promise<Postgres | { missing: string }> | undefined

  const server = createServer(async (_request, response) => {
    postgres ??= startPostgres()
    const found = await postgres
    const answer: PostgresAnswer = 'url' in found ? { url: found.url } : found
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  project.provide('postgresDesk', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)

  return async () => {
    server.closeAllConnections()
    server.close()
    const found = await postgres
    if (found && 'stop' in found) await found.stop()
  }
}
