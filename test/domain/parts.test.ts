import { describe, expect, it } from 'vitest'
import { addAppearance, claimantIn } from '../../src/domain/appearance.ts'
import { type Claimant, claimantKey, describeClaimant } from '../../src/domain/claimant.ts'
import { type Desk, newDesk } from '../../src/domain/desk.ts'
import { excerptAt } from '../../src/domain/excerpt.ts'
import { planClaim } from '../../src/domain/plan.ts'
import { splitClaim } from '../../src/domain/split.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const by = who.act(who.colleague)
const fieldsOf = (decide: () => unknown) =>
  Object.fromEntries(
    Object.entries(refusalOf(decide).fields).map(([name, { code }]) => [name, code]),
  )

describe('the plan of a claim', () => {
  const desk = { ...newDesk('Desk'), blindTopics: ['troops'], twoReaderTopics: ['arms', 'troops'] }
  const plan = (input: object, claim = who.claimAt('checking'), act = by, on: Desk = desk) => {
    const form = { topics: '', dueOn: '', why: '', waitsFor: '', ...input }
    return planClaim(claim, on, form, act).after
  }

  it('keeps topics in small letters, each once, without signs', () => {
    const { topics } = plan({ topics: '#Troops, north  Korea; troops\n,, 2025 ' })
    expect(topics).toEqual(['troops', 'north korea', '2025'])
    expect(plan({}).topics).toBeNull()
  })
  it('refuses topics that are none, too long or too many', () => {
    expect(fieldsOf(() => plan({ topics: 'arms, !!!' }))).toEqual({ topics: 'malformed' })
    expect(fieldsOf(() => plan({ topics: 'x'.repeat(41) }))).toEqual({ topics: 'too_long' })
    const many = Array.from({ length: 11 }, (_, i) => `topic ${i}`).join(',')
    expect(fieldsOf(() => plan({ topics: many }))).toEqual({ topics: 'too_many' })
  })
  it('takes a whole day that is still to come, as people write it', () => {
    expect(plan({ dueOn: '7/6/2025' }).dueOn).toBe('2025-06-07')
    expect(plan({ dueOn: '2025-06-01' }).dueOn).toBe('2025-06-01')
  })
  it('refuses a day that is past, years away, or no day', () => {
    const codes = { '2025-05-20': 'in_the_past', '2031-01-01': 'too_far', '2025-07': 'no_day' }
    for (const [dueOn, code] of Object.entries(codes)) {
      expect(
        fieldsOf(() => plan({ dueOn })),
        dueOn,
      ).toEqual({ dueOn: code })
    }
    expect(fieldsOf(() => plan({ dueOn: '31/2/2026' }))).toEqual({ dueOn: 'not_a_date' })
  })
  it('leaves a day that was past already when it was read', () => {
    const late = who.claimAt('checking', { dueOn: '2025-05-01' })
    expect(plan({ dueOn: '2025-05-01', waitsFor: 'a reply' }, late).waitsFor).toBe('a reply')
  })
  it('changes at whatever stage, and leaves the stage', () => {
    for (const stage of ['inbox', 'in_review', 'decided', 'set_aside'] as const) {
      expect(plan({ why: 'asked' }, who.claimAt(stage)).stage).toBe(stage)
    }
  })
  it('loses a topic for which it is read more strictly to nobody but an editor', () => {
    const claim = who.claimAt('checking', { topics: ['arms', 'town', 'troops'] })
    const lost = (topics: string) => refusalOf(() => plan({ topics }, claim)).fields.topics
    const said = (topics: string) => ({ code: 'topic_lost', values: { topics } })
    expect(lost('arms, town')).toEqual(said('troops'))
    expect(lost('town')).toEqual(said('arms, troops'))
    expect(plan({ topics: 'troops, harbour' }, claim).topics).toEqual(['troops', 'harbour'])
    expect(plan({ topics: 'town' }, claim, who.act(who.editor)).topics).toEqual(['town'])
    // Where everything is read blind no topic asks for more.
    expect(plan({}, claim, by, { ...desk, reading: 'blind' }).topics).toBeNull()
  })
  it('is not for viewers', () => {
    const act = who.act(who.viewer)
    expect(refusalOf(() => plan({}, who.claimAt('inbox'), act)).code).toBe('forbidden')
  })
})

