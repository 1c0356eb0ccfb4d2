import type { Appearance } from '../appearance.ts'
import type { Claim } from '../claim.ts'
import type { Claimant } from '../claimant.ts'
import type { Contact } from '../contact.ts'
import type { ToldEvidence } from '../evidence.ts'
import type { Rating } from '../rating.ts'
import type { SearchRecord } from '../search-record.ts'
import type { Status } from '../status.ts'
import type { CorrectionKind, Verdict } from '../verdict.ts'

type Certainty = 'stated' | 'inferred' | 'unknown'

export type ToldRating = Pick<Rating, 'id' | 'number'> & { labels: { en: string; it: string } }

export type ToldArticle = {
  id: string
  title: string
  outlet: string | null
  outletCertainty: Certainty
  byline: string | null
  url: string | null
  date: string | null
  dateCertainty: Certainty
  language: string
}

export type ToldAppearance = Pick<Appearance, 'id' | 'quote' | 'attribution' | 'claimedOn'> & {
  claimant: { kind: Appearance['claimantKind']; name: string | null } & Pick<
    Claimant,
    'role' | 'sameAs'
  >
  claimedOnCertainty: Certainty
  checked: boolean
  article: ToldArticle
}

export type ToldSearch = Pick<SearchRecord, 'place' | 'words' | 'searchedOn' | 'outcome' | 'note'>
export type ToldContact = Pick<
  Contact,
  'who' | 'role' | 'way' | 'askedOn' | 'question' | 'outcome' | 'reply' | 'repliedOn'
>

/** A verdict version as another desk told it, as far as a desk is made of it: the public JSON is one. */
export type ToldVerdict = Pick<Verdict, 'id' | 'slug' | 'underCorrectionSince' | 'conclusion'> &
  Pick<Verdict, 'holdsOn' | 'validUntil' | 'withdrawalReason' | 'reviewer' | 'reasons'> & {
    claimId: string
    version: number
    status: Extract<Status, 'published' | 'superseded' | 'withdrawn'>
    publishedAt: string
    claim: Pick<Claim, 'statement' | 'kind' | 'language'> & {
      translations: { en: string | null; it: string | null }
      topics: string[]
    }
    rating: ToldRating
    conclusionTranslations: { en: string | null; it: string | null }
    rationale: { markdown: string }
    correction: { kind: CorrectionKind; reason: string | null } | null
    reusedFrom: { verdictId: string } | null
    appearances: ToldAppearance[]
    evidence: ToldEvidence[]
    searches: ToldSearch[]
    contacts: ToldContact[]
  }

/** A verdict to be moved in: as it was told, and the SHA-256 of the bytes that it was told in. */
export type Moving = { told: ToldVerdict; publication: string }
