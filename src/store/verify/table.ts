import { getTableColumns, sql, type Table } from 'drizzle-orm'
import type { Value } from '../../domain/ledger.ts'
import type { Read } from '../connection.ts'

const BATCH = 1000

/** A table's rows in the order of their ids, taken one by one beside the lives of its subjects. */
export function rowsOf(table: Table, read: Read) {
  const columns = Object.entries(getTableColumns(table))
  const selected = sql.join(
    columns.map(([, column]) => sql`${column}`),
    sql`, `,
  )
  const [rows, place]: [unknown[][], { at: number; last: unknown; isEnd: boolean }] = [
    [],
    { at: 0, last: '', isEnd: false },
  ]
  const idAt = columns.findIndex(([field]) => field === 'id')
  let strangers = 0

  /** The next row that was not taken; null at the end. */
  async function next(): Promise<unknown[] | null> {
    if (place.at === rows.length && !place.isEnd) {
      const batch = await read(sql`select ${selected} from ${table}
        where id > ${place.last} order by id limit ${BATCH}`)
      rows.splice(0, rows.length, ...batch)
      place.at = 0
      place.last = batch.at(-1)?.[idAt]
      place.isEnd = batch.length < BATCH
    }
    return rows[place.at] ?? null
  }

  return {
    /** The row with this id; ids are asked for in their order. */
    async of(id: string): Promise<unknown[] | null> {
      for (let row = await next(); row; row = await next()) {
        const there = String(row[idAt])
        if (there > id) return null
        place.at += 1
        if (there === id) return row
        strangers += 1
      }
      return null
    },
    /** How many rows nobody asked for, once no more will be asked for. */
    async strangers(): Promise<number> {
      return strangers + ((await next()) ? 1 : 0)
    },
    /** The first field in which a row is not the state. */
    differs: (state: Record<string, Value> | null, row: unknown[]): string | null =>
      columns.find(([field], i) => !alike(state?.[field] ?? null, row[i]))?.[0] ?? null,
  }
}

/** Lists are kept as text. */
const alike = (value: Value, kept: unknown): boolean =>
  value === kept || (Array.isArray(value) && JSON.stringify(value) === kept)
