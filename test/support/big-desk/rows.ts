import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import type { Change, Entry } from '../../../src/domain/ledger.ts'
import type { Tables } from '../../../src/store/define.ts'
import { tableOf } from '../../../src/store/save.ts'
import { sealOf } from '../../../src/store/verify/sealed.ts'
import { derivedOf } from './derived.ts'
import type { Happening } from './world.ts'

type Value = string | number | null

/** Rows of one table, as its columns stand, their values as an engine takes them. */
export type Rows = { table: Table; rows: Value[][] }

/** What takes rows in. */
export type Sink = { write: (batch: Rows[]) => Promise<void>; close: () => Promise<void> }

/** What of a table an insert names. */
export const columnsOf = (table: Table) =>
  Object.values(getTableColumns(table)).map(({ name, dataType }) => ({
    name,
    isNumber: dataType === 'number',
  }))

const encoded = (value: unknown): Value =>
  typeof value === 'string' || typeof value === 'number'
    ? value
    : (value ?? null) === null
      ? null
      : JSON.stringify(value)

/** A change as canonical JSON: its fields in their order. */
const canonical = ({ change }: Entry): string =>
  `{${Object.keys(change)
    .sort()
    .map((field) => `"${field}":${JSON.stringify(change[field])}`)
    .join()}}`

type State = { change: Change; hash: string }

/**
 * Makes rows of what happens: entries sealed as the desk seals them, and each subject as it is in the
 * end. What is still going on is held until it is settled.
 */
export function rowsFor(tables: Tables) {
  const table = tableOf(tables)
  const batch = new Map<Table, Rows>()
  const fields = new Map<Table, string[]>()
  const lives = new Map<string, State>()
  let [seq, made] = [0, 0]

  function put(into: Table, row: Record<string, unknown>): void {
    const names = fields.get(into) ?? Object.keys(getTableColumns(into))
    fields.set(into, names)
    const rows = batch.get(into) ?? { table: into, rows: [] }
    batch.set(into, rows)
    rows.rows.push(names.map((name) => encoded(row[name])))
    made += 1
  }

  function entered(change: Change): void {
    const { entry, after } = change
    seq += 1
    const previous = lives.get(after.id)?.hash ?? null
    const text = canonical(entry)
    const hash = sealOf({ ...entry, seq, previous }, text)
    put(tables.ledger, { ...entry, change: text, seq, previous, hash })
    lives.set(after.id, { change, hash })
  }

  return {
    /** How many entries there are. */
    entries: () => seq,
    /** How many rows were made since they were last taken. */
    size: () => made,
    put,
    happens({ changes, texts = [], told = [] }: Happening): void {
      for (const text of texts) put(tables.texts, text)
      for (const change of changes) {
        entered(change)
        const { subject, revision } = change.entry
        const one = told.find((it) => it.verdict === subject && it.revision === revision)
        if (one) put(tables.publications, { ...one, seq })
      }
    },
    /** Nothing more happens to these subjects. */
    settle(subjects: Iterable<string>): void {
      for (const id of subjects) {
        const life = lives.get(id)
        if (!life) continue
        const { kind, after } = life.change
        put(table[kind], after)
        for (const [into, row] of derivedOf(tables, kind, after)) put(into, row)
        lives.delete(id)
      }
    },
    /** The rows that were made since they were last taken. */
    take(): { rows: Rows[]; count: number } {
      const taken = { rows: [...batch.values()], count: made }
      batch.clear()
      made = 0
      return taken
    },
  }
}

export const nameOf = (table: Table): string => getTableName(table)
