import { claimReview } from '../claim-review.ts'
import type { PublicVerdict } from '../verdict-export.ts'

/** Whose verdicts a feed tells: its address, without a slash at its end, its name, and as of when. */
export type FeedHead = { home: string; name: string; generatedAt: string }

const END = '\n]}\n'

/** Where a verdict is read. */
export const pageOf = (home: string, { slug, claimId }: Pick<PublicVerdict, 'slug' | 'claimId'>) =>
  `${home}/verdicts/${slug ?? claimId}`

/** What stands before the elements of a schema.org DataFeed, as JSON-LD, and after them. */
export const dataFeed = ({ home, name, generatedAt }: FeedHead): [begin: string, end: string] => {
  const head = {
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    name,
    url: `${home}/verdicts`,
    dateModified: generatedAt,
  }
  return [`${JSON.stringify(head).slice(0, -1)},"dataFeedElement":[`, END]
}

/** An element: the ClaimReview of a version that stands. */
export function feedItem(told: PublicVerdict, { home, name }: FeedHead): string {
  const review = claimReview(told, { url: pageOf(home, told), name, home })
  return JSON.stringify({
    '@type': 'DataFeedItem',
    identifier: told.id,
    dateCreated: told.publishedAt,
    item: [{ ...review, '@context': undefined }],
  })
}

/** An element that is gone since the feed was last asked for. */
export const deletedItem = (id: string, at: string): string =>
  JSON.stringify({ '@type': 'DataFeedItem', identifier: id, dateDeleted: at, item: null })
