import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkpointNow } from '../../src/desk/checkpoints.ts'
import { examine } from '../../src/desk/doctor.ts'
import { verifyLedger } from '../../src/desk/ledger.ts'
import { type Desk, openDesk } from '../../src/desk/open.ts'
import { listQueue } from '../../src/desk/queue.ts'
import { readQueue } from '../../src/domain/queue.ts'
import { publicVerdict } from '../../src/interchange/verdict-export.ts'
import { stemsOf } from '../../src/matching/stems.ts'
import { tables as postgresTables } from '../../src/store/tables.postgres.ts'
import { tables } from '../../src/store/tables.sqlite.ts'
import { fill, firstOf } from './big-desk/big-desk.ts'
import { derive } from './big-desk/derived.ts'
import { postgresSink } from './big-desk/postgres.ts'
import { nameOf } from './big-desk/rows.ts'
import { sqliteSink } from './big-desk/sqlite.ts'
import { storyOf } from './big-desk/story.ts'
import { ranks, vocabulary } from './big-desk/vocabulary.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from './postgres.ts'

const asked = { claims: 300, seed: 7 }

/** The SHA-256 of all rows, in the order in which they are made. */
function digest(seed: number): string {
  const rows: string[] = []
  for (const batch of storyOf(tables, { ...asked, seed })) {
    for (const { table, rows: some } of batch.rows) rows.push(nameOf(table), JSON.stringify(some))
  }
  return hash('sha256', rows.join('\n'))
}

test('the same numbers make the same rows, and another seed makes others', () => {
  expect(digest(7)).toBe(digest(7))
  expect(digest(8)).not.toBe(digest(7))
})

test('words at ranks are words of their own, which stems and prefixes find', () => {
  for (const language of ['it', 'en'] as const) {
    const words = [...ranks.head, ...ranks.middle, ...ranks.tail].map(vocabulary(language).word)
    const stems = words.flatMap((word) => stemsOf(word, language))
    expect(new Set(stems).size).toBe(words.length)
  }
})

/** Everything that is wrong with a desk. */
async function faultsOf(desk: Desk): Promise<unknown[]> {
  await checkpointNow(desk)
  const { fault, checkpoints } = await verifyLedger(desk)
  const found: unknown[] = fault ? [fault] : []
  if (checkpoints !== 1) found.push('no checkpoint was checked')
  for await (const one of examine(desk)) found.push(one)
  return found
}

/** What every desk that is made must hold. */
function holds(opened: () => Desk) {
  test('the record is whole, and the doctor finds nothing', async () => {
    expect(await faultsOf(opened())).toEqual([])
  })

  test('its queue has claims at every stage, and what is published reads as it was told', async () => {
    const desk = opened()
    const member = await firstOf(desk)
    expect(member).toMatchObject({ role: 'editor', admin: 1 })
    const { stages, rows } = await listQueue(desk, member, readQueue({}), null)
    expect(await desk.store.words.isBehind()).toBe(false)
    expect(stages.all).toBe(asked.claims)
    expect(Math.min(...Object.values(stages))).toBeGreaterThan(0)
    expect(rows).toHaveLength(50)
    const none = { rating: [], topic: [], language: [], article: [], claimant: [], status: [] }
    const filters = { ...none, from: null, until: null }
    const told = await desk.store.publications.list(1e9, 0, 500, filters)
    expect(told.length).toBeGreaterThan(asked.claims / 4)
    for (const { body } of told) publicVerdict.parse(JSON.parse(body))
  })

  test('an excerpt is the words of its article that stand at its place', async () => {
    const { store } = opened()
    const [entry] = await store.ledger
      .after(200, 200)
      .then((entries) => entries.filter(({ kind }) => kind === 'appearance'))
    const one = await store.claims.appearance(entry?.subject ?? '')
    const version = await store.articles.version(one?.version ?? '')
    expect(version?.body.slice(one?.start, one?.end)).toBe(one?.quote)
    expect(version?.body).toContain(`${one?.prefix}${one?.quote}${one?.suffix}`)
  })
}

describe('a desk of many claims, in SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-test-'))
  let desk: Desk
  beforeAll(async () => {
    const path = join(folder, 'desk.db')
    await fill(await sqliteSink(path, 'later'), tables, asked)
    await derive(path, () => {})
    desk = await openDesk(path)
  })
  afterAll(async () => {
    await desk.close()
    rmSync(folder, { recursive: true })
  })
  holds(() => desk)
})

describe.skipIf(postgresMissing)(onPostgres('a desk of many claims'), () => {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-test-'))
  let desk: Desk
  let drop: () => Promise<void>
  beforeAll(async () => {
    const database = await freshPostgresDatabase()
    drop = database.drop
    await fill(await postgresSink(database.url), postgresTables, asked)
    await derive(database.url, () => {})
    desk = await openDesk(database.url, {
      files: join(folder, 'files'),
      key: join(folder, 'key.pem'),
    })
  })
  afterAll(async () => {
    await desk.close()
    await drop()
    rmSync(folder, { recursive: true })
  })
  holds(() => desk)
})
