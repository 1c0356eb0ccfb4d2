import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchor } from '../../src/domain/anchor.ts'
import { excerptAt } from '../../src/domain/excerpt.ts'

const text = 'Il ponte riapre. 🌉 La sindaca tace. Il ponte riapre domani, dice il comune.'
const at = (words: string, from = 0) => {
  const start = Array.from(text.slice(0, text.indexOf(words, from))).length
  return excerptAt(text, start, start + Array.from(words).length)
}

describe('an excerpt in another version of its text', () => {
  it('stands where it stood, where nothing changed', () => {
    const excerpt = at('La sindaca tace.')
    expect(anchor(text, excerpt)).toEqual({
      status: 'exact',
      start: excerpt.start,
      end: excerpt.end,
    })
  })
  it('is found where it moved to, counted in code points', () => {
    const moved = anchor(`🌉🌉 ${text}`, at('La sindaca tace.'))
    expect(moved).toEqual({ status: 'moved', start: 22, end: 38 })
  })
  it('is told from its double by what stands around it', () => {
    const second = at('Il ponte riapre', 20)
    expect(anchor(`Oggi. ${text}`, second)).toMatchObject({
      status: 'moved',
      start: second.start + 6,
    })
  })
  it('is ambiguous where nothing tells it from its double', () => {
    expect(anchor('Il ponte riapre, sì. Il ponte riapre, no.', at('Il ponte riapre')).status).toBe(
      'ambiguous',
    )
  })
  it('is gone where its words are', () => {
    expect(anchor('Il ponte chiude.', at('Il ponte riapre')).status).toBe('gone')
  })

  it('never resolves to other words, whatever was changed', () => {
    const piece = fc.constantFrom('Il ponte riapre. ', 'La sindaca tace. ', '«Domani» 🌉 ', 'x', '')
    const property = fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.array(piece, { maxLength: 12 }),
      fc.nat(150),
      fc.integer({ min: 1, max: 20 }),
      (before, after, from, length) => {
        const old = before.join('')
        const points = Array.from(old)
        fc.pre(from + length <= points.length)
        const excerpt = excerptAt(old, from, from + length)
        const changed = after.join('')
        const found = anchor(changed, excerpt)
        if (!('start' in found)) return
        const there = Array.from(changed).slice(found.start, found.end).join('')
        expect(there).toBe(excerpt.quote)
        expect(found.status === 'exact').toBe(found.start === excerpt.start)
      },
    )
    fc.assert(property, { numRuns: 2000 })
  })
})
