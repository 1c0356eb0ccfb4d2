import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listChanges, listTold, readTold } from '../../src/desk/public.ts'
import type { ToldPlace } from '../../src/domain/public-list.ts'
import { termsOf } from '../../src/matching/query.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'

/** What every engine must do alike. */
function contract(open: () => Promise<{ address?: string; drop?: () => Promise<void> }>) {
  let shelf: ToldDesk
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const opened = await open()
    drop = opened.drop
    shelf = await toldDesk(opened.address)
  }, 60_000)
  afterAll(async () => {
    await shelf?.desk.end()
    await drop?.()
  })

  const list = async (q = '', rating: string | null = null) => {
    const { found, next } = await listTold(shelf.desk, { q, rating }, null)
    expect(next).toBeNull()
    return found.map(({ told }) => shelf.nameOf(told))
  }

  it('lists what is published, newest first', async () => {
    expect(await list()).toEqual(['school', 'costs 3', 'debt', 'bridge'])
  })

  it.each<[q: string, rating: string | null, found: string[]]>([
    ['bridge', null, ['bridge']],
    ['caso doppio', null, ['costs 3']],
    ['caso', 'mixed', ['debt']],
    ['road', null, []],
    ['hidden', null, []],
  ])('finds “%s” with the rating %s', async (q, rating, found) => {
    expect(await list(q, rating)).toEqual(found)
  })

  it('goes on after the last one, whether the words are rare or common', async () => {
    const terms = termsOf('caso', ['it'])
    for (const rare of [0, 1000]) {
      const seen: string[] = []
      let after: ToldPlace | null = null
      for (let i = 0; i < 10; i++) {
        const [one] = await shelf.desk.store.told.list({
          rating: null,
          terms,
          after,
          limit: 1,
          rare,
        })
        if (!one) break
        seen.push(one.id)
        after = one
      }
      expect(seen).toHaveLength(4)
      expect(new Set(seen).size).toBe(4)
    }
  })

  it('reads a claim at its id and at its slug, and none that was never told', async () => {
    const { present, versions } = await readTold(shelf.desk, shelf.claims.costs)
    expect(versions.map(({ told }) => [told.version, told.status])).toEqual([
      [1, 'superseded'],
      [2, 'superseded'],
      [3, 'published'],
    ])
    const again = await readTold(shelf.desk, present.told.slug ?? '')
    expect(again.present).toEqual(present)
    const gone = await readTold(shelf.desk, shelf.claims.road)
    expect(gone.present.told.status).toBe('withdrawn')
    for (const address of [shelf.claims.hidden, 'nothing', '']) {
      await expect(readTold(shelf.desk, address)).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  it('tells what changed, newest first, of one kind or of all', async () => {
    const all = await listChanges(shelf.desk, { kind: null, before: null })
    expect(all.changes.map(({ kind, told }) => [kind, shelf.nameOf(told)])).toEqual([
      ['withdrawal', 'road'],
      ['typo', 'costs 3'],
      ['correction', 'costs 2'],
    ])
    const before = all.changes[0]?.seq ?? null
    expect((await listChanges(shelf.desk, { kind: null, before })).changes).toHaveLength(2)
    expect(
      (await listChanges(shelf.desk, { kind: 'withdrawal', before: null })).changes,
    ).toHaveLength(1)
    expect((await listChanges(shelf.desk, { kind: 'update', before: null })).changes).toEqual([])
  })
}

describe('what the public is told, on SQLite', () => contract(async () => ({})))

describe.skipIf(postgresMissing)(onPostgres('what the public is told'), () =>
  contract(async () => {
    const { url, drop } = await freshPostgresDatabase()
    return { address: url, drop }
  }),
)
