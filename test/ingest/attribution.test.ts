import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { attributions, type Passage } from '../../src/ingest/attribution.ts'
import { sentences } from '../../src/ingest/sentences.ts'
import { english } from './attribution-english.ts'
import { italian } from './attribution-italian.ts'

const passage = (taken: string, language: string | null, more: Partial<Passage> = {}): Passage => ({
  taken: [taken],
  before: [],
  after: [],
  above: '',
  language,
  outlet: null,
  ...more,
})
const read = (taken: string, language: string | null, more: Partial<Passage> = {}) =>
  attributions(passage(taken, language, more))
const chains = (...given: Parameters<typeof read>) =>
  read(...given).map(({ chain }) => chain.join(' → '))

describe('who says it', () => {
  it.each(italian)('%s', (sentence, ...expected) => {
    expect(chains(sentence, 'it')).toEqual(expected)
  })
  it.each(english)('%s', (sentence, ...expected) => {
    expect(chains(sentence, 'en')).toEqual(expected)
  })
  it('is read from accents in two pieces, and from straight apostrophes', () => {
    const composed = 'Secondo l’autorità portuale la nave è ferma.'
    for (const text of [composed, composed.normalize('NFD'), composed.replaceAll('’', "'")]) {
      expect(chains(text, 'it')).toEqual(['autorità portuale'])
    }
  })
  it('is read in languages whose forms are known, and in no other', () => {
    const said = 'Secondo il sindaco costerà poco.'
    expect(read(said, 'it')).toHaveLength(1)
    for (const language of ['fr', 'de', null]) expect(read(said, language)).toEqual([])
  })
})

describe('a chain that the text tells', () => {
  const first = 'Secondo il sindaco Marco Belli la strada riaprirà.'

  it('ends with who published it, where that is known, and once', () => {
    expect(chains(first, 'it', { outlet: 'Gazzetta' })).toEqual(['sindaco Marco Belli → Gazzetta'])
    const own = 'Come riferisce la Gazzetta, la strada riaprirà.'
    expect(chains(own, 'it', { outlet: 'GAZZETTA' })).toEqual(['Gazzetta'])
  })
  it('proposes the claimant by name, where the office before it can be told apart', () => {
    const names: [string, 'it' | 'en', string | null][] = [
      [first, 'it', 'Marco Belli'],
      ['Lo ha detto il ministro degli Esteri Ugo Sala.', 'it', 'Ugo Sala'],
      ['Lo ha detto la viceministra all’Economia Rosa Pini.', 'it', 'Rosa Pini'],
      ['Lo ha detto il portavoce del Cremlino.', 'it', 'portavoce del Cremlino'],
      ['Lo ha detto la Banca Centrale Europea.', 'it', 'Banca Centrale Europea'],
      ['Prime Minister Ann Lee said that it was over.', 'en', 'Ann Lee'],
      ['The foreign ministry said that it was over.', 'en', 'foreign ministry'],
      ['Secondo fonti militari il ponte è minato.', 'it', null],
      ['Sources close to the talks said that it was over.', 'en', null],
    ]
    for (const [sentence, language, name] of names) {
      const [one] = read(sentence, language)
      expect([one?.claimant, one?.claimantKind], sentence).toEqual([
        name,
        name === null ? 'unknown' : 'named',
      ])
    }
  })
  it('quotes the words that say so', () => {
    expect(read(`Ieri, a Lodi, ha piovuto. ${first}`, 'it')[0]?.words).toBe(
      'Secondo il sindaco Marco Belli',
    )
  })
  it('is told by the next sentence, where that looks back', () => {
    const taken = 'La strada riaprirà a giugno.'
    const so = (next: string, language = 'it') => chains(taken, language, { after: [next] })
    expect(so('Lo ha detto il sindaco.')).toEqual(['sindaco'])
    expect(so('L’annuncio è arrivato ieri dal Quirinale.')).toEqual(['Quirinale'])
    expect(so('That is according to the mayor.', 'en')).toEqual(['mayor'])
    expect(so('Secondo il sindaco costerà poco.')).toEqual([])
    expect(so('The mayor said something else.', 'en')).toEqual([])
  })
  it('is told by the sentence before, where this one goes on', () => {
    expect(chains('Ha aggiunto che costerà poco.', 'it', { before: [first] })).toEqual([
      'sindaco Marco Belli',
    ])
    expect(chains('He added that it was cheap.', 'en', { before: ['Ann Lee said so.'] })).toEqual([
      'Ann Lee',
    ])
    expect(chains('La strada è chiusa.', 'it', { before: [first] })).toEqual([])
  })
  it('calls people by the whole names that stand further up', () => {
    const above = 'Il vice ministro degli Esteri Ugo Sala è a Roma. Sala parla oggi.'
    expect(chains('Sala ha detto che resterà.', 'it', { above })).toEqual(['Ugo Sala'])
    const other = 'Il ministro Sala è a Roma con la sua Salamandra.'
    expect(chains('Sala ha detto che resterà.', 'it', { above: other })).toEqual(['Sala'])
  })
  it('comes at most with four others, each once', () => {
    const many = ['Rossi', 'Verdi', 'Bianchi', 'Neri', 'Gialli', 'Bruni', 'Rossi']
    const taken = many.map((name) => `${name} ha detto che piove.`)
    const all = attributions({ ...passage('', 'it'), taken: [...taken, ...taken] })
    expect(all.map(({ chain }) => chain[0])).toEqual(many.slice(0, 5))
  })
})

