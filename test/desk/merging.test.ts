import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveClaim } from '../../src/desk/claims.ts'
import { asItWas } from '../../src/desk/merging.ts'
import { compareTexts } from '../../src/desk/word-merge.ts'
import { reword } from '../../src/desk/wording.ts'
import { fold } from '../../src/domain/ledger.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'

/** Texts in which words come again, with signs, accents and every kind of white space. */
const text = fc
  .array(
    fc.constantFrom('il', 'ponte', 'l’opera', 'è', '1,5', '—', '«', '.', ' ', '  ', '\n', '\n\n'),
  )
  .map((parts) => parts.join(' ').trim())
const anyText = fc.oneof(text, fc.string({ unit: 'grapheme' }))
const merged = (was: string | null, theirs: string, mine: string) =>
  compareTexts(was, theirs, mine).merged

describe('two versions of a text', () => {
  it('are taken from whoever alone changed it, letter by letter', () =>
    fc.assert(
      fc.property(anyText, anyText, (was, mine) => {
        expect(merged(was, was, mine)).toBe(mine)
        expect(merged(was, mine, was)).toBe(mine)
      }),
    ))

  it('that say the same are that, and clash nowhere', () =>
    fc.assert(
      fc.property(anyText, anyText, (was, both) => {
        expect(compareTexts(was, both, both)).toMatchObject({ merged: both, clashes: [] })
      }),
    ))

  it('are both in one where they changed different words', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('mine', 'theirs', 'nobody'), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(' ', '\n', '\n\n'),
        (who, space) => {
          const version = (...people: string[]) =>
            who.map((one, i) => (people.includes(one) ? `${one}${i}` : `word${i}`)).join(space)
          const { merged, clashes } = compareTexts(version(), version('theirs'), version('mine'))
          expect(merged).toBe(version('mine', 'theirs'))
          expect(clashes).toEqual([])
        },
      ),
    ))

  it('keep all of mine, wherever theirs cannot be had beside it', () =>
    fc.assert(
      fc.property(anyText, anyText, anyText, (was, theirs, mine) => {
        const { merged, clashes } = compareTexts(was, theirs, mine)
        if (clashes.length === 0) return
        for (const clash of clashes) expect(merged).toContain(clash.mine)
      }),
    ))

  it('are marked where they differ, and are themselves when the marks are taken away', () =>
    fc.assert(
      fc.property(anyText, anyText, (theirs, mine) => {
        const both = compareTexts(null, theirs, mine)
        const said = (pieces: typeof both.mine) => pieces.map((one) => one.text).join('')
        const alike = (pieces: typeof both.mine) =>
          pieces.flatMap((one) => (one.differs ? [] : [one.text.replace(/\s/g, '')])).join('')
        expect([said(both.theirs), said(both.mine)]).toEqual([theirs, mine])
        expect(alike(both.theirs)).toBe(alike(both.mine))
        expect(both.merged).toBe(mine)
      }),
    ))
})

describe('a place that both changed', () => {
  const was = 'L’opera è costata due milioni di euro.'

  it.each([
    [
      'the same word',
      'L’opera è costata tre milioni di euro.',
      'L’opera è costata sei milioni di euro.',
      { was: 'due', theirs: 'tre', mine: 'sei' },
    ],
    [
      'a word that was taken out',
      'L’opera è costata milioni di euro.',
      'L’opera è costata sei milioni di euro.',
      { was: 'due', theirs: '', mine: 'sei' },
    ],
    // Word for word it could be had; but nobody wrote “tre cento milioni”.
    [
      'beside a word that was put in',
      'L’opera è costata tre milioni di euro.',
      'L’opera è costata due cento milioni di euro.',
      { was: 'due', theirs: 'tre', mine: 'due cento' },
    ],
    [
      'the end',
      `${was} Forse.`,
      `${was} Lo dice il verbale.`,
      { was: '', theirs: 'Forse.', mine: 'Lo dice il verbale.' },
    ],
  ])('is kept as mine and told: %s', (_name, theirs, mine, clash) => {
    expect(compareTexts(was, theirs, mine)).toMatchObject({ merged: mine, clashes: [clash] })
  })

  it('leaves what else they changed as they have it', () => {
    const theirs = 'L’opera, si legge, è costata tre milioni di euro.'
    const mine = 'L’opera è costata sei milioni di lire.'
    expect(compareTexts(was, theirs, mine)).toMatchObject({
      merged: 'L’opera, si legge, è costata sei milioni di lire.',
      clashes: [{ was: 'due', theirs: 'tre', mine: 'sei' }],
    })
  })

  it('is all of it where one wrote most of it anew: nobody wants a mixture of two sentences', () => {
    const theirs = 'Il ponte ha riaperto l’11 marzo 2024.'
    const mine = 'Il ponte, dice il sindaco, è costato due milioni.'
    expect(compareTexts('Il ponte di Vallechiara ha riaperto ieri.', theirs, mine)).toMatchObject({
      merged: mine,
      clashes: [{ theirs, mine }],
    })
  })

  it('takes no longer where two long texts have nothing in common: then all of it is one place', () => {
    const long = (word: string) => Array.from({ length: 7000 }, (_, i) => `${word}${i}`).join(' ')
    const began = performance.now()
    const { merged, clashes, theirs } = compareTexts(
      long('a'),
      `${long('b')} end`,
      `${long('c')} end`,
    )
    expect(performance.now() - began).toBeLessThan(5000)
    expect(merged).toBe(`${long('c')} end`)
    expect(clashes).toHaveLength(1)
    expect(theirs.map(({ differs }) => differs)).toEqual([true, false])
  })
})

describe('what somebody read', () => {
  let desk: TestDesk
  let carla: Member
  beforeAll(async () => {
    desk = await testDesk()
    carla = await person(desk, 'checker', 'Carla')
  })
  afterAll(() => desk.end())

  it('is found again at every revision, and at none that never was', async () => {
    const id = await story.claim(desk, carla, await story.article(desk, carla))
    await giveClaim(desk, carla, await story.read(desk, id), carla.id)
    for (const statement of ['Una', 'Due', 'Tre']) {
      await reword(desk, carla, await story.read(desk, id), { ...story.claimForm, statement })
    }
    const { claim } = await story.read(desk, id)
    const life = (await desk.store.ledger.ofSubject('claim', id, 100)).reverse()
    expect(life).toHaveLength(claim.revision)
    for (const { revision } of life) {
      const then = fold(life.filter((entry) => entry.revision <= revision))
      expect(await asItWas(desk, 'claim', claim, String(revision))).toMatchObject(then ?? {})
    }
    expect(await asItWas(desk, 'claim', claim, '3')).toMatchObject({ statement: 'Una' })
    for (const revision of ['0', '-1', '99', 'x', '', undefined]) {
      expect(await asItWas(desk, 'claim', claim, revision)).toBeNull()
    }
  })
})
