import { copyFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportVerdicts, previewExport } from '../../src/desk/exports.ts'
import { readHistory } from '../../src/desk/history.ts'
import { verifyLedger } from '../../src/desk/ledger.ts'
import { readPerson } from '../../src/desk/person-work.ts'
import { proveExport } from '../../src/desk/proving.ts'
import { compareVersions } from '../../src/desk/versions.ts'
import { readAsked } from '../../src/domain/story.ts'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import { openStore } from '../../src/store/store.ts'
import { deeds, type World } from '../support/deeds.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import {
  corrected,
  live,
  ordinary,
  reused,
  settled,
  type Try,
  tries,
  worldOn,
} from '../support/lives.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import * as story from '../support/story.ts'

async function foldsToItsTables(desk: TestDesk, lived: Try[]) {
  const on = await worldOn(desk)
  expect(await live(on, [...ordinary, ...settled])).toEqual([...ordinary, ...settled])
  await live(on, lived)
  const report = await verifyLedger(desk)
  expect(report.fault).toBeNull()
  expect(report.entries).toBeGreaterThan(20)
  await provesAll(desk)
}

/** The record holds, and everything that is exported is proved. */
async function provesAll(desk: TestDesk) {
  expect((await verifyLedger(desk)).fault).toBeNull()
  const [someone] = await desk.store.people.list()
  if (!someone) throw new Error('nobody works here')
  const text = await new Response(await exportVerdicts(desk, someone.person, {})).text()
  const { verdicts } = verdictExport.parse(JSON.parse(text))
  const { preview } = await previewExport(desk, someone.person, {}, 3)
  expect([verdicts.length, Buffer.byteLength(text)]).toEqual([preview.count, preview.bytes])
  const failed: unknown[] = []
  const watch = { failed: (one: unknown) => failed.push(one), progress: () => {} }
  const key = await desk.keys.demand()
  const proved = await proveExport(new Blob([text]).stream(), key, watch)
  expect([proved.hold, proved.fault, failed]).toEqual([verdicts.length, null, []])
}

async function takesOver(desk: TestDesk) {
  const on = await worldOn(desk)
  expect(await live(on, reused)).toEqual(reused)
  const [, second = ''] = on.claims
  const [told] = await desk.store.verdicts.of([second])
  expect(told?.reusedFrom).not.toBeNull()
  expect(told?.originalSeen).not.toBeNull()
  expect(await desk.store.links.standing([second])).toEqual([])
  await provesAll(desk)
  await tells(on)
}

/** Every life can be told, and the first version of each thing laid beside the last. */
async function tellsEveryLife(address?: string) {
  const desk = await testDesk(address)
  const on = await worldOn(desk)
  await live(on, [...ordinary, ...(fc.sample(tries, { seed: 11, numRuns: 1 })[0] ?? [])])
  await tells(on).finally(desk.end)
}

async function tells({ desk, people, article, claims }: World) {
  const [editor] = people
  if (!editor) throw new Error('nobody works here')
  const evidence = await desk.store.claims.evidence(claims)
  const versions = await desk.store.verdicts.of(claims)
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  const all = [
    ...claims.map((id) => ({ of: 'claim', id }) as const),
    ...ids(evidence).map((id) => ({ of: 'evidence', id }) as const),
    ...ids(versions).map((id) => ({ of: 'verdict', id }) as const),
    { of: 'article', id: article } as const,
  ]
  for (const one of all) {
    // What is read blind has its life told to its author.
    const author = versions.find(({ id }) => id === one.id)?.author
    const member = people.find(({ id }) => id === author) ?? editor
    const { acts, subject } = await readHistory(desk, member, one, readAsked({}))
    expect(acts.length).toBeGreaterThan(0)
    const { newer } = await compareVersions(desk, member, one, { a: 1, b: subject.revision })
    expect(newer.restores).toEqual([])
  }
  const { acts } = await readPerson(desk, editor, editor.id, readAsked({ how: 'public' }))
  expect(acts.length).toBeGreaterThan(0)
}

