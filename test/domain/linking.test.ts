import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Link } from '../../src/domain/link.ts'
import {
  linkClaims,
  type Sense,
  sameAs,
  seenFrom,
  senses,
  unlinkClaims,
} from '../../src/domain/linking.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import * as who from './people.ts'

const by = who.act(who.author)
let made = 0

function link(
  ties: Link[],
  claim: string,
  sense: string,
  other: string | null,
  why = 'Same words',
) {
  made += 1
  return linkClaims(`link-${made}`, { claim, other, ties }, { sense, why }, by).after
}

/** Links made one after the other, each beside those before. */
function web(...told: [string, Sense, string][]): Link[] {
  const ties: Link[] = []
  for (const [a, sense, b] of told) ties.push(link(ties, a, sense, b))
  return ties
}

/** Why a link is refused, field by field. */
function refused(ties: Link[], claim: string, sense: string, other: string | null, why?: string) {
  try {
    link(ties, claim, sense, other, why)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const codes = Object.entries(error.fields).map(([name, { code }]) => `${name}: ${code}`)
    return codes.join() || error.code
  }
  return null
}

describe('a link between two claims', () => {
  it('is kept once, in one direction, and reads from both sides', () => {
    const wider = link([], 'a', 'wider_than', 'b')
    expect(wider).toMatchObject({ claim: 'b', relation: 'narrower_than', other: 'a', revision: 1 })
    expect(seenFrom(wider, 'a')).toEqual({ sense: 'wider_than', other: 'b' })
    expect(seenFrom(wider, 'b')).toEqual({ sense: 'narrower_than', other: 'a' })
    const updated = link([], 'a', 'updated_by', 'b')
    expect(updated).toMatchObject({ claim: 'b', relation: 'updates', other: 'a' })
    expect(seenFrom(updated, 'a').sense).toBe('updated_by')
    for (const sense of ['same_as', 'contradicts'] as const) {
      const both = link([], 'a', sense, 'b')
      expect([seenFrom(both, 'a'), seenFrom(both, 'b')]).toEqual([
        { sense, other: 'b' },
        { sense, other: 'a' },
      ])
    }
  })

  it('is made by a checker, who says why, to another claim that there is', () => {
    expect(() =>
      linkClaims('x', { claim: 'a', other: 'b', ties: [] }, {}, who.act(who.viewer)),
    ).toThrow('forbidden')
    expect(refused([], 'a', 'same_as', 'b', ' ')).toBe('why: required')
    expect(refused([], 'a', 'like', 'b')).toBe('sense: unknown_choice')
    expect(refused([], 'a', 'same_as', null)).toBe('other: unknown_choice')
  })

  it('never leads to the claim itself', () => {
    for (const sense of senses) expect(refused([], 'a', sense, 'a')).toBe('other: same_claim')
  })

  it('is not made twice, from whichever side', () => {
    expect(refused(web(['a', 'same_as', 'b']), 'b', 'same_as', 'a')).toBe('sense: linked')
    expect(refused(web(['a', 'contradicts', 'b']), 'b', 'contradicts', 'a')).toBe('sense: linked')
    expect(refused(web(['a', 'updates', 'b']), 'b', 'updated_by', 'a')).toBe('sense: linked')
    expect(refused(web(['a', 'narrower_than', 'b']), 'a', 'narrower_than', 'b')).toBe(
      'sense: linked',
    )
  })

  it('does not stand beside one of the opposite sense', () => {
    expect(refused(web(['a', 'narrower_than', 'b']), 'a', 'wider_than', 'b')).toBe(
      'sense: leads_back',
    )
    expect(refused(web(['a', 'updates', 'b']), 'a', 'updated_by', 'b')).toBe('sense: leads_back')
    expect(refused(web(['a', 'same_as', 'b']), 'a', 'contradicts', 'b')).toBe('sense: linked_same')
    expect(refused(web(['a', 'contradicts', 'b']), 'b', 'same_as', 'a')).toBe(
      'sense: linked_contradicts',
    )
    expect(refused(web(['a', 'same_as', 'b']), 'a', 'narrower_than', 'b')).toBe(
      'sense: linked_same',
    )
  })

  it('closes no circle, by way of however many claims', () => {
    const chain = web(
      ['a', 'narrower_than', 'b'],
      ['b', 'narrower_than', 'c'],
      ['d', 'wider_than', 'c'],
    )
    expect(refused(chain, 'd', 'narrower_than', 'a')).toBe('sense: leads_back')
    expect(refused(chain, 'a', 'narrower_than', 'd')).toBeNull()
    // One that updates is another matter than one that is narrower.
    expect(refused(chain, 'd', 'updates', 'a')).toBeNull()
  })

  it('counts claims that are the same as one on the way round', () => {
    const ties = web(['a', 'updates', 'b'], ['b', 'same_as', 'c'], ['d', 'same_as', 'a'])
    expect(refused(ties, 'c', 'updates', 'd')).toBe('sense: leads_back')
    expect(refused(ties, 'c', 'same_as', 'd')).toBe('sense: leads_back')
    expect(refused(ties, 'd', 'updates', 'c')).toBeNull()
    const apart = web(['a', 'contradicts', 'b'], ['b', 'same_as', 'c'])
    expect(refused(apart, 'c', 'same_as', 'a')).toBe('sense: linked_contradicts')
    const same = web(['a', 'same_as', 'b'], ['b', 'same_as', 'c'])
    expect(refused(same, 'c', 'contradicts', 'a')).toBe('sense: linked_same')
    expect(refused(same, 'c', 'narrower_than', 'a')).toBe('sense: linked_same')
    expect([...sameAs(same, 'c')].sort()).toEqual(['a', 'b', 'c'])
  })

  it('ends, and its entry says why; what ended does not end again', () => {
    const [standing] = web(['a', 'same_as', 'b'])
    if (!standing) throw new Error('there is no link')
    const { after, entry } = unlinkClaims(standing, { comment: 'Another bridge' }, by)
    expect(after).toMatchObject({ endedAt: by.at, revision: 2 })
    expect(entry).toMatchObject({ verb: 'unlink', claim: 'a', comment: 'Another bridge' })
    const ended = { ...standing, ...after, endedAt: by.at }
    expect(() => unlinkClaims(ended, {}, by)).toThrow('not_found')
    expect(() => unlinkClaims(standing, {}, who.act(who.viewer))).toThrow('forbidden')
  })
})

