import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  checkpointNow,
  makeCheckpoint,
  scheduleCheckpoints,
  wellKnown,
} from '../../src/desk/checkpoints.ts'
import { exportVerdicts, previewExport } from '../../src/desk/exports.ts'
import { proveExport, readPublicKey } from '../../src/desk/proving.ts'
import { endSchedule } from '../../src/desk/runs.ts'
import type { Member } from '../../src/domain/member.ts'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import { refused } from '../domain/refusals.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'

const LONG = { timeout: 15_000 }

let desk: TestDesk
let carla: Member
let editor: Member
let article: string
beforeAll(async () => {
  desk = await testDesk()
  carla = await person(desk, 'checker', 'Carla')
  editor = await person(desk, 'editor', 'Enzo')
  article = await story.article(desk, carla)
}, 60_000)
afterAll(() => desk.end())

const cursor = () => desk.store.verdicts.cursor()

describe('a checkpoint', () => {
  it('covers everything decided so far, and is made anew only where something was decided', async () => {
    const first = await checkpointNow(desk)
    expect(first).toMatchObject({ size: await cursor(), key: (await desk.keys.find())?.id })
    expect(await checkpointNow(desk)).toEqual(first)
    await story.claim(desk, carla, article)
    const second = await checkpointNow(desk)
    expect(second?.size).toBe(await cursor())
    expect(second?.root).not.toBe(first?.root)
  })

  it('is one, also where several are asked for at the same moment', async () => {
    const count = async () => (await desk.store.verify({ key: await desk.keys.find() })).checkpoints
    const before = await count()
    await story.claim(desk, carla, article)
    const made = await Promise.all(Array.from({ length: 5 }, () => checkpointNow(desk)))
    expect(new Set(made.map((one) => one?.signature)).size).toBe(1)
    expect(await count()).toBe(before + 1)
  })

  it('is an editor’s to ask for', async () => {
    expect((await refused(makeCheckpoint(desk, carla))).code).toBe('forbidden')
    expect(await makeCheckpoint(desk, editor)).not.toBeNull()
  })

  it('of an empty ledger there is none', async () => {
    const empty = await testDesk()
    expect(await checkpointNow(empty)).toBeNull()
    expect(await wellKnown(empty)).toMatchObject({
      checkpoint: null,
      key: { algorithm: 'Ed25519' },
    })
    await empty.end()
  })

  it('is made with each export, so that every verdict in it is proved', async () => {
    await story.published(desk, carla, editor, article)
    const text = await new Response(await exportVerdicts(desk, carla, {})).text()
    const { cursor: at, checkpoint, verdicts } = verdictExport.parse(JSON.parse(text))
    expect([at, checkpoint?.size]).toEqual([await cursor(), await cursor()])
    expect(verdicts[0]?.ledger.proof?.index).toBe((verdicts[0]?.ledger.seq ?? 0) - 1)
    const { preview } = await previewExport(desk, carla, {}, 3)
    expect([preview.bytes, preview.count]).toEqual([Buffer.byteLength(text), verdicts.length])
  })

  it('proves each of many verdicts, and their bytes are counted exactly', async () => {
    for (let i = 0; i < 11; i++) await story.published(desk, carla, editor, article)
    const text = await new Response(await exportVerdicts(desk, carla, {})).text()
    const { preview } = await previewExport(desk, carla, {}, 3)
    expect(preview.bytes).toBe(Buffer.byteLength(text))
    const key = readPublicKey(JSON.stringify(await wellKnown(desk)))
    const seen: unknown[] = []
    const watch = { failed: (one: unknown) => seen.push(one), progress: () => {} }
    const proved = await proveExport(new Blob([text]).stream(), key, watch)
    expect([proved.hold, proved.fault, seen]).toEqual([12, null, []])
  }, 60_000)
})

describe('the schedule of checkpoints', () => {
  afterEach(() => endSchedule(desk.daily))

  it('makes one a day, and none where nothing was decided', async () => {
    let now = '2025-06-03T08:00:00.000Z'
    const clocked = { ...desk, now: () => now }
    const newest = () => desk.store.checkpoints.newest()
    /** The checkpoint that is made next. */
    const next = (last: { size: number } | null) =>
      vi.waitUntil(async () => {
        const one = await newest()
        return one?.size === last?.size ? null : one
      }, LONG)
    const before = await checkpointNow(desk)
    await story.claim(desk, carla, article)
    scheduleCheckpoints(clocked, (error) => expect.unreachable(String(error)), 5)
    const first = await next(before)
    expect(first?.size).toBe(await cursor())
    await story.claim(desk, carla, article)
    await wait(50)
    expect(await newest()).toEqual(first)
    now = '2025-06-05T08:00:00.000Z'
    const second = await next(first)
    expect(second).toMatchObject({ size: await cursor(), at: now })
  })

  it('says what went wrong, and tries again', async () => {
    const said: unknown[] = []
    await story.claim(desk, carla, article)
    const broken = {
      ...desk,
      heavy: { ...desk.heavy, run: async () => Promise.reject('no') },
      now: () => '2025-07-01T08:00:00.000Z',
    }
    scheduleCheckpoints(broken, (error) => said.push(error), 5)
    await vi.waitUntil(() => said.length > 1, LONG)
    expect(said[0]).toBe('no')
  })
})

it('the secret half of the key is in no answer and in no document', async () => {
  await checkpointNow(desk)
  const pem = readFileSync(join(desk.files.folder, '..', 'key.pem'), 'utf8')
  const secret = pem.split('\n')[1] ?? ''
  expect(secret.length).toBeGreaterThan(20)
  const text = await new Response(await exportVerdicts(desk, carla, {})).text()
  for (const out of [text, JSON.stringify(await wellKnown(desk))]) expect(out).not.toContain(secret)
})
