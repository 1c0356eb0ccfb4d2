import fc from 'fast-check'
import { expect, it } from 'vitest'
import { entryHash } from '../../src/store/seal.ts'
import { readChange, sealOf } from '../../src/store/verify/sealed.ts'

const text = fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed())
const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
  fc.array(text),
)
const field = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,8}$/)
const entry = fc.record({
  ...{
    format: fc.nat(),
    at: text,
    actor: text,
    verb: text,
    kind: fc.constantFrom('claim', 'verdict'),
  },
  ...{ subject: text, claim: fc.option(text), revision: fc.nat(), comment: fc.option(text) },
  change: fc.dictionary(field, fc.tuple(value, value), { noNullPrototype: true }),
})

it('a row that is read for verifying hashes to what the entry was sealed with', () => {
  fc.assert(
    fc.property(entry, fc.nat(), fc.option(text), (one, seq, previous) => {
      const stored = JSON.stringify(one.change)
      const read = readChange(stored)
      expect(read?.change).toEqual(JSON.parse(stored))
      const sealed = { ...one, seq, previous }
      expect(sealOf(sealed, read?.canonical ?? '')).toBe(entryHash(one, seq, previous))
    }),
  )
})

it('a change is read only as the desk writes it, to the letter', () => {
  for (const wrong of [
    ...['', 'null', '[]', '{', '{"a":1}', '{"a":[1]}', '{"a":[1,2,3]}', ' {"a":[1,2]}'],
    ...['{"a":[1,2]} ', '{"a":[1.0,2]}', '{"a":["\\u0061",2]}', '{"a":[1,2],"a":[1,2]}'],
    ...['{"__proto__":[1,2]}', '{"1":[1,2]}', '{"a":["\\u001F",2]}', '{"a":[1E3,2]}'],
    ...[null, 1, Buffer.from('{"a":[1,2]}')],
  ]) {
    expect(readChange(wrong), String(wrong)).toBeNull()
  }
  expect(readChange('{"b":[null,["x"]],"a":["\\u001f",2]}')?.canonical).toBe(
    '{"a":["\\u001f",2],"b":[null,["x"]]}',
  )
})
