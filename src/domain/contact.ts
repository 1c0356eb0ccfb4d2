import { z } from 'zod'
import { visibilities } from './evidence.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { demandPast, needed, optional, parse, partialDate } from './parse.ts'
import { Refusal } from './refusal.ts'

/** How somebody was asked. */
export const ways = ['email', 'phone', 'letter', 'in_person', 'message', 'form'] as const

/** What came of it so far. */
export const replies = ['waiting', 'replied', 'declined', 'silent'] as const

/** Who was asked, how, when, and the reply or the silence: the right of reply, on the record. */
export type Contact = {
  id: string
  revision: number
  claim: string
  who: string
  /** In which quality they were asked, such as *press office*. */
  role: string | null
  way: (typeof ways)[number]
  askedOn: string | null
  question: string
  outcome: (typeof replies)[number]
  reply: string | null
  repliedOn: string | null
  /** `desk_only` never leaves; a `public` one is printed with the verdict. */
  visibility: (typeof visibilities)[number]
  addedAt: string
}

export const contactInput = z.object({
  who: needed(200),
  role: optional(200),
  way: z.enum(ways),
  askedOn: partialDate,
  question: needed(2000),
  outcome: z.enum(replies),
  reply: optional(5000),
  repliedOn: partialDate,
  // Silence never makes public what was kept on the desk.
  visibility: z.enum(visibilities).default('desk_only'),
})

/**
 * A reply belongs to whoever replied, and does not come before the question.
 * @param asked the day of the question where the input names none
 */
function read(input: unknown, at: string, asked: string | null) {
  const said = parse(contactInput, input)
  const read = { ...said, askedOn: said.askedOn ?? asked }
  demandPast(at, { askedOn: read.askedOn, repliedOn: read.repliedOn })
  const answered = read.outcome === 'replied' || read.outcome === 'declined'
  if (read.outcome === 'replied' && !read.reply) {
    throw new Refusal('invalid', { fields: { reply: { code: 'required' } } })
  }
  const { askedOn, repliedOn } = read
  const length = Math.min(askedOn?.length ?? 0, repliedOn?.length ?? 0)
  if (askedOn && repliedOn && repliedOn.slice(0, length) < askedOn.slice(0, length)) {
    throw new Refusal('invalid', { fields: { repliedOn: { code: 'before_question' } } })
  }
  return {
    ...read,
    reply: answered ? read.reply : null,
    repliedOn: answered ? read.repliedOn : null,
  }
}

/** @throws Refusal `forbidden`; `invalid`, also for a reply without its words or before its question */
export function addContact(newId: string, claim: string, input: unknown, act: Act): Change {
  demand(act.member, 'checker')
  const said = read(input, act.at, act.at.slice(0, 10))
  const after: Contact = { id: newId, revision: 0, claim, ...said, addedAt: act.at }
  return record('contact', 'add', act, null, after, { claim })
}

/** @throws Refusal as `addContact` does */
export function amendContact(contact: Contact, input: unknown, act: Act): Change {
  demand(act.member, 'checker')
  const { visibility } = contact
  const said = typeof input === 'object' ? input : {}
  const after: Contact = { ...contact, ...read({ visibility, ...said }, act.at, null) }
  return record('contact', 'amend', act, contact, after, { claim: contact.claim })
}
