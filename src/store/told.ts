import { and, asc, desc, eq, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { ChangeKind, ToldPlace } from '../domain/public-list.ts'
import { publicStatuses } from '../domain/status.ts'
import type { Connection } from './connection.ts'

/** A published verdict among the others, and the claim that it is on. */
export type ToldOn = ToldPlace & { claim: string }

/** What the public was last told of a verdict version, and when. */
export type Told = { verdict: string; seq: number; at: string; body: string }

/** A decision that changed what the public was told: its place in the ledger, and what it made. */
export type Corrected = {
  seq: number
  verdict: string
  claim: string
  verb: string
  at: string
  hash: string
  /** How it stood by then. */
  status: string
}

/** What public pages are made of: publications, found by what never changes of their verdicts. */
export const toldQueries = ({ db, tables }: Connection) => {
  const { verdicts, publications, ledger } = tables

  const at = sql<string>`coalesce(${verdicts.publishedAt}, '')`
  const place = { id: verdicts.id, at, claim: verdicts.claim }
  // Engines would else go through all that is published, in its order.
  const isPublished = sql`coalesce(${verdicts.status}, '') = 'published'`

  return {
    /**
     * Published verdicts, newest first.
     * @param asked `after` is the last one of the page before
     */
    async list(asked: {
      rating: string | null
      after: ToldPlace | null
      limit: number
    }): Promise<ToldOn[]> {
      const { rating, after, limit } = asked
      const { publishedAt, id } = verdicts
      return await db
        .select(place)
        .from(verdicts)
        .where(
          and(
            eq(verdicts.status, 'published'),
            rating ? eq(verdicts.rating, rating) : undefined,
            after ? sql`(${publishedAt}, ${id}) < (${after.at}, ${after.id})` : undefined,
          ),
        )
        .orderBy(desc(publishedAt), desc(id))
        .limit(limit)
    },

    /** Published verdicts with this rating, in no order. */
    async rated(rating: string, limit: number): Promise<ToldOn[]> {
      const isSo = and(eq(verdicts.status, 'published'), eq(verdicts.rating, rating))
      return await db.select(place).from(verdicts).where(isSo).limit(limit)
    },

    /** The published verdicts on these claims, in no order. */
    async on(claims: string[], rating: string | null): Promise<ToldOn[]> {
      if (claims.length === 0) return []
      const rated = rating ? eq(verdicts.rating, rating) : undefined
      return await db
        .select(place)
        .from(verdicts)
        .where(and(inArray(verdicts.claim, claims), isPublished, rated))
    },

    /** The last word on each of these versions, in no order. */
    async last(ids: string[]): Promise<Told[]> {
      if (ids.length === 0) return []
      const { seq, verdict, body } = publications
      const rows = await db
        .select({ verdict, seq, at: ledger.at, body })
        .from(publications)
        .innerJoin(ledger, eq(ledger.seq, seq))
        .where(inArray(verdict, ids))
        .orderBy(asc(seq))
      return [...new Map(rows.map((row) => [row.verdict, row])).values()]
    },

    /** When the public was last told anything at all. */
    async lastAt(): Promise<string | null> {
      const [row] = await db
        .select({ at: ledger.at })
        .from(publications)
        .innerJoin(ledger, eq(ledger.seq, publications.seq))
        .orderBy(desc(publications.seq))
        .limit(1)
      return row?.at ?? null
    },

    /**
     * The claim that an address leads to: that of a version which the public knows, or knew.
     * @param address a slug that it ever had, or its own id
     */
    async claimAt(address: string): Promise<string | null> {
      const [row] = await db
        .select({ claim: verdicts.claim })
        .from(verdicts)
        .where(
          and(
            or(eq(verdicts.slug, address), eq(verdicts.claim, address)),
            inArray(verdicts.status, [...publicStatuses]),
          ),
        )
        // Of two claims with one address, whoever had it first keeps it.
        .orderBy(asc(verdicts.publishedAt), asc(verdicts.id))
        .limit(1)
      return row?.claim ?? null
    },

    /**
     * Where the record was corrected or a verdict withdrawn, newest first.
     * @param asked `kind`: of these alone; `before`: the place of the last one of the page before
     */
    async corrected(asked: {
      kind: ChangeKind | null
      before: number | null
      limit: number
    }): Promise<Corrected[]> {
      const { kind, before, limit } = asked
      const { seq } = publications
      const { id: verdict, claim, status, correctionKind } = verdicts
      const along = (way: SQL | undefined) =>
        db
          .select({
            ...{ seq, verdict, claim, status: publications.status },
            ...{ verb: ledger.verb, at: ledger.at, hash: ledger.hash },
          })
          .from(verdicts)
          .innerJoin(publications, eq(publications.verdict, verdict))
          .innerJoin(ledger, eq(ledger.seq, seq))
          .where(and(way, before === null ? undefined : sql`coalesce(${seq}, 0) < ${before}`))
          // In no index's order, or an engine walks through everything that was ever told.
          .orderBy(sql`coalesce(${seq}, 0) desc`)
          .limit(limit)
      const isKind =
        kind && kind !== 'withdrawal' ? eq(correctionKind, kind) : isNotNull(correctionKind)
      const replaced = and(
        inArray(status, [...publicStatuses]),
        isKind,
        or(
          inArray(ledger.verb, ['publish', 'typo']),
          and(eq(ledger.verb, 'move_in'), ne(publications.status, 'withdrawn')),
        ),
      )
      const withdrawn = and(
        eq(status, 'withdrawn'),
        // Of a desk that was moved in, what was withdrawn there.
        or(
          eq(ledger.verb, 'withdraw'),
          and(eq(ledger.verb, 'move_in'), eq(publications.status, 'withdrawn')),
        ),
      )
      const [changed, taken] = await Promise.all([
        kind === 'withdrawal' ? [] : along(replaced),
        kind === null || kind === 'withdrawal' ? along(withdrawn) : [],
      ])
      return [...changed, ...taken].sort((a, b) => b.seq - a.seq).slice(0, limit)
    },
  }
}
