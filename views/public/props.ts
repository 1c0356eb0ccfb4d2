import type { Appearance } from '../../src/domain/appearance.ts'
import type { Claim } from '../../src/domain/claim.ts'
import type { Contact } from '../../src/domain/contact.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
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

export type ToldEvidence = Pick<
  Evidence,
  | 'id'
  | 'number'
  | 'stance'
  | 'kind'
  | 'title'
  | 'publisher'
  | 'interest'
  | 'url'
  | 'publishedOn'
  | 'locator'
  | 'origin'
  | 'quote'
  | 'quoteLanguage'
  | 'translation'
  | 'quoteReason'
  | 'rank'
  | 'rankReason'
> & {
  originIsClaimant: boolean
  proof: ProofStatus | null
  snapshot: { takenAt: string } | null
}

/** A verdict version as a publication holds it (`interchange/verdict-export.ts`): nothing else is shown. */
export type ToldVerdict = Pick<
  Verdict,
  'id' | 'slug' | 'conclusion' | 'holdsOn' | 'withdrawalReason' | 'underCorrectionSince'
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
  /** Until when it may be relied on, where that was told. */
  validUntil?: string | null
  correction: { kind: NonNullable<Verdict['correctionKind']>; reason: string | null } | null
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
