import { and, eq, lt } from 'drizzle-orm'
import type { Connection } from './connection.ts'

/** What a program was answered; `head` are the headers that say something of it. */
export type Answered = { status: number; head: Record<string, string>; body: string }

/** A request that must be done once, by its key. */
export type Request = { token: string; key: string; hash: string; newId: string; at: string }

/** Requests of programs by their keys, and what they were answered. They are no decisions. */
export const requestQueries = ({ db, tables: { requests } }: Connection) => {
  const which = ({ token, key }: Pick<Request, 'token' | 'key'>) =>
    and(eq(requests.token, token), eq(requests.key, key))

  return {
    /**
     * Takes note of a request, unless its key is known.
     * @param forget since when keys are known, ISO 8601
     * @returns it, or the one that the key belongs to, with its answer where it has one
     */
    async begin(request: Request, forget: string) {
      await db.delete(requests).where(lt(requests.at, forget))
      await db.insert(requests).values(request).onConflictDoNothing()
      const [row] = await db.select().from(requests).where(which(request)).limit(1)
      if (!row) return { ...request, answer: null }
      const { status, head, body, ...kept } = row
      const answer: Answered | null =
        status === null ? null : { status, head: JSON.parse(head ?? '{}'), body: body ?? '' }
      return { ...kept, answer }
    },

    async answered(request: Pick<Request, 'token' | 'key'>, answer: Answered): Promise<void> {
      const { status, head, body } = answer
      await db
        .update(requests)
        .set({ status, head: JSON.stringify(head), body })
        .where(which(request))
    },

    /** Nothing came of it: its key is free again. */
    async forget(request: Pick<Request, 'token' | 'key'>): Promise<void> {
      await db.delete(requests).where(which(request))
    },
  }
}
