/**
 * How long it takes to count claims by stage and holder and by each facet: all of them, on a large desk as a
 * multiple of what it takes on a small one; and under each filter alone, as a multiple of `GROUP BY` over the
 * tables: `npm run bench -- facets`, or with numbers of claims, `npm run bench -- facets 10000 1000000`.
 * Where a filter finds but a few thousand claims, the tables' own indexes count them quickly, too: there is no
 * budget for that.
 */
import { openStore, type Store } from '../../src/store/store.ts'
import { bigDesk, bigDeskOnPostgres } from '../support/big-desk/big-desk.ts'
import { type Named, singleFilters } from '../support/big-desk/filters.ts'
import { groupingOn } from '../support/big-desk/grouping.ts'
import { compare, sizesAsked } from './frame.ts'

const GROWTH = 2
const FASTER = 20
const MANY = 10_000
const ROUNDS = { rounds: 40, warmUp: 3, seconds: 10 }

type On = { store: Store; claims: number; path: string }

const open = async (claims: number): Promise<On> => {
  const path = await bigDesk(claims)
  return { store: await openStore(path), claims, path }
}

const counts = ({ store }: Pick<On, 'store'>, { filter }: Named) => store.queue.counts(filter)
const facets = ({ store }: Pick<On, 'store'>, { filter }: Named) => store.queue.facets(filter)
const ways = { 'stage and holder': counts, facets }

/** Everything, on both desks. */
async function grown(large: On, small: On): Promise<void> {
  for (const [what, count] of Object.entries(ways)) {
    const side = (on: On) => ({
      name: `${on.claims}`,
      run: () => count(on, { name: 'none', filter: {} }),
    })
    await compare(`${what}, unfiltered`, side(large), side(small), { ...ROUNDS, budget: GROWTH })
  }
}

/** Each filter, beside `GROUP BY`. */
async function filtered(on: On): Promise<void> {
  const grouping = groupingOn(on.path)
  const groups = { 'stage and holder': grouping.counts, facets: grouping.facets }
  for (const named of await singleFilters(on.store)) {
    const found = (await counts(on, named)).reduce((sum, { claims }) => sum + claims, 0)
    for (const [what, count] of Object.entries(ways)) {
      await compare(
        `${what}, ${named.name} (${found} of ${on.claims})`,
        { name: 'counters', run: () => count(on, named) },
        { name: 'GROUP BY', run: groups[what as keyof typeof ways](named.filter) },
        { ...ROUNDS, ...(found >= MANY ? { faster: FASTER } : {}) },
      )
    }
  }
  grouping.close()
}

/** The same counts on the other engine; there is no budget for that. */
async function onPostgres(lite: On): Promise<void> {
  const postgres = await bigDeskOnPostgres(lite.claims)
  if ('missing' in postgres) return console.log(`PostgreSQL: there is none (${postgres.missing})`)
  try {
    for (const named of await singleFilters(lite.store)) {
      for (const [what, count] of Object.entries(ways)) {
        const ours = { name: 'PostgreSQL', run: () => count(postgres.desk, named) }
        const other = { name: 'SQLite', run: () => count(lite, named) }
        await compare(`${what}, ${named.name}, PostgreSQL, ${lite.claims}`, ours, other, ROUNDS)
      }
    }
  } finally {
    await postgres.end()
  }
}

const [least = 10_000, ...more] = sizesAsked([10_000, 100_000])
const small = await open(least)
await filtered(small)
for (const claims of more) {
  const large = await open(claims)
  await grown(large, small)
  await filtered(large)
  if (claims <= 100_000) await onPostgres(large)
  await large.store.close()
}
if (least <= 10_000) await onPostgres(small)
await small.store.close()
