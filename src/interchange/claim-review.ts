import type { PublicVerdict } from './verdict-export.ts'

type Appearance = PublicVerdict['appearances'][number]

/** Where and by whom a verdict is published. */
export type Publisher = {
  /** The address of the verdict’s own page. */
  url: string
  name: string
  /** The publisher’s own address, without a slash at its end. */
  home: string
}

/** Of the scale that numbers stand on: 5 is true, 1 is false. */
const BEST = 5
const WORST = 1

/**
 * A published verdict as schema.org’s ClaimReview, by Google’s rules for it: what a rule asks for is
 * there, and what nobody knows is left out rather than empty. A rating that is no degree of truth has a
 * name and no number.
 * @returns an object to be written as JSON-LD; members that are undefined are none
 */
export function claimReview(told: PublicVerdict, { url, name, home }: Publisher) {
  const { claim, conclusion, publishedAt } = told
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url,
    claimReviewed: claim.statement,
    reviewBody: conclusion,
    inLanguage: claim.language,
    datePublished: publishedAt,
    author: {
      '@type': 'Organization',
      name,
      url: home,
      publishingPrinciples: `${home}/methodology`,
      correctionsPolicy: `${home}/corrections`,
    },
    reviewRating: ratingOf(told),
    itemReviewed: itemOf(told.appearances),
  }
}

/** In the language of the claim, where ratings have a word in it. */
function ratingOf({ claim, rating: { number, labels } }: PublicVerdict) {
  const alternateName = claim.language === 'it' ? labels.it : labels.en
  return {
    '@type': 'Rating',
    alternateName,
    ...(number !== null && { ratingValue: number, bestRating: BEST, worstRating: WORST }),
  }
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
  }
}

const several = <T>(all: T[]): T | T[] | undefined => (all.length > 1 ? all : all[0])

/** Nothing where nobody is named: an author without a name is none. */
function authorOf({ claimant }: Appearance) {
  const { kind, name, role, sameAs } = claimant
  if (!name) return []
  return [
    {
      '@type': kind === 'outlet' ? 'Organization' : 'Person',
      name,
      jobTitle: kind === 'outlet' ? undefined : (role ?? undefined),
      sameAs: several(sameAs),
    },
  ]
}

function placeOf({ article }: Appearance) {
  const { title, url, date, outlet, language } = article
  if (!url) return []
  return [
    {
      '@type': 'CreativeWork',
      url,
      headline: title,
      datePublished: date ?? undefined,
      inLanguage: language,
      publisher: outlet ? { '@type': 'Organization', name: outlet } : undefined,
    },
  ]
}