describe('the ledger of random lives', () => {
  it('folds to exactly what the tables hold, on SQLite', async () => {
    const property = fc.asyncProperty(tries, async (lived) => {
      const desk = await testDesk()
      await foldsToItsTables(desk, lived).finally(desk.end)
    })
    await fc.assert(property, { numRuns: 10, endOnFailure: true })
  }, 120_000)

  it('folds for a verdict that was confirmed, mended, kept, corrected and withdrawn', async () => {
    const desk = await testDesk()
    const on = await worldOn(desk)
    expect(await live(on, corrected)).toEqual(corrected)
    expect((await verifyLedger(desk)).fault).toBeNull()
    const versions = await desk.store.verdicts.of([on.claims[0] ?? ''])
    expect(versions.map(({ status }) => status)).toEqual(['superseded', 'superseded', 'withdrawn'])
    expect(versions.at(-1)?.mode).toBe('two_readers')
    await desk.end()
  })

  it('folds and proves where a verdict was taken over, on SQLite', async () => {
    const desk = await testDesk()
    await takesOver(desk).finally(desk.end)
  }, 60_000)

  it.skipIf(postgresMissing)(
    onPostgres('folds and proves where a verdict was taken over'),
    async () => {
      const { url, drop } = await freshPostgresDatabase()
      const desk = await testDesk(url)
      await takesOver(desk).finally(desk.end)
      await drop()
    },
    60_000,
  )

  it.skipIf(postgresMissing)(
    onPostgres('folds to exactly what the tables hold'),
    async () => {
      const property = fc.asyncProperty(tries, async (lived) => {
        const { url, drop } = await freshPostgresDatabase()
        const desk = await testDesk(url)
        await foldsToItsTables(desk, lived).finally(desk.end)
        await drop()
      })
      await fc.assert(property, { numRuns: 2, endOnFailure: true })
    },
    120_000,
  )
})

describe('the lives of a desk', () => {
  it('are told whole, each first version beside its last, on SQLite', () => tellsEveryLife())

  it.skipIf(postgresMissing)(
    onPostgres('are told whole, each first version beside its last'),
    async () => {
      const { url, drop } = await freshPostgresDatabase()
      await tellsEveryLife(url)
      await drop()
    },
  )
})

