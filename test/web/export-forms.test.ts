import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Ajv from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withdraw } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { csvColumns, versionColumns } from '../../src/interchange/exports/csv.ts'
import { verdictDelta } from '../../src/interchange/exports/delta.ts'
import { person, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'

let told: ToldDesk
let web: Web
let vito: Member

beforeAll(async () => {
  told = await toldDesk()
  web = webOf(told.desk)
  vito = await person(told.desk, 'viewer', 'Vito')
}, 60_000)
afterAll(() => told.desk.end())

const get = (file: string, headers: Record<string, string> = {}, by = vito) =>
  web.get(by, `/exports/${file}`, headers)
const text = async (file: string) => (await get(file)).text()
const lines = (text: string) => text.split('\n').filter(Boolean)
const errorsOf = async (file: string) => {
  const answer = await get(file)
  return [answer.status, JSON.parse(await answer.text()).errors]
}

/** Rows of RFC 4180, read by the letter. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = []
  for (let at = 0; at < csv.length; ) {
    const row: string[] = []
    for (let ends = ''; ends !== '\r\n'; ) {
      const cell = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(csv.slice(at))
      if (!cell) throw new Error(`no CSV at ${at}: ${csv.slice(at, at + 40)}`)
      row.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '')
      ends = cell[3] ?? ''
      at += cell[0].length
    }
    rows.push(row)
  }
  return rows
}

describe('NDJSON', () => {
  it('has a line for each verdict of the JSON, as it stands there, but for proofs', async () => {
    const whole = JSON.parse(await text('verdicts.json?topic=ponti'))
    const ndjson = await text('verdicts.ndjson?topic=ponti')
    const bare = whole.verdicts.map(({ ledger, ...verdict }: { ledger: object }) => {
      const { proof: _, ...place } = { proof: null, ...ledger }
      return JSON.stringify({ ...verdict, ledger: place })
    })
    expect(lines(ndjson)).toEqual(bare)
    expect(bare.length).toBeGreaterThan(2)
  })

  it('has those members that are asked for, as the JSON has', async () => {
    const [line = ''] = lines(await text('verdicts.ndjson?fields=rating,id&fields=version'))
    expect(Object.keys(JSON.parse(line)).sort()).toEqual(['id', 'rating', 'version'])
    const json = JSON.parse(await text('verdicts.json?fields=id'))
    expect(json.verdicts.map((one: object) => Object.keys(one))).toContainEqual(['id'])
    expect(await errorsOf('verdicts.ndjson?fields=id,nme')).toEqual([
      422,
      { fields: { code: 'no_column' } },
    ])
  })
})

describe('CSV', () => {
  it('has a row for each version, under the names of its columns', async () => {
    const csv = await text('verdicts.csv')
    const [head, ...rows] = rowsOf(csv)
    expect(head).toEqual(versionColumns)
    const verdicts = JSON.parse(await text('verdicts.json')).verdicts
    expect(rows.map(([id]) => id)).toEqual(verdicts.map(({ id }: { id: string }) => id))
    const cell = (row: string[] | undefined, name: string) => row?.[head?.indexOf(name) ?? -1]
    const bridge = rows.find((row) => cell(row, 'claimId') === told.claims.bridge)
    expect(cell(bridge, 'claim.topics')).toBe('ponti\nbilancio')
    expect(cell(bridge, 'appearances.claimant.name')).toBe('Anna Moretti\nPaolo Riva')
    expect(cell(bridge, 'url')).toMatch(/^http:\/\/desk\.test\/verdicts\/./)
    expect(csv.startsWith('\uFEFF')).toBe(false)
  })

  it('has the columns that are asked for, in that order, and a byte order mark for who needs it', async () => {
    const answer = await get(
      'verdicts.csv?columns=version,rating.id&columns=id&bom=yes&rating=mixed',
    )
    const csv = Buffer.from(await answer.arrayBuffer()).toString()
    expect(csv).toMatch(/^\uFEFFversion,rating\.id,id\r\n1,mixed,[0-9a-f-]{36}\r\n$/)
    const wrong = { columns: { code: 'no_column' } }
    expect(await errorsOf('verdicts.csv?columns=id,rting')).toEqual([422, wrong])
    expect(await errorsOf('verdicts.json?columns=id')).toEqual([
      422,
      { columns: { code: 'no_filter' } },
    ])
    expect(await errorsOf('verdicts.csv?bom=maybe')).toEqual([
      422,
      { bom: { code: 'unknown_choice' } },
    ])
  })
})

describe('JSON-LD', () => {
  it('is a feed of the ClaimReviews of what stands, and of nothing that was withdrawn or replaced', async () => {
    const feed = JSON.parse(await text('verdicts.jsonld'))
    expect([feed['@context'], feed['@type']]).toEqual(['https://schema.org', 'DataFeed'])
    const verdicts = JSON.parse(await text('verdicts.json?status=published')).verdicts
    const items: { identifier: string; item: { '@type': string; url: string }[] }[] =
      feed.dataFeedElement
    expect(items.map(({ identifier }) => identifier)).toEqual(
      verdicts.map(({ id }: { id: string }) => id),
    )
    for (const { item } of items) {
      expect(item).toEqual([expect.objectContaining({ '@type': 'ClaimReview' })])
      const [, path = ''] = /^http:\/\/desk\.test(\/verdicts\/.+)$/.exec(item[0]?.url ?? '') ?? []
      expect((await web.get(null, path)).status).toBe(200)
    }
  })
})

describe('a document on its way', () => {
  const files = ['verdicts.json', 'verdicts.ndjson', 'verdicts.csv', 'verdicts.jsonld']

  it.each(files)('is packed as whoever asks can read it, and the same: %s', async (file) => {
    const plain = await get(file, { 'accept-encoding': 'identity' })
    const bytes = Buffer.from(await plain.arrayBuffer())
    expect(plain.headers.get('content-encoding')).toBe(null)
    for (const [asked, packing, unpack] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['br;q=0.5, gzip;q=0.8', 'gzip', gunzipSync],
    ] as const) {
      const answer = await get(file, { 'accept-encoding': asked })
      expect(answer.headers.get('content-encoding')).toBe(packing)
      expect(answer.headers.get('vary')).toContain('Accept-Encoding')
      expect(unpack(Buffer.from(await answer.arrayBuffer())).equals(bytes)).toBe(true)
      expect(answer.headers.get('etag')).not.toBe(plain.headers.get('etag'))
    }
  })

  it.each(files)('is not sent again to whoever has it: %s', async (file) => {
    const first = await get(file)
    const whole = await first.text()
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]{22}"$/)
    for (const encoding of ['identity', 'br']) {
      const again = await get(file, { 'if-none-match': tag, 'accept-encoding': encoding })
      expect([again.status, await again.text()]).toEqual([304, ''])
    }
    expect(await text(file)).toBe(whole)
    for (const other of [`${file}?rating=true`, `${file}?since=0`]) {
      expect((await get(other, { 'if-none-match': tag })).status).toBe(200)
    }
  })

  it('says where it goes on, and what of it is described elsewhere', async () => {
    const json = await get('verdicts.json?topic=ponti&asOf=2025-06-03')
    const cursor = json.headers.get('riscontro-cursor')
    expect(cursor).toMatch(/^\d+-[0-9a-f]{16}$/)
    expect(json.headers.get('link')).toBe(
      `</schemas/verdict-export/v1.json>; rel="describedby", </exports/verdicts.json?topic=ponti&since=${cursor}>; rel="next"`,
    )
    await json.text()
    const [, next = ''] =
      /<\/exports\/([^>]*)>; rel="next"/.exec(json.headers.get('link') ?? '') ?? []
    const delta = JSON.parse(await text(next))
    expect(delta.changes.map(told.nameOf)).toEqual(['costs 2', 'costs 3'])
  })
})

describe('what changed since a cursor', () => {
  it('is accepted by the JSON Schema that is served, and tells withdrawals with their reason', async () => {
    const schema = JSON.parse(
      await (await web.get(null, '/schemas/verdict-changes/v1.json')).text(),
    )
    const ajv = new Ajv.Ajv2020({ strict: false })
    formats.default(ajv)
    const valid = ajv.compile(schema)
    const delta = JSON.parse(await text(`verdicts.json?since=${told.before}`))
    expect(valid(delta), JSON.stringify(valid.errors)).toBe(true)
    const { changes, since } = verdictDelta.parse(delta)
    expect(since).toBe(`${told.before}`)
    expect(changes.map((one) => [told.nameOf(one), one.change, one.gone, one.reason])).toEqual([
      ['road', 'withdrawn', true, 'La fonte si è ritrattata.'],
      ['school', 'amended', false, null],
    ])
    const all = JSON.parse(await text('verdicts.json?since=0&topic=ponti'))
    expect(
      verdictDelta.parse(all).changes.map((one) => [told.nameOf(one), one.change, one.reason]),
    ).toEqual([
      ['bridge', 'published', null],
      ['costs', 'superseded', 'Avevamo sbagliato.'],
      // A typo was mended: nobody gives a reason for that.
      ['costs 2', 'superseded', null],
      ['costs 3', 'corrected', 'Avevamo sbagliato.'],
    ])
  })

  it('stands in the rows of CSV, and as deleted elements in a feed', async () => {
    const [head, ...rows] = rowsOf(await text(`verdicts.csv?since=${told.before}&status=published`))
    expect(head).toEqual(csvColumns)
    expect(rows.map((row) => [row[0], row[2], row[4], row[7]])).toEqual([
      ['withdrawn', 'La fonte si è ritrattata.', told.claims.road, ''],
      ['amended', '', told.claims.school, 'published'],
    ])
    const feed = JSON.parse(await text(`verdicts.jsonld?since=${told.before}`))
    expect(feed.dataFeedElement).toMatchObject([
      { dateDeleted: '2025-06-06T12:00:00.000Z', item: null },
      { item: [{ '@type': 'ClaimReview' }] },
    ])
  })

  const wrong: [cursor: string, code: string][] = [
    ['', 'no_cursor'],
    ['soon', 'no_cursor'],
    ['-1', 'no_cursor'],
    ['1&since=2', 'too_many'],
    ['999999', 'ahead'],
    ['999999-0123456789abcdef', 'ahead'],
    ['5-0123456789abcdef', 'other_desk'],
  ]
  it.each(wrong)('is refused where the cursor is none of this desk’s: %s', async (cursor, code) => {
    const [status, errors] = await errorsOf(`verdicts.ndjson?since=${cursor}`)
    expect([status, errors.since.code]).toEqual([422, code])
  })
})

describe('the page of exports', () => {
  it('begins with what changed since somebody’s last export, under the same filters', async () => {
    const desk = await testDesk()
    const own = webOf(desk)
    const checker = await person(desk, 'checker', 'Carla')
    const editor = await person(desk, 'editor', 'Enzo')
    const article = await story.article(desk, checker)
    const page = async (query = '') =>
      wordsOf(await (await own.get(editor, `/exports${query}`)).text())
    expect(await page()).toContain('Once you have downloaded')
    const taken = await own.get(editor, '/exports/verdicts.ndjson')
    expect(await taken.text()).toBe('')
    expect(await page()).toContain('Nothing has changed since')
    const claim = await story.published(desk, checker, editor, article)
    expect(await page()).toContain('1 published')
    await (await own.get(editor, '/exports/verdicts.json')).text()
    const { publicVerdict } = await story.read(desk, claim)
    if (!publicVerdict) throw new Error('nothing is public')
    await withdraw(desk, editor, publicVerdict, { reason: 'La fonte mente.' })
    const said = await page()
    expect(said).toContain('1 withdrawn')
    expect(said).toContain('La fonte mente.')
    expect(await page('?rating=true')).toContain('Once you have downloaded')
    const html = await (await own.get(editor, '/exports')).text()
    const [, delta = ''] = /href="(\/exports\/verdicts\.ndjson\?since=[^"]+)"/.exec(html) ?? []
    const [change = ''] = lines(await (await own.get(editor, delta)).text())
    expect(JSON.parse(change)).toMatchObject({ change: 'withdrawn', reason: 'La fonte mente.' })
    expect(await page()).toContain('Nothing has changed since')
    // Another person has an export of their own.
    expect(wordsOf(await (await own.get(checker, '/exports')).text())).toContain('Once you have')
    await desk.end()
  })

  it('leads to the CSV with the columns that are chosen', async () => {
    const html = await (
      await web.get(vito, '/exports?columns=id&columns=version&rating=true')
    ).text()
    expect(html).toContain(
      'href="/exports/verdicts.csv?rating=true&amp;columns=id%2Cversion" download="verdicts.csv"',
    )
    expect((await web.get(vito, '/exports?columns=nme')).status).toBe(422)
  })
})
