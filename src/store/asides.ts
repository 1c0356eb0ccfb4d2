import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Aside } from '../domain/aside.ts'
import type { Connection } from './connection.ts'

/**
 * What coverage of an article depends on: its newest text, how that is cut into sentences, and how much
 * was taken from it or set aside. Neither is ever removed, and what was lifted stays so: equal numbers
 * are the same ones.
 */
export type Tally = {
  article: string
  version: string
  language: string
  appearances: number
  asides: number
  standing: number
}

export const asideQueries = ({ db, tables }: Connection) => {
  const { articles, asides, appearances } = tables

  return {
    async find(id: string): Promise<Aside | null> {
      const [row] = await db.select().from(asides).where(eq(asides.id, id)).limit(1)
      return row ?? null
    },

    async byIds(ids: string[]): Promise<Aside[]> {
      return ids.length ? await db.select().from(asides).where(inArray(asides.id, ids)) : []
    },

    /** Those that were not lifted, from whichever version of the article, in the order of the text. */
    async standingIn(article: string): Promise<Aside[]> {
      return await db
        .select()
        .from(asides)
        .where(and(eq(asides.article, article), isNull(asides.liftedAt)))
        .orderBy(asc(asides.start), asc(asides.id))
    },

    async tallies(articleIds: string[]): Promise<Tally[]> {
      if (articleIds.length === 0) return []
      const [rows, taken, set] = await Promise.all([
        db
          .select({ article: articles.id, version: articles.version, language: articles.language })
          .from(articles)
          .where(inArray(articles.id, articleIds)),
        db
          .select({ article: appearances.article, n: count() })
          .from(appearances)
          .where(inArray(appearances.article, articleIds))
          .groupBy(appearances.article),
        db
          .select({ article: asides.article, n: count(), lifted: count(asides.liftedAt) })
          .from(asides)
          .where(inArray(asides.article, articleIds))
          .groupBy(asides.article),
      ])
      const takenFrom = new Map(taken.map(({ article, n }) => [article, n]))
      const setIn = new Map(set.map((row) => [row.article, row]))
      return rows.map((row) => {
        const { n = 0, lifted = 0 } = setIn.get(row.article) ?? {}
        const standing = n - lifted
        return { ...row, appearances: takenFrom.get(row.article) ?? 0, asides: n, standing }
      })
    },
  }
}
