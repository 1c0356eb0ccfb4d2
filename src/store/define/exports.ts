import type { Dialect } from './dialect.ts'

/** Up to where somebody has what they export: their own way, no decision, so no part of the record. */
export function exportTables(dialect: Dialect) {
  const { table, text, index, unique } = dialect

  const exportMarks = table(
    'export_marks',
    {
      person: text('person').notNull(),
      // The filters, as an address has them.
      query: text('query').notNull(),
      // The place in the ledger, as an export names it.
      cursor: text('cursor').notNull(),
      at: text('at').notNull(),
    },
    (t) => [
      unique('export_marks_query').on(t.person, t.query),
      index('export_marks_at').on(t.person, t.at),
    ],
  )

  return { exportMarks }
}
