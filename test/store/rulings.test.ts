import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catchUp } from '../../src/desk/catching-up.ts'
import type { Ruling } from '../../src/domain/ruling.ts'
import { indexWords } from '../../src/matching/indexed.ts'
import type { Asked } from '../../src/store/words.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import { keepRulings, ruling } from '../support/rulings.ts'
import * as story from '../support/story.ts'

const every = (text: string): Asked => ({
  all: indexWords(text, 'it').map((word) => ({ any: [word] })),
})

/** What every engine must do alike. */
function contract(open: () => Promise<{ address?: string; drop?: () => Promise<void> }>) {
  let desk: TestDesk
  let drop: (() => Promise<void>) | undefined
  let claim = ''
  let [tunnel, bridge]: Ruling[] = []

  beforeAll(async () => {
    const opened = await open()
    drop = opened.drop
    desk = await testDesk(opened.address)
    const carla = await person(desk, 'checker', 'Carla')
    const article = await story.article(desk, carla)
    claim = await story.claim(desk, carla, article)
    const kept = await keepRulings(desk, [
      {},
      { statement: '', title: 'Il ponte di Vallechiara è stato demolito?', claimant: null },
    ])
    tunnel = kept[0]
    bridge = kept[1]
    await story.claim(desk, carla, article, { statement: 'La scuola chiude a giugno' })
  }, 60_000)
  afterAll(async () => {
    await desk?.end()
    await drop?.()
  })

  const found = async (asked: Asked, kind: 'claim' | 'ruling' = 'ruling') => {
    const { hits } = await desk.store.words.found(asked, { kind, before: null, limit: 10 })
    return hits.map(({ subject }) => subject)
  }

  it.each<[what: string, text: string, found: () => (string | undefined)[]]>([
    ['what was rated', 'tunnel miliardi', () => [tunnel?.id]],
    ['who said it', 'verdi deputato', () => [tunnel?.id]],
    ['the publisher, newest first', 'pagella politica', () => [bridge?.id, tunnel?.id]],
    ['the title where nothing says what was rated', 'demolito', () => [bridge?.id]],
    ['nothing of what the desk has', 'traffico', () => []],
  ])('finds rulings by %s', async (_, text, expected) => {
    expect(await found(every(text))).toEqual(expected())
  })

  it('finds claims as if there were no rulings', async () => {
    expect(await found(every('anni lavori'), 'claim')).toEqual([claim])
    expect(await found(every('tunnel'), 'claim')).toEqual([])
    expect(await found(every('scuola'), 'claim')).toHaveLength(1)
  })

  it('goes on among rulings where a page ended, and ends', async () => {
    const looked = { kind: 'ruling', limit: 1 } as const
    const asked = every('pagella')
    const first = await desk.store.words.found(asked, { ...looked, before: null })
    const second = await desk.store.words.found(asked, { ...looked, before: first.next })
    expect([first, second].map(({ hits }) => hits[0]?.subject)).toEqual([bridge?.id, tunnel?.id])
    const { words } = desk.store
    expect(await words.found(asked, { ...looked, limit: 2, before: second.next })).toEqual({
      hits: [],
      next: null,
    })
  })

  it('fetches what may be like a text from the one and from the others', async () => {
    const stems = indexWords('Demolito il ponte di Vallechiara', 'it')
    const ids = async (among: 'claim' | 'ruling') =>
      (await desk.store.words.candidates(stems, false, 10, among)).map(({ id }) => id)
    expect(await ids('claim')).toEqual([claim])
    expect((await ids('ruling'))[0]).toBe(bridge?.id)
    expect(await ids('ruling')).not.toContain(claim)
  })

  it('knows from rulings, too, how rare a word is', async () => {
    const counts = await desk.store.words.counts(['pont', 'tunnel'])
    expect(counts.get('pont')?.claims).toBe(2)
    expect(counts.get('tunnel')?.claims).toBe(1)
    expect((await desk.store.words.total()).claims).toBe(4)
  })

  it('writes a changed one over the old one, which keeps its id and when it was added', async () => {
    const { id, key, addedAt } = tunnel ?? expect.fail()
    const statement = 'La galleria del Gran Sasso costa tre miliardi'
    const changedAt = '2030-01-01T00:00:00Z'
    const again = ruling(desk, { key, statement, label: 'Vero', changedAt, addedAt: changedAt })
    await desk.store.rulings.keep([again])
    const now = await desk.store.rulings.find(id)
    expect(now).toEqual({ ...again, id, addedAt })
    expect(await found(every('tunnel'))).toEqual([])
    expect(await found(every('galleria'))).toEqual([id])
    expect((await desk.store.words.counts(['tunnel'])).size).toBe(0)
    expect(await desk.store.words.faults()).toEqual([])
  })

  it('takes whatever a record says', async () => {
    const statement = `=cmd \0 \ud800 \u202e'); drop table rulings; -- ${'parola '.repeat(1500)}`
    const [hostile] = await keepRulings(desk, [{ statement, title: null, key: 'a\0b' }])
    const kept = await desk.store.rulings.find(hostile?.id ?? '')
    expect(kept?.statement).toBe(statement.replaceAll('\0', '').toWellFormed())
    expect(await found(every('drop table'))).toEqual([hostile?.id])
  })

  it('sees where a ruling is missing, and makes the index anew', async () => {
    expect(await desk.store.words.faults()).toEqual([])
    const before = await found(every('pagella'))
    await desk.store.words.rebuild()
    await catchUp(desk)
    expect(await desk.store.words.faults()).toEqual([])
    expect((await found(every('pagella'))).toSorted()).toEqual(before.toSorted())
    expect(await found(every('anni lavori'), 'claim')).toEqual([claim])
    await keepRulings(desk, [{ statement: 'La diga del Vajont' }])
    expect(await found(every('diga'))).toHaveLength(1)
    expect(await desk.store.words.faults()).toEqual([])
  })
}

describe('rulings, on SQLite', () => contract(async () => ({})))
describe.skipIf(postgresMissing)(onPostgres('rulings'), () =>
  contract(async () => {
    const { url, drop } = await freshPostgresDatabase()
    return { address: url, drop }
  }),
)
