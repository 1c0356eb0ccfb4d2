import { describe, expect, it } from 'vitest'
import {
  compareFigures,
  differing,
  type Figure,
  figuresIn,
  type Unit,
} from '../../src/matching/figures.ts'

type Expected = [value: number, unit: Unit, marks?: string][]

/** Each figure as value, unit, and `~` where it is rough, `?` where it is vague. */
const read = (language: string, text: string): Expected =>
  figuresIn({ text, language }).map(({ value, unit, approximate, vague }) => {
    const marks = `${approximate ? '~' : ''}${vague ? '?' : ''}`
    const rounded = Math.round(value * 1000) / 1000
    return marks ? [rounded, unit, marks] : [rounded, unit]
  })

const italian: [string, Expected][] = [
  ['Il ponte è costato 12.500 euro.', [[12_500, 'money']]],
  ['Il ponte è costato 1.250.000,50 euro.', [[1_250_000.5, 'money']]],
  ['La spesa è salita del 2,5 per cento.', [[2.5, 'percent']]],
  ['Il 40% degli iscritti non ha votato.', [[40, 'percent']]],
  ['Il tasso è cresciuto di 3 punti percentuali.', [[3, 'percentage_points']]],
  ['Sono arrivati due treni carichi.', [[2, 'count']]],
  ['Servono tre miliardi e mezzo per la rete.', [[3.5e9, 'count']]],
  ['Un investimento da 3 miliardi e 200 milioni di euro.', [[3.2e9, 'money']]],
  ['Un italiano su tre non legge.', [[33.333, 'percent']]],
  ['Sette famiglie su 10 hanno risposto.', [[70, 'percent']]],
  ['Due terzi degli alunni vanno a piedi.', [[66.667, 'percent']]],
  ['Ha perso mezzo milione di lettori.', [[500_000, 'count']]],
  ['Ha perso due milioni e mezzo di lettori.', [[2_500_000, 'count']]],
  ['Circa 12 mila firme sono state raccolte.', [[12_000, 'count', '~']]],
  ['Più di ventunomila firme.', [[21_000, 'count', '~']]],
  ['Oltre duemilacinquecento famiglie.', [[2500, 'count', '~']]],
  ['In piazza c’erano migliaia di persone.', [[1000, 'count', '?']]],
  ['In piazza c’erano decine di migliaia di persone.', [[10_000, 'count', '?']]],
  ['Una ventina di sindaci ha firmato.', [[20, 'count', '~']]],
  [
    'Nel 2024 il comune ha assunto 30 vigili.',
    [
      [20_240_000, 'date'],
      [30, 'count'],
    ],
  ],
  ['Il 21 maggio 2025 ha parlato la sindaca.', [[20_250_521, 'date']]],
  ['A maggio 2025 ha parlato la sindaca.', [[20_250_500, 'date']]],
  [
    'Nel biennio 2023-2024 niente.',
    [
      [20_230_000, 'date'],
      [20_240_000, 'date'],
    ],
  ],
  ['Roma, Mag 21, 2025: parla la sindaca.', [[20_250_521, 'date']]],
  ['Roma, 21 mag. – Parla la sindaca.', [[521, 'date']]],
  ['Lo ha detto il 21/5/2025.', [[20_250_521, 'date']]],
  ['Il corteo ha portato in strada 2000 persone.', [[2000, 'count']]],
  ['Lo dice l’articolo 11, comma 2, della legge 194.', []],
  ['Lo scrive il rapporto [1] a p. 14.', []],
  ['Il G7 discute di Covid-19 e degli F-35.', []],
  ['La messa è alle ore 18.30, dice la radio.', [[1110, 'time']]],
  ['Negli anni ’90 le fabbriche chiudevano.', [[19_900_000, 'date']]],
  ['Costa 300mila euro.', [[300_000, 'money']]],
  ['Il 10-15% dei pozzi è secco.', [[12.5, 'percent', '~']]],
  ['Un ponte, una strada e un fiume.', []],
  [
    'Cento chilometri di strada e mille cantieri.',
    [
      [100, 'quantity'],
      [1000, 'count'],
    ],
  ],
]

