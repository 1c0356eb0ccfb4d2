import { describe, expect, it, test } from 'vitest'
import type { Appearance } from '../../src/domain/appearance.ts'
import {
  closeDrift,
  type Drift,
  type Drifted,
  driftOf,
  isDrift,
  isOpen,
  letStand,
  openDrift,
  placeDrift,
} from '../../src/domain/drift.ts'
import { placeAppearance, placeQuote } from '../../src/domain/placing.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const by = who.act(who.author)
const found: Drifted = {
  claim: 'claim',
  about: 'evidence-1',
  aboutKind: 'evidence',
  source: 'source',
  snapshot: 'newer',
  version: null,
  status: 'changed',
}
const drift = (fields: Partial<Drift> = {}): Drift => ({
  id: 'drift',
  revision: 1,
  ...found,
  outcome: null,
  openedAt: '2025-05-30T10:00:00.000Z',
  settledAt: null,
  ...fields,
})
const settled = (fields: Partial<Drift> = {}) =>
  drift({ outcome: 'stands', settledAt: '2025-05-31T10:00:00.000Z', ...fields })

describe('a task', () => {
  it('is opened on the claim whose words it is about', () => {
    const { after, entry } = openDrift('drift', found, by)
    expect(after).toMatchObject({ ...found, outcome: null, openedAt: by.at, settledAt: null })
    expect(entry).toMatchObject({ kind: 'drift', verb: 'open', claim: 'claim' })
  })

  it('is settled by letting the words stand, with a word why', () => {
    const { after, entry } = letStand(drift(), { comment: 'The page was cut.' }, by)
    expect(after).toMatchObject({ outcome: 'stands', settledAt: by.at })
    expect(entry).toMatchObject({ verb: 'stand', comment: 'The page was cut.', claim: 'claim' })
    const { fields } = refusalOf(() => letStand(drift(), { comment: ' ' }, by))
    expect(fields.comment?.code).toBe('required')
  })

  it('is settled by placing the words anew; a word is welcome', () => {
    expect(placeDrift(drift(), {}, by).entry).toMatchObject({ verb: 'place', comment: null })
    const said = placeDrift(drift(), { comment: 'The same figure.' }, by)
    expect(said.after).toMatchObject({ outcome: 'placed', settledAt: by.at })
    expect(said.entry.comment).toBe('The same figure.')
  })

  it('is settled once, and by checkers', () => {
    for (const settle of [letStand, placeDrift]) {
      const input = { comment: 'Why not.' }
      expect(refusalOf(() => settle(settled(), input, by)).code).toBe('wrong_status')
      const viewer = who.act(who.viewer)
      expect(refusalOf(() => settle(drift(), input, viewer)).code).toBe('forbidden')
    }
    expect(refusalOf(() => openDrift('drift', found, who.act(who.viewer))).code).toBe('forbidden')
  })

  it('is open until it is settled', () => {
    expect([drift(), settled()].map(isOpen)).toEqual([true, false])
    expect(closeDrift(drift(), by).after).toMatchObject({
      outcome: 'found_again',
      settledAt: by.at,
    })
  })
})

describe('what a newer text makes of a task', () => {
  const becomes = (last: Drift | null, status: string, isOlder = true) =>
    driftOf('new', last, { ...found, snapshot: 'newest', status }, isOlder, by)

  test.each([
    ['exact', false],
    ['moved', false],
    ['changed', true],
    ['ambiguous', true],
    ['gone', true],
  ])('words that are %s ask for a person: %s', (status, asks) => {
    expect(isDrift(status)).toBe(asks)
    expect(becomes(null, status)?.entry.verb ?? null).toBe(asks ? 'open' : null)
  })

  it('an open one goes on with the newest text, and is closed where the words are found again', () => {
    const followed = becomes(drift(), 'gone')
    expect(followed?.entry).toMatchObject({ verb: 'follow', subject: 'drift' })
    expect(followed?.after).toMatchObject({ status: 'gone', snapshot: 'newest', settledAt: null })
    for (const status of ['exact', 'moved']) {
      const closed = becomes(drift(), status)
      expect(closed?.entry).toMatchObject({ verb: 'close', subject: 'drift' })
      expect(closed?.after).toMatchObject({ outcome: 'found_again' })
    }
  })

  it('ambiguity is never settled: it opens a task, or goes on with one', () => {
    expect(becomes(null, 'ambiguous')?.after).toMatchObject({ outcome: null, settledAt: null })
    expect(becomes(drift(), 'ambiguous')?.after).toMatchObject({ outcome: null, settledAt: null })
  })

  it('what somebody let stand is not asked again while the same became of it', () => {
    const stands = settled({ status: 'gone' })
    expect(becomes(stands, 'gone')).toBeNull()
    expect(becomes(stands, 'exact')).toBeNull()
    expect(becomes(stands, 'ambiguous')?.entry).toMatchObject({ verb: 'open', subject: 'new' })
  })

  it('words that were placed anew since are asked after anew', () => {
    const stands = settled({ status: 'gone' })
    expect(becomes(stands, 'gone', false)?.entry.verb).toBe('open')
    expect(becomes(settled({ outcome: 'placed', status: 'gone' }), 'gone')?.entry.verb).toBe('open')
    expect(becomes(settled({ outcome: 'found_again' }), 'changed')?.entry.verb).toBe('open')
  })
})

describe('words that are placed anew', () => {
  const excerpt = { quote: 'three million', prefix: 'cost ', suffix: ' euros', start: 40, end: 53 }

  it('are a quote’s, in the newer snapshot, and need no reason any more', () => {
    const evidence = who.evidenceAt(1, { quote: 'two million', quoteReason: 'From a recording.' })
    const { after, entry } = placeQuote(evidence, 'newer', excerpt, by)
    expect(after).toMatchObject({
      quote: 'three million',
      quotePrefix: 'cost ',
      quoteSuffix: ' euros',
      quoteStart: 40,
      quoteEnd: 53,
      quoteReason: null,
      snapshot: 'newer',
    })
    expect(entry).toMatchObject({ kind: 'evidence', verb: 'place', claim: 'claim' })
    const viewer = who.act(who.viewer)
    expect(refusalOf(() => placeQuote(evidence, 'newer', excerpt, viewer)).code).toBe('forbidden')
  })

  it('are an appearance’s, in the newer version', () => {
    const appearance = { ...appearanceAt, quote: 'two million', version: 'older' }
    const { after, entry } = placeAppearance(appearance, 'newer', excerpt, by)
    expect(after).toMatchObject({ ...excerpt, version: 'newer', claimant: 'Anna Moretti' })
    expect(entry).toMatchObject({ kind: 'appearance', verb: 'place', claim: 'claim' })
    const viewer = who.act(who.viewer)
    const refused = refusalOf(() => placeAppearance(appearance, 'newer', excerpt, viewer))
    expect(refused.code).toBe('forbidden')
  })
})

const appearanceAt: Appearance = {
  id: 'appearance',
  revision: 1,
  claim: 'claim',
  article: 'article',
  version: 'older',
  quote: 'two million',
  prefix: '',
  suffix: '',
  start: 0,
  end: 11,
  claimantKind: 'named',
  claimant: 'Anna Moretti',
  claimantId: 'claimant',
  attribution: [],
  claimedOn: null,
  claimedOnReason: null,
  movedFrom: null,
  addedAt: '2025-05-01T10:00:00.000Z',
}
