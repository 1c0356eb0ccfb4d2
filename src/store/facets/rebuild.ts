import { type SQL, sql } from 'drizzle-orm'
import { stages } from '../../domain/stage.ts'
import type { Tables } from '../define.ts'
import type { Steps } from '../steps.ts'
import { everyFacet, placeColumns } from './definition.ts'
import { FIRST_OTHER, facetNumber, kindNumbers, stageFacet } from './kinds.ts'

const raw = (text: number | string): SQL => sql.raw(String(text))
const stageFacets = raw(stages.map((one) => `when '${one}' then ${stageFacet(one)}`).join(' '))
const { stage, article } = kindNumbers

/** The indexes of a table that is filled at once are made afterwards: as the migrations say. */
const indexes = {
  claim_facets_claim: 'create unique index claim_facets_claim on claim_facets (claim, facet)',
  claim_facets_newest: 'create index claim_facets_newest on claim_facets (facet, stage, claim)',
  claim_facets_since:
    'create index claim_facets_since on claim_facets (facet, stage, since, claim)',
  claim_facets_due:
    'create index claim_facets_due on claim_facets (facet, stage, due, since, claim) where due is not null',
}

/**
 * Makes everything anew that claims are listed and counted by, all claims at a time: each statement is for
 * all of them.
 */
export function* rebuilding(t: Tables): Steps<void> {
  const { facets, facetPairs, claimNumbers, claimFacets, claims, ledger } = t
  const derived = [facetPairs, claimFacets, facets, claimNumbers]
  for (const table of derived) yield sql`delete from ${table}`
  yield sql`insert into ${claimNumbers} (number, claim)
    select l.seq, c.id from ${claims} c join ${ledger} l
      on l.kind = 'claim' and l.subject = c.id and l.revision = 1 order by l.seq`
  yield sql`insert into ${facets} (number, kind, value, claims)
    select case when kind = ${raw(stage)} then case value ${stageFacets} end
        else row_number() over (order by kind, value) * ${raw(facetNumber(1, 0))}
          + ${raw(facetNumber(FIRST_OTHER, 0))} + kind end,
      kind, value, 0
    from (select distinct kind, value from (${everyFacet}) f) d`
  for (const name of Object.keys(indexes)) yield sql`drop index ${raw(name)}`
  // Cross joins: SQLite takes them in this order, claim by claim.
  yield sql`insert into ${claimFacets} (facet, stage, since, due, claim)
    select k.number, ${placeColumns}, n.number
    from (${everyFacet}) f cross join ${facets} k cross join ${claimNumbers} n cross join ${claims} c
    where k.kind = f.kind and k.value = f.value and n.claim = f.claim and c.id = f.claim`
  for (const made of Object.values(indexes)) yield raw(made)
  yield sql`update ${facets} set claims =
    (select count(f.claim) from ${claimFacets} f where f.facet = ${facets.number})`
  yield sql`insert into ${facetPairs} (one, other, one_kind, other_kind, claims)
    ${pairsOf(t)}`
}

/** Every pair of facets that claims have, with its kinds and the number of these claims, counted one by one. */
export const pairsOf = ({ claimFacets }: Tables): SQL => {
  const kind = (facet: string) => raw(`${facet} % ${facetNumber(1, 0)}`)
  return sql`select a.facet as one, b.facet as other, ${kind('a.facet')} as one_kind,
      ${kind('b.facet')} as other_kind, count(a.claim) as claims
    from ${claimFacets} a join ${claimFacets} b on b.claim = a.claim
    where ${kind('a.facet')} < ${kind('b.facet')} and ${kind('b.facet')} < ${raw(article)}
    group by a.facet, b.facet`
}
