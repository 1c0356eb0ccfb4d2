import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOf } from '../../src/domain/slug.ts'

const claim = '0199a1b2-c3d4-7e5f-8a9b-0123456789ab'

const addresses: [statement: string, address: string][] = [
  ['Il ponte ha riaperto dopo tre anni', 'il-ponte-ha-riaperto-dopo-tre-anni-456789ab'],
  ['Perché la città è più cara?', 'perche-la-citta-e-piu-cara-456789ab'],
  ['L’accordo vale 1,5 miliardi', 'l-accordo-vale-1-5-miliardi-456789ab'],
  ['Łódź, Großbritannien, Ærø', 'lodz-grossbritannien-aero-456789ab'],
  ['Вучић у Београду', '456789ab'],
  ['تم افتتاح الجسر 2024', '2024-456789ab'],
  ['Ministro Вучић a Roma', 'ministro-a-roma-456789ab'],
  ['</script><b>"quoted"', 'script-b-quoted-456789ab'],
  ['', '456789ab'],
]
for (const [statement, address] of addresses) {
  test(`the address of “${statement}” is ${address}`, () => {
    expect(slugOf(statement, claim)).toBe(address)
  })
}

test('a long statement is cut after a whole word', () => {
  const address = slugOf('parola '.repeat(40), claim)
  expect(address).toBe(`${'parola-'.repeat(8)}456789ab`)
  expect(slugOf('x'.repeat(500), claim)).toBe('456789ab')
})

test('whatever the statement, an address is plain letters and hyphens, and ends as the claim does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.uuid(), (statement, id) => {
      const address = slugOf(statement, id)
      expect(address).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(address.length).toBeLessThanOrEqual(68)
      expect(address.slice(-8)).toBe(id.slice(-8))
    }),
  )
})
