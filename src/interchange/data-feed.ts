import { toldPath } from '../domain/slug.ts'
import { claimReview, type Publisher, type Reviewed } from './claim-review.ts'
import type { PublicVerdict } from './verdict-export.ts'

/** Whose feed it is. */
export type FeedOf = Omit<Publisher, 'url'>

/** What of a verdict an element of the feed is made of. */
export type Fed = Reviewed & Pick<PublicVerdict, 'id' | 'claimId' | 'slug' | 'status'>

/*
 * The feed is a document of any length, written piece by piece: the head, the elements with `BETWEEN` between
 * two of them, and the end.
 *
 * https://schema.org/DataFeed, in the form that Data Commons publishes ClaimReview in: the item of each
 * element is a list.
 */

/** Up to where the elements begin. @param dateModified when the public was last told anything, ISO 8601 */
export function dataFeedHead({ name, home, site }: FeedOf, dateModified: string): string {
  const head = {
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    name,
    url: `${home}/verdicts`,
    dateModified,
    publisher: { '@type': 'NewsMediaOrganization', name, url: site ?? home },
  }
  return `${JSON.stringify(head).slice(0, -1)},"dataFeedElement":[\n`
}

export const BETWEEN = ',\n'

/**
 * A verdict as an element of the feed, JSON on one line.
 * @returns null for a version that was replaced or withdrawn, and for one that breaks a rule of
 *   `claim-review-rules.ts`: it is not in the feed
 */
export function dataFeedElement(told: Fed, feed: FeedOf): string | null {
  if (told.status !== 'published') return null
  const review = claimReview(told, { ...feed, url: feed.home + toldPath(told) })
  if (!review) return null
  // The context of the whole document is theirs too.
  const { '@context': _, ...item } = review
  return JSON.stringify({
    '@type': 'DataFeedItem',
    identifier: told.id,
    dateCreated: told.publishedAt,
    item: [item],
  })
}

/** An element of a version that is in the feed no more. @param at since when, ISO 8601 */
export const deletedItem = (id: string, at: string): string =>
  JSON.stringify({ '@type': 'DataFeedItem', identifier: id, dateDeleted: at, item: null })

export const DATA_FEED_END = '\n]}\n'
