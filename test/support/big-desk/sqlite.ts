import Database from 'better-sqlite3'
import type { Table } from 'drizzle-orm'
import { connect } from '../../../src/store/connect.ts'
import { columnsOf, nameOf, type Rows, type Sink } from './rows.ts'

/** The indexes of all tables, but for those that belong to a primary key: each with what makes it. */
function indexesOf(db: Database.Database): { name: string; sql: string }[] {
  return db
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_schema where type = 'index' and sql is not null`,
    )
    .all()
}

/**
 * A database of better-sqlite3 with the desk's tables, open for nothing but rows.
 * @param indexed `later`: the indexes are made when all rows are there, which is quicker
 */
export async function sqliteSink(path: string, indexed: 'later' | 'at once'): Promise<Sink> {
  await (await connect(path)).close()
  const db = new Database(path)
  // Nobody reads it until it is whole, and it is made anew where it is not.
  for (const off of ['journal_mode', 'synchronous', 'foreign_keys']) db.pragma(`${off} = off`)
  db.pragma('cache_size = -131072')
  const indexes = indexed === 'later' ? indexesOf(db) : []
  for (const { name } of indexes) db.exec(`drop index "${name}"`)
  const inserts = new Map<Table, Database.Statement>()

  function insertInto(table: Table): Database.Statement {
    const columns = columnsOf(table)
    const names = columns.map(({ name }) => `"${name}"`)
    const marks = columns.map(() => '?')
    const made = db.prepare(`insert into "${nameOf(table)}" (${names}) values (${marks})`)
    inserts.set(table, made)
    return made
  }

  const write = db.transaction((batch: Rows[]) => {
    for (const { table, rows } of batch) {
      const insert = inserts.get(table) ?? insertInto(table)
      for (const row of rows) insert.run(row)
    }
  })

  return {
    async write(batch) {
      write(batch)
    },
    async close() {
      for (const { sql } of indexes) db.exec(sql)
      // As a desk is on which people have worked for long: planned by what is there.
      db.exec('analyze')
      db.close()
    },
  }
}
