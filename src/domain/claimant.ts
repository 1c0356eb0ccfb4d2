import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { needed, optional, parse, webAddresses } from './parse.ts'
import { Refusal } from './refusal.ts'

/** A person, an office or an organisation that claims something. */
export type Claimant = {
  id: string
  revision: number
  name: string
  /** The name without regard to case, accents and signs: it finds the record again. */
  key: string
  /** What they are, such as an office: it tells namesakes apart and says who speaks. */
  role: string | null
  /** Pages about the same one elsewhere, such as Wikidata's (schema.org `sameAs`). */
  sameAs: string[]
  addedAt: string
}

/** The record of whoever is named, where there is one, and the id of a new one. */
export type Naming = { known: Claimant | null; newId: string }

/** What a claimant is found by; empty for a name in which there is no letter. */
export function claimantKey(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const key = letters.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return /\p{L}/u.test(key) ? key : ''
}

export const claimantInput = z.object({
  name: needed(200),
  role: optional(200),
  sameAs: webAddresses,
})

/** The first time that somebody claims something on this desk. */
export function nameClaimant(newId: string, name: string, act: Act): Change {
  const key = claimantKey(name)
  const about = { role: null, sameAs: [], addedAt: act.at }
  const after: Claimant = { id: newId, revision: 0, name, key, ...about }
  return record('claimant', 'name', act, null, after)
}

/**
 * Says who a claimant is.
 * @param namesake another record of the new name, where there is one
 * @throws Refusal `forbidden`; `invalid`, also for a name that another record has
 */
export function describeClaimant(
  claimant: Claimant,
  namesake: Claimant | null,
  input: unknown,
  act: Act,
): Change {
  demand(act.member, 'checker')
  const read = parse(claimantInput, input)
  const key = claimantKey(read.name)
  if (!key) throw new Refusal('invalid', { fields: { name: { code: 'malformed' } } })
  if (namesake && namesake.id !== claimant.id) {
    throw new Refusal('invalid', { fields: { name: { code: 'taken' } } })
  }
  return record('claimant', 'describe', act, claimant, { ...claimant, ...read, key })
}
