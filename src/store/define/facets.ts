import { sql } from 'drizzle-orm'
import type { claimTables } from './claims.ts'
import type { Dialect } from './dialect.ts'

/**
 * What claims are listed and counted by, as numbers, so that a list under any filter walks along an
 * index of its own, and a count is looked up. All of it is derived, so no part of the record.
 */
export function facetTables(dialect: Dialect, { claims }: ReturnType<typeof claimTables>) {
  const { table, text, integer, index, unique } = dialect

  // What a claim can be found by (its kinds are in facets/kinds.ts), and how many claims are.
  const facets = table(
    'facets',
    {
      number: integer('number').primaryKey(),
      kind: integer('kind').notNull(),
      value: text('value').notNull(),
      claims: integer('claims').notNull(),
    },
    (t) => [
      unique('facets_value').on(t.kind, t.value),
      index('facets_most').on(t.kind, t.claims, t.number),
    ],
  )

  // How many claims have both; the one of the lower kind stands first.
  const facetPairs = table(
    'facet_pairs',
    {
      one: integer('one').notNull(),
      other: integer('other').notNull(),
      oneKind: integer('one_kind').notNull(),
      otherKind: integer('other_kind').notNull(),
      claims: integer('claims').notNull(),
    },
    (t) => [
      unique('facet_pairs_both').on(t.one, t.other),
      index('facet_pairs_one').on(t.one, t.otherKind, t.claims, t.other),
      index('facet_pairs_other').on(t.other, t.oneKind, t.claims, t.one),
    ],
  )

  // A claim's number is the place in the ledger at which it was opened.
  const claimNumbers = table(
    'claim_numbers',
    {
      number: integer('number').primaryKey(),
      claim: text('claim')
        .notNull()
        .references(() => claims.id),
    },
    (t) => [unique('claim_numbers_claim').on(t.claim)],
  )

  // Every facet of every claim, in each order of the queue. `due` is null where nobody works on it.
  const claimFacets = table(
    'claim_facets',
    {
      facet: integer('facet').notNull(),
      stage: integer('stage').notNull(),
      since: integer('since').notNull(),
      due: integer('due'),
      claim: integer('claim').notNull(),
    },
    (t) => [
      unique('claim_facets_claim').on(t.claim, t.facet),
      index('claim_facets_newest').on(t.facet, t.stage, t.claim),
      index('claim_facets_since').on(t.facet, t.stage, t.since, t.claim),
      index('claim_facets_due')
        .on(t.facet, t.stage, t.due, t.since, t.claim)
        .where(sql`${t.due} is not null`),
    ],
  )

  return { facets, facetPairs, claimNumbers, claimFacets }
}
