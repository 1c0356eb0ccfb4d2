import type { Table } from 'drizzle-orm'
import pg from 'pg'
import { connect } from '../../../src/store/connect.ts'
import { columnsOf, nameOf, type Sink } from './rows.ts'

/** An `insert` that takes each column as one list. */
function insertInto(table: Table): string {
  const columns = columnsOf(table)
  const names = columns.map(({ name }) => pg.escapeIdentifier(name))
  const lists = columns.map(({ isNumber }, at) => `$${at + 1}::${isNumber ? 'bigint' : 'text'}[]`)
  return `insert into ${pg.escapeIdentifier(nameOf(table))} (${names}) select * from unnest(${lists})`
}

/**
 * The same on PostgreSQL, as somebody who may leave references unchecked while rows come in.
 * @param address of an empty database, `postgres://…`
 */
export async function postgresSink(address: string): Promise<Sink> {
  await (await connect(address)).close()
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  await client.query('set session_replication_role = replica')
  await client.query('set synchronous_commit = off')
  return {
    async write(batch) {
      await client.query('begin')
      for (const { table, rows } of batch) {
        const lists = columnsOf(table).map((_, at) => rows.map((row) => row[at] ?? null))
        await client.query(insertInto(table), lists)
      }
      await client.query('commit')
    },
    async close() {
      // As the server does by itself after a while.
      await client.query('analyze')
      await client.end()
    },
  }
}
