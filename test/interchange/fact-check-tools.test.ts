import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAsked, searchFields } from '../../src/interchange/fact-check-asked.ts'
import {
  claimOf,
  errorOf,
  markupPageOf,
  siteOf,
  timestamp,
} from '../../src/interchange/fact-check-tools.ts'
import { appearance, article, publisher, told } from './told.ts'

const json = (made: object[]) => JSON.parse(JSON.stringify(made))

describe('a verdict in the shapes of the Fact Check Tools API', () => {
  it('names the first place where it is claimed, then the others', () => {
    const at = (url: string | null) => ({ ...appearance, article: { ...article, url } })
    const places = ['https://a.example/1', null, 'https://b.example/2', 'https://c.example/3'].map(
      at,
    )
    const [page] = json(markupPageOf(told({ appearances: places }), publisher, '7'))
    expect(page).toMatchObject({ name: 'pages/c', versionId: '7' })
    expect(page.claimReviewMarkups).toMatchObject([
      {
        claimFirstAppearance: 'https://a.example/1',
        claimAppearances: ['https://b.example/2', 'https://c.example/3'],
        claimAuthor: {
          name: 'Anna Moretti',
          jobTitle: 'sindaca',
          sameAs: 'https://example.org/anna',
        },
      },
    ])
    const [one] = json(markupPageOf(told(), publisher, '7'))
    expect(one.claimReviewMarkups[0]).not.toHaveProperty('claimAppearances')
  })

  it('leaves out what is empty, a day that nobody knows, and the numbers of what has none', () => {
    const rating = { id: 'unproven', number: null, labels: { en: 'Unproven', it: 'Non provato' } }
    const nobody = {
      ...appearance,
      claimedOn: '2024-03',
      claimant: { kind: 'unknown', name: null },
    }
    const change = { rating, appearances: [nobody] }
    const [claim] = json(claimOf(told(change), publisher))
    expect(Object.keys(claim)).toEqual(['text', 'claimReview'])
    const [page] = json(markupPageOf(told(change), publisher, '1'))
    const [markup] = page.claimReviewMarkups
    expect(markup.claimDate).toBe('2024-03')
    expect(Object.keys(markup.rating)).toEqual(['textualRating', 'ratingExplanation'])
  })

  it('is nothing where it breaks a rule that is required', () => {
    const wrong = told({ rating: { id: 'x', number: 9, labels: { en: 'X', it: 'X' } } })
    expect(claimOf(wrong, publisher)).toEqual([])
    expect(markupPageOf(wrong, publisher, '1')).toEqual([])
  })

  it('writes times and sites as Google does', () => {
    expect(timestamp('2025-06-01T08:00:00.000Z')).toBe('2025-06-01T08:00:00Z')
    expect(timestamp('2025-06-01T08:00:00.500Z')).toBe('2025-06-01T08:00:00.500Z')
    expect(timestamp('2025-06-01')).toBe('2025-06-01T00:00:00Z')
    expect(siteOf('https://www.desk.example:8080/x')).toBe('desk.example')
    expect(siteOf('nothing')).toBe('')
  })

  it('says what went wrong with code, message and status', () => {
    expect(errorOf(429).error).toMatchObject({ code: 429, status: 'RESOURCE_EXHAUSTED' })
    expect(errorOf(500).error).toMatchObject({ status: 'INTERNAL' })
    expect(errorOf(400, 'no').error).toEqual({
      code: 400,
      message: 'no',
      status: 'INVALID_ARGUMENT',
    })
  })
})

describe('what a program asks', () => {
  it('is read whatever it is, or said to be wrong', () => {
    const names = fc.constantFrom(
      ...Object.keys(searchFields),
      'page_size',
      'key',
      'x',
      '__proto__',
    )
    const pairs = fc.array(fc.tuple(names, fc.oneof(fc.string(), fc.integer().map(String))))
    fc.assert(
      fc.property(pairs, (all) => {
        const read = readAsked(searchFields, all)
        if ('wrong' in read) {
          expect(read.wrong).toMatch(/\S/)
          return
        }
        expect(Object.keys(read.asked).sort()).toEqual(Object.keys(searchFields).sort())
        for (const name of ['pageSize', 'offset', 'maxAgeDays'] as const) {
          expect(Number.isInteger(read.asked[name])).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
