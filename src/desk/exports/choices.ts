import type { Article } from '../../domain/article.ts'
import type { Claimant } from '../../domain/claimant.ts'
import type { Asked } from '../../domain/export-filters.ts'
import { id } from '../../domain/parse.ts'
import type { Rating } from '../../domain/rating.ts'
import type { Store } from '../../store/store.ts'

/** What an export can be filtered by: of topics, articles and claimants at most `most` are offered. */
export type Choices = {
  /** The whole scale: a retired rating stands on what was published with it. */
  ratings: Rating[]
  topics: string[]
  languages: string[]
  articles: Pick<Article, 'id' | 'title' | 'outlet' | 'date'>[]
  claimants: Pick<Claimant, 'id' | 'name' | 'role'>[]
  most: number
}

/** What has something public. */
export async function choicesOf(store: Store, most: number): Promise<Choices> {
  const { exportChoices } = store
  return {
    ratings: await store.desks.scale(),
    topics: await exportChoices.topics(most),
    languages: await exportChoices.languages(),
    articles: await exportChoices.articles(most),
    claimants: await exportChoices.claimants(most),
    most,
  }
}

const idsIn = (asked: string | string[] | undefined): string[] =>
  [asked ?? []].flat().filter((one) => id.safeParse(one).success)

const both = <T extends { id: string }>(chosen: T[], listed: T[]): T[] => [
  ...chosen.filter(({ id }) => !listed.some((one) => one.id === id)),
  ...listed,
]

/** The same with what was chosen, where that is not among them: first, so that it is seen. */
export async function withChosen(store: Store, listed: Choices, asked: Asked): Promise<Choices> {
  const articles = await store.articles.byIds(idsIn(asked.article))
  const claimants = await store.claimants.byIds(idsIn(asked.claimant))
  return {
    ...listed,
    articles: both(articles, listed.articles),
    claimants: both(claimants, listed.claimants),
  }
}
