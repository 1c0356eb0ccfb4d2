import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { claimReview } from '../../src/interchange/claim-review.ts'
import { type PublicVerdict, publicVerdict } from '../../src/interchange/verdict-export.ts'

const absolute = z.url({ protocol: /^https?$/ })
const date = z.string().regex(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z)?)?)?$/)
const written = z.string().min(1)
const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(2)])

const organization = z.strictObject({ '@type': z.literal('Organization'), name: written })
const author = z.strictObject({
  '@type': z.enum(['Person', 'Organization']),
  name: written,
  jobTitle: written.optional(),
  sameAs: oneOrMore(absolute).optional(),
})
const work = z.strictObject({
  '@type': z.literal('CreativeWork'),
  url: absolute,
  headline: written,
  datePublished: date.optional(),
  inLanguage: written,
  publisher: organization.optional(),
})
const named = z.strictObject({ '@type': z.literal('Rating'), alternateName: written })
const numbered = named
  .extend({
    ratingValue: z.number().int(),
    bestRating: z.number().int(),
    worstRating: z.number().int().min(1),
  })
  .refine((one) => one.worstRating < one.bestRating)
  .refine((one) => one.ratingValue >= one.worstRating && one.ratingValue <= one.bestRating)

/** Google’s rules for ClaimReview, and no member beside those that are meant. */
const rules = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('ClaimReview'),
  url: absolute,
  claimReviewed: written,
  reviewBody: written,
  inLanguage: written,
  datePublished: date,
  author: organization.extend({
    url: absolute,
    publishingPrinciples: absolute,
    correctionsPolicy: absolute,
  }),
  reviewRating: z.union([numbered, named]),
  itemReviewed: z.strictObject({
    '@type': z.literal('Claim'),
    author: oneOrMore(author).optional(),
    datePublished: date.optional(),
    appearance: oneOrMore(work).optional(),
  }),
})

const article = {
  id: 'a',
  title: 'Il ponte riapre',
  outlet: 'Gazzetta della Valle',
  outletCertainty: 'stated',
  byline: null,
  url: 'https://example.org/ponte',
  date: '2024-03-12',
  dateCertainty: 'stated',
  language: 'it',
}
const appearance = {
  id: 'p',
  quote: 'Il ponte ha riaperto',
  claimant: {
    kind: 'named',
    name: 'Anna Moretti',
    role: 'sindaca',
    sameAs: ['https://example.org/anna'],
  },
  attribution: ['Anna Moretti'],
  claimedOn: '2024-03-12',
  claimedOnCertainty: 'stated',
  article,
}
const verdict = {
  id: 'v',
  claimId: 'c',
  version: 1,
  slug: 'il-ponte-456789ab',
  status: 'published',
  underCorrectionSince: null,
  claim: { statement: 'Il ponte ha riaperto', kind: 'happened', language: 'it' },
  rating: { id: 'mostly_true', number: 4, labels: { en: 'Mostly true', it: 'In gran parte vero' } },
  reasons: [],
  conclusion: 'Ha riaperto l’11 marzo.',
  rationale: { markdown: 'Lo dice il [1].', text: 'Lo dice il [1].' },
  holdsOn: null,
  author: 'Carla',
  reviewer: 'Enzo',
  publishedAt: '2025-06-01T08:00:00.000Z',
  correction: null,
  withdrawalReason: null,
  appearances: [appearance],
  evidence: [],
  searches: [],
}
const publisher = {
  url: 'https://desk.example/verdicts/il-ponte-456789ab',
  name: 'Il Desk',
  home: 'https://desk.example',
}

const told = (change: object = {}): PublicVerdict => publicVerdict.parse({ ...verdict, ...change })
/** As it stands in a page: JSON knows nothing of what is undefined. */
const review = (change?: object) =>
  rules.parse(JSON.parse(JSON.stringify(claimReview(told(change), publisher))))

describe('a verdict as ClaimReview', () => {
  it('says what was claimed, by whom, where and when, and how it was rated', () => {
    const { claimReviewed, url, reviewRating, itemReviewed, author } = review()
    expect(claimReviewed).toBe('Il ponte ha riaperto')
    expect(url).toBe(publisher.url)
    expect(author).toMatchObject({ name: 'Il Desk', url: 'https://desk.example' })
    expect(reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'In gran parte vero',
      ratingValue: 4,
      bestRating: 5,
      worstRating: 1,
    })
    expect(itemReviewed).toMatchObject({
      author: {
        '@type': 'Person',
        name: 'Anna Moretti',
        jobTitle: 'sindaca',
        sameAs: 'https://example.org/anna',
      },
      datePublished: '2024-03-12',
      appearance: { url: 'https://example.org/ponte' },
    })
  })

  it('gives a rating that is no degree of truth a name, and no number', () => {
    const rating = { id: 'unproven', number: null, labels: { en: 'Unproven', it: 'Non provato' } }
    expect(review({ rating }).reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'Non provato',
    })
  })

  it('names a rating in the language of the claim, in English where the scale has no word in it', () => {
    const claim = { ...verdict.claim, language: 'fr' }
    expect(review({ claim }).reviewRating.alternateName).toBe('Mostly true')
  })

  it('leaves out what nobody knows', () => {
    const nobody = { kind: 'unknown', name: null }
    const unknown = {
      ...appearance,
      claimant: nobody,
      claimedOn: null,
      article: { ...article, url: null, date: null, outlet: null },
    }
    expect(review({ appearances: [unknown] }).itemReviewed).toEqual({ '@type': 'Claim' })
    expect(review({ appearances: [] }).itemReviewed).toEqual({ '@type': 'Claim' })
  })

  it('names everybody who claims it once, and every place that can be read', () => {
    const outlet = { kind: 'outlet', name: 'Gazzetta della Valle' }
    const second = {
      ...appearance,
      claimant: outlet,
      claimedOn: '2023',
      article: { ...article, url: 'https://example.org/due' },
    }
    const {
      author,
      appearance: places,
      datePublished,
    } = review({
      appearances: [appearance, appearance, second],
    }).itemReviewed
    expect(author).toMatchObject([{ name: 'Anna Moretti' }, { '@type': 'Organization' }])
    expect(places).toHaveLength(3)
    expect(datePublished).toBe('2023')
  })
})
