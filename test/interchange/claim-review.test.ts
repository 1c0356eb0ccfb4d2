import type { ClaimReview as Described, WithContext } from 'schema-dts'
import { describe, expect, it } from 'vitest'
import { isRequired, type OutgoingRule } from '../../src/domain/look/outgoing.ts'
import { claimReview, shortfalls } from '../../src/interchange/claim-review.ts'
import { made } from '../../src/interchange/claim-review-made.ts'
import { requiredOf } from '../../src/interchange/claim-review-rules.ts'
import {
  BETWEEN,
  DATA_FEED_END,
  dataFeedElement,
  dataFeedHead,
} from '../../src/interchange/data-feed.ts'
import { appearance, article, publisher, told, verdict } from './told.ts'

/** As it stands in a page: JSON knows nothing of what is undefined. */
const review = (change?: object) =>
  requiredOf.parse(JSON.parse(JSON.stringify(claimReview(told(change), publisher))))
/** The rules that a verdict does not meet. */
const broken = (change: object = {}, by = publisher): OutgoingRule[] =>
  shortfalls(told(change), by).map(({ rule }) => rule)

describe('a verdict as ClaimReview', () => {
  it('says what was claimed, by whom, where and when, and how it was rated', () => {
    const { claimReviewed, url, reviewRating, itemReviewed, author } = review()
    expect(claimReviewed).toBe('Il ponte ha riaperto')
    expect(url).toBe(publisher.url)
    expect(author).toMatchObject({ name: 'Il Desk', url: 'https://desk.example' })
    expect(reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'In gran parte vero',
      ratingExplanation: 'Ha riaperto l’11 marzo.',
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
      ratingExplanation: 'Ha riaperto l’11 marzo.',
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

  it('speaks of no appearance that it was not checked for', () => {
    const later = { ...appearance, checked: false, claimedOn: '2026-01-01' }
    const { appearance: place, datePublished } = review({
      appearances: [later, appearance],
    }).itemReviewed
    expect(place).not.toBeInstanceOf(Array)
    expect(datePublished).toBe('2024-03-12')
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

const evidence = (number: number, change: object = {}) => ({
  id: `e${number}`,
  number,
  stance: 'supports',
  title: 'Verbale di collaudo',
  publisher: 'Provincia',
  interest: 'state',
  url: `https://example.org/verbale/${number}`,
  publishedOn: '2024-03-11',
  quote: null,
  quoteLanguage: null,
  translation: null,
  rank: 'normal',
  rankReason: null,
  ...change,
})
const correction = { kind: 'correction', reason: 'Avevamo sbagliato.' }

describe('what a ClaimReview says of the desk’s own work', () => {
  it('is who publishes it, how they work, and where they correct themselves', () => {
    const { author, sdPublisher, sdDatePublished } = review()
    expect(author).toEqual({
      '@type': 'NewsMediaOrganization',
      name: 'Il Desk',
      url: 'https://desk.example',
      publishingPrinciples: 'https://desk.example/methodology',
      verificationFactCheckingPolicy: 'https://desk.example/methodology',
      correctionsPolicy: 'https://desk.example/corrections',
    })
    expect(sdPublisher).toMatchObject({ name: 'Il Desk' })
    expect(sdDatePublished).toBe('2025-06-01T08:00:00.000Z')
    const site = { ...publisher, site: 'https://newspaper.example/' }
    expect(claimReview(told(), site)?.author.url).toBe('https://newspaper.example/')
  })

  it('is what it rests on, where that can be looked up and still counts', () => {
    const all = [
      evidence(1),
      evidence(2, { rank: 'deprecated', rankReason: 'superato' }),
      evidence(3, { url: null }),
      evidence(4, { url: 'https://web.archive.org/web/20240312/https://example.org/x' }),
    ]
    expect(review({ evidence: all }).citation).toEqual([
      {
        '@type': 'CreativeWork',
        name: 'Verbale di collaudo',
        url: 'https://example.org/verbale/1',
        datePublished: '2024-03-11',
        publisher: { '@type': 'Organization', name: 'Provincia' },
      },
      expect.objectContaining({
        url: 'https://example.org/x',
        archivedAt: 'https://web.archive.org/web/20240312/https://example.org/x',
      }),
    ])
  })

  it('is what was corrected, of all versions up to it, and no update', () => {
    const comment = {
      '@type': 'CorrectionComment',
      text: 'Avevamo sbagliato.',
      datePublished: '2025-06-01T08:00:00.000Z',
    }
    expect(review({ correction }).correction).toEqual(comment)
    for (const kind of ['update', 'clarification', 'typo']) {
      expect(review({ correction: { ...correction, kind } }).correction).toBeUndefined()
    }
    const mended = told({ correction: { kind: 'typo', reason: null } })
    const before = [told(), told({ correction })]
    expect(claimReview(mended, publisher, before)?.correction).toEqual(comment)
  })

  it('is described as schema.org has it', () => {
    const everything = { correction, evidence: [evidence(1)] }
    const described: WithContext<Described> = made(told(everything), publisher)
    expect(described['@type']).toBe('ClaimReview')
  })
})

describe('a rule for ClaimReview', () => {
  it('is met by a verdict that lacks nothing', () => {
    expect(broken()).toEqual([])
  })

  const nobody = { ...appearance, claimant: { kind: 'unknown', name: null } }
  const rating = (change: object) => ({ rating: { ...verdict.rating, ...change } })
  const says = (statement: string) => ({ claim: { ...verdict.claim, statement } })
  const cases: [rule: OutgoingRule, change: object, by?: object][] = [
    ['address', {}, { url: '' }],
    ['address', {}, { url: 'ftp://desk.example/x' }],
    ['address', {}, { url: 'https://carla:geheim@desk.example/x' }],
    ['address', {}, { url: 'https://desk.example/x#y' }],
    ['address_elsewhere', {}, { url: 'https://short.example/x' }],
    ['address_elsewhere', {}, { url: 'https://fakedesk.example/x' }],
    ['statement', says(' ')],
    ['label', rating({ labels: { en: 'Mostly true', it: ' ' } })],
    ['scale', rating({ number: 6 })],
    ['scale', rating({ number: 0 })],
    ['organisation', {}, { name: ' ' }],
    ['statement_long', says('x'.repeat(76))],
    ['statement_rated', says('In gran parte vero: il ponte ha riaperto')],
    ['statement_rated', says('Il ponte ha riaperto (in gran parte vero)')],
    ['label_language', { claim: { ...verdict.claim, language: 'fr' } }],
    ['number', rating({ number: null })],
    ['claimant', { appearances: [nobody] }],
    ['claimed_on', { appearances: [{ ...appearance, claimedOn: null }] }],
    ['appearance', { appearances: [{ ...appearance, article: { ...article, url: null } }] }],
  ]
  for (const [rule, change, by] of cases) {
    it(`${isRequired(rule) ? 'holds back' : 'is only said of'} one that breaks it: ${rule} (${JSON.stringify(by ?? change).slice(0, 40)})`, () => {
      const other = { ...publisher, ...by }
      expect(broken(change, other)).toContain(rule)
      expect(claimReview(told(change), other) === null).toBe(isRequired(rule))
    })
  }

  it('lets the page stand at a part of the site, and 75 characters of any script', () => {
    expect(broken({}, { ...publisher, url: 'https://verifica.desk.example/x' })).toEqual([])
    expect(broken(says('😀'.repeat(75)))).toEqual([])
    expect(broken(says('Vero è che il ponte ha riaperto'))).toEqual([])
  })

  it('is not broken by an address that nobody should open: that is left out', () => {
    const url = 'https://carla:geheim@example.org/x'
    const made = review({
      appearances: [{ ...appearance, article: { ...article, url } }],
      evidence: [evidence(1, { url })],
    })
    expect(JSON.stringify(made)).not.toContain('geheim')
  })

  it('is held by whatever people may have written', () => {
    const hostile = '</script> ]]> \u0000\u0007\u202e\u2028 <b> & "x" \ud800'
    const { claimReviewed } = review({
      ...says(hostile),
      conclusion: hostile,
      appearances: [{ ...appearance, claimant: { ...appearance.claimant, name: hostile } }],
      evidence: [evidence(1, { title: hostile })],
      correction: { ...correction, reason: hostile },
    })
    expect(claimReviewed).toBe(hostile)
  })
})

describe('the DataFeed of what stands', () => {
  const feed = { name: 'Il Desk', home: 'https://desk.example' }

  it('is one document, with one ClaimReview in each element, at the address of its page', () => {
    const second = told({ slug: null, claimId: 'c2' })
    const elements = [told(), second].flatMap((one) => dataFeedElement(one, feed) ?? [])
    const head = dataFeedHead(feed, '2025-06-01T08:00:00.000Z')
    const document = JSON.parse(head + elements.join(BETWEEN) + DATA_FEED_END)
    expect(document).toMatchObject({ '@type': 'DataFeed', name: 'Il Desk' })
    const items = document.dataFeedElement.map(({ item }: { item: object[] }) => item)
    expect(items).toMatchObject([
      [{ '@type': 'ClaimReview', url: 'https://desk.example/verdicts/il-ponte-456789ab' }],
      [{ '@type': 'ClaimReview', url: 'https://desk.example/verdicts/c2' }],
    ])
    expect(items.flat()).toHaveLength(2)
    for (const line of elements) expect(line).not.toContain('\n')
  })

  it('may be empty, and holds nothing that was replaced, withdrawn, or breaks a rule', () => {
    expect(JSON.parse(dataFeedHead(feed, 'x') + DATA_FEED_END).dataFeedElement).toEqual([])
    const wrong = { rating: { ...verdict.rating, number: 9 } }
    for (const change of [{ status: 'superseded' }, { status: 'withdrawn' }, wrong]) {
      expect(dataFeedElement(told(change), feed)).toBeNull()
    }
  })
})
