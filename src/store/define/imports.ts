import type { Import, ImportProgress, LabelMet, RefusedCode } from '../../domain/import.ts'
import type { Label } from '../../domain/label.ts'
import { type Dialect, jsonOf, lifeOf } from './dialect.ts'

/** What is brought in of others: each import, how far it is, what it refused, and what labels amount to. */
export function importTables(dialect: Dialect) {
  const { table, text, integer, index, unique } = dialect
  const life = lifeOf(dialect)

  const imports = table(
    'imports',
    {
      ...life(),
      name: text('name').notNull(),
      url: text('url'),
      format: text('format').$type<Import['format']>().notNull(),
      sha256: text('sha256').notNull(),
      size: integer('size').notNull(),
      publisher: text('publisher'),
      head: text('head'),
      mapping: text('mapping'),
      status: text('status').$type<Import['status']>().notNull(),
      why: text('why'),
      added: integer('added'),
      changed: integer('changed'),
      same: integer('same'),
      refused: integer('refused'),
      receivedAt: text('received_at').notNull(),
      startedAt: text('started_at'),
      endedAt: text('ended_at'),
    },
    (t) => [
      index('imports_received').on(t.receivedAt, t.id),
      index('imports_source').on(t.sha256),
      index('imports_head').on(t.head, t.receivedAt),
    ],
  )

  // How far it is: written with each batch of what is brought in, so that whatever ends it, both agree.
  const importProgress = table('import_progress', {
    import: text('import')
      .primaryKey()
      .references(() => imports.id),
    phase: text('phase').$type<ImportProgress['phase']>().notNull(),
    done: integer('done').notNull(),
    read: integer('read').notNull(),
    added: integer('added').notNull(),
    changed: integer('changed').notNull(),
    same: integer('same').notNull(),
    refused: integer('refused').notNull(),
    // The labels that were met in it, and how often: of a dry run alone.
    labels: jsonOf(dialect)<LabelMet[]>('labels').notNull(),
    at: text('at').notNull(),
  })

  const importRefusals = table(
    'import_refusals',
    {
      import: text('import')
        .notNull()
        .references(() => imports.id),
      number: integer('number').notNull(),
      line: integer('line').notNull(),
      code: text('code').$type<RefusedCode>().notNull(),
      field: text('field'),
      excerpt: text('excerpt').notNull(),
      kept: integer('kept').notNull(),
    },
    (t) => [unique('import_refusals_number').on(t.import, t.number)],
  )

  // The pages of a sitemap: each is kept, or it is said why it is not.
  const importPages = table(
    'import_pages',
    {
      import: text('import')
        .notNull()
        .references(() => imports.id),
      number: integer('number').notNull(),
      url: text('url').notNull(),
      sha256: text('sha256'),
      contentType: text('content_type'),
      why: text('why'),
    },
    (t) => [
      unique('import_pages_number').on(t.import, t.number),
      index('import_pages_kept').on(t.sha256),
    ],
  )

  const labels = table(
    'labels',
    {
      ...life(),
      publisher: text('publisher').notNull(),
      labelKey: text('label_key').notNull(),
      label: text('label').notNull(),
      meaning: text('meaning').$type<Label['meaning']>().notNull(),
      rating: text('rating'),
    },
    (t) => [unique('labels_of').on(t.publisher, t.labelKey)],
  )

  // How many rulings of each publisher have each label: counted with them, so that nobody has to count.
  const publisherLabels = table(
    'publisher_labels',
    {
      publisher: text('publisher').notNull(),
      labelKey: text('label_key').notNull(),
      label: text('label').notNull(),
      name: text('name'),
      language: text('language').notNull(),
      rulings: integer('rulings').notNull(),
    },
    (t) => [unique('publisher_labels_of').on(t.publisher, t.labelKey)],
  )

  return { imports, importProgress, importRefusals, importPages, labels, publisherLabels }
}
