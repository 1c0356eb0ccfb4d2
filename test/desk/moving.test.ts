import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { exportVerdicts } from '../../src/desk/exports.ts'
import { verifyLedger } from '../../src/desk/ledger.ts'
import { type MoveOptions, moveIn } from '../../src/desk/moving.ts'
import { listChanges } from '../../src/desk/public.ts'
import { publish, reopen } from '../../src/desk/verdicts.ts'
import { readFilters } from '../../src/domain/export-filters.ts'
import { terminal } from '../../src/domain/member.ts'
import { inOrder } from '../../src/domain/rating.ts'
import { UnreadableDocument } from '../../src/interchange/document-parts.ts'
import { publicScale } from '../../src/interchange/publication.ts'
import {
  type PublicVerdict,
  SCHEMA_ID,
  verdictExport,
} from '../../src/interchange/verdict-export.ts'
import { sha256 } from '../../src/store/seal.ts'
import { refused } from '../domain/refusals.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { corrected, live, ordinary, tries, worldOn } from '../support/lives.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import { inChunks } from '../support/reading.ts'
import * as story from '../support/story.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** A desk that was set up, and has nothing on it. */
async function newDesk(address?: string): Promise<TestDesk> {
  const desk = await testDesk(address, false, '2026-01-01T08:00:00Z')
  ends.push(() => desk.end())
  await person(desk, 'editor', 'Nora', 1)
  return desk
}

const exported = async (desk: TestDesk): Promise<string> =>
  new Response(await exportVerdicts(desk, terminal, {})).text()

/** The same without a thread of its own: many desks are told. */
async function documentOf({ store }: TestDesk): Promise<string> {
  const cursor = await store.verdicts.cursor()
  const rows = await store.publications.list(cursor, 0, 1000, readFilters({}))
  const verdicts = rows.map(({ seq, body, hash, entryHash }) => {
    const ledger = { seq, hash: entryHash, publication: hash, proof: null }
    return { ...JSON.parse(body), ledger }
  })
  const { name, url } = (await store.desks.find()) ?? { name: '', url: null }
  const scale = publicScale(inOrder(await store.desks.scale()))
  const head = { schema: SCHEMA_ID, generatedAt: '2026-01-01T00:00:00.000Z', cursor }
  return JSON.stringify({ ...head, desk: { name, url }, scale, verdicts })
}

const read = (text: string) => verdictExport.parse(JSON.parse(text))

/** An export without its places in the ledger: what moving may not change. */
function kept(text: string) {
  const document: { [name: string]: unknown; verdicts: object[] } = JSON.parse(text)
  const { desk, scale, verdicts } = document
  const bodies = verdicts.map((one) => JSON.stringify({ ...one, ledger: null }))
  const publications = read(text).verdicts.map(({ ledger }) => ledger.publication)
  return { desk, scale, bodies, publications }
}

const move = (desk: TestDesk, text: string, options?: MoveOptions) =>
  moveIn(desk, terminal, inChunks(text, 5000), options)

/** Nothing is wrong with the record, nor with where claims are listed and found. */
async function demandWhole(desk: TestDesk): Promise<void> {
  expect((await verifyLedger(desk)).fault).toBeNull()
  expect(await desk.store.facets.faults()).toEqual([])
  expect(await desk.store.words.faults()).toEqual([])
}

/** A desk on which something of every kind was told, and its export. */
let old: ToldDesk
let text: string
beforeAll(async () => {
  old = await toldDesk()
  text = await exported(old.desk)
}, 60_000)
afterAll(() => old.desk.end())

async function movesAnyDesk(address: (() => Promise<string>) | null, numRuns: number) {
  const property = fc.asyncProperty(tries, async (lived) => {
    const old = await newDesk()
    const world = await worldOn(old)
    await live(world, [...ordinary, ...corrected, ...lived])
    const told = await documentOf(old)
    const desk = await newDesk(await address?.())
    await move(desk, told, { batch: 3 })
    const moved = await documentOf(desk)
    expect(kept(moved)).toEqual(kept(told))
    await demandWhole(desk)
    // And once more, to a third one.
    const third = await newDesk()
    await move(third, moved)
    expect(kept(await documentOf(third))).toEqual(kept(told))
  })
  await fc.assert(property, { numRuns })
}

