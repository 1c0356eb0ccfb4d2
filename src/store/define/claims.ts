import type { Appearance } from '../../domain/appearance.ts'
import type { Claim } from '../../domain/claim.ts'
import type { articleTables } from './articles.ts'
import { type Dialect, excerptOf, jsonOf, lifeOf } from './dialect.ts'

/** Claims, who made them, where they appear, and what they are found by. */
export function claimTables(
  dialect: Dialect,
  { articles, articleVersions }: ReturnType<typeof articleTables>,
) {
  const { table, text, index, unique } = dialect
  const life = lifeOf(dialect)
  const excerpt = excerptOf(dialect)
  const json = jsonOf(dialect)

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
      statementEn: text('statement_en'),
      statementIt: text('statement_it'),
      splitFrom: text('split_from'),
      topics: json<string[] | null>('topics'),
      dueOn: text('due_on'),
      why: text('why'),
      waitsFor: text('waits_for'),
      key: text('key'),
    },
    (t) => [
      index('claims_stage').on(t.stage, t.stageSince, t.id),
      index('claims_assignee').on(t.assignee, t.stage),
      index('claims_since').on(t.stageSince, t.id),
      index('claims_split').on(t.splitFrom),
      index('claims_key').on(t.key),
      index('claims_duplicate').on(t.duplicateOf),
    ],
  )

  // Which claims have a topic; derived, so no part of the record.
  const claimTopics = table(
    'claim_topics',
    {
      topic: text('topic').notNull(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
    },
    (t) => [
      unique('claim_topics_topic').on(t.topic, t.claim),
      index('claim_topics_claim').on(t.claim),
    ],
  )

  const claimants = table('claimants', {
    ...life(),
    name: text('name').notNull(),
    key: text('key').notNull().unique('claimants_key'),
    role: text('role'),
    sameAs: json<string[]>('same_as').notNull(),
    addedAt: text('added_at').notNull(),
  })

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
      ...excerpt(),
      claimantKind: text('claimant_kind').$type<Appearance['claimantKind']>().notNull(),
      claimant: text('claimant'),
      claimantId: text('claimant_id').references(() => claimants.id),
      attribution: json<string[]>('attribution').notNull(),
      claimedOn: text('claimed_on'),
      claimedOnReason: text('claimed_on_reason'),
      movedFrom: text('moved_from'),
      addedAt: text('added_at').notNull(),
    },
    (t) => [
      index('appearances_claim').on(t.claim, t.addedAt),
      index('appearances_version').on(t.version, t.start),
      index('appearances_article').on(t.article),
      index('appearances_claimant').on(t.claimantId),
      index('appearances_lent').on(t.movedFrom),
      index('appearances_kind').on(t.claimantKind, t.claim),
    ],
  )

  return { claims, claimTopics, claimants, appearances }
}
