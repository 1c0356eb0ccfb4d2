import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { Refusal } from '../domain/refusal.ts'
import type { Connection, Read } from './connection.ts'
import { sqliteIndexing } from './index/sqlite.ts'
import { perform } from './perform.ts'
import type { Result, Steps } from './steps.ts'
import { tables } from './tables.sqlite.ts'

const migrations = join(import.meta.dirname, '../../migrations/sqlite')
const dialect = new SQLiteSyncDialect()

/** Opens the database file, making it and its folder on the way, and migrates it. */
export async function openSqlite(path: string): Promise<Connection> {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const client = new Database(path)
  client.pragma('busy_timeout = 5000')
  client.pragma('journal_mode = WAL')
  // Every commit is on the disk before it is answered.
  client.pragma('synchronous = FULL')
  client.pragma('foreign_keys = ON')
  client.pragma('wal_autocheckpoint = 8000')
  // Whoever has it count what there is waits for so many rows of each index, not for all.
  client.pragma('analysis_limit = 1000')
  // What is erased leaves no trace in the file, either.
  client.pragma('secure_delete = ON')
  const prepare = client.prepare.bind(client)
  keepStatements(client)
  const db = drizzle(client)
  migrate(db, { migrationsFolder: migrations })

  // Of its own: what drizzle asks with comes as rows without names.
  const prepared = new Map<string, Database.Statement>()
  function execute(query: SQL): Result {
    const { sql, params } = dialect.sqlToQuery(query)
    const statement = prepared.get(sql) ?? prepare(sql)
    prepared.set(sql, statement)
    if (!statement.reader) return { rows: [], count: statement.run(...params).changes }
    const rows = statement.all(...params).filter(isRow)
    return { rows, count: rows.length }
  }

  function atomic<T>(steps: Steps<T>): T {
    const whole = client.transaction(() => {
      let next = steps.next()
      while (!next.done) next = steps.next(execute(next.value))
      return next.value
    })
    try {
      return whole.immediate()
    } catch (error) {
      throw refusalOf(error)
    }
  }

  return {
    engine: 'sqlite',
    db,
    tables,
    indexing: sqliteIndexing,
    async atomically(build) {
      return atomic(perform(build(), tables, sqliteIndexing, null))
    },
    async inTurn(steps) {
      return atomic(steps())
    },
    async asOfNow(work) {
      const own = path === ':memory:' ? client : new Database(path, { readonly: true })
      const read = reader(own)
      try {
        // A transaction of a connection's own: this one's is for what is written.
        if (own !== client) own.exec('begin')
        return await work(read)
      } finally {
        if (own !== client) own.close()
      }
    },
    async faults() {
      return faultsIn(client)
    },
    async copyTo(file, progress) {
      const own = path === ':memory:' ? client : new Database(path, { readonly: true })
      try {
        // What others write meanwhile does not begin the copy anew: it is of this moment.
        if (own !== client) own.exec('begin; select 1 from sqlite_schema')
        await own.backup(file, {
          progress({ totalPages, remainingPages }) {
            progress(totalPages - remainingPages, totalPages)
            return PAGES
          },
        })
      } finally {
        if (own !== client) own.close()
      }
      return faultsOf(file)
    },
    async close() {
      client.close()
    },
  }
}

/** So many pages are copied at a time. */
const PAGES = 2000

function faultsIn(client: Database.Database): string[] {
  const broken = rowsOf(client.pragma('integrity_check')).map((row) => `${row.integrity_check}`)
  const strays = rowsOf(client.pragma('foreign_key_check'))
  const lost = strays.map(({ table, rowid, parent }) => `${table} ${rowid}: no such ${parent}`)
  return [...broken.filter((line) => line !== 'ok'), ...lost]
}

/** What is wrong with a file that nobody else has opened; afterwards it is one file again. */
function faultsOf(file: string): string[] {
  const copy = new Database(file)
  try {
    copy.pragma('journal_mode = DELETE')
    return faultsIn(copy)
  } finally {
    copy.close()
  }
}

/** More than there are queries; the same one with lists of many lengths is as many statements. */
const KEPT = 400

/** Has a connection compile what it is asked again and again but once: those that were used last are kept. */
function keepStatements(client: Database.Database): void {
  const prepare = client.prepare.bind(client)
  const kept = new Map<string, Database.Statement>()
  Object.assign(client, {
    prepare(sql: string): Database.Statement {
      const statement = kept.get(sql) ?? prepare(sql)
      kept.delete(sql)
      kept.set(sql, statement)
      const [oldest] = kept.keys()
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
      // As it was before anybody asked for rows without names.
      return statement.reader ? statement.raw(false) : statement
    },
  })
}

/** Asks a connection for rows, each statement prepared once. */
function reader(client: Database.Database): Read {
  const prepared = new Map<string, Database.Statement<unknown[], unknown[]>>()
  return async (query) => {
    const { sql, params } = dialect.sqlToQuery(query)
    const statement = prepared.get(sql) ?? client.prepare<unknown[], unknown[]>(sql).raw()
    prepared.set(sql, statement)
    return statement.all(...params)
  }
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const rowsOf = (value: unknown) => (Array.isArray(value) ? value.filter(isRow) : [])

/** What SQLite says, as the desk says it. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  if (/CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(error.code)) return new Refusal('conflict')
  return error.code === 'SQLITE_FULL' ? new Refusal('disk_full') : error
}
