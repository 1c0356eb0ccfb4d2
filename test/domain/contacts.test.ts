import { describe, expect, it } from 'vitest'
import { addContact, amendContact, type Contact } from '../../src/domain/contact.ts'
import * as who from './people.ts'
import { refusalOf } from './refusals.ts'

const by = who.act(who.author)
const form = {
  who: 'Comune di Vallechiara',
  role: 'press office',
  way: 'email',
  askedOn: '2025-05-20',
  question: 'What did the bridge cost in all?',
  outcome: 'waiting',
  reply: '',
  repliedOn: '',
  visibility: 'public',
}
const answered = { outcome: 'replied', reply: 'Less than two million.', repliedOn: '2025-05-22' }

const add = (input: object = {}, act = by) =>
  addContact('contact', 'claim', { ...form, ...input }, act)
const asked = (fields: Partial<Contact> = {}) => ({ ...add().after, ...fields }) as Contact

describe('recording a contact', () => {
  it('keeps whom one asked, as what, how, when and what, on its claim', () => {
    const { after, entry } = add()
    expect(after).toMatchObject({ ...form, reply: null, repliedOn: null, claim: 'claim' })
    expect(entry).toMatchObject({ kind: 'contact', verb: 'add', claim: 'claim', revision: 1 })
  })
  it('needs whom, how, what, and what came of it', () => {
    const { fields } = refusalOf(() => add({ who: ' ', way: '', question: '', outcome: '' }))
    expect(fields.who?.code).toBe('required')
    expect(fields.question?.code).toBe('required')
    expect(fields.way?.code).toBe('unknown_choice')
    expect(fields.outcome?.code).toBe('unknown_choice')
  })
  it('refuses a way, an outcome and a visibility that are none', () => {
    const odd = { way: 'pigeon', outcome: 'shrugged', visibility: 'secret' }
    const { fields } = refusalOf(() => add(odd))
    for (const name of Object.keys(odd)) expect(fields[name]?.code).toBe('unknown_choice')
  })
  it('refuses texts that are too long, and NUL', () => {
    const { fields } = refusalOf(() =>
      add({ who: 'a'.repeat(201), role: 'a'.repeat(201), question: 'a'.repeat(2001) }),
    )
    expect(fields.who).toEqual({ code: 'too_long', values: { max: 200 } })
    expect(fields.role).toEqual({ code: 'too_long', values: { max: 200 } })
    expect(fields.question).toEqual({ code: 'too_long', values: { max: 2000 } })
    const long = refusalOf(() => add({ ...answered, reply: 'a'.repeat(5001) }))
    expect(long.fields.reply).toEqual({ code: 'too_long', values: { max: 5000 } })
    expect(refusalOf(() => add({ who: 'a\u0000b' })).fields.who?.code).toBe('nul')
  })
  it('is of today where no day is given', () => {
    expect(add({ askedOn: '' }).after.askedOn).toBe('2025-06-01')
    expect(add({ askedOn: '2025-05' }).after.askedOn).toBe('2025-05')
  })
  it('refuses dates that do not exist, or are still to come', () => {
    const odd = { ...answered, askedOn: '2025-02-30', repliedOn: 'ieri' }
    const { fields } = refusalOf(() => add(odd))
    expect([fields.askedOn?.code, fields.repliedOn?.code]).toEqual(['not_a_date', 'not_a_date'])
    const later = refusalOf(() => add({ ...answered, askedOn: '2025-06-03', repliedOn: '2026' }))
    expect(later.fields.askedOn?.code).toBe('in_the_future')
    expect(later.fields.repliedOn?.code).toBe('in_the_future')
  })
  it('stays on the desk unless it is said to be public', () => {
    expect(add({ visibility: undefined }).after.visibility).toBe('desk_only')
  })
  it('is no viewer’s to do', () => {
    expect(refusalOf(() => add({}, who.act(who.viewer))).code).toBe('forbidden')
  })
})

describe('a reply', () => {
  it('has its words where somebody replied, and needs none where they declined', () => {
    const mute = { ...answered, reply: ' ' }
    expect(refusalOf(() => add(mute)).fields.reply?.code).toBe('required')
    expect(add(answered).after).toMatchObject(answered)
    const declined = add({ ...mute, outcome: 'declined' }).after
    expect(declined).toMatchObject({ outcome: 'declined', reply: null, repliedOn: '2025-05-22' })
  })
  it('is nobody’s where there was none', () => {
    for (const outcome of ['waiting', 'silent']) {
      expect(add({ ...answered, outcome }).after).toMatchObject({ reply: null, repliedOn: null })
    }
  })
  it('does not come before the question, as far as both days are known', () => {
    const on = (askedOn: string, repliedOn: string) => () =>
      add({ ...answered, askedOn, repliedOn })
    for (const [question, reply] of [
      ['2025-05-20', '2025-05-19'],
      ['2025-05', '2025-04-30'],
      ['2025-05-20', '2024'],
      ['', '2025-05-31'],
    ] as const) {
      expect(refusalOf(on(question, reply)).fields.repliedOn?.code).toBe('before_question')
    }
    for (const [question, reply] of [
      ['2025-05-20', '2025-05-20'],
      ['2025-05-20', '2025-05'],
      ['2025', '2025-01-01'],
      ['2025-05-20', ''],
    ] as const) {
      expect(on(question, reply)().after.outcome).toBe('replied')
    }
  })
})

describe('changing a contact', () => {
  const change = (input: object, contact = asked(), act = by) => amendContact(contact, input, act)

  it('records what changed, and nothing else', () => {
    const { entry } = change({ ...form, ...answered }, asked({ revision: 1 }))
    expect(entry).toMatchObject({ verb: 'amend', claim: 'claim', revision: 2 })
    expect(Object.keys(entry.change).sort()).toEqual(['outcome', 'repliedOn', 'reply'])
  })
  it('takes the reply away with the outcome that it belongs to', () => {
    const { after } = change({ ...form, ...answered, outcome: 'silent' }, asked(answered as never))
    expect(after).toMatchObject({ outcome: 'silent', reply: null, repliedOn: null })
  })
  it('leaves a day unknown that is taken out', () => {
    expect(change({ ...form, askedOn: '' }).after.askedOn).toBeNull()
  })
  it('never makes public by silence what was kept on the desk', () => {
    const { visibility: _, ...silent } = form
    const kept = asked({ visibility: 'desk_only' })
    expect(change(silent, kept).after.visibility).toBe('desk_only')
    expect(change(silent).after.visibility).toBe('public')
    expect(change(form, kept).after.visibility).toBe('public')
  })
  it('is refused as recording one is', () => {
    expect(refusalOf(() => change({ ...form, who: '' })).fields.who?.code).toBe('required')
    expect(refusalOf(() => change({ ...form, outcome: 'replied' })).fields.reply?.code).toBe(
      'required',
    )
    const early = { ...form, ...answered, repliedOn: '2025-05-01' }
    expect(refusalOf(() => change(early)).fields.repliedOn?.code).toBe('before_question')
    expect(refusalOf(() => change(null as never)).code).toBe('invalid')
    expect(refusalOf(() => change(form, asked(), who.act(who.viewer))).code).toBe('forbidden')
  })
})
