import { describe, expect, it } from 'vitest'
import { cited, citedInVain } from '../../src/domain/citations.ts'
import { missing } from '../../src/domain/drafting.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { firstScale } from '../../src/domain/first-scale.ts'
import type { Change } from '../../src/domain/ledger.ts'
import { isUnsettled, originalOf, standBy } from '../../src/domain/original.ts'
import type { ReadingMode } from '../../src/domain/reading.ts'
import { reuseVerdict } from '../../src/domain/reuse.ts'
import type { Stage } from '../../src/domain/stage.ts'
import { emptyVerdict, isVerdictChange, type Verdict } from '../../src/domain/verdict.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const by = who.act(who.colleague)

/** A claim on which nothing is public yet. */
const desk = (stage: Stage = 'checking', working: Verdict | null = null) => ({
  claim: who.claimAt(stage, { assignee: stage === 'checking' ? who.colleague.id : null }),
  standing: { working, publicVerdict: null as Verdict | null },
  scale: firstScale,
  fresh: { id: 'fresh', number: 1 },
  mode: 'one_editor' as ReadingMode,
})

/** What is public on another claim. */
const original = (fields: Partial<Verdict> = {}, evidence = [1, 2, 3].map((n) => piece(n))) => ({
  claim: { language: 'en' },
  told: who.verdictAt('published', {
    ...{ id: 'told', claim: 'other', reasons: ['missing_context'], holdsOn: '2024-03-12' },
    ...{ rationale: 'See [2], and [1]; not [the protocol](https://example.org/).' },
    ...fields,
  }),
  evidence,
})
const piece = (number: number, fields: Partial<Evidence> = {}): Evidence =>
  who.evidenceAt(number, { claim: 'other', title: `Piece ${number}`, quote: 'Yes', ...fields })

let made = 0
const newId = () => `new-${++made}`
const taken = (on = desk(), from = original(), own: Evidence[] = [], act = by) =>
  reuseVerdict(on, from, own, newId, act)
const verdictIn = (changes: Change[]): Verdict => {
  const change = changes.find(isVerdictChange)
  if (!change) throw new Error('no verdict was begun')
  return change.after
}

