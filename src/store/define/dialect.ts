import type {
  customType,
  index,
  SQLiteIntegerBuilderInitial,
  SQLiteTextBuilderInitial,
  sqliteTable,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

/** What a dialect brings. Types are SQLite's; PostgreSQL's builders stand in for them. */
export type Dialect = {
  table: typeof sqliteTable
  text: (name: string) => SQLiteTextBuilderInitial<string, [string, ...string[]], undefined>
  integer: (name: string) => SQLiteIntegerBuilderInitial<string>
  custom: typeof customType
  index: typeof index
  unique: typeof uniqueIndex
}

/** What every subject of the ledger has. */
export const lifeOf =
  ({ text, integer }: Dialect) =>
  () => ({ id: text('id').primaryKey(), revision: integer('revision').notNull() })

/** The exact words in a text, and where they stand in it. */
export const excerptOf =
  ({ text, integer }: Dialect) =>
  () => ({
    quote: text('quote').notNull(),
    prefix: text('prefix').notNull(),
    suffix: text('suffix').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
  })

/** A list or an object, kept as text. */
export const jsonOf =
  ({ custom }: Dialect) =>
  <T>(name: string) =>
    custom<{ data: T; driverData: string }>({
      dataType: () => 'text',
      toDriver: (value) => JSON.stringify(value),
      fromDriver: (value): T => JSON.parse(value),
    })(name)
