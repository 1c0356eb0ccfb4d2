import { describe, expect, it } from 'vitest'
import { newDesk, readBy, readingFor } from '../../src/domain/desk.ts'
import { draftVerdict, proposeVerdict } from '../../src/domain/drafting.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { firstScale } from '../../src/domain/first-scale.ts'
import { type Change, record } from '../../src/domain/ledger.ts'
import { type Reading, type ReadingMode, readingModes } from '../../src/domain/reading.ts'
import { judgedWithout, readingState } from '../../src/domain/reading-state.ts'
import { publishVerdict, returnVerdict } from '../../src/domain/review.ts'
import { adjudicate, fileReading } from '../../src/domain/second-reading.ts'
import { maySee } from '../../src/domain/veil.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const claim = who.claimAt('in_review')
const standing = (mode: Verdict['mode'], readings: Reading[] = [], fields = {}) => ({
  working: who.verdictAt('proposed', { mode, ...fields }),
  publicVerdict: null,
  lastPublic: 0,
  readings,
})
const page = (mode: Verdict['mode']) => ({ claim, standing: standing(mode), scale: firstScale })
const colleague = who.act(who.colleague)
const own = { rating: 'false', rationale: 'The protocol [1] says nothing of it.' }

/** The same, as it stands once it is filed. */
const filed = who.readingAt({ ...own, reader: who.colleague.id })

describe('a blind reading', () => {
  it('says what its reader concludes, and what it is held against', () => {
    const [move, file] = fileReading(page('blind'), 'reading', own, colleague)
    expect([move?.entry.verb, move?.after.stage]).toEqual(['read', 'in_review'])
    expect(file?.after).toMatchObject({ ...own, mode: 'blind', against: 'true', outcome: null })
  })
  it('is refused without a rating that can be chosen, or without a word why', () => {
    const wrong = (input: object, scale = firstScale) =>
      refusalOf(() => fileReading({ ...page('blind'), scale }, 'reading', input, colleague)).fields
    expect(wrong({ ...own, rating: 'bogus' }).rating?.code).toBe('unknown_choice')
    const retired = firstScale.map((one) => ({ ...one, retiredAt: '2025-01-01T00:00:00Z' }))
    expect(wrong(own, retired).rating?.code).toBe('unknown_choice')
    expect(Object.keys(wrong({ rating: '', rationale: ' ' }))).toEqual(['rating', 'rationale'])
  })
  it('lifts the veil for every checker, and for no viewer', () => {
    const hidden = who.verdictAt('proposed', { mode: 'blind' })
    const sees = (member = who.editor, readings: Reading[] = []) =>
      maySee(hidden, member, { assignee: 'holder', readings })
    expect([sees(), sees(who.author), sees({ ...who.editor, id: 'holder' })]).toEqual([
      false,
      true,
      true,
    ])
    const readings = [filed]
    expect([sees(who.editor, readings), sees(who.viewer, readings)]).toEqual([true, false])
  })
})

describe('evidence that came after a blind reading was filed', () => {
  const by = who.act(who.author)
  const entry = (change: Change) => ({ ...change.entry, seq: 1, previous: null, hash: '' })
  const file = entry(record('reading', 'file', by, null, filed))
  const brought = (number: number) =>
    entry(record('evidence', 'add', by, null, { ...who.evidenceAt(number) }))
  const said = (fields: Partial<Evidence>) => {
    const before = who.evidenceAt(1)
    return entry(record('evidence', 'amend', by, before, { ...before, ...fields }))
  }

  it('is what it was judged without: brought since, or saying something else', () => {
    const life = [said({ quote: 'Otherwise' }), brought(2), file, brought(1)]
    expect(judgedWithout(filed, life)).toEqual(['evidence-1', 'evidence-2'])
  })
  it('is none where only what was kept of it changed, or nothing did', () => {
    expect(judgedWithout(filed, [said({ snapshot: 'kept' }), file, brought(1)])).toEqual([])
  })
  it('does not end the reading: a trifle would rid an author of one that differs', () => {
    const signed = { ...filed, mode: 'two_readers' } as const
    expect(judgedWithout(signed, [brought(2)])).toEqual([])
    expect(readingState(who.verdictAt('proposed', { mode: 'blind' }), [filed])).toBe('differs')
  })
})

describe('a second reader', () => {
  it('signs the words that are proposed, and may say something with it', () => {
    const [, file] = fileReading(page('two_readers'), 'reading', { rationale: '' }, colleague)
    expect(file?.after).toMatchObject({ mode: 'two_readers', against: '2', rationale: null })
    const signed = { mode: 'two_readers', rating: null, against: '2' } as const
    const reading = { ...filed, ...signed }
    const publish = (fields = {}, member = who.editor) =>
      publishVerdict(claim, standing('two_readers', [reading], fields), {}, who.act(member))
    expect(publish()).toHaveLength(2)
    expect(refusalOf(() => publish({ revision: 4 })).code).toBe('unread')
    expect(refusalOf(() => publish({}, { ...who.editor, id: who.colleague.id })).code).toBe(
      'own_reading',
    )
  })
})

