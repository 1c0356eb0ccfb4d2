import type { Appearance } from '../../src/domain/appearance.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Contact } from '../../src/domain/contact.ts'
import type { ToldEvidence as Told } from '../../src/domain/evidence.ts'
import type { ProofStatus } from '../../src/domain/proof.ts'
import type { Rating } from '../../src/domain/rating.ts'
import type { SearchRecord } from '../../src/domain/search-record.ts'
import type { Verdict } from '../../src/domain/verdict.ts'
import type { Language } from '../messages.ts'

type Put = Record<Language, string | null>

/** A rating with the words that it was told with. */
export type ToldRating = { id: string; number: number | null; labels: Record<Language, string> }

export type ToldAppearance = Pick<Appearance, 'id' | 'quote' | 'attribution' | 'claimedOn'> & {
  claimant: {
    kind: Appearance['claimantKind']
    name: string | null
    role: string | null
    sameAs: string[]
  }
  /** false: claimed later than the verdict holds for, and not confirmed for that date. */
  checked: boolean
  claimedOnCertainty: 'stated' | 'inferred' | 'unknown'
  article: {
    title: string
    outlet: string | null
    byline: string | null
    url: string | null
    date: string | null
    language: string
  }
}

export type ToldEvidence = Told & {
  originIsClaimant: boolean
  proof: ProofStatus | null
  snapshot: { takenAt: string } | null
}

/** A verdict version as a publication holds it (`interchange/verdict-export.ts`): nothing else is shown. */
export type ToldVerdict = Pick<
  Verdict,
  | 'id'
  | 'slug'
  | 'conclusion'
  | 'holdsOn'
  | 'validUntil'
  | 'withdrawalReason'
  | 'underCorrectionSince'
> & {
  claimId: string
  version: number
  status: 'published' | 'superseded' | 'withdrawn'
  claim: Pick<Claim, 'statement' | 'kind' | 'language'> & { translations: Put; topics: string[] }
  rating: ToldRating
  reasons: string[]
  conclusionTranslations: Put
  rationale: { markdown: string; text: string }
  author: string
  reviewer: string | null
  publishedAt: string
  correction: { kind: NonNullable<Verdict['correctionKind']>; reason: string | null } | null
  /** The verdict on a claim that is the same, which it took over. */
  reusedFrom: { claimId: string; slug: string | null; statement: string; language: string } | null
  appearances: ToldAppearance[]
  evidence: ToldEvidence[]
  searches: Pick<SearchRecord, 'place' | 'words' | 'searchedOn' | 'outcome' | 'note'>[]
  contacts: Pick<
    Contact,
    'who' | 'role' | 'way' | 'askedOn' | 'question' | 'outcome' | 'reply' | 'repliedOn'
  >[]
}

/** A version, and when the public was last told something of it. */
export type ToldVersion = { told: ToldVerdict; at: string }

/** The shapes that ratings are drawn in: those of the desk’s scale, retired ones too. */
export type Shapes = readonly Rating[]