describe('a desk that is moved', () => {
  it('exports what it exported before, and the second time nothing changes', async () => {
    const desk = await newDesk()
    const seen: number[] = []
    const count = read(text).verdicts.length
    const progress = ({ read }: { read: number }) => seen.push(read)
    expect(await move(desk, text, { progress, batch: 3 })).toEqual({ read: count, added: count })
    expect(seen).toEqual([3, 6, count])
    expect(kept(await exported(desk))).toEqual(kept(text))
    await demandWhole(desk)
    const cursor = await desk.store.verdicts.cursor()
    expect(await move(desk, text)).toEqual({ read: count, added: 0 })
    expect(await desk.store.verdicts.cursor()).toBe(cursor)
  })

  it('goes on where it was interrupted, as if it never was', async () => {
    const desk = await newDesk()
    for (const most of [0, 1, 2, 1]) {
      let batches = 0
      const progress = () => {
        if (batches++ >= most) throw new Error('killed')
      }
      await expect(move(desk, text, { progress, batch: 1 })).rejects.toThrow('killed')
    }
    await move(desk, text)
    expect(kept(await documentOf(desk))).toEqual(kept(text))
    await demandWhole(desk)
  })

  it('is worked on: a correction keeps its address, and tells what was told of everything else', async () => {
    const desk = await newDesk()
    const [editor, author] = [
      await person(desk, 'editor', 'Emma'),
      await person(desk, 'checker', 'Carlo'),
    ]
    await move(desk, text)
    const before = read(text).verdicts.find(({ claim }) => claim.statement === 'Il caso bridge')
    const id = before?.claimId ?? ''
    await reopen(desk, author, await story.read(desk, id), {})
    await story.proposed(desk, author, id, { rating: 'false', conclusion: 'Non è così.' })
    const why = { correctionKind: 'correction', correctionReason: 'Avevamo sbagliato.' }
    await publish(desk, editor, await story.read(desk, id), why)
    const versions = read(await documentOf(desk)).verdicts.filter(({ claimId }) => claimId === id)
    expect(versions.map(({ version, status }) => [version, status])).toEqual([
      [1, 'superseded'],
      [2, 'published'],
    ])
    const now = versions[1]
    expect(now?.slug).toBe(before?.slug)
    expect(now?.appearances).toEqual(before?.appearances)
    expect(now?.searches).toEqual(before?.searches)
    expect(now?.contacts).toEqual(before?.contacts)
    // What was kept of a source stayed where it was.
    const bare = before?.evidence.map((one) => ({ ...one, snapshot: null, proof: 'no_snapshot' }))
    expect(now?.evidence).toEqual(bare)
    await demandWhole(desk)
  })

  it('has its corrections and withdrawals told as before', async () => {
    const desk = await newDesk()
    await move(desk, text)
    const asked = { kind: null, before: null }
    const told = async (on: TestDesk) =>
      (await listChanges(on, asked)).changes.map(({ kind, told }) => [kind, told.id])
    expect((await told(desk)).sort()).toEqual((await told(old.desk)).sort())
    expect(await told(desk)).toHaveLength(3)
  })

  it('is moved by its lines alone, but for its name and what its scale is called', async () => {
    const lines = JSON.parse(text)
      .verdicts.map((one: object) => JSON.stringify(one))
      .join('\n')
    const desk = await newDesk()
    await move(desk, lines)
    expect(kept(await documentOf(desk)).bodies).toEqual(kept(text).bodies)
  })

  it('is refused where claims are, to whoever is no admin, and before anybody set the desk up', async () => {
    const desk = await newDesk()
    const editor = await person(desk, 'editor', 'Emma')
    const by = moveIn(desk, editor, inChunks(text))
    expect((await refused(by)).code).toBe('forbidden')
    await story.claim(desk, editor, await story.article(desk, editor))
    expect((await refused(move(desk, text))).code).toBe('not_empty')
    const empty = await testDesk()
    ends.push(() => empty.end())
    expect((await refused(move(empty, text))).code).toBe('not_found')
  })

  it('is refused where the export was altered, narrowed down, cut off, or is none', async () => {
    const desk = await newDesk()
    const others = [
      text.replace('Il caso bridge', 'Il caso ponte'),
      text.replace('"verdicts":', '"filters":{"topic":["ponti"]},"verdicts":'),
      text.slice(0, -500),
      '{"@type":"ClaimReview"}',
      '',
    ]
    for (const other of others) {
      await expect(move(desk, other)).rejects.toBeInstanceOf(UnreadableDocument)
    }
    // What was read before that is there, and goes on with the right one.
    await move(desk, text)
    expect(kept(await documentOf(desk))).toEqual(kept(text))
  })

  it.each([
    ['evidence', 'url'],
    ['appearances', 'article.url'],
    ['', 'slug'],
  ])('is refused where it leads astray, whatever it hashes to: %s %s', async (list, name) => {
    const document = JSON.parse(text)
    const [verdict] = document.verdicts.filter((one: PublicVerdict) => one.evidence.length > 0)
    const { ledger, ...told } = verdict
    const at = name.split('.')
    const last = at.pop() ?? ''
    const inside = list ? told[list][0] : told
    const holder = at.reduce((one, part) => one[part], inside)
    holder[last] = 'javascript:alert(1)'
    const publication = sha256(canonicalize(told) ?? '')
    const altered = { ...told, ledger: { ...ledger, publication } }
    const desk = await newDesk()
    const moved = move(desk, JSON.stringify({ ...document, verdicts: [altered] }))
    await expect(moved).rejects.toThrow('names an address that is none')
    expect(read(await documentOf(desk)).verdicts).toEqual([])
  })

  it('exports the same, whatever was decided on it', { timeout: 120_000 }, () =>
    movesAnyDesk(null, 2),
  )
})

describe.skipIf(postgresMissing)(onPostgres('a desk that is moved'), () => {
  it('exports the same, whatever was decided on it', { timeout: 120_000 }, async () => {
    const address = async () => {
      const { url, drop } = await freshPostgresDatabase()
      ends.push(drop)
      return url
    }
    await movesAnyDesk(address, 1)
  })
})
