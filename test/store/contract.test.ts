import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Claim } from '../../src/domain/claim.ts'
import { addContact, amendContact } from '../../src/domain/contact.ts'
import { addEvidence } from '../../src/domain/evidence.ts'
import { readFilters } from '../../src/domain/export-filters.ts'
import { record, type SealedEntry } from '../../src/domain/ledger.ts'
import { openClaim, takeClaim } from '../../src/domain/work.ts'
import { connect } from '../../src/store/connect.ts'
import { entryHash, sha256 } from '../../src/store/seal.ts'
import { type Store, storeOn } from '../../src/store/store.ts'
import * as who from '../domain/people.ts'
import { refused } from '../domain/refusals.ts'
import { onPostgres, postgresMissing } from '../support/postgres.ts'
import { type Opened, onServer, onSqlite } from './opened.ts'

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

  it('tells of a draft that one person saves and saves again only the last save', async () => {
    const claim = await add()
    const colleague = who.act(who.colleague)
    const words = { id: newId(), claim: claim.id }
    let verdict = who.verdictAt('draft', words)
    const save = async (act: typeof by, isFirst = false) => {
      const before = isFirst ? null : verdict
      const rationale = `${verdict.rationale}.`
      const change = record(
        'verdict',
        'draft',
        act,
        before,
        { ...verdict, rationale },
        { claim: claim.id },
      )
      await store.save([change])
      verdict = { ...verdict, rationale, revision: change.after.revision }
    }
    await save(by, true)
    for (const act of [by, by, colleague, colleague, by]) await save(act)
    await store.save([takeClaim(claim, by)])
    await save(by)
    const told = await store.ledger.ofClaim(claim.id, 10)
    expect(told.map(({ verb, actor, revision }) => [verb, actor, revision])).toEqual([
      ['draft', who.author.id, 7],
      ['take', who.author.id, 2],
      ['draft', who.colleague.id, 5],
      ['draft', who.author.id, 3],
      ['open', who.author.id, 1],
    ])
    expect(await store.ledger.ofSubject('verdict', words.id, 10)).toHaveLength(7)
  })

  it('keeps lists, and the order of code points', async () => {
    const claim = await add()
    const verdict = {
      ...who.verdictAt('draft', { id: newId(), claim: claim.id }),
      reasons: ['satire', 'è «»'],
    }
    await store.save([record('verdict', 'draft', by, null, verdict)])
    expect((await store.verdicts.of([claim.id]))[0]?.reasons).toEqual(['satire', 'è «»'])
    const ids = ['zz-a', 'zz-B', 'zz-é', 'zz-Z', 'zz-1']
    for (const id of ids) {
      await add(id, '2099-01-01T00:00:00.000Z')
      const draft = { ...verdict, id: `${id}-v`, claim: id }
      await store.save([record('verdict', 'draft', by, null, draft)])
    }
    const sorted = (await store.verdicts.of(ids)).map((one) => one.claim)
    expect(sorted).toEqual(['zz-1', 'zz-B', 'zz-Z', 'zz-a', 'zz-é'])
    // Of one moment, claims are listed as they were opened.
    const after = { due: '', since: '2098-01-01T00:00:00.000Z', id: '' }
    const { claims } = await store.queue.list({}, { sort: 'waiting', after, limit: 9 })
    expect(claims.map(({ id }) => id)).toEqual(ids)
  })

  it('counts in numbers, not in texts', async () => {
    const counts = await store.queue.counts({})
    expect(counts.every(({ claims }) => typeof claims === 'number')).toBe(true)
    const measure = await store.publications.measure(1, readFilters({}), 1)
    expect(Object.values(measure).map((value) => typeof value)).toEqual(Array(4).fill('number'))
    expect(typeof (await store.verdicts.cursor())).toBe('number')
  })

  it('gives a claim its contacts in the order in which they were recorded, and each by its id', async () => {
    const claim = await add()
    const other = await add()
    const form = { who: 'Press office', way: 'phone', question: 'How much?', outcome: 'waiting' }
    const ask = async (on: Claim, at: string, input: object = {}) => {
      const change = addContact(newId(), on.id, { ...form, ...input }, { ...by, at })
      await store.save([change])
      return change.after.id
    }
    const [second, third] = [await ask(claim, '2025-05-03'), await ask(claim, '2025-05-03')]
    const first = await ask(claim, '2025-05-02', { visibility: 'public' })
    await ask(other, '2025-05-01')
    const found = await store.claims.contacts(claim.id)
    expect(found.map(({ id }) => id)).toEqual([first, second, third])
    expect(found[0]).toEqual({
      ...{ id: first, revision: 1, claim: claim.id, ...form, role: null, askedOn: '2025-05-02' },
      ...{ reply: null, repliedOn: null, visibility: 'public', addedAt: '2025-05-02' },
    })
    const reply = { outcome: 'replied', reply: 'Two «million»', repliedOn: '2025-05-04' }
    if (found[0]) await store.save([amendContact(found[0], { ...form, ...reply }, by)])
    const now = { ...reply, revision: 2, visibility: 'public', askedOn: null }
    expect(await store.claims.contact(first)).toMatchObject(now)
    expect(await store.claims.contact(newId())).toBeNull()
    if (!found[0]) return
    const late = store.save([amendContact(found[0], { ...form, who: 'Mayor' }, by)])
    expect((await refused(late)).code).toBe('conflict')
  })

  it('keeps what a source is, where in it, where it comes from and a note, or nothing of them', async () => {
    const { id: claim } = await add()
    const bring = (number: number, input: object) =>
      addEvidence(newId(), { claim, number }, { stance: 'context', title: 'T', ...input }, by)
    const said = { kind: 'video', locator: 'minute 4', origin: 'Agency', note: 'Ask\nagain' }
    await store.save([bring(1, said), bring(2, {})])
    const nothing = { kind: null, locator: null, origin: null, note: null }
    expect(await store.claims.evidence([claim])).toMatchObject([said, nothing])
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

describe('the store, on SQLite', () => contract(onSqlite))
describe.skipIf(postgresMissing)(onPostgres('the store'), () => contract(onServer))