describe('two readings that differ', () => {
  const disputed = standing('blind', [filed])
  const decide = (outcome: string, member = who.editor, reason = 'The protocol is clear.') =>
    adjudicate(claim, disputed, { outcome, reason }, who.act(member))

  it('are not published before an editor decides between them', () => {
    const publish = (at = disputed) => publishVerdict(claim, at, {}, who.act(who.editor))
    expect(refusalOf(() => publish()).code).toBe('disputed')
    const outcome = { outcome: 'first', against: 'true' } as const
    const decided = decide('first').find(({ kind }) => kind === 'reading')
    expect(decided?.after).toMatchObject({ ...outcome, adjudicator: who.editor.id })
    const upheld = { ...filed, ...outcome }
    expect(publish(standing('blind', [upheld]))).toHaveLength(2)
    // Only what was upheld: another rating is a matter to decide anew.
    const other = standing('blind', [upheld], { rating: 'mixed' })
    expect(refusalOf(() => publish(other)).code).toBe('disputed')
  })
  it('send the proposal back with the reason, where the second one stands', () => {
    const [moved, step, reading] = decide('second')
    expect([moved?.after.stage, moved?.entry.comment]).toEqual([
      'checking',
      'The protocol is clear.',
    ])
    expect([step?.after.status, reading?.after.outcome]).toEqual(['draft', 'second'])
  })
  it('are published once the author adopts the second rating', () => {
    const adopted = standing('blind', disputed.readings, { rating: own.rating })
    expect(publishVerdict(claim, adopted, {}, who.act(who.editor))).toHaveLength(2)
  })
  it('are decided with a reason, by an editor who wrote neither', () => {
    expect(refusalOf(() => decide('first', who.editor, '')).fields.reason?.code).toBe('required')
    expect(refusalOf(() => decide('third')).fields.outcome?.code).toBe('unknown_choice')
    expect(refusalOf(() => decide('first', who.writingEditor)).code).toBe('four_eyes')
    const reader = { ...who.editor, id: who.colleague.id }
    expect(refusalOf(() => decide('first', reader)).code).toBe('own_reading')
    expect(refusalOf(() => decide('first', who.colleague)).code).toBe('forbidden')
  })
})

describe('a claim whose evidence is not fit to be judged', () => {
  it('goes back without anybody having seen its verdict', () => {
    const [moved] = returnVerdict(claim, standing('blind'), { comment: 'One source?' }, colleague)
    expect(moved?.after.stage).toBe('checking')
  })
})

describe('how a version is read', () => {
  const desk = { ...newDesk('Desk'), blindTopics: ['troops'], twoReaderTopics: ['troops', 'town'] }
  it('is the strictest way that applies to its claim', () => {
    const way = (topics: string[] | null, reading: Verdict['mode'] = null) =>
      readingFor({ ...desk, reading }, { topics })
    expect([way(null), way(['town']), way(['town', 'troops'])]).toEqual([
      'one_editor',
      'two_readers',
      'blind',
    ])
    expect([way([], 'two_readers'), way(['town'], 'blind')]).toEqual(['two_readers', 'blind'])
  })
  it('is set by admins, by topics that can be written in any way', () => {
    const input = { reading: 'two_readers', blindTopics: 'Troops, town', twoReaderTopics: '' }
    const { after } = readBy(desk, input, who.act(who.admin))
    expect(after).toMatchObject({ reading: 'two_readers', twoReaderTopics: null })
    expect(after.blindTopics).toHaveLength(2)
    expect(refusalOf(() => readBy(desk, input, who.act(who.editor))).code).toBe('forbidden')
    const bogus = { ...input, reading: 'nobody' }
    const { fields } = refusalOf(() => readBy(desk, bogus, who.act(who.admin)))
    expect(fields.reading?.code).toBe('unknown_choice')
  })
  it('gets stricter while it is written, and never looser; never blind where others could see it', () => {
    const form = { rating: 'true', conclusion: 'It did.', rationale: 'See [1].', reasons: [] }
    const writing = (working: Verdict | null, mode: ReadingMode) => ({
      claim: who.claimAt('checking'),
      standing: { working, publicVerdict: null },
      scale: firstScale,
      fresh: { id: 'verdict', number: 1 },
      mode,
    })
    const by = who.act(who.author)
    const born: Record<ReadingMode, Verdict['mode']> = {
      one_editor: null,
      two_readers: 'two_readers',
      blind: 'blind',
    }
    const later = [
      { was: null, asked: 'one_editor', is: null },
      { was: null, asked: 'two_readers', is: 'two_readers' },
      { was: null, asked: 'blind', is: 'two_readers' },
      { was: 'two_readers', asked: 'one_editor', is: 'two_readers' },
      { was: 'two_readers', asked: 'two_readers', is: 'two_readers' },
      { was: 'two_readers', asked: 'blind', is: 'two_readers' },
      { was: 'blind', asked: 'one_editor', is: 'blind' },
      { was: 'blind', asked: 'two_readers', is: 'blind' },
      { was: 'blind', asked: 'blind', is: 'blind' },
    ] as const
    const lives = [
      ...readingModes.map((asked) => ({ working: null, asked, is: born[asked] })),
      ...later.map(({ was, ...one }) => ({
        ...one,
        working: who.verdictAt('draft', { mode: was }),
      })),
    ]
    for (const { working, asked, is } of lives) {
      const desk = writing(working, asked)
      const grounds = { evidence: [who.evidenceAt(1)], searched: true, look: () => [] }
      expect(draftVerdict(desk, form, by)[0]?.after.mode).toBe(is)
      expect(proposeVerdict(desk, form, grounds, by)[1]?.after.mode).toBe(is)
    }
  })
})
