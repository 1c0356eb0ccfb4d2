import type {
  customType,
  index,
  SQLiteIntegerBuilderInitial,
  SQLiteTextBuilderInitial,
  sqliteTable,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import type { Appearance } from '../domain/appearance.ts'
import type { ArticleVersion } from '../domain/article.ts'
import type { Claim } from '../domain/claim.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { Difference, Kind } from '../domain/ledger.ts'
import type { Role } from '../domain/member.ts'
import type { Invitation } from '../domain/person.ts'
import type { Rating } from '../domain/rating.ts'
import type { SearchRecord } from '../domain/search-record.ts'
import type { Verdict } from '../domain/verdict.ts'

/** What a dialect brings. Types are SQLite's; PostgreSQL's builders stand in for them. */
export type Dialect = {
  table: typeof sqliteTable
  text: (name: string) => SQLiteTextBuilderInitial<string, [string, ...string[]], undefined>
  integer: (name: string) => SQLiteIntegerBuilderInitial<string>
  custom: typeof customType
  index: typeof index
  unique: typeof uniqueIndex
}

/** Every table, once for both dialects. The columns of a kind's table are its fields, no more. */
export function defineTables({ table, text, integer, custom, index, unique }: Dialect) {
  const json = <T>(name: string) =>
    custom<{ data: T; driverData: string }>({
      dataType: () => 'text',
      toDriver: (value) => JSON.stringify(value),
      fromDriver: (value): T => JSON.parse(value),
    })(name)
  const life = () => ({
    id: text('id').primaryKey(),
    revision: integer('revision').notNull(),
  })

  const desks = table('desks', { ...life(), name: text('name').notNull(), url: text('url') })

  const ratings = table('ratings', {
    ...life(),
    position: integer('position').notNull(),
    number: integer('number'),
    labelEn: text('label_en').notNull(),
    labelIt: text('label_it').notNull(),
    shape: text('shape').$type<Rating['shape']>().notNull(),
    tone: text('tone').$type<Rating['tone']>().notNull(),
    retiredAt: text('retired_at'),
  })

  const people = table('people', {
    ...life(),
    role: text('role').$type<Role>().notNull(),
    admin: integer('admin').notNull(),
    deactivatedAt: text('deactivated_at'),
    joinedAt: text('joined_at').notNull(),
  })

  // What names a person, and nothing else does: it can be erased without touching the ledger.
  const identities = table('identities', {
    person: text('person')
      .primaryKey()
      .references(() => people.id),
    name: text('name').notNull(),
    email: text('email').notNull().unique('identities_email'),
    passwordHash: text('password_hash').notNull(),
  })

  const invitations = table('invitations', {
    ...life(),
    role: text('role').$type<Role>().notNull(),
    admin: integer('admin').notNull(),
    tokenHash: text('token_hash').notNull().unique('invitations_token'),
    status: text('status').$type<Invitation['status']>().notNull(),
    expiresAt: text('expires_at').notNull(),
    person: text('person'),
  })

  const sessions = table(
    'sessions',
    {
      id: text('id').primaryKey(),
      tokenHash: text('token_hash').notNull().unique('sessions_token'),
      person: text('person')
        .notNull()
        .references(() => people.id),
      agent: text('agent'),
      startedAt: text('started_at').notNull(),
      seenAt: text('seen_at').notNull(),
      expiresAt: text('expires_at').notNull(),
    },
    (t) => [index('sessions_person').on(t.person)],
  )

  const attempts = table('attempts', {
    key: text('key').primaryKey(),
    failures: integer('failures').notNull(),
    lastAt: text('last_at').notNull(),
  })

  const texts = table('texts', { hash: text('hash').primaryKey(), text: text('text').notNull() })

  const articles = table(
    'articles',
    {
      ...life(),
      title: text('title').notNull(),
      outlet: text('outlet'),
      outletReason: text('outlet_reason'),
      byline: text('byline'),
      date: text('date'),
      dateReason: text('date_reason'),
      language: text('language').notNull(),
      url: text('url'),
      version: text('version').notNull(),
      addedAt: text('added_at').notNull(),
    },
    (t) => [index('articles_added').on(t.addedAt, t.id), index('articles_url').on(t.url)],
  )

  const articleVersions = table(
    'article_versions',
    {
      ...life(),
      article: text('article')
        .notNull()
        .references(() => articles.id),
      number: integer('number').notNull(),
      text: text('text')
        .notNull()
        .references(() => texts.hash),
      key: text('key').notNull().unique('article_versions_key'),
      source: text('source').$type<ArticleVersion['source']>().notNull(),
      addedAt: text('added_at').notNull(),
    },
    (t) => [unique('article_versions_number').on(t.article, t.number)],
  )

  const claims = table(
    'claims',
    {
      ...life(),
      statement: text('statement').notNull(),
      language: text('language').notNull(),
      kind: text('kind').$type<Claim['kind']>().notNull(),
      stage: text('stage').$type<Claim['stage']>().notNull(),
      stageSince: text('stage_since').notNull(),
      assignee: text('assignee'),
      explanation: text('explanation'),
      leadAppearance: text('lead_appearance'),
      setAsideReason: text('set_aside_reason').$type<Claim['setAsideReason']>(),
      setAsideWords: text('set_aside_words'),
      duplicateOf: text('duplicate_of'),
    },
    (t) => [
      index('claims_stage').on(t.stage, t.stageSince, t.id),
      index('claims_assignee').on(t.assignee, t.stageSince, t.id),
      index('claims_since').on(t.stageSince, t.id),
    ],
  )

  // An index of claims by their words; derived, so no part of the record.
  const claimStems = table(
    'claim_stems',
    {
      stem: text('stem').notNull(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
    },
    (t) => [unique('claim_stems_stem').on(t.stem, t.claim), index('claim_stems_claim').on(t.claim)],
  )

  const appearances = table(
    'appearances',
    {
      ...life(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
      article: text('article')
        .notNull()
        .references(() => articles.id),
      version: text('version')
        .notNull()
        .references(() => articleVersions.id),
      quote: text('quote').notNull(),
      prefix: text('prefix').notNull(),
      suffix: text('suffix').notNull(),
      start: integer('start').notNull(),
      end: integer('end').notNull(),
      claimantKind: text('claimant_kind').$type<Appearance['claimantKind']>().notNull(),
      claimant: text('claimant'),
      attribution: json<string[]>('attribution').notNull(),
      claimedOn: text('claimed_on'),
      claimedOnReason: text('claimed_on_reason'),
      addedAt: text('added_at').notNull(),
    },
    (t) => [
      index('appearances_claim').on(t.claim, t.addedAt),
      index('appearances_version').on(t.version, t.start),
      index('appearances_article').on(t.article),
    ],
  )

  const evidence = table(
    'evidence',
    {
      ...life(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
      number: integer('number').notNull(),
      stance: text('stance').$type<Evidence['stance']>().notNull(),
      title: text('title').notNull(),
      publisher: text('publisher'),
      interest: text('interest').$type<Evidence['interest']>().notNull(),
      url: text('url'),
      publishedOn: text('published_on'),
      quote: text('quote'),
      quoteLanguage: text('quote_language'),
      translation: text('translation'),
      rank: text('rank').$type<Evidence['rank']>().notNull(),
      rankReason: text('rank_reason'),
      visibility: text('visibility').$type<Evidence['visibility']>().notNull(),
      visibilityReason: text('visibility_reason'),
      addedAt: text('added_at').notNull(),
    },
    (t) => [unique('evidence_number').on(t.claim, t.number)],
  )

  const searchRecords = table(
    'search_records',
    {
      ...life(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
      place: text('place').notNull(),
      words: text('words').notNull(),
      searchedOn: text('searched_on'),
      outcome: text('outcome').$type<SearchRecord['outcome']>().notNull(),
      note: text('note'),
      addedAt: text('added_at').notNull(),
    },
    (t) => [index('search_records_claim').on(t.claim, t.addedAt)],
  )

  const verdicts = table(
    'verdicts',
    {
      ...life(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
      number: integer('number').notNull(),
      status: text('status').$type<Verdict['status']>().notNull(),
      rating: text('rating'),
      reasons: json<string[]>('reasons').notNull(),
      conclusion: text('conclusion').notNull(),
      rationale: text('rationale').notNull(),
      holdsOn: text('holds_on'),
      author: text('author').notNull(),
      writers: json<string[]>('writers').notNull(),
      reviewer: text('reviewer'),
      publishedAt: text('published_at'),
      correctionKind: text('correction_kind').$type<Verdict['correctionKind']>(),
      correctionReason: text('correction_reason'),
      withdrawalReason: text('withdrawal_reason'),
      underCorrectionSince: text('under_correction_since'),
      publication: text('publication'),
    },
    (t) => [
      unique('verdicts_number').on(t.claim, t.number),
      index('verdicts_status').on(t.status, t.correctionKind),
    ],
  )

  const ledger = table(
    'ledger',
    {
      seq: integer('seq').primaryKey(),
      format: integer('format').notNull(),
      at: text('at').notNull(),
      actor: text('actor').notNull(),
      verb: text('verb').notNull(),
      kind: text('kind').$type<Kind>().notNull(),
      subject: text('subject').notNull(),
      claim: text('claim'),
      revision: integer('revision').notNull(),
      change: json<Difference>('change').notNull(),
      comment: text('comment'),
      previous: text('previous'),
      hash: text('hash').notNull(),
    },
    (t) => [
      unique('ledger_revision').on(t.kind, t.subject, t.revision),
      index('ledger_claim').on(t.claim, t.seq),
    ],
  )

  // What the public was told, as it was told: canonical JSON, one row a decision.
  const publications = table(
    'publications',
    {
      seq: integer('seq')
        .primaryKey()
        .references(() => ledger.seq),
      verdict: text('verdict')
        .notNull()
        .references(() => verdicts.id),
      claim: text('claim').notNull(),
      status: text('status').$type<Verdict['status']>().notNull(),
      body: text('body').notNull(),
      hash: text('hash').notNull(),
    },
    (t) => [index('publications_verdict').on(t.verdict, t.seq)],
  )

  return {
    desks,
    ratings,
    people,
    identities,
    invitations,
    sessions,
    attempts,
    texts,
    articles,
    articleVersions,
    claims,
    claimStems,
    appearances,
    evidence,
    searchRecords,
    verdicts,
    ledger,
    publications,
  }
}

export type Tables = ReturnType<typeof defineTables>
