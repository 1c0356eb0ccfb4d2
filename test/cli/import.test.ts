import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine } from '../../src/desk/doctor.ts'
import { type Desk, openDesk } from '../../src/desk/open.ts'
import { hasXfact, xfactFile } from '../support/xfact.ts'
import { riscontro, root } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'riscontro-import-'))
const database = join(folder, 'desk.db')
let desk: Desk
beforeAll(async () => {
  desk = await openDesk(database)
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const EACH = 3000
/** Rulings of a kind, every tenth without a label, and some of them twice. */
function fileOf(name: string): string {
  const path = join(folder, `${name}.ndjson`)
  const lines = Array.from({ length: EACH }, (_, i) =>
    JSON.stringify({
      '@type': 'ClaimReview',
      url: `https://${name}.example/${i % 2900}`,
      claimReviewed: `Il ponte numero ${i % 2900} è crollato`,
      reviewRating: { alternateName: i % 10 ? 'Falso' : '' },
    }),
  )
  writeFileSync(path, lines.join('\n'))
  return path
}

/** All that is kept of a publisher, without what differs from one time to the next. */
function keptOf(path: string, name: string): string[] {
  const db = new Database(path, { readonly: true })
  const publisher = `${name}.example`
  const rows = db
    .prepare(
      'select label, statement, url, changed_at from rulings where publisher = ? order by statement',
    )
    .all(publisher)
  const refusals = db
    .prepare(
      `select r.line, r.code, r.kept from import_refusals r join imports i on i.id = r.import
       where i.name = ? and i.status = 'done' order by r.number`,
    )
    .all(`${name}.ndjson`)
  const counts = db
    // One that was killed at its very end is done when it is run again, and only looked through after that.
    .prepare(
      `select status, added, changed, same, refused from imports
       where name = ? and status <> 'looked'`,
    )
    .all(`${name}.ndjson`)
  const labels = db
    .prepare('select label, rulings from publisher_labels where publisher = ?')
    .all(publisher)
  db.close()
  return [rows, refusals, counts, labels].map((all) =>
    JSON.stringify(all).replaceAll(name, 'anybody'),
  )
}

describe('riscontro import', () => {
  const file = fileOf('intero')

  it('says what would come of it, and brings nothing in where that was all that was asked', async () => {
    const { code, out } = await riscontro(database, ['import', file, '--dry-run'])
    expect([code, out]).toEqual([0, 'would be: 2610 new, 0 changed, 90 the same, 300 refused\n'])
    expect(await desk.store.labels.publishers('', 9)).toEqual([])
  })

  it('brings it in after that, and the second time changes nothing', async () => {
    const first = await riscontro(database, ['import', file])
    expect(first.out.trim().split('\n').at(-1)).toBe(
      'done: 2610 new, 0 changed, 90 the same, 300 refused',
    )
    expect(first.err).toMatch(/what was refused, and why: \/imports\/[\da-f-]{36}/)
    const again = await riscontro(database, ['import', file, '--json'])
    expect(JSON.parse(again.out)).toMatchObject({
      status: 'looked',
      added: 0,
      changed: 0,
      same: 2700,
    })
  }, 60_000)

  it('reads standard input, and says what is wrong with how it was asked', async () => {
    const input = 'quanto;giudizio\nIl ponte è crollato;Falso\n'
    const columns = JSON.stringify({ quanto: 'statement', giudizio: 'label' })
    const args = ['import', '-', '--publisher', 'www.ponti.example', '--columns', columns, '--json']
    const { code, out } = await riscontro(database, args, { input })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ name: 'standard input', format: 'table', added: 1 })
    const wrong = await riscontro(database, ['import', '-', '--columns', '{"nobody":"label"}'], {
      input,
    })
    expect([wrong.code, wrong.err]).toEqual([1, 'invalid; columns: malformed\n'])
    const none = await riscontro(database, ['import', join(folder, 'nothing.json')])
    expect(none.code).toBe(1)
  }, 60_000)

  it.skipIf(!hasXfact)(
    'brings in 1,418 real rows by guessing their columns (where they are at hand)',
    async () => {
      const { code, out } = await riscontro(database, ['import', xfactFile, '--json'])
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ status: 'done', added: 1418, refused: 0 })
    },
    60_000,
  )
})

/** An import on its way; `ended` says whether it came to its end, or was killed. */
function importing(file: string) {
  const env = {
    PATH: process.env.PATH,
    RISCONTRO_DB: database,
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
  }
  const child = spawn(process.execPath, ['src/cli.ts', 'import', file], { cwd: root, env })
  const ended = new Promise<boolean>((resolve) => {
    child.on('close', (_, signal) => resolve(signal === null))
  })
  return { child, ended }
}

const brought = async (name: string): Promise<number> =>
  (await desk.store.labels.used(`${name}.example`, 'falso'))?.rulings ?? 0

describe('an import that is killed at any moment', () => {
  it('goes on when it is run again, and comes to what it had come to otherwise', async () => {
    const file = fileOf('ucciso')
    let midway = 0
    for (let round = 0; round < 4; round++) {
      const before = await brought('ucciso')
      const { child, ended } = importing(file)
      // Killed while it is read, or a little after more of it was written.
      const isFar = async () => (await brought('ucciso')) > before
      if (round === 0) await wait(500)
      else while (child.exitCode === null && !(await isFar())) await wait(1)
      if (round % 2) await wait(Math.random() * 10)
      child.kill('SIGKILL')
      if (await ended) break
      const done = await brought('ucciso')
      if (done > 0 && done < 2610) midway += 1
    }
    expect(midway).toBeGreaterThan(0)
    expect((await riscontro(database, ['import', file])).code).toBe(0)
    expect((await riscontro(database, ['import', fileOf('sano')])).code).toBe(0)
    expect(keptOf(database, 'ucciso')).toEqual(keptOf(database, 'sano'))
    const faults = (await Array.fromAsync(examine(desk))).filter((one) => 'fault' in one)
    expect(faults).toEqual([])
    expect((await desk.store.verify()).fault).toBeNull()
  }, 120_000)
})
