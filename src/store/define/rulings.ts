import { type Dialect, jsonOf } from './dialect.ts'

/** How others rated what was said, as it was received: no decisions of the desk, so no part of the record. */
export function rulingTables(dialect: Dialect) {
  const { table, text, index, unique } = dialect
  const json = jsonOf(dialect)

  const rulings = table(
    'rulings',
    {
      id: text('id').primaryKey(),
      key: text('key').notNull(),
      publisher: text('publisher').notNull(),
      publisherName: text('publisher_name'),
      url: text('url'),
      title: text('title'),
      statement: text('statement').notNull(),
      language: text('language').notNull(),
      claimant: text('claimant'),
      claimantRole: text('claimant_role'),
      claimedOn: text('claimed_on'),
      reviewedOn: text('reviewed_on'),
      label: text('label').notNull(),
      labelKey: text('label_key').notNull(),
      appearances: json<string[]>('appearances').notNull(),
      links: json<string[]>('links').notNull(),
      original: text('original').notNull(),
      hash: text('hash').notNull(),
      import: text('import').notNull(),
      addedAt: text('added_at').notNull(),
      changedAt: text('changed_at'),
    },
    (t) => [
      unique('rulings_key').on(t.publisher, t.key),
      index('rulings_publisher').on(t.publisher, t.labelKey),
      index('rulings_import').on(t.import, t.id),
    ],
  )

  return { rulings }
}
