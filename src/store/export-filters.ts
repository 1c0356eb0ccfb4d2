import { and, eq, gte, inArray, lte, notLike, or, type SQL } from 'drizzle-orm'
import { type ExportFilters, unnamedClaimants } from '../domain/export-filters.ts'
import { publicStatuses } from '../domain/status.ts'
import type { Connection } from './connection.ts'

/** In canonical JSON these characters stand nowhere but in this member: quotes in texts are escaped. */
const UNMARKED = '%"underCorrectionSince":null%'

/**
 * What filters ask of a publication. How it was told (status) is read from it; the rating and the day
 * from its verdict, which never change; the rest from the claim as it stands now.
 */
export function filtering({ db, tables }: Connection) {
  const { verdicts, publications, claims, claimTopics, appearances } = tables

  const isVersion = ({ rating, from, until }: ExportFilters): SQL | undefined => {
    const asked = and(
      rating.length ? inArray(verdicts.rating, rating) : undefined,
      from ? gte(verdicts.publishedAt, from) : undefined,
      until ? lte(verdicts.publishedAt, `${until}T23:59:59.999Z`) : undefined,
    )
    const found = db.select({ id: verdicts.id }).from(verdicts).where(asked)
    return asked && inArray(publications.verdict, found)
  }

  const isClaim = ({ topic, language }: ExportFilters): SQL | undefined => {
    const about = db
      .select({ claim: claimTopics.claim })
      .from(claimTopics)
      .where(inArray(claimTopics.topic, topic))
    const said = db.select({ id: claims.id }).from(claims).where(inArray(claims.language, language))
    return and(
      topic.length ? inArray(publications.claim, about) : undefined,
      language.length ? inArray(publications.claim, said) : undefined,
    )
  }

  /** Article and claimant together ask for one appearance: what somebody claims in that article. */
  const appears = ({ article, claimant }: ExportFilters): SQL | undefined => {
    const kinds = unnamedClaimants.filter((kind) => claimant.includes(kind))
    const asked = and(
      article.length ? inArray(appearances.article, article) : undefined,
      claimant.length
        ? or(
            inArray(appearances.claimantId, claimant),
            kinds.length ? inArray(appearances.claimantKind, kinds) : undefined,
          )
        : undefined,
    )
    const found = db.select({ claim: appearances.claim }).from(appearances).where(asked)
    return asked && inArray(publications.claim, found)
  }

  const stands = ({ status }: ExportFilters): SQL | undefined => {
    if (status.length === 0) return undefined
    const plain = publicStatuses.filter((one) => status.some((asked) => asked === one))
    const marked = and(eq(publications.status, 'published'), notLike(publications.body, UNMARKED))
    return or(
      plain.length ? inArray(publications.status, plain) : undefined,
      status.includes('under_correction') ? marked : undefined,
    )
  }

  return (filters: ExportFilters): SQL | undefined =>
    and(isVersion(filters), isClaim(filters), appears(filters), stands(filters))
}
