import { randomUUIDv7 } from 'node:crypto'
import { rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { examine, type Fault, type Orphan } from '../../src/desk/doctor.ts'
import { record } from '../../src/domain/ledger.ts'
import type { Member } from '../../src/domain/member.ts'
import { takenFrom, warcOf } from '../../src/interchange/warc.ts'
import { sha256 } from '../../src/store/seal.ts'
import { citing } from '../support/citing.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import * as story from '../support/story.ts'

const nothing = { address: undefined, drop: async () => {} }
const engines = {
  'on SQLite': async () => nothing,
  [onPostgres('on another engine')]: async () => {
    const { url, drop } = await freshPostgresDatabase()
    return { address: url, drop }
  },
}

for (const [name, database] of Object.entries(engines)) {
  describe.skipIf(name !== 'on SQLite' && postgresMissing)(`the doctor, ${name}`, () => {
    let desk: TestDesk
    let carla: Member
    let drop: () => Promise<void>
    beforeEach(async () => {
      const made = await database()
      drop = made.drop
      desk = await testDesk(made.address)
      carla = await person(desk, 'checker', 'Carla')
    })
    afterEach(async () => {
      await desk.end()
      await drop()
    })

    /** Keeps what was pasted, as it is or with another tale told of it. */
    async function keep(words: string, told: { bytes?: string; size?: number } = {}) {
      const payload = Buffer.from(words)
      const bytes = sha256(payload)
      const act = { member: carla, at: desk.now() }
      const taken = { uri: `urn:sha256:${bytes}`, at: act.at, mediaType: 'text/plain' }
      const warc = await desk.files.put(await warcOf({ ...taken, payload, http: null }))
      const nowhere = { source: null, title: null, language: null, url: null, status: null }
      const found = { way: 'paste', warc, bytes, size: payload.length, text: sha256(words) }
      const id = randomUUIDv7()
      const rest = { mediaType: taken.mediaType, takenAt: act.at, ...told }
      const snapshot = { id, revision: 0, ...nowhere, ...found, ...rest }
      const texts = [{ hash: found.text, text: words }]
      await desk.store.save([record('snapshot', 'keep', act, null, snapshot)], { texts })
      return { id, warc, place: join(desk.files.folder, warc.slice(0, 2), `${warc}.warc.gz`) }
    }

    async function examined(removeOrphans = false) {
      const faults: Fault[] = []
      const orphans: Orphan[] = []
      const found = examine(desk, { removeOrphans })
      let next = await found.next()
      for (; !next.done; next = await found.next()) {
        if ('fault' in next.value) faults.push(next.value.fault)
        else orphans.push(next.value.orphan)
      }
      return { faults, orphans, ...next.value }
    }

    it('finds nothing wrong where everything is there', async () => {
      const sound = { faults: [], orphans: [] }
      expect(await examined()).toEqual({ ...sound, snapshots: 0, files: 0, uncited: 0 })
      const { id } = await keep(story.bridge)
      await keep('Un altro testo.')
      await desk.store.save([citing(desk, carla, id)])
      expect(await examined()).toEqual({ ...sound, snapshots: 2, files: 2, uncited: 1 })
    })

    it('names each snapshot whose file is gone, cut, altered, or not what was recorded', async () => {
      const kept = await Promise.all(['uno', 'due', 'tre'].map((words) => keep(words)))
      const [gone, cut, altered] = kept
      if (!gone || !cut || !altered) throw new Error('nothing was kept')
      rmSync(gone.place)
      truncateSync(cut.place, 40)
      const other = await takenFrom(await desk.files.read(altered.warc))
      writeFileSync(altered.place, await warcOf({ ...other, payload: Buffer.from('quattro') }))
      const untrue = await keep('cinque', { bytes: sha256('sei') })
      const longer = await keep('sette', { size: 7 })
      const { faults, orphans, snapshots } = await examined()
      const whys = Object.fromEntries(faults.map(({ subject, why }) => [subject, why]))
      expect(whys).toEqual({
        [`snapshot ${gone.id}`]: `its file ${gone.warc} is not there`,
        [`snapshot ${cut.id}`]: `its file ${cut.warc} was altered`,
        [`snapshot ${altered.id}`]: `its file ${altered.warc} was altered`,
        [`snapshot ${untrue.id}`]: `its file ${untrue.warc} holds something else`,
        [`snapshot ${longer.id}`]: `its file ${longer.warc} holds another number of bytes`,
      })
      expect([orphans, snapshots]).toEqual([[], 5])
    })

    it('names what cites a snapshot that is not there', async () => {
      const nowhere = randomUUIDv7()
      await desk.store.save([citing(desk, carla, nowhere)])
      const { faults } = await examined()
      expect(faults).toEqual([
        {
          subject: expect.stringMatching(/^source [\da-f-]{36}$/),
          why: `its snapshot ${nowhere} is not there`,
        },
      ])
    })

    it('lists what no snapshot names, and takes away what was forgotten, and nothing else', async () => {
      const { place } = await keep('uno')
      const { folder } = desk.files
      const lost = await desk.files.put(Buffer.from('never recorded'))
      const fresh = await desk.files.put(Buffer.from('just being recorded'))
      const path = (hash: string) => `${hash.slice(0, 2)}/${hash}.warc.gz`
      const leftover = `${path(lost)}.part`
      const strange = `${lost.slice(0, 2)}/notes.txt`
      for (const one of [leftover, strange]) writeFileSync(join(folder, one), 'half')
      const old = new Date('2025-06-01T00:00:00Z')
      for (const one of [path(lost), leftover, strange]) utimesSync(join(folder, one), old, old)
      utimesSync(place, old, old)
      const all = [path(lost), path(fresh), leftover, strange].sort()
      const paths = (orphans: Orphan[]) => orphans.map((one) => one.path).sort()
      const first = await examined()
      expect([first.faults, paths(first.orphans), first.files]).toEqual([[], all, 5])
      const second = await examined(true)
      const removed = second.orphans.filter((one) => one.removed)
      expect(paths(removed)).toEqual([leftover, path(lost)].sort())
      const third = await examined(true)
      expect([third.faults, paths(third.orphans)]).toEqual([[], [path(fresh), strange].sort()])
    })

    it('takes away nothing that is newer than the last decision: the database may be a copy', async () => {
      await keep('uno')
      const later = await desk.files.put(Buffer.from('of a decision after the copy'))
      const aged = { ...desk, now: () => new Date(Date.now() + 10 * 3_600_000).toISOString() }
      const found = await Array.fromAsync(examine(aged, { removeOrphans: true }))
      expect(found).toMatchObject([{ orphan: { removed: false } }])
      expect(await desk.files.read(later)).toHaveLength(28)
    })
  })
}

it('the doctor says what SQLite finds wrong with its file', async () => {
  const desk = await testDesk()
  await story.article(desk, await person(desk, 'checker', 'Carla'))
  const raw = new Database(desk.address)
  raw.pragma('foreign_keys = OFF')
  const triggers = raw.prepare("select name from sqlite_master where type = 'trigger'").pluck()
  for (const trigger of triggers.all()) raw.exec(`drop trigger ${trigger}`)
  raw.exec('delete from texts')
  raw.close()
  const why = expect.stringMatching(/^article_versions \d+: no such texts/)
  expect(await Array.fromAsync(examine(desk))).toContainEqual({
    fault: { subject: 'the database', why },
  })
  await desk.end()
})
