import { describe, expect, it } from 'vitest'
import { placeOf, type Sentence, stretches } from '../../views/article/place.ts'
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

describe('the number of a sentence', () => {
  const rows = [
    ['chooses it where nothing is chosen', null, 4, { from: 4, to: 4 }],
    ['extends the choice downwards', { from: 2, to: 3 }, 5, { from: 2, to: 5 }],
    ['extends the choice upwards', { from: 2, to: 3 }, 1, { from: 1, to: 3 }],
    ['makes a chosen one the only one', { from: 2, to: 5 }, 3, { from: 3, to: 3 }],
    ['clears the only one', { from: 3, to: 3 }, 3, null],
  ] as const
  it.each(rows)('%s', (_, choice, number, next) => {
    expect(step(choice, number).next).toEqual(next)
  })
})
