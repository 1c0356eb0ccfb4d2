import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNull,
  max,
  ne,
  notInArray,
  or,
  sql,
} from 'drizzle-orm'
import type { ReadingMode } from '../domain/reading.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Connection } from './connection.ts'
import { once, prepared, preparedFor } from './prepared.ts'

/** The ways in which more than one colleague reads a proposal. */
const strict: ReadingMode[] = ['two_readers', 'blind']

export const verdictQueries = ({ db, tables }: Connection) => {
  const { verdicts, publications, ledger } = tables

  const versions = preparedFor((ids) =>
    db
      .select()
      .from(verdicts)
      .where(inArray(verdicts.claim, ids))
      .orderBy(asc(verdicts.claim), asc(verdicts.number)),
  )
  const last = prepared(() => db.select({ seq: max(ledger.seq) }).from(ledger))
  const isProposed = eq(verdicts.status, 'proposed')
  const strictly = prepared(() =>
    db
      .select()
      .from(verdicts)
      .where(and(isProposed, inArray(verdicts.mode, strict)))
      .limit(sql.placeholder('limit')),
  )

  /** Typos that were mended, and that no second reader has read yet. */
  const unread = and(
    eq(verdicts.status, 'published'),
    eq(verdicts.correctionKind, 'typo'),
    isNull(verdicts.reviewer),
  )
  const ordinary = or(isNull(verdicts.mode), notInArray(verdicts.mode, strict))
  const proposed = and(isProposed, ordinary)
  // Every page of the desk shows it.
  const waiting = once((isEditor: boolean) =>
    db
      .select({ n: count() })
      .from(verdicts)
      .where(
        and(
          isEditor ? or(proposed, unread) : proposed,
          ne(verdicts.author, sql.placeholder('reader')),
        ),
      )
      .prepare(),
  )

  return {
    async find(id: string): Promise<Verdict | null> {
      const [row] = await db.select().from(verdicts).where(eq(verdicts.id, id)).limit(1)
      return row ?? null
    },

    /** These versions, in no order. */
    async byIds(ids: string[]): Promise<Verdict[]> {
      return ids.length ? await db.select().from(verdicts).where(inArray(verdicts.id, ids)) : []
    },

    /** All versions, oldest first. */
    of: (claimIds: string[]): Promise<Verdict[]> => versions(claimIds),

    /** The claims whose proposal carries a rating, by id. */
    async proposedWith(rating: string): Promise<string[]> {
      const rows = await db
        .select({ claim: verdicts.claim })
        .from(verdicts)
        .where(and(eq(verdicts.status, 'proposed'), eq(verdicts.rating, rating)))
      return rows.map(({ claim }) => claim)
    },

    /** Proposals that more than one colleague reads. */
    async readStrictly(limit: number): Promise<Verdict[]> {
      return await strictly({ limit })
    },

    /** Proposals that one editor reads. */
    async readLoosely(): Promise<Verdict[]> {
      const ordinary = or(isNull(verdicts.mode), notInArray(verdicts.mode, strict))
      return await db
        .select()
        .from(verdicts)
        .where(and(eq(verdicts.status, 'proposed'), ordinary))
    },

    /** Mended typos that a second reader has not read yet. */
    async unreadTypos(): Promise<Verdict[]> {
      return await db
        .select()
        .from(verdicts)
        .where(unread)
        .orderBy(asc(verdicts.publishedAt), asc(verdicts.id))
        .limit(100)
    },

    /**
     * How many proposals somebody else made, of those that one editor reads; and, for an editor, how many
     * typos somebody else mended.
     */
    async countWaiting(reader: string, isEditor: boolean): Promise<number> {
      const [row] = await waiting(isEditor).execute({ reader })
      return row?.n ?? 0
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

    /** The last place in the ledger. */
    async cursor(): Promise<number> {
      const [row] = await last()
      return row?.seq ?? 0
    },
  }
}
