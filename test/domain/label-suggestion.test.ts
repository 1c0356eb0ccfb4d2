import { describe, expect, it } from 'vitest'
import { firstScale } from '../../src/domain/first-scale.ts'
import { suggestRating } from '../../src/domain/label-suggestion.ts'

const suggested = (label: string) => suggestRating(label, firstScale)

describe('what another publisher’s label may amount to', () => {
  it.each([
    ['true', 'true', 'same'],
    ['mostly false', 'mostly_false', 'same'],
    ['Vero', 'true', 'same'],
    ['VERO!', 'true', 'same'],
    ['Notizia falsa', 'false', 'known'],
    ['Falso: il video è del 2015', 'false', 'same'],
    ['Half True', 'mixed', 'known'],
    ['half-true', 'mixed', 'known'],
    ['Fuori contesto', 'missing_context', 'known'],
    ['Senza prove', 'unproven', 'known'],
    ['C’eri quasi', 'mostly_true', 'place'],
    ["C'eri quasi", 'mostly_true', 'place'],
    ['Nì', 'mixed', 'place'],
    ['Pinocchio andante', 'mostly_false', 'place'],
    ['Panzana pazzesca', 'false', 'place'],
    ['Pants on Fire!', 'false', 'place'],
    ['2 of 5', 'mostly_false', 'number'],
    ['5/5', 'true', 'number'],
    ['2 on a scale from 5 to 1', 'mostly_true', 'number'],
    ['1 on a scale from 0 to 2', 'mixed', 'number'],
  ])('%s: %s (%s)', (label, rating, reason) => {
    expect(suggested(label)).toEqual({ rating, reason })
  })

  it.each([
    'Notizia satirica',
    'Immagine modificata',
    'other',
    'True, but misleading',
    '2',
    '-1 of 5',
    '2 of 4',
    '',
  ])('nobody knows what %s amounts to', (label) => {
    expect(suggested(label)).toBeNull()
  })

  it('suggests no rating that is retired, or that the scale does not have', () => {
    const scale = firstScale.map((one) =>
      one.id === 'mixed' ? { ...one, retiredAt: '2025-01-01T00:00:00.000Z' } : one,
    )
    expect(suggestRating('Half True', scale)).toBeNull()
    expect(suggestRating('Fuori contesto', scale.slice(0, 5))).toBeNull()
  })

  it('takes the desk’s own label first, whatever others mean by it', () => {
    const scale = firstScale.map((one) => (one.id === 'unproven' ? { ...one, labelIt: 'Nì' } : one))
    expect(suggestRating('nì', scale)).toEqual({ rating: 'unproven', reason: 'same' })
  })
})
