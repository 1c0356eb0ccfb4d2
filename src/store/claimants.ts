import { asc, count, desc, eq, inArray } from 'drizzle-orm'
import type { Claim } from '../domain/claim.ts'
import type { Claimant } from '../domain/claimant.ts'
import type { Connection } from './connection.ts'
import { preparedFor } from './prepared.ts'

export const claimantQueries = ({
  db,
  tables: { claimants, appearances, claims },
}: Connection) => ({
  async find(id: string): Promise<Claimant | null> {
    const [row] = await db.select().from(claimants).where(eq(claimants.id, id)).limit(1)
    return row ?? null
  },

  async byKey(key: string): Promise<Claimant | null> {
    const [row] = await db.select().from(claimants).where(eq(claimants.key, key)).limit(1)
    return row ?? null
  },

  byIds: preparedFor<Claimant>((ids) =>
    db.select().from(claimants).where(inArray(claimants.id, ids)),
  ),

  /** Those who claim most, first, each with the number of their appearances. */
  async list(limit: number): Promise<{ claimant: Claimant; appearances: number }[]> {
    return await db
      .select({ claimant: claimants, appearances: count(appearances.id) })
      .from(claimants)
      .leftJoin(appearances, eq(appearances.claimantId, claimants.id))
      .groupBy(claimants.id)
      .orderBy(desc(count(appearances.id)), asc(claimants.name))
      .limit(limit)
  },

  /** What somebody claims, newest first. */
  async claimsBy(claimant: string, limit: number): Promise<Claim[]> {
    const theirs = db
      .select({ id: appearances.claim })
      .from(appearances)
      .where(eq(appearances.claimantId, claimant))
    return await db
      .select()
      .from(claims)
      .where(inArray(claims.id, theirs))
      .orderBy(desc(claims.stageSince), desc(claims.id))
      .limit(limit)
  },

  /** The claims in review that somebody makes, by id. */
  async inReviewBy(claimant: string): Promise<string[]> {
    const rows = await db
      .selectDistinct({ id: claims.id, stage: claims.stage })
      .from(claims)
      .innerJoin(appearances, eq(appearances.claim, claims.id))
      .where(eq(appearances.claimantId, claimant))
    return rows.flatMap(({ id, stage }) => (stage === 'in_review' ? [id] : []))
  },
})
