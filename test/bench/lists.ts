/**
 * How long a page of the list of claims takes: on a large desk as a multiple of what it takes on a small one,
 * and of what better-sqlite3 takes for the same statements alone, prepared before; by each filter and by
 * several, in each order, on the first page, the tenth and a deep one: `npm run bench -- lists`, or with
 * numbers of claims, `npm run bench -- lists 10000 1000000`.
 */
import { type QueuePlace, type Sort, sorts } from '../../src/domain/queue.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { bigDesk, bigDeskOnPostgres } from '../support/big-desk/big-desk.ts'
import { type Named, severalFilters, singleFilters } from '../support/big-desk/filters.ts'
import { askedAgain, queriesOf } from '../support/big-desk/recording.ts'
import { compare, type Side, sizesAsked } from './frame.ts'

const GROWTH = 1.5
const RAW = 3
const PAGE = 50
const ROUNDS = { rounds: 40, warmUp: 5, seconds: 10 }

/** How many rows before a page. */
const depths = { 'page 1': 0, 'page 10': 9 * PAGE, deep: 50_000 }
type Depth = keyof typeof depths

/** A desk with what is asked of it. */
type On = { store: Store; claims: number; database: string | null; filters: Named[] }

async function opened(address: string, claims: number, database: string | null): Promise<On> {
  const store = await openStore(address)
  const singles = await singleFilters(store)
  return { store, claims, database, filters: [...singles, ...severalFilters(singles)] }
}

/** Where a page begins; null for the first. Of a list that is not so long, in its middle. */
async function placeAt({ store }: On, { filter }: Named, sort: Sort, before: number) {
  const rows = (await store.queue.counts(filter)).reduce((sum, { claims }) => sum + claims, 0)
  let [after, left]: [QueuePlace | null, number] = [null, Math.min(before, rows >> 1)]
  while (left > 0) {
    const limit = Math.min(left, 2000)
    after = (await store.queue.list(filter, { sort, after, limit })).next
    left = after ? left - limit : 0
  }
  return after
}

type Page = Side & { run: () => ReturnType<Store['queue']['list']> }

const rowsIn = async ({ run }: Page): Promise<number> => (await run()).claims.length

async function page(on: On, named: Named, sort: Sort, depth: Depth): Promise<Page> {
  const after = await placeAt(on, named, sort, depths[depth])
  const run = () => on.store.queue.list(named.filter, { sort, after, limit: PAGE })
  return { name: `${on.claims}`, run }
}

/** Each page on both desks; that of the larger one beside its statements, too. */
async function held(large: On, small: On): Promise<void> {
  for (const [i, named] of large.filters.entries()) {
    for (const sort of sorts) {
      for (const depth of Object.keys(depths) as Depth[]) {
        const what = `${named.name}: ${sort}, ${depth}`
        const ours = await page(large, named, sort, depth)
        const other = await page(small, small.filters[i] ?? named, sort, depth)
        // A page that the small desk fills only in part is not the same work.
        if ((await rowsIn(ours)) === (await rowsIn(other))) {
          await compare(what, ours, other, { ...ROUNDS, budget: GROWTH })
        }
        if (!large.database) continue
        const queries = await queriesOf(ours.run)
        const raw = { name: 'raw', run: askedAgain(large.database, queries) }
        await compare(`${what}, raw`, ours, raw, { ...ROUNDS, budget: RAW })
      }
    }
  }
}

/** The same pages on the other engine; there is no budget for that. */
async function onPostgres(lite: On): Promise<void> {
  const postgres = await bigDeskOnPostgres(lite.claims)
  if ('missing' in postgres) return console.log(`PostgreSQL: there is none (${postgres.missing})`)
  const { store } = postgres.desk
  const on: On = { ...lite, store, database: null }
  try {
    for (const named of lite.filters) {
      for (const sort of sorts) {
        const ours = { ...(await page(on, named, sort, 'page 1')), name: 'PostgreSQL' }
        const other = { ...(await page(lite, named, sort, 'page 1')), name: 'SQLite' }
        await compare(`${named.name}: ${sort}, PostgreSQL, ${lite.claims}`, ours, other, ROUNDS)
      }
    }
  } finally {
    await postgres.end()
  }
}

const [least = 10_000, ...more] = sizesAsked([10_000, 100_000])
const pathOf = async (claims: number) =>
  opened(await bigDesk(claims), claims, await bigDesk(claims))
const small = await pathOf(least)
for (const claims of more) {
  const large = await pathOf(claims)
  await held(large, small)
  if (claims <= 100_000) await onPostgres(large)
  await large.store.close()
}
if (least <= 10_000) await onPostgres(small)
await small.store.close()
