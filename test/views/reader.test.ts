import { describe, expect, it } from 'vitest'
import { readerAddress } from '../../views/article/address.ts'
import {
  placeOf,
  type Sentence,
  sentencesAt,
  stretches,
  trimmed,
  wordsAt,
} from '../../views/article/place.ts'
import { step } from '../../views/article/reader.ts'

const sentence: Sentence = { number: 2, paragraph: 1, start: 10, end: 20, text: '0123456789' }
const cuts = (excerpts: { id: string; start: number; end: number }[], of = sentence) =>
  stretches(of, excerpts).map(({ text, within, ending }) => [
    text,
    within.map(({ id }) => id).join(''),
    ending.map(({ id }) => id).join(''),
  ])

describe('an article shown with its claims', () => {
  it('is not cut where no claim stands', () => {
    expect(cuts([{ id: 'a', start: 0, end: 10 }])).toEqual([['0123456789', '', '']])
  })

  it('is cut where a claim begins and ends', () => {
    expect(cuts([{ id: 'a', start: 12, end: 15 }])).toEqual([
      ['01', '', ''],
      ['234', 'a', 'a'],
      ['56789', '', ''],
    ])
  })

  it('shows claims that overlap, each with its own end', () => {
    expect(
      cuts([
        { id: 'a', start: 11, end: 15 },
        { id: 'b', start: 13, end: 18 },
      ]),
    ).toEqual([
      ['0', '', ''],
      ['12', 'a', ''],
      ['34', 'ab', 'a'],
      ['567', 'b', 'b'],
      ['89', '', ''],
    ])
  })

  it('marks the end of a claim only in the sentence where it ends', () => {
    expect(cuts([{ id: 'a', start: 5, end: 40 }])).toEqual([['0123456789', 'a', '']])
  })

  it('counts code points, not UTF-16 units', () => {
    const emoji = { ...sentence, end: 14, text: '🚂x🚂y' }
    expect(cuts([{ id: 'a', start: 11, end: 13 }], emoji)).toEqual([
      ['🚂', '', ''],
      ['x🚂', 'a', 'a'],
      ['y', '', ''],
    ])
  })

  it('names the sentences in which a claim stands', () => {
    const two = [sentence, { ...sentence, number: 3, start: 21, end: 30 }]
    expect(placeOf(two, { start: 12, end: 25 })).toEqual({ from: 2, to: 3 })
    expect(placeOf(two, { start: 40, end: 50 })).toBeNull()
  })
})

const first = 'Però «costa 🎉».'
const second = 'E\u0301 vero 👨‍👩‍👧!'
const text: Sentence[] = [
  { number: 1, paragraph: 1, start: 2, end: 17, text: first },
  { number: 2, paragraph: 2, start: 19, end: 33, text: second },
]

describe('words chosen in a text', () => {
  const rows = [
    ['are exactly those that were selected', [7, 13], [7, 13]],
    ['lose the blanks around them', [6, 14], [7, 13]],
    ['begin and end within the sentences', [0, 17], [2, 17]],
    ['keep the blanks between them', [14, 26], [14, 26]],
    ['keep an emoji whole, as one code point', [14, 15], [14, 15]],
    ['take an accent with its letter', [20, 21], [19, 21]],
    ['take every part of a composed emoji', [29, 30], [27, 32]],
    ['are none where there is only a blank', [6, 7], null],
    ['are none between two sentences', [17, 19], null],
    ['are none before the text', [-3, 5], null],
    ['are none beyond the text', [5, 34], null],
  ] as const
  it.each(rows)('%s', (_, [start, end], found) => {
    const chosen = wordsAt(text, { start, end })
    expect(chosen && [chosen.start, chosen.end]).toEqual(found)
  })

  it('name the sentences that they touch, and whether these are all of them', () => {
    expect(wordsAt(text, { start: 7, end: 20 })).toMatchObject({ from: 1, to: 2, whole: false })
    expect(wordsAt(text, { start: 2, end: 33 })).toMatchObject({ from: 1, to: 2, whole: true })
    expect(wordsAt([], { start: 0, end: 1 })).toBeNull()
  })
  it('are sentences where these are chosen, as far as there are any', () => {
    expect(sentencesAt(text, { from: 2, to: 9 })).toMatchObject({ start: 19, end: 33, whole: true })
    expect(sentencesAt(text, { from: 3, to: 3 })).toBeNull()
    expect(sentencesAt(text, { from: 2, to: 1 })).toBeNull()
  })
  it('end with their sentence where an excerpt ends in the blanks behind it', () => {
    expect(trimmed(text, { start: 4, end: 18 })).toEqual({ start: 4, end: 17 })
  })

  it('have an address that names the version only where it is not the newest', () => {
    const shown = { article: { id: 'a', version: 'v2' }, version: { id: 'v2' }, claim: null }
    const words = wordsAt(text, { start: 7, end: 13 })
    expect(readerAddress(shown, null)).toBe('/articles/a')
    expect(readerAddress(shown, words)).toBe('/articles/a?start=7&end=13')
    expect(readerAddress(shown, { from: 1, to: 2 })).toBe('/articles/a?from=1&to=2')
    const old = { ...shown, version: { id: 'v1' }, claim: { id: 'c' } }
    expect(readerAddress(old, words)).toBe('/articles/a?start=7&end=13&version=v1&claim=c')
  })
})

describe('the number of a sentence', () => {
  const whole = true
  const rows = [
    ['chooses it where nothing is chosen', null, 4, { from: 4, to: 4 }],
    ['extends the choice downwards', { from: 2, to: 3, whole }, 5, { from: 2, to: 5 }],
    ['extends the choice upwards', { from: 2, to: 3, whole }, 1, { from: 1, to: 3 }],
    ['makes a chosen one the only one', { from: 2, to: 5, whole }, 3, { from: 3, to: 3 }],
    ['clears the only one', { from: 3, to: 3, whole }, 3, null],
    [
      'chooses the whole where words are chosen',
      { from: 3, to: 3, whole: false },
      3,
      { from: 3, to: 3 },
    ],
  ] as const
  it.each(rows)('%s', (_, choice, number, next) => {
    expect(step(choice, number).next).toEqual(next)
  })
})
