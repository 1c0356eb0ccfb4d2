import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Appearance } from '../domain/appearance.ts'
import type { Claim } from '../domain/claim.ts'
import type { Contact } from '../domain/contact.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { SearchRecord } from '../domain/search-record.ts'
import type { Connection } from './connection.ts'
import { prepared, preparedFor } from './prepared.ts'

export const claimQueries = ({ db, tables }: Connection) => {
  const { claims, appearances, evidence, searchRecords, contacts } = tables
  const claimIs = sql.placeholder('claim')

  const found = prepared(() => db.select().from(claims).where(eq(claims.id, claimIs)).limit(1))
  const these = preparedFor((ids) => db.select().from(claims).where(inArray(claims.id, ids)))
  const appearing = preparedFor((ids) =>
    db
      .select()
      .from(appearances)
      .where(inArray(appearances.claim, ids))
      .orderBy(asc(appearances.addedAt), asc(appearances.id)),
  )
  const proving = preparedFor((ids) =>
    db
      .select()
      .from(evidence)
      .where(inArray(evidence.claim, ids))
      .orderBy(asc(evidence.claim), asc(evidence.number)),
  )
  const searched = prepared(() =>
    db
      .select()
      .from(searchRecords)
      .where(eq(searchRecords.claim, claimIs))
      .orderBy(asc(searchRecords.addedAt), asc(searchRecords.id)),
  )
  const asked = prepared(() =>
    db
      .select()
      .from(contacts)
      .where(eq(contacts.claim, claimIs))
      .orderBy(asc(contacts.addedAt), asc(contacts.id)),
  )
  const parts = prepared(() =>
    db.select().from(claims).where(eq(claims.splitFrom, claimIs)).orderBy(asc(claims.id)),
  )

  return {
    async find(id: string): Promise<Claim | null> {
      const [row] = await found({ claim: id })
      return row ?? null
    },

    byIds: (ids: string[]): Promise<Claim[]> => these(ids),

    /** In the order in which they were added. */
    appearances: (claimIds: string[]): Promise<Appearance[]> => appearing(claimIds),

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

    evidence: (claimIds: string[]): Promise<Evidence[]> => proving(claimIds),

    async evidenceById(id: string): Promise<Evidence | null> {
      const [row] = await db.select().from(evidence).where(eq(evidence.id, id)).limit(1)
      return row ?? null
    },

    async contacts(claim: string): Promise<Contact[]> {
      return await asked({ claim })
    },

    async contact(id: string): Promise<Contact | null> {
      const [row] = await db.select().from(contacts).where(eq(contacts.id, id)).limit(1)
      return row ?? null
    },

    /** The claims that were parts of a compound one, oldest first. */
    async splitFrom(claim: string): Promise<Claim[]> {
      return await parts({ claim })
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
      return await searched({ claim })
    },
  }
}
