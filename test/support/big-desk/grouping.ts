import Database from 'better-sqlite3'
import type { ClaimFilter } from '../../../src/store/queue.ts'

const told = `select claim from verdicts where status = 'published'`

/** What each filter says of a claim, in the tables of claims, verdicts and appearances. */
const conditions: Partial<Record<keyof ClaimFilter, string>> = {
  stage: 'c.stage = @stage',
  holder: `c.stage in ('inbox', 'checking', 'in_review') and c.assignee is @assignee`,
  rating: `c.id in (${told} and rating = @rating)`,
  reason: `c.id in (${told} and reasons like '%"' || @reason || '"%')`,
  language: 'c.language = @language',
  kind: 'c.kind = @kind',
  topic: 'c.id in (select claim from claim_topics where topic = @topic)',
  claimant: `c.id in (select claim from appearances where claimant_id = @claimant
    union select claim from appearances where claimant_kind = @claimant)`,
  article: 'c.id in (select claim from appearances where article = @article)',
}

const published = `join verdicts v on v.claim = c.id and v.status = 'published'`

/** A facet's values, and where they come from. */
const grouped = {
  rating: ['v.rating', published],
  reason: ['r.value', `${published} join json_each(v.reasons) r`],
  language: ['c.language', ''],
  kind: ['c.kind', ''],
  topic: ['t.topic', 'join claim_topics t on t.claim = c.id'],
  claimant: ['coalesce(a.claimant_id, a.claimant_kind)', 'join appearances a on a.claim = c.id'],
} as const

/** Counts by `GROUP BY` over the tables of a desk, with statements prepared before. */
export function groupingOn(path: string) {
  const db = new Database(path, { readonly: true })

  function asked(value: string, from: string, filter: ClaimFilter): () => unknown {
    const set = Object.entries(filter).filter(([, value]) => value)
    const where = set.map(([name]) => conditions[name as keyof ClaimFilter] ?? 'true')
    const query = db
      .prepare(
        `select ${value}, count(distinct c.id) from claims c ${from}
          where ${where.join(' and ') || 'true'} group by ${value}`,
      )
      .raw()
    const assignee = filter.holder === 'nobody' ? null : filter.holder
    const values = Object.fromEntries([...set, ...(filter.holder ? [['assignee', assignee]] : [])])
    return set.length > 0 ? () => query.all(values) : () => query.all()
  }

  return {
    /** By stage and whoever holds the claims. */
    counts: (filter: ClaimFilter) => asked('c.stage, c.assignee', '', filter),

    /** By each facet; a facet that the filter names is counted without it. */
    facets(filter: ClaimFilter): () => void {
      const all = Object.entries(grouped).map(([facet, [value, from]]) =>
        asked(value, from, { ...filter, [facet]: null }),
      )
      return () => {
        for (const one of all) one()
      }
    },

    close: () => void db.close(),
  }
}
