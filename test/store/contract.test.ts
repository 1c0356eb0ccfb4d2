import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Claim } from '../../src/domain/claim.ts'
import { record, type SealedEntry } from '../../src/domain/ledger.ts'
import { openClaim, takeClaim } from '../../src/domain/work.ts'
import { connect } from '../../src/store/connect.ts'
import type { Connection } from '../../src/store/connection.ts'
import { entryHash, sha256 } from '../../src/store/seal.ts'
import { type Store, storeOn } from '../../src/store/store.ts'
import * as who from '../domain/people.ts'
import { refused } from '../domain/refusals.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'

type Opened = { connection: Connection; store: Store; address: string; end: () => Promise<void> }

const by = who.act(who.author)
const words = {
  statement: 'The bridge reopened',
  language: 'en',
  kind: 'happened',
  explanation: 'Asked',
}
let ids = 0
const newId = () => `id-${String(++ids).padStart(6, '0')}`
const opened = (id = newId(), at = by.at) => openClaim(id, words, null, { ...by, at })

/** What every engine must do alike. */
function contract(open: () => Promise<Opened>) {
  let on: Opened
  let store: Store
  beforeAll(async () => {
    on = await open()
    store = on.store
  })
  afterAll(() => on.end())

  const add = async (id = newId(), at = by.at): Promise<Claim> => {
    await store.save([opened(id, at)])
    const claim = await store.claims.find(id)
    if (!claim) throw new Error('not saved')
    return claim
  }

  it('gives back what was saved, field by field', async () => {
    const claim = await add()
    expect(claim).toMatchObject({ ...words, stage: 'inbox', revision: 1, assignee: null })
  })

  it('seals each entry: its place, the hash before it on its subject, and its own', async () => {
    const claim = await add()
    await store.save([takeClaim(claim, by)])
    const life = (await store.ledger.ofSubject('claim', claim.id, 10)).reverse()
    expect(life.map(({ revision }) => revision)).toEqual([1, 2])
    expect(life[0]?.previous).toBeNull()
    expect(life[1]?.previous).toBe(life[0]?.hash)
    for (const one of life) expect(entryHash(one, one.seq, one.previous)).toBe(one.hash)
  })

  it('refuses a save on an older revision, and writes nothing of it', async () => {
    const claim = await add()
    await store.save([takeClaim(claim, by)])
    const before = await store.verdicts.cursor()
    const other = newId()
    const late = store.save([opened(other), takeClaim(claim, who.act(who.colleague))])
    expect((await refused(late)).code).toBe('conflict')
    expect(await store.claims.find(other)).toBeNull()
    expect(await store.verdicts.cursor()).toBe(before)
    expect((await store.claims.find(claim.id))?.assignee).toBe(who.author.id)
  })

  it('refuses an id that is there already', async () => {
    const { id } = await add()
    expect((await refused(store.save([opened(id)]))).code).toBe('conflict')
  })

  it('holds a decision to a subject that it only looked at', async () => {
    const claim = await add()
    const other = newId()
    await store.save([opened(other)], { guards: [{ kind: 'claim', subject: claim }] })
    expect((await store.claims.find(claim.id))?.revision).toBe(1)
    await store.save([takeClaim(claim, by)])
    const late = store.save([opened()], { guards: [{ kind: 'claim', subject: claim }] })
    expect((await refused(late)).code).toBe('conflict')
  })

  it('gives out every place in the ledger once, in order, also to many at the same moment', async () => {
    const before = await store.verdicts.cursor()
    const saved = await Promise.all(
      Array.from({ length: 40 }, () => store.save([opened(), opened()])),
    )
    const seqs = saved
      .flat()
      .map(({ seq }) => seq)
      .sort((a, b) => a - b)
    expect(seqs).toEqual(Array.from({ length: 80 }, (_, i) => before + 1 + i))
    const read = await store.ledger.after(before, 1000)
    expect(read.map(({ seq }) => seq)).toEqual(seqs)
  })

  it('lets one of many who decide on the same revision win', async () => {
    const claim = await add()
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => store.save([takeClaim(claim, by)])),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await store.claims.find(claim.id))?.revision).toBe(2)
  })

  it('keeps lists, and the order of code points', async () => {
    const claim = await add()
    const verdict = {
      ...who.verdictAt('draft', { id: newId(), claim: claim.id }),
      reasons: ['satire', 'è «»'],
    }
    await store.save([record('verdict', 'draft', by, null, verdict)])
    expect((await store.verdicts.of([claim.id]))[0]?.reasons).toEqual(['satire', 'è «»'])
    for (const id of ['zz-a', 'zz-B', 'zz-é', 'zz-Z', 'zz-1'])
      await add(id, '2099-01-01T00:00:00.000Z')
    const order: string[] = []
    let after = { at: '2098-01-01T00:00:00.000Z', id: '' }
    for (let i = 0; i < 5; i++) {
      const [one] = await store.claims.list({ stage: null, assignee: null }, after, 1)
      if (one) after = { at: one.stageSince, id: one.id }
      order.push(after.id)
    }
    expect(order).toEqual(['zz-1', 'zz-B', 'zz-Z', 'zz-a', 'zz-é'])
  })

  it('counts in numbers, not in texts', async () => {
    const counts = await store.claims.counts(null)
    expect(counts.every(({ claims }) => typeof claims === 'number')).toBe(true)
    expect(typeof (await store.verdicts.countPublic())).toBe('number')
    expect(typeof (await store.verdicts.cursor())).toBe('number')
  })

  it('keeps the same text once', async () => {
    const text = { hash: sha256('a text'), text: 'a text' }
    await store.save([opened()], { texts: [text] })
    await store.save([opened()], { texts: [text] })
    const rows = await on.connection.db.select().from(on.connection.tables.texts)
    expect(rows.filter(({ hash }) => hash === text.hash)).toHaveLength(1)
  })

  it('never lets an entry or a publication be changed or removed', async () => {
    const { ledger, texts } = on.connection.tables
    await expect(async () => on.connection.db.update(ledger).set({ verb: 'x' })).rejects.toThrow()
    await expect(async () => on.connection.db.delete(ledger)).rejects.toThrow()
    await expect(async () => on.connection.db.delete(texts)).rejects.toThrow()
  })

  it('undoes everything where a statement fails half-way', async () => {
    const id = newId()
    const broken = on.connection.atomically(() => ({
      writes: [{ query: sql`insert into nowhere (id) values (1)`, touches: 1 }],
      entries: [opened(id).entry],
    }))
    await expect(broken).rejects.toThrow()
    expect(await store.ledger.ofSubject('claim', id, 1)).toEqual([])
  })

  it('finds itself again when it is opened a second time', async () => {
    const claim = await add()
    const again = await connect(on.address)
    expect(await storeOn(again).claims.find(claim.id)).toEqual(claim)
    await again.close()
  })

  it('verifies as whole', async () => {
    const { fault, entries } = await store.verify()
    expect(fault).toBeNull()
    expect(entries).toBe(await store.verdicts.cursor())
    const last: SealedEntry | undefined = (await store.ledger.after(entries - 1, 1))[0]
    expect(last?.seq).toBe(entries)
  })
}

async function onSqlite(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'riscontro-store-'))
  const address = join(folder, 'deep', 'desk.db')
  const connection = await connect(address)
  const end = async () => {
    await connection.close()
    rmSync(folder, { recursive: true })
  }
  return { connection, store: storeOn(connection), address, end }
}

async function onServer(): Promise<Opened> {
  const { url, drop } = await freshPostgresDatabase()
  const connection = await connect(url)
  const end = async () => {
    await connection.close()
    await drop()
  }
  return { connection, store: storeOn(connection), address: url, end }
}

describe('the store, on SQLite', () => contract(onSqlite))
describe.skipIf(postgresMissing)(onPostgres('the store'), () => contract(onServer))
