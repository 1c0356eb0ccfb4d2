import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimKinds } from '../../src/domain/claim.ts'
import { type QueuePlace, type Sort, sorts } from '../../src/domain/queue.ts'
import { openStages, stages } from '../../src/domain/stage.ts'
import { reasons } from '../../src/domain/verdict.ts'
import { openClaim, takeClaim } from '../../src/domain/work.ts'
import { connect } from '../../src/store/connect.ts'
import type { Connection } from '../../src/store/connection.ts'
import { type ClaimFilter, shownFacets } from '../../src/store/queue.ts'
import { type Store, storeOn } from '../../src/store/store.ts'
import * as who from '../domain/people.ts'
import { testDesk } from '../support/desk.ts'
import { corrected, live, ordinary, type Try, tries, worldOn } from '../support/lives.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import { allClaims, meets, sortedSlowly, valuesOf, type Whole } from './facets-told-slowly.ts'
import { type Opened, onServer, onSqlite } from './opened.ts'

/** What somebody asks for, by places in what there is to choose from. */
type Choice = { set: number[]; which: number; sort: Sort; limit: number }

const choices: fc.Arbitrary<Choice[]> = fc.array(
  fc.record({
    set: fc.uniqueArray(fc.nat(8), { maxLength: 4 }),
    which: fc.nat(),
    sort: fc.constantFrom(...sorts),
    limit: fc.integer({ min: 1, max: 7 }),
  }),
  { minLength: 20, maxLength: 40 },
)

const oneOf = <T>(some: readonly T[], which: number): T | null =>
  some.length > 0 ? (some[which % some.length] ?? null) : null

/** A filter that names what is on the desk, and now and then what is not. */
function filterOf(all: Whole[], { set, which }: Choice): ClaimFilter {
  const values = (facet: (typeof shownFacets)[number]) => all.flatMap((one) => valuesOf(one, facet))
  const holders = all.flatMap(({ claim }) => claim.assignee ?? 'nobody')
  const articles = all.flatMap(({ appears }) => appears.map(({ article }) => article))
  const filters: ClaimFilter[] = [
    { stage: oneOf(stages, which) },
    { holder: oneOf(holders, which) },
    { rating: oneOf([...values('rating'), 'no such rating'], which) },
    { reason: oneOf(reasons, which) },
    { language: oneOf(values('language'), which) },
    { kind: oneOf(claimKinds, which) },
    { topic: oneOf([...values('topic'), 'no such topic'], which) },
    { claimant: oneOf(values('claimant'), which) },
    { article: oneOf([...articles, 'no such article'], which) },
  ]
  return Object.assign({}, ...set.map((i) => filters[i]))
}

/** Every page to the end. */
async function everyPage(store: Store, filter: ClaimFilter, { sort, limit }: Choice) {
  const found: string[] = []
  let after: QueuePlace | null = null
  do {
    const page = await store.queue.list(filter, { sort, after, limit })
    expect(page.claims.length).toBeLessThanOrEqual(limit)
    found.push(...page.claims.map(({ id }) => id))
    after = page.next
  } while (after)
  return found
}

const byValue = (rows: { value: string }[]) => rows.toSorted((a, b) => (a.value < b.value ? -1 : 1))

function countedSlowly(found: Whole[], facet: (typeof shownFacets)[number]) {
  const values = Map.groupBy(
    found.flatMap((one) => valuesOf(one, facet)),
    (value) => value,
  )
  return [...values].map(([value, { length }]) => ({ value, claims: length, more: false }))
}

/** Holds lists, tallies and facets to what a slow look at every claim says. */
async function expectRight(store: Store, all: Whole[], choice: Choice): Promise<void> {
  const filter = filterOf(all, choice)
  const found = all.filter((one) => meets(one, filter))
  expect(await everyPage(store, filter, choice)).toEqual(sortedSlowly(found, choice.sort))
  const work = found.map(({ claim: { stage, assignee } }) => ({
    value: `${stage} ${openStages.includes(stage) ? assignee : null}`,
  }))
  const tally = await store.queue.counts(filter)
  const told = tally.flatMap(({ stage, assignee, claims }) =>
    Array.from({ length: claims }, () => ({ value: `${stage} ${assignee}` })),
  )
  expect(byValue(told)).toEqual(byValue(work))
  const facets = await store.queue.facets(filter)
  for (const facet of shownFacets) {
    const others = all.filter((one) => meets(one, { ...filter, [facet]: null }))
    expect(byValue(facets[facet])).toEqual(byValue(countedSlowly(others, facet)))
  }
}

/** What is kept, by what it says: the numbers of facets may be others. */
async function kept({ db, tables }: Connection): Promise<string[]> {
  const [facets, pairs, listed, numbers] = await Promise.all([
    db.select().from(tables.facets),
    db.select().from(tables.facetPairs),
    db.select().from(tables.claimFacets),
    db.select().from(tables.claimNumbers),
  ])
  const value = (number: number) => facets.find((one) => one.number === number)?.value
  const counted = [
    ...facets.filter(({ claims }) => claims).map(({ number: _, ...row }) => row),
    ...pairs
      .filter(({ claims }) => claims)
      .map((row) => ({ ...row, one: value(row.one), other: value(row.other) })),
    ...listed.map((row) => ({ ...row, facet: value(row.facet) })),
    ...numbers,
  ]
  return counted.map((row) => JSON.stringify(row)).sort()
}

