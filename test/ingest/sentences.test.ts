import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from '../../src/ingest/sentences.ts'

const split = (text: string, language: string) => sentences(text, language).map((one) => one.text)

/** Each row is a paragraph, already divided; joined with blanks it must divide the same way. */
const italian: string[][] = [
  ['Roma, 21 mag. (askanews) – La giunta tace.', 'Lo dice l’on. Bianchi.'],
  ['«Non è vero. È falso» ha detto Rossi.', 'Poi è uscito.'],
  ['«Non è vero.', 'È falso.»', 'Poi se n’è andato.'],
  ['Il dott. G. Verdi e J. D. Neri, ecc.', 'Poi l’art. 5 e il n. 3.', 'Fine.'],
  ['Costa 3.5 milioni.', '30 persone attendono.'],
  ['«Davvero?» chiede Rossi.', '«Sì!»', 'Basta… e poi… niente.', 'Fine…', 'Ora no... sì.'],
  ['Lo chiede “su invito di Tizio", si legge.', '"È falso. Basta", ha detto.'],
  ['1. Il primo punto.', '2. Il secondo.'],
  ['Il sen. I. La Russa parla.', 'La serie A.', 'Il campionato riprende.'],
  ['La Alfa S.p.A. Milano sale.', 'Visse nel III sec. a.C.', 'La città cadde.'],
  ['Nel 2019.', 'Il gen. Rossi arrivò il 21 gen.', 'Il resto è noto.'],
  ['È falso. »', 'Poi (lo dice Rossi. E Verdi) tace. 🙂'],
  ['Vedi www.esempio.it e https://esempio.it/a?B=c.Doc per gli U.S.A. e il resto.'],
]
const english: string[][] = [
  ['"It is false. It never was," Smith said.', 'He left.'],
  ['“Is it true? No!” Mr. Smith said.', '“Fine.”', 'He left.'],
  ['Dr. J. D. Roe of the U.S. Army met Gen. Lee on Jan. 5 at 5 p.m.', 'The talks failed.'],
  ['No. 10 said no.', 'He left.', 'See e.g. Fig. 3 and St. Louis, i.e. Missouri.'],
  ['Sen. Doe vs. Rep. Roe in the U.S.', 'The end.'],
  ['The cost rose 3.5%.', '40 people left.', 'U.S. President Smith spoke.'],
]

describe('sentences', () => {
  for (const row of italian) {
    it(`divides: ${row.join(' ¦ ')}`, () => expect(split(row.join(' '), 'it')).toEqual(row))
  }
  for (const row of english) {
    it(`divides: ${row.join(' ¦ ')}`, () => expect(split(row.join(' '), 'en')).toEqual(row))
  }

  it('finds the end of a sentence whose blank was lost in copying', () => {
    expect(split('Benefici in cambio.Kim Jong-un tace.', 'it')).toHaveLength(2)
    expect(split('Lo dice «il capo».È falso!Ma no.', 'it')).toHaveLength(3)
    expect(split('The firm is big.It was sold.', 'en')).toHaveLength(2)
    expect(split('Usa Node.Js e la S.p.A. di askanews.It e nota.Pdf in U.S.A.', 'it')).toHaveLength(
      1,
    )
  })

  it('counts offsets in code points and paragraphs by lines', () => {
    expect(sentences('🙂 Uno. Due.\n\nTre', 'it')).toEqual([
      { number: 1, paragraph: 1, start: 0, end: 6, text: '🙂 Uno.' },
      { number: 2, paragraph: 1, start: 7, end: 11, text: 'Due.' },
      { number: 3, paragraph: 2, start: 13, end: 16, text: 'Tre' },
    ])
  })

  it('joins lines that were wrapped at a fixed width', () => {
    const text =
      'The council decided last night to close the old\nbridge to cars. Repairs will take two years, as\nengineers said.'
    expect(
      sentences(text, 'en').map(({ paragraph, text }) => [paragraph, text.slice(0, 7)]),
    ).toEqual([
      [1, 'The cou'],
      [1, 'Repairs'],
    ])
  })

  it('gives every character that is not blank to exactly one sentence', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '. ',
        '.',
        '! ',
        '«',
        '»',
        '"',
        '(',
        ')',
        ' ',
        '\n',
        'a',
        'Il ',
        'J. ',
        '…',
        '🙂',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const points = Array.from(text)
        const owners = points.map(() => 0)
        for (const [at, one] of sentences(text, 'it').entries()) {
          expect(one.number).toBe(at + 1)
          expect(points.slice(one.start, one.end).join('')).toBe(one.text)
          expect(one.text).toBe(one.text.trim())
          for (let point = one.start; point < one.end; point++)
            owners[point] = (owners[point] ?? 0) + 1
        }
        for (const [at, point] of points.entries()) {
          if (point.trim() !== '') expect(owners[at]).toBe(1)
          else expect(owners[at]).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 500 },
    )
  })
})