describe('a compound claim', () => {
  const place = {
    claim: 'claim',
    article: 'article',
    version: 'version',
    excerpt: excerptAt('The bridge reopened.', 0, 10),
  }
  const [carried] = addAppearance(
    'appearance',
    place,
    { claimantKind: 'unknown' },
    { known: null, newId: 'nobody' },
    by,
  )
  const appearances = [carried?.after] as never[]
  const nothing = { working: null, publicVerdict: null }
  const two = {
    statement1: 'The bridge reopened',
    kind1: 'happened',
    statement2: 'It cost two million',
    kind2: 'figure',
  }
  const split = (input: object, standing = nothing, claim = who.claimAt('checking'), act = by) => {
    let made = 0
    const newId = () => {
      made += 1
      return `new-${made}`
    }
    return splitClaim(claim, { standing, appearances }, input, newId, act)
  }

  it('goes on as its first part; the others are new claims in the same words', () => {
    const planned = who.claimAt('checking', { topics: ['bridges'], statementEn: 'Both at once' })
    const [kept, part, copy, ...more] = split(two, nothing, planned)
    expect(more).toEqual([])
    expect(kept?.after).toMatchObject({ id: 'claim', statement: two.statement1, statementEn: null })
    expect(part?.after).toMatchObject({
      statement: two.statement2,
      kind: 'figure',
      stage: 'inbox',
      splitFrom: 'claim',
      topics: ['bridges'],
      leadAppearance: copy?.after.id,
    })
    expect(copy?.after).toMatchObject({ claim: part?.after.id, quote: 'The bridge' })
  })
  it('is refused with fewer than two parts, a part twice, or one without its kind', () => {
    expect(fieldsOf(() => split({ ...two, statement2: ' ' }))).toEqual({ statement2: 'required' })
    const again = { ...two, statement3: two.statement1, kind3: 'cause' }
    expect(fieldsOf(() => split(again))).toEqual({ statement3: 'twice' })
    const loose = { ...two, statement4: 'More', kind4: '' }
    expect(fieldsOf(() => split(loose))).toEqual({ kind4: 'required' })
    expect(fieldsOf(() => split({ ...two, kind1: 'rumour' }))).toEqual({ kind1: 'unknown_choice' })
  })
  it('is not split once a verdict on the whole is public', () => {
    const told = { working: null, publicVerdict: who.verdictAt('published') }
    expect(refusalOf(() => split(two, told as never)).code).toBe('wrong_stage')
  })
  it('is not split by viewers', () => {
    const act = who.act(who.viewer)
    expect(refusalOf(() => split(two, nothing, who.claimAt('inbox'), act)).code).toBe('forbidden')
  })
})

describe('a claimant', () => {
  const rudenko: Claimant = {
    id: 'rudenko',
    revision: 1,
    name: 'Andrei Rudenko',
    key: 'andrei rudenko',
    role: null,
    sameAs: [],
    addedAt: by.at,
  }
  const as = (input: object, namesake: Claimant | null = null, act = by) =>
    describeClaimant(rudenko, namesake, { name: 'Andrei Rudenko', ...input }, act).after

  it('is found by the name, whatever its case, accents and signs', () => {
    expect(claimantKey('  Irène  D’ANGELO-Rossi ')).toBe('irene d angelo rossi')
    expect(claimantKey('Владимир Путин')).toBe('владимир путин')
    expect(claimantKey('!!! 42')).toBe('')
  })
  it('has a name with a letter in it, an office, and pages elsewhere', () => {
    const sameAs = 'https://www.wikidata.org/wiki/Q1\nhttps://example.org/him'
    expect(as({ role: 'Deputy minister', sameAs })).toMatchObject({
      role: 'Deputy minister',
      sameAs: ['https://www.wikidata.org/wiki/Q1', 'https://example.org/him'],
    })
    expect(fieldsOf(() => as({ name: '???' }))).toEqual({ name: 'malformed' })
    expect(fieldsOf(() => as({ name: 'x'.repeat(201) }))).toEqual({ name: 'too_long' })
    expect(fieldsOf(() => as({ sameAs: 'javascript:alert(1)' }))).toEqual({ sameAs: 'not_a_url' })
  })
  it('does not take the name of another', () => {
    const other = { ...rudenko, id: 'other' }
    expect(fieldsOf(() => as({}, other))).toEqual({ name: 'taken' })
    expect(as({}, rudenko).name).toBe('Andrei Rudenko')
  })
  it('is described by checkers alone', () => {
    expect(refusalOf(() => as({}, null, who.act(who.viewer))).code).toBe('forbidden')
  })
  it('who is named in a form must be somebody', () => {
    const named = (claimant: string) => claimantIn({ claimantKind: 'named', claimant }, by)
    expect(named('Anna')).toBe('Anna')
    expect(fieldsOf(() => named('   '))).toEqual({ claimant: 'required' })
    expect(fieldsOf(() => named('— ?'))).toEqual({ claimant: 'malformed' })
    expect(claimantIn({ claimantKind: 'outlet', claimant: 'Anna' }, by)).toBeNull()
  })
})
