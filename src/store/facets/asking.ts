import { and, eq, gt, inArray, or, sql } from 'drizzle-orm'
import { openStages, type Stage, stages } from '../../domain/stage.ts'
import type { ClaimFilter } from '../claim-filter.ts'
import type { Connection } from '../connection.ts'
import { once } from '../prepared.ts'
import { bothValue, type FacetKind, isPaired, kindNumbers, stageFacet, workValue } from './kinds.ts'

/** One thing that is asked of a claim: the facet that it is to have, at each stage at which it may be. */
export type Condition = {
  kind: FacetKind
  at: Partial<Record<Stage, number>>
  claims: number
  /** Where several things are asked: how many claims have the facet at each stage. */
  atStage?: Partial<Record<Stage, number>>
}

/** What is asked: the stages, and the conditions, the one that fewest claims meet first. */
export type Asked = {
  stages: readonly Stage[]
  conditions: Condition[]
  /** Something is asked that no claim has. */
  isNothing: boolean
  /** Claimant and article, which are asked of one appearance. */
  together: { claimant: string; article: string } | null
}

/** The filters that name one facet each. */
const singles = [
  'language',
  'kind',
  'rating',
  'reason',
  'topic',
  'claimant',
  'article',
  'topic_claimant',
] as const satisfies FacetKind[]

type Named = { kind: FacetKind; value: string; stages: readonly Stage[] }

function namedBy(filter: ClaimFilter): Named[][] {
  const { holder, topic, claimant } = filter
  const values =
    topic && claimant
      ? { ...filter, topic: null, claimant: null, topic_claimant: bothValue(topic, claimant) }
      : { ...filter, topic_claimant: null }
  const named = singles.flatMap((kind): Named[][] => {
    const value = values[kind]
    return value ? [[{ kind, value, stages }]] : []
  })
  if (!holder) return named
  const assignee = holder === 'nobody' ? null : holder
  const held = openStages.map(
    (stage): Named => ({ kind: 'work', value: workValue(stage, assignee), stages: [stage] }),
  )
  return [...named, held]
}

/** Reads a filter as facets, with one look-up for all of them. */
export const askingIn = ({ db, tables: { facets, facetPairs } }: Connection) => {
  const lookUp = once((names: number) => {
    const name = (i: number) =>
      and(
        eq(facets.kind, sql.placeholder(`kind${i}`)),
        eq(facets.value, sql.placeholder(`value${i}`)),
      )
    const any = or(...Array.from({ length: names }, (_, i) => name(i)))
    return db.select().from(facets).where(any).prepare()
  })

  const ofStages = once((given: number) => {
    const these = Array.from({ length: given }, (_, i) => sql.placeholder(`facet${i}`))
    return db
      .select({ stage: facetPairs.one, facet: facetPairs.other, claims: facetPairs.claims })
      .from(facetPairs)
      .where(
        and(
          inArray(facetPairs.other, these),
          eq(facetPairs.oneKind, kindNumbers.stage),
          gt(facetPairs.claims, 0),
        ),
      )
      .prepare()
  })

  async function countAtStages(conditions: Condition[]): Promise<void> {
    const given = conditions.map(({ at }) => at.decided ?? 0)
    const values = Object.fromEntries(given.map((facet, i) => [`facet${i}`, facet]))
    const found = await ofStages(given.length).execute(values)
    for (const [i, condition] of conditions.entries()) {
      const own = found.filter(({ facet }) => facet === given[i])
      condition.atStage = Object.fromEntries(
        stages.map((stage) => [
          stage,
          own.find((one) => one.stage === stageFacet(stage))?.claims ?? 0,
        ]),
      )
    }
  }

  return async (filter: ClaimFilter): Promise<Asked> => {
    const named = namedBy(filter)
    const all = named.flat()
    const values = all.flatMap(({ kind, value }, i) => [
      [`kind${i}`, kindNumbers[kind]],
      [`value${i}`, value],
    ])
    const found = all.length > 0 ? await lookUp(all.length).execute(Object.fromEntries(values)) : []
    const conditions = named.map((alternatives): Condition => {
      const at: Condition['at'] = {}
      let claims = 0
      for (const one of alternatives) {
        const facet = found.find(
          ({ kind, value }) => kind === kindNumbers[one.kind] && value === one.value,
        )
        if (!facet?.claims) continue
        for (const stage of one.stages) at[stage] = facet.number
        claims += facet.claims
      }
      return { kind: alternatives[0]?.kind ?? 'stage', at, claims }
    })
    // A run that finds nothing is a long one: along the facet that fewest have at its stage, if any do.
    const counted = conditions.filter(({ kind }) => kind !== 'work' && isPaired(kindNumbers[kind]))
    if (conditions.length > 1 && counted.length > 0) await countAtStages(counted)
    const { stage, claimant, article } = filter
    return {
      isNothing: conditions.some(({ claims }) => claims === 0),
      stages: stage ? [stage] : stages,
      conditions: conditions.sort((a, b) => a.claims - b.claims),
      together: claimant && article ? { claimant, article } : null,
    }
  }
}

/** A run of claims along one index: at one stage those with one facet that have all of the others. */
export type Run = { stage: Stage; facet: number; others: number[] }

/** The runs in which all claims are that meet what is asked: none, where nothing can be so. */
export const runsOf = ({ stages, conditions }: Asked): Run[] =>
  stages.flatMap((stage) => {
    const rank = ({ atStage, claims }: Condition): number => atStage?.[stage] ?? claims
    const ranked = conditions.toSorted((a, b) => rank(a) - rank(b))
    const facets = ranked.map(({ at }) => at[stage])
    if (facets.some((one) => one === undefined)) return []
    if (ranked[0] && rank(ranked[0]) === 0) return []
    const [facet = stageFacet(stage), ...others] = facets.filter((one) => one !== undefined)
    return [{ stage, facet, others }]
  })
