import type { Connection } from './connection.ts'
import { openPostgres } from './connection-postgres.ts'
import { openSqlite } from './connection-sqlite.ts'

/** @param address a path, `:memory:`, or `postgres://…` */
export const connect = (address: string): Promise<Connection> =>
  /^postgres(ql)?:\/\//.test(address) ? openPostgres(address) : openSqlite(address)
