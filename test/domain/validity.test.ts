import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Appearance, moveAppearance } from '../../src/domain/appearance.ts'
import { draftVerdict, sketch } from '../../src/domain/drafting.ts'
import { firstScale } from '../../src/domain/first-scale.ts'
import { keepVerdict } from '../../src/domain/review.ts'
import { statuses } from '../../src/domain/status.ts'
import { fixTypo } from '../../src/domain/typo.ts'
import {
  checking,
  confirmVerdict,
  dueFor,
  isChecked,
  planRecheck,
} from '../../src/domain/validity.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const before = '2025-05-01T10:00:00.000Z'
const told = '2025-05-02T10:00:00.000Z'
const after = '2025-05-03T10:00:00.000Z'

const appearance = (claimedOn: string | null, addedAt = before) => ({
  id: 'one',
  claimedOn,
  addedAt,
})
const held = (holdsOn: string | null, confirmed: string[] | null = null) => ({ holdsOn, confirmed })

/** The same words, found after the verdict was told. */
const found: Appearance = {
  ...{ id: 'one', revision: 1, claim: 'claim', article: 'article', version: 'version' },
  ...{ quote: 'q', prefix: '', suffix: '', start: 0, end: 1, attribution: [], movedFrom: null },
  ...{ claimantKind: 'outlet', claimant: null, claimantId: null, addedAt: after },
  ...{ claimedOn: '2024', claimedOnReason: null },
}

describe('whether a verdict is checked for an appearance', () => {
  // holds as of, claimed on, and what follows: yes, no, or as it was there when the verdict was read.
  const rows: [string | null, string | null, boolean | 'there'][] = [
    ['2023', '2023', true],
    ['2023', '2023-05', true],
    ['2023', '2023-12-31', true],
    ['2023', '2022', true],
    ['2023', '2024', false],
    ['2023', '2024-01', false],
    ['2023', '2024-01-01', false],
    ['2023-05', '2023-05', true],
    ['2023-05', '2023-05-31', true],
    ['2023-05', '2023-04-30', true],
    ['2023-05', '2022', true],
    ['2023-05', '2023-06', false],
    ['2023-05', '2023-06-01', false],
    ['2023-05', '2023', 'there'],
    ['2023-05', '2024', false],
    ['2023-05-21', '2023-05-21', true],
    ['2023-05-21', '2023-05-20', true],
    ['2023-05-21', '2023-05-22', false],
    ['2023-05-21', '2023-05', 'there'],
    ['2023-05-21', '2023', 'there'],
    ['2023-12-31', '2023', true],
    ['2023-12', '2023', true],
    ['2023', null, 'there'],
    [null, '2023-05-21', 'there'],
    [null, null, 'there'],
  ]
  it.each(rows)('that holds as of %s, where it was claimed on %s: %s', (holdsOn, claimedOn, is) => {
    const [early, late] = [appearance(claimedOn, before), appearance(claimedOn, after)]
    expect(isChecked(held(holdsOn), early, told)).toBe(is === 'there' ? true : is)
    expect(isChecked(held(holdsOn), late, told)).toBe(is === 'there' ? false : is)
    expect(isChecked(held(holdsOn, ['one']), late, told)).toBe(true)
    expect(isChecked(held(holdsOn, ['another']), late, told)).toBe(is === 'there' ? false : is)
  })

  it('is never taken back by an earlier date, whatever the dates', () => {
    const date = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .chain((at) => fc.constantFrom(4, 7, 10).map((n) => at.toISOString().slice(0, n)))
    fc.assert(
      fc.property(date, date, (holdsOn, claimedOn) => {
        const day = claimedOn.slice(0, 4)
        const earlier = `${Number(day) - 1}${claimedOn.slice(4)}`.replace(/-02-29$/, '-02-28')
        const is = (on: string) => isChecked(held(holdsOn), appearance(on, after), told)
        expect(is(claimedOn) && !is(earlier)).toBe(false)
      }),
    )
  })

  const published = (fields: Partial<Verdict> = {}) =>
    who.verdictAt('published', { publishedAt: told, ...fields })

  it('is asked of what is public, and of nothing else', () => {
    expect(checking([])).toBeNull()
    expect(checking([who.verdictAt('withdrawn', { publishedAt: told })])).toBeNull()
    expect(checking([published(), who.verdictAt('draft', { number: 2 })])?.(appearance(null))).toBe(
      true,
    )
  })

  it('was not there when the verdict was read, where a duplicate brings it later', () => {
    const old = { ...found, claim: 'duplicate', claimedOn: null, addedAt: before }
    const is = checking([published()])
    expect(is?.(old)).toBe(true)
    const act = who.act(who.author, after)
    const { after: moved } = moveAppearance(old, 'claim', act)
    expect(is?.({ ...old, ...moved })).toBe(false)
  })

  it('does not change by a typo that is mended: nobody looked at what came since', () => {
    const fresh = { id: 'mended', number: 2 }
    const form = {
      conclusion: 'The bridge reopenned on 11 March.',
      rationale: 'The protocol [1] says so.',
    }
    const at = '2025-05-04T10:00:00.000Z'
    const changes = fixTypo(published({ confirmed: ['two'] }), fresh, form, who.act(who.editor, at))
    const [old, mended] = changes.map(({ after }) => after)
    const versions = [published({ ...old }), published({ ...mended })]
    expect(versions.map(({ status }) => status)).toEqual(['superseded', 'published'])
    const is = checking(versions)
    expect(is?.(appearance(null, before))).toBe(true)
    expect(is?.(appearance(null, after))).toBe(false)
    expect(is?.({ ...appearance(null, after), id: 'two' })).toBe(true)
  })
})