describe('taking over the verdict on a claim that is the same', () => {
  it('begins a draft with rating, reasons, conclusion, rationale and dates, and says whence', () => {
    const { told } = original()
    const draft = verdictIn(taken())
    expect(draft).toMatchObject({
      ...{ id: 'fresh', number: 1, status: 'draft', claim: 'claim', reusedFrom: 'told' },
      ...{ rating: told.rating, reasons: told.reasons, conclusion: told.conclusion },
      ...{ rationale: told.rationale, holdsOn: told.holdsOn, author: who.colleague.id },
      ...{ recheckOn: null, confirmed: null, slug: null, publishedAt: null, publication: null },
    })
  })

  it('counts whoever wrote those words among its writers: they do not read it as a second one', () => {
    expect(verdictIn(taken()).writers).toEqual([
      who.author.id,
      who.writingEditor.id,
      who.colleague.id,
    ])
  })

  it('copies what it stands on, so that each number cites what it cited', () => {
    const own = [who.evidenceAt(1, { title: 'Another' }), piece(2, { id: 'mine', number: 4 })]
    const changes = taken(desk(), original(), own)
    const added = changes.filter(({ kind }) => kind === 'evidence').map(({ after }) => after)
    expect(
      added.map(({ title, number, claim, revision }) => [title, number, claim, revision]),
    ).toEqual([
      ['Piece 1', 5, 'claim', 1],
      ['Piece 3', 6, 'claim', 1],
    ])
    expect(added.every(({ id }) => String(id).startsWith('new-'))).toBe(true)
    // What the claim has already is not copied.
    expect(verdictIn(changes).rationale).toBe(
      'See [4], and [5]; not [the protocol](https://example.org/).',
    )
  })

  it('keeps the numbers where the claim has no evidence of its own', () => {
    const changes = taken()
    expect(cited(verdictIn(changes).rationale)).toEqual([1, 2])
  })

  it('leaves behind what counts no more, unless it is cited', () => {
    const gone = { rank: 'deprecated', rankReason: 'Forged' } as const
    const changes = taken(desk(), original({}, [piece(1, gone), piece(2), piece(3, gone)]))
    const titles = changes.filter(({ kind }) => kind === 'evidence').map(({ after }) => after.title)
    expect(titles).toEqual(['Piece 1', 'Piece 2'])
  })

  it('can be proposed as it is', () => {
    const changes = taken()
    const evidence = changes.flatMap(({ kind, after }) =>
      kind === 'evidence' ? [{ ...piece(0), ...after }] : [],
    )
    const draft = verdictIn(changes)
    expect(citedInVain(draft.rationale, evidence)).toBeNull()
    expect(missing(draft, { evidence, searched: false })).toEqual({})
  })

  it('says the sentence in the language of the claim, where it is there', () => {
    const italian = { ...desk(), claim: who.claimAt('checking', { language: 'it' }) }
    const from = original({ conclusion: 'It did.', conclusionIt: 'Sì.' })
    expect(verdictIn(taken(italian, from))).toMatchObject({
      ...{ conclusion: 'Sì.', conclusionEn: 'It did.', conclusionIt: null },
    })
    const german = { ...desk(), claim: who.claimAt('checking', { language: 'de' }) }
    expect(verdictIn(taken(german, from))).toMatchObject({
      ...{ conclusion: 'It did.', conclusionEn: 'It did.', conclusionIt: 'Sì.' },
    })
  })

  it('takes a claim that nobody works on, in the same step', () => {
    const [move, ...rest] = taken(desk('inbox'))
    expect(move?.entry.verb).toBe('take')
    expect(move?.after).toMatchObject({ stage: 'checking', assignee: who.colleague.id })
    expect(rest.at(-1)?.entry.verb).toBe('reuse')
  })

  it('goes on with a version on which nothing is written, and with no other', () => {
    const empty = { ...emptyVerdict('begun', 'claim', 2, who.author.id), revision: 1 }
    expect(verdictIn(taken(desk('checking', empty)))).toMatchObject({ id: 'begun', revision: 2 })
    const written = { ...empty, conclusion: 'It did.' }
    expect(refusalOf(() => taken(desk('checking', written))).code).toBe('wrong_status')
  })

  it('leaves a rating that was retired to be chosen anew', () => {
    const scale = firstScale.map((one) => ({ ...one, retiredAt: '2025-01-01T00:00:00Z' }))
    expect(verdictIn(taken({ ...desk(), scale })).rating).toBeNull()
  })

  it('is read as strictly as the desk has verdicts read', () => {
    expect(verdictIn(taken({ ...desk(), mode: 'one_editor' })).mode).toBeNull()
    const strict = { ...desk(), mode: 'blind' as const }
    expect(verdictIn(taken(strict)).mode).toBe('blind')
  })

  it('is for checkers, on a claim that can be worked on and has no public verdict', () => {
    expect(refusalOf(() => taken(desk(), original(), [], who.act(who.viewer))).code).toBe(
      'forbidden',
    )
    for (const stage of ['in_review', 'decided', 'set_aside'] as const) {
      expect(refusalOf(() => taken(desk(stage))).code).toBe('wrong_stage')
    }
    const told = { working: null, publicVerdict: who.verdictAt('published') }
    expect(refusalOf(() => taken({ ...desk(), standing: told })).code).toBe('wrong_stage')
    const gone = original({ status: 'withdrawn' })
    expect(refusalOf(() => taken(desk(), gone)).code).toBe('wrong_status')
  })

  it('tells nobody who may not see a version whether anything is written in it', () => {
    for (const conclusion of ['', 'It did.']) {
      const blind = { ...emptyVerdict('begun', 'claim', 2, who.author.id), mode: 'blind' } as const
      const on = desk('checking', { ...blind, revision: 1, conclusion })
      const claim = { ...on.claim, assignee: who.author.id }
      expect(refusalOf(() => taken({ ...on, claim })).code).toBe('not_yours')
    }
  })
})

