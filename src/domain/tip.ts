import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { id, needed, optional, orNull, parse, webAddress } from './parse.ts'
import { Refusal } from './refusal.ts'

export const tipStatuses = ['new', 'taken', 'dismissed'] as const

/** What a reader sent in: a claim to check, or an error in a verdict. Its words stand apart. */
export type Tip = {
  id: string
  revision: number
  about: 'claim' | 'error'
  /** The claim whose verdict it speaks of; or the one that was opened from it. */
  claim: string | null
  status: (typeof tipStatuses)[number]
  receivedAt: string
}

/** What somebody outside wrote: no part of the ledger, so that it can be erased. */
export type Letter = {
  /** The id of its tip. */
  tip: string
  words: string
  /** Where they saw it. */
  url: string | null
  /** How to reach them, until their letter is dealt with. */
  contact: string | null
}

export const MAX_LETTER = 5000
const MAX_CONTACT = 200

/** What a reader writes. */
export const letterInput = z.object({
  words: needed(MAX_LETTER),
  url: webAddress,
  contact: optional(MAX_CONTACT),
})

export const dismissInput = z.object({ comment: optional(1000) })
export const takeInput = dismissInput.extend({ claim: orNull(id) })

/**
 * A letter comes in. It waits apart from the queue until a person takes it.
 * @param claim the claim whose verdict is said to be wrong, or null where it is a claim to check
 */
export function receiveTip(newId: string, claim: string | null, act: Act): Change {
  const about = claim ? 'error' : 'claim'
  const tip: Tip = { id: newId, revision: 0, about, claim, status: 'new', receivedAt: act.at }
  return record('tip', 'receive', act, null, tip)
}

/** @throws Refusal `forbidden`; `conflict` where somebody decided on it before */
function demandNew({ status }: Tip, act: Act): void {
  demand(act.member, 'checker')
  if (status !== 'new') throw new Refusal('conflict')
}

/**
 * Somebody has seen to it: an error was looked into, or what is to be checked stands on the desk. Only
 * now is it a part of that claim's life.
 * @param input `claim`: of a letter about a claim, the one that it is; and a comment
 * @throws Refusal `forbidden`, `conflict`; `invalid` where it is not said which claim it is
 */
export function takeTip(tip: Tip, input: unknown, act: Act): Change {
  demandNew(tip, act)
  const { comment, claim: named } = parse(takeInput, input)
  const claim = tip.about === 'error' ? tip.claim : named
  if (!claim) throw new Refusal('invalid', { fields: { claim: { code: 'required' } } })
  return record('tip', 'take', act, tip, { ...tip, claim, status: 'taken' }, { claim, comment })
}

/** Nothing comes of it. @throws Refusal `forbidden`, `conflict`, `invalid` */
export function dismissTip(tip: Tip, input: unknown, act: Act): Change {
  demandNew(tip, act)
  const { comment } = parse(dismissInput, input)
  return record('tip', 'dismiss', act, tip, { ...tip, status: 'dismissed' }, { comment })
}

/**
 * A letter that was dismissed waits again.
 * @throws Refusal `forbidden`; `conflict` where it was not dismissed, or its words are erased
 */
export function bringBackTip(tip: Tip, letter: Letter | null, act: Act): Change {
  demand(act.member, 'checker')
  if (tip.status !== 'dismissed' || !letter) throw new Refusal('conflict')
  return record('tip', 'bring_back', act, tip, { ...tip, status: 'new' })
}

/**
 * What the reader wrote is erased; that there was a letter, and what was decided on it, stays.
 * @throws Refusal `forbidden`; `conflict` while nobody has decided on it, or where it is erased already
 */
export function eraseLetter(tip: Tip, letter: Letter | null, act: Act): Change {
  demand(act.member, 'checker')
  if (tip.status === 'new' || !letter) throw new Refusal('conflict')
  return record('tip', 'erase', act, tip, tip)
}
