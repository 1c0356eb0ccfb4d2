import { describe, expect, it } from 'vitest'
import { addAppearance } from '../../src/domain/appearance.ts'
import { rewordClaim } from '../../src/domain/claim.ts'
import { isPartialDate } from '../../src/domain/dates.ts'
import { addEvidence, amendEvidence, type Evidence } from '../../src/domain/evidence.ts'
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
  const about = { standing: none, survivor: null, appearances: [] }
  const aside = (input: object, more: object = {}) =>
    setAsideClaim(who.claimAt('inbox'), input, { ...about, ...more }, by)

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
  it('moves the duplicate’s appearances to the survivor', () => {
    const id = '01970000-0000-7000-8000-000000000001'
    const excerpt = excerptAt('The bridge reopened.', 0, 10)
    const place = { claim: 'claim', article: 'article', version: 'version', excerpt }
    const form = { claimantKind: 'unknown', claimant: '', attribution: '', claimedOn: '' }
    const { after } = addAppearance('appearance', place, form, by)
    const appearances = [{ ...after, claim: 'claim' }] as never
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

describe('evidence', () => {
  const form = { stance: 'supports', title: 'Protocol' }
  const add = (input: object) =>
    addEvidence('evidence', { claim: 'claim', number: 1 }, { ...form, ...input }, by)

  it('is deprecated and kept to the desk with a reason only', () => {
    expect(refusalOf(() => add({ rank: 'deprecated' })).fields.rankReason?.code).toBe('required')
    expect(refusalOf(() => add({ visibility: 'desk_only' })).fields.visibilityReason?.code).toBe(
      'required',
    )
    const evidence = add({}).after as Evidence
    const change = amendEvidence(
      evidence,
      { ...form, rank: 'deprecated', rankReason: 'Retracted' },
      by,
    )
    expect(change.entry.verb).toBe('deprecate')
  })
  it('takes web addresses only', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://a.b',
      'no address',
      '//a.b',
    ]) {
      expect(refusalOf(() => add({ url })).fields.url?.code).toBe('not_a_url')
    }
  })
  it('is no viewer’s to add', () => {
    const decide = () => addEvidence('e', { claim: 'c', number: 1 }, form, who.act(who.viewer))
    expect(refusalOf(decide).code).toBe('forbidden')
  })
})

describe('rewording a claim', () => {
  it('records what changed, field by field, and nothing else', () => {
    const { entry } = rewordClaim(who.claimAt('checking'), { ...words, kind: 'said' }, by)
    expect(entry.change).toEqual({ kind: ['happened', 'said'] })
    expect(entry.revision).toBe(4)
  })
})
