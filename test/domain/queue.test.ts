import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  countFilters,
  placeText,
  type Queue,
  readPlace,
  readQueue,
  sortOf,
  unfiltered,
} from '../../src/domain/queue.ts'

const id = '0197a1b2-0000-7000-8000-000000000001'
const everything: Queue = { ...unfiltered, stage: null, who: 'all', sort: null }

describe('what an address asks the queue for', () => {
  it('is everything where it asks for nothing', () => {
    expect(readQueue({})).toEqual(everything)
    expect(countFilters(everything)).toBe(0)
  })

  it('is read by its names', () => {
    const asked = {
      stage: 'in_review',
      who: 'mine',
      q: '  ponte\n\tdi  Vallechiara ',
      rating: 'mostly_true',
      reason: 'outdated_since',
      language: 'it',
      topic: '#Corea  del Nord',
      claimant: 'outlet',
      article: id,
      sort: 'newest',
    }
    const read = readQueue({ ...asked, after: 'x', strange: 'y' })
    expect(read).toEqual({ ...asked, q: 'ponte di Vallechiara', topic: 'corea del nord' })
    expect(countFilters(read)).toBe(7)
    expect(readQueue({ claimant: id }).claimant).toBe(id)
  })

  test.each([
    ...['stage', 'who', 'rating', 'reason', 'language', 'claimant', 'article', 'sort'].flatMap(
      (name) =>
        ['', 'x y', '\0', "' or 1=1 --", 'è'.repeat(5000), '__proto__'].map((value) => [
          name,
          value,
        ]),
    ),
    ['topic', ''],
    ['topic', '###'],
    ['topic', 'a\0b'],
    ['topic', 'x'.repeat(41)],
    ['q', '\0 \u0007\n'],
  ])('passes over %s=%j', (name, value) => {
    const read = readQueue({ [name]: value })
    if (name === 'rating' && value === '__proto__') expect(read.rating).toBe(value)
    else expect(read).toEqual(everything)
  })

  it('is any text, no longer than it is read, and whole in its letters', () => {
    expect(readQueue({ q: '🌉'.repeat(9000) }).q).toBe('🌉'.repeat(500))
    expect(readQueue({ q: 'ponte\0 \ud800' }).q).toBe('ponte \ufffd')
    const property = fc.property(fc.string({ unit: 'binary' }), (q) => {
      const read = readQueue({ q }).q
      expect(read.isWellFormed()).toBe(true)
      expect(Array.from(read).length).toBeLessThanOrEqual(200)
      expect(read).not.toMatch(/\p{Cc}/u)
    })
    fc.assert(property)
  })
})

describe('the order of the queue', () => {
  it('is what is due first, where somebody works; what moved last, where nobody does any more', () => {
    expect(sortOf({ stage: null, sort: null })).toBe('due')
    expect(sortOf({ stage: 'checking', sort: null })).toBe('due')
    expect(sortOf({ stage: 'decided', sort: null })).toBe('moved')
    expect(sortOf({ stage: 'set_aside', sort: null })).toBe('moved')
    expect(sortOf({ stage: 'decided', sort: 'due' })).toBe('due')
  })
})

describe('a place in the queue', () => {
  const place = { due: '9999-12-31', since: '2025-05-01T10:00:00.000Z', id }
  it('is read as it was written', () => {
    expect(readPlace(placeText(place))).toEqual(place)
  })
  test.each([
    undefined,
    '',
    '~~',
    '~~~~',
    `2025-06-01~2025~${id}`,
    `soon~${place.since}~${id}`,
    `2025-06-01~${place.since}~'--`,
    `2025-06-01~${place.since}\0~${id}`,
    'x'.repeat(10_000),
  ])('is none in %j', (text) => {
    expect(readPlace(text)).toBeNull()
  })
})
