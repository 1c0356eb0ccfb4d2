import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { getTableColumns, getTableName } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkpointNow } from '../../src/desk/checkpoints.ts'
import { mendTypo } from '../../src/desk/verdicts.ts'
import type { SealedEntry } from '../../src/domain/ledger.ts'
import type { SigningKey } from '../../src/store/key.ts'
import { tableOf } from '../../src/store/save.ts'
import { entryHash } from '../../src/store/seal.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { tables } from '../../src/store/tables.sqlite.ts'
import type { Fault, Verifying } from '../../src/store/verify.ts'
import { longLedger } from '../support/long-ledger.ts'
import * as story from '../support/story.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'

let told: ToldDesk
let key: SigningKey
let [entries, copies] = [0, 0]
beforeAll(async () => {
  told = await toldDesk()
  const { desk, editor } = told
  await checkpointNow(desk)
  const found = await story.read(desk, told.claims.debt)
  if (found.publicVerdict) {
    const words = { conclusion: 'È così, per ora.', rationale: story.verdictForm.rationale }
    await mendTypo(desk, editor, found.publicVerdict, desk.newId(), words).catch(() => null)
  }
  await checkpointNow(desk)
  key = await desk.keys.demand()
  entries = await desk.store.verdicts.cursor()
  new Database(desk.address).pragma('wal_checkpoint(TRUNCATE)')
}, 60_000)
afterAll(() => told.desk.end())

type Copy = { db: Database.Database; store: Store; verify: () => Promise<Fault | null> }

/** A copy of the desk's database in which nothing keeps anybody from changing it. */
async function onCopy<T>(
  work: (copy: Copy) => Promise<T>,
  of: string = told.desk.address,
): Promise<T> {
  const path = `${of}.${++copies}`
  copyFileSync(of, path)
  const store = await openStore(path)
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  for (const table of ['ledger', 'publications', 'texts']) {
    for (const verb of ['update', 'delete']) db.exec(`drop trigger ${table}_no_${verb}`)
  }
  const verify = async () => (await store.verify({ key })).fault
  try {
    return await work({ db, store, verify })
  } finally {
    db.close()
    await store.close()
  }
}

/** Every column of a table, with the place of its rows. */
const columnsOf = (name: string, columns: string[]) => columns.map((column) => ({ name, column }))
const named = (table: Parameters<typeof getTableColumns>[0]) =>
  columnsOf(
    getTableName(table),
    Object.values(getTableColumns(table)).map(({ name }) => name),
  )

/** A bit of something other: of a number one of its lower 40, of a text any. */
function flipped(value: string | number, at: number): number | Buffer {
  if (typeof value === 'number') return Number(BigInt(value) ^ (1n << BigInt(at % 40)))
  const bytes = Buffer.from(value)
  const place = at % (bytes.length * 8)
  bytes[place >> 3] = (bytes[place >> 3] ?? 0) ^ (1 << (place & 7))
  return bytes
}

type Place = { name: string; column: string }
type Row = { rowid: number; was: string | number }

/** Changes one bit of one row, sees what is found, and puts it back. Null where nothing could be changed. */
async function flip({ db, verify }: Copy, { name, column }: Place, at: number) {
  const rows = db
    .prepare(`select rowid as rowid, "${column}" as was from "${name}"
      where "${column}" is not null and "${column}" <> '' order by rowid`)
    .all() as Row[]
  const row = rows[at % Math.max(1, rows.length)]
  if (!row) return null
  const now = flipped(row.was, Math.floor(at / rows.length))
  const asText = typeof now === 'number' ? '?' : 'cast(? as text)'
  const set = `update "${name}" set "${column}"`
  const isPlace = /^(ledger|publications)[.]seq$|^checkpoints[.]size$/.test(`${name}.${column}`)
  try {
    db.prepare(`${set} = ${asText} where rowid = ?`).run(now, row.rowid)
  } catch {
    // There is one like it already: the database itself does not let it be.
    return null
  }
  const fault = await verify()
  db.prepare(`${set} = ? where rowid = ?`).run(row.was, isPlace ? now : row.rowid)
  return { fault, rowid: row.rowid, name, column, was: row.was, now: String(now) }
}

