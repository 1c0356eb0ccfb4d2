import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  like,
  lt,
  lte,
  max,
  ne,
  or,
  sql,
} from 'drizzle-orm'
import type { Identity, Invitation, Person } from '../domain/person.ts'
import { publicStatuses } from '../domain/status.ts'
import type { Connection } from './connection.ts'
import { prepared, preparedFor } from './prepared.ts'

export type Session = {
  id: string
  tokenHash: string
  person: string
  agent: string | null
  startedAt: string
  seenAt: string
  expiresAt: string
}

export const peopleQueries = ({ db, tables }: Connection) => {
  const { people, identities, invitations, sessions, attempts, verdicts, ledger } = tables

  const everybody = prepared(() =>
    db
      .select({ person: people, name: identities.name, email: identities.email })
      .from(people)
      .innerJoin(identities, eq(identities.person, people.id))
      .orderBy(asc(people.joinedAt), asc(people.id)),
  )
  const named = preparedFor((ids) =>
    db
      .select({ person: identities.person, name: identities.name })
      .from(identities)
      .where(inArray(identities.person, ids)),
  )
  const signedIn = prepared(() =>
    db
      .select({
        session: sessions.id,
        seenAt: sessions.seenAt,
        person: people,
        name: identities.name,
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.person))
      .innerJoin(identities, eq(identities.person, people.id))
      .where(
        and(
          eq(sessions.tokenHash, sql.placeholder('tokenHash')),
          gt(sessions.expiresAt, sql.placeholder('now')),
          isNull(people.deactivatedAt),
        ),
      )
      .limit(1),
  )

  return {
    async any(): Promise<boolean> {
      const rows = await db.select({ id: people.id }).from(people).limit(1)
      return rows.length > 0
    },

    async find(id: string): Promise<Person | null> {
      const [row] = await db.select().from(people).where(eq(people.id, id)).limit(1)
      return row ?? null
    },

    async list(): Promise<{ person: Person; name: string; email: string }[]> {
      return await everybody()
    },

    async identity(person: string): Promise<Identity | null> {
      const [row] = await db.select().from(identities).where(eq(identities.person, person)).limit(1)
      return row ?? null
    },

    async identityByEmail(email: string): Promise<Identity | null> {
      const [row] = await db.select().from(identities).where(eq(identities.email, email)).limit(1)
      return row ?? null
    },

    /** The names by which people are known, by id. */
    async names(ids: string[]): Promise<Record<string, string>> {
      const rows = await named(ids)
      return Object.fromEntries(rows.map(({ person, name }) => [person, name]))
    },

    /** The claims whose public verdicts name a person as author or reader, the newest first. */
    async toldUnder(id: string): Promise<string[]> {
      const named = or(eq(verdicts.author, id), eq(verdicts.reviewer, id))
      const rows = await db
        .select({ claim: verdicts.claim })
        .from(ledger)
        .innerJoin(verdicts, eq(verdicts.id, ledger.subject))
        .where(
          and(
            eq(ledger.actor, id),
            eq(ledger.kind, 'verdict'),
            inArray(ledger.verb, ['propose', 'publish']),
            inArray(verdicts.status, [...publicStatuses]),
            named,
          ),
        )
        .groupBy(verdicts.claim)
        .orderBy(desc(max(ledger.seq)))
      return rows.map(({ claim }) => claim)
    },

    /** Another active admin besides this one. */
    async otherAdmin(id: string): Promise<Person | null> {
      const [row] = await db
        .select()
        .from(people)
        .where(and(eq(people.admin, 1), isNull(people.deactivatedAt), ne(people.id, id)))
        .limit(1)
      return row ?? null
    },

    async invitation(id: string): Promise<Invitation | null> {
      const [row] = await db.select().from(invitations).where(eq(invitations.id, id)).limit(1)
      return row ?? null
    },

    async invitationByToken(tokenHash: string): Promise<Invitation | null> {
      const [row] = await db
        .select()
        .from(invitations)
        .where(eq(invitations.tokenHash, tokenHash))
        .limit(1)
      return row ?? null
    },

    async openInvitations(now: string): Promise<Invitation[]> {
      return await db
        .select()
        .from(invitations)
        .where(and(eq(invitations.status, 'open'), gt(invitations.expiresAt, now)))
        .orderBy(asc(invitations.expiresAt))
        .limit(200)
    },

    /** Who a session's token stands for, while it lasts and they are active. */
    async bySession(tokenHash: string, now: string) {
      const [row] = await signedIn({ tokenHash, now })
      return row ?? null
    },

    async seen(session: string, at: string): Promise<void> {
      await db.update(sessions).set({ seenAt: at }).where(eq(sessions.id, session))
    },

    async sessions(person: string, now: string): Promise<Session[]> {
      return await db
        .select()
        .from(sessions)
        .where(and(eq(sessions.person, person), gt(sessions.expiresAt, now)))
        .orderBy(asc(sessions.startedAt))
    },

    async startSession(session: Session): Promise<void> {
      await db.delete(sessions).where(sql`${sessions.expiresAt} < ${session.startedAt}`)
      await db.insert(sessions).values(session)
    },

    /** Ends one session of a person, or all of them but `except`. */
    async endSessions(person: string, which: { id: string } | { except: string | null }) {
      const chosen =
        'id' in which
          ? eq(sessions.id, which.id)
          : which.except
            ? ne(sessions.id, which.except)
            : undefined
      await db.delete(sessions).where(and(eq(sessions.person, person), chosen))
    },

    async setPassword(person: string, passwordHash: string): Promise<void> {
      await db.update(identities).set({ passwordHash }).where(eq(identities.person, person))
    },

    async attempts(key: string) {
      const [row] = await db.select().from(attempts).where(eq(attempts.key, key)).limit(1)
      return row ?? null
    },

    /**
     * Counts one more attempt, unless `limit` of them are counted: asking and counting are one
     * statement, so that many at once do not slip through. What is no newer than `forget` is forgotten
     * of the same kind, which is the first word of the key.
     * @returns whether it was counted
     */
    async attempt(key: string, limit: number, at: string, forget: string): Promise<boolean> {
      const kind = `${key.split(' ', 1)} %`
      await db.delete(attempts).where(and(lte(attempts.lastAt, forget), like(attempts.key, kind)))
      const counted = await db
        .insert(attempts)
        .values({ key, failures: 1, lastAt: at })
        .onConflictDoUpdate({
          target: attempts.key,
          set: { failures: sql`${attempts.failures} + 1`, lastAt: at },
          setWhere: lt(attempts.failures, limit),
        })
        .returning({ key: attempts.key })
      return counted.length > 0
    },

    /** Takes one failure back: it was none. */
    async uncount(key: string): Promise<void> {
      const failures = sql`${attempts.failures} - 1`
      await db.update(attempts).set({ failures }).where(eq(attempts.key, key))
    },

    async forgive(key: string): Promise<void> {
      await db.delete(attempts).where(eq(attempts.key, key))
    },
  }
}
