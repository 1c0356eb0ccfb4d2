import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/domain/claim.ts'
import { hindrance, type Standing } from '../../src/domain/moving.ts'
import type { Reading } from '../../src/domain/reading.ts'
import { type Move, moves, stages } from '../../src/domain/stage.ts'
import * as who from './people.ts'

const people = {
  viewer: who.viewer,
  author: who.author,
  colleague: who.colleague,
  editor: who.editor,
  writingEditor: who.writingEditor,
  admin: who.admin,
}
type Person = keyof typeof people
const checkers: Person[] = ['author', 'colleague', 'editor', 'writingEditor']
const editors: Person[] = ['editor', 'writingEditor']

/** The table of the two lives, written a second time, by hand: who may make which move from where. */
const table: { move: Move; from: (Claim['stage'] | 'none')[]; who: Person[]; rule: string }[] = [
  { move: 'open', from: ['none'], who: checkers, rule: 'any checker opens a claim' },
  { move: 'take', from: ['inbox'], who: checkers, rule: 'any checker takes what nobody holds' },
  {
    move: 'take',
    from: ['checking'],
    who: ['author', ...editors],
    rule: 'others’ work: an editor',
  },
  { move: 'assign', from: ['inbox'], who: checkers, rule: 'any checker gives what nobody holds' },
  {
    move: 'assign',
    from: ['checking'],
    who: ['author', ...editors],
    rule: 'others’ work: an editor',
  },
  {
    move: 'reassign',
    from: ['checking'],
    who: ['author', ...editors],
    rule: 'others’ work: an editor',
  },
  {
    move: 'release',
    from: ['checking'],
    who: ['author', ...editors],
    rule: 'others’ work: an editor',
  },
  { move: 'set_aside', from: ['inbox', 'checking'], who: checkers, rule: 'any checker sets aside' },
  { move: 'bring_back', from: ['set_aside'], who: checkers, rule: 'any checker brings back' },
  { move: 'propose', from: ['checking'], who: checkers, rule: 'any checker proposes' },
  {
    move: 'take_back',
    from: ['in_review'],
    who: ['author'],
    rule: 'only its author takes it back',
  },
  {
    move: 'return',
    from: ['in_review'],
    who: ['colleague', ...editors],
    rule: 'any other checker returns it',
  },
  {
    move: 'unsettle',
    from: ['in_review'],
    who: checkers,
    rule: 'whoever changes what is being read',
  },
  {
    move: 'read',
    from: ['in_review'],
    who: [],
    rule: 'no second reading is filed where none is needed',
  },
  {
    move: 'adjudicate',
    from: ['in_review'],
    who: [],
    rule: 'there is nothing to decide between',
  },
  {
    move: 'publish',
    from: ['in_review'],
    who: ['editor'],
    rule: 'an editor who wrote no part of it',
  },
  { move: 'reopen', from: ['decided'], who: checkers, rule: 'any checker reopens' },
]

const names = Object.keys(moves).filter((name): name is Move => name in moves)
const standing: Standing = { working: who.verdictAt('proposed'), publicVerdict: null }
const told = { working: who.verdictAt('draft'), publicVerdict: who.verdictAt('published') }

describe('every move, from every stage, by everybody', () => {
  for (const move of names) {
    for (const from of ['none', ...stages] as const) {
      for (const person of Object.keys(people) as Person[]) {
        const row = table.find((one) => one.move === move && one.from.includes(from))
        const may = row?.who.includes(person) ?? false
        if (move === 'keep') continue
        it(`${person} ${may ? 'can' : 'cannot'} ${move} from ${from}${row ? `: ${row.rule}` : ''}`, () => {
          const claim = from === 'none' ? null : who.claimAt(from)
          const found = hindrance(move, claim, standing, { member: people[person] })
          expect(found === null).toBe(may)
        })
      }
    }
  }
})

describe('why a move is refused', () => {
  const why = (move: Move, member: Person, from: Claim['stage'], state = standing) =>
    hindrance(move, who.claimAt(from), state, { member: people[member] })

  it('an author who is an editor is told of four eyes, not of their role', () => {
    expect(why('publish', 'writingEditor', 'in_review')).toBe('four_eyes')
  })
  it('an author cannot return their own proposal', () => {
    expect(why('return', 'author', 'in_review')).toBe('four_eyes')
  })
  it('a checker who may not publish is told of the role', () => {
    expect(why('publish', 'colleague', 'in_review')).toBe('forbidden')
  })
  it('an admin publishes nothing by being admin', () => {
    expect(why('publish', 'admin', 'in_review')).toBe('forbidden')
  })
  it('a colleague cannot take what somebody holds', () => {
    expect(why('take', 'colleague', 'checking')).toBe('not_yours')
  })
  it('nothing is set aside while a verdict is public', () => {
    expect(why('set_aside', 'author', 'checking', told)).toBe('wrong_stage')
  })
  it('only an editor keeps a public verdict as it is, and only where there is one', () => {
    expect(why('keep', 'editor', 'checking', told)).toBeNull()
    expect(why('keep', 'author', 'checking', told)).toBe('forbidden')
    expect(why('keep', 'editor', 'checking')).toBe('wrong_stage')
    expect(why('keep', 'editor', 'in_review', told)).toBe('wrong_stage')
  })
  it('a claim that nobody holds is not reassigned', () => {
    const free = who.claimAt('checking', { assignee: null })
    expect(hindrance('reassign', free, standing, { member: who.editor })).toBe('wrong_stage')
  })
})

