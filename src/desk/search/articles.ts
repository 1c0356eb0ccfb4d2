import type { Hit } from '../../domain/hit.ts'
import { piecesOf, says } from '../../matching/query/marks.ts'
import type { Store } from '../../store/store.ts'
import type { Asking } from './asking.ts'
import { soughtOf } from './hits.ts'
import type { Understood } from './understand.ts'

/** An article that was found, its title in pieces, and where its text says it. */
export type FoundArticle = { id: string; hits: Hit[] }
export type ArticlesFound = {
  found: FoundArticle[]
  /** From where there are more, older ones; null where there are none. */
  next: number | null
  /** How many there are, or that there are more than so many. */
  count: { articles: number; isLeast: boolean }
}

/** So many are counted. */
const COUNTED = 30

/** Of a text that is longer, only the beginning is shown. */
const READ = 200_000

/** Articles that say what is searched for, newest first. @param before older than this one */
export async function articlesFound(
  store: Store,
  asking: Asking,
  understood: Understood,
  before: number | null,
  most: number,
): Promise<ArticlesFound> {
  const limit = Math.max(most, COUNTED) + 1
  const looked = { kind: 'article', before, limit } as const
  const { hits, next } = await store.words.found(asking.asked, looked)
  const shown = hits.slice(0, most)
  const rows = await store.articles.byIds(shown.map(({ subject }) => subject))
  const sought = soughtOf(asking, understood)
  const found: FoundArticle[] = []
  for (const { subject } of shown) {
    const article = rows.find(({ id }) => id === subject)
    if (!article) continue
    const version = await store.articles.version(article.version)
    const body = (version?.body ?? '').slice(0, READ)
    const title = [article.title, article.outlet, article.byline].filter(Boolean).join(', ')
    const isSaid = (phrase: string[]) => says(title, phrase) || says(body, phrase)
    if (!understood.phrases.every(isSaid) || understood.none.phrases.some(isSaid)) continue
    const { language } = article
    const pieces = [
      piecesOf(article.title, language, sought, true),
      piecesOf(body, language, sought),
    ]
    const told = pieces.map((some, i): Hit => {
      const field = i === 0 ? 'statement' : 'article'
      return { field, number: null, language, pieces: some }
    })
    found.push({ id: subject, hits: told.filter((hit) => hit.pieces.length > 0) })
  }
  const isMore = hits.length > most || next !== null
  const last = shown.at(-1)?.number ?? next
  const isRead = understood.phrases.length + understood.none.phrases.length > 0
  // Of phrases only those count that were read; the index goes by their stems.
  const articles = isRead ? found.length : Math.min(hits.length, limit - 1)
  const isLeast = next !== null || hits.length === limit || (isRead && isMore)
  return { found, next: isMore ? last : null, count: { articles, isLeast } }
}
