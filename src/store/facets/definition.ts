import { type SQL, sql } from 'drizzle-orm'
import { openStages, stages } from '../../domain/stage.ts'
import { reasons } from '../../domain/verdict.ts'
import { kindNumbers as k, stageNumber } from './kinds.ts'

// These statements are texts that stay the same: to build them anew for each decision took as long as to
// run them.

const OPEN = openStages.map((stage) => `'${stage}'`).join(', ')
const stageCases = stages.map((one) => `when '${one}' then ${stageNumber(one)}`).join(' ')
const reasonRows = reasons.map((one) => `select '${one}' as reason`).join(' union all ')
const since = `replace(replace(replace(replace(substr(c.stage_since, 3, 21),
  '-', ''), ':', ''), 'T', ''), '.', '')`

/** The stage of a claim `c` as a number, and since when and until when as numbers that sort alike. */
export const placeColumns: SQL = sql.raw(`case c.stage ${stageCases} end as stage,
  cast(${since} as bigint) as since,
  case when c.stage not in (${OPEN}) then null when c.due_on is null then 99991231
    else cast(replace(c.due_on, '-', '') as bigint) end as due`)

// What is open, and what is published, is much: no index is to lead to it but the claim's own.
const published = `coalesce(v.status, '') = 'published'`

const claimant = `case a.claimant_kind when 'named' then a.claimant_id else a.claimant_kind end`
const isKnown = `(a.claimant_kind <> 'named' or a.claimant_id is not null)`

/** @param among says of a column with a claim's id that it is one of those that are asked for */
const facetText = (among: (claim: string) => string): string => `
  select c.id as claim, ${k.stage} as kind, c.stage as value from claims c where ${among('c.id')}
  union all select c.id, ${k.work}, c.stage || ' ' || coalesce(c.assignee, '') from claims c
    where coalesce(c.stage, '') in (${OPEN}) and ${among('c.id')}
  union all select c.id, ${k.language}, c.language from claims c where ${among('c.id')}
  union all select c.id, ${k.kind}, c.kind from claims c where ${among('c.id')}
  union all select distinct v.claim, ${k.rating}, v.rating from verdicts v
    where ${published} and v.rating is not null and ${among('v.claim')}
  union all select distinct v.claim, ${k.reason}, r.reason from verdicts v cross join (${reasonRows}) r
    where ${published} and v.reasons like '%"' || r.reason || '"%' and ${among('v.claim')}
  union all select t.claim, ${k.topic}, t.topic from claim_topics t where ${among('t.claim')}
  union all select distinct a.claim, ${k.claimant}, ${claimant} from appearances a
    where ${isKnown} and ${among('a.claim')}
  union all select distinct a.claim, ${k.topic_claimant}, ${claimant} || ' ' || t.topic
    from appearances a join claim_topics t on t.claim = a.claim where ${isKnown} and ${among('a.claim')}
  union all select distinct a.claim, ${k.article}, a.article from appearances a where ${among('a.claim')}`

/**
 * What each claim is found by: the one place that says so. Rows of `claim` (its id), `kind` and `value`,
 * none of them twice.
 */
export const everyFacet: SQL = sql.raw(facetText(() => 'true'))

/** The same of the claims whose ids are in a table `ours`. */
export const ourFacets: SQL = sql.raw(facetText((claim) => `${claim} in (select id from ours)`))
