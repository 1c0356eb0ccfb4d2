import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Anchor, anchor, locate } from '../../src/domain/anchor.ts'
import { excerptAt } from '../../src/domain/excerpt.ts'

const text = 'Il ponte riapre. 🌉 La sindaca tace. Il ponte riapre domani, dice il comune.'
const at = (words: string, from = 0) => {
  const start = Array.from(text.slice(0, text.indexOf(words, from))).length
  return excerptAt(text, start, start + Array.from(words).length)
}

const wordsOf = (now: string, found: Anchor) =>
  'start' in found ? Array.from(now).slice(found.start, found.end).join('') : ''

describe('a quote that somebody typed', () => {
  it('stands where its words do, in whatever typography', () => {
    expect(locate('Dice: «È chiuso», poi tace.', '"È chiuso"')).toEqual({
      status: 'exact',
      start: 6,
      end: 16,
    })
  })
  it('is ambiguous where it stands twice, and both places are named', () => {
    const places = [0, 36].map((start) => ({ start, end: start + 15 }))
    expect(locate(text, 'Il ponte riapre')).toEqual({ status: 'ambiguous', places })
  })
  it('has changed where most of its words stand', () => {
    const now = 'Tace. Il ponte riapre domani, dice il sindaco della città.'
    const found = locate(now, 'Il ponte non riapre domani, dice il sindaco')
    expect(found.status).toBe('changed')
    expect(wordsOf(now, found)).toBe('Il ponte riapre domani, dice il sindaco')
  })
  it('is gone where nothing is like it, and where it says nothing', () => {
    expect(locate(text, 'Quattro gatti sul tetto del municipio').status).toBe('gone')
    expect(locate(text, ' \n').status).toBe('gone')
  })
})

