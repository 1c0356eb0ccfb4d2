import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { search } from '../../src/desk/search.ts'
import type { Member } from '../../src/domain/member.ts'
import { readQueue } from '../../src/domain/queue.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import * as story from '../support/story.ts'

/** What every engine must do alike. */
function contract(open: () => Promise<{ address?: string; drop?: () => Promise<void> }>) {
  let desk: TestDesk
  let carla: Member
  let drop: (() => Promise<void>) | undefined
  const all: string[] = []
  beforeAll(async () => {
    const opened = await open()
    drop = opened.drop
    desk = await testDesk(opened.address)
    carla = await person(desk, 'checker', 'Carla')
    const article = await story.article(desk, carla)
    for (let i = 0; i < 7; i++) {
      const statement = i % 2 ? `Il ponte numero ${i} è chiuso` : `La scuola numero ${i} ha aperto`
      const topics = i < 3 ? 'valle' : ''
      all.push(await story.claim(desk, carla, article, { statement, topics }))
    }
  }, 60_000)
  afterAll(async () => {
    await desk?.end()
    await drop?.()
  })

  const find = (q: string, more: Record<string, string> = {}) =>
    search(desk.store, { member: carla, queue: readQueue({ q, ...more }), place: null, page: 3 })

  it.each([
    ['scuola -2', 3],
    ['"numero 3"', 1],
    ['chius*', 3],
    ['gazzetta topic:valle', 3],
    ['topic:valle', 3],
    ['-scuola', 3],
    ['claimant:outlet lang:it has:article', 7],
    ['scuoal', 4],
    ['zebra', 0],
  ])('finds of %s %i, and counts them', async (q, count) => {
    const { total, claims, tally, facets } = await find(q)
    expect(total).toEqual({ claims: count, isLeast: false })
    expect(claims).toHaveLength(Math.min(3, count))
    expect(tally.reduce((sum, row) => sum + row.claims, 0)).toBe(count)
    expect(facets.language).toEqual(count ? [{ value: 'it', claims: count }] : [])
  })

  it.each<Record<string, string>>([{}, { sort: 'newest' }, { sort: 'due' }, { topic: 'valle' }])(
    'is read to its end page by page, each claim once: %j',
    async (more) => {
      const seen: string[] = []
      let { claims, next } = await find('gazzetta', more)
      seen.push(...claims.map(({ id }) => id))
      while (next) {
        const queue = readQueue({ q: 'gazzetta', ...more })
        ;({ claims, next } = await search(desk.store, {
          member: carla,
          queue,
          place: next,
          page: 3,
        }))
        seen.push(...claims.map(({ id }) => id))
      }
      expect(seen.toSorted()).toEqual((more.topic ? all.slice(0, 3) : all).toSorted())
    },
  )
}

describe('a search on SQLite', () => contract(async () => ({})))

describe.skipIf(postgresMissing)(onPostgres('a search'), () =>
  contract(async () => {
    const { url, drop } = await freshPostgresDatabase()
    return { address: url, drop }
  }),
)
