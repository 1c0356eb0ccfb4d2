import type { Stage } from '../../domain/stage.ts'
import type { Facts } from '../../store/facts.ts'

/** What can be chosen among what was found. */
export const searchFacets = ['rating', 'language', 'topic', 'claimant', 'kind'] as const
export type SearchFacet = (typeof searchFacets)[number]
export type FacetCounts = Record<SearchFacet, { value: string; claims: number }[]>

const values: Record<SearchFacet, (facts: Facts) => (string | null)[]> = {
  rating: ({ rating }) => [rating],
  language: ({ language }) => [language],
  topic: ({ topics }) => topics,
  claimant: ({ claimants }) => claimants,
  kind: ({ kind }) => [kind],
}

/** Of how many values the most common are told. */
const TOLD = 8

function counted(all: Facts[], facet: SearchFacet) {
  const counts = new Map<string, number>()
  for (const value of all.flatMap(values[facet])) {
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, claims]) => ({ value, claims }))
    .sort((a, b) => b.claims - a.claims || (a.value < b.value ? -1 : 1))
    .slice(0, TOLD)
}

/** What was found, by what it has; most of it first. */
export const facetsOf = (all: Facts[]): FacetCounts => ({
  rating: counted(all, 'rating'),
  language: counted(all, 'language'),
  topic: counted(all, 'topic'),
  claimant: counted(all, 'claimant'),
  kind: counted(all, 'kind'),
})

/** What was found, by its stage and by whoever holds it. */
export function tallyOf(all: Facts[]): { stage: Stage; assignee: string | null; claims: number }[] {
  const by = Map.groupBy(all, ({ stage, assignee }) => `${stage} ${assignee ?? ''}`)
  return [...by.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ stage: first.stage, assignee: first.assignee, claims: group.length }] : []
  })
}
