import { describe, expect, it } from 'vitest'
import {
  type Asked,
  askedOf,
  filterNames,
  pairsOf,
  readFilters,
} from '../../src/domain/export-filters.ts'
import { refusalOf } from './refusals.ts'

const article = '01977c3e-9c00-7000-8000-000000000001'

const fieldsOf = (asked: Asked) => {
  const { fields } = refusalOf(() => readFilters(asked))
  return Object.entries(fields).map(([name, { code }]) => [name, code])
}

describe('the filters of an export', () => {
  it('ask for everything where nothing is asked', () => {
    const filters = readFilters({})
    expect(pairsOf(filters)).toEqual([])
    expect(askedOf(filters)).toEqual({})
    expect(Object.keys(filters)).toEqual(filterNames)
  })

  it('are read as people write them, each value once', () => {
    const asked = {
      rating: [' true', 'true', 'false'],
      topic: '##Corea  del Nord ',
      claimant: ['outlet', article],
      from: '1/6/2025',
      until: ['2025-06-01'],
    }
    expect(askedOf(readFilters(asked))).toEqual({
      rating: ['true', 'false'],
      topic: ['corea del nord'],
      claimant: ['outlet', article],
      from: '2025-06-01',
      until: '2025-06-01',
    })
  })

  it('are the same again when they are read from what they say', () => {
    const filters = readFilters({
      ...{
        rating: ['true', 'mixed'],
        topic: ['a', 'b c'],
        language: 'it',
        article,
        claimant: 'unknown',
      },
      ...{ status: ['withdrawn', 'under_correction'], from: '2025-01-01', until: '2025-12-31' },
    })
    expect(readFilters(askedOf(filters))).toEqual(filters)
    const named = Object.groupBy(pairsOf(filters), ([name]) => name)
    const values = Object.entries(named).map(([name, pairs]) => [
      name,
      pairs?.map(([, one]) => one),
    ])
    expect(readFilters(Object.fromEntries(values))).toEqual(filters)
  })

  it.each<[Asked, string, string]>([
    [{ rating: '' }, 'rating', 'required'],
    [{ rating: ['true', ' '] }, 'rating', 'required'],
    [{ rating: 'a\u0000' }, 'rating', 'nul'],
    [{ topic: '…' }, 'topic', 'malformed'],
    [{ language: 'IT' }, 'language', 'unknown_choice'],
    [{ article: 'x' }, 'article', 'malformed'],
    [{ claimant: 'named' }, 'claimant', 'malformed'],
    [{ status: 'proposed' }, 'status', 'not_here'],
    [{ from: '' }, 'from', 'required'],
    [{ from: '2025' }, 'from', 'no_day'],
    [{ until: '30/2/2025' }, 'until', 'no_day'],
    [{ until: ['2025-01-01', '2025-01-02'] }, 'until', 'too_many'],
    [{ from: '2025-01-02', until: '2025-01-01' }, 'until', 'before_from'],
    [{ rating: 'true', ratings: 'true' }, 'ratings', 'no_filter'],
    [{ toString: 'x' }, 'toString', 'no_filter'],
  ])('refuse what cannot be read: %j', (asked, name, code) => {
    expect(fieldsOf(asked)).toEqual([[name, code]])
  })
})
