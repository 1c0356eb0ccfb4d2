import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  lte,
  max,
  ne,
  notExists,
  or,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Verdict } from '../domain/verdict.ts'
import type { Connection } from './connection.ts'

export type PublicationRow = { seq: number; body: string; entryHash: string; hash: string }

export const verdictQueries = ({ db, tables }: Connection) => {
  const { verdicts, publications, ledger } = tables
  const later = alias(publications, 'later')

  /** The newest publication of each verdict version, as of a point in the ledger. */
  const newest = (cursor: number) =>
    and(
      lte(publications.seq, cursor),
      notExists(
        db
          .select({ seq: later.seq })
          .from(later)
          .where(
            and(
              eq(later.verdict, publications.verdict),
              gt(later.seq, publications.seq),
              lte(later.seq, cursor),
            ),
          ),
      ),
    )

  return {
    async find(id: string): Promise<Verdict | null> {
      const [row] = await db.select().from(verdicts).where(eq(verdicts.id, id)).limit(1)
      return row ?? null
    },

    /** All versions, oldest first. */
    async of(claimIds: string[]): Promise<Verdict[]> {
      if (claimIds.length === 0) return []
      return await db
        .select()
        .from(verdicts)
        .where(inArray(verdicts.claim, claimIds))
        .orderBy(asc(verdicts.claim), asc(verdicts.number))
    },

    /** Mended typos that a second reader has not read yet. */
    async unreadTypos(): Promise<Verdict[]> {
      return await db
        .select()
        .from(verdicts)
        .where(
          and(
            eq(verdicts.status, 'published'),
            eq(verdicts.correctionKind, 'typo'),
            isNull(verdicts.reviewer),
          ),
        )
        .orderBy(asc(verdicts.publishedAt), asc(verdicts.id))
        .limit(100)
    },

    /**
     * How many proposals somebody else made; and, for an editor, how many typos somebody else mended.
     */
    async countWaiting(reader: string, isEditor: boolean): Promise<number> {
      const unread = and(
        eq(verdicts.status, 'published'),
        eq(verdicts.correctionKind, 'typo'),
        isNull(verdicts.reviewer),
      )
      const proposed = eq(verdicts.status, 'proposed')
      const [row] = await db
        .select({ n: count() })
        .from(verdicts)
        .where(and(isEditor ? or(proposed, unread) : proposed, ne(verdicts.author, reader)))
      return row?.n ?? 0
    },

    /** The newest publications, `limit` of them after `seq`, each with its entry's hash. */
    async publications(cursor: number, seq: number, limit: number): Promise<PublicationRow[]> {
      return await db
        .select({
          seq: publications.seq,
          body: publications.body,
          hash: publications.hash,
          entryHash: ledger.hash,
        })
        .from(publications)
        .innerJoin(ledger, eq(ledger.seq, publications.seq))
        .where(and(newest(cursor), gt(publications.seq, seq)))
        .orderBy(asc(publications.seq))
        .limit(limit)
    },

    /** The bytes of what the public was last told of a verdict version. */
    async lastPublication(verdict: string): Promise<string | null> {
      const [row] = await db
        .select({ body: publications.body })
        .from(publications)
        .where(eq(publications.verdict, verdict))
        .orderBy(desc(publications.seq))
        .limit(1)
      return row?.body ?? null
    },

    /** How many verdict versions are public, were, or were taken back. */
    async countPublic(): Promise<number> {
      const [row] = await db
        .select({ n: sql`count(distinct ${publications.verdict})`.mapWith(Number) })
        .from(publications)
      return row?.n ?? 0
    },

    /** The last place in the ledger. */
    async cursor(): Promise<number> {
      const [row] = await db.select({ seq: max(ledger.seq) }).from(ledger)
      return row?.seq ?? 0
    },
  }
}
