import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { riscontro, start } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'riscontro-similar-'))
let desk: TestDesk
const claims: string[] = []

beforeAll(async () => {
  desk = await testDesk()
  const carla = await person(desk, 'checker', 'Carla')
  const article = await story.article(desk, carla)
  for (const statement of [
    'Il 40 per cento dei soldati russi ha lasciato la città di Kherson',
    'Il ponte di Vallechiara ha riaperto dopo tre anni di lavori',
    'La sindaca ha chiuso la scuola di musica',
  ]) {
    claims.push(await story.claim(desk, carla, article, { statement }))
  }
}, 60_000)
afterAll(async () => {
  await desk?.end()
  rmSync(folder, { recursive: true, force: true })
})

const lines = (...all: unknown[]) => all.map((one) => JSON.stringify(one)).join('\n')
const answers = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('riscontro similar', () => {
  it('answers each text with the claims that are like it, best first, and why', async () => {
    const text = 'A Kherson il 4 per cento dei soldati russi ha lasciato la città'
    // An editor on Windows writes a mark before it.
    const input = `\u{feff}${lines({ id: 'a', text }, { id: 7, text: 'Riaperto il ponte', language: 'it' })}`
    const { code, out, err } = await riscontro(desk.address, ['similar', '-'], { input })
    expect([code, err]).toEqual([0, ''])
    const [first, second] = answers(out)
    expect(first.id).toBe('a')
    expect(first.matches[0]).toMatchObject({ claimId: claims[0], key: null })
    expect(first.matches[0].why.slice(0, 2)).toEqual([
      'warning',
      expect.stringMatching(/^figure differs: 4 .*cento \/ 40 .*cento$/),
    ])
    expect(first.matches[0].why).toContain('word: soldati')
    expect(second.id).toBe(7)
    expect(second.matches[0].claimId).toBe(claims[1])
    const scores = first.matches.map(({ score }: { score: number }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(scores[0]).toBeLessThanOrEqual(1)
  }, 120_000)

  it('reads first what an upgrade left to be read, and the doctor says so', async () => {
    const { store } = desk
    const behind = new Database(desk.address)
    behind.exec("update documents set stems = ''; delete from words where stem <> ''")
    behind.exec('insert into unindexed (number) select number from documents')
    behind.close()
    const doctor = await riscontro(desk.address, ['doctor'])
    expect(doctor.err).toContain('Searches do not find everything yet')
    const input = lines({ id: 'a', text: 'Riaperto il ponte di Vallechiara', language: 'it' })
    const { code, out, err } = await riscontro(desk.address, ['similar', '-'], { input })
    expect([code, err.split('\n').length]).toEqual([0, 2])
    expect(answers(out)[0].matches[0]?.claimId).toBe(claims[1])
    expect(await store.words.isBehind()).toBe(false)
  }, 120_000)

  it('answers a bad line with its error, goes on, and ends with 1', async () => {
    const file = join(folder, 'texts.jsonl')
    const bad = [
      '{"id": "b"',
      lines({ id: 'c' }),
      lines({ id: 'd', text: 'x', language: 'Italian' }),
    ]
    const good = lines({ id: 'e', text: '' }, { id: 'f', text: '\u0000 \ud800 “*” OR -(' })
    writeFileSync(file, [...bad, '', good].join('\r\n'))
    const { code, out, err } = await riscontro(desk.address, ['similar', file])
    expect(code).toBe(1)
    expect(answers(out)).toMatchObject([
      { id: null, error: { code: 'invalid', fields: { line: { code: 'malformed' } } } },
      { id: 'c', error: { code: 'invalid', fields: { text: {} } } },
      { id: 'd', error: { code: 'invalid', fields: { language: {} } } },
      { id: 'e', matches: [] },
      { id: 'f', matches: [] },
    ])
    expect(err.match(/^line \d: invalid/gm)).toEqual([1, 2, 3].map((n) => `line ${n}: invalid`))
  }, 120_000)

  it('answers a line before the next one comes', async () => {
    const child = start(['src/cli.ts', 'similar', '-'], { RISCONTRO_DB: desk.address })
    const first = new Promise((resolve) => child.stdout?.once('data', resolve))
    child.stdin?.write(`${lines({ id: 1, text: 'La scuola di musica è chiusa' })}\n`)
    expect(answers(String(await first))[0].matches[0].claimId).toBe(claims[2])
    const ended = new Promise((resolve) => child.on('close', resolve))
    child.stdin?.end()
    expect(await ended).toBe(0)
  }, 120_000)

  it('says that a file is not there', async () => {
    const { code, err } = await riscontro(desk.address, ['similar', join(folder, 'none')])
    expect(code).toBe(1)
    expect(err).toContain('ENOENT')
  }, 120_000)
})
