import {
  and,
  type Column,
  desc,
  eq,
  gt,
  gte,
  inArray,
  lt,
  lte,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { forgivenIn, lettersApart } from '../../matching/near.ts'
import type { Connection } from '../connection.ts'
import type { Findable } from './dialect.ts'
import { numbersOf } from './numbers.ts'

/**
 * In how many statements (of claims and of rulings) and documents a word stands; how many there are of
 * each. What is rare on a desk with a hundred claims is known by what others rated.
 */
export type Counted = { claims: number; documents: number }

/** After every letter. */
const LAST = '\u{10ffff}'

/** Of words that may be near one, no more than these are looked at. */
const LOOKED_AT = 20_000
const NEAREST = 20

/** Which words there are, how many documents have them, and which are near one another. */
export const nearQueries = ({ db, tables: { words, documents: written } }: Connection) => {
  const { stem, tail, documents } = words
  const from = (column: Column, beginning: string): SQL | undefined =>
    and(gte(column, beginning), lt(column, beginning + LAST))

  return {
    /** How many statements and documents have each of these words; those that none has are left out. */
    async counts(stems: string[]): Promise<Map<string, Counted>> {
      if (stems.length === 0) return new Map()
      const rows = await db.select().from(words).where(inArray(stem, stems))
      return new Map(rows.map(({ stem, claims, documents }) => [stem, { claims, documents }]))
    },

    /** How many statements and documents there are. */
    async total(): Promise<Counted> {
      const [row] = await db.select().from(words).where(eq(stem, ''))
      return { claims: row?.claims ?? 0, documents: row?.documents ?? 0 }
    },

    /** The number of the newest document of a kind; where there is none, what they begin after. */
    async newestOf(kind: Findable): Promise<number> {
      const { from, to } = numbersOf(kind)
      const number = sql<number | null>`max(${written.number})`
      const [row] = await db
        .select({ number })
        .from(written)
        .where(and(gt(written.number, from), lte(written.number, to)))
      return Number(row?.number ?? from)
    },

    /** Words that stand in at least so many statements, most common first. */
    async common(least: number, limit: number): Promise<Map<string, number>> {
      const rows = await db
        .select({ stem, claims: words.claims })
        .from(words)
        .where(and(gte(words.claims, least), ne(stem, '')))
        .orderBy(desc(words.claims))
        .limit(limit)
      return new Map(rows.map(({ stem, claims }) => [stem, claims]))
    },

    /** Words that begin so, most common first. */
    async starting(beginning: string, limit: number): Promise<string[]> {
      if (!beginning) return []
      const rows = await db
        .select({ stem })
        .from(words)
        .where(from(stem, beginning))
        .orderBy(desc(documents), stem)
        .limit(limit)
      return rows.map((row) => row.stem)
    },

    /**
     * Words that are near one in their letters, nearest first, then most common: one letter off from five
     * letters on, two from nine. It goes by the part of a word that is as it should be: where it begins
     * or where it ends.
     */
    async near(word: string): Promise<string[]> {
      const most = forgivenIn(word)
      if (most === 0) return []
      const letters = [...word]
      // Two letters that changed places may be the last of one part and the first of the next.
      const part = Math.max(most + 1, Math.floor((letters.length - 1) / (most + 1)))
      const [beginning, end] = [letters.slice(0, part), letters.slice(-part).reverse()]
      const size = sql`length(${stem})`
      const rows = await db
        .select({ stem, documents })
        .from(words)
        .where(
          and(
            or(from(stem, beginning.join('')), from(tail, end.join(''))),
            sql`${size} between ${letters.length - most} and ${letters.length + most}`,
          ),
        )
        .limit(LOOKED_AT)
      return rows
        .map((row) => ({ ...row, apart: lettersApart(word, row.stem, most) }))
        .filter(({ apart }) => apart > 0 && apart <= most)
        .sort(
          (a, b) => a.apart - b.apart || b.documents - a.documents || (a.stem < b.stem ? -1 : 1),
        )
        .slice(0, NEAREST)
        .map((row) => row.stem)
    },
  }
}
