import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentPieces, verdictDocument } from '../../src/desk/exports/document.ts'
import { placeOf } from '../../src/desk/exports/place.ts'
import { exportVerdicts } from '../../src/desk/exports.ts'
import type { Member } from '../../src/domain/member.ts'
import type { Store } from '../../src/store/store.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { askedNow } from '../support/documents.ts'
import { manyVerdicts } from '../support/many.ts'
import * as story from '../support/story.ts'

const COUNT = 20_000
const BATCHES = Math.ceil((COUNT + 1) / 500)

describe('a long export', () => {
  let desk: TestDesk
  let editor: Member
  beforeAll(async () => {
    desk = await testDesk()
    const checker = await person(desk, 'checker')
    editor = await person(desk, 'editor')
    await story.published(desk, checker, editor, await story.article(desk, checker))
    manyVerdicts(desk.address, COUNT)
  }, 60_000)
  afterAll(() => desk.end())

  /** The document as another thread gets it, and how often the database was asked for it. */
  async function handedOver({ publications, ...store }: Store) {
    let asked = 0
    const list: Store['publications']['list'] = (...given) => {
      asked += 1
      return publications.list(...given)
    }
    const watched = { ...store, publications: { ...publications, list } }
    const texts = verdictDocument(watched, await askedNow(watched))
    const stream = ReadableStream.from(texts).pipeThrough(new TextEncoderStream())
    return { stream: structuredClone(stream, { transfer: [stream] }), asked: () => asked }
  }

  it('is read no faster than it is taken, and no further once it is given up', async () => {
    const { stream, asked } = await handedOver(desk.store)
    const reader = stream.getReader()
    for (let i = 0; i < 3; i++) await reader.read()
    await wait(300)
    const read = asked()
    expect(read).toBeLessThan(BATCHES / 4)
    await reader.cancel()
    await wait(300)
    expect(asked()).toBeLessThanOrEqual(read + 1)
  }, 30_000)

  it('of lines is the same whether the database writes them or this process does', async () => {
    const asked = { status: 'published' }
    const now = { asOf: null, isProved: false, now: '2025-01-01T00:00:00.000Z' }
    const place = await placeOf(desk.store, now)
    const document = await askedNow(desk.store, asked, { format: 'ndjson', place })
    const whole = async (pieces: AsyncIterable<string | Uint8Array>) => {
      const all: Uint8Array[] = []
      for await (const piece of pieces) all.push(Buffer.from(piece))
      return Buffer.concat(all).toString()
    }
    const lines = await whole(documentPieces(desk.store, document))
    expect(lines.split('\n')).toHaveLength(COUNT + 2)
    expect(lines === (await whole(verdictDocument(desk.store, document)))).toBe(true)
  }, 30_000)

  it('that is given up keeps nobody from the next one', async () => {
    for (let i = 0; i < 3; i++) {
      const reader = (await exportVerdicts(desk, editor, {})).getReader()
      await reader.read()
      await reader.cancel()
    }
    const whole = await new Response(await exportVerdicts(desk, editor, {})).text()
    expect(JSON.parse(whole).verdicts).toHaveLength(COUNT + 1)
  }, 60_000)
})
