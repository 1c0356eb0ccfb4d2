import {
  and,
  asc,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  lt,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { ChangeKind, ToldPlace } from '../domain/public-list.ts'
import { publicStatuses } from '../domain/status.ts'
import type { Term } from '../matching/query.ts'
import type { Connection } from './connection.ts'

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
}

/** Up to so many claims that share a word with a search are gone through one by one. */
const RARE = 1000

/** After every letter. */
const LAST = '\u{10ffff}'

/** What public pages are made of: publications, found by what never changes of their verdicts. */
export const toldQueries = ({ db, tables }: Connection) => {
  const { verdicts, publications, ledger, claimStems } = tables

  const { stem, claim } = claimStems
  const asked = (terms: Term[]): SQL | undefined =>
    or(
      ...terms.flatMap(({ stems, beginning }) => [
        stems.length > 0 ? inArray(stem, stems) : undefined,
        beginning ? and(gte(stem, beginning), lt(stem, beginning + LAST)) : undefined,
      ]),
    )

  /**
   * Verdicts on claims that share a word with a search; whether they say all of it is for their own words
   * to show. Rare words lead to their claims; of common ones the list is full enough to be walked through.
   */
  async function sharing(terms: Term[], rare: number): Promise<SQL | undefined> {
    if (terms.length === 0) return undefined
    const found = await db
      .selectDistinct({ claim })
      .from(claimStems)
      .where(asked(terms))
      .limit(rare + 1)
    const ids = found.map((row) => row.claim)
    if (ids.length <= rare) return inArray(verdicts.claim, ids)
    const one = and(eq(claim, verdicts.claim), asked(terms))
    return exists(db.select({ claim }).from(claimStems).where(one))
  }

  return {
    /**
     * Published verdicts, newest first.
     * @param page `after` is the last one of the page before; `rare`, up to how many claims share rare words
     */
    async list(page: {
      rating: string | null
      terms: Term[]
      after: ToldPlace | null
      limit: number
      rare?: number
    }): Promise<ToldPlace[]> {
      const { rating, terms, after, limit, rare = RARE } = page
      const at = sql<string>`coalesce(${verdicts.publishedAt}, '')`
      return await db
        .select({ id: verdicts.id, at })
        .from(verdicts)
        .where(
          and(
            eq(verdicts.status, 'published'),
            rating ? eq(verdicts.rating, rating) : undefined,
            after
              ? sql`(${verdicts.publishedAt}, ${verdicts.id}) < (${after.at}, ${after.id})`
              : undefined,
            await sharing(terms, rare),
          ),
        )
        .orderBy(desc(verdicts.publishedAt), desc(verdicts.id))
        .limit(limit)
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
      const replaced = and(
        kind && kind !== 'withdrawal'
          ? eq(verdicts.correctionKind, kind)
          : isNotNull(verdicts.correctionKind),
        inArray(ledger.verb, ['publish', 'typo']),
      )
      const taken = and(eq(verdicts.status, 'withdrawn'), eq(ledger.verb, 'withdraw'))
      const { id: verdict, claim } = verdicts
      return await db
        .select({ seq, verdict, claim, verb: ledger.verb, at: ledger.at, hash: ledger.hash })
        .from(verdicts)
        .innerJoin(publications, eq(publications.verdict, verdict))
        .innerJoin(ledger, eq(ledger.seq, seq))
        .where(
          and(
            inArray(verdicts.status, [...publicStatuses]),
            kind === 'withdrawal' ? taken : kind ? replaced : or(replaced, taken),
            before === null ? undefined : lt(seq, before),
          ),
        )
        .orderBy(desc(seq))
        .limit(limit)
    },
  }
}
