import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { batchesOf, type Chosen } from '../../src/desk/exports/batches.ts'
import { plan } from '../../src/desk/wording.ts'
import { readFilters } from '../../src/domain/export-filters.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import * as story from '../support/story.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'

type Asked = Record<string, string | string[]>

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

  /** What passes where somebody decided since, so that the entries are asked and not the tables. */
  async function folded(chosen: Chosen) {
    const { store } = shelf.desk
    const cursor = async () => chosen.cursor + 1
    const moved = { ...store, verdicts: { ...store.verdicts, cursor } }
    return (await Array.fromAsync(batchesOf(moved, chosen))).flat()
  }

  /** The versions that pass, by their names; checked against what is counted. */
  async function found(asked: Asked, cursor?: number): Promise<string[]> {
    const { publications, verdicts, tree } = shelf.desk.store
    const at = cursor ?? (await verdicts.cursor())
    const filters = readFilters(asked)
    const rows = await publications.list(at, 0, 100, filters)
    const bodies = rows.map(({ body }) => Buffer.byteLength(body))
    // An older checkpoint proves some of them.
    const size = Math.max(0, at - 5)
    const pathTo = await tree.prover(size)
    let proofs = 0
    for (const { seq } of rows) {
      const proof = seq > size ? null : { index: seq - 1, path: await pathTo(seq) }
      proofs += JSON.stringify(proof).length
    }
    expect(await publications.measure(at, filters, size)).toEqual({
      proofs,
      count: rows.length,
      bytes: bodies.reduce((sum, one) => sum + one, 0),
      digits: rows.reduce((sum, { seq }) => sum + String(seq).length, 0),
    })
    expect(await folded({ cursor: at, filters })).toEqual(rows)
    return rows.map(({ body }) => shelf.nameOf(JSON.parse(body))).sort()
  }

  const all = ['bridge', 'costs', 'costs 2', 'costs 3', 'debt', 'road', 'school']

  it.each<[string, Asked, string[]]>([
    ['nothing', {}, all],
    ['a rating', { rating: 'true' }, ['bridge', 'costs']],
    ['any of two ratings', { rating: ['true', 'mixed'] }, ['bridge', 'costs', 'debt']],
    ['a rating that nothing has', { rating: 'missing_context' }, []],
    ['a topic', { topic: 'ponti' }, ['bridge', 'costs', 'costs 2', 'costs 3']],
    ['a topic as people write it', { topic: '#PONTI ' }, ['bridge', 'costs', 'costs 2', 'costs 3']],
    ['any of two topics', { topic: ['strade', 'bilancio'] }, ['bridge', 'debt', 'road']],
    ['a topic that nobody gave', { topic: 'ponte' }, []],
    ['a topic with a quote in it', { topic: "l'arza" }, ['school']],
    ['a language', { language: 'en' }, ['debt', 'school']],
    ['any of two languages', { language: ['en', 'it'] }, all],
    ['the outlet’s own voice', { claimant: 'outlet' }, ['road', 'school']],
    ['claimants that nobody knows', { claimant: 'unknown' }, ['debt']],
    ['a status', { status: 'withdrawn' }, ['road']],
    [
      'what is published, marked or not',
      { status: 'published' },
      ['bridge', 'costs 3', 'debt', 'school'],
    ],
    ['what was replaced', { status: 'superseded' }, ['costs', 'costs 2']],
    ['what is under correction', { status: 'under_correction' }, ['school']],
    ['any of two statuses', { status: ['under_correction', 'withdrawn'] }, ['road', 'school']],
    ['the first day', { until: '2025-06-01' }, ['bridge']],
    ['one day, to its last moment', { from: '2025-06-02', until: '2025-06-02' }, ['costs', 'road']],
    [
      'from a day, from its first moment',
      { from: '2025-06-03' },
      ['costs 2', 'costs 3', 'debt', 'school'],
    ],
    ['the end of time', { from: '1000-01-01', until: '9999-12-31' }, all],
    ['two filters at once', { rating: 'true', topic: 'bilancio' }, ['bridge']],
    ['filters that exclude each other', { status: 'withdrawn', language: 'en' }, []],
    [
      'all but article and claimant',
      {
        rating: ['false', 'mostly_true'],
        topic: 'ponti',
        language: 'it',
        status: ['published', 'superseded'],
        from: '2025-06-01',
        until: '2025-06-05',
      },
      ['costs 2', 'costs 3'],
    ],
  ])('finds %s', async (_name, asked, names) => {
    expect(await found(asked)).toEqual(names)
  })

  it('finds what somebody claims, where it appears, and both in one appearance', async () => {
    const { anna, paolo, first, second } = shelf
    expect(await found({ claimant: anna })).toEqual(['bridge', 'costs', 'costs 2', 'costs 3'])
    expect(await found({ claimant: [paolo, 'unknown'] })).toEqual(['bridge', 'debt'])
    expect(await found({ article: second })).toEqual(['bridge', 'debt', 'road', 'school'])
    expect(await found({ article: [first, second] })).toEqual(all)
    // Anna claims it in the first article, Paolo in the second one.
    expect(await found({ article: first, claimant: anna })).toContain('bridge')
    expect(await found({ article: second, claimant: paolo })).toEqual(['bridge'])
    expect(await found({ article: second, claimant: anna })).toEqual([])
    expect(await found({ claimant: anna, rating: 'false' })).toEqual(['costs 2', 'costs 3'])
  })

  it('stands as of one place in the ledger', async () => {
    const { before: at } = shelf
    expect(await found({ status: 'withdrawn' }, at)).toEqual([])
    expect(await found({ status: 'published', topic: 'strade' }, at)).toEqual(['road'])
    expect(await found({ status: 'under_correction' }, at)).toEqual([])
    expect(await found({}, 0)).toEqual([])
  })

  it('goes on where it was, whatever is filtered', async () => {
    const { publications, verdicts } = shelf.desk.store
    const cursor = await verdicts.cursor()
    const filters = readFilters({ rating: ['false', 'mostly_true', 'mixed'] })
    const whole = await publications.list(cursor, 0, 100, filters)
    const pieces: typeof whole = []
    for (let seq = 0; ; seq = pieces.at(-1)?.seq ?? 0) {
      const piece = await publications.list(cursor, seq, 1, filters)
      if (piece.length === 0) break
      pieces.push(...piece)
    }
    expect(pieces).toEqual(whole)
    expect(whole.length).toBeGreaterThan(3)
  })

  it('offers what has something public, and nothing else', async () => {
    const { exportChoices } = shelf.desk.store
    const { anna, paolo, first, second } = shelf
    expect(await exportChoices.topics(10)).toEqual(['bilancio', 'ponti', "l'arza", 'strade'])
    expect(await exportChoices.topics(1)).toEqual(['bilancio'])
    expect((await exportChoices.languages()).sort()).toEqual(['en', 'it'])
    expect((await exportChoices.articles(10)).map(({ id }) => id)).toEqual([second, first])
    expect((await exportChoices.claimants(10)).map(({ id }) => id)).toEqual([anna, paolo])
  })

  it('follows what the desk says of a claim now', async () => {
    const { desk, editor, claims } = shelf
    const replan = async (topics: string) =>
      plan(desk, editor, await story.read(desk, claims.road), { topics })
    await replan('bilancio')
    expect(await found({ topic: 'strade' })).toEqual([])
    expect(await found({ topic: 'bilancio' })).toEqual(['bridge', 'debt', 'road'])
    await replan('strade')
  })
}

describe('the filters of exports, on SQLite', () => contract(async () => ({})))
describe.skipIf(postgresMissing)(onPostgres('the filters of exports'), () =>
  contract(async () => {
    const { url, drop } = await freshPostgresDatabase()
    return { address: url, drop }
  }),
)
