import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Incoming } from '../../src/desk/incoming.ts'
import { receive } from '../../src/desk/incoming.ts'
import { findSnapshot, keepArrived, takeSnapshot } from '../../src/desk/snapshots.ts'
import type { Act, Member } from '../../src/domain/member.ts'
import { takenFrom } from '../../src/interchange/warc.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { type FaultServer, PAGE, startFaultServer } from '../support/fault-server.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])

describe('a snapshot', () => {
  let desk: TestDesk
  let carla: Member
  let host: FaultServer
  beforeEach(async () => {
    host = await startFaultServer()
    desk = await testDesk(undefined, true)
    carla = await person(desk, 'checker', 'Carla')
  })
  afterEach(async () => {
    await desk.end()
    await host.stop()
  })

  const act = (): Act => ({ member: carla, at: desk.now() })
  /** Takes one, and saves it. */
  async function keep(given: Incoming, by: Act = act()) {
    const taken = await takeSnapshot(desk, by, given, { whole: true })
    const { changes, ...extra } = taken
    await desk.store.save(changes, extra)
    return taken
  }
  async function filesKept() {
    const paths: string[] = []
    for await (const { path } of desk.files.list()) paths.push(path)
    return paths
  }

  it('of an address keeps the answer as it was, its text, and where it was in the end', async () => {
    const asked = `${host.origin}/to?${encodeURIComponent('/gzip')}#part`
    const { snapshot, source } = await keep({ address: asked })
    expect(snapshot).toMatchObject({ way: 'url', url: `${host.origin}/gzip`, status: 200 })
    expect(source).toMatchObject({ url: asked.replace('#part', ''), snapshot: snapshot.id })
    const found = await findSnapshot(desk, snapshot.id)
    expect(found).toMatchObject({ snapshot, source, text: expect.stringContaining('È successo') })
    const taken = await takenFrom(await desk.files.read(snapshot.warc))
    expect(new TextDecoder().decode(taken.payload)).toBe(PAGE)
    expect(taken).toMatchObject({ uri: `${host.origin}/gzip`, http: { status: 200 } })
    expect(await desk.store.sources.visits([source?.id ?? ''])).toMatchObject([
      { outcome: 'same', why: null },
    ])
    expect((await desk.store.verify()).fault).toBeNull()
  })

  it('of a text or a file comes from no address', async () => {
    const text = 'Il ponte ha riaperto lunedì.\n'
    const { snapshot, source } = await keep({ text })
    expect(source).toBeNull()
    expect(snapshot).toMatchObject({ way: 'paste', source: null, url: null, status: null })
    expect(snapshot.bytes).toBe(snapshot.text)
    const file = await keep({ bytes: png, contentType: 'image/png' })
    expect(file.snapshot).toMatchObject({ way: 'upload', text: null, mediaType: 'image/png' })
    expect(file.reading).toBeNull()
  })

  it('of the same bytes, from anywhere, shares its file and keeps its own time and address', async () => {
    const first = await keep({ address: `${host.origin}/page` })
    const other = await keep({ address: `${host.origin}/chunked` })
    expect(other.snapshot.id).not.toBe(first.snapshot.id)
    expect(other.snapshot.warc).toBe(first.snapshot.warc)
    expect(other.snapshot.url).toBe(`${host.origin}/chunked`)
    expect(await filesKept()).toHaveLength(1)
  })

  it('is the one of a minute ago where nothing has changed, and another one later', async () => {
    const address = `${host.origin}/page`
    const first = await keep({ address })
    const soon = await keep({ address })
    expect(soon.snapshot.id).toBe(first.snapshot.id)
    expect(soon.changes).toEqual([])
    const day = new Date(Date.parse(desk.now()) + 86_400_000).toISOString()
    const later = await keep({ address }, { member: carla, at: day })
    expect(later.snapshot.id).not.toBe(first.snapshot.id)
    expect(later.source).toMatchObject({ id: first.source?.id, snapshot: later.snapshot.id })
    host.heal('<!doctype html><title>Altro</title><p>Non è successo niente, lunedì.</p>')
    const changed = await keep({ address })
    expect(changed.snapshot.bytes).not.toBe(first.snapshot.bytes)
    expect(await desk.store.snapshots.bySource(first.source?.id ?? '', 10)).toHaveLength(3)
  })

  it('has its file written again where it has gone from the folder', async () => {
    const given = { text: 'Il ponte ha riaperto.' }
    await keep(given)
    for await (const { path } of desk.files.list()) await desk.files.remove(path, Date.now() + 9e9)
    const again = await keep(given)
    await expect(desk.files.read(again.snapshot.warc)).resolves.toBeDefined()
  })

  it('is not for a viewer, and nothing is fetched for one', async () => {
    const vito = await person(desk, 'viewer', 'Vito')
    const by = { member: vito, at: desk.now() }
    const address = `${host.origin}/page`
    await expect(takeSnapshot(desk, by, { address })).rejects.toMatchObject({ code: 'forbidden' })
    expect(host.asked).toEqual([])
    const arrived = await receive(desk, { address }, { whole: true })
    await expect(keepArrived(desk, by, arrived)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await filesKept()).toEqual([])
  })
})
