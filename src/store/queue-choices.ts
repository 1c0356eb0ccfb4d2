import { and, count, desc, eq, exists, inArray, isNotNull } from 'drizzle-orm'
import type { Article } from '../domain/article.ts'
import type { Connection } from './connection.ts'

/** What the queue can be filtered by: whatever is there, most of it first. */
export const queueChoiceQueries = ({ db, tables }: Connection) => {
  const { claims, claimants, appearances, articles, verdicts } = tables

  return {
    /** The languages that statements are written in. */
    async languages(): Promise<string[]> {
      const rows = await db.selectDistinct({ language: claims.language }).from(claims)
      return rows.map(({ language }) => language)
    },

    /** Which of these ratings a public verdict carries now. */
    async told(ratings: string[]): Promise<string[]> {
      if (ratings.length === 0) return []
      const rows = await db
        .selectDistinct({ rating: verdicts.rating })
        .from(verdicts)
        .where(and(eq(verdicts.status, 'published'), inArray(verdicts.rating, ratings)))
      return rows.flatMap(({ rating }) => rating ?? [])
    },

    /** Those who claim most, `limit` of them. */
    async claimants(limit: number): Promise<{ id: string; name: string }[]> {
      // Counted before their names are looked up: it is one walk along an index.
      const most = await db
        .select({ id: appearances.claimantId })
        .from(appearances)
        .where(isNotNull(appearances.claimantId))
        .groupBy(appearances.claimantId)
        .orderBy(desc(count()), appearances.claimantId)
        .limit(limit)
      const ids = most.flatMap(({ id }) => id ?? [])
      if (ids.length === 0) return []
      const { id, name } = claimants
      return await db.select({ id, name }).from(claimants).where(inArray(id, ids))
    },

    /** The newest articles from which claims are taken, `limit` of them. */
    async articles(limit: number): Promise<Article[]> {
      const taken = db
        .select({ id: appearances.id })
        .from(appearances)
        .where(eq(appearances.article, articles.id))
      return await db
        .select()
        .from(articles)
        .where(exists(taken))
        .orderBy(desc(articles.addedAt), desc(articles.id))
        .limit(limit)
    },
  }
}
