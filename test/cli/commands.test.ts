import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { publish } from '../../src/desk/verdicts.ts'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import { openStore } from '../../src/store/store.ts'
import { person, testDesk } from '../support/desk.ts'
import { startFaultServer } from '../support/fault-server.ts'
import * as story from '../support/story.ts'
import { riscontro, root, start } from './run.ts'

const shared = join(root, '../shared/articles')
const folder = mkdtempSync(join(tmpdir(), 'riscontro-cli-'))
const database = join(folder, 'new/folder/desk.db')
const told = join(folder, 'told.db')

/** The two real articles where they are, else one written for the tests. */
const files = existsSync(shared)
  ? readdirSync(shared)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(shared, name))
  : [join(folder, 'ponte.txt')]

beforeAll(async () => {
  writeFileSync(join(folder, 'ponte.txt'), story.bridge)
  writeFileSync(join(folder, 'untitled.txt'), '')
  writeFileSync(join(folder, 'picture.txt'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2))
  const desk = await testDesk()
  const carla = await person(desk, 'checker', 'Carla')
  const enzo = await person(desk, 'editor', 'Enzo')
  const article = await story.article(desk, carla)
  for (let i = 0; i < 60; i++) {
    // Enough of it to fill a pipe.
    const id = await story.claim(desk, carla, article)
    await story.proposed(desk, carla, id, { rationale: `Il verbale. ${'Parole. '.repeat(500)}` })
    await publish(desk, enzo, await story.read(desk, id), {})
  }
  new Database(desk.address).pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(desk.address, told)
  await desk.end()
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('riscontro article', () => {
  it('reads a file, or standard input, and stores nothing', async () => {
    const ponte = join(folder, 'ponte.txt')
    const nowhere = join(folder, 'never/made.db')
    const [plain, json, piped] = await Promise.all([
      riscontro(nowhere, ['article', 'read', ponte]),
      riscontro(nowhere, ['article', 'read', ponte, '--json']),
      riscontro(nowhere, ['article', 'read', '-', '--json'], { input: story.bridge }),
    ])
    expect([plain.code, plain.err]).toEqual([0, ''])
    expect(plain.out).toContain('outlet    Gazzetta della Valle')
    const read = JSON.parse(json.out)
    expect(read).toMatchObject({
      title: 'Il ponte di Vallechiara riapre dopo tre anni',
      outlet: 'Gazzetta della Valle',
      byline: 'Lucia Ferri',
      date: '2024-03-12',
      language: 'it',
      text: expect.any(String),
      titleProposed: false,
    })
    expect(read.sentences[0]).toMatchObject({ number: 1, text: expect.any(String) })
    expect(JSON.parse(piped.out)).toEqual(read)
    expect(existsSync(nowhere)).toBe(false)
  }, 120_000)

  it('refuses what is no text, or not there, with the reason and exit 1', async () => {
    const asked = ['picture.txt', 'missing.txt'].map((name) =>
      riscontro(database, ['article', 'read', join(folder, name)]),
    )
    for (const { code, out, err } of await Promise.all(asked)) {
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(/binary|no such file/)
      expect(err).not.toMatch(/\n\s+at /)
    }
    const json = await riscontro(database, [
      'article',
      'read',
      join(folder, 'picture.txt'),
      '--json',
    ])
    expect([json.code, json.err]).toEqual([1, 'binary\n'])
    expect(JSON.parse(json.out)).toEqual({
      error: { code: 'binary', message: 'binary', fields: {} },
    })
  }, 120_000)

  it('imports files, knows them again, and goes on after one that is wrong', async () => {
    const wrong = join(folder, 'picture.txt')
    const first = await riscontro(database, ['article', 'import', wrong, ...files])
    expect(first.code).toBe(1)
    expect(first.err).toContain(`${wrong}: binary`)
    expect(first.out.match(/^imported /gm)).toHaveLength(files.length)
    const again = await riscontro(database, ['article', 'import', ...files, '--json'])
    expect(again.code).toBe(0)
    const lines = again.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ file, isNew }) => [file, isNew])).toEqual(
      files.map((file) => [file, false]),
    )
    // Off a terminal nothing is said of how far it is.
    expect([first.err, again.err].join('')).not.toMatch(/ of \d|\r/)
    const store = await openStore(database)
    expect(await store.articles.list(null, 10)).toHaveLength(files.length)
    const entries = await store.ledger.after(0, 2)
    expect(entries).toMatchObject([
      { actor: 'terminal', verb: 'keep', kind: 'snapshot' },
      { actor: 'terminal', verb: 'add', kind: 'article' },
    ])
    await store.close()
  }, 120_000)

  it('prints a line of JSON for each source, also for one that is refused', async () => {
    const sources = ['untitled.txt', 'ponte.txt'].map((name) => join(folder, name))
    const ran = await riscontro(database, ['article', 'import', ...sources, '--json'])
    expect(ran.code).toBe(1)
    const [wrong, right] = ran.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(wrong).toEqual({
      file: sources[0],
      error: { code: expect.any(String), message: expect.any(String), fields: expect.any(Object) },
    })
    expect(right).toMatchObject({ file: sources[1], id: expect.any(String) })
    expect(ran.err).toBe(`${sources[0]}: ${wrong.error.message}\n`)
  }, 120_000)

  it('ends cleanly when it is stopped: what is kept stays, and nothing is half there', async () => {
    const host = await startFaultServer()
    const stopped = join(folder, 'stopped.db')
    const ponte = join(folder, 'ponte.txt')
    const words = ['src/cli.ts', 'article', 'import', ponte, `${host.origin}/silent`, '--json']
    const child = start(words, { RISCONTRO_DB: stopped, RISCONTRO_FETCH_LOOPBACK: 'yes' })
    let [out, err] = ['', '']
    child.stdout?.on('data', (chunk) => (out += chunk))
    child.stderr?.on('data', (chunk) => (err += chunk))
    const ended = new Promise((resolve) => child.on('close', resolve))
    await vi.waitUntil(() => host.asked.length > 0, 60_000)
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    const [kept, last] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(kept).toMatchObject({ file: ponte, outcome: 'imported' })
    expect(last.error.code).toBe('stopped')
    expect(err).toBe('Stopped. What was done before stays.\n')
    await host.stop()
    const verified = await riscontro(stopped, ['ledger', 'verify', '--json'])
    expect([verified.code, JSON.parse(verified.out).fault]).toEqual([0, null])
  }, 120_000)
})

