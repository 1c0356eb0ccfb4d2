import { type SQL, sql } from 'drizzle-orm'
import { openStages, stages } from '../../domain/stage.ts'
import { reasons } from '../../domain/verdict.ts'
import type { Tables } from '../define.ts'
import { kindNumbers, stageNumber } from './kinds.ts'

const listed = (values: readonly string[]): SQL =>
  sql.raw(values.map((value) => `'${value}'`).join(', '))

const OPEN = listed(openStages)
const reasonRows = sql.raw(reasons.map((one) => `select '${one}' as reason`).join(' union all '))
const stageCases = stages.map((one) => `when '${one}' then ${stageNumber(one)}`).join(' ')

/** A claim's stage as a number, and since when and until when as numbers that sort alike. */
export const placeColumns = sql`
  case c.stage ${sql.raw(stageCases)} end as stage,
  cast(replace(replace(replace(replace(substr(c.stage_since, 3, 21), '-', ''), ':', ''), 'T', ''), '.', '') as bigint) as since,
  case when c.stage not in (${OPEN}) then null
    when c.due_on is null then 99991231
    else cast(replace(c.due_on, '-', '') as bigint) end as due`

/**
 * What each claim is found by: the one place that says so. Rows of `claim` (its id), `kind` and `value`,
 * none of them twice.
 * @param only of which claims: a condition on this column; of all where it is left out
 */
export function facetsOf(t: Tables, only: (claim: SQL) => SQL = () => sql`true`): SQL {
  const k = kindNumbers
  const raw = (number: number) => sql.raw(String(number))
  const own = only(sql`c.id`)
  const theirs = only(sql`claim`)
  return sql`
    select c.id as claim, ${raw(k.stage)} as kind, c.stage as value from ${t.claims} c where ${own}
    union all select c.id, ${raw(k.work)}, c.stage || ' ' || coalesce(c.assignee, '')
      from ${t.claims} c where c.stage in (${OPEN}) and ${own}
    union all select c.id, ${raw(k.language)}, c.language from ${t.claims} c where ${own}
    union all select c.id, ${raw(k.kind)}, c.kind from ${t.claims} c where ${own}
    union all select distinct claim, ${raw(k.rating)}, rating from ${t.verdicts}
      where status = 'published' and rating is not null and ${theirs}
    union all select distinct claim, ${raw(k.reason)}, r.reason
      from ${t.verdicts} cross join (${reasonRows}) r
      where status = 'published' and reasons <> '[]'
        and reasons like '%"' || r.reason || '"%' and ${theirs}
    union all select claim, ${raw(k.topic)}, topic from ${t.claimTopics} where ${theirs}
    union all select distinct claim, ${raw(k.claimant)},
        case claimant_kind when 'named' then claimant_id else claimant_kind end
      from ${t.appearances} where (claimant_kind <> 'named' or claimant_id is not null) and ${theirs}
    union all select distinct claim, ${raw(k.article)}, article from ${t.appearances} where ${theirs}`
}
