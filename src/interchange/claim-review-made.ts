import type { PublicVerdict } from './verdict-export.ts'

type Appearance = PublicVerdict['appearances'][number]
type Evidence = PublicVerdict['evidence'][number]

/** What of a verdict a ClaimReview is made of. */
export type Reviewed = Pick<
  PublicVerdict,
  'claim' | 'rating' | 'conclusion' | 'publishedAt' | 'correction' | 'appearances' | 'evidence'
>

/** Why and when an earlier version replaced the one before it. */
export type Replaced = Pick<PublicVerdict, 'correction' | 'publishedAt'>

/** Where and by whom a verdict is published. */
export type Publisher = {
  /** The address of the verdict’s own page. */
  url: string
  name: string
  /** Where the desk’s public pages are, without a slash at its end. */
  home: string
  /** The organisation’s own site, where that is another one. */
  site?: string | null
}

/** Most addresses are seen to be right at a glance, which is many times as fast. */
const usual = /^https?:\/\/[a-z\d.-]+(:\d{1,4})?(\/[\w.~/?&=%#+-]*)?$/i

/** An address that anybody can open, and that gives no password away. */
export function isWeb(text: string): boolean {
  if (usual.test(text)) return true
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password
}

/** Of the scale that numbers stand on: 5 is true, 1 is false. */
const BEST = 5
const WORST = 1

/** In the language of the claim, where ratings have a word in it. */
export const labelOf = ({ claim, rating: { labels } }: Pick<Reviewed, 'claim' | 'rating'>) =>
  claim.language === 'it' ? labels.it : labels.en

/**
 * A verdict as schema.org’s ClaimReview; what nobody knows is left out rather than empty. Whether it
 * keeps the rules is seen to in `claim-review.ts`.
 * @param before the versions that the public was told earlier
 * @returns an object to be written as JSON-LD; members that are undefined are none
 */
export function made(told: Reviewed, publisher: Publisher, before: readonly Replaced[] = []) {
  const { claim, conclusion, publishedAt } = told
  const desk = organization(publisher)
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: publisher.url,
    claimReviewed: claim.statement,
    reviewBody: conclusion,
    inLanguage: claim.language,
    datePublished: publishedAt,
    author: { ...desk, ...policies(publisher) },
    reviewRating: ratingOf(told),
    // What was found again later is not what was reviewed.
    itemReviewed: itemOf(told.appearances.filter(({ checked }) => checked)),
    correction: several([...before, told].flatMap(correctionOf)),
    citation: several(told.evidence.flatMap(citationOf)),
    sdPublisher: desk,
    sdDatePublished: publishedAt,
  } as const
}

const organization = ({ name, home, site }: Publisher) =>
  ({ '@type': 'NewsMediaOrganization', name: name.trim() || undefined, url: site ?? home }) as const

/** Where the desk says how it works, and what it corrected. */
const policies = ({ home }: Publisher) => ({
  publishingPrinciples: `${home}/methodology`,
  verificationFactCheckingPolicy: `${home}/methodology`,
  correctionsPolicy: `${home}/corrections`,
})

/** A rating that is no degree of truth has a name and no number. */
function ratingOf(told: Reviewed) {
  const { number } = told.rating
  return {
    '@type': 'Rating',
    alternateName: labelOf(told),
    ratingExplanation: told.conclusion,
    ...(number !== null && { ratingValue: number, bestRating: BEST, worstRating: WORST }),
  } as const
}

/** Who claimed it, when first, and where. */
function itemOf(appearances: Appearance[]) {
  const authors = [
    ...new Map(appearances.flatMap(authorOf).map((author) => [author.name, author])).values(),
  ]
  const claimedOn = appearances.flatMap(({ claimedOn }) => claimedOn ?? []).sort()
  const places = appearances.flatMap(placeOf)
  return {
    '@type': 'Claim',
    author: several(authors),
    datePublished: claimedOn.at(0),
    appearance: several(places),
  } as const
}

const several = <T>(all: T[]): T | T[] | undefined => (all.length > 1 ? all : all[0])

/** Nothing where nobody is named: an author without a name is none. */
function authorOf({ claimant }: Appearance) {
  const { kind, name, role, sameAs } = claimant
  if (!name?.trim()) return []
  const isOutlet = kind === 'outlet'
  const type: 'Organization' | 'Person' = isOutlet ? 'Organization' : 'Person'
  const jobTitle = isOutlet ? undefined : (role ?? undefined)
  return [{ '@type': type, name, jobTitle, sameAs: several(sameAs.filter(isWeb)) }]
}

const outlet = (name: string | null) =>
  name ? ({ '@type': 'Organization', name } as const) : undefined

function placeOf({ article }: Appearance) {
  const { title, url, date, language } = article
  if (!url || !isWeb(url)) return []
  return [
    {
      '@type': 'CreativeWork',
      url,
      headline: title,
      datePublished: date ?? undefined,
      inLanguage: language,
      publisher: outlet(article.outlet),
    } as const,
  ]
}

/** Only what is called a correction says that we erred; an update is none. */
function correctionOf({ correction, publishedAt }: Replaced) {
  if (correction?.kind !== 'correction' || !correction.reason) return []
  const { reason: text } = correction
  return [{ '@type': 'CorrectionComment', text, datePublished: publishedAt } as const]
}

/** An address at the Internet Archive, with the address that it keeps. */
const archived = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(https?:\/\/.+)$/

/**
 * A source that the verdict rests on, where it can be looked up. The desk’s own copies are for the desk:
 * `archivedAt` is there where the desk cites a copy that the public can open.
 */
function citationOf({ title, url, publisher, publishedOn, rank }: Evidence) {
  if (!url || !isWeb(url) || rank === 'deprecated') return []
  const original = archived.exec(url)?.[1]
  return [
    {
      '@type': 'CreativeWork',
      name: title,
      url: original ?? url,
      archivedAt: original ? url : undefined,
      datePublished: publishedOn ?? undefined,
      publisher: outlet(publisher),
    } as const,
  ]
}
