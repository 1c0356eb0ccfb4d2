import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { PgDialect } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { Refusal } from '../domain/refusal.ts'
import type { Connection, Db } from './connection.ts'
import { postgresIndexing } from './index/postgres.ts'
import { perform } from './perform.ts'
import type { Result, Steps } from './steps.ts'
import { tables } from './tables.postgres.ts'

const migrations = join(import.meta.dirname, '../../migrations/postgres')
const dialect = new PgDialect()

/** Any number, so long as every process of the desk takes the same one. */
const LEDGER_LOCK = 7_266_247
const MIGRATION_LOCK = 7_266_248

// Counts and sequence numbers stay far below 2^53: numbers, as on SQLite.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Connects, and migrates under a lock, so that several processes can start at once. */
export async function openPostgres(address: string): Promise<Connection> {
  const pool = new pg.Pool({ connectionString: address, max: 10 })
  // An idle connection that breaks is replaced by the pool at the next query.
  pool.on('error', () => {})
  const nameOf = statementNames()
  keepStatements(pool, nameOf)
  const first = await pool.connect()
  try {
    await first.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(drizzle(first), { migrationsFolder: migrations })
    await first.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  } finally {
    first.release()
  }

  async function execute(client: pg.PoolClient, query: SQL): Promise<Result> {
    const { sql: text, params } = dialect.sqlToQuery(query)
    const { rows, rowCount } = await client.query({ name: nameOf(text), text, values: params })
    return { rows, count: rowCount ?? 0 }
  }

  async function transact<T>(steps: Steps<T>): Promise<T> {
    const client = await pool.connect()
    let broken = false
    try {
      await client.query('begin')
      let next = steps.next()
      while (!next.done) next = steps.next(await execute(client, next.value))
      await client.query('commit')
      return next.value
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true
      })
      throw refusalOf(error)
    } finally {
      client.release(broken)
    }
  }

  const lock = sql`select pg_advisory_xact_lock(${LEDGER_LOCK})`

  function* underLock<T>(steps: () => Steps<T>): Steps<T> {
    yield lock
    return yield* steps()
  }

  return {
    engine: 'postgres',
    // The other cast: queries are typed by SQLite's builders, and run by PostgreSQL's.
    db: drizzle(pool) as unknown as Db,
    tables,
    indexing: postgresIndexing,
    async atomically(build) {
      return transact(perform(build(), tables, postgresIndexing, lock))
    },
    inTurn: (steps) => transact(underLock(steps)),
    async asOfNow(work) {
      const client = await pool.connect()
      try {
        await client.query('begin isolation level repeatable read read only')
        return await work(async (query) => {
          const { sql: text, params: values } = dialect.sqlToQuery(query)
          return (await client.query<unknown[]>({ text, values, rowMode: 'array' })).rows
        })
      } finally {
        await client.query('rollback').catch(() => undefined)
        client.release()
      }
    },
    copyTo: async () => null,
    // The server checks its pages and its references itself, as they are read and written.
    async faults() {
      await pool.query('select 1')
      return []
    },
    close: () => pool.end(),
  }
}

/** So many statements are kept on each connection, the first ones: the same one with lists of many lengths is many. */
const KEPT = 400

/**
 * A name for each statement, so that a connection reads and plans it but once; none for what comes late. What
 * is found by words is planned anew each time: how, depends on how common these words are.
 */
function statementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known || names.size >= KEPT || text.includes('document_words')) return known
    const name = `s${names.size}`
    names.set(text, name)
    return name
  }
}

/** Has the pool's connections keep what they are asked. */
function keepStatements(pool: pg.Pool, nameOf: (text: string) => string | undefined): void {
  const query = pool.query.bind(pool)
  Object.assign(pool, {
    query: (asked: string | pg.QueryConfig, values: unknown[] = []) => {
      const config = typeof asked === 'string' ? { text: asked } : asked
      return query({ ...config, name: nameOf(config.text) }, values)
    },
  })
}

/** Unique violations, and the two ways in which PostgreSQL gives up one of two that collide. */
const TAKEN = ['23505', '40001', '40P01']
const DISK_FULL = '53100'

/** What PostgreSQL says, as the desk says it. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error
  if (TAKEN.includes(error.code ?? '')) return new Refusal('conflict')
  return error.code === DISK_FULL ? new Refusal('disk_full') : error
}