describe('what became of a verdict that was taken over', () => {
  const first = who.verdictAt('published', { id: 'one', publishedAt: '2025-05-01T00:00:00.000Z' })
  const old: Verdict = { ...first, status: 'superseded' }
  const next = (fields: Partial<Verdict> = {}): Verdict => ({
    ...first,
    ...{ id: 'two', number: 2, correctionKind: 'correction' },
    publishedAt: '2025-05-10T00:00:00.000Z',
    ...fields,
  })
  const stateOf = (versions: Verdict[], taken = 'one') => originalOf(taken, versions, null)?.state

  it('is nothing while it stands, a mended typo or a draft beside it', () => {
    expect(stateOf([first])).toBeNull()
    expect(stateOf([old, next({ correctionKind: 'typo' })])).toBeNull()
    expect(stateOf([old, next({ correctionKind: 'typo' })], 'two')).toBeNull()
    expect(stateOf([first, next({ status: 'draft' })])).toBeNull()
  })

  it('is that it was replaced, withdrawn, or is under correction', () => {
    for (const correctionKind of ['correction', 'update', 'clarification'] as const) {
      expect(stateOf([old, next({ correctionKind })])).toBe('corrected')
    }
    expect(stateOf([{ ...first, status: 'withdrawn' }])).toBe('withdrawn')
    expect(stateOf([old, next({ status: 'withdrawn' })])).toBe('withdrawn')
    const at = '2025-05-05T00:00:00.000Z'
    expect(stateOf([{ ...first, underCorrectionSince: at }])).toBe('under_correction')
    expect(stateOf([old, next()], 'two')).toBeNull()
    expect(originalOf('three', [first], null)).toBeNull()
  })

  const reuse = who.verdictAt('published', {
    ...{ id: 'reuse', reusedFrom: 'one', publishedAt: '2025-05-02T00:00:00.000Z' },
  })
  const corrected = originalOf('one', [old, next()], null)
  const decided = '2025-05-02T00:00:00.000Z'

  it('is to be looked at until somebody confirms, or reopens or decides the claim since', () => {
    if (!corrected) throw new Error('it has no original')
    expect(isUnsettled(reuse, decided, corrected)).toBe(true)
    expect(isUnsettled(reuse, '2025-05-11T00:00:00.000Z', corrected)).toBe(false)
    // Whoever published it late may not have seen that the original was replaced before.
    const late = { ...reuse, publishedAt: '2025-05-12T00:00:00.000Z' }
    expect(isUnsettled(late, '2025-05-12T00:00:00.000Z', corrected)).toBe(true)
    expect(isUnsettled({ ...reuse, originalSeen: corrected.key }, decided, corrected)).toBe(false)
  })

  it('is confirmed with a word why, of what was read, and asked again once it stands otherwise', () => {
    if (!corrected) throw new Error('it has no original')
    const seen = corrected.key
    const change = standBy(reuse, corrected, { seen, comment: 'Still so' }, by)
    expect(change.entry).toMatchObject({ verb: 'stand_by', comment: 'Still so' })
    const settled = { ...reuse, originalSeen: seen }
    const gone = originalOf('one', [old, next({ status: 'withdrawn' })], '2025-05-20T00:00:00.000Z')
    if (!gone) throw new Error('it has no original')
    expect(isUnsettled(settled, decided, gone)).toBe(true)
    const decide =
      (input: object, told = reuse, act = by) =>
      () =>
        standBy(told, gone, input, act)
    expect(refusalOf(decide({ seen, comment: 'Still so' })).code).toBe('conflict')
    expect(refusalOf(decide({ seen: gone.key })).fields.comment?.code).toBe('required')
    const draft = who.verdictAt('draft', { reusedFrom: 'one' })
    expect(refusalOf(decide({ seen: gone.key, comment: 'So' }, draft)).code).toBe('wrong_status')
    const viewer = who.act(who.viewer)
    expect(refusalOf(decide({ seen: gone.key, comment: 'So' }, reuse, viewer)).code).toBe(
      'forbidden',
    )
  })
})
