import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Appearance } from '../domain/appearance.ts'
import type { Claim } from '../domain/claim.ts'
import type { Contact } from '../domain/contact.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { SearchRecord } from '../domain/search-record.ts'
import type { Connection } from './connection.ts'

export const claimQueries = ({ db, tables }: Connection) => {
  const { claims, appearances, evidence, searchRecords, contacts } = tables

  return {
    async find(id: string): Promise<Claim | null> {
      const [row] = await db.select().from(claims).where(eq(claims.id, id)).limit(1)
      return row ?? null
    },

    async byIds(ids: string[]): Promise<Claim[]> {
      return ids.length ? await db.select().from(claims).where(inArray(claims.id, ids)) : []
    },

    /** In the order in which they were added. */
    async appearances(claimIds: string[]): Promise<Appearance[]> {
      if (claimIds.length === 0) return []
      return await db
        .select()
        .from(appearances)
        .where(inArray(appearances.claim, claimIds))
        .orderBy(asc(appearances.addedAt), asc(appearances.id))
    },

    /** The claims in review that appear in an article, by id. */
    async inReviewFrom(article: string): Promise<string[]> {
      const rows = await db
        .selectDistinct({ id: claims.id })
        .from(claims)
        .innerJoin(appearances, eq(appearances.claim, claims.id))
        .where(and(eq(appearances.article, article), eq(claims.stage, 'in_review')))
      return rows.map(({ id }) => id)
    },

    async appearance(id: string): Promise<Appearance | null> {
      const [row] = await db.select().from(appearances).where(eq(appearances.id, id)).limit(1)
      return row ?? null
    },

    /** All that were taken from an article, from whichever version, in the order of its text. */
    async appearancesIn(article: string): Promise<Appearance[]> {
      return await db
        .select()
        .from(appearances)
        .where(eq(appearances.article, article))
        .orderBy(asc(appearances.start), asc(appearances.id))
    },

    async evidence(claimIds: string[]): Promise<Evidence[]> {
      if (claimIds.length === 0) return []
      return await db
        .select()
        .from(evidence)
        .where(inArray(evidence.claim, claimIds))
        .orderBy(asc(evidence.claim), asc(evidence.number))
    },

    async evidenceById(id: string): Promise<Evidence | null> {
      const [row] = await db.select().from(evidence).where(eq(evidence.id, id)).limit(1)
      return row ?? null
    },

    async contacts(claim: string): Promise<Contact[]> {
      return await db
        .select()
        .from(contacts)
        .where(eq(contacts.claim, claim))
        .orderBy(asc(contacts.addedAt), asc(contacts.id))
    },

    async contact(id: string): Promise<Contact | null> {
      const [row] = await db.select().from(contacts).where(eq(contacts.id, id)).limit(1)
      return row ?? null
    },

    /** The claims that were parts of a compound one, oldest first. */
    async splitFrom(claim: string): Promise<Claim[]> {
      return await db
        .select()
        .from(claims)
        .where(eq(claims.splitFrom, claim))
        .orderBy(asc(claims.id))
    },

    /** The claims that are set aside as duplicates of one of these, by id. */
    async duplicatesOf(ids: string[]): Promise<string[]> {
      if (ids.length === 0) return []
      const rows = await db
        .select({ id: claims.id })
        .from(claims)
        .where(inArray(claims.duplicateOf, ids))
      return rows.map(({ id }) => id)
    },

    /** The appearances that duplicates brought to the claims that survived them. */
    async lentBy(duplicates: string[]): Promise<Appearance[]> {
      return await db
        .select()
        .from(appearances)
        .where(inArray(appearances.movedFrom, duplicates))
        .orderBy(asc(appearances.addedAt), asc(appearances.id))
    },

    async searchRecords(claim: string): Promise<SearchRecord[]> {
      return await db
        .select()
        .from(searchRecords)
        .where(eq(searchRecords.claim, claim))
        .orderBy(asc(searchRecords.addedAt), asc(searchRecords.id))
    },
  }
}
