import { type SQL, sql } from 'drizzle-orm'
import type { Change } from '../../domain/ledger.ts'
import type { Tables } from '../define.ts'
import { valueRows as rows } from '../rows.ts'
import type { Steps } from '../steps.ts'
import { Counts, countWrites } from './counting.ts'
import { ourFacets, placeColumns } from './definition.ts'
import { FIRST_OTHER, facetNumber, fixedFacet, placeIn } from './kinds.ts'

/** What of a subject decides where its claims are listed. */
const telling: Partial<Record<Change['kind'], string[]>> = {
  claim: ['stage', 'stageSince', 'assignee', 'dueOn', 'language', 'kind', 'topics'],
  verdict: ['status', 'rating', 'reasons'],
  appearance: ['claim', 'article', 'claimantKind', 'claimantId'],
}

/** The claims (ids) that a decision may put elsewhere. A draft, of which nobody is told, puts none. */
export function moved(changes: Change[]): string[] {
  const claims = changes.flatMap(({ kind, before, after, entry: { change } }) => {
    const tells = telling[kind]?.some((field) => field in change)
    const states = [before, after].filter((state) => state !== null)
    const isTold = kind !== 'verdict' || states.some(({ status }) => status === 'published')
    if (!tells || !isTold) return []
    return states.map((state) => (kind === 'claim' ? state.id : state.claim))
  })
  return [...new Set(claims.filter((id) => typeof id === 'string'))]
}

type Place = { stage: number; since: number; due: number | null }
type Placed = { claim: number; place: Place; facets: Set<number> }

/** Claims that change at the same time are read and written together, so many at a time. */
const BATCH = 200

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const numberOrNull = (value: unknown): number | null =>
  value === null || value === undefined ? null : Number(value)
const list = (values: SQL[]): SQL => sql.join(values, sql`, `)
const placeOf = (row: Record<string, unknown>): Place => ({
  stage: Number(row.stage),
  since: Number(row.since),
  due: numberOrNull(row.due),
})

/**
 * Puts claims where they are listed and counted now, inside the transaction that changed them, and under
 * the lock of the ledger: no two do it at the same moment.
 */
export function* placing(tables: Tables, claims: string[]): Steps<void> {
  for (let from = 0; from < claims.length; from += BATCH) {
    yield* placeSome(tables, claims.slice(from, from + BATCH))
  }
}

function* placeSome(tables: Tables, ids: string[]): Steps<void> {
  const ours = list(ids.map((id) => sql`${id}`))
  const fresh = yield* standing(tables, ours)
  const before = yield* placed(tables, ours)
  const found = yield sql`with ours (id) as (values ${rows(ids.map((id) => [id]))})
    select f.claim, f.kind, f.value, k.number from (${ourFacets}) f
    left join ${tables.facets} k on k.kind = f.kind and k.value = f.value`
  const named = yield* numbered(tables, found.rows)
  for (const { claim, facet } of named.rows) fresh.get(claim)?.facets.add(facet)
  const counts = new Counts()
  const added: (number | null)[][] = []
  for (const is of fresh.values()) {
    const was = before.get(is.claim)
    if (was) counts.add(was.facets, -1)
    counts.add(is.facets, 1)
    yield* move(tables, was, is)
    const { stage, since, due } = is.place
    for (const facet of is.facets) {
      if (!was?.facets.has(facet)) added.push([facet, stage, since, due, is.claim])
    }
  }
  if (added.length > 0) {
    yield sql`insert into ${tables.claimFacets} (facet, stage, since, due, claim)
      values ${rows(added)}`
  }
  for (const write of countWrites(tables, counts, named.values)) yield write
}

/** Where the claims stand, by their ids; a claim has its number from its opening. */
function* standing(
  { claims, claimNumbers, ledger }: Tables,
  ours: SQL,
): Steps<Map<string, Placed>> {
  const { rows: found } = yield sql`select c.id, n.number, ${placeColumns},
      case when n.number is null then (select l.seq from ${ledger} l
        where l.kind = 'claim' and l.subject = c.id and l.revision = 1) end as opened
    from ${claims} c left join ${claimNumbers} n on n.claim = c.id where c.id in (${ours})`
  const fresh = found.filter(({ number }) => number === null)
  if (fresh.length > 0) {
    yield sql`insert into ${claimNumbers} (number, claim)
      values ${rows(fresh.map(({ id, opened }) => [Number(opened), text(id)]))}`
  }
  return new Map(
    found.map((row) => {
      const claim = Number(row.number ?? row.opened)
      return [text(row.id), { claim, place: placeOf(row), facets: new Set<number>() }]
    }),
  )
}

/** Where they were listed until now, by their numbers. */
function* placed({ claimFacets, claimNumbers }: Tables, ours: SQL): Steps<Map<number, Placed>> {
  const { rows: found } = yield sql`select f.claim, f.facet, f.stage, f.since, f.due
    from ${claimNumbers} n join ${claimFacets} f on f.claim = n.number where n.claim in (${ours})`
  const before = new Map<number, Placed>()
  for (const row of found) {
    const claim = Number(row.claim)
    const one = before.get(claim) ?? { claim, place: placeOf(row), facets: new Set() }
    before.set(claim, one)
    one.facets.add(Number(row.facet))
  }
  return before
}

type Named = { rows: { claim: string; facet: number }[]; values: Map<number, string> }

/** What was found, by its numbers; what no claim had before gets one. */
function* numbered({ facets }: Tables, found: Record<string, unknown>[]): Steps<Named> {
  const fresh = new Map<string, number>()
  const values = new Map<number, string>()
  let next = FIRST_OTHER
  if (found.some(({ number }) => number === null)) {
    const { rows } = yield sql`select max(${facets.number}) as top from ${facets}`
    next = Math.max(next, placeIn(Number(rows[0]?.top ?? 0)) + 1)
  }
  const named = found.map((row) => {
    const [kind, value] = [Number(row.kind), text(row.value)]
    const known =
      numberOrNull(row.number) ?? fixedFacet(kind, value) ?? fresh.get(`${kind} ${value}`)
    const facet = known ?? facetNumber(next++, kind)
    fresh.set(`${kind} ${value}`, facet)
    values.set(facet, value)
    return { claim: text(row.claim), facet }
  })
  return { rows: named, values }
}

/** What one claim had and has not any more goes, and what it still has moves with it. */
function* move({ claimFacets }: Tables, was: Placed | undefined, is: Placed): Steps<void> {
  if (!was) return
  const { claim, place } = is
  const gone = [...was.facets].filter((facet) => !is.facets.has(facet))
  if (gone.length > 0) {
    const those = list(gone.map((facet) => sql`${facet}`))
    yield sql`delete from ${claimFacets} where claim = ${claim} and facet in (${those})`
  }
  const stays = (['stage', 'since', 'due'] as const).every((one) => was.place[one] === place[one])
  if (stays) return
  yield sql`update ${claimFacets} set stage = ${place.stage}, since = ${place.since}, due = ${place.due}
    where claim = ${claim}`
}
