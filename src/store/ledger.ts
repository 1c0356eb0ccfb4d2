import { and, asc, desc, eq, gt } from 'drizzle-orm'
import type { Kind, SealedEntry } from '../domain/ledger.ts'
import type { Connection } from './connection.ts'

export const ledgerQueries = ({ db, tables: { ledger } }: Connection) => ({
  /** Entries after a place, in order. */
  async after(seq: number, limit: number): Promise<SealedEntry[]> {
    return await db
      .select()
      .from(ledger)
      .where(gt(ledger.seq, seq))
      .orderBy(asc(ledger.seq))
      .limit(limit)
  },

  /** A claim's whole life, newest first. */
  async ofClaim(claim: string, limit: number): Promise<SealedEntry[]> {
    return await db
      .select()
      .from(ledger)
      .where(eq(ledger.claim, claim))
      .orderBy(desc(ledger.seq))
      .limit(limit)
  },

  /** A subject's life, newest first. */
  async ofSubject(kind: Kind, subject: string, limit: number): Promise<SealedEntry[]> {
    return await db
      .select()
      .from(ledger)
      .where(and(eq(ledger.kind, kind), eq(ledger.subject, subject)))
      .orderBy(desc(ledger.revision))
      .limit(limit)
  },
})
