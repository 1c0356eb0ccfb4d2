import type { Scope } from '../../domain/token.ts'
import { type Dialect, jsonOf, lifeOf } from './dialect.ts'

/** What lets programs in, and what they asked for that must be done once. */
export function tokenTables(dialect: Dialect) {
  const { table, text, integer, index, unique } = dialect
  const life = lifeOf(dialect)
  const json = jsonOf(dialect)

  const tokens = table(
    'tokens',
    {
      ...life(),
      person: text('person').notNull(),
      scopes: json<Scope[]>('scopes').notNull(),
      tokenHash: text('token_hash').notNull().unique('tokens_hash'),
      expiresAt: text('expires_at').notNull(),
      revokedAt: text('revoked_at'),
    },
    (t) => [index('tokens_person').on(t.person)],
  )

  // What no entry holds: what its person calls it, and when it was last used.
  const tokenNotes = table('token_notes', {
    token: text('token')
      .primaryKey()
      .references(() => tokens.id),
    name: text('name').notNull(),
    madeAt: text('made_at').notNull(),
    usedAt: text('used_at'),
  })

  // Requests of programs by their keys, for a day: one that comes again is answered as it was.
  const requests = table(
    'requests',
    {
      token: text('token')
        .notNull()
        .references(() => tokens.id),
      key: text('key').notNull(),
      // SHA-256 of what was asked.
      hash: text('hash').notNull(),
      // The id of what it makes: asked again after a crash, it makes the same.
      newId: text('new_id').notNull(),
      at: text('at').notNull(),
      // The answer; null while there is none.
      status: integer('status'),
      head: text('head'),
      body: text('body'),
    },
    (t) => [unique('requests_key').on(t.token, t.key), index('requests_at').on(t.at)],
  )

  return { tokens, tokenNotes, requests }
}
