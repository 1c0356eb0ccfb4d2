import { stages } from '../../../src/domain/stage.ts'
import type { ClaimFilter, Facets } from '../../../src/store/queue.ts'
import type { Store } from '../../../src/store/store.ts'

export type Named = { name: string; filter: ClaimFilter }

/** The value of a facet that comes so far down the row of those of most claims, or the last one. */
const at = (facets: Facets, facet: keyof Facets, rank: number): string | null =>
  (facets[facet][rank] ?? facets[facet].at(-1))?.value ?? null

/** Each filter of the list alone: common values, and rarer ones. */
export async function singleFilters({ queue, queueChoices, people }: Store): Promise<Named[]> {
  const facets = await queue.facets({})
  const claimant = facets.claimant.filter(({ value }) => !['outlet', 'unknown'].includes(value))
  const [article] = (await queueChoices.articles(50)).slice(-1)
  const [holder] = (await queue.counts({ stage: 'checking' })).toSorted(
    (a, b) => b.claims - a.claims,
  )
  const anybody = (await people.list())[0]?.person.id
  return [
    { name: 'none', filter: {} },
    ...stages.map((stage) => ({ name: stage, filter: { stage } })),
    { name: 'somebody’s', filter: { holder: holder?.assignee ?? anybody } },
    { name: 'nobody’s', filter: { holder: 'nobody' } },
    { name: 'rating', filter: { rating: at(facets, 'rating', 0) } },
    { name: 'rarer rating', filter: { rating: at(facets, 'rating', 4) } },
    { name: 'reason', filter: { reason: at(facets, 'reason', 0) } },
    { name: 'language', filter: { language: at(facets, 'language', 0) } },
    { name: 'rarer language', filter: { language: at(facets, 'language', 9) } },
    { name: 'topic', filter: { topic: at(facets, 'topic', 0) } },
    { name: 'rarer topic', filter: { topic: at(facets, 'topic', 60) } },
    { name: 'claimant', filter: { claimant: claimant[0]?.value } },
    { name: 'rarer claimant', filter: { claimant: claimant[60]?.value } },
    { name: 'no claimant', filter: { claimant: 'unknown' } },
    { name: 'article', filter: { article: article?.id } },
  ]
}

/** Several at once. */
export function severalFilters(singles: Named[]): Named[] {
  const together = [
    ['decided', 'rating'],
    ['inbox', 'language'],
    ['checking', 'topic'],
    ['somebody’s', 'language'],
    ['nobody’s', 'topic'],
    ['rating', 'language'],
    ['rarer rating', 'rarer language'],
    ['topic', 'rating'],
    ['topic', 'claimant'],
    ['claimant', 'article'],
    ['decided', 'topic', 'rarer rating', 'language'],
  ]
  return together.map((names) => ({
    name: names.join(', '),
    filter: Object.assign(
      {},
      ...names.map((name) => singles.find((one) => one.name === name)?.filter),
    ),
  }))
}
