import { z } from 'zod'
import { claimantKey, type Naming, nameClaimant } from './claimant.ts'
import type { Excerpt } from './excerpt.ts'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import { demandPast, optional, parse, partialDate, type Sent, words } from './parse.ts'
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
  /** The claimant's name as it was written here; the record of that name is `claimantId`. */
  claimant: string | null
  claimantId: string | null
  /** The chain through which it reached us, claimant first. */
  attribution: string[]
  /** When it was claimed: `2024`, `2024-06` or `2024-06-19`; null is unknown. */
  claimedOn: string | null
  /** Why the date is what we say, where the article does not state it (then it is *inferred*). */
  claimedOnReason: string | null
  /** The duplicate that brought it: the one gets it back that is brought back. */
  movedFrom: string | null
  /** Since when it is one of its claim's. */
  addedAt: string
}

/** The most links that a chain has. */
export const MAX_LINKS = 12

/** A chain as people write it: a field a link, or one text with a link a line or arrows between them. */
export const linksIn = (written: string | readonly string[]): string[] =>
  [written].flat().flatMap((text) =>
    text
      .split(/→|->|\n/)
      .map((link) => link.trim())
      .filter(Boolean),
  )

const chain = z
  .preprocess((sent: Sent) => [sent ?? []].flat(), z.array(words(1000)).optional())
  .transform((texts = []) => linksIn(texts))
  .pipe(z.array(z.string().max(200)).max(MAX_LINKS))
  .meta({ maxItems: MAX_LINKS })

export const appearanceInput = z.object({
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
  if (read.claimantKind !== 'named') return { ...read, claimant: null }
  if (!read.claimant) throw new Refusal('invalid', { fields: { claimant: { code: 'required' } } })
  if (!claimantKey(read.claimant)) {
    throw new Refusal('invalid', { fields: { claimant: { code: 'malformed' } } })
  }
  return read
}

/** Who is named in a form, or null. @throws Refusal `invalid` */
export const claimantIn = (input: unknown, act: Act): string | null => read(input, act.at).claimant

/** What is claimed where and by whom, and the claimant's record, made where there was none. */
function claimed(input: unknown, { known, newId }: Naming, act: Act) {
  const said = read(input, act.at)
  if (!said.claimant) return { fields: { ...said, claimantId: null }, made: [] }
  if (known) return { fields: { ...said, claimantId: known.id }, made: [] }
  const made = nameClaimant(newId, said.claimant, act)
  return { fields: { ...said, claimantId: newId }, made: [made] }
}

/**
 * The words of a claim, found in an article.
 * @param at which claim, article and version (ids), and the excerpt cut from that version's text
 * @param naming the record of the claimant whom the input names, where there is one
 * @throws Refusal `forbidden`, `invalid`
 */
export function addAppearance(
  newId: string,
  at: { claim: string; article: string; version: string; excerpt: Excerpt },
  input: unknown,
  naming: Naming,
  act: Act,
): Change[] {
  demand(act.member, 'checker')
  const { claim, article, version, excerpt } = at
  const { fields, made } = claimed(input, naming, act)
  const after: Appearance = {
    id: newId,
    revision: 0,
    claim,
    article,
    version,
    ...excerpt,
    ...fields,
    movedFrom: null,
    addedAt: act.at,
  }
  return [...made, record('appearance', 'add', act, null, after, { claim })]
}

/** @throws Refusal `forbidden`, `invalid` */
export function amendAppearance(
  appearance: Appearance,
  input: unknown,
  naming: Naming,
  act: Act,
): Change[] {
  demand(act.member, 'checker')
  const { fields, made } = claimed(input, naming, act)
  const after = { ...appearance, ...fields }
  const { claim } = appearance
  return [...made, record('appearance', 'amend', act, appearance, after, { claim })]
}

/** The same words carry one more claim: a part of the one that they carried. */
export const copyAppearance = (
  appearance: Appearance,
  newId: string,
  claim: string,
  act: Act,
): Change => {
  const after = { ...appearance, id: newId, revision: 0, claim, movedFrom: null, addedAt: act.at }
  return record('appearance', 'add', act, null, after, { claim })
}

/**
 * A duplicate's appearance goes to the claim that survives; or back, with the duplicate. Where that
 * survivor is a duplicate in its turn, the appearance still belongs to the one that brought it first.
 */
export function moveAppearance(appearance: Appearance, to: string, act: Act): Change {
  const first = appearance.movedFrom ?? appearance.claim
  const movedFrom = first === to ? null : first
  const after = { ...appearance, claim: to, movedFrom, addedAt: act.at }
  return record('appearance', 'move', act, appearance, after, { claim: to })
}
