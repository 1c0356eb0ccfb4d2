import { describe, expect, it } from 'vitest'
import { addAppearance } from '../../src/domain/appearance.ts'
import { rewordClaim } from '../../src/domain/claim.ts'
import { isPartialDate } from '../../src/domain/dates.ts'
import { newDesk } from '../../src/domain/desk.ts'
import { excerptAt } from '../../src/domain/excerpt.ts'
import { setAsideClaim } from '../../src/domain/set-aside.ts'
import { openClaim } from '../../src/domain/work.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const by = who.act(who.author)
const words = { statement: 'The bridge reopened', language: 'en', kind: 'happened' }
const open = (input: object, lead: string | null = 'a') =>
  openClaim('claim', { ...words, ...input }, lead, by)

describe('opening a claim', () => {
  it('needs a statement', () => {
    expect(refusalOf(() => open({ statement: '  ' })).fields.statement?.code).toBe('required')
  })
  it('refuses a statement over 500 characters, naming the limit', () => {
    const { fields } = refusalOf(() => open({ statement: 'a'.repeat(501) }))
    expect(fields.statement).toEqual({ code: 'too_long', values: { max: 500 } })
    expect(open({ statement: 'a'.repeat(500) }).after.stage).toBe('inbox')
  })
  it('needs an appearance or an explanation', () => {
    expect(refusalOf(() => open({}, null)).fields.explanation?.code).toBe('no_appearance')
    expect(open({ explanation: 'A reader asked' }, null).after.explanation).toBe('A reader asked')
  })
  it('refuses NUL, and an unknown kind', () => {
    const { fields } = refusalOf(() => open({ statement: 'a\u0000b', kind: 'rumour' }))
    expect(fields).toMatchObject({ statement: { code: 'nul' }, kind: { code: 'unknown_choice' } })
  })
})

describe('setting a claim aside', () => {
  const none = { working: null, publicVerdict: null }
  const about = { standing: none, survivor: null, appearances: [], desk: newDesk('Desk') }
  const aside = (input: object, more: object = {}, claim = who.claimAt('inbox'), act = by) =>
    setAsideClaim(claim, input, { ...about, ...more }, act)

  it('needs a reason, and words where the reason is another', () => {
    expect(refusalOf(() => aside({})).fields.reason).toBeDefined()
    expect(refusalOf(() => aside({ reason: 'other' })).fields.words?.code).toBe('required')
    expect(aside({ reason: 'opinion' })).toHaveLength(1)
  })
  it('a duplicate names a survivor that is another claim, and not set aside', () => {
    const id = '01970000-0000-7000-8000-000000000001'
    const input = { reason: 'duplicate', duplicateOf: id }
    expect(refusalOf(() => aside({ reason: 'duplicate' })).fields.duplicateOf?.code).toBe(
      'required',
    )
    expect(refusalOf(() => aside(input)).fields.duplicateOf?.code).toBe('unknown_choice')
    const gone = { survivor: who.claimAt('set_aside', { id }) }
    expect(refusalOf(() => aside(input, gone)).fields.duplicateOf?.code).toBe('unknown_choice')
    const itself = { survivor: who.claimAt('inbox') }
    expect(refusalOf(() => aside(input, itself)).fields.duplicateOf?.code).toBe('same_claim')
  })
  it('a duplicate that is read more strictly goes only to a claim that is, too, but for an editor', () => {
    const id = '01970000-0000-7000-8000-000000000001'
    const desk = { ...newDesk('Desk'), blindTopics: ['troops'] }
    const input = { reason: 'duplicate', duplicateOf: id }
    const claim = who.claimAt('inbox', { topics: ['town', 'troops'] })
    const to = (topics: string[], member = who.colleague) =>
      aside(input, { desk, survivor: who.claimAt('inbox', { id, topics }) }, claim, who.act(member))
    expect(refusalOf(() => to(['town'])).fields.duplicateOf).toEqual({
      code: 'topic_not_there',
      values: { topics: 'troops' },
    })
    expect([to(['troops']), to(['town'], who.editor)]).toHaveLength(2)
  })
  it('moves the duplicate’s appearances to the survivor', () => {
    const id = '01970000-0000-7000-8000-000000000001'
    const excerpt = excerptAt('The bridge reopened.', 0, 10)
    const place = { claim: 'claim', article: 'article', version: 'version', excerpt }
    const form = { claimantKind: 'unknown', claimant: '', attribution: '', claimedOn: '' }
    const naming = { known: null, newId: 'claimant' }
    const [added] = addAppearance('appearance', place, form, naming, by)
    const appearances = [{ ...added?.after, claim: 'claim', movedFrom: null }] as never
    const survivor = who.claimAt('inbox', { id })
    const changes = aside({ reason: 'duplicate', duplicateOf: id }, { survivor, appearances })
    expect(changes.map(({ kind }) => kind)).toEqual(['claim', 'appearance'])
    expect(changes[1]?.after.claim).toBe(id)
  })
})

describe('an excerpt', () => {
  it('counts code points, not UTF-16 units', () => {
    const text = '𝒜𝒷 «Il ponte 🌉 riapre» disse.'
    const { quote, prefix, suffix } = excerptAt(text, 3, 22)
    expect(quote).toBe('«Il ponte 🌉 riapre»')
    expect(prefix).toBe('𝒜𝒷 ')
    expect(suffix).toBe(' disse.')
  })
  it('is refused outside the text', () => {
    for (const [start, end] of [
      [-1, 3],
      [3, 3],
      [5, 2],
      [0, 99],
      [0.5, 2],
      [Number.NaN, 2],
    ] as const) {
      expect(refusalOf(() => excerptAt('short', start, end)).fields.excerpt?.code).toBe(
        'not_in_text',
      )
    }
  })
})

describe('dates', () => {
  it('may be partial, and must exist', () => {
    for (const date of ['2024', '2024-06', '2024-06-19', '2024-02-29'])
      expect(isPartialDate(date)).toBe(true)
    for (const date of ['2023-02-29', '2024-13', '2024-6-1', '24', '2024-06-31', 'ieri']) {
      expect(isPartialDate(date)).toBe(false)
    }
  })
})

describe('rewording a claim', () => {
  it('records what changed, field by field, and nothing else', () => {
    const { entry } = rewordClaim(who.claimAt('checking'), { ...words, kind: 'said' }, by)
    expect(entry.change).toEqual({ kind: ['happened', 'said'] })
    expect(entry.revision).toBe(4)
  })
})