const english: [string, Expected][] = [
  ['The bridge cost 12,500 euros.', [[12_500, 'money']]],
  ['The bridge cost $2.5 million.', [[2_500_000, 'money']]],
  ['The bridge cost £5m.', [[5_000_000, 'money']]],
  ['Prices rose by 40 percent.', [[40, 'percent']]],
  ['Prices rose by 40 per cent.', [[40, 'percent']]],
  ['Rates rose by two percentage points.', [[2, 'percentage_points']]],
  ['Half a million readers left.', [[500_000, 'count']]],
  ['Two and a half million readers left.', [[2_500_000, 'count']]],
  ['A million and a half readers left.', [[1_500_000, 'count']]],
  ['Two hundred and fifty thousand people came.', [[250_000, 'count']]],
  ['Twenty-five mayors signed.', [[25, 'count']]],
  ['Two thousand five hundred families.', [[2500, 'count']]],
  ['A hundred firms closed.', [[100, 'count']]],
  ['Two dozen mayors signed.', [[24, 'count', '~']]],
  ['One in three adults reads.', [[33.333, 'percent']]],
  ['Seven people out of ten answered.', [[70, 'percent']]],
  ['Three quarters of the wells are dry.', [[75, 'percent']]],
  ['Two-thirds of the wells are dry.', [[66.667, 'percent']]],
  ['Thousands of people came.', [[1000, 'count', '?']]],
  [
    'More than 11,000 soldiers were sent in 2024.',
    [
      [11_000, 'count', '~'],
      [20_240_000, 'date'],
    ],
  ],
  ['On May 21, 2025 the mayor spoke.', [[20_250_521, 'date']]],
  ['On 21 May the mayor spoke.', [[521, 'date']]],
  ['Up to 12 people may attend.', [[12, 'count', '~']]],
  ['On the 21st floor of Section 3.', [[21, 'ordinal']]],
  ['A mayor and a bridge, one after the other.', []],
]

describe('figures in a text', () => {
  it.each(italian)('are read in Italian: %s', (text, expected) => {
    expect(read('it', text)).toEqual(expected)
  })
  it.each(english)('are read in English: %s', (text, expected) => {
    expect(read('en', text)).toEqual(expected)
  })
  it('stand where they are said to stand', () => {
    const text = 'Ponte 🌉: costa circa tre miliardi e mezzo di euro, il 2,5 per cento.'
    const found = figuresIn({ text, language: 'it' })
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual([
      'tre miliardi e mezzo di euro',
      '2,5 per cento',
    ])
    expect(found.map((one) => one.text)).toEqual(found.map(({ from, to }) => text.slice(from, to)))
  })
  it('in a language whose words are not known are read from their digits', () => {
    expect(read('fr', 'Le pont a coûté 12.500 euros, soit 3 % du budget.')).toEqual([
      [12_500, 'money'],
      [3, 'percent'],
    ])
  })
  it.each([
    ['digits in groups', '1.111'.repeat(5000)],
    ['groups without an end', `1${'.111'.repeat(12_000)}`],
    ['digits', '7'.repeat(50_000)],
    ['number words', 'due milioni e '.repeat(4000)],
    ['English number words', 'two hundred and '.repeat(4000)],
    ['multipliers', 'million '.repeat(6000)],
    ['shares', 'uno su due terzi di '.repeat(2500)],
    ['one long word', 'mila'.repeat(12_000)],
    ['dashes', '1-'.repeat(25_000)],
    ['signs', '€%$'.repeat(15_000)],
    ['days', '1 e '.repeat(12_000)],
    ['years', 'maggio 2024-'.repeat(4000)],
    ['ranges', 'tra 1 e '.repeat(6000)],
    ['blanks', ' '.repeat(50_000)],
    ['vague words', 'decine di '.repeat(5000)],
    ['digits, blanks and signs', '1 111-€+1% '.repeat(15_000)],
  ])('are read in one pass, whatever the text: %s', (_, text) => {
    const time = (some: string) => {
      const before = process.cpuUsage()
      for (const language of ['it', 'en']) figuresIn({ text: some, language })
      return process.cpuUsage(before).user / 1000
    }
    time(text.slice(0, 5000))
    expect(time(text)).toBeLessThan(2000 + text.length / 100)
  })
})

const inIt = (text: string) => ({ text, language: 'it' })
const inEn = (text: string) => ({ text, language: 'en' })

describe('figures of two texts differ', () => {
  it.each([
    ['another percentage', 'Il 40% dei comuni', 'il 25 per cento dei comuni'],
    ['another sum', 'Costa 2 milioni di euro', 'una spesa di 4,1 milioni di euro'],
    ['another count of the same', 'Tremila soldati nel paese', 'erano 12.000 soldati'],
    ['another year', 'Ha riaperto nel 2023', 'riaperto il 12 marzo 2024'],
    ['another day', 'Il 21 maggio ha parlato', 'parlò il 22 maggio 2025'],
    ['small numbers that are exact', 'Ci sono 3 testimoni', 'due testimoni in tutto'],
  ])('where they give %s', (_, one, other) => {
    expect(differing(inIt(one), inIt(other))).not.toBeNull()
  })
  it('across languages where each counts one thing', () => {
    expect(differing(inIt('Tremila soldati nel paese'), inEn('some 12,000 troops'))).not.toBeNull()
    expect(differing(inIt('Costa 2 milioni di euro'), inEn('it cost €4.1 million'))).not.toBeNull()
  })
  it('and say which ones they are', () => {
    const found = differing(inIt('Il 40% dei comuni'), inEn('25 percent of towns'))
    expect([found?.said.text, found?.quoted.text]).toEqual(['40%', '25 percent'])
  })
})

