import { and, asc, eq, inArray, max, ne } from 'drizzle-orm'
import type { Appearance } from '../domain/appearance.ts'
import type { ArticleVersion } from '../domain/article.ts'
import type { Claimant } from '../domain/claimant.ts'
import type { Contact } from '../domain/contact.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { SearchRecord } from '../domain/search-record.ts'
import type { Connection } from './connection.ts'

/** What is there of a desk that is being moved in, by ids that its export tells. */
export const movedQueries = ({ db, tables }: Connection) => {
  const { appearances, articleVersions, texts, claimants, contacts, evidence } = tables
  const { ledger, searchRecords } = tables

  return {
    /** Whether a claim on the desk was decided upon in any way but by being moved in. */
    async hasOwnClaims(): Promise<boolean> {
      const rows = await db
        .select({ seq: ledger.seq })
        .from(ledger)
        .where(and(eq(ledger.kind, 'claim'), ne(ledger.verb, 'move_in')))
        .limit(1)
      return rows.length > 0
    },

    async appearances(ids: string[]): Promise<Appearance[]> {
      return ids.length
        ? await db.select().from(appearances).where(inArray(appearances.id, ids))
        : []
    },

    async evidence(ids: string[]): Promise<Evidence[]> {
      return ids.length ? await db.select().from(evidence).where(inArray(evidence.id, ids)) : []
    },

    async claimants(keys: string[]): Promise<Claimant[]> {
      return keys.length
        ? await db.select().from(claimants).where(inArray(claimants.key, keys))
        : []
    },

    /** The newest version of each article, with its text. */
    async versions(articles: string[]): Promise<{ version: ArticleVersion; text: string }[]> {
      if (articles.length === 0) return []
      const newest = db
        .select({
          article: articleVersions.article,
          number: max(articleVersions.number).as('last'),
        })
        .from(articleVersions)
        .where(inArray(articleVersions.article, articles))
        .groupBy(articleVersions.article)
        .as('newest')
      return await db
        .select({ version: articleVersions, text: texts.text })
        .from(articleVersions)
        .innerJoin(
          newest,
          and(
            eq(newest.article, articleVersions.article),
            eq(newest.number, articleVersions.number),
          ),
        )
        .innerJoin(texts, eq(texts.hash, articleVersions.text))
    },

    async searches(claims: string[]): Promise<SearchRecord[]> {
      if (claims.length === 0) return []
      return await db
        .select()
        .from(searchRecords)
        .where(inArray(searchRecords.claim, claims))
        .orderBy(asc(searchRecords.addedAt), asc(searchRecords.id))
    },

    async contacts(claims: string[]): Promise<Contact[]> {
      if (claims.length === 0) return []
      return await db
        .select()
        .from(contacts)
        .where(inArray(contacts.claim, claims))
        .orderBy(asc(contacts.addedAt), asc(contacts.id))
    },
  }
}
