import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archived } from '../../src/desk/backup/archive.ts'
import { backUp } from '../../src/desk/backup/backup.ts'
import { examine } from '../../src/desk/doctor.ts'
import { verifyLedger } from '../../src/desk/ledger.ts'
import { openDesk } from '../../src/desk/open.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import * as story from '../support/story.ts'

describe('a backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-backups-'))
  let desk: TestDesk
  let carla: Member
  beforeAll(async () => {
    desk = await testDesk()
    carla = await person(desk, 'checker', 'Carla')
    await story.claim(desk, carla, await story.article(desk, carla))
    await desk.files.put(Buffer.from('kept'))
  })
  afterAll(async () => {
    await desk.end()
    rmSync(folder, { recursive: true, force: true })
  })

  /** What is kept of what is wrong with a desk that was opened from a copy. */
  async function wrongWith(copy: string): Promise<unknown[]> {
    const restored = await openDesk(join(copy, 'desk.db'))
    try {
      const wrong: unknown[] = []
      for await (const found of examine(restored)) if ('fault' in found) wrong.push(found)
      const { fault, entries } = await verifyLedger(restored, () => undefined)
      expect(entries).toBe(await desk.store.verdicts.cursor())
      return fault ? [...wrong, fault] : wrong
    } finally {
      await restored.close()
    }
  }

  it('is whole, opens as a desk, and holds everybody’s key and nobody’s secret', async () => {
    const out = join(folder, 'whole')
    const made = await backUp(desk, out)
    expect(made).toMatchObject({ out, files: 2 })
    expect(readdirSync(out).sort()).toEqual(['desk.db', 'files', 'riscontro.json'])
    expect(await wrongWith(out)).toEqual([])
    const known = JSON.parse(readFileSync(join(out, 'riscontro.json'), 'utf8'))
    expect(known.key).toMatchObject({ algorithm: 'Ed25519' })
    expect(JSON.stringify(known)).not.toContain('PRIVATE')
  })

  it('is for nobody else to read, not while it is made either', async () => {
    const modes = new Set<number>()
    const progress = () => {
      const there = readdirSync(folder).filter((name) => name.startsWith('closed.db'))
      for (const name of there) modes.add(statSync(join(folder, name)).mode & 0o077)
    }
    await backUp(desk, join(folder, 'closed.db'), { progress })
    progress()
    expect([...modes]).toEqual([0])
  })

  it('is of one moment, while others go on writing', async () => {
    const out = join(folder, 'moment.db')
    const writing = new Database(desk.address)
    writing.exec('create table scratch (n integer)')
    const add = writing.prepare('insert into scratch values (?)')
    let steps = 0
    await backUp(desk, out, {
      progress: () => {
        steps += 1
        for (let i = 0; i < 50; i++) add.run(i)
      },
    })
    writing.exec('drop table scratch')
    writing.close()
    expect(steps).toBeGreaterThan(0)
    const copy = new Database(out, { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.prepare('select count(*) from scratch').pluck().get()).toBe(0)
    copy.close()
  })

  it('takes no other one’s place, and leaves nothing half there', async () => {
    const there = join(folder, 'there')
    writeFileSync(there, 'mine')
    await expect(backUp(desk, there)).rejects.toMatchObject({ code: 'exists' })
    expect(readFileSync(there, 'utf8')).toBe('mine')
    const controller = new AbortController()
    const progress = () => controller.abort(new Error('enough'))
    const stopped = backUp(desk, join(folder, 'never'), { progress, signal: controller.signal })
    await expect(stopped).rejects.toThrow('enough')
    expect(readdirSync(folder).filter((name) => /never|part/.test(name))).toEqual([])
  })

  it('is an archive that any tar unpacks, where it is handed on', async () => {
    const pieces: Uint8Array[] = []
    for await (const piece of archived(desk)) pieces.push(piece)
    const into = mkdtempSync(join(folder, 'unpacked-'))
    execFileSync('tar', ['xf', '-', '-C', into], { input: Buffer.concat(pieces) })
    expect(readdirSync(into).sort()).toEqual(['desk.db', 'files', 'riscontro.json'])
    expect(await wrongWith(into)).toEqual([])
  })

  it.skipIf(postgresMissing)(onPostgres('is made with the server’s own tools'), async () => {
    const database = await freshPostgresDatabase()
    const other = await testDesk(database.url)
    const out = join(folder, 'server')
    await expect(backUp(other, out)).rejects.toThrow(/pg_dump/)
    expect(readdirSync(folder)).not.toContain('server')
    await other.end()
    await database.drop()
  })
})