describe('figures of two texts are compared', () => {
  const texts = (some: Figure[]) => some.map(({ text }) => text)
  it('into those that agree, those that differ, and those of one text alone', () => {
    const one = inIt('Nel 2024 il 40% dei comuni ha assunto 30 vigili e 12 autisti.')
    const other = inIt('Il 39,8% dei comuni ha assunto 45 vigili, al costo di 2 milioni di euro.')
    const { agree, differ, onlyFirst, onlySecond } = compareFigures(one, other)
    const both = agree.concat(differ).map(({ first, second }) => [first.text, second.text])
    expect(both).toEqual([
      ['40%', '39,8%'],
      ['30', '45'],
    ])
    expect([agree.length, differ.length]).toEqual([1, 1])
    expect(texts(onlyFirst)).toEqual(['2024', '12'])
    expect(texts(onlySecond)).toEqual(['2 milioni di euro'])
  })
  const counts = (one: string, other: string) => {
    const { agree, differ } = compareFigures(inIt(one), inIt(other))
    return [agree.length, differ.length]
  }
  it.each([
    ['in other units of the same', 'lungo 3 km', 'lungo 3.000 metri'],
    ['where one is within the bounds of the other', 'almeno 100 firme', 'sono 150 firme'],
    ['where one is within a range', 'tra 10 e 15 feriti', '12 feriti'],
    ['where bounds are near', 'oltre 3.000 firme', 'almeno 3.100 firme'],
    ['as share and as percentage', 'un italiano su tre legge', 'legge il 34% degli italiani'],
    ['with the currency left out', 'costa 25 miliardi', 'costa 25 miliardi di euro'],
    ['as a year and a part of it', 'nel 2024 vince', 'nel primo trimestre 2024'],
  ])('they agree %s', (_, one, other) => {
    expect(counts(one, other)).toEqual([1, 0])
    expect(counts(other, one)).toEqual([1, 0])
  })
  it.each([
    ['of other sizes', 'lungo 3 km', 'lungo 5.000 metri'],
    ['outside the bounds of the other', 'almeno 100 firme', 'sono 40 firme'],
    ['that are bounds far apart', 'oltre 3.000 firme', 'oltre 9.000 firme'],
    ['of another quarter', 'nel primo trimestre 2024', 'nel terzo trimestre 2024'],
    ['that are ordinals', 'la seconda visita', 'la terza visita'],
    ['below and above nought', 'il saldo è -2%', 'il saldo è 2%'],
  ])('they differ where they are figures %s', (_, one, other) => {
    expect(counts(one, other)).toEqual([0, 1])
  })
  it('percentages and percentage points are never compared', () => {
    expect(counts('sale di 2 punti percentuali', 'sale del 3%')).toEqual([0, 0])
  })
  it('and one that is said twice agrees twice', () => {
    const twice = inIt('Il 40% dei comuni, sì, il 40 per cento.')
    const { agree, onlyFirst } = compareFigures(twice, inIt('il 40% dei comuni'))
    expect([agree.length, onlyFirst]).toEqual([2, []])
  })
})

describe('figures of two texts do not differ', () => {
  it.each([
    ['one of them agrees', 'Il 40% dei comuni', 'il 25% nel Nord, il 40 per cento nel Sud'],
    ['one is rounded from the other', 'Due milioni di euro', 'un costo di 1.960.000 euro'],
    ['a percentage is rounded', 'Il 40% dei comuni', 'il 39,6% dei comuni'],
    ['one is said to be rough', 'Circa 12.000 soldati', 'almeno 11.000 soldati'],
    ['one is vague', 'Migliaia di soldati', 'erano 12.000 soldati'],
    ['they count other things', 'Tremila soldati', 'in 12 città'],
    ['they are of other units', 'Il 40% dei comuni', 'quaranta milioni di euro'],
    ['one is a year and the other a count', 'Nel 2024 la spesa cresce', 'assunti 30 vigili'],
    ['they are in other currencies', 'Due milioni di euro', 'tre milioni di dollari'],
    ['the same is written otherwise', 'Un comune su tre', 'il 33% dei comuni'],
    ['a year agrees with its day', 'Ha riaperto nel 2024', 'il 12 marzo 2024'],
    ['there are none', 'Il ponte ha riaperto', 'riaperto dopo 3 anni'],
  ])('where %s', (_, one, other) => {
    expect(differing(inIt(one), inIt(other))).toBeNull()
    expect(differing(inIt(other), inIt(one))).toBeNull()
  })
  it('across languages where small numbers may count other things, or there are several', () => {
    expect(differing(inIt('Tre generali'), inEn('12 targets'))).toBeNull()
    expect(differing(inIt('Tremila soldati'), inEn('12,000 troops and 300 tanks'))).toBeNull()
  })
  it('in units that are not compared', () => {
    expect(differing(inIt('nel 2023'), inIt('nel 2024'), ['percent'])).toBeNull()
  })
})
