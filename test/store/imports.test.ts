import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noTally, receiveImport } from '../../src/domain/import.ts'
import { labelKeyOf } from '../../src/domain/label.ts'
import type { Ruling } from '../../src/domain/ruling.ts'
import type { ImportBatch } from '../../src/store/imports.ts'
import * as who from '../domain/people.ts'
import { refused } from '../domain/refusals.ts'
import { onPostgres, postgresMissing } from '../support/postgres.ts'
import { type Opened, onServer, onSqlite } from './opened.ts'

const at = '2025-06-01T10:00:00.000Z'

const ruling = (key: string, label: string, hash = label): Ruling => ({
  ...{ id: `${key}-${hash}`, key, publisher: 'ponti.example', publisherName: 'Ponti' },
  ...{ url: null, title: null, statement: `Detto ${key}\0`, language: 'it', claimant: null },
  ...{ claimantRole: null, claimedOn: null, reviewedOn: null, label, labelKey: labelKeyOf(label) },
  ...{ appearances: ['https://ponti.example/a'], links: [], original: '{}', hash },
  ...{ import: 'i', addedAt: at, changedAt: null },
})

const batch = (from: number, done: number, rulings: Ruling[]): ImportBatch => ({
  ...{ import: 'i', phase: 'run', from, done, read: done * 10, tally: { ...noTally, refused: 1 } },
  ...{ rulings, labels: [], at },
  refused: [{ line: done, code: 'no_label', field: 'label', excerpt: 'così', kept: 0 }],
})

function contract(open: () => Promise<Opened>) {
  let on: Opened
  beforeAll(async () => {
    on = await open()
    const received = { name: 'a.json', url: null, format: 'rulings', sha256: 'f', size: 9 } as const
    const about = { ...received, publisher: null, head: null, mapping: null }
    await on.store.save([receiveImport('i', about, who.act(who.editor, at))])
    await on.store.imports.begin('i', 'run', at)
  })
  afterAll(() => on.end())

  it('writes a batch with how far it is; new, changed and the same are told apart', async () => {
    const { imports, rulings, labels } = on.store
    const first = [ruling('a', 'Falso'), ruling('b', 'Falso'), ruling('c', 'Vero')]
    expect(await imports.keep(batch(0, 4, first))).toMatchObject({ added: 3, refused: 1 })
    const next = [ruling('a', 'Falso'), ruling('b', 'Vero'), ruling('d', 'Vero')]
    const came = await imports.keep(batch(4, 8, next))
    expect(came).toMatchObject({ added: 1, changed: 1, same: 1 })
    expect(await imports.progress('i')).toMatchObject({ done: 8, read: 80, added: 4, changed: 1 })
    // What changed keeps its id, and what was written holds no NUL.
    const changed = await rulings.find('b-Falso')
    expect(changed).toMatchObject({ label: 'Vero', changedAt: at, statement: 'Detto b' })
    expect(changed?.appearances).toEqual(['https://ponti.example/a'])
    const used = await labels.usedBy('ponti.example', 9)
    expect(used.map(({ label, rulings }) => [label, rulings])).toEqual([
      ['Vero', 3],
      ['Falso', 1],
    ])
    expect(await labels.publishers('', 9)).toEqual([
      { publisher: 'ponti.example', name: 'Ponti', rulings: 4, labels: 2 },
    ])
    expect((await imports.refused('i', 0, 9)).map(({ number, line }) => [number, line])).toEqual([
      [1, 4],
      [2, 8],
    ])
  })

  it('takes rulings of two publishers for two, whatever identifiers they give them', async () => {
    const { imports, rulings, labels } = on.store
    const own = ruling('a', 'Falso')
    const other = { ...ruling('a', 'Vero'), id: 'other', publisher: 'altri.example' }
    const before = await rulings.find('a-Falso')
    expect(await imports.keep(batch(8, 9, [own, other]))).toMatchObject({ added: 1, same: 1 })
    expect(await rulings.find('a-Falso')).toEqual(before)
    expect(await rulings.find('other')).toMatchObject({ key: 'a', publisher: 'altri.example' })
    expect((await rulings.hashes([own, other])).size).toBe(2)
    expect((await labels.usedBy('ponti.example', 9)).map((one) => one.rulings)).toEqual([3, 1])
  })

  it('writes nothing of a batch where another process is further', async () => {
    const late = on.store.imports.keep(batch(4, 9, [ruling('z', 'Falso')]))
    expect((await refused(late)).code).toBe('busy')
    expect(await on.store.rulings.hashes([ruling('z', 'Falso')])).toEqual(new Map())
  })
}

describe('imports, on SQLite', () => contract(onSqlite))
describe.skipIf(postgresMissing)(onPostgres('imports'), () => contract(onServer))
