import { asc, count, desc, eq, inArray } from 'drizzle-orm'
import { publicStatuses } from '../domain/status.ts'
import type { Connection } from './connection.ts'

/** What an export can be filtered by: whatever has something public, most of it first. */
export const exportChoiceQueries = ({ db, tables }: Connection) => {
  const { verdicts, claims, claimTopics, claimants, appearances, articles } = tables

  /** The claims of which the public was told something. */
  const told = () =>
    db
      .select({ claim: verdicts.claim })
      .from(verdicts)
      .where(inArray(verdicts.status, [...publicStatuses]))

  return {
    async topics(limit: number): Promise<string[]> {
      const rows = await db
        .select({ topic: claimTopics.topic })
        .from(claimTopics)
        .where(inArray(claimTopics.claim, told()))
        .groupBy(claimTopics.topic)
        .orderBy(desc(count()), asc(claimTopics.topic))
        .limit(limit)
      return rows.map(({ topic }) => topic)
    },

    async languages(): Promise<string[]> {
      const rows = await db
        .selectDistinct({ language: claims.language })
        .from(claims)
        .where(inArray(claims.id, told()))
      return rows.map(({ language }) => language)
    },

    /** Newest first. */
    async articles(limit: number) {
      const carrying = db
        .select({ article: appearances.article })
        .from(appearances)
        .where(inArray(appearances.claim, told()))
      return await db
        .select({
          id: articles.id,
          title: articles.title,
          outlet: articles.outlet,
          date: articles.date,
        })
        .from(articles)
        .where(inArray(articles.id, carrying))
        .orderBy(desc(articles.addedAt), desc(articles.id))
        .limit(limit)
    },

    async claimants(limit: number) {
      return await db
        .select({ id: claimants.id, name: claimants.name, role: claimants.role })
        .from(claimants)
        .innerJoin(appearances, eq(appearances.claimantId, claimants.id))
        .where(inArray(appearances.claim, told()))
        .groupBy(claimants.id)
        .orderBy(desc(count()), asc(claimants.name))
        .limit(limit)
    },
  }
}