/** A version that more than one colleague reads, at each point of its second reading. */
const proposal = (mode: 'blind' | 'two_readers', readings: Reading[]): Standing => ({
  working: who.verdictAt('proposed', { mode }),
  publicVerdict: null,
  readings,
  holders: ['once-holder'],
})
const signed = { mode: 'two_readers', rating: null, against: '2' } as const
const secondReadings: { name: string; standing: Standing; may: Record<string, string[]> }[] = [
  {
    name: 'a blind reading is waited for',
    standing: proposal('blind', []),
    may: { read: ['colleague', 'editor', 'secondEditor'], adjudicate: [], publish: [] },
  },
  {
    name: 'the blind reading agrees',
    standing: proposal('blind', [who.readingAt({})]),
    may: { read: [], adjudicate: [], publish: ['editor', 'secondEditor', 'onceHolder'] },
  },
  {
    name: 'the blind reading differs',
    standing: proposal('blind', [who.readingAt({ rating: 'false' })]),
    may: { read: [], adjudicate: ['secondEditor', 'onceHolder'], publish: [] },
  },
  {
    name: 'the blind reading agrees, but its reader has written the proposal since',
    standing: proposal('blind', [who.readingAt({ reader: who.writingEditor.id })]),
    may: { read: [], adjudicate: ['editor', 'secondEditor', 'onceHolder'], publish: [] },
  },
  {
    name: 'the proposal was upheld',
    standing: proposal('blind', [who.readingAt({ rating: 'false', outcome: 'first' })]),
    may: { read: [], adjudicate: [], publish: ['editor', 'secondEditor', 'onceHolder'] },
  },
  {
    name: 'another proposal was upheld than this one',
    standing: proposal('blind', [
      who.readingAt({ rating: 'false', outcome: 'first', against: 'mixed' }),
    ]),
    may: { read: [], adjudicate: ['secondEditor', 'onceHolder'], publish: [] },
  },
  {
    name: 'the blind reading was upheld, and the proposal is as it was',
    standing: proposal('blind', [who.readingAt({ rating: 'false', outcome: 'second' })]),
    may: { read: [], adjudicate: ['secondEditor', 'onceHolder'], publish: [] },
  },
  {
    name: 'a second reader is waited for',
    standing: proposal('two_readers', []),
    may: {
      read: ['colleague', 'editor', 'secondEditor', 'onceHolder'],
      adjudicate: [],
      publish: [],
    },
  },
  {
    name: 'a second reader signed',
    standing: proposal('two_readers', [who.readingAt(signed)]),
    may: { read: [], adjudicate: [], publish: ['secondEditor', 'onceHolder'] },
  },
  {
    name: 'a second reader signed other words than these',
    standing: proposal('two_readers', [who.readingAt({ ...signed, against: '1' })]),
    may: {
      read: ['colleague', 'editor', 'secondEditor', 'onceHolder'],
      adjudicate: [],
      publish: [],
    },
  },
]

describe('a proposal that more than one colleague reads', () => {
  const readers = {
    ...people,
    secondEditor: { ...who.editor, id: 'second-editor' },
    onceHolder: { ...who.editor, id: 'once-holder' },
  }
  for (const { name, standing, may } of secondReadings) {
    for (const [person, member] of Object.entries(readers)) {
      for (const move of ['read', 'adjudicate', 'publish'] as const) {
        const can = may[move]?.includes(person) ?? false
        it(`${name}: ${person} ${can ? 'can' : 'cannot'} ${move}`, () => {
          const found = hindrance(move, who.claimAt('in_review'), standing, { member })
          expect(found === null).toBe(can)
          for (const stage of stages.filter((one) => one !== 'in_review')) {
            expect(hindrance(move, who.claimAt(stage), standing, { member })).not.toBeNull()
          }
        })
      }
    }
  }

  it('says why it is not published, and who does not read it', () => {
    const why = (move: Move, at: string, member = who.editor) => {
      const named = secondReadings.find(({ name }) => name === at)
      const standing = named?.standing ?? proposal('blind', [])
      return hindrance(move, who.claimAt('in_review'), standing, { member })
    }
    expect([
      why('publish', 'a blind reading is waited for'),
      why('publish', 'the blind reading differs'),
      why('publish', 'a second reader signed'),
    ]).toEqual(['unread', 'disputed', 'own_reading'])
    expect(why('adjudicate', 'the blind reading differs')).toBe('own_reading')
    expect(why('read', 'a blind reading is waited for', who.author)).toBe('four_eyes')
    expect(why('read', 'a blind reading is waited for', readers.onceHolder)).toBe('seen')
    expect(why('read', 'a blind reading is waited for', who.viewer)).toBe('forbidden')
  })

  it('is drafted and proposed by nobody who may not see it', () => {
    const standing = {
      ...proposal('blind', []),
      working: who.verdictAt('draft', { mode: 'blind' }),
    }
    const why = (member = who.editor) =>
      hindrance('propose', who.claimAt('checking'), standing, { member })
    expect([why(who.author), why(who.writingEditor)]).toEqual([null, null])
    expect([why(who.colleague), why(who.editor)]).toEqual(['not_yours', 'not_yours'])
  })
})