describe('a single bit', () => {
  const inLedger = named(tables.ledger)
  it('of any entry, in any column, is found, and the entry named', async () => {
    await onCopy(async (copy) => {
      const hit = fc.record({ place: fc.constantFrom(...inLedger), at: fc.nat() })
      let seen = 0
      await fc.assert(
        fc.asyncProperty(hit, async ({ place, at }) => {
          const found = await flip(copy, place, at)
          if (!found) return
          seen += 1
          expect(found.fault, JSON.stringify(found)).not.toBeNull()
          expect(found.fault?.seq, JSON.stringify(found)).toBe(found.rowid)
        }),
        { numRuns: 250 },
      )
      expect(seen).toBeGreaterThan(150)
      expect(await copy.verify()).toBeNull()
    })
  }, 120_000)

  it('of any row that the entries speak of, of any text, publication or checkpoint, is found', async () => {
    const beside = [
      ...Object.values(tableOf(tables)).flatMap(named),
      ...named(tables.publications),
      ...named(tables.texts),
      ...named(tables.checkpoints),
    ]
    await onCopy(async (copy) => {
      const hit = fc.record({ place: fc.constantFrom(...beside), at: fc.nat() })
      let seen = 0
      await fc.assert(
        fc.asyncProperty(hit, async ({ place, at }) => {
          const found = await flip(copy, place, at)
          if (!found) return
          seen += 1
          expect(found.fault, JSON.stringify(found)).not.toBeNull()
        }),
        { numRuns: 250 },
      )
      expect(seen).toBeGreaterThan(100)
      expect(await copy.verify()).toBeNull()
    })
  }, 120_000)
})

/** Puts an entry's columns in place of what they were, and seals it as the desk would. */
function reseal(copy: Copy, entry: SealedEntry, changed: Partial<SealedEntry>): SealedEntry {
  const now = { ...entry, ...changed }
  const sealed = { ...now, hash: entryHash(now, now.seq, now.previous) }
  copy.db
    .prepare('update ledger set comment = ?, change = ?, previous = ?, hash = ? where seq = ?')
    .run(sealed.comment, JSON.stringify(sealed.change), sealed.previous, sealed.hash, sealed.seq)
  return sealed
}

describe('whoever can write to the database, and has not the key,', () => {
  it('does not alter an entry and seal it anew: the one after it is chained to another', async () => {
    await onCopy(async (copy) => {
      const life = (await copy.store.ledger.ofSubject('claim', told.claims.costs, 50)).reverse()
      const [, second] = life
      if (!second) throw new Error('no life')
      reseal(copy, second, { comment: 'Never said' })
      expect(await copy.verify()).toMatchObject({ seq: second.seq })
    })
  })

  it('does not alter a whole life and seal it anew: the checkpoint covers another', async () => {
    await onCopy(async (copy) => {
      const life = (await copy.store.ledger.ofSubject('claim', told.claims.costs, 50)).reverse()
      let previous: string | null = null
      for (const entry of life) {
        const comment = entry.revision === 2 ? 'Never said' : entry.comment
        previous = reseal(copy, entry, { comment, previous }).hash
      }
      const [first] = await copy.store.ledger.after(0, 1)
      const fault = await copy.verify()
      expect(fault?.seq).toBe(first?.seq)
      expect(fault?.why).toMatch(/^one of the entries 1 to \d+ is not what the checkpoint of 20/)
    })
  })

  it('does not take away the newest entries with every row that speaks of them', async () => {
    await onCopy(async (copy) => {
      const [last] = await copy.store.ledger.after(entries - 1, 1)
      if (!last) throw new Error('no entry')
      const table = { claim: 'claims', verdict: 'verdicts' }[String(last.kind)]
      expect(table).toBeDefined()
      copy.db.prepare('delete from publications where seq = ?').run(entries)
      copy.db.prepare('delete from ledger where seq = ?').run(entries)
      const restored = Object.entries(last.change).map(([field, [was]]) => [field, was] as const)
      for (const [field, was] of restored) {
        const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        const value = Array.isArray(was) ? JSON.stringify(was) : was
        copy.db.prepare(`update ${table} set "${column}" = ? where id = ?`).run(value, last.subject)
      }
      copy.db.prepare(`update ${table} set revision = revision - 1 where id = ?`).run(last.subject)
      const fault = await copy.verify()
      expect(fault).toMatchObject({ seq: entries, why: expect.stringContaining('is missing') })
    })
  })

  it('does not sign a checkpoint that fits', async () => {
    await onCopy(async (copy) => {
      copy.db.exec(`insert into checkpoints values (-1, '2020-01-01', '', 'other', '')`)
      expect(await copy.verify()).toMatchObject({ subject: 'the checkpoint of -1 entries' })
      copy.db.exec('delete from checkpoints where size < 0')
      copy.db.prepare('update checkpoints set root = ?').run('0'.repeat(64))
      expect(await copy.verify()).toMatchObject({ why: 'it is not what the desk signed' })
    })
  })

  it('does not pass for signed where other keys signed it, or none', async () => {
    await onCopy(async ({ db, store }) => {
      expect(await store.verify({ key })).toMatchObject({ checkpoints: 1, fault: null })
      const signature = Buffer.alloc(64, 1).toString('base64')
      db.prepare(`update checkpoints set key = 'other', signature = ?`).run(signature)
      const report = await store.verify({ key })
      expect(report).toMatchObject({ checkpoints: 0, otherKeys: ['other'], fault: null })
      db.exec('delete from checkpoints')
      expect(await store.verify({ key })).toMatchObject({ checkpoints: 0, otherKeys: [] })
    })
  })
})

