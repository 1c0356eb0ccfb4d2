import type { Appearance } from '../domain/appearance.ts'
import type { Article } from '../domain/article.ts'
import { attributions, type Suggestion } from '../ingest/attribution.ts'
import type { Sentence } from '../ingest/sentences.ts'
import { known } from './deciding.ts'
import type { Desk } from './open.ts'
import { sentencesOf } from './sentences.ts'

/** How many sentences further up may hold the whole name of somebody. */
const ABOVE = 100

const textOf = (some: readonly Sentence[]): string[] => some.map(({ text }) => text)

/**
 * The chains that an article tells where words stand in it: suggestions, of which nothing follows.
 * @param all the sentences of its text
 * @param place of the words, in code points
 */
export function chainsAt(
  article: Pick<Article, 'language' | 'outlet'>,
  all: readonly Sentence[],
  place: { start: number; end: number },
): Suggestion[] {
  const taken = all.filter(({ start, end }) => start < place.end && end > place.start)
  const [first, last] = [taken[0], taken.at(-1)]
  if (!first || !last) return []
  const up = all.slice(Math.max(0, first.number - 1 - ABOVE), first.number - 1)
  const next = all.slice(last.number, last.number + 1)
  return attributions({
    taken: textOf(taken),
    before: textOf(up.filter(({ paragraph }) => paragraph === first.paragraph)),
    after: textOf(next),
    above: textOf(up).join('\n'),
    language: article.language,
    outlet: article.outlet,
  })
}

/** The chains that the article of an appearance tells, in the version that it was taken from. */
export async function chainsOf(
  { store }: Desk,
  article: Article,
  appearance: Appearance,
): Promise<Suggestion[]> {
  const version = known(await store.articles.version(appearance.version))
  return chainsAt(article, sentencesOf(version.id, version.body, article.language), appearance)
}
