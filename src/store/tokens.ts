import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { NotedToken, Token } from '../domain/token.ts'
import type { Connection } from './connection.ts'
import { prepared } from './prepared.ts'

export const tokenQueries = ({ db, tables }: Connection) => {
  const { tokens, tokenNotes: notes, people, identities } = tables

  const holder = prepared(() =>
    db
      .select({ token: tokens, usedAt: notes.usedAt, person: people, name: identities.name })
      .from(tokens)
      .innerJoin(notes, eq(notes.token, tokens.id))
      .innerJoin(people, eq(people.id, tokens.person))
      .innerJoin(identities, eq(identities.person, people.id))
      .where(
        and(
          eq(tokens.tokenHash, sql.placeholder('tokenHash')),
          gt(tokens.expiresAt, sql.placeholder('now')),
          isNull(tokens.revokedAt),
          isNull(people.deactivatedAt),
        ),
      )
      .limit(1),
  )
  const live = (person: string, now: string) =>
    and(eq(tokens.person, person), isNull(tokens.revokedAt), gt(tokens.expiresAt, now))

  return {
    async find(id: string): Promise<Token | null> {
      const [row] = await db.select().from(tokens).where(eq(tokens.id, id)).limit(1)
      return row ?? null
    },

    /** Whom a token lets in, while it lasts and they are active. */
    async holder(tokenHash: string, now: string) {
      const [row] = await holder({ tokenHash, now })
      return row ?? null
    },

    /** Somebody's tokens that are in use, the newest first. */
    async of(person: string, now: string): Promise<NotedToken[]> {
      return await db
        .select({ token: tokens, name: notes.name, madeAt: notes.madeAt, usedAt: notes.usedAt })
        .from(tokens)
        .innerJoin(notes, eq(notes.token, tokens.id))
        .where(live(person, now))
        .orderBy(desc(notes.madeAt), desc(tokens.id))
    },

    async used(token: string, at: string): Promise<void> {
      await db.update(notes).set({ usedAt: at }).where(eq(notes.token, token))
    },
  }
}
