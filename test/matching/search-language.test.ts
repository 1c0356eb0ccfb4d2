import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstScale } from '../../src/domain/first-scale.ts'
import { type Part, readSearch, searchText, without } from '../../src/matching/query/read.ts'

const read = (text: string) => readSearch(text, firstScale)

/** Parts as tests name them: `ponte`, `-"ponte chiuso"`, `rating=false`. */
const named = (part: Part): string => {
  const minus = part.isNot ? '-' : ''
  if (part.kind === 'filter') return `${minus}${part.name}=${part.value}`
  if (part.kind === 'phrase') return `${minus}"${part.text}"`
  return `${minus}${part.text}${part.beginning ? '*' : ''}`
}
const partsOf = (text: string) => read(text).parts.map(named)
const apart = (part: Part) => ({ ...part, start: 0, end: 0 })

describe('the language of searches', () => {
  it.each([
    ['ponte chiuso', ['ponte', 'chiuso']],
    ["l'accordo l’accordo", ['l', 'accordo', 'l', 'accordo']],
    ['"ponte chiuso" oggi', ['"ponte chiuso"', 'oggi']],
    ['“ponte chiuso” «due ponti» „so hoch“', ['"ponte chiuso"', '"due ponti"', '"so hoch"']],
    ['« deux ponts »', ['"deux ponts"']],
    ['"ponte chiuso', ['ponte', 'chiuso']],
    ['-ponte -"due ponti" -rating:false', ['-ponte', '-"due ponti"', '-rating=false']],
    ['Corea - Russia e-mail --force', ['Corea', 'Russia', 'e', 'mail', 'force']],
    ['-covid-19', ['-"covid-19"']],
    ['univers* un*', ['univers*', 'un']],
    ['12.500 −5 3,5%', ['"12.500"', '5', '3', '5']],
    ['AND OR NOT NEAR(a b)', ['AND', 'OR', 'NOT', 'NEAR', 'a', 'b']],
    ['', []],
    ['"" - * : « » ()', []],
    ['po\u200bnte \u202eponte\u0000chiuso', ['ponte', 'ponte', 'chiuso']],
  ])('reads “%s”', (text, parts) => {
    expect(partsOf(text)).toEqual(parts)
  })

  it.each([
    ['rating:false', ['rating=false']],
    [
      'voto:falso GIUDIZIO:Falso verdetto:"in parte vero"',
      ['rating=false', 'rating=false', 'rating=mixed'],
    ],
    ['rating:mostly_true rating:"Mostly true"', ['rating=mostly_true', 'rating=mostly_true']],
    [
      'after:2025-05 before:21/5/2025 dopo:2025',
      ['after=2025-05', 'before=2025-05-21', 'after=2025'],
    ],
    ['lang:it lingua:inglese language:Italian', ['language=it', 'language=en', 'language=it']],
    [
      'stage:checking fase:"in revisione" stato:decisa',
      ['stage=checking', 'stage=in_review', 'stage=decided'],
    ],
    ['kind:figure tipo:dichiarazione', ['kind=figure', 'kind=said']],
    ['reason:satire motivo:superata', ['reason=satire', 'reason=outdated']],
    ['claimant:rudenko chi:"Andrej Rudenko"', ['claimant=rudenko', 'claimant=Andrej Rudenko']],
    ['holder:me assegnata:nessuno', ['holder=me', 'holder=nobody']],
    ['has:verdict con:prove outlet:askanews', ['has=verdict', 'has=evidence', 'outlet=askanews']],
    ['rating:«falso», topic:“North Korea”', ['rating=false', 'topic=North Korea']],
  ])('reads the filters of “%s”', (text, parts) => {
    expect(partsOf(text)).toEqual(parts)
    expect(read(text).strange).toEqual([])
  })

  it('takes for words what is no filter, or has no such value, and says so', () => {
    expect(partsOf('rating:banana colour:red')).toEqual(['rating', 'banana', 'colour', 'red'])
    expect(read('rating:banana colour:red').strange).toEqual([
      { text: 'rating:banana', why: 'value' },
      { text: 'colour:red', why: 'name' },
    ])
    expect(partsOf('after:yesterday constructor:1 rating:constructor')).toHaveLength(6)
    expect(read('https://ansa.it/a at 12:30').strange).toEqual([])
  })

  it('can be told without one of its parts', () => {
    const { text, parts } = read("l'accordo  lang:it “ponte chiuso”")
    const filter = parts.find(({ kind }) => kind === 'filter')
    expect(filter && without(text, filter)).toBe("l'accordo “ponte chiuso”")
  })

  it('reads no more than somebody types, and says where it stopped', () => {
    const long = read('ponte '.repeat(2000))
    expect(long.parts).toHaveLength(40)
    expect(long.cut).toBe(true)
    expect(read('ponte chiuso').cut).toBe(false)
    expect(read('x'.repeat(10_000)).text).toHaveLength(500)
  })

  it('is read from any text, and asks for the same when it is written again', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '"',
        '“',
        '«',
        '»',
        '-',
        '*',
        ':',
        ' ',
        '\u0000',
        '\ud800',
        '\u202e',
        'rating:',
        'voto:falso',
      ),
      fc.constantFrom(
        'lang:',
        'after:2025',
        '-',
        'AND',
        'NEAR(',
        "l'",
        '12.500',
        '^',
        '{a b}:',
        'con:prove',
        ',;',
      ),
    )
    const property = fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { parts } = read(pieces.join(''))
      const again = read(searchText(parts))
      // What is written again may be longer than what anybody may type.
      fc.pre(!again.cut)
      expect(again.parts.map(apart)).toEqual(parts.map(apart))
    })
    fc.assert(property, { numRuns: 2000 })
  })
})