describe('hostile text', () => {
  const hostile = [
    'secondo '.repeat(50_000),
    'according to '.repeat(50_000),
    'Secondo il ministro del '.repeat(20_000),
    'ha detto, '.repeat(50_000),
    'Il Il Il '.repeat(50_000),
    '«'.repeat(200_000),
    'A'.repeat(300_000),
    `${'di '.repeat(100_000)}Roma`,
    'said, '.repeat(50_000),
    `${' '.repeat(200_000)}Rossi ha detto`,
    'e\u0301'.repeat(100_000),
    '🎉'.repeat(100_000),
    "l'".repeat(100_000),
  ]
  it.each(hostile)('takes no longer than its length asks for, and breaks nothing (%#)', (text) => {
    const began = performance.now()
    for (const language of ['it', 'en']) {
      const around = { before: [text], after: [text], above: text, outlet: text.slice(0, 200) }
      expect(read(text, language, around).length).toBeLessThanOrEqual(5)
    }
    expect(performance.now() - began).toBeLessThan(1500)
  })
})

/** Every sentence of an article, by its number, with the chains that are read for it. */
function readArticle(file: string) {
  const text = readFileSync(file, 'utf8')
  const all = sentences(text, 'it')
  return all.map((one) => {
    const near = all.filter(({ paragraph }) => paragraph === one.paragraph)
    const around = {
      before: near.filter(({ number }) => number < one.number).map((each) => each.text),
      after: near.filter(({ number }) => number > one.number).map((each) => each.text),
      above: text.slice(0, text.indexOf(one.text)),
    }
    return { text: one.text, chains: chains(one.text, 'it', around) }
  })
}

const shared = new URL('../../../shared/articles/', import.meta.url)
const articles: [file: string, ...[sentence: RegExp, chain: string | null][]][] = [
  [
    '000_563101c36e50306e.txt',
    [/la lavorando/, 'vice ministro degli Esteri Andrey Rudenko → agenzie di stampa russe'],
    [/^Lo affermano/, 'vice ministro degli Esteri Andrey Rudenko → agenzie di stampa russe'],
    [/^Rudenko/, 'Andrey Rudenko'],
    [/^Il presidente Vladimir/, null],
    [/^Kim e Putin/, null],
    [/^Dalla firma/, null],
  ],
  [
    '002_6ce36a7b6a1277ad.txt',
    [/^I leader/, 'Cremlino'],
    [/^Secondo fonti/, 'fonti sud coreane → media locali'],
    [/^Secondo indiscrezioni/, 'indiscrezioni'],
    [/^La stessa/, 'Casa Bianca'],
    [/^La visita di Kim/, null],
    [/starebbe raggiungendo/, null],
  ],
]
describe('the two articles of the shared folder', () => {
  for (const [name, ...expected] of articles) {
    const file = new URL(name, shared).pathname
    it.skipIf(!existsSync(file))(`${name}, which is skipped where it is absent`, () => {
      const all = readArticle(file)
      for (const [sentence, chain] of expected) {
        const found = all.find(({ text }) => sentence.test(text))
        expect(found?.chains, String(sentence)).toEqual(chain === null ? [] : [chain])
      }
    })
  }
})
