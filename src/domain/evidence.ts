import { z } from 'zod'
import { type Change, record } from './ledger.ts'
import { type Act, demand } from './member.ts'
import {
  demandPast,
  needed,
  optional,
  optionalLanguage,
  orNull,
  parse,
  partialDate,
  webAddress,
} from './parse.ts'
import { settleQuote } from './quoting.ts'
import { Refusal } from './refusal.ts'
import { sourceUrl } from './source.ts'

export const stances = ['supports', 'refutes', 'context'] as const
export const interests = ['unknown', 'independent', 'party', 'state'] as const
export const ranks = ['preferred', 'normal', 'deprecated'] as const
export const visibilities = ['public', 'desk_only'] as const

/** What a source is. */
export const evidenceKinds = [
  'document',
  'statement',
  'dataset',
  'image',
  'video',
  'expert',
  'article',
] as const

/** A source that bears on a claim. Never deleted: what no longer counts is `deprecated`. */
export type Evidence = {
  id: string
  revision: number
  claim: string
  /** Its number on the claim, as rationales cite it: `[1]`. */
  number: number
  stance: (typeof stances)[number]
  /** What it is; null where nobody said. */
  kind: (typeof evidenceKinds)[number] | null
  title: string
  publisher: string | null
  /** What the publisher has at stake. */
  interest: (typeof interests)[number]
  url: string | null
  publishedOn: string | null
  /** Where in it: a page, an article of a law, a minute. */
  locator: string | null
  /** Where it ultimately comes from: ten pages that repeat one agency are one origin. */
  origin: string | null
  /** For colleagues; it never leaves. */
  note: string | null
  quote: string | null
  quoteLanguage: string | null
  /** The desk's own translation of the quote. */
  translation: string | null
  /** The snapshot that the quote was taken from, and that proves it. */
  snapshot: string | null
  /** Where in that snapshot's text the quote stands; null where it was not found in it, or not for certain. */
  quotePrefix: string | null
  quoteSuffix: string | null
  quoteStart: number | null
  quoteEnd: number | null
  /** Why the quote is given though it is not in the snapshot. */
  quoteReason: string | null
  rank: (typeof ranks)[number]
  rankReason: string | null
  /** `desk_only` never leaves in any page for the public, feed or export. */
  visibility: (typeof visibilities)[number]
  visibilityReason: string | null
  addedAt: string
}

/** What of evidence the public is told. */
export type ToldEvidence = Pick<
  Evidence,
  | ('id' | 'number' | 'stance' | 'kind' | 'title' | 'publisher' | 'interest' | 'url')
  | ('publishedOn' | 'locator' | 'origin' | 'quote' | 'quoteLanguage' | 'translation')
  | ('quoteReason' | 'rank' | 'rankReason')
>

export const evidenceInput = z.object({
  stance: z.enum(stances),
  kind: orNull(z.enum(evidenceKinds)),
  title: needed(300),
  publisher: optional(200),
  interest: z.enum(interests).default('unknown'),
  url: webAddress,
  publishedOn: partialDate,
  locator: optional(200),
  origin: optional(200),
  note: optional(2000),
  quote: optional(5000),
  quoteLanguage: optionalLanguage,
  translation: optional(5000),
  quoteReason: optional(500),
  rank: z.enum(ranks).default('normal'),
  rankReason: optional(500),
  visibility: z.enum(visibilities).default('public'),
  visibilityReason: optional(500),
})

function read(input: unknown) {
  const read = parse(evidenceInput, input)
  if (read.rank === 'deprecated' && !read.rankReason) {
    throw new Refusal('invalid', { fields: { rankReason: { code: 'required' } } })
  }
  if (read.visibility === 'desk_only' && !read.visibilityReason) {
    throw new Refusal('invalid', { fields: { visibilityReason: { code: 'required' } } })
  }
  return read
}

/** What was kept of a source: a snapshot, and the text that was read from it, if any could be. */
export type Kept = { snapshot: string; text: string | null }

