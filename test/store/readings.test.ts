import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { record } from '../../src/domain/ledger.ts'
import { openClaim, takeClaim } from '../../src/domain/work.ts'
import * as who from '../domain/people.ts'
import { onPostgres, postgresMissing } from '../support/postgres.ts'
import { type Opened, onServer, onSqlite } from './opened.ts'

const by = who.act(who.author)

/** What every engine must do alike. */
function contract(open: () => Promise<Opened>) {
  let on: Opened
  beforeAll(async () => {
    on = await open()
    const words = { statement: 'Una frase', language: 'it', kind: 'said', explanation: 'Così' }
    await on.store.save([openClaim('claim', words, null, by)])
    const verdict = { ...who.verdictAt('proposed', { mode: 'blind' }), revision: 0 }
    await on.store.save([record('verdict', 'propose', by, null, verdict, { claim: 'claim' })])
    const pairs: [string, string | null][] = [
      ['true', 'true'],
      ['true', 'false'],
      ['true', 'true'],
      ['false', null],
    ]
    for (const [i, [against, rating]] of pairs.entries()) {
      const mode = rating ? 'blind' : 'two_readers'
      const filedAt = `2025-06-0${4 - i}T08:00:00.000Z`
      const about = { id: `${i}`, revision: 0, against, rating, mode, filedAt } as const
      await on.store.save([record('reading', 'file', by, null, who.readingAt(about))])
    }
  })
  afterAll(() => on.end())

  it('counts blind readings by both ratings, and no others', async () => {
    const pairs = await on.store.readings.pairs()
    expect(pairs.sort((a, b) => b.readings - a.readings)).toEqual([
      { first: 'true', second: 'true', readings: 2 },
      { first: 'true', second: 'false', readings: 1 },
    ])
  })
  it('gives a claim’s readings in the order in which they were filed', async () => {
    const found = await on.store.readings.of(['claim', 'x'])
    expect(found.map(({ id }) => id)).toEqual(['3', '2', '1', '0'])
    expect(await on.store.readings.of([])).toEqual([])
  })
  it('knows everybody who ever held a claim', async () => {
    const { claims, ledger, save } = on.store
    expect(await ledger.holders(['claim'])).toEqual(new Map())
    for (const member of [who.colleague, who.editor]) {
      const claim = await claims.find('claim')
      if (claim) await save([takeClaim({ ...claim, assignee: null }, who.act(member))])
    }
    expect(await ledger.holders(['claim', 'x'])).toEqual(
      new Map([['claim', [who.colleague.id, who.editor.id]]]),
    )
  })
  it('finds the proposals that more than one colleague reads', async () => {
    const { verdicts } = on.store
    expect((await verdicts.readStrictly(10)).map(({ id }) => id)).toEqual(['verdict'])
    expect(await verdicts.countWaiting('somebody', true)).toBe(0)
  })
}

describe('second readings, on SQLite', () => contract(onSqlite))
describe.skipIf(postgresMissing)(onPostgres('second readings'), () => contract(onServer))