describe('confirming a verdict for one more appearance', () => {
  const editor = who.act(who.editor)

  it('keeps its id, once, and leaves everything else as it was', () => {
    const verdict = who.verdictAt('published', { confirmed: ['zero'] })
    const change = confirmVerdict(verdict, found, editor)
    expect(change.entry).toMatchObject({
      verb: 'confirm',
      change: { confirmed: [['zero'], ['zero', 'one']] },
    })
    const again = confirmVerdict({ ...verdict, confirmed: ['one'] }, found, editor)
    expect(again.after.confirmed).toEqual(['one'])
  })

  it('is for an editor, on what is public, of an appearance of its claim', () => {
    const verdict = who.verdictAt('published')
    for (const member of [who.viewer, who.author, who.admin])
      expect(refusalOf(() => confirmVerdict(verdict, found, who.act(member))).code).toBe(
        'forbidden',
      )
    for (const status of statuses.filter((one) => one !== 'published'))
      expect(refusalOf(() => confirmVerdict(who.verdictAt(status), found, editor)).code).toBe(
        'wrong_status',
      )
    const stranger = { ...found, claim: 'another' }
    expect(refusalOf(() => confirmVerdict(verdict, stranger, editor)).code).toBe('not_found')
  })
})

describe('the day on which to look again', () => {
  const verdict = who.verdictAt('published', { recheckOn: '2025-06-10' })

  it('is planned by a checker on what is public, and taken away', () => {
    const by = who.act(who.colleague)
    const change = planRecheck(verdict, { recheckOn: '1/9/2026' }, by)
    expect(change.entry).toMatchObject({
      verb: 'plan_recheck',
      change: { recheckOn: ['2025-06-10', '2026-09-01'] },
    })
    expect(planRecheck(verdict, { recheckOn: '' }, by).after.recheckOn).toBeNull()
    expect(refusalOf(() => planRecheck(verdict, {}, who.act(who.viewer))).code).toBe('forbidden')
    const refused = statuses.filter((one) => one !== 'published')
    for (const status of refused)
      expect(refusalOf(() => planRecheck(who.verdictAt(status), {}, by)).code).toBe('wrong_status')
  })

  it('is a whole day to come, within ten years; one that is there already stays', () => {
    const by = who.act(who.colleague, '2025-06-11T10:00:00.000Z')
    const wrong = (recheckOn: string) =>
      refusalOf(() => planRecheck(verdict, { recheckOn }, by)).fields.recheckOn?.code
    expect(wrong('2025-06-09')).toBe('in_the_past')
    expect(wrong('2036-01-01')).toBe('too_far')
    expect(wrong('2026')).toBe('no_day')
    expect(wrong('soon')).toBe('not_a_date')
    const late = who.act(who.colleague, '2025-07-11T10:00:00.000Z')
    expect(planRecheck(verdict, { recheckOn: '2025-06-10' }, late).entry.change).toEqual({})
  })

  it('is planned anew where a verdict is kept as it is, and stays where nobody asks', () => {
    const claim = who.claimAt('checking')
    const keep = (fields: object, publicVerdict: Verdict) =>
      keepVerdict(
        claim,
        { working: null, publicVerdict },
        { comment: 'Looked', ...fields },
        who.act(who.editor),
      )
    expect(keep({}, verdict)).toHaveLength(1)
    expect(keep({ recheckOn: '2025-06-10' }, verdict)).toHaveLength(1)
    const [, planned] = keep({ recheckOn: '2026-01-01' }, verdict)
    expect(planned?.entry).toMatchObject({ verb: 'plan_recheck' })
    const marked = { ...verdict, underCorrectionSince: told }
    const [, unmarked] = keep({ recheckOn: '' }, marked)
    expect(unmarked?.entry).toMatchObject({
      verb: 'unmark',
      change: { recheckOn: ['2025-06-10', null], underCorrectionSince: [told, null] },
    })
    expect(refusalOf(() => keep({ recheckOn: '2020-01-01' }, verdict)).fields.recheckOn?.code).toBe(
      'in_the_past',
    )
  })
})