describe('a removed or moved entry', () => {
  it('is the first, where it was put before the beginning', async () => {
    await onCopy(async ({ db, verify }) => {
      for (const place of [0, -7]) {
        db.prepare('update ledger set seq = ? where seq = (select min(seq) from ledger)').run(place)
        expect(await verify()).toMatchObject({ seq: 1 })
      }
    })
  })

  it('is found, and the first place that is wrong is named', async () => {
    const places = fc.record({ from: fc.nat(), to: fc.nat(), how: fc.constantFrom('gone', 'swap') })
    await onCopy(async (copy) => {
      await fc.assert(
        fc.asyncProperty(places, async ({ from, to, how }) => {
          const [a, b] = [(from % entries) + 1, (to % entries) + 1]
          if (a === b) return
          copy.db.exec('begin')
          const move = copy.db.prepare('update ledger set seq = ? where seq = ?')
          if (how === 'swap')
            for (const [x, y] of [
              [-1, a],
              [a, b],
              [b, -1],
            ] as const)
              move.run(x, y)
          else copy.db.prepare('delete from ledger where seq = ?').run(a)
          copy.db.exec('commit')
          const fault = await copy.verify()
          expect(fault?.seq).toBe(how === 'swap' ? Math.min(a, b) : a)
          copy.db.exec(`delete from ledger; attach '${told.desk.address}' as whole;
            insert into ledger select * from whole.ledger; detach whole`)
        }),
        { numRuns: 60 },
      )
    })
  }, 60_000)
})

describe('a kept root of the tree', () => {
  let long: string
  beforeAll(async () => {
    long = `${told.desk.address}.long`
    await longLedger(long, 700)
    const store = await openStore(long)
    const root = await store.tree.root(700)
    await store.checkpoints.add(key.sign({ size: 700, at: told.desk.now(), root }))
    await store.close()
    new Database(long).pragma('wal_checkpoint(TRUNCATE)')
  })

  it('is said to be wrong where it was altered', async () => {
    await onCopy(async ({ db, store, verify }) => {
      const seen: Verifying[] = []
      const { fault } = await store.verify({ key, progress: (how) => seen.push(how) })
      expect(fault).toBeNull()
      expect(seen[0]).toEqual({ pass: 1, done: 700, total: 700 })
      expect(seen.at(-1)).toEqual({ pass: 2, done: 700, total: 700 })
      db.exec(`update ledger_tiles set hash = '${'0'.repeat(64)}' where number = 1`)
      expect(await verify()).toMatchObject({ seq: null, subject: 'row 1 of ledger_tiles' })
    }, long)
  })

  it('tells which run of a record that was sealed anew is wrong', async () => {
    await onCopy(async (copy) => {
      const run = await copy.store.ledger.after(256, 256)
      const lonely = run.find(({ kind }) => kind === 'search_record')
      if (!lonely) throw new Error('no such entry')
      reseal(copy, lonely, { comment: 'Never said' })
      const why = expect.stringContaining('one of the entries 257 to 512 ')
      expect(await copy.verify()).toMatchObject({ seq: 257, why })
    }, long)
  })
})
