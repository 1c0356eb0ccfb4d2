import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Piece } from '../../src/domain/hit.ts'
import { phraseOf, piecesOf, type Sought, says } from '../../src/matching/query/marks.ts'
import { telling, termOf } from '../../src/matching/query/sought.ts'

const spoken = ['it', 'en']
const words = (text: string, isBeginning = false) =>
  text.split(' ').flatMap((word) => {
    const told = telling(word)
    return told ? [termOf(told, spoken, isBeginning)] : []
  })
const sought = (text: string, ...phrases: string[]): Sought => ({
  terms: words(text),
  phrases: phrases.map(phraseOf),
})
/** What is marked stands in brackets. */
const shown = (pieces: Piece[]) =>
  pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')

describe('what is marked in a text', () => {
  it.each([
    [
      'soldato',
      'La Corea ha schierato Soldati, e altri soldati',
      'La Corea ha schierato [Soldati], e altri [soldati]',
    ],
    ['universita', "All’università, all'universita", "All’[università], all'[universita]"],
    ['perche perché', 'Il perché', ''],
    ['citta', 'Citta\u0300 aperte', '[Citta\u0300] aperte'],
  ])('for “%s” in “%s”', (search, text, marked) => {
    expect(shown(piecesOf(text, 'it', sought(search)))).toBe(marked)
  })

  it('is a word by its beginning', () => {
    const terms = words('univers', true)
    const pieces = piecesOf('L’Università, universale; diversa', 'it', { terms, phrases: [] })
    expect(shown(pieces)).toBe('L’[Università], [universale]; diversa')
  })

  it('is a phrase in its very words, whatever stands between them', () => {
    const text = 'Il ponte, chiuso. Ponti chiusi. Chiuso il PONTE CHIUSO.'
    expect(shown(piecesOf(text, 'it', sought('', 'ponte chiuso')))).toBe(
      'Il [ponte, chiuso]. Ponti chiusi. Chiuso il [PONTE CHIUSO].',
    )
    expect(says(text, phraseOf('chiuso ponti'))).toBe(true)
    expect(says(text, phraseOf('ponti chiuso'))).toBe(false)
    expect(says(text, phraseOf('…'))).toBe(false)
  })

  it('is shown of a long text where it says most of what is sought, in whole words', () => {
    const text = `${'ponte e '.repeat(60)}la scuola del ponte è chiusa ${'come sempre '.repeat(60)}`
    const pieces = piecesOf(text, 'it', sought('ponte scuola chiusa'))
    expect(shown(pieces)).toMatch(/^….* la \[scuola\] del \[ponte\] è \[chiusa\] come .*sempre…$/)
    expect(shown(pieces).length).toBeLessThan(320)
    expect(shown(piecesOf(text, 'it', sought('ponte'), true)).length).toBeGreaterThan(text.length)
  })

  it('leaves the text as it is, and never fails', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 })
    const property = fc.property(text, fc.string({ unit: 'grapheme' }), (some, other) => {
      const asked = { terms: words(other, true), phrases: [phraseOf(some.slice(0, 20))] }
      const pieces = piecesOf(some, 'it', asked, true)
      if (pieces.length > 0) expect(pieces.map(({ text }) => text).join('')).toBe(some)
      piecesOf(some.repeat(3), 'xx', asked)
    })
    fc.assert(property, { numRuns: 500 })
  })
})
