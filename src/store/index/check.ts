import { asc, count, gt, inArray, notExists, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Connection } from '../connection.ts'
import { counting, stemsIn } from './counting.ts'
import { numbersOf } from './numbers.ts'

const BATCH = 500

/** Whether the index speaks of everything, and counts rightly. */
export const checkQueries = ({ db, tables }: Connection) => {
  const { documents, words, claims, articles, rulings } = tables

  const unknown = async (table: SQLiteTable & { id: SQLiteColumn }) => {
    const known = db
      .select({ one: sql`1` })
      .from(documents)
      .where(sql`${documents.subject} = ${table.id}`)
    const [row] = await db.select({ n: count() }).from(table).where(notExists(known))
    return row?.n ?? 0
  }

  /** Documents, some at a time, in their order. */
  async function* all() {
    for (let after = numbersOf('ruling').from; ; ) {
      const rows = await db
        .select()
        .from(documents)
        .where(gt(documents.number, after))
        .orderBy(asc(documents.number))
        .limit(BATCH)
      yield* rows
      const last = rows.at(-1)
      if (!last) return
      after = last.number
    }
  }

  return {
    /** What is wrong with the index, in words: counts that are not what counting gives, and what is not in it. */
    async faults(): Promise<string[]> {
      const [lost, unread, unrated] = await Promise.all([
        unknown(claims),
        unknown(articles),
        unknown(rulings),
      ])
      const counts = counting()
      for await (const { kind, stems } of all()) counts.document(kind, null, stemsIn(stems))
      const counted = counts.changes()
      const [row] = await db.select({ n: count() }).from(words)
      // Of an empty desk there is the count of all, too.
      let wrong = (row?.n ?? 0) - Math.max(1, counted.length) === 0 ? 0 : 1
      for (let at = 0; at < counted.length; at += BATCH) {
        const some = counted.slice(at, at + BATCH)
        const stems = some.map(({ stem }) => stem)
        const rows = await db.select().from(words).where(inArray(words.stem, stems))
        const kept = new Map(rows.map((one) => [one.stem, one]))
        wrong += some.filter(({ stem, claims, documents }) => {
          const there = kept.get(stem)
          return there?.claims !== claims || there.documents !== documents
        }).length
      }
      return [
        ...(lost > 0 ? [`${lost} claims are not in it`] : []),
        ...(unread > 0 ? [`${unread} articles are not in it`] : []),
        ...(unrated > 0 ? [`${unrated} rulings are not in it`] : []),
        ...(wrong > 0 ? ['its counts of words are not what counting gives'] : []),
      ]
    },
  }
}
