import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/interchange/reading/context.ts'
import { readIn, recordsIn, refusedIn } from '../../support/reading.ts'

const rating = {
  '@type': 'Rating',
  ratingValue: 1,
  bestRating: 5,
  worstRating: 1,
  alternateName: 'Falso',
}
const item = {
  '@type': 'Claim',
  author: { '@type': 'Person', name: 'Anna Moretti', jobTitle: 'sindaca' },
  datePublished: '2018-10-26',
  appearance: { '@type': 'CreativeWork', url: 'https://example.org/ponte' },
}
const review = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://www.verifiche.example/ponte',
  claimReviewed: 'Il ponte ha riaperto',
  author: { '@type': 'Organization', name: 'Verifiche', url: 'https://verifiche.example/' },
  datePublished: '2018-10-27',
  inLanguage: 'it-IT',
  reviewRating: rating,
  itemReviewed: item,
}

const records = (change: object, context?: Partial<Context>) =>
  recordsIn(JSON.stringify({ ...review, ...change }), { format: 'rulings' }, context)
const read = async (change: object, context?: Partial<Context>) =>
  readIn(await records(change, context))[0]
const label = async (change: object) =>
  (await read({ reviewRating: { '@type': 'Rating', ...change } }))?.label

describe('a ClaimReview as it is met in the wild', () => {
  it('says what was rated, how, by whom and when, and what it was received as', async () => {
    expect(await read({})).toMatchObject({
      publisher: 'verifiche.example',
      publisherName: 'Verifiche',
      url: 'https://www.verifiche.example/ponte',
      statement: 'Il ponte ha riaperto',
      language: 'it',
      claimant: 'Anna Moretti',
      claimantRole: 'sindaca',
      claimedOn: '2018-10-26',
      reviewedOn: '2018-10-27',
      label: 'Falso',
      appearances: ['https://example.org/ponte'],
      original: JSON.stringify(review),
    })
  })

  it('is recognised again by whose it is, where it stands and what it rates', async () => {
    const key = (await read({}))?.key
    expect((await read({ reviewRating: { alternateName: 'Vero' }, headline: 'Altro' }))?.key).toBe(
      key,
    )
    expect((await read({ claimReviewed: 'Il ponte ha chiuso' }))?.key).not.toBe(key)
    expect((await read({ url: 'https://verifiche.example/altro' }))?.key).not.toBe(key)
  })

  it.each([
    [{ '@type': ['Review', 'ClaimReview'] }],
    [{ '@type': 'schema:ClaimReview' }],
    [{ '@type': 'http://schema.org/ClaimReview' }],
    [{ '@context': 'https://unknown.example/context' }],
    [{ '@context': { '@vocab': 'http://schema.org/' } }],
    [{ claimReviewed: ['Il ponte ha riaperto'] }],
    [{ claimReviewed: { en: 'The bridge reopened', it: 'Il ponte ha riaperto' } }],
    [{ claimReviewed: [{ '@language': 'it', '@value': 'Il ponte ha riaperto' }] }],
    [{ claimReviewed: '  Il ponte\n ha\u00a0riaperto ' }],
    [{ claimReviewed: undefined, itemReviewed: { ...item, name: 'Il ponte ha riaperto' } }],
    [{ 'schema:claimReviewed': 'Il ponte ha riaperto', claimReviewed: undefined }],
    [{ author: 'Verifiche' }],
    [{ author: [{ '@type': 'Person', name: 'Carla' }], publisher: { name: 'Verifiche' } }],
    [{ datePublished: '2018-10-27 12:38' }],
    [{ datePublished: '27/10/2018 12:38' }],
    [{ datePublished: '2018-10-26T22:30:00Z' }],
    [{ itemReviewed: [item] }],
    [
      {
        itemReviewed: {
          ...item,
          author: [item.author, ''],
          appearance: ['', 'https://example.org/ponte'],
        },
      },
    ],
    [{ itemReviewed: { ...item, author: item.author.name, jobTitle: '' } }],
  ])('is read as %j', async (change) => {
    const ruling = await read(change)
    expect(ruling).toMatchObject({
      publisher: 'verifiche.example',
      statement: 'Il ponte ha riaperto',
      claimant: 'Anna Moretti',
      reviewedOn: '2018-10-27',
      appearances: ['https://example.org/ponte'],
    })
  })

  it('decodes entities, once', async () => {
    const claimReviewed = 'L&#8217;acqua &egrave; &amp;amp; era &lt;salata&gt;'
    expect((await read({ claimReviewed }))?.statement).toBe('L’acqua è &amp; era <salata>')
  })

  it('takes a work that was reviewed for the place where it was said', async () => {
    const work = {
      '@type': 'CreativeWork',
      url: 'https://social.example/1',
      author: { name: 'Utente' },
    }
    const ruling = await read({ itemReviewed: work })
    expect(ruling).toMatchObject({ appearances: ['https://social.example/1'], claimant: 'Utente' })
  })

  it('leaves out and notes what is no address, and reads a bare one', async () => {
    const appearance = [
      'visto in tv',
      'www.example.org/a',
      { url: 'javascript:alert(1)' },
      { name: 'tv' },
    ]
    const [record] = await records({ itemReviewed: { ...item, appearance } })
    expect(record).toMatchObject({
      read: { appearances: ['https://www.example.org/a'] },
      notes: [
        { field: 'appearances', code: 'bad_address', excerpt: 'visto in tv' },
        { field: 'appearances', code: 'bad_address', excerpt: 'javascript:alert(1)' },
      ],
    })
  })

  it('may say only where it was said, in many places', async () => {
    const appearance = Array.from({ length: 300 }, (_, i) => `https://social.example/${i}`)
    const [record] = await records({ claimReviewed: '', itemReviewed: { ...item, appearance } })
    expect(record).toMatchObject({ read: { statement: '' }, notes: [{ code: 'too_long' }] })
    expect(await records({ claimReviewed: '', itemReviewed: {} })).toMatchObject([
      { refused: 'no_statement', field: 'statement' },
    ])
  })

  it('takes the words of a rating before its number, and the number with its scale', async () => {
    expect(await label({ alternateName: 'Nì', ratingValue: 1 })).toBe('Nì')
    expect(await label({ alternateName: '', name: 'Notizia falsa', ratingValue: '1' })).toBe(
      'Notizia falsa',
    )
    expect(await label({ ratingValue: 'Falso' })).toBe('Falso')
    expect(await label({ ratingValue: '2', bestRating: '5', worstRating: '1' })).toBe('2 of 5')
    expect(await label({ ratingValue: 2 })).toBe('2 of 5')
    expect(await label({ ratingValue: 4, bestRating: 1, worstRating: 5 })).toBe(
      '4 on a scale from 5 to 1',
    )
    expect(await label({ ratingValue: 0, bestRating: 2, worstRating: 0 })).toBe(
      '0 on a scale from 0 to 2',
    )
  })

  it.each([
    [{ ratingValue: 1, bestRating: 1, worstRating: 1 }],
    [{ ratingValue: -1, bestRating: -1, worstRating: -1 }],
    [{ ratingValue: '', alternateName: ' ' }],
    [{}],
  ])('is refused where its rating says nothing: %j', async (reviewRating) => {
    expect(refusedIn(await records({ reviewRating }))).toEqual(['no_label'])
  })

  it('is of whoever’s page it stands on, and refused where nothing says whose it is', async () => {
    const nobodys = { url: '', author: undefined }
    expect(refusedIn(await records(nobodys))).toEqual(['no_publisher'])
    const page = 'https://www.facta.example/vero'
    expect(await read(nobodys, { page })).toMatchObject({ publisher: 'facta.example', url: page })
    expect(await read(nobodys, { publisher: 'agi.it' })).toMatchObject({
      publisher: 'agi.it',
      url: null,
    })
    expect(await read({ url: '', author: 'Pagella Politica' })).toMatchObject({
      publisher: 'pagella politica',
    })
  })

  it('says when a date could be another day, or is none', async () => {
    const [guessed] = await records({ datePublished: '03/04/2018' })
    expect(guessed).toMatchObject({
      read: { reviewedOn: '2018-04-03' },
      notes: [{ field: 'reviewedOn', code: 'bad_date', excerpt: '03/04/2018' }],
    })
    const [english] = await records({ datePublished: '03/04/2018', inLanguage: 'en' })
    expect(english).toMatchObject({ read: { reviewedOn: '2018-03-04' } })
    const [none] = await records({ datePublished: 'ieri' })
    expect(none).toMatchObject({ read: { reviewedOn: null }, notes: [{ excerpt: 'ieri' }] })
  })

  it('is refused where its statement is longer than any, and keeps the rest where a name is', async () => {
    expect(refusedIn(await records({ claimReviewed: 'a'.repeat(10_001) }))).toEqual(['too_long'])
    const [record] = await records({ headline: 'a'.repeat(1001) })
    expect(record).toMatchObject({
      read: { title: null },
      notes: [{ field: 'title', code: 'too_long' }],
    })
  })
})
