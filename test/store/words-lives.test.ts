import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catchUp } from '../../src/desk/catching-up.ts'
import { describeClaimant } from '../../src/desk/claimants.ts'
import { connect } from '../../src/store/connect.ts'
import type { Connection } from '../../src/store/connection.ts'
import type { Store } from '../../src/store/store.ts'
import { person, testDesk } from '../support/desk.ts'
import { corrected, live, ordinary, type Try, tries, worldOn } from '../support/lives.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import * as story from '../support/story.ts'

/** What everything is found by, and the counts of words. */
async function indexOf({ db, tables }: Connection) {
  const documents = await db.select().from(tables.documents).orderBy(tables.documents.subject)
  const words = await db.select().from(tables.words).orderBy(tables.words.stem)
  return {
    documents: documents.map(({ kind, subject, stems }) => ({ kind, subject, stems })),
    words,
  }
}

/** What the engine's own index finds for every word there is. */
async function findings({ words }: Store, stems: string[]) {
  const found: [string, string[]][] = []
  for (const stem of stems) {
    const subjects = await Promise.all(
      (['claim', 'article'] as const).map(async (kind) => {
        const asked = { all: [{ any: [stem] }] }
        return (await words.found(asked, { kind, before: null, limit: 100 })).hits
      }),
    )
    found.push([
      stem,
      subjects
        .flat()
        .map(({ subject }) => subject)
        .sort(),
    ])
  }
  return found
}

/** What stands in documents' words, word by word. */
const standing = ({ documents, words }: Awaited<ReturnType<typeof indexOf>>) =>
  words
    .filter(({ stem }) => stem)
    .map(({ stem }): [string, string[]] => [
      stem,
      documents.filter(({ stems }) => stems.includes(` ${stem} `)).map(({ subject }) => subject),
    ])

/** Lives a life; what is found by words is what a new index would find. */
async function isFoundRightly(address: string | undefined, lived: Try[]): Promise<void> {
  const desk = await testDesk(address)
  const connection = await connect(desk.address)
  try {
    const world = await worldOn(desk)
    for (const some of [ordinary, corrected, lived]) await live(world, some)
    await catchUp(desk)
    const index = await indexOf(connection)
    const found = standing(index)
    const stems = found.map(([stem]) => stem)
    expect(index.words.length).toBeGreaterThan(50)
    expect(index.words.every(({ documents, claims }) => documents >= claims && claims >= 0)).toBe(
      true,
    )
    expect(await desk.store.words.faults()).toEqual([])
    expect(await findings(desk.store, stems)).toEqual(found)
    await desk.store.words.rebuild()
    expect(await indexOf(connection)).toEqual(index)
    expect(await findings(desk.store, stems)).toEqual(found)
  } finally {
    await connection.close()
    await desk.end()
  }
}

/** Many claims are found by a name that changes: soon, and meanwhile by the old one. */
async function isReadAgain(address: string | undefined): Promise<void> {
  const desk = await testDesk(address)
  try {
    const carla = await person(desk, 'checker', 'Carla')
    const article = await story.article(desk, carla)
    const claimant = { claimantKind: 'named', claimant: 'Ufficio Zebedeo' }
    for (let i = 0; i < 25; i++) await story.claim(desk, carla, article, claimant)
    const count = async (word: string) => {
      const asked = { all: [{ any: [word] }] }
      const looked = { kind: 'claim', before: null, limit: 50 } as const
      return (await desk.store.words.found(asked, looked)).hits.length
    }
    expect(await count('zebede')).toBe(25)
    const [there] = await desk.store.claimants.list(1)
    const { id, revision } = there?.claimant ?? expect.fail()
    const claimed = { id, revision }
    await describeClaimant(desk, carla, claimed, { name: 'Ufficio Malachia', role: '', sameAs: '' })
    expect([await count('malac'), await desk.store.words.isBehind()]).toEqual([0, true])
    await catchUp(desk)
    expect([await count('malac'), await desk.store.words.isBehind()]).toEqual([25, false])
    expect(await desk.store.words.faults()).toEqual([])
  } finally {
    await desk.end()
  }
}

const runs = (
  times: number,
  open: () => Promise<{ address?: string; drop?: () => Promise<void> }>,
) =>
  fc.assert(
    fc.asyncProperty(tries, async (lived) => {
      const { address, drop } = await open()
      await isFoundRightly(address, lived)
      await drop?.()
    }),
    { numRuns: times, endOnFailure: true },
  )
const onServer = async () => {
  const { url, drop } = await freshPostgresDatabase()
  return { address: url, drop }
}

describe('whatever happens on a desk', () => {
  it(
    'is found by its words as if the index were new, on SQLite',
    () => runs(5, async () => ({})),
    240_000,
  )
  it.skipIf(postgresMissing)(
    onPostgres('is found by its words as if the index were new'),
    () => runs(2, onServer),
    240_000,
  )
  it('is found by a name that changed soon after, on SQLite', () => isReadAgain(undefined), 120_000)
  it.skipIf(postgresMissing)(
    onPostgres('is found by a name that changed soon after'),
    async () => {
      const { address, drop } = await onServer()
      await isReadAgain(address)
      await drop()
    },
    120_000,
  )

  it('leaves an index that is whole, where making it anew is killed in the middle', async () => {
    const desk = await testDesk()
    const carla = await person(desk, 'checker', 'Carla')
    const article = await story.article(desk, carla)
    for (let i = 0; i < 60; i++) {
      await story.claim(desk, carla, article, { statement: `Il ponte numero ${i} è chiuso` })
    }
    const store = join(import.meta.dirname, '../../src/store/store.ts')
    const script = `const { openStore } = await import(${JSON.stringify(store)})
      const { words } = await openStore(${JSON.stringify(desk.address)})
      process.stdout.write('begun')
      for (;;) await words.rebuild()`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'pipe' })
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await wait(Math.random() * 300)
    const ended = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await ended
    await catchUp(desk)
    expect(await desk.store.words.faults()).toEqual([])
    const asked = { all: [{ any: ['59'] }] }
    const looked = { kind: 'claim', before: null, limit: 5 } as const
    expect((await desk.store.words.found(asked, looked)).hits).toHaveLength(1)
    await desk.end()
  }, 120_000)
})
