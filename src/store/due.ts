import { and, asc, count, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { DuePlace } from '../domain/due.ts'
import { publicStatuses } from '../domain/status.ts'
import type { Connection } from './connection.ts'
import type { Tables } from './define.ts'

/** A public verdict that is to be looked at again. */
export type DueRow = { verdict: string; claim: string; since: string }

/** What `lastDay` says (domain/dates.ts). */
const lastDay = (date: SQL): SQL => sql`(${date} || substr('-12-31', length(${date}) - 3))`

/** When a version was read whole, as the domain knows it (domain/validity.ts). */
const readWhole = ({ verdicts }: Tables): SQL => {
  const statuses = sql.join(
    publicStatuses.map((one) => sql`${one}`),
    sql`, `,
  )
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

export const dueQueries = ({ db, tables }: Connection) => {
  const { verdicts } = tables

  const due = (today: string) => {
    const each = db
      .select({
        verdict: verdicts.id,
        claim: verdicts.claim,
        planned: sql<string | null>`${plannedFor(tables, today)}`.as('planned'),
        found: sql<string | null>`${foundOn(tables)}`.as('found'),
      })
      .from(verdicts)
      .where(eq(verdicts.status, 'published'))
      .as('each_verdict')
    const since = sql<string>`case when ${each.found} < ${each.planned} then ${each.found}
      else coalesce(${each.planned}, ${each.found}) end`
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
