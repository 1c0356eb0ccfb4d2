import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import canonicalize from 'canonicalize'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine } from '../../src/desk/doctor.ts'
import { openDesk } from '../../src/desk/open.ts'
import { sha256 } from '../../src/store/seal.ts'
import { person, testDesk } from '../support/desk.ts'
import { toldDesk } from '../support/told-desk.ts'
import { riscontro, root } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'riscontro-moving-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const compiled = join(root, 'node_modules/.cache/compiled')
const database = (name: string) => join(folder, `${name}.db`)

type Verdict = { ledger: { publication: string } }
type Document = { desk: unknown; scale: unknown; verdicts: Verdict[] }
const read = (file: string): Document => JSON.parse(readFileSync(file, 'utf8'))

/** What moving may not change: all of an export but its places in the ledger. */
const movedOf = ({ desk, scale, verdicts }: Document) => ({
  ...{ desk, scale },
  verdicts: verdicts.map((one) => ({ ...one, ledger: one.ledger.publication })),
})

/** The same verdict once more, under other ids and another address. */
function copyOf({ ledger, ...told }: Verdict, n: number): Verdict {
  const text = JSON.stringify(told)
    .replaceAll(/"([\da-f-]{32})[\da-f]{4}"/g, `"$1${(n + 4096).toString(16)}"`)
    .replaceAll(/"slug":"([^"]+)"/g, `"slug":"$1-${n}"`)
  const copy: object = JSON.parse(text)
  return { ...copy, ledger: { ...ledger, publication: sha256(canonicalize(copy) ?? '') } }
}

/** A new desk, as the README says. */
async function newDesk(): Promise<string> {
  const path = database('new')
  const who = ['--name', 'Nora', '--email', 'nora@example.org', '--desk', 'Nuova', '--stdin']
  const input = 'quattro parole qui\n'
  const made = await riscontro(path, ['account', 'create', ...who], { input })
  expect([made.code, made.err]).toEqual([0, ''])
  return path
}

/** Another one, without that. */
async function emptyDesk(): Promise<string> {
  const desk = await testDesk(database('killed'))
  await person(desk, 'editor', 'Nora', 1)
  await desk.end()
  return database('killed')
}

/** Has a desk export all that it has, and nothing be wrong with it. */
async function exported(path: string): Promise<Document> {
  const desk = await openDesk(path)
  const found = await Array.fromAsync(examine(desk))
  expect(found.filter((one) => 'fault' in one)).toEqual([])
  expect((await desk.store.verify()).fault).toBeNull()
  await desk.close()
  const out = `${path}.json`
  expect((await riscontro(path, ['export', 'verdicts', '--out', out])).code).toBe(0)
  return read(out)
}

const published = (path: string): number => {
  const db = new Database(path, { readonly: true })
  const count = db.prepare('select count(*) from publications').pluck().get()
  db.close()
  return Number(count)
}

describe('riscontro import, of another desk’s export', () => {
  const file = join(folder, 'verdicts.json')
  const large = join(folder, 'large.json')

  beforeAll(async () => {
    const told = await toldDesk(database('old'))
    await told.desk.end()
    const whole = await riscontro(database('old'), ['export', 'verdicts', '--out', file])
    expect(whole.code).toBe(0)
    const { verdicts, ...head } = read(file)
    const copies = Array.from({ length: 30 }, (_, n) => verdicts.map((one) => copyOf(one, n)))
    writeFileSync(large, JSON.stringify({ ...head, verdicts: copies.flat() }))
  }, 120_000)

  it('moves a desk into an empty one, whose export is the same; once more changes nothing', async () => {
    const path = await newDesk()
    const count = read(file).verdicts.length
    const moved = await riscontro(path, ['import', file])
    expect([moved.code, moved.out]).toEqual([0, `moved in: ${count} of ${count} verdicts\n`])
    expect(movedOf(await exported(path))).toEqual(movedOf(read(file)))
    const again = await riscontro(path, ['import', file, '--json'])
    expect(JSON.parse(again.out)).toEqual({ format: 'riscontro', read: count, added: 0 })
  }, 120_000)

  it('goes on where it was killed, and comes to what it had come to otherwise', async () => {
    const path = await emptyDesk()
    const all = read(large).verdicts.length
    const env = { PATH: process.env.PATH, RISCONTRO_DB: path, NODE_COMPILE_CACHE: compiled }
    let midway = 0
    for (let round = 0; round < 2; round++) {
      const before = published(path)
      const words = ['src/cli.ts', 'import', large]
      const child = spawn(process.execPath, words, { cwd: root, env })
      const closed = new Promise((resolve) => child.on('close', resolve))
      while (child.exitCode === null && published(path) <= before) await wait(1)
      await wait(Math.random() * 10)
      child.kill('SIGKILL')
      await closed
      const now = published(path)
      if (now > 0 && now < all) midway += 1
    }
    expect(midway).toBeGreaterThan(0)
    const rest = await riscontro(path, ['import', large])
    expect([rest.code, rest.out]).toMatchObject([0, expect.stringContaining(`of ${all} verdicts`)])
    expect(movedOf(await exported(path))).toEqual(movedOf(read(large)))
  }, 120_000)
})
