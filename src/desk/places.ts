import type { Appearance } from '../domain/appearance.ts'
import type { Article } from '../domain/article.ts'
import type { Claimant } from '../domain/claimant.ts'
import type { Desk } from './open.ts'

/** Where a claim appears: the words, the article they stand in, and the record of who claims it. */
export type Place = { appearance: Appearance; article: Article; claimant: Claimant | null }

/**
 * Appearances with their articles and claimants, in the order given.
 * @param cursor the place in the ledger as of which those stood; null for now
 */
export async function placesOf(
  { store }: Desk,
  appearances: Appearance[],
  cursor: number | null = null,
): Promise<Place[]> {
  const some = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  const articleIds = some(appearances.map(({ article }) => article))
  const claimantIds = some(appearances.map(({ claimantId }) => claimantId))
  const { past } = store
  const [articles, claimants] = await Promise.all([
    cursor === null ? store.articles.byIds(articleIds) : past.these('article', articleIds, cursor),
    cursor === null
      ? store.claimants.byIds(claimantIds)
      : past.these('claimant', claimantIds, cursor),
  ])
  const article = new Map(articles.map((one) => [one.id, one]))
  const claimant = new Map(claimants.map((one) => [one.id, one]))
  return appearances.flatMap((appearance) => {
    const source = article.get(appearance.article)
    const by = claimant.get(appearance.claimantId ?? '') ?? null
    return source ? [{ appearance, article: source, claimant: by }] : []
  })
}
