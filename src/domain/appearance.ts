import { z } from 'zod'
import type { Excerpt } from './excerpt.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { demandPast, optional, parse, partialDate, words } from './parse.ts'
import { Refusal } from './refusal.ts'

/** Who made the claim: a person or body by name, the outlet in its own voice, or nobody knows. */
export const claimantKinds = ['named', 'outlet', 'unknown'] as const

/** Claim × article version × excerpt × claimant × attribution × date claimed. */
export type Appearance = Excerpt & {
  id: string
  revision: number
  claim: string
  article: string
  version: string
  claimantKind: (typeof claimantKinds)[number]
  claimant: string | null
  /** The chain through which it reached us, claimant first. */
  attribution: string[]
  /** When it was claimed: `2024`, `2024-06` or `2024-06-19`; null is unknown. */
  claimedOn: string | null
  /** Why the date is what we say, where the article does not state it (then it is *inferred*). */
  claimedOnReason: string | null
  addedAt: string
}

/** A chain is written one link a line, or with arrows between its links. */
const chain = words(1000)
  .optional()
  .transform((text) =>
    (text ?? '')
      .split(/→|->|\n/)
      .map((link) => link.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().max(200)).max(12))

const appearanceInput = z.object({
  claimantKind: z.enum(claimantKinds),
  claimant: optional(200),
  attribution: chain,
  claimedOn: partialDate,
  claimedOnReason: optional(500),
})

/** How well a date or an outlet is known. */
export const certainty = (value: string | null, reason: string | null) =>
  value === null ? 'unknown' : reason === null ? 'stated' : 'inferred'

function read(input: unknown, at: string) {
  const read = parse(appearanceInput, input)
  demandPast(at, { claimedOn: read.claimedOn })
  const named = read.claimantKind === 'named'
  if (named && !read.claimant) {
    throw new Refusal('invalid', { fields: { claimant: { code: 'required' } } })
  }
  return { ...read, claimant: named ? read.claimant : null }
}

/**
 * The words of a claim, found in an article.
 * @param at which claim, article and version (ids), and the excerpt cut from that version's text
 * @throws Refusal `forbidden`, `invalid`
 */
export function addAppearance(
  newId: string,
  at: { claim: string; article: string; version: string; excerpt: Excerpt },
  input: unknown,
  act: Act,
): Change {
  demand(act.member, 'checker')
  const { claim, article, version, excerpt } = at
  const after: Appearance = {
    id: newId,
    revision: 0,
    claim,
    article,
    version,
    ...excerpt,
    ...read(input, act.at),
    addedAt: act.at,
  }
  return record('appearance', 'add', act, null, after, { claim })
}

/** @throws Refusal `forbidden`, `invalid` */
export function amendAppearance(appearance: Appearance, input: unknown, act: Act): Change {
  demand(act.member, 'checker')
  const after = { ...appearance, ...read(input, act.at) }
  return record('appearance', 'amend', act, appearance, after, { claim: appearance.claim })
}

/** A duplicate's appearance goes to the claim that survives. */
export function moveAppearance(appearance: Appearance, to: string, act: Act): Change {
  return record('appearance', 'move', act, appearance, { ...appearance, claim: to }, { claim: to })
}
