import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookAtTable } from '../../../src/interchange/reading/columns.ts'
import { decoded } from '../../../src/interchange/reading/decoded.ts'
import { formatOf } from '../../../src/interchange/reading/format.ts'
import { readSitemap } from '../../../src/interchange/reading/sitemap.ts'
import { plain } from '../../../src/interchange/reading/values.ts'
import { allOf, inChunks, readIn, recordsIn } from '../../support/reading.ts'

/** Pieces of what sources are made of, so that bytes at random come to mean something. */
const pieces = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ',',
    ':',
    '\n',
    '\t',
    ';',
    '<',
    '>',
    '&quot;',
    '<!--',
    ']]>',
    '\u0000',
  ],
  ...[
    '"@type":"ClaimReview"',
    '"dataFeedElement":[',
    '"@graph":[',
    '"claims":[',
    '"claimReview":[{',
    'null',
    '1e999',
  ],
  ...[
    '<script type="application/ld+json">',
    '</script>',
    '<div itemscope itemprop="x" itemtype="ClaimReview">',
  ],
  ...[
    '<url><loc>',
    '</loc></url>',
    'claim,label\n',
    '27/10/2018',
    'https://',
    '"claimReviewed":"a"',
    '\ud800',
  ],
)
const texts = fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 60 })
const sources = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  texts.map((parts) => Buffer.from(parts.join(''))),
  texts.map((parts) => Buffer.from(parts.join(''), 'utf16le')),
)

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
  .filter((text) => plain(text) === text && !/^https?:/.test(text))
const address = fc.integer({ min: 1, max: 999 }).map((i) => `https://example.org/${i}`)
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((i) => new Date(i * 86_400_000).toISOString().slice(0, 10))
const someRuling = fc.record({
  url: address,
  publisherName: words,
  title: fc.option(words),
  statement: words,
  language: fc.constantFrom('it', 'en', 'fr'),
  claimant: fc.option(words.filter((text) => !text.includes(', '))),
  claimantRole: fc.option(words),
  claimedOn: fc.option(day),
  reviewedOn: fc.option(day),
  label: words,
  appearances: fc.uniqueArray(address, { maxLength: 4 }),
  links: fc.uniqueArray(address, { maxLength: 4 }),
})

describe('readers of rulings', () => {
  it('never throw and always end, whatever the bytes', async () => {
    const property = fc.asyncProperty(
      sources,
      fc.integer({ min: 1, max: 400 }),
      async (bytes, size) => {
        const text = (await allOf(decoded(inChunks(bytes, size)))).join('')
        formatOf(text)
        const { columns } = await lookAtTable(decoded(inChunks(bytes, size)), {
          publisher: null,
          language: null,
        })
        const rulings = await recordsIn(bytes, { format: 'rulings' }, {}, size)
        const all = [
          ...rulings,
          ...(await recordsIn(bytes, { format: 'page' }, {}, size)),
          ...(await recordsIn(bytes, { format: 'table', columns }, {}, size)),
        ]
        for (const { line } of all) expect(line).toBeGreaterThan(0)
        await allOf(readSitemap(decoded(inChunks(bytes, size))))
      },
    )
    await fc.assert(property, { numRuns: 300 })
  })

  it('read the same however a source is cut into chunks', async () => {
    const property = fc.asyncProperty(
      sources,
      fc.integer({ min: 1, max: 100 }),
      async (bytes, size) => {
        const whole = await recordsIn(bytes, { format: 'rulings' }, {}, 1000)
        expect(await recordsIn(bytes, { format: 'rulings' }, {}, size)).toEqual(whole)
      },
    )
    await fc.assert(property, { numRuns: 200 })
  })

  it('read of a ClaimReview what was written into it', async () => {
    const property = fc.asyncProperty(
      fc.array(someRuling, { minLength: 1, maxLength: 4 }),
      async (rulings) => {
        const reviews = rulings.map((one) => ({
          '@type': 'ClaimReview',
          url: one.url,
          author: { '@type': 'Organization', name: one.publisherName },
          headline: one.title ?? undefined,
          claimReviewed: one.statement,
          inLanguage: one.language,
          datePublished: one.reviewedOn ?? undefined,
          reviewRating: { '@type': 'Rating', alternateName: one.label, ratingValue: 1 },
          citation: one.links.map((url) => ({ '@type': 'CreativeWork', url })),
          itemReviewed: {
            '@type': 'Claim',
            author:
              one.claimant === null
                ? undefined
                : {
                    '@type': 'Person',
                    name: one.claimant,
                    jobTitle: one.claimantRole ?? undefined,
                  },
            datePublished: one.claimedOn ?? undefined,
            appearance: one.appearances.map((url) => ({ '@type': 'CreativeWork', url })),
          },
        }))
        const feed = {
          '@type': 'DataFeed',
          dataFeedElement: reviews.map((item) => ({ '@type': 'DataFeedItem', item })),
        }
        const read = readIn(await recordsIn(JSON.stringify(feed)))
        // A role without somebody to have it cannot be said.
        const expected = rulings.map((one) => ({
          ...one,
          claimantRole: one.claimant === null ? null : one.claimantRole,
        }))
        expect(read).toMatchObject(expected)
      },
    )
    await fc.assert(property, { numRuns: 100 })
  })
})
