import type { Difference, Kind } from '../../domain/ledger.ts'
import type { Reading } from '../../domain/reading.ts'
import type { Verdict } from '../../domain/verdict.ts'
import type { claimTables } from './claims.ts'
import { type Dialect, jsonOf, lifeOf } from './dialect.ts'

/** Verdicts, the ledger, and what the public was told. */
export function verdictTables(dialect: Dialect, { claims }: ReturnType<typeof claimTables>) {
  const { table, text, integer, index, unique } = dialect
  const life = lifeOf(dialect)
  const json = jsonOf(dialect)

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
      conclusionEn: text('conclusion_en'),
      conclusionIt: text('conclusion_it'),
      rationale: text('rationale').notNull(),
      holdsOn: text('holds_on'),
      validUntil: text('valid_until'),
      recheckOn: text('recheck_on'),
      confirmed: json<string[] | null>('confirmed'),
      mode: text('mode').$type<Verdict['mode']>(),
      reusedFrom: text('reused_from'),
      originalSeen: text('original_seen'),
      slug: text('slug'),
      author: text('author').notNull(),
      writers: json<string[]>('writers').notNull(),
      reviewer: text('reviewer'),
      publishedAt: text('published_at'),
      correctionKind: text('correction_kind').$type<Verdict['correctionKind']>(),
      correctionReason: text('correction_reason'),
      withdrawalReason: text('withdrawal_reason'),
      underCorrectionSince: text('under_correction_since'),
      findings: json<string[] | null>('findings'),
      findingsWord: text('findings_word'),
      publication: text('publication'),
    },
    (t) => [
      unique('verdicts_number').on(t.claim, t.number),
      index('verdicts_status').on(t.status, t.correctionKind, t.reviewer),
      index('verdicts_rating').on(t.status, t.rating, t.claim),
      index('verdicts_recheck').on(t.status, t.recheckOn),
      index('verdicts_valid').on(t.status, t.validUntil),
      index('verdicts_reused').on(t.reusedFrom),
      index('verdicts_slug').on(t.slug, t.number),
      index('verdicts_told').on(t.status, t.publishedAt, t.id),
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
      index('ledger_at').on(t.at, t.seq),
      index('ledger_actor').on(t.actor, t.seq),
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

  // Second readings of a version, filed by a colleague.
  const readings = table(
    'readings',
    {
      ...life(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
      verdict: text('verdict')
        .notNull()
        .references(() => verdicts.id),
      reader: text('reader').notNull(),
      mode: text('mode').$type<Reading['mode']>().notNull(),
      rating: text('rating'),
      rationale: text('rationale'),
      against: text('against'),
      filedAt: text('filed_at').notNull(),
      outcome: text('outcome').$type<Reading['outcome']>(),
      adjudicator: text('adjudicator'),
      adjudicatedAt: text('adjudicated_at'),
      adjudication: text('adjudication'),
    },
    (t) => [
      index('readings_verdict').on(t.verdict, t.filedAt),
      index('readings_claim').on(t.claim),
      index('readings_pair').on(t.mode, t.against, t.rating),
    ],
  )

  // The root of each whole run of entries in the Merkle tree of the ledger; derived.
  const tiles = table('ledger_tiles', {
    number: integer('number').primaryKey(),
    hash: text('hash').notNull(),
  })

  // Signed roots of that tree. They speak of the ledger, and are no part of it.
  const checkpoints = table(
    'checkpoints',
    {
      size: integer('size').primaryKey(),
      at: text('at').notNull(),
      root: text('root').notNull(),
      key: text('key').notNull(),
      signature: text('signature').notNull(),
    },
    (t) => [index('checkpoints_at').on(t.at)],
  )

  return { verdicts, ledger, publications, readings, tiles, checkpoints }
}
