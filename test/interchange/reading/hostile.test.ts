/** Sources that somebody made to harm whoever reads them: a few kilobytes each that took minutes, or all memory. */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { lookAtTable } from '../../../src/interchange/reading/columns.ts'
import { unzipped } from '../../../src/interchange/reading/decoded.ts'
import type { Reading } from '../../../src/interchange/reading/read.ts'
import { inChunks, readIn, recordsIn, refusedIn, textInChunks } from '../../support/reading.ts'

const review = {
  '@type': 'ClaimReview',
  url: 'https://verifiche.example/1',
  claimReviewed: 'uno',
  reviewRating: { '@type': 'Rating', alternateName: 'Falso' },
}
const page: Reading = { format: 'page' }

/** What takes longer than this for so little grows with the square of it. */
const SOON = 10_000
const reading = (source: string | Uint8Array, how?: Reading) => recordsIn(source, how, {}, 65_536)

describe('what was made to harm its reader', () => {
  it.each(['constructor', 'toString', '__proto__'])('is no language: %s', async (inLanguage) => {
    const [ruling] = readIn(await reading(JSON.stringify({ ...review, inLanguage })))
    expect(ruling?.language).toBe('und')
  })

  it('is not told again and again where nodes name one another many times', {
    timeout: SOON,
  }, async () => {
    const naming = (id: string) => Array.from({ length: 2000 }, () => ({ '@id': id }))
    const graph = [
      { ...review, about: naming('a') },
      { '@id': 'a', about: naming('b') },
      { '@id': 'b', about: naming('c') },
      { '@id': 'c', about: 'x' },
    ]
    const [ruling] = readIn(await reading(JSON.stringify({ '@graph': graph })))
    expect(ruling?.statement).toBe('uno')
    expect(ruling?.original.length).toBeLessThan(1_000_000)
  })

  it('is not told again with each of many reviews', { timeout: SOON }, async () => {
    const one = { textualRating: 'Falso', url: 'https://verifiche.example/1' }
    const claims = [{ text: 'uno', note: 'x'.repeat(400_000), claimReview: Array(5000).fill(one) }]
    const records = await reading(JSON.stringify({ claims }))
    expect(readIn(records)).toHaveLength(2)
    expect(refusedIn(records)).toEqual(['too_long'])
    const pages = [{ note: 'x'.repeat(400_000), claimReviewMarkups: Array(5000).fill(one) }]
    expect(await reading(JSON.stringify({ claimReviewMarkupPages: pages }))).toHaveLength(3)
  })

  it.each([
    ['blanks after an end', `{"@type":"ClaimReview","x":{}${' '.repeat(300_000)}"a" 1}`],
    ['escaped quotes without an end', `{"@type":"ClaimReview","a":"${'\\"'.repeat(300_000)}`],
    ['the same, and a backslash', `{"@type":"ClaimReview","a":"${'\\"'.repeat(300_000)}\\`],
  ])('is found broken at once: %s', { timeout: SOON }, async (_, source) => {
    expect(new Set(refusedIn(await reading(source)))).toEqual(new Set(['not_json']))
  })

  it.each([
    ['properties', '<b content=1>'],
    ['ends of nothing', '</x>'],
  ])('lies no deeper in a page than pages are laid out: %s', { timeout: SOON }, async (_, part) => {
    const records = await reading('<b>'.repeat(100_000) + part.repeat(100_000), page)
    expect(refusedIn(records)).toEqual(['no_review'])
  })

  it('opens quotes in a table that no line closes', { timeout: SOON }, async () => {
    const source = `claim,rating,link\n${'",p"q,"r\n'.repeat(5000)}`
    const { columns } = await lookAtTable(textInChunks(source, 65_536), {
      publisher: 'verifiche.example',
      language: null,
    })
    expect(await reading(source, { format: 'table', columns })).toHaveLength(5000)
  })

  it('holds a cell of nothing but commas', { timeout: SOON }, async () => {
    const columns = {
      ...({ delimiter: '\t', isQuoted: false, hasHead: false, names: ['1', '2', '3'] } as const),
      names: ['1', '2', '3'],
      fields: ['statement' as const, 'label' as const, 'link' as const],
      ...{ dayFirst: null, publisher: 'verifiche.example', language: null },
    }
    const source = `uno\tfalso\t${','.repeat(200_000)}x`
    const [ruling] = readIn(await reading(source, { format: 'table', columns }))
    expect(ruling).toMatchObject({ statement: 'uno', links: [] })
  })

  it('names a publisher that no index takes', async () => {
    const author = { name: 'x'.repeat(400), url: `${'y'.repeat(5000)}` }
    const records = await reading(JSON.stringify({ ...review, url: null, author }))
    expect(refusedIn(records)).toEqual(['too_long'])
  })

  it('unfolds without end', { timeout: SOON }, async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000, 'x\n'))
    let [size, isDamaged] = [0, false]
    for await (const bytes of unzipped(inChunks(bomb, 65_536), () => {
      isDamaged = true
    })) {
      size += bytes.length
    }
    expect(size).toBeLessThan(20_000_000)
    expect(isDamaged).toBe(true)
  })
})
