import { and, count, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Letter, Tip } from '../domain/tip.ts'
import type { Cursor } from './articles.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'
import { prepared } from './prepared.ts'
import { insertRow } from './rows.ts'

/** What becomes of a letter's words, which are no part of the ledger. */
export type LetterWrite = { keep: Letter } | { forget: 'contact' | 'everything'; tip: string }

/** The statement that does it; it touches one row, unless there is nothing left to forget. */
export function letterRow({ letters }: Tables, write: LetterWrite): SQL {
  if ('keep' in write) return insertRow(letters, write.keep)
  return write.forget === 'contact'
    ? sql`update ${letters} set contact = null where tip = ${write.tip}`
    : sql`delete from ${letters} where tip = ${write.tip}`
}

/** A letter in its list; its words are gone where they were erased. */
export type ListedTip = { tip: Tip; letter: Letter | null }

export const tipQueries = ({ db, tables: { tips, letters } }: Connection) => {
  const { placeholder } = sql
  const isNew = eq(tips.status, 'new')
  const newest = prepared(() =>
    db
      .select()
      .from(tips)
      .where(and(isNew, eq(tips.claim, placeholder('claim'))))
      .orderBy(desc(tips.receivedAt), desc(tips.id))
      .limit(placeholder('limit')),
  )
  const newOnes = prepared(() => db.select({ n: count() }).from(tips).where(isNew))

  return {
    async find(id: string): Promise<Tip | null> {
      const [row] = await db.select().from(tips).where(eq(tips.id, id)).limit(1)
      return row ?? null
    },

    /** What the reader wrote, as long as it is not erased. */
    async letter(id: string): Promise<Letter | null> {
      const [row] = await db.select().from(letters).where(eq(letters.tip, id)).limit(1)
      return row ?? null
    },

    /** Those that stand so, the newest first: `limit` rows after the cursor. */
    async list(status: Tip['status'], after: Cursor | null, limit: number): Promise<ListedTip[]> {
      const rest = after
        ? or(
            lt(tips.receivedAt, after.at),
            and(eq(tips.receivedAt, after.at), lt(tips.id, after.id)),
          )
        : undefined
      return await db
        .select({ tip: tips, letter: letters })
        .from(tips)
        .leftJoin(letters, eq(letters.tip, tips.id))
        .where(and(eq(tips.status, status), rest))
        .orderBy(desc(tips.receivedAt), desc(tips.id))
        .limit(limit)
    },

    /** The newest ones about a claim that nobody has decided on yet. */
    async waitingOn(claim: string, limit: number): Promise<Tip[]> {
      return await newest({ claim, limit })
    },

    /** How many nobody has decided on yet. */
    async countNew(): Promise<number> {
      const [row] = await newOnes()
      return row?.n ?? 0
    },
  }
}
