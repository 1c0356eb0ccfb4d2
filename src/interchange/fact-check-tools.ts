import { claimReview, type Publisher, type Reviewed } from './claim-review.ts'

/*
 * Verdicts in the shapes of the Fact Check Tools API, v1alpha1. As there, what is empty is left out, and an
 * answer with nothing in it is `{}`.
 */

/** A verdict as the answers tell it. */
export type Checked = Reviewed & { claimId: string }

const ending = (all: object[], nextPageToken: string | null, name: string) => ({
  ...(all.length > 0 && { [name]: all }),
  ...(nextPageToken && { nextPageToken }),
})

/** The answer of `claims:search`. */
export const claimsAnswer = (claims: object[], next: string | null) =>
  ending(claims, next, 'claims')

/** The answer of `pages`, listed. */
export const pagesAnswer = (pages: object[], next: string | null) =>
  ending(pages, next, 'claimReviewMarkupPages')

/** A host as the API names sites: without `www.`. */
export const siteOf = (address: string): string =>
  (URL.parse(address)?.hostname ?? '').replace(/^www\./, '')

/** A moment as Google writes it: RFC 3339 with Z, thousandths only where there are any. */
export const timestamp = (at: string): string => new Date(at).toISOString().replace(/\.000Z$/, 'Z')

const first = <T>(one: T | T[] | undefined): T | undefined => (Array.isArray(one) ? one[0] : one)
const all = <T>(one: T | T[] | undefined): T[] =>
  Array.isArray(one) ? one : one === undefined ? [] : [one]

/** A day at which it was claimed; a month or a year is no moment. */
const momentOf = (date: string | undefined): string | undefined =>
  date && date.length >= 10 && Number.isFinite(Date.parse(date)) ? timestamp(date) : undefined

/** A verdict as a claim of `claims:search`, or nothing where it can be given out by no rule. */
export function claimOf(told: Checked, publisher: Publisher): object[] {
  const review = claimReview(told, publisher)
  if (!review) return []
  const { claimReviewed: text, reviewRating, itemReviewed, datePublished, inLanguage } = review
  return [
    {
      text,
      claimant: first(itemReviewed.author)?.name,
      claimDate: momentOf(itemReviewed.datePublished),
      claimReview: [
        {
          publisher: { name: review.author.name, site: siteOf(review.url) },
          url: review.url,
          title: text,
          reviewDate: timestamp(datePublished),
          textualRating: reviewRating.alternateName,
          languageCode: inLanguage,
        },
      ],
    },
  ]
}

/**
 * A verdict’s page as `pages` has it, or nothing likewise.
 * @param versionId changes with each word that the public is told of it
 */
export function markupPageOf(told: Checked, publisher: Publisher, versionId: string): object[] {
  const review = claimReview(told, publisher)
  if (!review) return []
  const { itemReviewed, reviewRating, url } = review
  const [claimFirstAppearance, ...claimAppearances] = all(itemReviewed.appearance).map(
    (place) => place.url,
  )
  const author = first(itemReviewed.author)
  return [
    {
      name: `pages/${told.claimId}`,
      pageUrl: url,
      publishDate: review.datePublished,
      claimReviewAuthor: { name: review.author.name },
      claimReviewMarkups: [
        {
          url,
          claimReviewed: review.claimReviewed,
          claimDate: itemReviewed.datePublished,
          claimAuthor: author && {
            name: author.name,
            jobTitle: author.jobTitle,
            sameAs: first(author.sameAs),
          },
          claimFirstAppearance,
          claimAppearances: claimAppearances.length > 0 ? claimAppearances : undefined,
          rating: {
            textualRating: reviewRating.alternateName,
            ratingValue: reviewRating.ratingValue,
            worstRating: reviewRating.worstRating,
            bestRating: reviewRating.bestRating,
            ratingExplanation: reviewRating.ratingExplanation,
          },
        },
      ],
      versionId,
    },
  ]
}

/** The names that Google’s APIs give to what went wrong (google.rpc.Code), by HTTP status. */
const names: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  405: 'UNIMPLEMENTED',
  429: 'RESOURCE_EXHAUSTED',
}
const messages: Record<number, string> = {
  404: 'Requested entity was not found.',
  405: 'Only reading is offered here: GET.',
  429: 'Too many requests: try again in a minute.',
}

/** An error as Google’s APIs say it. @param message in place of the usual one */
export function errorOf(status: number, message?: string) {
  const isOurs = status >= 500
  const name = names[status] ?? (isOurs ? 'INTERNAL' : 'FAILED_PRECONDITION')
  const said = message ?? messages[status] ?? (isOurs ? 'Internal error encountered.' : name)
  return { error: { code: status, message: said, status: name } }
}
