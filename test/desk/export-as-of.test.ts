import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkpointNow } from '../../src/desk/checkpoints.ts'
import { verdictDocument } from '../../src/desk/exports/document.ts'
import { exportVerdicts, previewExport } from '../../src/desk/exports.ts'
import { plan } from '../../src/desk/wording.ts'
import type { Asked } from '../../src/domain/export-filters.ts'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import type { Store } from '../../src/store/store.ts'
import { person, type TestDesk } from '../support/desk.ts'
import { askedNow } from '../support/documents.ts'
import { live, tries, type World } from '../support/lives.ts'
import * as story from '../support/story.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'

const DECISIONS = 200

let told: ToldDesk
/** The same desk, on which time goes on. */
let desk: TestDesk
let world: World
beforeAll(async () => {
  told = await toldDesk()
  let tick = Date.parse('2025-06-07T08:00:00Z')
  const now = () => {
    tick += 1000
    return new Date(tick).toISOString()
  }
  desk = { ...told.desk, now }
  const people = [
    told.editor,
    await person(desk, 'editor', 'Ester'),
    await person(desk, 'checker', 'Carlo'),
    await person(desk, 'checker', 'Clara'),
    await person(desk, 'editor', 'Ettore'),
  ]
  world = { desk, people, article: told.first, claims: Object.values(told.claims) }
}, 60_000)
afterAll(() => told.desk.end())

const exported = async (asked: Asked): Promise<string> =>
  new Response(await exportVerdicts(desk, told.editor, asked)).text()

const textOf = async (texts: AsyncIterable<string>): Promise<string> =>
  (await Array.fromAsync(texts)).join('')

/** Every kind of filter, alone and with others. */
const filtersOn = ({ anna, paolo, first, second }: ToldDesk): Asked[] => [
  {},
  { rating: ['true', 'mostly_true'] },
  { topic: 'ponti' },
  { topic: ['bilancio', 'comune'] },
  { language: 'en' },
  { language: 'it' },
  { article: first },
  { article: second },
  { claimant: anna },
  { claimant: [paolo, 'unknown'] },
  { claimant: 'outlet' },
  { article: second, claimant: anna },
  { status: ['published', 'under_correction'] },
  { status: 'withdrawn' },
  { from: '2025-06-02', until: '2025-06-04' },
  { topic: 'ponti', language: 'it', article: first, status: 'superseded', rating: 'true' },
]

/** What bears on an export, whichever way the lives go. */
const telling = [
  ...['publish', 'reopen', 'withdraw', 'mendTypo', 'reword', 'plan', 'lend', 'takeAgain'],
  ...['nameDesk', 'rescale', 'retire', 'describeArticle', 'sayWhoClaims', 'split'],
]

/** Lets people decide until so many decisions have passed, those among them. */
async function decide(seed: number, verbs: string[] = []): Promise<void> {
  const done: string[] = []
  const isOver = () => done.length >= DECISIONS && verbs.every((verb) => done.includes(verb))
  for (let run = seed; !isOver(); run++) {
    if (run > seed + 200)
      throw new Error(`never came to pass: ${verbs.filter((verb) => !done.includes(verb))}`)
    // Whoever has written on everything can read nothing: somebody new comes in their place.
    const place = run % world.people.length
    const role = world.people[place]?.role ?? 'checker'
    world.people[place] = await person(world.desk, role)
    const [lived = []] = fc.sample(tries, { seed: run, numRuns: 1 })
    done.push(...(await live(world, lived)).map(({ verb }) => verb))
  }
}

describe('an export as of a moment', () => {
  it('is, byte for byte, what the export gave then, after 200 decisions and under every filter', async () => {
    const all = filtersOn(told)
    const taken: { asked: Asked; text: string; at: string }[] = []
    const take = async () => {
      for (const asked of all) {
        const text = await exported(asked)
        taken.push({ asked, text, at: JSON.parse(text).generatedAt })
      }
    }
    await take()
    await decide(1)
    await take()
    await decide(1000, telling)
    let changed = 0
    for (const { asked, text, at } of taken) {
      const then = await exported({ ...asked, asOf: at })
      expect(then, JSON.stringify(asked)).toBe(text)
      if ((await exported(asked)) !== text) changed += 1
      const { preview } = await previewExport(desk, told.editor, { ...asked, asOf: at }, 3)
      const { verdicts } = verdictExport.parse(JSON.parse(then))
      expect([preview.count, preview.bytes]).toEqual([verdicts.length, Buffer.byteLength(then)])
    }
    expect(changed).toBe(taken.length)
  }, 240_000)

  it('stands as of its place, too, where somebody decides while it is made', async () => {
    const { store } = desk
    const asked = () => askedNow(store, { topic: 'ponti' })
    const [claim = ''] = world.claims
    const topics = async (topics: string) =>
      plan(desk, told.editor, await story.read(desk, claim), { topics })
    await topics('ponti')
    await checkpointNow(desk)
    const then = await asked()
    const whole = await textOf(verdictDocument(store, then))
    const list: Store['publications']['list'] = async (...given) => {
      await topics('strade')
      return store.publications.list(...given)
    }
    const moved = { ...store, publications: { ...store.publications, list } }
    expect(await textOf(verdictDocument(moved, then))).toBe(whole)
    expect(whole).toContain(claim)
    await checkpointNow(desk)
    expect(await textOf(verdictDocument(store, await asked()))).not.toContain(claim)
  })

  it('gives itself again by the time it was made, whatever the clock did', async () => {
    // The last decision is later than the clock is now.
    const late = await exported({})
    const early = { ...desk, now: () => '2025-06-07T00:00:00.000Z' }
    const text = await new Response(await exportVerdicts(early, told.editor, {})).text()
    const { generatedAt, cursor } = JSON.parse(text)
    expect(text).toBe(late)
    expect(generatedAt > early.now()).toBe(true)
    await plan(desk, told.editor, await story.read(desk, world.claims[0] ?? ''), { why: 'x' })
    expect(await desk.store.past.cursorAt(generatedAt)).toBe(cursor)
  })
})
