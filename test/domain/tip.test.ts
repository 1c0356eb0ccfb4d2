import { describe, expect, it } from 'vitest'
import { fold } from '../../src/domain/ledger.ts'
import { reader } from '../../src/domain/member.ts'
import { parse } from '../../src/domain/parse.ts'
import {
  bringBackTip,
  dismissTip,
  eraseLetter,
  letterInput,
  receiveTip,
  type Tip,
  takeTip,
} from '../../src/domain/tip.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const by = who.act(who.author)
const claim = '00000000-0000-7000-8000-000000000001'
const tipAt = (fields: Partial<Tip> = {}): Tip => ({
  id: 'tip',
  revision: 1,
  about: 'claim',
  claim: null,
  status: 'new',
  receivedAt: '2025-05-01T10:00:00.000Z',
  ...fields,
})
const letter = { tip: 'tip', words: 'The bridge is closed', url: null, contact: 'anna@example.org' }

describe('a letter of a reader', () => {
  it('comes in by nobody’s hand, waits apart, and is no part of a claim’s life', () => {
    const { after, entry } = receiveTip('tip', claim, who.act(reader))
    expect(after).toMatchObject({ about: 'error', claim, status: 'new', receivedAt: entry.at })
    expect(entry).toMatchObject({ kind: 'tip', verb: 'receive', actor: 'reader', claim: null })
  })
  it('is about a claim to check where it speaks of no verdict', () => {
    const { after } = receiveTip('tip', null, who.act(reader))
    expect(after).toMatchObject({ about: 'claim', claim: null })
  })
  it('has words, at most 5,000 of its characters, and may say where, and how to answer', () => {
    const empty = refusalOf(() => parse(letterInput, { words: ' ', url: '', contact: '' }))
    expect(empty.fields).toEqual({ words: { code: 'required' } })
    const odd = { words: 'a'.repeat(5001), url: 'javascript:alert(1)', contact: 'a'.repeat(201) }
    const { fields } = refusalOf(() => parse(letterInput, odd))
    expect(fields.words).toEqual({ code: 'too_long', values: { max: 5000 } })
    expect(fields.url?.code).toBe('not_a_url')
    expect(fields.contact).toEqual({ code: 'too_long', values: { max: 200 } })
    const { words, url, contact } = parse(letterInput, { words: ' x\r\ny ' })
    expect([words, url, contact]).toEqual(['x\ny', null, null])
  })
  it('leaves none of its words in the ledger, whatever is decided on it', () => {
    const life = [receiveTip('tip', null, who.act(reader))]
    const next = (change: (typeof life)[number]) => void life.push(change)
    const now = () => life.at(-1)?.after as Tip
    next(dismissTip(now(), { comment: 'spam' }, by))
    next(bringBackTip(now(), letter, by))
    next(takeTip(now(), { claim }, by))
    next(eraseLetter(now(), letter, by))
    expect(fold(life.map(({ entry }) => entry))).toEqual(now())
    expect(JSON.stringify(life)).not.toMatch(/bridge|anna/)
  })
})

describe('deciding on a letter', () => {
  it('takes an error with its claim, of whose life it is a part from then on', () => {
    const { after, entry } = takeTip(tipAt({ about: 'error', claim }), { comment: 'mended' }, by)
    expect(after).toMatchObject({ status: 'taken', claim })
    expect(entry).toMatchObject({ verb: 'take', claim, comment: 'mended' })
  })
  it('keeps an error on the claim that it speaks of, whatever claim a form names', () => {
    const other = '00000000-0000-7000-8000-000000000002'
    expect(takeTip(tipAt({ about: 'error', claim }), { claim: other }, by).after.claim).toBe(claim)
  })
  it('takes a claim to check only with the claim that it is', () => {
    expect(takeTip(tipAt(), { claim }, by).after).toMatchObject({ status: 'taken', claim })
    expect(refusalOf(() => takeTip(tipAt(), {}, by)).fields.claim?.code).toBe('required')
    const odd = refusalOf(() => takeTip(tipAt(), { claim: 'the bridge' }, by))
    expect(odd.fields.claim?.code).toBe('malformed')
  })
  it('dismisses it with a reason or without one', () => {
    expect(dismissTip(tipAt(), {}, by).after.status).toBe('dismissed')
    expect(dismissTip(tipAt(), { comment: 'spam' }, by).entry.comment).toBe('spam')
  })
  it('is done once: what is taken or dismissed is not decided on again', () => {
    for (const status of ['taken', 'dismissed'] as const) {
      expect(refusalOf(() => takeTip(tipAt({ status }), { claim }, by)).code).toBe('conflict')
      expect(refusalOf(() => dismissTip(tipAt({ status }), {}, by)).code).toBe('conflict')
    }
  })
  it('brings back only what was dismissed, and can still be read', () => {
    const dismissed = tipAt({ status: 'dismissed' })
    expect(bringBackTip(dismissed, letter, by).after.status).toBe('new')
    expect(refusalOf(() => bringBackTip(dismissed, null, by)).code).toBe('conflict')
    const taken = tipAt({ status: 'taken' })
    expect(refusalOf(() => bringBackTip(taken, letter, by)).code).toBe('conflict')
  })
  it('erases the words of a letter that is decided on, once', () => {
    const taken = tipAt({ status: 'taken', claim })
    expect(eraseLetter(taken, letter, by).entry.change).toEqual({})
    expect(refusalOf(() => eraseLetter(taken, null, by)).code).toBe('conflict')
    expect(refusalOf(() => eraseLetter(tipAt(), letter, by)).code).toBe('conflict')
  })
  it('is for checkers', () => {
    const act = who.act(who.viewer)
    const done = tipAt({ status: 'dismissed' })
    for (const decide of [
      () => takeTip(tipAt(), { claim }, act),
      () => dismissTip(tipAt(), {}, act),
      () => bringBackTip(done, letter, act),
      () => eraseLetter(done, letter, act),
    ]) {
      expect(refusalOf(decide).code).toBe('forbidden')
    }
  })
})