describe('riscontro export verdicts', () => {
  it('writes the document to a pipe', async () => {
    const { code, out, err } = await riscontro(told, ['export', 'verdicts'])
    expect([code, err]).toEqual([0, ''])
    expect(verdictExport.parse(JSON.parse(out)).verdicts).toHaveLength(60)
  }, 120_000)

  it('writes a file, and says as JSON what is in it', async () => {
    const out = join(folder, 'told.json')
    const ran = await riscontro(told, ['export', 'verdicts', '--out', out, '--json'])
    expect([ran.code, ran.err]).toEqual([0, ''])
    const { file, verdicts, bytes } = JSON.parse(ran.out)
    const document = readFileSync(out, 'utf8')
    expect({ file, verdicts }).toEqual({ file: out, verdicts: 60 })
    expect(bytes).toBe(Buffer.byteLength(document))
    expect(verdictExport.parse(JSON.parse(document)).verdicts).toHaveLength(60)
    const quiet = await riscontro(told, ['export', 'verdicts', '--out', out])
    expect(quiet).toEqual({ code: 0, out: '', err: '' })
    const none = await riscontro(join(folder, 'none.db'), [
      'export',
      'verdicts',
      '--out',
      out,
      '--json',
    ])
    expect(JSON.parse(none.out)).toMatchObject({ verdicts: 0 })
  }, 120_000)

  it('leaves nothing behind where it cannot write', async () => {
    const out = join(folder, 'no/such/folder/told.json')
    const ran = await riscontro(told, ['export', 'verdicts', '--out', out, '--json'])
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out).error).toMatchObject({ code: 'ENOENT', fields: {} })
    expect(ran.err).toMatch(/no such file/)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  }, 120_000)

  it('is quiet when whoever reads has read enough', async () => {
    const command = `"${process.execPath}" src/node.mjs src/cli.ts export verdicts | head -c 100`
    const shell = spawn('sh', ['-c', command], {
      cwd: root,
      env: { ...process.env, RISCONTRO_DB: told },
    })
    let err = ''
    let out = ''
    shell.stderr.on('data', (chunk) => (err += chunk))
    shell.stdout.on('data', (chunk) => (out += chunk))
    await new Promise((resolve) => shell.on('close', resolve))
    expect(out).toHaveLength(100)
    expect(err).toBe('')
  }, 120_000)

  it('is refused on a database that is none', async () => {
    const { code, out, err } = await riscontro(join(folder, 'ponte.txt'), ['export', 'verdicts'])
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('not a database')
    const json = await riscontro(join(folder, 'ponte.txt'), ['export', 'verdicts', '--json'])
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out).error.message).toContain('not a database')
  }, 120_000)
})

