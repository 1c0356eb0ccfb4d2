import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readText } from '../../src/ingest/read.ts'
import { MAX_TITLE } from '../../src/ingest/title.ts'
import { englishBody, englishSamples, italianSamples } from './samples.ts'

describe('reading a text into an article', () => {
  for (const { name, text, expected } of [...italianSamples, ...englishSamples]) {
    it(`reads ${name}`, () => {
      expect(readText(text, { today: '2026-01-15' })).toMatchObject(expected)
    })
  }

  it('never makes a title longer than its limit, nor out of a whole paragraph', () => {
    for (const { text } of [...italianSamples, ...englishSamples]) {
      const { title } = readText(text)
      expect(title?.length ?? 0).toBeLessThanOrEqual(MAX_TITLE)
      expect(text.split('\n').filter((line) => line.length >= 200)).not.toContain(title)
    }
    const endless = readText('parole senza punti '.repeat(100))
    expect(endless.titleProposed).toBe(true)
    expect(endless.title?.length).toBeLessThanOrEqual(MAX_TITLE)
  })

  it('does not believe a publication date after today', () => {
    const text = `Old bridge to close\nPublished: 21 May 2025\n${englishBody}`
    expect(readText(text, { today: '2025-05-19' }).date).toBeNull()
    expect(readText(text, { today: '2025-05-20' }).date).toBe('2025-05-21')
  })

  it('says nothing about a text of a few words', () => {
    expect(readText('Ponte chiuso.')).toEqual({
      title: null,
      titleProposed: false,
      outlet: null,
      byline: null,
      date: null,
      language: null,
      text: 'Ponte chiuso.',
      sentences: [{ number: 1, paragraph: 1, start: 0, end: 13, text: 'Ponte chiuso.' }],
    })
  })

  it('reads a megabyte of anything without getting lost', () => {
    const patterns = [
      'x',
      '.',
      'a. ',
      'A. ',
      '«',
      '" ',
      '? - ',
      '1. ',
      'a\n',
      '. "',
      '(',
      ' | x',
      '- ',
      'Pubblicato il ',
      '1 maggio ',
      'di Ab ',
      'Ab ',
      '21/05/',
      'e\u0301',
      '\ud83d\ude42',
    ]
    for (const pattern of patterns) {
      const text = `z${pattern.repeat(Math.floor(1_000_000 / Buffer.byteLength(pattern)))}`
      const reading = readText(text)
      expect(reading.title?.length ?? 0).toBeLessThanOrEqual(MAX_TITLE)
      expect(reading.sentences.length).toBeGreaterThan(0)
    }
  }, 120_000)
})

const folder = new URL('../../../shared/articles/', import.meta.url)

describe('real articles', () => {
  const read = (file: string) => readText(readFileSync(new URL(file, folder), 'utf8'))

  it.skipIf(!existsSync(folder))(
    'an agency page: outlet from its title, date from its head',
    () => {
      expect(read('000_563101c36e50306e.txt')).toMatchObject({
        title: 'Mosca lavora alla complessa visita di Kim Jong Un',
        titleProposed: false,
        outlet: 'askanews',
        byline: null,
        date: '2025-05-21',
        language: 'it',
      })
    },
  )

  it.skipIf(!existsSync(folder))('a page whose title runs into its lead', () => {
    const reading = read('002_6ce36a7b6a1277ad.txt')
    expect(reading).toMatchObject({
      titleProposed: true,
      outlet: null,
      byline: 'Antonio Palma',
      date: null,
      language: 'it',
    })
    expect(reading.title).toMatch(/^Kim Jong-un .* Cremlino$/)
  })
})

describe('a masthead above the headline', () => {
  for (const masthead of ['Corriere della Valle', 'Corriere dell’Umbria', "Gazzetta d'Alba"]) {
    it(`is the outlet, and not the title: ${masthead}`, () => {
      const { title, outlet } = readText(
        `${masthead}\nIl ponte riapre dopo tre anni\nDi Lucia Ferri\n12 marzo 2024\n\nIl ponte ha riaperto ieri.`,
      )
      expect(title).toBe('Il ponte riapre dopo tre anni')
      expect(outlet).toBe(masthead)
    })
  }
  it('is nothing where no headline follows', () => {
    expect(readText('Radio Valle').title).not.toBeUndefined()
  })
})