describe('what somebody changed by hand', () => {
  let desk: TestDesk
  let entries = 0
  beforeAll(async () => {
    desk = await testDesk()
    const on = await worldOn(desk)
    await live(on, ordinary)
    await live(on, fc.sample(tries, { seed: 7, numRuns: 1 })[0] ?? [])
    const [editor, , checker] = on.people
    if (checker)
      await deeds.setReading?.(on, { verb: '', person: 0, claim: 0, word: 0 }, checker, '')
    if (editor && checker) await story.published(desk, checker, editor, on.article)
    entries = await desk.store.verdicts.cursor()
    new Database(desk.address).pragma('wal_checkpoint(TRUNCATE)')
  })
  afterAll(() => desk.end())

  let copies = 0
  /** The report on a copy of the desk that was tampered with. */
  async function tampered(tamper: (db: Database.Database) => void) {
    copies += 1
    const copy = `${desk.address}.${copies}`
    copyFileSync(desk.address, copy)
    const db = new Database(copy)
    db.pragma('foreign_keys = OFF')
    for (const table of ['ledger', 'publications', 'texts']) {
      for (const verb of ['update', 'delete']) db.exec(`drop trigger ${table}_no_${verb}`)
    }
    tamper(db)
    db.close()
    const store = await openStore(copy)
    const report = await store.verify()
    await store.close()
    return report
  }

  it('is nothing where nothing was changed', async () => {
    expect((await tampered(() => {})).fault).toBeNull()
  })

  it('is looked for in lives that hold every decision on a claim before its verdict', async () => {
    const made = await desk.store.ledger.after(0, 10_000)
    const decisions = new Set(made.map(({ kind, verb }) => `${kind}.${verb}`))
    const claim = ['open', 'take', 'release', 'reword', 'plan', 'split', 'set_aside', 'bring_back']
    for (const one of [
      ...claim.map((verb) => `claim.${verb}`),
      ...['add', 'amend', 'move'].map((verb) => `appearance.${verb}`),
      ...['evidence.add', 'evidence.deprecate', 'search_record.add', 'claim.restore'],
      ...['drift.open', 'drift.stand', 'source.lose', 'source.regain'],
      ...['contact.add', 'contact.amend', 'claimant.name', 'claimant.describe'],
      ...['aside.set', 'aside.lift', 'desk.set_reading', 'reading.file', 'reading.adjudicate'],
    ]) {
      expect(decisions).toContain(one)
    }
    const moved = made.filter(({ verb }) => verb === 'move')
    const back = moved.filter(({ change }) => change.movedFrom?.[1] === null)
    expect(back.length).toBeGreaterThan(0)
    expect(moved.length).toBeGreaterThan(back.length)
  })

  const columns = [
    'format',
    'at',
    'actor',
    'verb',
    'kind',
    'subject',
    'claim',
    'revision',
    'change',
    'comment',
    'previous',
    'hash',
  ]
  for (const column of columns) {
    it(`is found in the ledger’s ${column}, in whichever entry`, async () => {
      for (const seq of [
        1,
        2,
        Math.floor(entries / 3),
        Math.floor(entries / 2),
        entries - 1,
        entries,
      ]) {
        const { fault } = await tampered((db) => {
          const row = db
            .prepare(`select "${column}" as was from ledger where seq = ?`)
            .get(seq) as { was: string | number | null }
          const now =
            typeof row.was === 'number'
              ? row.was + 100_000
              : column === 'change'
                ? '{"x":[null,1]}'
                : `${row.was ?? ''}x`
          db.prepare(`update ledger set "${column}" = ? where seq = ?`).run(now, seq)
        })
        expect(fault?.seq).toBe(seq)
      }
    })
  }

  it('is found where an entry was removed', async () => {
    for (const seq of [1, 5, entries - 3]) {
      const { fault } = await tampered((db) =>
        db.prepare('delete from ledger where seq = ?').run(seq),
      )
      expect(fault).toMatchObject({ seq, why: 'the entry is missing' })
    }
    const { fault } = await tampered((db) =>
      db.prepare('delete from ledger where seq = ?').run(entries),
    )
    expect(fault).not.toBeNull()
  })

  it('is found where two entries changed places', async () => {
    const { fault } = await tampered((db) => {
      db.prepare('update ledger set seq = -1 where seq = 8').run()
      db.prepare('update ledger set seq = 8 where seq = 9').run()
      db.prepare('update ledger set seq = 9 where seq = -1').run()
    })
    expect(fault?.seq).toBe(8)
  })

  it('is found in each table that the entries speak of', async () => {
    const changes = [
      `update claims set statement = statement || '!'`,
      `update verdicts set rating = 'false' where status = 'published'`,
      `update evidence set quote = 'something else'`,
      `update articles set date = '1999-01-01'`,
      `update people set role = 'editor' where role = 'viewer'`,
      `update ratings set number = 1 where id = 'true'`,
      `update appearances set claimant = 'somebody', claimant_kind = 'named'`,
      `delete from search_records where rowid in (select rowid from search_records limit 1)`,
      `update contacts set reply = 'something else'`,
      `update claimants set role = 'somebody else'`,
      `update claims set due_on = '1999-01-01'`,
      `update asides set reason = 'opinion'`,
      `update readings set rating = against`,
      `update desks set reading = 'blind' where reading <> 'blind'`,
      `insert into claims (id, revision, statement, language, kind, stage, stage_since)
         select 'stranger', 1, statement, language, kind, stage, stage_since from claims limit 1`,
      `update texts set text = text || ' '`,
      `update publications set body = replace(body, '"published"', '"withdrawn"')`,
      `delete from publications where seq = (select max(seq) from publications)`,
    ]
    for (const change of changes) {
      const touched: number[] = []
      const { fault } = await tampered((db) => touched.push(db.prepare(change).run().changes))
      expect([touched[0] === 0, fault === null], change).toEqual([false, false])
    }
  })
})