describe('riscontro ledger verify', () => {
  it('says that a whole record is whole', async () => {
    const plain = await riscontro(told, ['ledger', 'verify'])
    expect([plain.code, plain.err]).toEqual([0, ''])
    expect(plain.out).toMatch(/^The ledger is whole: \d+ entries on \d+ subjects\.$/m)
    const json = await riscontro(told, ['ledger', 'verify', '--json'])
    expect([json.code, json.err]).toEqual([0, ''])
    expect(JSON.parse(json.out)).toMatchObject({ entries: expect.any(Number), fault: null })
  }, 120_000)

  it('names the entry that was altered, and exits with 1', async () => {
    const tampered = join(folder, 'tampered.db')
    copyFileSync(told, tampered)
    const db = new Database(tampered)
    for (const trigger of db
      .prepare("select name from sqlite_master where type = 'trigger'")
      .pluck()
      .all())
      db.exec(`drop trigger ${trigger}`)
    const { seq } = db.prepare("select seq from ledger where kind = 'evidence' limit 1").get() as {
      seq: number
    }
    db.prepare('update ledger set change = replace(change, ?, ?) where seq = ?').run(
      'collaudo',
      'callaudo',
      seq,
    )
    db.close()
    const plain = await riscontro(tampered, ['ledger', 'verify'])
    expect([plain.code, plain.out]).toEqual([1, ''])
    expect(plain.err).toMatch(
      new RegExp(`broken at entry ${seq}: evidence [\\da-f-]{36}: the entry was altered`),
    )
    const json = await riscontro(tampered, ['ledger', 'verify', '--json'])
    expect([json.code, json.err]).toEqual([1, plain.err])
    expect(JSON.parse(json.out)).toMatchObject({ fault: { seq } })
  }, 120_000)
})

describe('riscontro', () => {
  it('exits with 2 where it is not understood, and with 0 where it helps, opening no desk', async () => {
    const nowhere = join(folder, 'never/made.db')
    const [wrong, json, help] = await Promise.all([
      riscontro(nowhere, ['article', 'bogus']),
      riscontro(nowhere, ['ledger', 'verify', '--loud', '--json']),
      riscontro(nowhere, ['article', 'import', '--help']),
    ])
    expect([wrong.code, wrong.out]).toEqual([2, ''])
    expect(wrong.err).toMatch(
      /^[^\n]+\n\nUSAGE riscontro article [\s\S]*\nUnknown command bogus\.\n$/,
    )
    expect(json.code).toBe(2)
    const message = "Unknown option '--loud'."
    expect(JSON.parse(json.out)).toEqual({ error: { code: 'usage', message, fields: {} } })
    expect(json.err).toContain(message)
    expect([help.code, help.err]).toEqual([0, ''])
    expect(help.out).toContain('USAGE riscontro article import ')
    expect(existsSync(nowhere)).toBe(false)
  }, 120_000)

  it('says which setting is wrong', async () => {
    const { code, err } = await riscontro(database, ['ledger', 'verify'], {
      env: { RISCONTRO_LOG: 'loud' },
    })
    expect(code).toBe(1)
    expect(err).toContain('RISCONTRO_LOG')
    expect(err).not.toMatch(/\n\s+at /)
    const args = ['export', 'verdicts', '--json']
    const json = await riscontro(database, args, { env: { PORT: 'many' } })
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out).error).toMatchObject({ code: 'failed', fields: {} })
    expect(json.err).toContain('PORT')
  }, 120_000)
})
