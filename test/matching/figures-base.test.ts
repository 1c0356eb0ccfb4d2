import { describe, expect, it } from 'vitest'
import { baseMissing } from '../../src/matching/figures/base.ts'

const asked = (language: string, text: string) => baseMissing({ text, language })?.lacks ?? null

describe('a percentage', () => {
  it.each([
    ['it', 'Le multe sono aumentate del 20 per cento.'],
    ['it', 'I reati sono calati del 12,5%.'],
    ['it', 'Il governo ha ridotto la spesa di due punti percentuali.'],
    ['it', 'I mutui sono raddoppiati.'],
    ['it', 'Un crollo del 30% delle nascite.'],
    ['en', 'Fines rose by 20 per cent.'],
    ['en', 'Crime is down 12.5%.'],
    ['en', 'Rents have doubled.'],
  ])('of a change asks since when: %s: %s', (language, text) => {
    expect(asked(language, text)).toBe('since')
  })
  it.each([
    ['it', 'Il 40 per cento non ha votato.'],
    ['it', 'Solo il 12% paga le tasse.'],
    ['en', '40 percent did not vote.'],
    ['en', 'Nearly 60% say no.'],
  ])('of nobody asks of what: %s: %s', (language, text) => {
    expect(asked(language, text)).toBe('whole')
  })
  it.each([
    ['it', 'Nel 2024 le multe sono aumentate del 20 per cento.'],
    ['it', 'In cinque anni le multe sono aumentate del 20 per cento.'],
    ['it', 'Le multe sono aumentate del 20% rispetto all’anno scorso.'],
    ['it', 'La disoccupazione è scesa dal 12 al 9 per cento.'],
    ['it', 'La disoccupazione è salita al 9 per cento.'],
    ['it', 'Il 40 per cento dei comuni non ha votato.'],
    ['it', 'Il tasso di disoccupazione è al 9,8%.'],
    ['it', 'L’Iva passa al 22 per cento.'],
    ['it', 'Il ponte ha riaperto.'],
    ['en', 'Fines rose by 20 per cent in 2024.'],
    ['en', 'Fines rose by 20 per cent over five years.'],
    ['en', 'Fines rose 20 per cent year on year.'],
    ['en', 'Unemployment is at 9.8 percent.'],
    ['en', '40 percent of towns did not vote.'],
    ['de', 'Die Preise stiegen um 20 Prozent.'],
  ])('whose base is told, or that has none, asks nothing: %s: %s', (language, text) => {
    expect(asked(language, text)).toBeNull()
  })
})
