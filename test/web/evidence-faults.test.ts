import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { type FaultServer, startFaultServer } from '../support/fault-server.ts'
import { WORDS } from '../support/faults.ts'
import * as story from '../support/story.ts'
import { type Fields, webOf, wordsOf } from '../support/web.ts'
import { type Life, lifeOn } from './life.ts'

describe('evidence at an address where something is wrong', () => {
  let desk: TestDesk
  let host: FaultServer
  let life: Life
  let carla: Member
  let article: string
  let claim: string
  /** What a name leads to, lookup after lookup; the last one from then on. */
  let addresses: string[]
  let before: string[]

  beforeAll(async () => {
    const resolve = async () => [(addresses.length > 1 ? addresses.shift() : addresses[0]) ?? '']
    desk = await testDesk(undefined, true, undefined, { resolve })
    life = lifeOn(webOf(desk))
    carla = await person(desk, 'checker', 'Carla')
    article = await story.article(desk, carla)
  })
  beforeEach(async () => {
    host = await startFaultServer()
    addresses = ['127.0.0.1']
    claim = await story.claim(desk, carla, article)
    await life.work(carla, claim)
    before = await files()
  })
  afterEach(() => host.stop())
  afterAll(() => desk.end())

  /** A page that no other test keeps. */
  const heal = () => {
    const { quote } = story.evidenceForm
    host.heal(`<!doctype html><title>Collaudo ${claim}</title><p>${quote} ${WORDS}</p>`)
  }
  /** What is in the folder, the unfinished included. */
  async function files() {
    const paths: string[] = []
    for await (const { path } of desk.files.list()) paths.push(path)
    return paths
  }
  const bring = (url: string, more: Fields = {}) => life.bring(carla, claim, { url, ...more })
  const one = async () => {
    const [evidence] = await desk.store.claims.evidence([claim])
    if (!evidence) throw new Error('the evidence is lost')
    return evidence
  }
  /** How many files and rows there are more. */
  async function kept() {
    const [source] = await desk.store.sources.byUrls([(await one()).url ?? ''])
    const rows = await desk.store.snapshots.bySource(source?.id ?? '', 10)
    return { files: (await files()).length - before.length, rows: rows.length }
  }
  const pageOfIt = async () => wordsOf(await life.read(carla, `/evidence/${(await one()).id}`))
  async function fetchAgain() {
    const page = `/evidence/${(await one()).id}`
    return life.send(carla, page, `${page}/snapshot`)
  }

  /** The words are saved, why there is no snapshot is said, and a second try finds it put right. */
  async function endsWell(url: string, why: RegExp, putRight = heal) {
    await bring(url)
    const evidence = await one()
    expect(evidence).toMatchObject({ ...story.evidenceForm, url, snapshot: null })
    expect(await kept()).toEqual({ files: 0, rows: 0 })
    expect(await pageOfIt()).toMatch(why)
    const section = wordsOf(await life.read(carla, `/claims/${claim}`))
    expect(section).toMatch(why)
    expect(section).toContain('no snapshot')
    const [source] = await desk.store.sources.byUrls([url])
    expect(await desk.store.sources.visits([source?.id ?? ''])).toMatchObject([
      { outcome: 'failed', why: expect.stringContaining('"code"') },
    ])
    expect(await fetchAgain()).toBe(`/evidence/${evidence.id}#snapshot`)
    expect(await kept()).toEqual({ files: 0, rows: 0 })
    putRight()
    await fetchAgain()
    const now = await one()
    expect(now.snapshot).not.toBeNull()
    expect(await kept()).toEqual({ files: 1, rows: 1 })
    const words = await pageOfIt()
    expect(words).not.toMatch(why)
    expect(words).toContain('Read it')
    expect((await desk.store.verify()).fault).toBeNull()
  }

  test.each(['/silent', '/half', '/endless'])(
    'ends well where the host hangs: %s',
    async (path) => {
      const { fetching } = desk
      desk.fetching = { ...fetching, timeoutMs: 400 }
      await endsWell(host.origin + path, /did not send the page within/, () => {
        desk.fetching = fetching
        heal()
      })
    },
  )

  test.each([
    ['resets the connection', '/reset', /broke off in the middle/],
    ['resets it in the middle', '/reset-half', /broke off in the middle/],
    ['leads round in a circle', '/circle', /round in a circle/],
    ['sends a gzip bomb', '/gzip-bomb', /more than the desk takes/],
    ['sends another bomb', '/zstd-bomb', /more than the desk takes/],
    ['says that it sends more than it does', '/long', /broke off in the middle/],
    ['says that it sends less', '/short', /broke off in the middle/],
    ['says that it sends a page, and sends a picture', '/says-page', /other than what it says/],
    ['says that it sends a picture, and sends a page', '/says-picture', /other than what it says/],
    ['says that it sends a text, and sends a picture', '/says-text', /other than what it says/],
    ['says that it sends gzip, and does not', '/gzip-not', /cannot be read/],
    ['sends 200 MB', '/200-megabytes', /more than the desk takes/],
    ['sends a page with nothing in it', '/nothing-in-it', /no text to read/],
    ['sends an empty PDF', '/pdf-empty', /no text in it/],
    ['sends what is no PDF as one', '/pdf', /damaged/],
    ['has no such page', '/status/404', /no such page/],
  ])('ends well where the host %s', async (_, path, why) => {
    await endsWell(host.origin + path, why)
  })

  it('ends well where the second lookup leads into a private network', async () => {
    addresses = ['127.0.0.1', '10.0.0.1']
    const back = encodeURIComponent(`http://rebind.test:${host.port}/page`)
    const url = `http://rebind.test:${host.port}/to?${back}`
    await endsWell(url, /leads into a private network/, () => {
      addresses = ['127.0.0.1']
      heal()
    })
  })

  it('ends well where the disk is full', async () => {
    const { put } = desk.files
    let isFull = true
    desk.files.put = async (bytes) => {
      if (isFull) throw new Refusal('disk_full')
      return put(bytes)
    }
    heal()
    await endsWell(`${host.origin}/page`, /The disk of the desk is full/, () => {
      isFull = false
    })
    desk.files.put = put
  })

  test.each(['/broken-html', '/latin-as-utf8', '/utf8-as-latin'])(
    'reads what can be read, as it is: %s',
    async (path) => {
      await bring(host.origin + path, { quote: '' })
      const { snapshot } = await one()
      const html = wordsOf(await life.read(carla, `/snapshots/${snapshot}`))
      expect(html).toContain(WORDS)
    },
  )

  it('keeps no file where the form is refused once the page was read', async () => {
    host.heal(`<!doctype html><title>Altro</title><p>${WORDS} ${claim}</p>`)
    const page = `/claims/${claim}`
    const refused = life.send(carla, page, `${page}/evidence`, {
      ...story.evidenceForm,
      url: `${host.origin}/altro`,
    })
    await expect(refused).rejects.toThrow(': 422')
    expect(await files()).toEqual(before)
    expect(await desk.store.claims.evidence([claim])).toEqual([])
    expect(await desk.store.sources.byUrls([`${host.origin}/altro`])).toEqual([])
  })

  it('keeps a picture, which holds no text', async () => {
    await bring(`${host.origin}/picture`, { quote: '' })
    const { snapshot } = await one()
    const html = await life.read(carla, `/snapshots/${snapshot}/as-it-was`)
    expect(html).toContain(`<img class="snapshot-picture" src="/snapshots/${snapshot}/bytes"`)
    expect(wordsOf(await life.read(carla, `/snapshots/${snapshot}`))).toContain('no text in it')
  })
})
