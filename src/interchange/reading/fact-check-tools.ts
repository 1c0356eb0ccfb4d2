import type { RulingRecord } from '../../domain/ruling-record.ts'
import { addressesIn } from './addresses.ts'
import { assemble } from './assemble.ts'
import type { Context } from './context.ts'
import { ratingLabel } from './rating-label.ts'
import { isNode, listOf, type Node, textIn, textOf } from './values.ts'

const nowhere = { read: [], junk: [] }
const nodeIn = (value: unknown): Node => (isNode(value) ? value : {})

/** Whether it is a claim as `claims:search` answers it, with the reviews of it. */
export const isFoundClaim = (node: Node): boolean =>
  Array.isArray(node.claimReview) && !('@type' in node)

/** Whether it is a page as `pages` answers it, with the markups on it. */
export const isMarkupPage = (node: Node): boolean => Array.isArray(node.claimReviewMarkups)

/** Each review of a claim that a search of Fact Check Tools found. */
export function* readFoundClaim(
  claim: Node,
  line: number,
  context: Context,
): Generator<RulingRecord> {
  for (const review of listOf(claim.claimReview).filter(isNode)) {
    const publisher = nodeIn(review.publisher)
    yield assemble(
      {
        key: null,
        statement: textIn(claim.text),
        label: textIn(review.textualRating),
        url: textIn(review.url),
        site: textIn(publisher.site),
        publisherName: textIn(publisher.name),
        title: textIn(review.title),
        language: textIn(review.languageCode),
        claimant: textIn(claim.claimant),
        claimantRole: null,
        claimedOn: textIn(claim.claimDate),
        reviewedOn: textIn(review.reviewDate),
        appearances: nowhere,
        links: nowhere,
        dayFirst: null,
        original: JSON.stringify({ ...claim, claimReview: [review] }),
      },
      line,
      context,
    )
  }
}

/** Each markup of a page that was written with Fact Check Tools. */
export function* readMarkupPage(
  page: Node,
  line: number,
  context: Context,
): Generator<RulingRecord> {
  const author = nodeIn(page.claimReviewAuthor)
  for (const markup of listOf(page.claimReviewMarkups).filter(isNode)) {
    const claimant = nodeIn(markup.claimAuthor)
    const places = [markup.claimFirstAppearance, ...listOf(markup.claimAppearances)]
    const { textualRating, ...numbers } = nodeIn(markup.rating)
    const rating = { alternateName: textualRating, ...numbers }
    yield assemble(
      {
        key: null,
        statement: textIn(markup.claimReviewed),
        label: ratingLabel(rating, null),
        url: textIn(markup.url) ?? textIn(page.pageUrl),
        site: null,
        publisherName: textIn(author.name),
        title: null,
        language: null,
        claimant: textOf(claimant, ['name']),
        claimantRole: textOf(claimant, ['jobTitle']),
        claimedOn: textIn(markup.claimDate),
        reviewedOn: textIn(page.publishDate),
        appearances: addressesIn(places, null),
        links: nowhere,
        dayFirst: null,
        original: JSON.stringify({ ...page, claimReviewMarkups: [markup] }),
      },
      line,
      context,
    )
  }
}
