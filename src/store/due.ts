import { and, asc, count, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { DuePlace } from '../domain/due.ts'
import { publicStatuses } from '../domain/status.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'

/** A public verdict that is to be looked at again. */
export type DueRow = { verdict: string; claim: string; since: string }

/** What `lastDay` says (domain/dates.ts). */
const lastDay = (date: SQL): SQL => sql`(${date} || substr('-12-31', length(${date}) - 3))`

/** What the public knows, or knew. */
const statuses = sql.join(
  publicStatuses.map((one) => sql`${one}`),
  sql`, `,
)

/** When a version was read whole, as the domain knows it (domain/validity.ts). */
const readWhole = ({ verdicts }: Tables): SQL => {
  return sql`case when ${verdicts.correctionKind} = 'typo' then coalesce((
    select max(w.published_at) from ${verdicts} w where w.claim = ${verdicts.claim}
      and w.number < ${verdicts.number} and coalesce(w.correction_kind, '') <> 'typo'
      and w.status in (${statuses})), ${verdicts.publishedAt}) else ${verdicts.publishedAt} end`
}

/** The day on which the first appearance was found that a verdict is not checked for: see `isChecked`. */
function foundOn(tables: Tables): SQL<string | null> {
  const { verdicts, appearances } = tables
  const { holdsOn, confirmed, claim } = verdicts
  const isNew = sql`(a.added_at > ${readWhole(tables)})`
  return sql`(select min(substr(a.added_at, 1, 10)) from ${appearances} a where a.claim = ${claim}
    and coalesce(${confirmed}, '') not like '%' || a.id || '%'
    and case when ${holdsOn} is null or a.claimed_on is null then ${isNew}
      when ${lastDay(sql`a.claimed_on`)} <= ${lastDay(sql`${holdsOn}`)} then 1 = 0
      when substr(a.claimed_on, 1, length(${holdsOn})) > substr(${holdsOn}, 1, length(a.claimed_on)) then 1 = 1
      else ${isNew} end)`
}

/**
 * The day since which it is planned to look again, or since which it may be relied on no longer, where
 * it does not say so itself: see `dueFor`.
 */
function plannedFor({ verdicts }: Tables, today: string): SQL<string | null> {
  const { recheckOn, validUntil, reasons } = verdicts
  const over = lastDay(sql`${validUntil}`)
  return sql`case when ${recheckOn} <= ${today} then ${recheckOn}
    when ${recheckOn} is null and ${validUntil} is not null and ${over} < ${today}
      and ${reasons} not like '%"outdated_since"%' then ${over} end`
}

/** When the verdict that another one took over came to stand otherwise, and nobody confirmed since that the other stands: see `isUnsettled`. */
function unsettledOn({ verdicts, claims, ledger }: Tables): SQL<string | null> {
  const { reusedFrom, originalSeen, publishedAt, claim } = verdicts
  const worded = sql`coalesce(z.correction_kind, '') <> 'typo'`
  const last = (which: SQL) => sql`(select max(z.number) from ${verdicts} z
    where z.claim = o.claim and z.status in (${statuses}) and ${which})`
  const stood = sql`select w.id || ' ' || n.status || ' ' || coalesce(n.under_correction_since, '') as way,
    case when n.status = 'withdrawn' then (select max(l.at) from ${ledger} l
        where l.kind = 'verdict' and l.subject = n.id and l.verb in ('withdraw', 'move_in'))
      when n.under_correction_since is not null then n.under_correction_since
      when w.id <> t.id then w.published_at end as since
    from ${verdicts} o
    join ${verdicts} n on n.claim = o.claim and n.number = ${last(sql`1 = 1`)}
    join ${verdicts} w on w.claim = o.claim and w.number = ${last(worded)}
    join ${verdicts} t on t.claim = o.claim and t.number = ${last(sql`z.number <= o.number and ${worded}`)}
    where o.id = ${reusedFrom}`
  return sql`case when ${reusedFrom} is not null then (select substr(s.since, 1, 10) from (${stood}) s
    where s.since is not null and s.way <> coalesce(${originalSeen}, '')
      and not (s.since > ${publishedAt} and s.since <= (
        select c.stage_since from ${claims} c where c.id = ${claim}))) end`
}

export const dueQueries = ({ db, tables }: Connection) => {
  const { verdicts } = tables

  const due = (today: string) => {
    const each = db
      .select({
        verdict: verdicts.id,
        claim: verdicts.claim,
        planned: sql<string | null>`${plannedFor(tables, today)}`.as('planned'),
        found: sql<string | null>`${foundOn(tables)}`.as('found'),
        unsettled: sql<string | null>`${unsettledOn(tables)}`.as('unsettled'),
      })
      .from(verdicts)
      .where(eq(verdicts.status, 'published'))
      .as('each_verdict')
    // Each once: what is named twice may be found out twice.
    const since = sql<string>`(select min(a.day) from (select ${each.planned} as day
      union all select ${each.found} union all select ${each.unsettled}) a)`
    return { each, since }
  }

  return {
    /**
     * The public verdicts that are to be looked at again, what is due longest first.
     * @param today YYYY-MM-DD, where the desk is
     */
    async list(today: string, after: DuePlace | null, limit: number): Promise<DueRow[]> {
      const { each, since } = due(today)
      const rest = after
        ? sql`(${since}, ${each.verdict}) > (${after.since}, ${after.id})`
        : undefined
      return await db
        .select({ verdict: each.verdict, claim: each.claim, since })
        .from(each)
        .where(and(isNotNull(since), rest))
        .orderBy(asc(since), asc(each.verdict))
        .limit(limit)
    },

    /** How many there are. */
    async count(today: string): Promise<number> {
      const { each, since } = due(today)
      const [row] = await db.select({ n: count() }).from(each).where(isNotNull(since))
      return row?.n ?? 0
    },
  }
}
