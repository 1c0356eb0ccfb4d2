import { getTableColumns, SQL, sql, type Table } from 'drizzle-orm'

/** A row by its fields' names, as the domain knows it. */
export type Row = Record<string, unknown>

/** The columns of a table that a row speaks of, in the table's order. */
function named(table: Table, row: Row) {
  return Object.entries(getTableColumns(table)).filter(([field]) => field in row)
}

/** `insert` of one row; every value passes its column's encoder. */
export function insertRow(table: Table, row: Row): SQL {
  const columns = named(table, row)
  const names = columns.map(([, column]) => sql.identifier(column.name))
  const values = columns.map(([field, column]) => encoded(row[field], column))
  return sql`insert into ${table} (${sql.join(names, sql`, `)}) values (${sql.join(values, sql`, `)})`
}

/** `insert` of several rows of the same fields. */
export function insertRows(table: Table, rows: readonly Row[]): SQL {
  const columns = named(table, rows[0] ?? {})
  const names = columns.map(([, { name }]) => sql.identifier(name))
  const into = sql`insert into ${table} (${sql.join(names, sql`, `)}) values `
  const chunks: SQL['queryChunks'] = [...into.queryChunks]
  for (const [at, row] of rows.entries()) {
    for (const [i, [field, column]] of columns.entries()) {
      chunks.push(sql.raw(i > 0 ? ', ' : at > 0 ? '), (' : '('))
      chunks.push(sql.param(row[field] ?? null, column))
    }
  }
  chunks.push(sql.raw(')'))
  return new SQL(chunks)
}

/** `update` of the row with this id that still is at `revision`. */
export function updateRow(table: Table, id: string, revision: number, row: Row): SQL {
  const set = named(table, row).map(
    ([field, column]) => sql`${sql.identifier(column.name)} = ${encoded(row[field], column)}`,
  )
  return sql`update ${table} set ${sql.join(set, sql`, `)} where id = ${id} and revision = ${revision}`
}

/** A touch that changes nothing: it fails the plan unless the row still is at `revision`. */
export const guardRow = (table: Table, id: string, revision: number): SQL =>
  updateRow(table, id, revision, { revision })

const encoded = (value: unknown, column: Parameters<typeof sql.param>[1]): SQL =>
  value === null || value === undefined ? sql`null` : sql`${sql.param(value, column)}`

/** Rows of plain values, as they stand after `values`. */
export const valueRows = (rows: (string | number | null)[][]): SQL =>
  sql.join(
    rows.map((row) => {
      const values = row.map((value) => (value === null ? sql`null` : sql`${value}`))
      return sql`(${sql.join(values, sql`, `)})`
    }),
    sql`, `,
  )
