import { and, asc, type Column, desc, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Article, ArticleVersion } from '../domain/article.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { Source } from '../domain/source.ts'
import type { Connection } from './connection.ts'

/** Whether an address as somebody typed it is the one that a source is known by. */
export const stands = (typed: Column, known: Column | string): SQL =>
  sql`${known} in (${typed}, ${typed} || '/')`

/** What stands at an address: what was read from it, and what quotes it. */
export const standingQueries = ({ db, tables }: Connection) => {
  const { sources, sourceVisits, snapshots, articles, articleVersions, evidence } = tables

  return {
    /** The articles whose shown version was read from a snapshot of a source, with that version. */
    async articles(source: string): Promise<{ article: Article; version: ArticleVersion }[]> {
      const rows = await db
        .select({ article: articles, version: articleVersions })
        .from(snapshots)
        .innerJoin(articleVersions, eq(articleVersions.snapshot, snapshots.id))
        .innerJoin(articles, eq(articles.version, articleVersions.id))
        .where(eq(snapshots.source, source))
        .orderBy(asc(articles.addedAt), asc(articles.id))
      return rows
    },

    /** The evidence that rests on a snapshot of a source, with that snapshot's text (its hash) and time. */
    async evidence(
      source: string,
    ): Promise<{ evidence: Evidence; text: string | null; takenAt: string }[]> {
      return await db
        .select({ evidence, text: snapshots.text, takenAt: snapshots.takenAt })
        .from(snapshots)
        .innerJoin(evidence, eq(evidence.snapshot, snapshots.id))
        .where(eq(snapshots.source, source))
        .orderBy(asc(evidence.addedAt), asc(evidence.id))
    },

    /** The version of an article that came last, though an older one may be shown. */
    async lastVersion(article: string): Promise<ArticleVersion | null> {
      const [row] = await db
        .select()
        .from(articleVersions)
        .where(eq(articleVersions.article, article))
        .orderBy(desc(articleVersions.number))
        .limit(1)
      return row ?? null
    },

    /**
     * The sources that somebody cites, those first that were not visited for longest.
     * @param before only those not visited since then, ISO 8601
     */
    async cited(before: string | null): Promise<Pick<Source, 'id' | 'url'>[]> {
      const read = db
        .select({ one: sql`1` })
        .from(snapshots)
        .innerJoin(articleVersions, eq(articleVersions.snapshot, snapshots.id))
        .innerJoin(articles, eq(articles.version, articleVersions.id))
        .where(eq(snapshots.source, sources.id))
      const quoted = db
        .select({ one: sql`1` })
        .from(snapshots)
        .innerJoin(evidence, eq(evidence.snapshot, snapshots.id))
        .where(eq(snapshots.source, sources.id))
      // What could not be fetched at first has no snapshot that evidence could rest on.
      const named = db
        .select({ one: sql`1` })
        .from(evidence)
        .where(and(stands(evidence.url, sources.url), isNull(evidence.snapshot)))
      const late = before
        ? or(isNull(sourceVisits.at), sql`${sourceVisits.at} < ${before}`)
        : undefined
      return await db
        .select({ id: sources.id, url: sources.url })
        .from(sources)
        .leftJoin(sourceVisits, eq(sourceVisits.source, sources.id))
        .where(and(or(exists(read), exists(quoted), exists(named)), late))
        .orderBy(sql`coalesce(${sourceVisits.at}, '')`, asc(sources.id))
    },
  }
}
