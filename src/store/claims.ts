import { and, asc, count, eq, gt, inArray, isNull, or, type SQL } from 'drizzle-orm'
import type { Appearance } from '../domain/appearance.ts'
import type { Claim } from '../domain/claim.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { SearchRecord } from '../domain/search-record.ts'
import type { Stage } from '../domain/stage.ts'
import type { Cursor } from './articles.ts'
import type { Connection } from './connection.ts'

/** `assignee`: a person's id, `nobody`, or null for everybody's. */
export type ClaimFilter = { stage: Stage | null; assignee: string | 'nobody' | null }

export const claimQueries = ({ db, tables }: Connection) => {
  const { claims, appearances, evidence, searchRecords } = tables

  const matching = ({ stage, assignee }: ClaimFilter): SQL | undefined =>
    and(
      stage ? eq(claims.stage, stage) : undefined,
      assignee === 'nobody' ? isNull(claims.assignee) : undefined,
      assignee && assignee !== 'nobody' ? eq(claims.assignee, assignee) : undefined,
    )

  return {
    async find(id: string): Promise<Claim | null> {
      const [row] = await db.select().from(claims).where(eq(claims.id, id)).limit(1)
      return row ?? null
    },

    async byIds(ids: string[]): Promise<Claim[]> {
      return ids.length ? await db.select().from(claims).where(inArray(claims.id, ids)) : []
    },

    /** Waiting longest first, `limit` rows after the cursor. */
    async list(filter: ClaimFilter, after: Cursor | null, limit: number): Promise<Claim[]> {
      const rest = after
        ? or(
            gt(claims.stageSince, after.at),
            and(eq(claims.stageSince, after.at), gt(claims.id, after.id)),
          )
        : undefined
      return await db
        .select()
        .from(claims)
        .where(and(matching(filter), rest))
        .orderBy(asc(claims.stageSince), asc(claims.id))
        .limit(limit)
    },

    /** How many claims stand at each stage. */
    async counts(assignee: ClaimFilter['assignee']) {
      return await db
        .select({ stage: claims.stage, claims: count() })
        .from(claims)
        .where(matching({ stage: null, assignee }))
        .groupBy(claims.stage)
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

    async searchRecords(claim: string): Promise<SearchRecord[]> {
      return await db
        .select()
        .from(searchRecords)
        .where(eq(searchRecords.claim, claim))
        .orderBy(asc(searchRecords.addedAt), asc(searchRecords.id))
    },
  }
}
