import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameClaimant } from '../../src/domain/claimant.ts'
import { fold, type Kind, kinds, type SealedEntry } from '../../src/domain/ledger.ts'
import { connect } from '../../src/store/connect.ts'
import type { Connection } from '../../src/store/connection.ts'
import { tableOf } from '../../src/store/save.ts'
import { person, testDesk } from '../support/desk.ts'
import { live, ordinary, type Try, tries, worldOn } from '../support/lives.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'

type Row = { id: string }
type Rows = Record<Kind, Row[]>

const sorted = (rows: Row[]): Row[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))

async function byKind(ask: (kind: Kind) => Promise<Row[]>): Promise<Rows> {
  const all = await Promise.all(kinds.map(async (kind) => [kind, sorted(await ask(kind))] as const))
  return Object.fromEntries(all) as Rows
}

/** What the tables hold now. */
const tablesNow = ({ db, tables }: Connection): Promise<Rows> =>
  byKind(async (kind) => await db.select().from(tableOf(tables)[kind]))

/** The entries up to a place, each subject's folded, by what is in no store. */
function foldedUpTo(entries: SealedEntry[], cursor: number): { revision: number; id: string }[] {
  const lives = Map.groupBy(
    entries.filter(({ seq }) => seq <= cursor),
    ({ kind, subject }) => `${kind} ${subject}`,
  )
  return [...lives.values()].flatMap((life) => fold(life) ?? [])
}

/** Lives a life, and looks back upon it. */
async function looksBack(address: string | undefined, lived: Try[]): Promise<void> {
  const desk = await testDesk(address)
  const connection = await connect(desk.address)
  const { past, ledger } = desk.store
  try {
    const world = await worldOn(desk)
    const seen: { at: string; rows: Rows }[] = []
    const look = async () => seen.push({ at: desk.now(), rows: await tablesNow(connection) })
    await look()
    await live(world, ordinary, look)
    await live(world, lived, look)
    // As it was looked at then: the tables themselves.
    for (const { at, rows } of seen) {
      const cursor = await past.cursorAt(at)
      expect(await byKind((kind) => past.every(kind, cursor))).toEqual(rows)
    }
    // As of the time of every entry: the fold up to it.
    const entries = await ledger.after(0, 10_000)
    for (const at of new Set(entries.map((entry) => entry.at))) {
      const cursor = Math.max(...entries.filter((one) => one.at <= at).map(({ seq }) => seq))
      expect(await past.cursorAt(at)).toBe(cursor)
      const all = await byKind((kind) => past.every(kind, cursor))
      const states = Object.values(all).flat()
      const folded = foldedUpTo(entries, cursor)
      expect(states).toHaveLength(folded.length)
      expect(states).toEqual(
        expect.arrayContaining(folded.map((one) => expect.objectContaining(one))),
      )
    }
  } finally {
    await connection.close()
    await desk.end()
  }
}

describe('what is past', () => {
  it('has a place at every moment, though a clock was put back', async () => {
    const desk = await testDesk()
    const { id } = await person(desk, 'editor')
    const { past, save, claimants, verdicts } = desk.store
    const first = await verdicts.cursor()
    const member = { id, role: 'editor', admin: 0 } as const
    const times = ['10:00', '10:05', '10:01', '10:02'].map((time) => `2025-06-02T${time}:00.000Z`)
    for (const at of times) await save([nameClaimant(desk.newId(), `Anna ${at}`, { member, at })])
    expect(await claimants.list(10)).toHaveLength(4)
    const placeAt = async (time: string) => (await past.cursorAt(`2025-06-02T${time}.000Z`)) - first
    expect(await placeAt('09:59:59')).toBe(0)
    expect(await placeAt('10:00:00')).toBe(1)
    expect(await placeAt('10:01:30')).toBe(3)
    expect(await placeAt('10:04:59')).toBe(4)
    expect(await placeAt('10:05:00')).toBe(4)
    expect(await past.cursorAt('2001-01-01T00:00:00.000Z')).toBe(0)
    await desk.end()
  })

  it('stands, as of every entry’s time, as it stood then, on SQLite', async () => {
    const property = fc.asyncProperty(tries, (lived) => looksBack(undefined, lived))
    await fc.assert(property, { numRuns: 4, endOnFailure: true })
  }, 240_000)

  it.skipIf(postgresMissing)(
    onPostgres('stands, as of every entry’s time, as it stood then'),
    async () => {
      const { url, drop } = await freshPostgresDatabase()
      const [lived = []] = fc.sample(tries, { seed: 11, numRuns: 1 })
      await looksBack(url, lived).finally(drop)
    },
    240_000,
  )
})
