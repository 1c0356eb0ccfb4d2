import { z } from 'zod'
import type { Excerpt } from './excerpt.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { optional, parse } from './parse.ts'
import { Refusal } from './refusal.ts'

/** Why no claim is taken from a sentence. */
export const asideReasons = [
  'no_claim',
  'opinion',
  'not_checkable',
  'out_of_scope',
  'other',
] as const

/** A sentence that was looked at and from which no claim is taken, in one version of an article. */
export type Aside = Excerpt & {
  id: string
  revision: number
  article: string
  version: string
  reason: (typeof asideReasons)[number]
  words: string | null
  addedAt: string
  /** Since when it is to be looked at again. */
  liftedAt: string | null
}

/** More sentences than anybody reads at once: so many are set aside with one reason. */
export const MOST_ASIDES = 200

export const asideInput = z.object({ reason: z.enum(asideReasons), words: optional(500) })

/** @throws Refusal `forbidden`; `invalid` without a reason, and for `other` without words */
export function setSentenceAside(
  newId: string,
  at: { article: string; version: string; excerpt: Excerpt },
  input: unknown,
  act: Act,
): Change {
  demand(act.member, 'checker')
  const { reason, words } = parse(asideInput, input)
  if (reason === 'other' && !words) {
    throw new Refusal('invalid', { fields: { words: { code: 'required' } } })
  }
  const { article, version, excerpt } = at
  const after: Aside = {
    id: newId,
    revision: 0,
    article,
    version,
    ...excerpt,
    reason,
    words,
    addedAt: act.at,
    liftedAt: null,
  }
  return record('aside', 'set', act, null, after)
}

/**
 * A sentence is to be looked at again.
 * @throws Refusal `forbidden`; `wrong_status` where it is already
 */
export function liftAside(aside: Aside, act: Act): Change {
  demand(act.member, 'checker')
  if (aside.liftedAt) throw new Refusal('wrong_status')
  return record('aside', 'lift', act, aside, { ...aside, liftedAt: act.at })
}