describe('an excerpt in another version of its text', () => {
  it('stands where it stood, where nothing changed', () => {
    const excerpt = at('La sindaca tace.')
    expect(anchor(text, excerpt)).toEqual({
      status: 'exact',
      start: excerpt.start,
      end: excerpt.end,
    })
  })
  it('is found where it moved to, counted in code points', () => {
    const moved = anchor(`🌉🌉 ${text}`, at('La sindaca tace.'))
    expect(moved).toEqual({ status: 'moved', start: 22, end: 38 })
  })
  it('is told from its double by what stands around it', () => {
    const second = at('Il ponte riapre', 20)
    expect(anchor(`Oggi. ${text}`, second)).toMatchObject({
      status: 'moved',
      start: second.start + 6,
    })
  })
  it('is ambiguous where nothing tells it from its double', () => {
    expect(anchor('Il ponte riapre, sì. Il ponte riapre, no.', at('Il ponte riapre')).status).toBe(
      'ambiguous',
    )
  })
  it('is found in time in a text that is one word, or all marks', () => {
    const from = performance.now()
    const word = 'ae\u0301\u200b'.repeat(100_000)
    const cut = excerptAt(word, 200_000, 200_399)
    expect(anchor(word, cut, word)).toEqual({ status: 'exact', start: 200_000, end: 200_399 })
    const marks = `e${'\u0301\u200b\u0316'.repeat(100_000)}`
    expect(locate(`${marks} Il ponte`, 'Il ponte').status).toBe('exact')
    expect(performance.now() - from).toBeLessThan(4000)
  })
  it('is gone where its words are', () => {
    expect(anchor('Il ponte chiude.', at('Il ponte riapre')).status).toBe('gone')
  })

  const places: [string, string, string, string][] = [
    ['quotes of another shape', 'Ha detto «no» e basta.', '«no» e', 'Ha detto “no” e basta.'],
    [
      'a dash of another length',
      'Il ponte – chiuso – riapre.',
      'ponte – chiuso',
      'Il ponte — chiuso — riapre.',
    ],
    [
      'an apostrophe of another shape',
      'Oggi l’acqua alta torna.',
      'l’acqua alta',
      "Oggi l'acqua alta torna.",
    ],
    [
      'three dots for an ellipsis',
      'Dice che… riapre presto.',
      'che… riapre',
      'Dice che... riapre presto.',
    ],
    [
      'other white space',
      'Il ponte riapre domani sera.',
      'ponte riapre',
      'Il\u00a0ponte \n riapre\tdomani sera.',
    ],
    [
      'soft hyphens',
      'Il ponte riapre domani sera.',
      'ponte riapre',
      'Il pon\u00adte ria\u200bpre domani sera.',
    ],
    [
      'decomposed accents',
      'È vero perché è così.',
      'perché è',
      'È vero perché è così.'.normalize('NFD'),
    ],
  ]
  it.each(places)('is found in %s', (_, old, quote, now) => {
    const start = Array.from(old.slice(0, old.indexOf(quote))).length
    const found = anchor(now, excerptAt(old, start, start + Array.from(quote).length), old)
    expect(['exact', 'moved']).toContain(found.status)
    const plain = (text: string) =>
      text
        .normalize('NFC')
        .replace(/[\u00ad\u200b]/g, '')
        .replace(/[«»“”]/g, '"')
        .replace('’', "'")
        .replace('—', '–')
        .replace('…', '...')
        .replace(/\s+/g, ' ')
    expect(plain(wordsOf(now, found))).toBe(plain(quote))
  })

  const others: [string, string, string, string][] = [
    [
      'a figure',
      'Morirono 15 soldati russi sul ponte.',
      '15 soldati russi',
      'Morirono 25 soldati russi sul ponte.',
    ],
    [
      'a longer figure',
      'Morirono 15 soldati russi sul ponte.',
      '15 soldati russi',
      'Morirono 15.000 soldati russi sul ponte.',
    ],
    [
      'a minus',
      'Ieri si contavano 5 gradi a Roma, ieri.',
      '5 gradi a Roma',
      'Ieri si contavano -5 gradi a Roma, ieri.',
    ],
    [
      'a negation',
      'Il ponte riapre domani sera, dice.',
      'ponte riapre domani sera',
      'Il ponte non riapre domani sera, dice.',
    ],
    [
      'a negation in short',
      'They said that we can do it now.',
      'we can',
      'They said that we can’t do it now.',
    ],
    [
      'an accent',
      'Chiude perché il ponte è rotto.',
      'perché il ponte',
      'Chiude perche il ponte è rotto.',
    ],
    [
      'a capital',
      'Chiude perché il ponte è rotto.',
      'il ponte è rotto',
      'Chiude perché il Ponte è rotto.',
    ],
    [
      'a longer word',
      'Chiude perché il ponte è rotto.',
      'perché il ponte',
      'Chiude perché il ponteggio è rotto.',
    ],
  ]
  it.each(others)('has changed with %s', (_, old, quote, now) => {
    const start = old.indexOf(quote)
    const excerpt = excerptAt(old, start, start + quote.length)
    for (const found of [anchor(now, excerpt), anchor(now, excerpt, old)]) {
      expect(found.status).toBe('changed')
      expect(wordsOf(now, found)).toBe(
        now.slice(start, start + now.length - old.length + quote.length),
      )
    }
  })

  it('never resolves to other words, whatever was changed', () => {
    const piece = fc.constantFrom('Il ponte riapre. ', 'La sindaca tace. ', '«Domani» 🌉 ', 'x', '')
    const property = fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.array(piece, { maxLength: 12 }),
      fc.nat(150),
      fc.integer({ min: 1, max: 20 }),
      (before, after, from, length) => {
        const old = before.join('')
        const points = Array.from(old)
        fc.pre(from + length <= points.length)
        const excerpt = excerptAt(old, from, from + length)
        const changed = after.join('')
        const found = anchor(changed, excerpt)
        if (found.status !== 'exact' && found.status !== 'moved') return
        const there = Array.from(changed).slice(found.start, found.end).join('')
        // A blank at its ends is no part of its words: before the first of a text there is none.
        expect(there.trim()).toBe(excerpt.quote.trim())
        expect(found.status === 'exact').toBe(found.start === excerpt.start)
      },
    )
    fc.assert(property, {
      numRuns: 2000,
      examples: [
        [
          ['x', 'x', 'x', 'Il ponte riapre. ', 'Il ponte riapre. ', 'La sindaca tace. '],
          ['Il ponte riapre. ', 'La sindaca tace. ', 'Il ponte riapre. '],
          19,
          13,
        ],
      ],
    })
  })
})
