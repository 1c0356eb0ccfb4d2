import { openStages, type Stage, stages } from '../../domain/stage.ts'
import { type FacetKind, kindNumbers, workIn } from '../../store/facets/kinds.ts'
import type { Facets } from '../../store/queue.ts'

/** What can be chosen among what was found. */
type SearchFacet = 'rating' | 'language' | 'topic' | 'claimant' | 'kind'
export type FacetCounts = Record<SearchFacet, { value: string; claims: number }[]>

/** How many of what was found have a value of a facet, by the facet's number. */
type Counts = { kind: number; value: string; claims: number }[]

/** Of how many values the most common are told. */
const TOLD = 8

const of = (counts: Counts, facet: FacetKind) =>
  counts.filter(({ kind }) => kind === kindNumbers[facet])

const most = (counts: Counts, facet: SearchFacet) =>
  of(counts, facet)
    .slice(0, TOLD)
    .map(({ value, claims }) => ({ value, claims }))

/** What was found, by what it has; most of it first. */
export const facetsOf = (counts: Counts): FacetCounts => ({
  rating: most(counts, 'rating'),
  language: most(counts, 'language'),
  topic: most(counts, 'topic'),
  claimant: most(counts, 'claimant'),
  kind: most(counts, 'kind'),
})

/** The same of a list in which nothing is searched for. */
export const facetsIn = (all: Facets): FacetCounts => ({
  rating: all.rating.slice(0, TOLD),
  language: all.language.slice(0, TOLD),
  topic: all.topic.slice(0, TOLD),
  claimant: all.claimant.slice(0, TOLD),
  kind: all.kind.slice(0, TOLD),
})

/** What was found, by its stage and by whoever holds it. */
export function tallyOf(
  counts: Counts,
): { stage: Stage; assignee: string | null; claims: number }[] {
  const open = of(counts, 'work').map(({ value, claims }) => ({ ...workIn(value), claims }))
  const closed = of(counts, 'stage').flatMap(({ value, claims }) => {
    const stage = stages.find((one) => one === value)
    return stage && !openStages.includes(stage) ? [{ stage, assignee: null, claims }] : []
  })
  return [...open, ...closed]
}
