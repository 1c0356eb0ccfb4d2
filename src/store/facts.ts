import { and, count, desc, eq, gt, inArray, like, lt, sql } from 'drizzle-orm'
import type { Claim } from '../domain/claim.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Connection } from './connection.ts'
import { kindNumbers } from './facets/kinds.ts'

/** What filters ask of a claim, as the public and everybody on the desk may know it. */
export type Facts = Pick<
  Claim,
  'id' | 'stage' | 'stageSince' | 'assignee' | 'language' | 'kind' | 'dueOn'
> & {
  topics: string[]
  /** Of the public verdict. */
  rating: string | null
  reasons: string[]
  /** Ids, `outlet` or `unknown`, each once. */
  claimants: string[]
  appearances: { claimant: string | null; article: string }[]
  /** When it was claimed, as far as that is known. */
  claimedOn: string[]
  hasEvidence: boolean
}

const MOST_NAMES = 500

export const factQueries = ({ db, tables, indexing }: Connection) => {
  const { claims, appearances, articles, claimants, claimTopics, documents, evidence, verdicts } =
    tables
  const { facets, claimFacets, claimNumbers } = tables

  return {
    /** What is known of these claims, in their order; of those that are there. */
    async of(ids: string[]): Promise<Facts[]> {
      if (ids.length === 0) return []
      const [rows, places, told, bases] = await Promise.all([
        db
          .select({
            id: claims.id,
            stage: claims.stage,
            stageSince: claims.stageSince,
            assignee: claims.assignee,
            language: claims.language,
            kind: claims.kind,
            dueOn: claims.dueOn,
            topics: claims.topics,
          })
          .from(claims)
          .where(inArray(claims.id, ids)),
        db
          .select({
            claim: appearances.claim,
            article: appearances.article,
            kind: appearances.claimantKind,
            claimant: appearances.claimantId,
            claimedOn: appearances.claimedOn,
          })
          .from(appearances)
          .where(inArray(appearances.claim, ids)),
        db
          .select({ claim: verdicts.claim, rating: verdicts.rating, reasons: verdicts.reasons })
          .from(verdicts)
          .where(and(inArray(verdicts.claim, ids), eq(verdicts.status, 'published'))),
        db
          .selectDistinct({ claim: evidence.claim })
          .from(evidence)
          .where(inArray(evidence.claim, ids)),
      ])
      const known = new Map(rows.map((row) => [row.id, row]))
      const at = Map.groupBy(places, ({ claim }) => claim)
      const public_ = new Map(told.map((row) => [row.claim, row]))
      const based = new Set(bases.map(({ claim }) => claim))
      return ids.flatMap((id) => {
        const claim = known.get(id)
        if (!claim) return []
        const here = (at.get(id) ?? []).map(({ kind, claimant, ...place }) => ({
          ...place,
          claimant: kind === 'named' ? claimant : kind,
        }))
        return [
          {
            ...claim,
            topics: claim.topics ?? [],
            rating: public_.get(id)?.rating ?? null,
            reasons: public_.get(id)?.reasons ?? [],
            claimants: [...new Set(here.flatMap(({ claimant }) => claimant ?? []))],
            appearances: here,
            claimedOn: here.flatMap(({ claimedOn }) => claimedOn ?? []),
            hasEvidence: based.has(id),
          },
        ]
      })
    },

    /** How many of these claims have what: a number for each value of each facet. */
    async counted(ids: string[]): Promise<{ kind: number; value: string; claims: number }[]> {
      if (ids.length === 0) return []
      // By their numbers first: to group the texts takes half as long again.
      const each = db
        .select({ facet: claimFacets.facet, claims: count().as('n') })
        .from(claimNumbers)
        .innerJoin(claimFacets, eq(claimFacets.claim, claimNumbers.number))
        .where(indexing.among(sql`${claimNumbers.claim}`, ids))
        .groupBy(claimFacets.facet)
        .as('each')
      return await db
        .select({ kind: facets.kind, value: facets.value, claims: each.claims })
        .from(each)
        .innerJoin(facets, eq(facets.number, each.facet))
        .orderBy(desc(each.claims), facets.value)
    },

    /** The languages that statements are written in. */
    async languages(): Promise<string[]> {
      const isIn = and(eq(facets.kind, kindNumbers.language), gt(facets.claims, 0))
      const rows = await db.select({ value: facets.value }).from(facets).where(isIn)
      return rows.map(({ value }) => value)
    },

    /** The verdicts on these claims that the public reads. */
    async told(ids: string[]): Promise<Verdict[]> {
      if (ids.length === 0) return []
      return await db
        .select()
        .from(verdicts)
        .where(and(inArray(verdicts.claim, ids), eq(verdicts.status, 'published')))
    },

    /** Claims after the one that was seen last (`before`), newest first, by id. */
    async newest(before: string | null, limit: number): Promise<string[]> {
      const rows = await db
        .select({ id: claims.id })
        .from(claims)
        .where(before ? lt(claims.id, before) : undefined)
        .orderBy(desc(claims.id))
        .limit(limit)
      return rows.map(({ id }) => id)
    },

    /** What these claims are found by: lines of words, as the index of words keeps them. */
    async stems(ids: string[]): Promise<{ number: number; subject: string; stems: string }[]> {
      if (ids.length === 0) return []
      const { number, subject, stems } = documents
      return await db
        .select({ number, subject, stems })
        .from(documents)
        .where(inArray(subject, ids))
    },

    /** Those whose name, or another name of theirs, has a text in it. @param letters of the name, folded */
    async claimantsCalled(letters: string): Promise<string[]> {
      const { id, key } = claimants
      const rows = await db
        .select({ id })
        .from(claimants)
        .where(like(key, `%${letters.replace(/[\\%_]/g, '')}%`))
        .limit(MOST_NAMES)
      return rows.map((row) => row.id)
    },

    /** Whether a claim has a topic. */
    async hasTopic(topic: string): Promise<boolean> {
      const rows = await db
        .select({ topic: claimTopics.topic })
        .from(claimTopics)
        .where(eq(claimTopics.topic, topic))
        .limit(1)
      return rows.length > 0
    },

    /** What filters ask of articles. */
    async articles(ids: string[]): Promise<{ id: string; title: string; outlet: string | null }[]> {
      if (ids.length === 0) return []
      const { id, title, outlet } = articles
      return await db.select({ id, title, outlet }).from(articles).where(inArray(id, ids))
    },
  }
}
