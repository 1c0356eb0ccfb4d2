import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import { stages } from '../../domain/stage.ts'
import type { Connection } from '../connection.ts'
import { once } from '../prepared.ts'
import { type Asked, runsOf } from './asking.ts'
import { type FacetKind, isPaired, kindIn, kindNumbers, stageFacet } from './kinds.ts'
import { inOrder, type Shape, shaped } from './runs.ts'

/** What is neither counted beforehand nor of few claims is counted among so many, the newest. */
export const COUNTED = 1000

/** A value with the number of its claims; with `more`, of at least so many. */
export type Counted = { value: string; claims: number; more: boolean }

/** How many claims have each value of a facet: of all claims, or of those that are asked for. */
export const talliesIn = ({ db, tables }: Connection) => {
  const { facets, facetPairs: pairs, claimFacets } = tables
  const limit = sql.placeholder('limit')

  const ofAll = once((kind: number) =>
    db
      .select({ value: facets.value, claims: facets.claims })
      .from(facets)
      .where(and(eq(facets.kind, kind), gt(facets.claims, 0)))
      .orderBy(desc(facets.claims), desc(facets.number))
      .limit(limit)
      .prepare(),
  )

  /** Together with some facets. A pair has the facet of the lower kind first. */
  type Under = { kind: number; isLower: boolean; givens: number }
  const underThese = once(({ kind, isLower, givens }: Under) => {
    const [given, value, kinds] = isLower
      ? [pairs.other, pairs.one, pairs.oneKind]
      : [pairs.one, pairs.other, pairs.otherKind]
    const these = Array.from({ length: givens }, (_, i) => sql.placeholder(`given${i}`))
    const where = and(inArray(given, these), eq(kinds, kind), gt(pairs.claims, 0))
    const claims = givens === 1 ? pairs.claims : sql<number>`cast(sum(${pairs.claims}) as bigint)`
    const found = db
      .select({ facet: sql<number>`${value}`.as('facet'), claims: sql<number>`${claims}`.as('n') })
      .from(pairs)
      .where(where)
    const first = (givens === 1 ? found : found.groupBy(value))
      .orderBy(sql`n desc`, desc(value))
      .limit(limit)
      .as('first')
    return db
      .select({ value: facets.value, claims: first.claims })
      .from(first)
      .innerJoin(facets, eq(facets.number, first.facet))
      .orderBy(desc(first.claims), desc(first.facet))
      .prepare()
  })

  /** All facets of the newest claims that are found, counted one by one. */
  const amongNewest = once((shape: Shape) =>
    db
      .select({
        kind: facets.kind,
        value: facets.value,
        claims: sql<number>`count(k.claim)`.as('n'),
      })
      .from(sql`(${inOrder(tables, shape)}) r`)
      .innerJoin(sql`${claimFacets} k`, sql`k.claim = r.claim`)
      .innerJoin(facets, eq(facets.number, sql`k.facet`))
      .groupBy(facets.number, facets.kind, facets.value)
      .orderBy(sql`n desc`, desc(facets.number))
      .prepare(),
  )

  async function countedBefore(given: number[], kind: number, limit: number): Promise<Counted[]> {
    const isLower = kind < kindIn(given[0] ?? 0)
    const values = Object.fromEntries(given.map((one, i) => [`given${i}`, one]))
    const query =
      given.length === 0 ? ofAll(kind) : underThese({ kind, isLower, givens: given.length })
    return exact(await query.execute({ ...values, limit }))
  }

  async function countedNow(asked: Asked): Promise<(Counted & { kind: number })[]> {
    const { shape, values } = shaped(asked, runsOf(asked), 'newest', null)
    if (shape.runs.length === 0) return []
    const found = await amongNewest(shape).execute({ ...values, limit: COUNTED })
    const stood = found.filter(({ kind }) => kind === kindNumbers.stage)
    const more = stood.reduce((sum, { claims }) => sum + claims, 0) >= COUNTED
    return found.map((row) => ({ ...row, more }))
  }

  /**
   * What is asked for, counted by each of these facets; of each value those of most claims first.
   * @param limit so many values of each facet, no more
   */
  return async (asked: Asked, kinds: FacetKind[], limit: number): Promise<Counted[][]> => {
    const given = givenIn(asked)
    if (given) {
      return Promise.all(kinds.map((kind) => countedBefore(given, kindNumbers[kind], limit)))
    }
    const found = await countedNow(asked)
    return kinds.map((kind) =>
      found
        .filter((row) => row.kind === kindNumbers[kind])
        .slice(0, limit)
        .map(({ value, claims, more }) => ({ value, claims, more })),
    )
  }
}

const exact = (rows: { value: string; claims: number }[]): Counted[] =>
  rows.map((row) => ({ ...row, more: false }))

/**
 * The facets that together are all that is asked, and have been counted with others: none where all claims are
 * asked for. Null where nobody counted beforehand.
 */
function givenIn({ stages: asked, conditions, isNothing }: Asked): number[] | null {
  const [one, another] = conditions
  const [stage] = asked
  const isAnywhere = asked.length === stages.length
  if (isNothing || another || (one && !isPaired(kindNumbers[one.kind]))) return null
  if (!one) return isAnywhere || !stage ? [] : [stageFacet(stage)]
  if (!isAnywhere && one.kind !== 'work') return null
  const facets = new Set(asked.flatMap((at) => one.at[at] ?? []))
  return facets.size > 0 ? [...facets] : null
}
