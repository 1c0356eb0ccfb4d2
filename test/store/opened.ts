import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../src/store/connect.ts'
import type { Connection } from '../../src/store/connection.ts'
import { type Store, storeOn } from '../../src/store/store.ts'
import { freshPostgresDatabase } from '../support/postgres.ts'

/** An empty store of a test's own, and how to be done with it. */
export type Opened = {
  connection: Connection
  store: Store
  address: string
  end: () => Promise<void>
}

export async function onSqlite(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-store-'))
  const address = join(folder, 'deep', 'desk.db')
  const connection = await connect(address)
  const end = async () => {
    await connection.close()
    rmSync(folder, { recursive: true })
  }
  return { connection, store: storeOn(connection), address, end }
}

export async function onServer(): Promise<Opened> {
  const { url, drop } = await freshPostgresDatabase()
  const connection = await connect(url)
  const end = async () => {
    await connection.close()
    await drop()
  }
  return { connection, store: storeOn(connection), address: url, end }
}
