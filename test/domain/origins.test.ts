import { describe, expect, it } from 'vitest'
import {
  type Claimed,
  countOrigins,
  isClaimants,
  madeBy,
  namesForOrigins,
  onlyClaimant,
  originsOf,
} from '../../src/domain/origins.ts'
import * as who from './people.ts'

const happened = { kind: 'happened' } as const
const said = { kind: 'said' } as const

/** Somebody by name, as a form says it. */
const named = (claimant: string, attribution: string[] = []): Claimed => ({
  appearance: { claimantKind: 'named', claimant, attribution },
  article: { outlet: 'La Voce' },
})
const outlet: Claimed = {
  appearance: { claimantKind: 'outlet', claimant: null, attribution: [] },
  article: { outlet: 'La Voce' },
}
const nobody = madeBy(happened, [])
const from = (number: number, origin: string | null, fields = {}) =>
  who.evidenceAt(number, { origin, ...fields })
const numbers = (origins: ReturnType<typeof originsOf>) =>
  origins.map(({ evidence }) => evidence.map(({ number }) => number))

describe('origins', () => {
  it('are one under one name, however it is written: capitals, accents, signs and spaces', () => {
    const names = ['Agenzia Città', 'AGENZIA CITTA', '  agenzia\tcittà. ', '«Agenzia Città»']
    const all = names.map((name, i) => from(i + 1, name))
    expect(numbers(originsOf(all, nobody))).toEqual([[1, 2, 3, 4]])
    expect(originsOf(all, nobody)[0]?.name).toBe('Agenzia Città')
    expect(numbers(originsOf([from(1, 'ANSA'), from(2, 'Ansa'), from(3, 'AP')], nobody))).toEqual([
      [1, 2],
      [3],
    ])
  })
  it('are told apart by their signs where a name has no letters', () => {
    expect(numbers(originsOf([from(1, '112'), from(2, '118'), from(3, '112 ')], nobody))).toEqual([
      [1, 3],
      [2],
    ])
    // A name of one source is never the id of another.
    const strange = who.evidenceAt(2, { origin: 'evidence-1' })
    expect(originsOf([from(1, null), strange], nobody)).toHaveLength(2)
  })
  it('are one each where nobody named any, even of one publisher', () => {
    const page = { publisher: 'La Gazzetta' }
    const all = [from(1, null, page), from(2, null, page)]
    expect(originsOf(all, nobody)).toHaveLength(2)
    expect(countOrigins(all, 'supports', nobody)).toEqual({ independent: 2, claimant: false })
  })
  it('are counted on each side alone, and not of what no longer counts', () => {
    const all = [
      from(1, 'ANSA'),
      from(2, 'Ansa'),
      from(3, 'ANSA', { stance: 'refutes' }),
      from(4, 'AFP', { rank: 'deprecated' }),
      from(5, 'AFP', { stance: 'context' }),
    ]
    expect(countOrigins(all, 'supports', nobody).independent).toBe(1)
    expect(countOrigins(all, 'refutes', nobody).independent).toBe(1)
    expect(countOrigins([], 'refutes', nobody)).toEqual({ independent: 0, claimant: false })
  })
})

describe('the claimant’s own words', () => {
  const rudenko = madeBy(happened, [named('Andrei Rudenko', ['il viceministro Rudenko', 'TASS'])])

  it('are those of a named claimant, as written here, as recorded, and at the head of the chain', () => {
    expect(isClaimants(from(1, 'ANDREI RUDENKO'), rudenko)).toBe(true)
    expect(isClaimants(from(1, 'Il viceministro Rudenko'), rudenko)).toBe(true)
    expect(isClaimants(from(1, 'TASS'), rudenko)).toBe(false)
    const place = { ...named('A. Rudenko'), claimant: { name: 'Andrej Rudenko' } }
    expect(isClaimants(from(1, 'Andrej Rudenko'), madeBy(happened, [place]))).toBe(true)
    expect(isClaimants(from(1, 'A Rudenko'), madeBy(happened, [place]))).toBe(true)
  })
  it('are the outlet’s where it speaks in its own voice, and only there', () => {
    expect(isClaimants(from(1, 'la voce'), madeBy(happened, [outlet]))).toBe(true)
    expect(isClaimants(from(1, 'la voce'), rudenko)).toBe(false)
    const unknown = { ...outlet, article: { outlet: null } }
    expect(isClaimants(from(1, null), madeBy(happened, [unknown]))).toBe(false)
  })
  it('are what the claimant publishes, unless it names where it has it from', () => {
    const own = madeBy(happened, [outlet])
    const page = { publisher: 'La Voce' }
    expect(isClaimants(from(1, null, page), own)).toBe(true)
    expect(isClaimants(from(1, 'ANSA', page), own)).toBe(false)
    expect(originsOf([from(1, null, page), from(2, 'La Voce')], own)).toHaveLength(1)
  })
  it('count for no side of what happened, and are told apart', () => {
    const all = [from(1, 'Andrei Rudenko'), from(2, 'ANSA'), from(3, null)]
    expect(countOrigins(all, 'supports', rudenko)).toEqual({ independent: 2, claimant: true })
    const denial = [from(1, 'Andrei Rudenko', { stance: 'refutes' })]
    expect(countOrigins(denial, 'refutes', rudenko)).toEqual({ independent: 0, claimant: true })
  })
  it('are what it takes to show that something was said', () => {
    const made = madeBy(said, [named('Andrei Rudenko')])
    const all = [from(1, 'Andrei Rudenko'), from(2, 'andrei rudenko')]
    expect(countOrigins(all, 'supports', made)).toEqual({ independent: 1, claimant: false })
    expect(onlyClaimant(all, made)).toBe(false)
  })
  it('alone are found out, where all that supports a claim leads back to them', () => {
    const alone = [from(1, 'Andrei Rudenko'), from(2, 'il viceministro rudenko')]
    expect(onlyClaimant(alone, rudenko)).toBe(true)
    expect(onlyClaimant([], rudenko)).toBe(false)
    expect(onlyClaimant([...alone, from(3, null)], rudenko)).toBe(false)
    expect(onlyClaimant([...alone, from(3, 'ANSA', { rank: 'deprecated' })], rudenko)).toBe(true)
    expect(onlyClaimant([...alone, from(3, 'ANSA', { stance: 'context' })], rudenko)).toBe(true)
    expect(onlyClaimant([from(1, 'ANSA')], rudenko)).toBe(false)
    const all = alone.map((one) => ({ ...one, rank: 'deprecated' as const }))
    expect(onlyClaimant(all, rudenko)).toBe(false)
  })
})

it('an origin is offered the names that are there: origins, claimants, publishers, each once', () => {
  const all = [from(1, 'ANSA', { publisher: 'La Voce' }), from(2, 'Ansa', { publisher: 'AFP' })]
  const places = [named('Anna Moretti', ['Anna Moretti', 'ANSA']), outlet]
  expect(namesForOrigins(all, places)).toEqual(['ANSA', 'Anna Moretti', 'La Voce', 'AFP'])
  expect(namesForOrigins([], [])).toEqual([])
})
