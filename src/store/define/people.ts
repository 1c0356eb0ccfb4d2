import type { Role } from '../../domain/member.ts'
import type { Invitation } from '../../domain/person.ts'
import { type Dialect, lifeOf } from './dialect.ts'

/** Who works here: roles apart from names, and what lets them in. */
export function peopleTables(dialect: Dialect) {
  const { table, text, integer, index } = dialect
  const life = lifeOf(dialect)

  const people = table('people', {
    ...life(),
    role: text('role').$type<Role>().notNull(),
    admin: integer('admin').notNull(),
    deactivatedAt: text('deactivated_at'),
    erasedAt: text('erased_at'),
    joinedAt: text('joined_at').notNull(),
  })

  // What names a person, and nothing else does: it can be erased without touching the ledger.
  const identities = table('identities', {
    person: text('person')
      .primaryKey()
      .references(() => people.id),
    name: text('name').notNull(),
    email: text('email').notNull().unique('identities_email'),
    passwordHash: text('password_hash').notNull(),
  })

  const invitations = table('invitations', {
    ...life(),
    role: text('role').$type<Role>().notNull(),
    admin: integer('admin').notNull(),
    tokenHash: text('token_hash').notNull().unique('invitations_token'),
    status: text('status').$type<Invitation['status']>().notNull(),
    expiresAt: text('expires_at').notNull(),
    person: text('person'),
  })

  const sessions = table(
    'sessions',
    {
      id: text('id').primaryKey(),
      tokenHash: text('token_hash').notNull().unique('sessions_token'),
      person: text('person')
        .notNull()
        .references(() => people.id),
      agent: text('agent'),
      startedAt: text('started_at').notNull(),
      seenAt: text('seen_at').notNull(),
      expiresAt: text('expires_at').notNull(),
    },
    (t) => [index('sessions_person').on(t.person)],
  )

  const attempts = table('attempts', {
    key: text('key').primaryKey(),
    failures: integer('failures').notNull(),
    lastAt: text('last_at').notNull(),
  })

  const passwordLinks = table('password_links', {
    person: text('person')
      .primaryKey()
      .references(() => people.id),
    tokenHash: text('token_hash').notNull().unique('password_links_token'),
    expiresAt: text('expires_at').notNull(),
  })

  return { people, identities, invitations, sessions, attempts, passwordLinks }
}
