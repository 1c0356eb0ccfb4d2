import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALIKE, likeness, profileOf } from '../../src/matching/similar.ts'
import { stemsOf } from '../../src/matching/stems.ts'

describe('stems', () => {
  it('forgive inflection, capitals, accents and elisions', () => {
    expect(stemsOf('L’accordo sui SOLDATI schierati', 'it')).toEqual(
      stemsOf("l'accordo: il soldato schierato", 'it'),
    )
    expect(stemsOf('perché città', 'it')).toEqual(stemsOf('perche citta', 'it'))
  })
  it('keep figures as they are', () => {
    expect(stemsOf('Nel 2019 e nel 2023', 'it')).toEqual(['2019', '2023'])
  })
  it('take any text in any language, and say each stem once', () => {
    const property = fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('it', 'en', 'xx', 'tr'),
      (text, language) => {
        const stems = stemsOf(text, language)
        expect(new Set(stems).size).toBe(stems.length)
      },
    )
    fc.assert(property)
  })
})

describe('likeness', () => {
  const it_ = (text: string) => profileOf({ text, language: 'it' })
  const rare = () => 0.001
  const sentence = it_(
    'Dalla riapertura, il comune ha assunto venti vigili per sorvegliare il ponte nuovo.',
  )
  it('finds a short claim in a long sentence, and says why', () => {
    const { score, words } = likeness(it_('Il comune ha assunto venti vigili'), sentence, rare)
    expect(score).toBeGreaterThan(ALIKE)
    expect(words).toEqual(['comune', 'assunto', 'venti', 'vigili'])
  })
  it('does not take a shared word or two for the same thing', () => {
    const of = (text: string) => likeness(it_(text), sentence, rare).score
    expect(of('Il ponte di ferro cade in rovina')).toBeLessThan(ALIKE)
    expect(of('La scuola chiude a giugno')).toBe(0)
  })
})
