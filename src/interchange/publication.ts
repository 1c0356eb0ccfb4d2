import canonicalize from 'canonicalize'
import { type Appearance, certainty } from '../domain/appearance.ts'
import type { Article } from '../domain/article.ts'
import type { Claim } from '../domain/claim.ts'
import type { Claimant } from '../domain/claimant.ts'
import type { Contact } from '../domain/contact.ts'
import { type Evidence, isPublic } from '../domain/evidence.ts'
import { isClaimants, madeBy } from '../domain/origins.ts'
import type { Proof } from '../domain/proof.ts'
import type { Rating } from '../domain/rating.ts'
import type { SearchRecord } from '../domain/search-record.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { isChecked } from '../domain/validity.ts'
import type { Verdict } from '../domain/verdict.ts'
import { plainText } from './markdown.ts'
import { type PublicVerdict, publicVerdict } from './verdict-export.ts'

/** Everything that a verdict's public form is made of, as it stands when the public is told. */
export type Told = {
  claim: Claim
  verdict: Verdict
  scale: Rating[]
  appearances: { appearance: Appearance; article: Article; claimant: Claimant | null }[]
  evidence: Evidence[]
  /** What became of each quote, by the evidence's id. */
  proofs: Record<string, Pick<Proof, 'status'>>
  /** What was kept of the sources. */
  snapshots: Snapshot[]
  searches: SearchRecord[]
  contacts: Contact[]
  /** The verdict on a claim that is the same, which it took over. */
  reusedFrom: PublicVerdict | null
  /** The names by which the desk names people in public, by id. */
  names: Record<string, string>
}

/** Whence a verdict was taken over, as the public is told. */
const whence = ({ id, claimId, version, slug, claim }: PublicVerdict) => ({
  verdictId: id,
  ...{ claimId, version, slug, statement: claim.statement, language: claim.language },
})

/** A name that was erased, or that never was. */
const NOBODY = '—'

/** A rating as the public is told it. */
export const publicRating = ({ id, number, labelEn, labelIt }: Rating) => ({
  id,
  number,
  labels: { en: labelEn, it: labelIt },
})

/** The scale as exports print it: the ratings in use. */
export const publicScale = (scale: Rating[]) =>
  scale.filter(({ retiredAt }) => !retiredAt).map(publicRating)

/** A rationale as it was written, and as text. */
export const publicRationale = (markdown: string) => ({ markdown, text: plainText(markdown) })

/** An appearance as the public is told it. @param checked whether the verdict is checked for it */
export const publicAppearance = (
  { appearance, article, claimant }: Told['appearances'][number],
  checked: boolean,
): PublicVerdict['appearances'][number] => ({
  id: appearance.id,
  quote: appearance.quote,
  claimant: {
    kind: appearance.claimantKind,
    name:
      appearance.claimantKind === 'outlet'
        ? article.outlet
        : (claimant?.name ?? appearance.claimant),
    role: claimant?.role ?? null,
    sameAs: claimant?.sameAs ?? [],
  },
  attribution: appearance.attribution,
  claimedOn: appearance.claimedOn,
  claimedOnCertainty: certainty(appearance.claimedOn, appearance.claimedOnReason),
  checked,
  article: {
    id: article.id,
    title: article.title,
    outlet: article.outlet,
    outletCertainty: certainty(article.outlet, article.outletReason),
    byline: article.byline,
    url: article.url,
    date: article.date,
    dateCertainty: certainty(article.date, article.dateReason),
    language: article.language,
  },
})

/**
 * The public form of a verdict version.
 * @throws ZodError where the verdict is not one that the public can be told (a bug, never an input)
 */
export function toPublic(told: Told): PublicVerdict {
  const { claim, verdict, names } = told
  const made = madeBy(claim, told.appearances)
  const rating = told.scale.find(({ id }) => id === verdict.rating)
  return publicVerdict.parse({
    id: verdict.id,
    claimId: claim.id,
    version: verdict.number,
    slug: verdict.slug,
    status: verdict.status,
    underCorrectionSince: verdict.underCorrectionSince,
    claim: {
      statement: claim.statement,
      kind: claim.kind,
      language: claim.language,
      translations: { en: claim.statementEn, it: claim.statementIt },
      topics: claim.topics ?? [],
    },
    rating: rating && publicRating(rating),
    reasons: verdict.reasons,
    conclusion: verdict.conclusion,
    conclusionTranslations: { en: verdict.conclusionEn, it: verdict.conclusionIt },
    rationale: publicRationale(verdict.rationale),
    holdsOn: verdict.holdsOn,
    validUntil: verdict.validUntil,
    author: names[verdict.author] ?? NOBODY,
    reviewer: verdict.reviewer && (names[verdict.reviewer] ?? NOBODY),
    publishedAt: verdict.publishedAt,
    correction: verdict.correctionKind && {
      kind: verdict.correctionKind,
      reason: verdict.correctionReason,
    },
    withdrawalReason: verdict.withdrawalReason,
    reusedFrom: told.reusedFrom && whence(told.reusedFrom),
    appearances: told.appearances.map((one) =>
      publicAppearance(one, isChecked(verdict, one.appearance, verdict.publishedAt ?? '')),
    ),
    evidence: told.evidence.filter(isPublic).map((one) => ({
      ...one,
      originIsClaimant: isClaimants(one, made),
      proof: told.proofs[one.id]?.status ?? null,
      snapshot: told.snapshots.find(({ id }) => id === one.snapshot) ?? null,
    })),
    searches: told.searches,
    contacts: told.contacts.filter(isPublic),
  })
}

/**
 * A later word on what the public was told: everything stays as it was told, but for `fields`.
 * @param body the bytes of the publication before
 */
export const amend = (body: string, fields: Partial<PublicVerdict>): PublicVerdict =>
  publicVerdict.parse({ ...JSON.parse(body), ...fields })

/** The bytes that are kept, exported and proved: canonical JSON (RFC 8785). */
export const bytesOf = (verdict: PublicVerdict): string => canonicalize(verdict) ?? ''
