import { type SQL, sql } from 'drizzle-orm'
import type { Tables } from '../define.ts'
import { valueRows } from '../rows.ts'
import { arePaired, kindIn } from './kinds.ts'

/** By how many each facet, and each pair of facets, has more claims than before, or fewer. */
export class Counts {
  readonly facets = new Map<number, number>()
  readonly pairs = new Map<number, Map<number, number>>()

  /** @param claims how many claims with just these facets come, or go */
  add(facets: Iterable<number>, claims: number): void {
    const all = [...facets]
    for (const one of all) {
      plus(this.facets, one, claims)
      const others = all.filter((other) => arePaired(one, other))
      if (others.length === 0) continue
      const counted = this.pairs.get(one) ?? new Map<number, number>()
      this.pairs.set(one, counted)
      for (const other of others) plus(counted, other, claims)
    }
  }
}

function plus(counts: Map<number, number>, key: number, claims: number): void {
  counts.set(key, (counts.get(key) ?? 0) + claims)
}

const ROWS = 500

function* batches(rows: (string | number)[][]): Generator<SQL> {
  for (let from = 0; from < rows.length; from += ROWS)
    yield valueRows(rows.slice(from, from + ROWS))
}

/** The counters as they become; in one order, so that nobody who counts waits for one who waits. */
export function* countWrites(
  { facets, facetPairs }: Tables,
  counts: Counts,
  values: Map<number, string>,
): Generator<SQL> {
  const singles = [...counts.facets]
    .filter(([, claims]) => claims !== 0)
    .sort(([a], [b]) => a - b)
    .map(([facet, claims]) => [facet, kindIn(facet), values.get(facet) ?? '', claims])
  for (const rows of batches(singles)) {
    yield sql`insert into ${facets} (number, kind, value, claims) values ${rows}
      on conflict (number) do update set claims = ${facets.claims} + excluded.claims`
  }
  const pairs = [...counts.pairs].flatMap(([one, others]) =>
    [...others]
      .filter(([, claims]) => claims !== 0)
      .map(([other, claims]) => [one, other, kindIn(one), kindIn(other), claims]),
  )
  const inOrder = pairs.sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)
  for (const rows of batches(inOrder)) {
    yield sql`insert into ${facetPairs} (one, other, one_kind, other_kind, claims) values ${rows}
      on conflict (one, other) do update set claims = ${facetPairs.claims} + excluded.claims`
  }
}