describe('why a verdict is to be looked at again', () => {
  const today = '2025-06-10'
  // look again on, relied on until, appearances it is not checked for
  const rows: [string | null, string | null, number, string[]][] = [
    [null, null, 0, []],
    ['2025-06-11', null, 0, []],
    ['2025-06-10', null, 0, ['planned']],
    ['2024-01-01', null, 0, ['planned']],
    [null, '2025-06-10', 0, []],
    [null, '2025-06-09', 0, ['expired']],
    [null, '2025-06', 0, []],
    [null, '2025-05', 0, ['expired']],
    [null, '2025', 0, []],
    [null, '2024', 0, ['expired']],
    ['2025-07-01', '2024', 0, []],
    ['2025-06-01', '2024', 0, ['planned', 'expired']],
    ['2025-07-01', '2024', 2, ['found']],
    ['2025-06-01', '2024', 1, ['planned', 'expired', 'found']],
  ]
  it.each(rows)(
    'planned for %s, relied on until %s, %i later: %j',
    (recheckOn, validUntil, n, why) => {
      expect(dueFor({ recheckOn, validUntil, reasons: ['satire'] }, n, false, today)).toEqual(why)
    },
  )

  it('is not that it is outdated, where it says so itself', () => {
    const verdict = { recheckOn: null, validUntil: '2024', reasons: ['outdated_since'] }
    expect(dueFor(verdict, 0, false, today)).toEqual([])
    expect(dueFor(verdict, 1, false, today)).toEqual(['found'])
    expect(dueFor({ ...verdict, recheckOn: today }, 0, false, today)).toEqual(['planned'])
  })
})

describe('the dates of a verdict that is being written', () => {
  const desk = (working: Verdict | null = null) => ({
    claim: who.claimAt('checking'),
    standing: { working, publicVerdict: null },
    scale: firstScale,
    fresh: { id: 'verdict', number: 1 },
    mode: 'one_editor' as const,
  })
  const form = { rating: '', conclusion: '', rationale: '' }
  const draft = (fields: object, working: Verdict | null = null, at?: string) =>
    draftVerdict(desk(working), { ...form, ...fields }, who.act(who.author, at))

  it('are kept as they are read', () => {
    const id = '01900000-0000-7000-8000-000000000000'
    const [change] = draft({
      holdsOn: '2023',
      validUntil: '6/2026',
      recheckOn: '1/7/2026',
      confirmed: id,
    })
    expect(change?.after).toMatchObject({
      holdsOn: '2023',
      validUntil: '2026-06',
      recheckOn: '2026-07-01',
      confirmed: [id],
    })
    const [bare] = draft({})
    expect(bare?.after).toMatchObject({ validUntil: null, recheckOn: null, confirmed: null })
  })

  it('end no earlier than they begin', () => {
    const wrong = (holdsOn: string, validUntil: string) =>
      refusalOf(() => draft({ holdsOn, validUntil })).fields
    expect(wrong('2024', '2023')).toEqual({ validUntil: { code: 'before_holds' } })
    expect(wrong('2024-05-02', '2024-05-01')).toEqual({ validUntil: { code: 'before_holds' } })
    for (const [from, until] of [
      ['2024-05', '2024'],
      ['2024', '2024-05'],
      ['2024', '2024'],
    ])
      expect(draft({ holdsOn: from, validUntil: until })).toHaveLength(1)
    expect(Object.keys(wrong('2024-13', 'soon'))).toEqual(['holdsOn', 'validUntil'])
  })

  it('ask for a day to come, unless it was planned before', () => {
    expect(refusalOf(() => draft({ recheckOn: '2025-05-01' })).fields.recheckOn?.code).toBe(
      'in_the_past',
    )
    const begun = who.verdictAt('draft', { recheckOn: '2025-05-01' })
    expect(draft({ recheckOn: '2025-05-01' }, begun)).toHaveLength(1)
  })

  it('are previewed as they are typed', () => {
    const begun = who.verdictAt('draft', { validUntil: '2025' })
    expect(sketch(begun, { ...form, validUntil: '2026-06' }).validUntil).toBe('2026-06')
    expect(sketch(begun, { ...form, validUntil: '2026-66' }).validUntil).toBe('2025')
  })
})
