import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leafText } from '../../src/domain/checkpoint.ts'
import { openClaim } from '../../src/domain/work.ts'
import { leafHash, peaks, rootFrom, rootOver } from '../../src/store/merkle.ts'
import { sha256 } from '../../src/store/seal.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import * as who from '../domain/people.ts'
import { longLedger } from '../support/long-ledger.ts'
import { onPostgres, postgresMissing } from '../support/postgres.ts'
import { type Opened, onServer, onSqlite } from './opened.ts'

/** The leaves of the tree, as they are defined. */
async function leavesOf(store: Store): Promise<Buffer[]> {
  const told = new Map<number, string>()
  const { filters } = { filters: { ...NO_FILTERS } }
  for (const { seq, hash } of await store.publications.list(10_000, 0, 10_000, filters)) {
    told.set(seq, hash)
  }
  const entries = await store.ledger.after(0, 10_000)
  return entries.map(({ seq, hash }) =>
    leafHash(leafText({ seq, hash, publication: told.get(seq) ?? null })),
  )
}

const NO_FILTERS = {
  ...{ rating: [], topic: [], language: [], article: [], claimant: [], status: [] },
  ...{ from: null, until: null },
}

function rootOf(leaves: Buffer[]): string {
  const tree = peaks()
  for (const leaf of leaves) tree.add(leaf)
  return rootOver(tree.held()).toString('hex')
}

describe('the tree of a long ledger', () => {
  let on: Opened
  let store: Store
  let leaves: Buffer[]
  beforeAll(async () => {
    on = await onSqlite()
    await on.connection.close()
    rmSync(on.address)
    await longLedger(on.address, 1100)
    store = await openStore(on.address)
    leaves = await leavesOf(store)
  }, 60_000)
  afterAll(async () => {
    await store.close()
  })

  const sizes = [1, 2, 255, 256, 257, 511, 512, 513, 768, 1000, 1024, 1025, 1100]

  it('has the root of its entries, of each size, whatever roots are kept already', async () => {
    for (const size of [...sizes, ...sizes.toReversed()]) {
      expect(await store.tree.root(size)).toBe(rootOf(leaves.slice(0, size)))
    }
  })

  it('proves every entry under the root of each size', async () => {
    for (const size of sizes) {
      const root = rootOf(leaves.slice(0, size))
      const pathTo = await store.tree.prover(size)
      for (let index = 0; index < size; index++) {
        const path = (await pathTo(index + 1)).map((one) => Buffer.from(one, 'hex'))
        const leaf = leaves[index]
        const led = leaf && rootFrom(leaf, { index, size, path })
        expect(led?.toString('hex'), `${index} of ${size}`).toBe(root)
      }
    }
  })

  it('has no root where an entry is missing', async () => {
    await expect(store.tree.root(1101)).rejects.toThrow('gap')
  })
})

/** What every engine must do alike. */
function contract(open: () => Promise<Opened>) {
  let on: Opened
  beforeAll(async () => {
    on = await open()
  })
  afterAll(() => on.end())

  it('grows with the ledger, also by several at the same moment', async () => {
    const { store } = on
    expect(await store.tree.root(0)).toBe(sha256(''))
    const words = { statement: 'S', language: 'en', kind: 'happened', explanation: 'Asked' }
    const act = who.act(who.author)
    const claims = Array.from({ length: 600 }, (_, i) => openClaim(`id-${i}`, words, null, act))
    await store.save(claims)
    const leaves = await leavesOf(store)
    const roots = await Promise.all([600, 300, 600, 512].map((size) => store.tree.root(size)))
    expect(roots).toEqual([600, 300, 600, 512].map((size) => rootOf(leaves.slice(0, size))))
    expect((await store.verify()).fault).toBeNull()
  })

  it('keeps one checkpoint of so many entries, the first', async () => {
    const { checkpoints, verify } = on.store
    expect(await checkpoints.newest()).toBeNull()
    const one = { at: '2025-06-01T08:00:00.000Z', root: await on.store.tree.root(600), key: 'k' }
    const made = ['first', 'second'].map((signature) => ({ ...one, size: 600, signature }))
    for (const each of made) await checkpoints.add(each)
    expect(await checkpoints.newest()).toEqual(made[0])
    expect(await checkpoints.newest(599)).toBeNull()
    expect(await checkpoints.newest(600)).toEqual(made[0])
    expect(await verify()).toMatchObject({ checkpoints: 0, otherKeys: ['k'], fault: null })
  })
}

describe('the tree of the ledger, on SQLite', () => contract(onSqlite))
describe.skipIf(postgresMissing)(onPostgres('the tree of the ledger'), () => contract(onServer))
