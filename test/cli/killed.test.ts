import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { examine } from '../../src/desk/doctor.ts'
import { type Desk, openDesk } from '../../src/desk/open.ts'
import { root } from './run.ts'

const ROUNDS = 20
const EACH = 20
const folder = mkdtempSync(join(tmpdir(), 'riscontro-killed-'))
const database = join(folder, 'desk.db')
const files = join(folder, 'files')

/** The articles of a round, which no other round has. */
const articles = (round: number): string[] =>
  Array.from({ length: EACH }, (_, at) => join(folder, `${round}-${at}.txt`))

let desk: Desk
beforeAll(async () => {
  mkdirSync(files)
  desk = await openDesk(database)
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, file] of articles(round).entries()) {
      const name = `Il ponte numero ${at} della strada ${round} riapre`
      writeFileSync(file, `${name}\n\nIl ponte è aperto. ${'Parole su parole. '.repeat(at * 20)}`)
    }
  }
}, 60_000)
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Starts an import; `ended` says whether it came to its end, or was killed. */
function importing(sources: string[]) {
  const settings = {
    PATH: process.env.PATH,
    RISCONTRO_DB: database,
    RISCONTRO_FILES: files,
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
  }
  const words = ['src/cli.ts', 'article', 'import', ...sources]
  const child = spawn(process.execPath, words, { cwd: root, env: settings, stdio: 'pipe' })
  let out = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  const ended = new Promise<boolean>((resolve) => {
    child.on('close', (_, signal) => resolve(signal === null))
  })
  /** Waits until so many articles are said to be kept. */
  const said = async (lines: number) => {
    while (out.split('\n').length <= lines && child.exitCode === null) await wait(1)
  }
  return { child, ended, said }
}

/** Waits until something happens in the folder of files: between a file's writes, or after. */
async function stirred(times: number, ended: Promise<boolean>): Promise<void> {
  const happened = Promise.withResolvers<void>()
  let left = times
  const watcher = watch(files, { recursive: true }, () => {
    left -= 1
    if (left <= 0) happened.resolve()
  })
  await Promise.race([happened.promise, ended])
  watcher.close()
}

const articlesKept = async () => (await desk.store.articles.list(null, ROUNDS * EACH + 1)).length
const filesKept = async () => (await Array.fromAsync(desk.files.list())).length
const orphans = async () =>
  (await Array.fromAsync(examine(desk))).flatMap((one) => ('orphan' in one ? one.orphan : []))

/** What the doctor and the ledger find wrong. */
async function faults(): Promise<unknown[]> {
  const found = await Array.fromAsync(examine(desk))
  const { fault } = await desk.store.verify()
  return [...found.filter((one) => 'fault' in one), ...(fault ? [fault] : [])]
}

it('an import that is killed between its file and its rows leaves a file that nothing names', async () => {
  const file = join(folder, 'between.txt')
  writeFileSync(file, 'Il ponte fra due sponde riapre\n\nIl ponte è aperto.')
  // Nothing can be saved while somebody else writes: the import waits there with its file kept.
  const other = new Database(database)
  other.exec('begin immediate')
  const { child, ended } = importing([file])
  while ((await filesKept()) === 0 && child.exitCode === null) await wait(5)
  child.kill('SIGKILL')
  expect(await ended).toBe(false)
  other.close()
  expect(await articlesKept()).toBe(0)
  expect(await faults()).toEqual([])
  expect(await orphans()).toHaveLength(1)
  expect(await importing([file]).ended).toBe(true)
  expect([await articlesKept(), await faults()]).toEqual([1, []])
  rmSync(join(files, (await orphans())[0]?.path ?? ''))
}, 60_000)

it('an import that is killed at any moment leaves nothing half, and goes on where it was', async () => {
  let midway = 0
  for (let round = 0; round < ROUNDS; round++) {
    const before = await articlesKept()
    const { child, ended, said } = importing(articles(round))
    // At a moment after so many articles, in turn told by what is said and by what is written.
    if (round % 2) await stirred(1 + round * 2, ended)
    else await said(round)
    if (round % 3) await wait(Math.random() * 10)
    child.kill('SIGKILL')
    const whole = await ended
    const kept = (await articlesKept()) - before
    if (!whole && kept > 0 && kept < EACH) midway += 1
    expect(await faults(), `killed after ${kept} articles`).toEqual([])
  }
  expect(midway).toBeGreaterThan(ROUNDS / 4)

  // What was left out comes in afterwards; what was there is known.
  const all = Array.from({ length: ROUNDS }, (_, round) => articles(round)).flat()
  expect(await importing(all).ended).toBe(true)
  expect(await articlesKept()).toBe(all.length + 1)
  expect(await faults()).toEqual([])
  const lost = await orphans()
  expect(lost.length).toBeGreaterThan(0)
  expect(await filesKept()).toBe(all.length + 1 + lost.length)
}, 240_000)
