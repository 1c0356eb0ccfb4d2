import type { Difference, Kind } from '../../domain/ledger.ts'
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
      index('verdicts_status').on(t.status, t.correctionKind),
      index('verdicts_rating').on(t.status, t.rating, t.claim),
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

  return { verdicts, ledger, publications }
}
