import type { Appearance } from '../appearance.ts'
import type { Article } from '../article.ts'
import type { Claim } from '../claim.ts'
import type { Claimant } from '../claimant.ts'
import type { Contact } from '../contact.ts'
import type { Drift } from '../drift.ts'
import type { Evidence } from '../evidence.ts'
import type { SearchRecord } from '../search-record.ts'
import type { Written } from '../verdict.ts'

/** What a critical colleague would ask about, in the order in which they would. */
export const findingCodes = [
  'unsourced_paragraph',
  'only_claimant',
  'one_origin',
  'no_contrary_search',
  'nobody_asked',
  'quote_not_exact',
  'figure_differs',
  'since_missing',
  'whole_missing',
  'younger_evidence',
  'no_snapshot',
  'claimant_missing',
  'date_missing',
] as const
export type FindingCode = (typeof findingCodes)[number]

/**
 * One thing to look at before a verdict is signed.
 * `place`: where it is put right: a part of the claim's page (`#evidence-2`), or another page.
 */
export type Finding = {
  code: FindingCode
  place: string
  /** What the place says, for whoever reads the finding. */
  values: Record<string, string>
}

export const finding = (
  code: FindingCode,
  place: string,
  values: Record<string, string> = {},
): Finding => ({ code, place, values })

/** Words in a language (ISO 639). */
export type Worded = { text: string; language: string }

/**
 * Where two texts give other figures for the same thing.
 * @param dates whether dates are compared too
 */
export type Figures = (
  said: Worded,
  quoted: Worded,
  dates: boolean,
) => { said: string; quoted: string } | null

/**
 * The first percentage of a text that says neither since when it changed nor of what it is a share, and
 * which of the two.
 */
export type Bases = (said: Worded) => { text: string; lacks: 'since' | 'whole' } | null

/** Everything that a look reads: the claim, what it rests on, and the verdict as it is written. */
export type Looked = {
  claim: Pick<
    Claim,
    'kind' | 'language' | 'statement' | 'statementEn' | 'statementIt' | 'leadAppearance'
  >
  verdict: Pick<Written, 'rationale' | 'holdsOn'>
  /** The rating's number, from 5 (true) to 1 (false); null where it has none, or none is chosen. */
  number: number | null
  places: {
    appearance: Appearance
    article: Pick<Article, 'language' | 'outlet'>
    claimant?: Pick<Claimant, 'name'> | null
  }[]
  evidence: Evidence[]
  searches: SearchRecord[]
  contacts: Contact[]
  /** How each quote stands in what was kept of its source, by the evidence's id. */
  proofs: Record<string, { status: string }>
  /** Where a source has changed under the words that were taken from it. */
  drifts: Pick<Drift, 'about' | 'settledAt'>[]
  figures: Figures
  bases: Bases
}

/** The place of evidence on the claim's page. */
export const atEvidence = ({ number }: Pick<Evidence, 'number'>): string => `#evidence-${number}`
