import { and, asc, count, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { intersect } from 'drizzle-orm/sqlite-core'
import type { Claim } from '../domain/claim.ts'
import type { QueuePlace, Sort } from '../domain/queue.ts'
import { openStages } from '../domain/stage.ts'
import type { Term } from '../matching/query.ts'
import type { ClaimFilter, Tally } from './claim-filter.ts'
import type { Connection } from './connection.ts'
import { dueFirst } from './define/claims.ts'

/** After every letter. */
const LAST = '\u{10ffff}'

/** What is searched for by its words, as long as the index of claims' words is of use for it. */
export const wordQueries = ({ db, tables }: Connection) => {
  const { claims, claimStems, claimTopics, appearances, verdicts } = tables
  const due = dueFirst(claims)

  const having = ({ stems, beginning }: Term) => {
    const { stem } = claimStems
    const is = stems.length > 0 ? inArray(stem, stems) : undefined
    const begins = beginning ? and(gte(stem, beginning), lt(stem, beginning + LAST)) : undefined
    return db.select({ claim: claimStems.claim }).from(claimStems).where(or(is, begins))
  }

  const claimedBy = (claimant: string): SQL =>
    claimant === 'outlet' || claimant === 'unknown'
      ? eq(appearances.claimantKind, claimant)
      : eq(appearances.claimantId, claimant)

  /** Article and claimant together ask for one appearance: what somebody claims in that article. */
  const appearing = ({ claimant, article }: ClaimFilter) =>
    db
      .select({ claim: appearances.claim })
      .from(appearances)
      .where(
        and(
          claimant ? claimedBy(claimant) : undefined,
          article ? eq(appearances.article, article) : undefined,
        ),
      )

  const about = (topic: string) =>
    db.select({ claim: claimTopics.claim }).from(claimTopics).where(eq(claimTopics.topic, topic))

  /** Only what the public reads: what is proposed is not for everybody on the desk. */
  const told = ({ rating, reason }: ClaimFilter) =>
    db
      .select({ claim: verdicts.claim })
      .from(verdicts)
      .where(
        and(
          eq(verdicts.status, 'published'),
          rating ? eq(verdicts.rating, rating) : undefined,
          reason ? sql`${verdicts.reasons} like ${`%"${reason}"%`}` : undefined,
        ),
      )

  function matching(filter: ClaimFilter): SQL | undefined {
    const { stage, holder, rating, reason, language, kind, topic } = filter
    const { claimant, article, terms = [] } = filter
    const [first, second, ...more] = terms.map(having)
    const found = first && second ? intersect(first, second, ...more) : first
    return and(
      stage ? eq(claims.stage, stage) : undefined,
      holder ? inArray(claims.stage, [...openStages]) : undefined,
      holder === 'nobody' ? isNull(claims.assignee) : undefined,
      holder && holder !== 'nobody' ? eq(claims.assignee, holder) : undefined,
      language ? eq(claims.language, language) : undefined,
      kind ? eq(claims.kind, kind) : undefined,
      claimant || article ? inArray(claims.id, appearing(filter)) : undefined,
      topic ? inArray(claims.id, about(topic)) : undefined,
      rating || reason ? inArray(claims.id, told(filter)) : undefined,
      found ? inArray(claims.id, found) : undefined,
    )
  }

  const { stageSince: since, id } = claims
  const orders: Record<Sort, SQL[]> = {
    due: [asc(due), asc(since), asc(id)],
    waiting: [asc(since), asc(id)],
    newest: [desc(id)],
    moved: [desc(since), desc(id)],
  }
  const rest = (sort: Sort, at: QueuePlace): SQL =>
    ({
      due: sql`(${due}, ${since}, ${id}) > (${at.due}, ${at.since}, ${at.id})`,
      waiting: sql`(${since}, ${id}) > (${at.since}, ${at.id})`,
      newest: lt(id, at.id),
      moved: sql`(${since}, ${id}) < (${at.since}, ${at.id})`,
    })[sort]

  return {
    /**
     * A page of the queue.
     * @param after the last row of the page before
     * @returns up to `limit` claims, and the place from which the next page goes on, if there is one
     */
    async list(
      filter: ClaimFilter,
      { sort, after, limit }: { sort: Sort; after: QueuePlace | null; limit: number },
    ): Promise<{ claims: Claim[]; next: QueuePlace | null }> {
      const rows = await db
        .select({ claim: claims, due })
        .from(claims)
        .where(and(matching(filter), after ? rest(sort, after) : undefined))
        .orderBy(...orders[sort])
        .limit(limit + 1)
      const last = rows.length > limit ? rows[limit - 1] : undefined
      const next = last && { due: last.due, since: last.claim.stageSince, id: last.claim.id }
      return { claims: rows.slice(0, limit).map(({ claim }) => claim), next: next ?? null }
    },

    /** How many claims stand at each stage, by who holds them. */
    async counts(filter: ClaimFilter): Promise<Tally[]> {
      const rows = await db
        .select({ stage: claims.stage, assignee: claims.assignee, claims: count() })
        .from(claims)
        .where(matching(filter))
        .groupBy(claims.stage, claims.assignee)
      return rows.map((row) => ({ ...row, more: false }))
    },
  }
}
