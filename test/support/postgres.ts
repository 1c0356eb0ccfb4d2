import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { PostgresAnswer } from './global-setup.ts'

const answer = (await (await fetch(inject('postgresDesk'))).json()) as PostgresAnswer

/** Why there is no PostgreSQL in this run; `undefined` where there is one. */
export const postgresMissing = 'missing' in answer ? answer.missing : undefined

if (postgresMissing && process.env.RISCONTRO_TEST_EVERYTHING) {
  throw new Error(`PostgreSQL must run here, and does not: ${postgresMissing}`)
}

/**
 * The name for a group of tests on PostgreSQL, which says why they are skipped where they are:
 * `describe.skipIf(postgresMissing)(onPostgres('the store'), …)`.
 */
export function onPostgres(what: string): string {
  return postgresMissing
    ? `${what}, on PostgreSQL (there is none: ${postgresMissing})`
    : `${what}, on PostgreSQL`
}

/** A database of a test's own: its URL, and how to drop it, connections and all. */
export type TestDatabase = { url: string; name: string; drop: () => Promise<void> }

/**
 * Makes a database.
 *
 * @param template the name of a database to copy, to which nobody is connected; an empty one without
 */
export async function freshPostgresDatabase(template?: string): Promise<TestDatabase> {
  if (!('url' in answer)) throw new Error(`there is no PostgreSQL: ${postgresMissing}`)
  const name = `riscontro_test_${randomUUID().replaceAll('-', '')}`
  const url = new URL(answer.url)
  url.pathname = `/${name}`
  const from = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : ''
  await maintain(answer.url, `CREATE DATABASE ${name}${from}`)
  return {
    url: url.href,
    name,
    drop: () => maintain(answer.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function maintain(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