async function livesOn(address: string | undefined, lived: Try[], asked: Choice[]) {
  const desk = await testDesk(address)
  const connection = await connect(desk.address)
  try {
    const world = await worldOn(desk)
    const look = async () => expect(await desk.store.facets.faults()).toEqual([])
    await live(world, [...ordinary, ...corrected], look)
    await live(world, lived, look)
    const all = await allClaims(connection)
    for (const choice of asked) await expectRight(desk.store, all, choice)
    const before = await kept(connection)
    await desk.store.facets.rebuild()
    expect(await kept(connection)).toEqual(before)
    for (const choice of asked.slice(0, 5)) await expectRight(desk.store, all, choice)
    await live(world, lived, look)
  } finally {
    await connection.close()
    await desk.end()
  }
}

const by = who.act(who.author)
const words = { statement: 'The bridge', language: 'en', kind: 'happened', explanation: 'Asked' }
const opened = (id: string, fields = {}) => openClaim(id, { ...words, ...fields }, null, by)

/** What every engine must do alike. */
function contract(open: () => Promise<Opened>) {
  const onOne = async (work: (on: Opened) => Promise<void>) => {
    const on = await open()
    try {
      await work(on)
    } finally {
      await on.end()
    }
  }

  const SLOW = 60_000

  it(
    'counts no claim twice and none too few where many decide at the same moment',
    () =>
      onOne(async ({ store }) => {
        const topics = ['a', 'b', 'a, b', 'b, c', 'c, a']
        await Promise.all(
          Array.from({ length: 40 }, (_, i) =>
            store.save([opened(`id-${i}`, { topics: topics[i % 5] })]),
          ),
        )
        const claims = await store.claims.byIds(Array.from({ length: 40 }, (_, i) => `id-${i}`))
        // Each is taken by two, of whom one is too late.
        const taken = claims.flatMap((claim) =>
          [who.author, who.colleague].map((one) => store.save([takeClaim(claim, who.act(one))])),
        )
        const done = await Promise.allSettled(taken)
        expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(40)
        expect(await store.facets.faults()).toEqual([])
        const { topic } = await store.queue.facets({ stage: 'checking' })
        expect(topic.map(({ claims }) => claims)).toEqual([24, 24, 16])
      }),
    SLOW,
  )

  it(
    'says what is counted or listed wrongly, and makes it anew',
    () =>
      onOne(async ({ store, connection: { db, tables } }) => {
        await store.save([opened('one'), opened('two', { topics: 'costs' })])
        await db.update(tables.facets).set({ claims: 7 }).where(sql`value = 'costs'`)
        await db.update(tables.facetPairs).set({ claims: 7 }).where(sql`other_kind = 7`)
        await db.update(tables.claimFacets).set({ since: 1 }).where(sql`true`)
        const faults = await store.facets.faults()
        expect(faults.map((fault) => fault.replace(/\d+/, 'n'))).toEqual([
          'n facets of claims are listed otherwise than they stand',
          'n facets of claims are counted wrongly',
          'n facets of claims are counted wrongly together',
        ])
        await store.facets.rebuild()
        expect(await store.facets.faults()).toEqual([])
      }),
    SLOW,
  )

  it(
    'lists and counts the claims of a desk from before they were counted',
    () =>
      onOne(async ({ store, address, connection: { db, tables } }) => {
        await store.save([opened('one'), opened('two', { topics: 'costs' })])
        const { facetPairs, claimFacets, facets, claimNumbers } = tables
        for (const table of [facetPairs, claimFacets, facets, claimNumbers]) await db.delete(table)
        const later = await connect(address)
        try {
          const { queue, facets } = storeOn(later)
          const page = await queue.list({}, { sort: 'newest', after: null, limit: 9 })
          expect(page.claims.map(({ id }) => id)).toEqual(['two', 'one'])
          expect(await queue.counts({ topic: 'costs' })).toMatchObject([
            { stage: 'inbox', claims: 1 },
          ])
          expect(await facets.faults()).toEqual([])
        } finally {
          await later.close()
        }
      }),
    SLOW,
  )

  it(
    'says of what several filters find together, where it is much, only that it is so much',
    () =>
      onOne(async ({ store }) => {
        const many = Array.from({ length: 1100 }, (_, i) => `id-${String(i).padStart(4, '0')}`)
        await store.save(many.map((id) => opened(id, { topics: 'costs' })))
        const both: ClaimFilter = { topic: 'costs', language: 'en' }
        expect(await store.queue.counts(both)).toEqual([
          { stage: 'inbox', assignee: null, claims: 1000, more: true },
        ])
        const { kind, topic } = await store.queue.facets(both)
        expect(kind).toEqual([{ value: 'happened', claims: 1000, more: true }])
        expect(topic).toEqual([{ value: 'costs', claims: 1100, more: false }])
        expect(await store.facets.faults()).toEqual([])
      }),
    SLOW,
  )
}

const property = (
  numRuns: number,
  address: () => Promise<{ url?: string; drop(): Promise<void> }>,
) =>
  fc.assert(
    fc.asyncProperty(tries, choices, async (lived, asked) => {
      const { url, drop } = await address()
      try {
        await livesOn(url, lived, asked)
      } finally {
        await drop()
      }
    }),
    { numRuns, endOnFailure: true },
  )

describe('what claims are listed and counted by, on SQLite', () => {
  contract(onSqlite)
  it(
    'is what a look at every claim says, after any life',
    () => property(6, async () => ({ drop: async () => {} })),
    120_000,
  )
})
describe.skipIf(postgresMissing)(onPostgres('what claims are listed and counted by'), () => {
  contract(onServer)
  it(
    'is what a look at every claim says, after any life',
    () => property(2, freshPostgresDatabase),
    180_000,
  )
})
