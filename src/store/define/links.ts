import type { Link } from '../../domain/link.ts'
import type { claimTables } from './claims.ts'
import { type Dialect, lifeOf } from './dialect.ts'

/** How claims stand to one another, and the searches that people come back to. */
export function linkTables(dialect: Dialect, { claims }: ReturnType<typeof claimTables>) {
  const { table, text, index, unique } = dialect
  const life = lifeOf(dialect)

  const links = table(
    'links',
    {
      ...life(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
      relation: text('relation').$type<Link['relation']>().notNull(),
      other: text('other')
        .notNull()
        .references(() => claims.id),
      why: text('why'),
      addedAt: text('added_at').notNull(),
      endedAt: text('ended_at'),
    },
    (t) => [index('links_claim').on(t.claim), index('links_other').on(t.other)],
  )

  // A person's own way through the desk: no decision, so no part of the record.
  const savedSearches = table(
    'saved_searches',
    {
      id: text('id').primaryKey(),
      owner: text('owner').notNull(),
      name: text('name').notNull(),
      // The address's query, as the queue reads it.
      query: text('query').notNull(),
      // When it was shared with the desk; null while it is its owner's alone.
      sharedAt: text('shared_at'),
      // SHA-256 of the secret in its feed's address.
      feed: text('feed'),
      savedAt: text('saved_at').notNull(),
    },
    (t) => [
      index('saved_searches_owner').on(t.owner, t.savedAt),
      unique('saved_searches_feed').on(t.feed),
    ],
  )

  // Until when somebody has seen what a saved search finds, and until when they had before they came to
  // look, as long as they are at it.
  const searchLooks = table(
    'search_looks',
    {
      search: text('search')
        .notNull()
        .references(() => savedSearches.id),
      person: text('person').notNull(),
      seen: text('seen').notNull(),
      before: text('before'),
    },
    (t) => [unique('search_looks_person').on(t.search, t.person)],
  )

  return { links, savedSearches, searchLooks }
}
