import { and, asc, desc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import type { Article, ArticleVersion } from '../domain/article.ts'
import type { Connection } from './connection.ts'
import { preparedFor } from './prepared.ts'

/** A place in a list: the last row that was seen. */
export type Cursor = { at: string; id: string }

export const articleQueries = ({
  db,
  tables: { articles, articleVersions, texts, appearances },
}: Connection) => ({
  async find(id: string): Promise<Article | null> {
    const [row] = await db.select().from(articles).where(eq(articles.id, id)).limit(1)
    return row ?? null
  },

  byIds: preparedFor<Article>((ids) => db.select().from(articles).where(inArray(articles.id, ids))),

  /** A version with its text. */
  async version(id: string): Promise<(ArticleVersion & { body: string }) | null> {
    const [row] = await db
      .select()
      .from(articleVersions)
      .innerJoin(texts, eq(texts.hash, articleVersions.text))
      .where(eq(articleVersions.id, id))
      .limit(1)
    return row ? { ...row.article_versions, body: row.texts.text } : null
  },

  /** Every version of an article, oldest first, without their texts. */
  async versions(article: string): Promise<ArticleVersion[]> {
    return await db
      .select()
      .from(articleVersions)
      .where(eq(articleVersions.article, article))
      .orderBy(asc(articleVersions.number))
  },

  /** The article that is known by one of these addresses, the one added first. */
  async byUrl(urls: string[]): Promise<Article | null> {
    if (urls.length === 0) return null
    const [row] = await db
      .select()
      .from(articles)
      .where(inArray(articles.url, urls))
      .orderBy(asc(articles.addedAt), asc(articles.id))
      .limit(1)
    return row ?? null
  },

  /** The version that holds the same text, without regard to white space. */
  async versionByKey(key: string): Promise<ArticleVersion | null> {
    const [row] = await db
      .select()
      .from(articleVersions)
      .where(eq(articleVersions.key, key))
      .limit(1)
    return row ?? null
  },

  /** Newest first, `limit` rows after the cursor, each with the number of claims taken from it. */
  async list(after: Cursor | null, limit: number) {
    const rest = after
      ? or(
          lt(articles.addedAt, after.at),
          and(eq(articles.addedAt, after.at), lt(articles.id, after.id)),
        )
      : undefined
    const rows = await db
      .select()
      .from(articles)
      .where(rest)
      .orderBy(desc(articles.addedAt), desc(articles.id))
      .limit(limit)
    const ids = rows.map(({ id }) => id)
    const taken = ids.length
      ? await db
          .select({
            article: appearances.article,
            claims: sql`count(distinct ${appearances.claim})`.mapWith(Number),
          })
          .from(appearances)
          .where(inArray(appearances.article, ids))
          .groupBy(appearances.article)
      : []
    const count = new Map(taken.map((row) => [row.article, row.claims]))
    return rows.map((article) => ({ article, claims: count.get(article.id) ?? 0 }))
  },
})
