import { describe, expect, it } from 'vitest'
import {
  addEvidence,
  amendEvidence,
  type Evidence,
  evidenceKinds,
} from '../../src/domain/evidence.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const by = who.act(who.author)
const form = { stance: 'supports', title: 'Protocol' }
const add = (input: object = {}, act = by) =>
  addEvidence('evidence', { claim: 'claim', number: 1 }, { ...form, ...input }, act)
const amend = (input: object, evidence: Evidence) => amendEvidence(evidence, input, by)

describe('adding evidence', () => {
  it('keeps what a source is, where in it, where it comes from, and a note for colleagues', () => {
    const about = { locator: 'art. 4', origin: 'Agenzia Valle', note: 'Ask\nagain' }
    for (const kind of evidenceKinds) {
      expect(add({ ...about, kind }).after).toMatchObject({ ...about, kind })
    }
  })
  it('says nothing where nobody said anything', () => {
    const nothing = { kind: null, locator: null, origin: null, note: null }
    expect(add().after).toMatchObject({ ...nothing, interest: 'unknown', rank: 'normal' })
    expect(add({ kind: '', locator: ' ', origin: '', note: '' }).after).toMatchObject(nothing)
  })
  it('refuses a kind that is none, and texts that are too long', () => {
    expect(refusalOf(() => add({ kind: 'rumour' })).fields.kind?.code).toBe('unknown_choice')
    const { fields } = refusalOf(() =>
      add({ locator: 'a'.repeat(201), origin: 'a'.repeat(201), note: 'a'.repeat(2001) }),
    )
    expect(fields.locator).toEqual({ code: 'too_long', values: { max: 200 } })
    expect(fields.origin).toEqual({ code: 'too_long', values: { max: 200 } })
    expect(fields.note).toEqual({ code: 'too_long', values: { max: 2000 } })
  })
  it('needs a stance and a title', () => {
    const { fields } = refusalOf(() => add({ stance: 'loves', title: ' ' }))
    expect([fields.stance?.code, fields.title?.code]).toEqual(['unknown_choice', 'required'])
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
  it('refuses a date that is still to come', () => {
    const late = refusalOf(() => add({ publishedOn: '2025-07' }))
    expect(late.fields.publishedOn?.code).toBe('in_the_future')
  })
  it('is no viewer’s to do', () => {
    expect(refusalOf(() => add({}, who.act(who.viewer))).code).toBe('forbidden')
  })
})

describe('what counts, and who sees it', () => {
  it('is deprecated and kept to the desk with a reason only', () => {
    expect(refusalOf(() => add({ rank: 'deprecated' })).fields.rankReason?.code).toBe('required')
    expect(refusalOf(() => add({ visibility: 'desk_only' })).fields.visibilityReason?.code).toBe(
      'required',
    )
  })
  it('is told in the record by the verb', () => {
    const gone = { ...form, rank: 'deprecated', rankReason: 'Retracted' }
    const normal = who.evidenceAt(1)
    const deprecated = who.evidenceAt(1, { rank: 'deprecated', rankReason: 'Retracted' })
    expect(amend(gone, normal).entry.verb).toBe('deprecate')
    expect(amend({ ...form, rank: 'normal' }, deprecated).entry.verb).toBe('rank')
    expect(amend({ ...form, note: 'Ask again' }, normal).entry.verb).toBe('amend')
  })
  it('stays as it was where a form does not say it', () => {
    const kept = who.evidenceAt(1, { visibility: 'desk_only', visibilityReason: 'Unnamed' })
    const said = { ...form, visibilityReason: 'Unnamed' }
    expect(amend(said, kept).after).toMatchObject({ visibility: 'desk_only', rank: 'normal' })
  })
})
