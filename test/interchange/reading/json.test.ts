import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { formatIn, formatOf } from '../../../src/interchange/reading/format.ts'
import { inChunks, readIn, recordsIn, refusedIn } from '../../support/reading.ts'

const review = (statement: string) => ({
  '@type': 'ClaimReview',
  url: 'https://verifiche.example/1',
  claimReviewed: statement,
  reviewRating: { '@type': 'Rating', alternateName: 'Falso' },
})
const feed = (...items: unknown[]) => ({
  '@context': 'http://schema.org',
  '@type': 'DataFeed',
  dataFeedElement: items.map((item) => ({ '@type': 'DataFeedItem', item })),
  dateModified: '2025-01-01',
})
const statements = async (source: string | Uint8Array) =>
  readIn(await recordsIn(source)).map(({ statement }) => statement)

describe('rulings in JSON', () => {
  it.each([
    ['one object', JSON.stringify(review('uno'))],
    ['a list', JSON.stringify([review('uno')])],
    ['a feed', JSON.stringify(feed([review('uno')]))],
    ['a feed in a list', JSON.stringify([feed(review('uno'))])],
    ['a graph', JSON.stringify({ '@graph': [{ '@type': 'WebPage' }, review('uno')] })],
    ['an article', JSON.stringify({ '@type': 'NewsArticle', review: review('uno') })],
    ['a layout of its own', JSON.stringify(feed([review('uno')]), null, 2)],
    ['a byte order mark', `\ufeff${JSON.stringify(review('uno'))}`],
  ])('are read from %s', async (_, source) => {
    expect(await statements(source)).toEqual(['uno'])
  })

  it('are read from a feed whose items are null, lists or broken', async () => {
    const records = await recordsIn(
      JSON.stringify(feed(null, [review('uno'), review('due')], 'x', review('tre'))),
    )
    expect(
      records.map((one) => [one.line, 'read' in one ? one.read.statement : one.refused]),
    ).toEqual([
      [1, 'no_review'],
      [2, 'uno'],
      [2, 'due'],
      [3, 'no_review'],
      [4, 'tre'],
    ])
  })

  it('are read by what they refer to in their graph', async () => {
    const graph = [
      { ...review('uno'), author: { '@id': '#desk' }, itemReviewed: { '@id': '#claim' } },
      { '@id': '#desk', '@type': 'Organization', name: 'Verifiche' },
      { '@id': '#claim', '@type': 'Claim', author: { '@id': '#anna' } },
      { '@id': '#anna', '@type': 'Person', name: 'Anna', knows: { '@id': '#anna' } },
    ]
    const [ruling] = readIn(await recordsIn(JSON.stringify({ '@graph': graph })))
    expect(ruling).toMatchObject({ publisherName: 'Verifiche', claimant: 'Anna' })
  })

  it('are read line by line, broken lines and empty ones among them', async () => {
    const lines = [
      JSON.stringify(review('uno')),
      '',
      '{"@type": "Claim',
      JSON.stringify(feed(review('due'))),
    ]
    const records = await recordsIn(lines.join('\r\n'))
    expect(readIn(records).map(({ statement }) => statement)).toEqual(['uno', 'due'])
    expect(records.map(({ line }) => line)).toEqual([1, 3, 4])
    expect(refusedIn(records)).toEqual(['not_json'])
  })

  it('are not lost for a broken record before them, whatever is missing in it', async () => {
    const whole = JSON.stringify({ '@type': 'DataFeedItem', item: review('due') })
    const broken = [
      whole.replace('due', 'un "altro" detto'),
      whole.replace('"due"', '"due'),
      whole.replace('}}', '}'),
      whole.replace('"due"', '"due"}'),
      whole.replace('"due",', '"due"'),
    ]
    for (const one of broken) {
      const records = await recordsIn(`{"dataFeedElement":[${[one, whole, whole].join(',')}]}`)
      expect(refusedIn(records).length, one).toBeGreaterThan(0)
      expect(readIn(records).length, one).toBeGreaterThanOrEqual(1)
    }
  })

  it('are read up to where a file was cut off', async () => {
    const text = JSON.stringify([review('uno'), review('due')])
    const records = await recordsIn(text.slice(0, -20))
    expect(readIn(records)).toHaveLength(1)
    expect(refusedIn(records)).toEqual(['not_json'])
    const packed = gzipSync(text.repeat(1))
    expect(await statements(packed)).toEqual(['uno', 'due'])
    expect(refusedIn(await recordsIn(packed.subarray(0, -12)))).toContain('not_json')
  })

  it('are mended where a template left line ends in a text or a comma too many', async () => {
    const text = JSON.stringify(review('uno due')).replace(' due', '\n\tdue')
    expect(await statements(text.replace('}}', ',},}'))).toEqual(['uno due'])
  })

  it('are read in any encoding', async () => {
    const text = JSON.stringify([review('Perché è così')])
    const wide = Buffer.from(text, 'utf16le')
    expect(await statements(Buffer.from(text, 'latin1'))).toEqual(['Perché è così'])
    expect(await statements(Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(['Perché è così'])
    expect(await statements(wide)).toEqual(['Perché è così'])
    expect(await statements(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toEqual([
      'Perché è così',
    ])
  })

  it('are no more than nothing where lists lie too deep, or nothing is there', async () => {
    const deep = `{"@type":"ClaimReview","a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
    expect(refusedIn(await recordsIn(deep, undefined, {}, 10_000))).toHaveLength(1)
    expect(await recordsIn('')).toEqual([])
    expect(await recordsIn('{}')).toEqual([])
  })

  it('hold no more than a record in memory, however long the feed', async () => {
    const element = `${JSON.stringify({ '@type': 'DataFeedItem', item: [review('parola '.repeat(200))] })},`
    async function* endless() {
      yield '{"dataFeedElement":['
      for (let i = 0; i < 400; i++) yield element.repeat(40)
      yield '{}]}'
    }
    const { readJson } = await import('../../../src/interchange/reading/json.ts')
    const { rome } = await import('../../support/reading.ts')
    let count = 0
    const before = process.memoryUsage().heapUsed
    let most = 0
    for await (const record of readJson(endless(), rome)) {
      count += 'read' in record ? 1 : 0
      if (count % 1000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before)
    }
    expect(count).toBe(16_000)
    expect(most).toBeLessThan(150 * 1024 * 1024)
  })
})

describe('answers of Fact Check Tools', () => {
  const claim = {
    text: 'Il ponte ha riaperto',
    claimant: 'Anna Moretti',
    claimDate: '2018-10-26T00:00:00Z',
    claimReview: [
      {
        publisher: { name: 'Verifiche', site: 'verifiche.example' },
        url: 'https://verifiche.example/ponte',
        title: 'No, non ha riaperto',
        reviewDate: '2018-10-27T00:00:00Z',
        textualRating: 'Falso',
        languageCode: 'it',
      },
      { publisher: { site: 'altri.example' }, textualRating: 'Nì' },
    ],
  }

  it('are read, a ruling each review', async () => {
    const rulings = readIn(
      await recordsIn(JSON.stringify({ claims: [claim, claim], nextPageToken: 'x' })),
    )
    expect(rulings).toHaveLength(4)
    expect(rulings[0]).toMatchObject({
      publisher: 'verifiche.example',
      publisherName: 'Verifiche',
      title: 'No, non ha riaperto',
      claimedOn: '2018-10-26',
      reviewedOn: '2018-10-27',
      label: 'Falso',
      language: 'it',
    })
    expect(rulings[1]).toMatchObject({
      publisher: 'altri.example',
      url: null,
      claimant: 'Anna Moretti',
    })
  })

  it('are read as marked pages', async () => {
    const markup = {
      claimReviewed: 'Il ponte ha riaperto',
      claimDate: '2018-10-26',
      claimFirstAppearance: 'https://example.org/ponte',
      claimAuthor: { name: 'Anna Moretti', jobTitle: 'sindaca' },
      rating: { textualRating: '', ratingValue: 1, worstRating: 1, bestRating: 5 },
    }
    const page = {
      name: 'pages/1',
      pageUrl: 'https://verifiche.example/ponte',
      publishDate: '2018-10-27',
      claimReviewAuthor: { name: 'Verifiche' },
      claimReviewMarkups: [markup],
    }
    const [ruling] = readIn(await recordsIn(JSON.stringify({ claimReviewMarkupPages: [page] })))
    expect(ruling).toMatchObject({
      publisher: 'verifiche.example',
      reviewedOn: '2018-10-27',
      label: '1 of 5',
      claimantRole: 'sindaca',
      appearances: ['https://example.org/ponte'],
    })
  })

  it('that found nothing are empty, and errors are none', async () => {
    expect(await recordsIn('{}')).toEqual([])
    const error = { error: { code: 400, message: 'no query', status: 'INVALID_ARGUMENT' } }
    expect(refusedIn(await recordsIn(JSON.stringify(error)))).toEqual(['no_review'])
  })
})

describe('what a source is', () => {
  it.each([
    ['{"schema":"riscontro/verdict-export/v1","verdicts":[]}', 'riscontro'],
    ['{"appearances":[],"author":"Carla","claim":{}', 'riscontro'],
    ['{"@type":"ClaimReview"}', 'rulings'],
    ['\n [1]', 'rulings'],
    ['<!doctype html><p>', 'page'],
    ['<?xml version="1.0"?><urlset xmlns="x">', 'sitemap'],
    ['<sitemapindex>', 'sitemap'],
    ['https://a.example/1\nhttps://a.example/2', 'sitemap'],
    ['claim,label\nuno,vero', 'table'],
    ['\u0000\u0001\u0002\u0003PNG', null],
    [' ', null],
  ])('%s: %s', (start, format) => {
    expect(formatOf(start)).toBe(format)
  })

  it('is told by its beginning, gzipped or wide', async () => {
    expect(await formatIn(inChunks(gzipSync('<urlset>')))).toBe('sitemap')
    expect(await formatIn(inChunks(Buffer.from('claim\tlabel', 'utf16le')))).toBe('table')
  })
})
