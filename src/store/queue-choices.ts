import { and, desc, eq, exists, gt, inArray, notInArray, sql } from 'drizzle-orm'
import type { Article } from '../domain/article.ts'
import { unnamedClaimants } from '../domain/export-filters.ts'
import type { Connection } from './connection.ts'
import { kindNumbers } from './facets/kinds.ts'

/** What the queue can be filtered by: whatever is there, most of it first. */
export const queueChoiceQueries = ({ db, tables }: Connection) => {
  const { claimants, appearances, articles, facets } = tables
  const limit = sql.placeholder('limit')

  /** The values of a facet that claims have. */
  const values = (kind: keyof typeof kindNumbers) =>
    and(eq(facets.kind, kindNumbers[kind]), gt(facets.claims, 0))

  const languages = db
    .select({ language: facets.value })
    .from(facets)
    .where(values('language'))
    .orderBy(desc(facets.claims), desc(facets.number))
    .prepare()

  const most = db
    .select({ id: claimants.id, name: claimants.name })
    .from(facets)
    .innerJoin(claimants, eq(claimants.id, facets.value))
    .where(and(values('claimant'), notInArray(facets.value, [...unnamedClaimants])))
    .orderBy(desc(facets.claims), desc(facets.number))
    .limit(limit)
    .prepare()

  const taken = db
    .select({ id: appearances.id })
    .from(appearances)
    .where(eq(appearances.article, articles.id))
  const newest = db
    .select()
    .from(articles)
    .where(exists(taken))
    .orderBy(desc(articles.addedAt), desc(articles.id))
    .limit(limit)
    .prepare()

  return {
    /** The languages that statements are written in. */
    async languages(): Promise<string[]> {
      return (await languages.execute()).map(({ language }) => language)
    },

    /** Which of these ratings a public verdict carries now. */
    async told(ratings: string[]): Promise<string[]> {
      if (ratings.length === 0) return []
      const rows = await db
        .select({ rating: facets.value })
        .from(facets)
        .where(and(values('rating'), inArray(facets.value, ratings)))
      return rows.map(({ rating }) => rating)
    },

    /** Those who make most claims, `limit` of them. */
    async claimants(limit: number): Promise<{ id: string; name: string }[]> {
      return await most.execute({ limit })
    },

    /** The newest articles from which claims are taken, `limit` of them. */
    async articles(limit: number): Promise<Article[]> {
      return await newest.execute({ limit })
    },
  }
}
