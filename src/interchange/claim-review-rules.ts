import { z } from 'zod'
import type { OutgoingRule } from '../domain/look/outgoing.ts'
import { isWeb } from './claim-review-made.ts'

/** Readers cut a longer statement. */
export const LONGEST_STATEMENT = 75

/** The message of an issue is the rule that is broken. */
const rule = (name: OutgoingRule) => name

const web = z.string().refine(isWeb, rule('malformed'))
const written = z.string().refine((text) => text.trim() !== '', rule('malformed'))
const date = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?)?)?$/, rule('malformed'))
/** One stands by itself; several are a list. */
const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(2)]).optional()

const organization = z.strictObject({
  '@type': z.enum(['Organization', 'NewsMediaOrganization']),
  name: written.optional(),
  url: web.optional(),
})
const named = z.strictObject({ '@type': z.literal('Organization'), name: written })

/** Of the claim: an author who has no name is left out. */
const author = z.strictObject({
  '@type': z.enum(['Person', 'Organization']),
  name: written,
  jobTitle: written.optional(),
  sameAs: oneOrMore(web),
})

const work = z.strictObject({
  '@type': z.literal('CreativeWork'),
  url: web,
  headline: written,
  datePublished: date.optional(),
  inLanguage: written,
  publisher: named.optional(),
})

const source = z.strictObject({
  '@type': z.literal('CreativeWork'),
  name: written,
  url: web,
  archivedAt: web.optional(),
  datePublished: date.optional(),
  publisher: named.optional(),
})

const whole = z.number().int(rule('scale'))
const rating = z
  .strictObject({
    '@type': z.literal('Rating'),
    alternateName: z.string().refine((text) => text.trim() !== '', rule('label')),
    ratingExplanation: written.optional(),
    ratingValue: whole.optional(),
    bestRating: whole.optional(),
    worstRating: whole.min(1, rule('scale')).optional(),
  })
  .refine(isScale, { error: rule('scale'), when: () => true })

type Numbers = { ratingValue?: unknown; bestRating?: unknown; worstRating?: unknown }

/** All three numbers or none, the worst below the best, and the value from the one to the other. */
function isScale({ ratingValue: value, bestRating: best, worstRating: worst }: Numbers): boolean {
  if (value === undefined && best === undefined && worst === undefined) return true
  if (typeof value !== 'number' || typeof best !== 'number' || typeof worst !== 'number')
    return false
  return worst < best && worst <= value && value <= best
}

const comment = z.strictObject({
  '@type': z.literal('CorrectionComment'),
  text: written,
  datePublished: date,
})

const host = (text: string): string => URL.parse(text)?.hostname ?? ''

/** Whether an address is at this site, or at a part of it. */
const isWithin = (url: string, site: string): boolean =>
  host(url) === host(site) || host(url).endsWith(`.${host(site)}`)

/**
 * What Google asks of a ClaimReview, and no member beside those that are meant. One that breaks any of
 * this is not given out.
 * https://developers.google.com/search/docs/appearance/structured-data/factcheck
 */
export const requiredOf = z
  .strictObject({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('ClaimReview'),
    url: z.string().refine((url) => isWeb(url) && !url.includes('#'), rule('address')),
    claimReviewed: z.string().refine((text) => text.trim() !== '', rule('statement')),
    reviewBody: written,
    inLanguage: written,
    datePublished: date,
    author: organization
      .extend({
        publishingPrinciples: web,
        verificationFactCheckingPolicy: web,
        correctionsPolicy: web,
      })
      .refine(({ name, url }) => name !== undefined || url !== undefined, rule('author')),
    reviewRating: rating,
    itemReviewed: z.strictObject({
      '@type': z.literal('Claim'),
      author: oneOrMore(author),
      datePublished: date.optional(),
      appearance: oneOrMore(work),
    }),
    correction: oneOrMore(comment),
    citation: oneOrMore(source),
    sdPublisher: organization,
    sdDatePublished: date,
  })
  // The page’s own domain, where the desk’s policies are too.
  .refine(({ url, author }) => !isWeb(url) || isWithin(url, author.correctionsPolicy), {
    error: rule('address_elsewhere'),
  })
export type ClaimReview = z.output<typeof requiredOf>

/** Whether a statement gives the rating away, before it or after it: “False: …”, “… (false)”. */
function isRated({ claimReviewed, reviewRating }: ClaimReview): boolean {
  const [text, label] = [claimReviewed, reviewRating.alternateName].map((one) =>
    one.trim().toLowerCase(),
  )
  if (!text || !label) return false
  const isBefore = text.startsWith(label) && /^\s*[:–—]/.test(text.slice(label.length))
  return isBefore || text.endsWith(`(${label})`) || text.endsWith(`[${label}]`)
}

/** The same, and what is only recommended. Nothing is held back for it. */
export const recommendedOf = requiredOf
  .refine(({ author }) => author.name !== undefined && author.url !== undefined, {
    error: rule('organisation'),
  })
  .refine(({ claimReviewed }) => Array.from(claimReviewed).length <= LONGEST_STATEMENT, {
    error: rule('statement_long'),
  })
  .refine((review) => !isRated(review), { error: rule('statement_rated') })
  .refine(({ reviewRating }) => reviewRating.ratingValue !== undefined, { error: rule('number') })
  .refine(({ itemReviewed }) => itemReviewed.author !== undefined, { error: rule('claimant') })
  .refine(({ itemReviewed }) => itemReviewed.datePublished !== undefined, {
    error: rule('claimed_on'),
  })
  .refine(({ itemReviewed }) => itemReviewed.appearance !== undefined, {
    error: rule('appearance'),
  })
