import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listChanges, readTold } from '../../src/desk/public.ts'
import { searchTold } from '../../src/desk/public-search.ts'
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

  const all = ['school', 'costs 3', 'debt', 'bridge']
  const list = async (q = '', rating: string | null = null) => {
    const { found, next } = await searchTold(shelf.desk.store, { q, rating, after: null })
    expect(next).toBeNull()
    return found.map(({ told }) => shelf.nameOf(told))
  }

  it('lists what is published, newest first', async () => {
    expect(await list()).toEqual(all)
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

  it('finds the same whether the words are rare or common', async () => {
    for (const rare of [0, 1, 1000]) {
      const asked = { q: 'caso', rating: null }
      const { found, next } = await searchTold(shelf.desk.store, { ...asked, after: null, rare })
      expect(found.map(({ told }) => shelf.nameOf(told))).toEqual(all)
      expect(next).toBeNull()
      const [, second] = await shelf.desk.store.told.list({ rating: null, after: null, limit: 2 })
      const later = await searchTold(shelf.desk.store, { ...asked, after: second ?? null, rare })
      expect(later.found.map(({ told }) => shelf.nameOf(told))).toEqual(all.slice(2))
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
    for (const address of [shelf.claims.hidden, 'nothing', '', '\u0000', '\ud800', 'È']) {
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
