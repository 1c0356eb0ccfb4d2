import type { Drift } from '../../domain/drift.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { articleTables } from './articles.ts'
import type { claimTables } from './claims.ts'
import { type Dialect, lifeOf } from './dialect.ts'

/** Addresses, what was kept of them, and the tasks where they changed. */
export function sourceTables(
  dialect: Dialect,
  { texts }: ReturnType<typeof articleTables>,
  { claims }: ReturnType<typeof claimTables>,
) {
  const { table, text, integer, index, unique } = dialect
  const life = lifeOf(dialect)

  const sources = table(
    'sources',
    {
      ...life(),
      url: text('url').notNull(),
      snapshot: text('snapshot'),
      goneSince: text('gone_since'),
      addedAt: text('added_at').notNull(),
    },
    (t) => [unique('sources_url').on(t.url), index('sources_added').on(t.addedAt, t.id)],
  )

  // How the last visit went; no decision, so no part of the record.
  const sourceVisits = table('source_visits', {
    source: text('source')
      .primaryKey()
      .references(() => sources.id),
    at: text('at').notNull(),
    outcome: text('outcome').$type<'same' | 'changed' | 'gone' | 'failed' | 'barred'>().notNull(),
    // The refusal, as JSON: its code and its values.
    why: text('why'),
    etag: text('etag'),
    lastModified: text('last_modified'),
  })

  const snapshots = table(
    'snapshots',
    {
      ...life(),
      source: text('source').references(() => sources.id),
      way: text('way').$type<Snapshot['way']>().notNull(),
      warc: text('warc').notNull(),
      bytes: text('bytes').notNull(),
      size: integer('size').notNull(),
      text: text('text').references(() => texts.hash),
      title: text('title'),
      language: text('language'),
      mediaType: text('media_type'),
      url: text('url'),
      status: integer('status'),
      takenAt: text('taken_at').notNull(),
    },
    (t) => [
      index('snapshots_source').on(t.source, t.takenAt),
      index('snapshots_bytes').on(t.bytes),
      index('snapshots_warc').on(t.warc),
    ],
  )

  const drifts = table(
    'drifts',
    {
      ...life(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
      about: text('about').notNull(),
      aboutKind: text('about_kind').$type<Drift['aboutKind']>().notNull(),
      source: text('source').references(() => sources.id),
      snapshot: text('snapshot').references(() => snapshots.id),
      version: text('version'),
      status: text('status').$type<Drift['status']>().notNull(),
      outcome: text('outcome').$type<Drift['outcome']>(),
      openedAt: text('opened_at').notNull(),
      settledAt: text('settled_at'),
    },
    (t) => [
      index('drifts_claim').on(t.claim),
      index('drifts_about').on(t.about),
      index('drifts_open').on(t.settledAt, t.openedAt, t.id),
    ],
  )

  return { sources, sourceVisits, snapshots, drifts }
}