/** What proves a quote: a snapshot, and where in its text the quote stands. */
type Proven = Pick<Evidence, 'snapshot' | 'quotePrefix' | 'quoteSuffix' | 'quoteStart' | 'quoteEnd'>

/** What evidence has of a proof before there is one. */
export const unproved: Proven = {
  snapshot: null,
  quotePrefix: null,
  quoteSuffix: null,
  quoteStart: null,
  quoteEnd: null,
}

/** Whether evidence can carry a verdict. */
export const isUsable = ({ rank }: Evidence): boolean => rank !== 'deprecated'

/** Whether evidence, or a contact, may leave the desk. */
export const isPublic = ({ visibility }: Pick<Evidence, 'visibility'>): boolean =>
  visibility === 'public'

/** Whether two addresses, of which either may be missing, are not of one source. */
const differs = (one: string | null, other: string | null): boolean =>
  one !== other && (one === null || other === null || sourceUrl(one) !== sourceUrl(other))

/**
 * Whether evidence is said to stand at an address where it did not stand before. A snapshot that was
 * taken of the address before does not belong to it then. An address that is taken out, or is said at
 * last, takes no snapshot away.
 */
export const hasMoved = (before: Evidence, after: Evidence): boolean =>
  after.url !== null &&
  differs(before.url, after.url) &&
  (before.url !== null || before.snapshot === null)

/**
 * @param at the claim's id, and the evidence's number on it
 * @param kept of its source
 * @throws Refusal `forbidden`; `invalid`, also for desk-only evidence without a reason, and for words
 *   that are not in what was kept and have no reason
 */
export function addEvidence(
  newId: string,
  at: { claim: string; number: number },
  input: unknown,
  act: Act,
  kept: Kept | null = null,
): EvidenceChange {
  demand(act.member, 'checker')
  const written: Evidence = {
    id: newId,
    revision: 0,
    ...at,
    ...unproved,
    ...read(input),
    snapshot: kept?.snapshot ?? null,
    addedAt: act.at,
  }
  demandPast(act.at, { publishedOn: written.publishedOn })
  const after = settleQuote(written, null, kept?.text ?? null)
  return record('evidence', 'add', act, null, after, { claim: at.claim })
}

type EvidenceChange = Change & { after: Evidence }

/**
 * Says something else of evidence. At another address its snapshot is not the one it had.
 * @param kept of its source, where it is known; without it a quote is not looked for
 * @throws Refusal `forbidden`; `invalid`, also for a deprecation without a reason, and for other words
 *   that are not in what was kept and have no reason
 */
export function amendEvidence(
  evidence: Evidence,
  input: unknown,
  act: Act,
  kept: Kept | null = null,
): EvidenceChange {
  demand(act.member, 'checker')
  // What a form does not say stays: silence never makes public what was kept on the desk.
  const { rank, visibility } = evidence
  const said = typeof input === 'object' ? input : {}
  const now: Evidence = { ...evidence, ...read({ rank, visibility, ...said }) }
  demandPast(act.at, { publishedOn: now.publishedOn })
  const there: Evidence = { ...now, ...(hasMoved(evidence, now) && unproved) }
  const proved = kept ? { ...there, snapshot: kept.snapshot } : there
  const after = settleQuote(proved, evidence, kept?.text ?? null)
  const verb =
    after.rank === evidence.rank ? 'amend' : after.rank === 'deprecated' ? 'deprecate' : 'rank'
  return record('evidence', verb, act, evidence, after, { claim: evidence.claim })
}

/**
 * Evidence rests on another snapshot from now on. Its quote is looked for in that; where it is not
 * there, nothing is lost, and the quote is marked.
 * @throws Refusal `forbidden`
 */
export function keepEvidence(evidence: Evidence, kept: Kept, act: Act): EvidenceChange {
  demand(act.member, 'checker')
  const written = { ...evidence, snapshot: kept.snapshot }
  const after = settleQuote(written, evidence, kept.text)
  return record('evidence', 'keep', act, evidence, after, { claim: evidence.claim })
}
