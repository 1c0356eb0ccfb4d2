import type { Article } from '../domain/article.ts'
import type { Hit } from '../domain/hit.ts'
import { demand, type Member } from '../domain/member.ts'
import type { Queue } from '../domain/queue.ts'
import type { SearchPlace } from '../domain/search-place.ts'
import { PAGE } from './articles.ts'
import type { HeavyRead } from './heavy-jobs.ts'
import type { Desk } from './open.ts'
import { listed } from './rulings/reading.ts'
import type { ArticlesFound } from './search/articles.ts'
import type { FacetCounts } from './search/facets.ts'
import type { Searched } from './search.ts'

async function ask<T>({ heavy }: Desk, job: HeavyRead): Promise<T> {
  return JSON.parse(await new Response(await heavy.run(job)).text())
}

/** An article that was found, and where it says what was searched for. */
export type ArticleHit = { article: Article; hits: Hit[] }

async function withArticles({ store }: Desk, { found }: ArticlesFound): Promise<ArticleHit[]> {
  const articles = await store.articles.byIds(found.map(({ id }) => id))
  return found.flatMap(({ id, hits }) => {
    const article = articles.find((one) => one.id === id)
    return article ? [{ article, hits }] : []
  })
}

/** A page of what is found among claims, and a few articles, and rulings of others. @param place where the page begins */
export async function searchAside(
  desk: Desk,
  { id }: Member,
  queue: Queue,
  place: SearchPlace | null,
) {
  const asked = { member: { id }, queue, place, page: PAGE }
  const found = await ask<Searched>(desk, { read: 'search', ...asked })
  const articles = { ...found.articles, found: await withArticles(desk, found.articles) }
  return {
    ...found,
    articles,
    rulings: { ...found.rulings, found: await listed(desk, found.rulings) },
  }
}

/**
 * Articles that say what is searched for, newest first.
 * @param before older than the one with this number; null for the first page
 * @throws Refusal `forbidden`
 */
export async function findArticles(desk: Desk, member: Member, q: string, before: number | null) {
  demand(member, 'viewer')
  const asked = { member: { id: member.id }, q, before, page: PAGE }
  const found = await ask<ArticlesFound>(desk, { read: 'articles', ...asked })
  return { found: await withArticles(desk, found), next: found.next }
}

/**
 * Facets with the names of claimants beside their ids.
 * @param among how many were counted, where there are more; else null
 */
export async function namedFacets({ store }: Desk, facets: FacetCounts, among: number | null) {
  const claimants = await store.claimants.byIds(facets.claimant.map(({ value }) => value))
  const names = new Map(claimants.map(({ id, name }) => [id, name]))
  const claimant = facets.claimant.map((one) => ({ ...one, name: names.get(one.value) ?? null }))
  return { ...facets, claimant, among }
}
