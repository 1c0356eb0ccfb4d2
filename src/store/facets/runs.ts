import { type SQL, sql } from 'drizzle-orm'
import type { QueuePlace, Sort } from '../../domain/queue.ts'
import { openStages, type Stage } from '../../domain/stage.ts'
import type { Tables } from '../define.ts'
import type { Asked, Run } from './asking.ts'
import { CLOSED_DUE, dueNumber, sinceNumber, stageNumber } from './kinds.ts'

/** Where a page begins; `due` counts only in the order of that name. */
export type Place = { due: number; since: number; claim: number }

/** What a statement is built from; what it is about are the values of its placeholders. */
export type Shape = {
  sort: Sort
  /** Where the page before ended: nowhere, among what is open, or among what is closed. */
  after: 'open' | 'closed' | null
  runs: { stage: Stage; others: number }[]
  together: 'named' | 'unnamed' | null
}

const isOpen = ({ stage }: { stage: Stage }): boolean => openStages.includes(stage)

/** The numbers of a place. A claim that there is not stands before all others of its moment. */
export function placeOf(at: QueuePlace, sort: Sort, number: number | undefined): Place {
  const last = sort === 'newest' || sort === 'moved' ? 0 : Number.MAX_SAFE_INTEGER
  return { due: dueNumber(at), since: sinceNumber(at.since), claim: number ?? last }
}

const unnamed = ['outlet', 'unknown']

/**
 * How the claims of these runs are asked for in order: each run walks along an index from the place on, and
 * of all of them together only the first are taken.
 */
export function shaped(asked: Asked, runs: Run[], sort: Sort, place: Place | null) {
  const after = place && (sort === 'due' && place.due < CLOSED_DUE ? 'open' : 'closed')
  // In the order of days what is closed comes last: behind it nothing is open.
  const ahead = sort === 'due' && after === 'closed' ? runs.filter((run) => !isOpen(run)) : runs
  const { together } = asked
  const shape: Shape = {
    sort,
    after,
    runs: ahead.map(({ stage, others }) => ({ stage, others: others.length })),
    together: together && (unnamed.includes(together.claimant) ? 'unnamed' : 'named'),
  }
  const facets = ahead.flatMap(({ facet, others }, run) =>
    [facet, ...others].map((one, i) => [`facet${run}_${i}`, one]),
  )
  return { shape, values: { ...Object.fromEntries(facets), ...place, ...together } }
}

const value = (name: string): SQL => sql`${sql.placeholder(name)}`

function beyond({ sort, after }: Shape, open: boolean): SQL | null {
  if (!after) return null
  if (sort === 'newest') return sql`claim < ${value('claim')}`
  if (sort === 'moved') return sql`(since, claim) < (${value('since')}, ${value('claim')})`
  const since = sql`(since, claim) > (${value('since')}, ${value('claim')})`
  if (sort === 'waiting' || after === 'closed') return since
  return open
    ? sql`(due, since, claim) > (${value('due')}, ${value('since')}, ${value('claim')})`
    : null
}

const orders: Record<Sort, string> = {
  due: 'due, since, claim',
  waiting: 'since, claim',
  newest: 'claim desc',
  moved: 'since desc, claim desc',
}

/** Rows of `due`, `since` and `claim` (a number), in order; no more than `limit`. */
export function inOrder({ claimFacets, claimNumbers, appearances }: Tables, shape: Shape): SQL {
  const { sort, together } = shape
  const claimant = together === 'named' ? sql`a.claimant_id` : sql`a.claimant_kind`
  const appearance = sql`exists (select 1 from ${claimNumbers} n join ${appearances} a
    on a.claim = n.claim where n.number = f.claim and a.article = ${value('article')}
    and ${claimant} = ${value('claimant')})`
  const limit = value('limit')
  const runs = shape.runs.map(({ stage, others }, run) => {
    const open = isOpen({ stage })
    const byDay = sort === 'due' && open
    const has = Array.from(
      { length: others },
      (_, i) => sql`exists (select 1 from ${claimFacets} o
        where o.claim = f.claim and o.facet = ${value(`facet${run}_${i + 1}`)})`,
    )
    const where = [
      sql`f.facet = ${value(`facet${run}_0`)} and f.stage = ${sql.raw(`${stageNumber(stage)}`)}`,
      ...(byDay ? [sql`due is not null`] : []),
      ...[beyond(shape, open)].filter((one) => one !== null),
      ...has,
      ...(together ? [appearance] : []),
    ]
    const due = byDay ? sql`due` : sql.raw(`${CLOSED_DUE}`)
    const order = sql.raw(sort === 'due' && !open ? orders.waiting : orders[sort])
    return sql`select * from (select ${due} as due, since, claim from ${claimFacets} f
      where ${sql.join(where, sql` and `)} order by ${order} limit ${limit}) r${sql.raw(`${run}`)}`
  })
  return sql`select due, since, claim from (${sql.join(runs, sql` union all `)}) r
    order by ${sql.raw(orders[sort])} limit ${limit}`
}
