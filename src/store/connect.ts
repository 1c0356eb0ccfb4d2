import type { Connection } from './connection.ts'
import { openPostgres } from './connection-postgres.ts'
import { openSqlite } from './connection-sqlite.ts'
import { facetUpkeep } from './facets/checking.ts'

/** @param address a path, `:memory:`, or `postgres://…` */
export async function connect(address: string): Promise<Connection> {
  const isServer = /^postgres(ql)?:\/\//.test(address)
  const connection = await (isServer ? openPostgres : openSqlite)(address)
  await facetUpkeep(connection).fill()
  return connection
}
