import type { RulingRecord } from '../../domain/ruling-record.ts'
import { addressesIn } from './addresses.ts'
import { assemble } from './assemble.ts'
import { type Context, excerptOf } from './context.ts'
import { ratingLabel } from './rating-label.ts'
import { isNode, listOf, type Node, textIn, textOf } from './values.ts'

const nowhere = { read: [], junk: [] }
const nodeIn = (value: unknown): Node => (isNode(value) ? value : {})

/** Whether it is a claim as `claims:search` answers it, with the reviews of it. */
export const isFoundClaim = (node: Node): boolean =>
  Array.isArray(node.claimReview) && !('@type' in node)

/** Whether it is a page as `pages` answers it, with the markups on it. */
export const isMarkupPage = (node: Node): boolean => Array.isArray(node.claimReviewMarkups)

/** So much of what stands around reviews is told again with each of them, in UTF-16 units. */
const MOST_AGAIN = 1_000_000

/** Parts what holds many: how many of them are told with what stands around, which each repeats. */
function severally(all: unknown, around: Node) {
  const nodes = listOf(all).filter(isNode)
  const most = Math.max(1, Math.floor(MOST_AGAIN / JSON.stringify(around).length))
  return { told: nodes.slice(0, most), isMore: nodes.length > most }
}

const tooMany = (line: number, around: Node): RulingRecord => {
  return { line, refused: 'too_long', field: null, excerpt: excerptOf(JSON.stringify(around)) }
}

/** Each review of a claim that a search of Fact Check Tools found. */
export function* readFoundClaim(
  claim: Node,
  line: number,
  context: Context,
): Generator<RulingRecord> {
  const { claimReview, ...around } = claim
  const { told, isMore } = severally(claimReview, around)
  for (const review of told) {
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
  if (isMore) yield tooMany(line, around)
}

/** Each markup of a page that was written with Fact Check Tools. */
export function* readMarkupPage(
  page: Node,
  line: number,
  context: Context,
): Generator<RulingRecord> {
  const author = nodeIn(page.claimReviewAuthor)
  const { claimReviewMarkups, ...around } = page
  const { told, isMore } = severally(claimReviewMarkups, around)
  for (const markup of told) {
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
  if (isMore) yield tooMany(line, around)
}
