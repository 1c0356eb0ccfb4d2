import { type SQL, sql } from 'drizzle-orm'
import type { Connection } from '../connection.ts'
import { everyFacet, placeColumns } from './definition.ts'
import { pairsOf, rebuilding } from './rebuild.ts'

/** What claims are listed and counted by: derived, so it can be looked over, and made anew. */
export const facetUpkeep = ({ db, tables, inTurn }: Connection) => {
  const { facets, facetPairs, claimNumbers, claimFacets, claims } = tables

  async function counted(rows: SQL): Promise<number> {
    const [row] = await db.select({ n: sql<number>`count(1)` }).from(sql`(${rows}) d`)
    return row?.n ?? 0
  }

  /** How many rows one side has, and the other has not. */
  const apart = async (one: SQL, other: SQL): Promise<number> =>
    (await counted(sql`${one} except ${other}`)) + (await counted(sql`${other} except ${one}`))

  const present = async (table: SQL): Promise<boolean> =>
    (await counted(sql`select 1 as one from ${table} limit 1`)) > 0

  async function rebuild(): Promise<void> {
    await inTurn(() => rebuilding(tables))
  }

  return {
    /** Makes all of it anew: each claim is read once. */
    rebuild,

    /** A desk from before claims were counted: they are now, before anybody asks. */
    async fill(): Promise<void> {
      if (!(await present(sql`${claimNumbers}`)) && (await present(sql`${claims}`))) await rebuild()
    },

    /** What is listed or counted otherwise than it stands in the tables of claims and verdicts. */
    async faults(): Promise<string[]> {
      const stands = sql`select k.kind, k.value, n.number as claim, ${placeColumns}
        from (${everyFacet}) k
          left join ${claimNumbers} n on n.claim = k.claim join ${claims} c on c.id = k.claim`
      const listed = sql`select k.kind, k.value, f.claim, f.stage, f.since, f.due
        from ${claimFacets} f left join ${facets} k on k.number = f.facet`
      const kept = sql`select number, claims from ${facets} where claims <> 0`
      const right = sql`select facet as number, count(claim) as claims from ${claimFacets} group by facet`
      const together = sql`select one, other, one_kind, other_kind, claims from ${facetPairs}
        where claims <> 0`
      const found = {
        'are listed otherwise than they stand': await apart(stands, listed),
        'are counted wrongly': await apart(kept, right),
        'are counted wrongly together': await apart(together, pairsOf(tables)),
      }
      return Object.entries(found).flatMap(([how, n]) =>
        n > 0 ? [`${n} facets of claims ${how}`] : [],
      )
    },
  }
}