describe('links made at random', () => {
  const claim = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const tries = fc.array(fc.tuple(claim, fc.constantFrom(...senses), claim), { maxLength: 40 })

  it('leave no claim narrower than itself, or updating itself, and none the same as what it contradicts', () => {
    const property = fc.property(tries, (all) => {
      let ties: Link[] = []
      for (const [a, sense, b] of all) {
        if (refused(ties, a, sense, b) === null) ties = [...ties, link(ties, a, sense, b)]
      }
      const nameOf = (one: string) => [...sameAs(ties, one)].sort()[0] ?? one
      for (const one of ties) {
        const isOne = nameOf(one.claim) === nameOf(one.other)
        expect(isOne).toBe(one.relation === 'same_as')
      }
      for (const way of ['narrower_than', 'updates']) {
        // What leads nowhere is taken away until nothing is left: a circle would stay.
        let left = ties
          .filter(({ relation }) => relation === way)
          .map((one) => [nameOf(one.claim), nameOf(one.other)] as const)
        for (let before = -1; before !== left.length; ) {
          before = left.length
          const from = new Set(left.map(([a]) => a))
          left = left.filter(([, b]) => from.has(b))
        }
        expect(left).toEqual([])
      }
    })
    fc.assert(property, { numRuns: 300 })
  })
})
