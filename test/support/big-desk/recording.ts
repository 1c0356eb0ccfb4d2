import Database from 'better-sqlite3'

/** A query as it was asked, and with what. */
export type Asked = { sql: string; params: unknown[] }

/**
 * Writes down every query that is asked of any database of this process while something goes on.
 * @returns the queries, in their order; what is written is not among them
 */
export async function queriesOf(work: () => Promise<unknown>): Promise<Asked[]> {
  const some = new Database(':memory:')
  const statement: Database.Statement = Object.getPrototypeOf(some.prepare('select 1'))
  some.close()
  const asked: Asked[] = []
  const { all, get } = statement
  const noted = (original: (...params: unknown[]) => unknown) =>
    function note(this: Database.Statement, ...params: unknown[]) {
      asked.push({ sql: this.source, params })
      return original.apply(this, params)
    }
  Object.assign(statement, { all: noted(all), get: noted(get) })
  try {
    await work()
  } finally {
    Object.assign(statement, { all, get })
  }
  return asked
}

/** Asks the same again, by statements that are prepared already, on a connection of its own. */
export function askedAgain(path: string, queries: Asked[]): () => void {
  const db = new Database(path, { readonly: true })
  const prepared = queries.map(({ sql, params }) => ({ statement: db.prepare(sql).raw(), params }))
  return () => {
    for (const { statement, params } of prepared) statement.all(...params)
  }
}
