import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termsOf } from '../../src/matching/query.ts'
import { stemsOf } from '../../src/matching/stems.ts'

const spoken = ['it', 'en']

/** Whether a search finds a statement. */
function finds(search: string, statement: string, language = 'it'): boolean {
  const stems = stemsOf(statement, language)
  return termsOf(search, [...new Set([...spoken, language])]).every((term) =>
    stems.some(
      (stem) =>
        term.stems.includes(stem) || (term.beginning !== null && stem.startsWith(term.beginning)),
    ),
  )
}

describe('a search', () => {
  it.each([
    ['soldato', 'La Corea ha schierato soldati'],
    ['SCHIERAMENTO dei soldati', 'I soldati schierati'],
    ['universita', 'L’università è chiusa'],
    ['università', "L'universita' e' chiusa"],
    ['citta', 'La città è più sicura'],
    ['perchè', 'Il perché del debito pubblico, perche dicono'],
    ["l'accordo", 'Firmato l’accordo'],
    ['dell’Ucraina', 'La difesa dell’Ucraina'],
    ['2024', 'Nel 2024 i reati sono calati'],
    ['20', 'Le aule sono 20'],
    ['UNIVERSITÀ\u0300', 'L’università è chiusa'],
    ['élève', 'Un eleve modello'],
  ])('for “%s” finds “%s”', (search, statement) => {
    expect(finds(search, statement)).toBe(true)
  })

  it('finds by the beginning of a word, from three letters on', () => {
    expect(finds('pon', 'Il ponte è chiuso')).toBe(true)
    expect(termsOf('pon', spoken)).toEqual([{ stems: [], beginning: 'pon' }])
    expect(termsOf('p2', spoken)).toEqual([{ stems: ['p2'], beginning: null }])
  })

  it('finds in whichever language the words are', () => {
    expect(finds('soldiers deployed', 'Korea deploys a soldier', 'en')).toBe(true)
    expect(finds('солдаты', 'Солдат нет', 'ru')).toBe(true)
    expect(finds('häuser', 'Das Haus brennt, Häuser auch', 'de')).toBe(true)
  })

  it('asks for every word', () => {
    expect(finds('ponte scuola', 'Il ponte è chiuso')).toBe(false)
    expect(finds('ponte chiuso', 'Il ponte è chiuso')).toBe(true)
  })

  it.each(['', ' ', 'il la di che', 'non è', 'a b c', '«»', '%_\'"', '\u0301\u0301\u0301', '👍'])(
    'for “%s” says nothing',
    (search) => {
      expect(termsOf(search, spoken)).toEqual([])
    },
  )

  it('finds a statement by any part of it that says something', () => {
    const words = fc.string({ unit: 'grapheme' })
    const property = fc.property(
      words,
      fc.constantFrom('it', 'en', 'xx', 'tr'),
      (text, language) => {
        expect(finds(text, text, language)).toBe(true)
        for (const { stems, beginning } of termsOf(text, spoken)) {
          expect(stems.length > 0 || beginning !== null).toBe(true)
          expect([...stems, beginning]).not.toContain('')
        }
      },
    )
    fc.assert(property)
  })
})
