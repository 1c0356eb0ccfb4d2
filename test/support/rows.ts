import Database from 'better-sqlite3'
import pg from 'pg'

/** Every row of every table of a database, as text: whoever looks for a word passes over none. */
export async function everyRow(address: string): Promise<{ table: string; row: string }[]> {
  return address.startsWith('postgres:') ? onServer(address) : inFile(address)
}

function inFile(path: string) {
  const db = new Database(path, { readonly: true })
  try {
    const tables = db.prepare(`select name from sqlite_master where type = 'table'`).pluck().all()
    return tables.flatMap((table) =>
      db
        .prepare(`select * from "${table}"`)
        .all()
        .map((row) => ({ table: String(table), row: JSON.stringify(row) })),
    )
  } finally {
    db.close()
  }
}

async function onServer(address: string) {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    const found = await client.query(
      `select schemaname, tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const rows: { table: string; row: string }[] = []
    for (const { schemaname, tablename } of found.rows) {
      const all = await client.query(`select * from "${schemaname}"."${tablename}"`)
      rows.push(...all.rows.map((row) => ({ table: tablename, row: JSON.stringify(row) })))
    }
    return rows
  } finally {
    await client.end()
  }
}
