import { describe, expect, it } from 'vitest'
import { addEvidence, amendEvidence, type Evidence } from '../../src/domain/evidence.ts'
import { excerptAt } from '../../src/domain/excerpt.ts'
import { isProved, isUnproved, proofOf } from '../../src/domain/proof.ts'
import { quotePassage } from '../../src/domain/quote-passage.ts'
import { placed } from '../../src/domain/quoting.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const text = `The council met on Monday. It approved the “new bridge” by nine votes to four.

The mayor 🎉 said: the works will cost less than two million euros. Nobody asked how.

It approved nothing else. The council met again on Friday.`

const placeOf = (words: string) => {
  const start = Array.from(text.slice(0, text.indexOf(words))).length
  return { start, end: start + Array.from(words).length }
}
const quoting = (words: string, fields: Partial<Evidence> = {}) =>
  who.evidenceAt(1, { snapshot: 'snapshot', quote: words, ...fields })
const excerptOf = (words: string) => {
  const { start, end } = placeOf(words)
  return excerptAt(text, start, end)
}
const quotedAt = (words: string) => quoting(words, placed(excerptOf(words)))
const cost = 'the works will cost less than two million euros'

describe('a proof', () => {
  it('is exact where the words stand at their place, and shows those around them', () => {
    const { status, places } = proofOf(quotedAt(cost), text)
    expect(status).toBe('exact')
    expect(places).toEqual([
      {
        ...placeOf(cost),
        before: 'The mayor 🎉 said: ',
        words: cost,
        after: '. Nobody asked how.',
      },
    ])
  })
  it('is moved where they stand elsewhere now', () => {
    const { status, places } = proofOf(quotedAt(cost), `News.\n\n${text}`)
    expect([status, places[0]?.words]).toEqual(['moved', cost])
    expect(places[0]?.start).toBe(placeOf(cost).start + 7)
  })
  it('is ambiguous where they stand there more than once, with every place', () => {
    const { status, places } = proofOf(quoting('It approved'), text)
    expect(status).toBe('ambiguous')
    expect(places.map(({ after }) => after.slice(0, 8))).toEqual([' the “ne', ' nothing'])
  })
  it('is changed where something much like them stands there', () => {
    const { status, places } = proofOf(quotedAt(cost), text.replace('two million', 'nine million'))
    expect([status, places[0]?.words]).toEqual(['changed', cost.replace('two', 'nine')])
  })
  it('is gone where nothing like them stands there', () => {
    const nothing = { status: 'gone', places: [] }
    expect(proofOf(quoting('Zebras crossed the river at dawn'), text)).toEqual(nothing)
    expect(proofOf(quotedAt(cost), 'Page not found')).toEqual(nothing)
  })
  it('says where there is nothing to prove, or nothing to prove it with', () => {
    expect(proofOf(quoting(cost), null).status).toBe('no_snapshot')
    expect(proofOf(quoting(cost, { quote: null }), text).status).toBe('no_quote')
  })
  it('shows whole words of the line around, and says where it goes on', () => {
    const long = `${'word '.repeat(40)}HERE ${'word '.repeat(40)}`.trim()
    const { places } = proofOf(quoting('HERE'), long)
    expect(places[0]?.before).toMatch(/^… (word )+$/)
    expect(places[0]?.after).toMatch(/^( word)+ …$/)
  })
  it('speaks for the words, against them, or neither', () => {
    const said = (status: Parameters<typeof isProved>[0]['status']) => [
      isProved({ status }),
      isUnproved({ status }),
    ]
    expect([said('exact'), said('moved')]).toEqual(Array(2).fill([true, false]))
    expect([said('changed'), said('gone')]).toEqual(Array(2).fill([false, true]))
    for (const status of ['ambiguous', 'no_snapshot', 'no_quote'] as const) {
      expect(said(status)).toEqual([false, false])
    }
  })
})

const by = who.act(who.author)
const form = { stance: 'supports', title: 'Minutes' }
const kept = { snapshot: 'snapshot', text }
const add = (input: object, of = kept) =>
  addEvidence('evidence', { claim: 'claim', number: 1 }, { ...form, ...input }, by, of).after
const amend = (evidence: Evidence, input: object, of: typeof kept = kept) =>
  amendEvidence(evidence, { ...form, ...input }, by, of).after
const nowhere = { quoteStart: null, quoteEnd: null, quotePrefix: null, quoteSuffix: null }

describe('a quote that is typed', () => {
  it('is kept at its place where it stands in the text once', () => {
    const { prefix, suffix, start, end } = excerptOf(cost)
    expect(add({ quote: cost })).toMatchObject({
      ...{ quote: cost, snapshot: 'snapshot', quoteReason: null },
      ...{ quotePrefix: prefix, quoteSuffix: suffix, quoteStart: start, quoteEnd: end },
    })
  })
  it('is kept in the source’s own characters where only its typography is another', () => {
    const typed = 'the "new  bridge" by nine votes'
    expect(add({ quote: typed }).quote).toBe('the “new bridge” by nine votes')
  })
  it('needs a reason where it is not in the text, and is told what stands there', () => {
    const wrong = refusalOf(() => add({ quote: cost.replace('two', 'nine') }))
    expect(wrong.fields).toEqual({
      quoteReason: { code: 'quote_differs', values: { nearest: cost } },
    })
    const none = refusalOf(() => add({ quote: 'Zebras crossed the river at dawn' }))
    expect(none.fields).toEqual({ quoteReason: { code: 'quote_not_there' } })
  })
  it('is kept with a reason, at no place', () => {
    const after = add({ quote: 'Zebras crossed the river', quoteReason: 'Heard on the recording' })
    expect(after).toMatchObject({ ...nowhere, quoteReason: 'Heard on the recording' })
  })
  it('loses a reason that it does not need', () => {
    expect(add({ quote: cost, quoteReason: 'To be sure' }).quoteReason).toBeNull()
    expect(add({ quote: '', quoteReason: 'No words' }).quoteReason).toBeNull()
  })
  it('waits for a person where it stands there more than once', () => {
    expect(add({ quote: 'It approved' })).toMatchObject({ quote: 'It approved', ...nowhere })
  })
  it('is allowed where nothing was kept', () => {
    const none = addEvidence('e', { claim: 'c', number: 1 }, { ...form, quote: 'Zebras' }, by)
    expect(none.after).toMatchObject({ quote: 'Zebras', snapshot: null, ...nowhere })
  })
})

describe('a quote that is changed', () => {
  it('is looked for anew', () => {
    const { start } = placeOf('The mayor')
    expect(amend(quotedAt(cost), { quote: 'The mayor' }).quoteStart).toBe(start)
    const wrong = refusalOf(() => amend(quotedAt(cost), { quote: 'Zebras at dawn' }))
    expect(wrong.fields.quoteReason?.code).toBe('quote_not_there')
  })
  it('keeps its place among lookalikes where its words stay as they were', () => {
    const second = 'It approved'
    const { start } = placeOf('It approved nothing')
    const evidence = quoting(second, placed(excerptAt(text, start, start + second.length)))
    expect(amend(evidence, { quote: second, note: 'Ask' })).toMatchObject({ quoteStart: start })
  })
  it('gives up its place with its words', () => {
    expect(amend(quotedAt(cost), { quote: '' })).toMatchObject({ quote: null, ...nowhere })
  })
  it('is proved by a snapshot that came later, and asked after by none', () => {
    const early = quoting(cost, { snapshot: null })
    expect(amend(early, { quote: cost }).quoteStart).toBe(placeOf(cost).start)
    const wrong = quoting('Zebras at dawn', { snapshot: null })
    expect(amend(wrong, { quote: 'Zebras at dawn' })).toMatchObject({
      ...{ snapshot: 'snapshot', quote: 'Zebras at dawn', quoteReason: null },
    })
  })
  it('cannot be rid of its reason while it is not there', () => {
    const reasoned = quoting('Zebras at dawn', { quoteReason: 'On the recording' })
    const { fields } = refusalOf(() => amend(reasoned, { quote: 'Zebras at dawn' }))
    expect(fields.quoteReason?.code).toBe('quote_not_there')
  })
})

describe('quoting from the text', () => {
  const evidence = quoting('Zebras', { quoteReason: 'Heard', translation: 'Zebre' })
  const take = (place: { start: number; end: number }, input: object = {}, act = by) =>
    quotePassage(evidence, text, place, input, act)

  it('keeps the words at their place, and drops the reason', () => {
    const { after, entry } = take(placeOf(cost), { quoteLanguage: 'en', translation: '' })
    expect(after).toMatchObject({ quote: cost, quoteReason: null, translation: null })
    expect(after).toMatchObject({ quoteStart: placeOf(cost).start, quoteLanguage: 'en' })
    expect([entry.verb, entry.claim]).toEqual(['quote', 'claim'])
  })
  it('leaves what the form does not say', () => {
    expect(take(placeOf(cost)).after).toMatchObject({ translation: 'Zebre', stance: 'supports' })
  })
  it('takes no blanks around the words', () => {
    const { start, end } = placeOf(cost)
    const { after } = take({ start: start - 1, end })
    expect(after).toMatchObject({ quote: cost, quoteStart: start, quoteEnd: end })
  })
  it('refuses a place that is not in the text, and blanks', () => {
    const blank = placeOf('\n\n')
    for (const place of [
      { start: -1, end: 4 },
      { start: 5, end: 99_999 },
      { start: 4, end: 4 },
      blank,
    ]) {
      expect(refusalOf(() => take(place)).fields.excerpt?.code).toBe('not_in_text')
    }
    const { fields } = refusalOf(() => quotePassage(evidence, null, { start: 0, end: 4 }, {}, by))
    expect(fields.excerpt?.code).toBe('not_in_text')
  })
  it('is no viewer’s to do', () => {
    expect(refusalOf(() => take(placeOf(cost), {}, who.act(who.viewer))).code).toBe('forbidden')
  })
})
