import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveClaim } from '../../src/desk/claims.ts'
import { deactivate, erase } from '../../src/desk/people.ts'
import { FEED_LIMIT } from '../../src/desk/saved-searches.ts'
import type { Member } from '../../src/domain/member.ts'
import { MOST_SEARCHES } from '../../src/domain/saved-search.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { jsonFeed, readAtom } from '../support/feed-rules.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'

describe('a saved search', () => {
  let desk: TestDesk
  let web: Web
  let ada: Member
  let carla: Member
  let vito: Member
  let article: string
  let search: string
  let wait = 0
  beforeAll(async () => {
    const made = await testDesk()
    // Time passes faster than the desk's own clock where a test says so.
    const now = () => new Date(Date.parse(made.now()) + wait).toISOString()
    desk = { ...made, now }
    web = webOf(desk)
    ada = await person(desk, 'viewer', 'Ada', 1)
    carla = await person(desk, 'checker', 'Carla')
    vito = await person(desk, 'viewer', 'Vito')
    article = await story.article(desk, carla)
    await story.claim(desk, carla, article, { topics: 'ponti' })
  })
  afterAll(() => desk.end())

  const page = async (by: Member | null, path: string) => (await web.get(by, path)).text()
  const words = async (by: Member | null, path: string) => wordsOf(await page(by, path))
  async function saved(by: Member, address: string, name: string): Promise<string> {
    const form = { ...formOf(await page(by, address), '/searches'), name }
    const answers = [await web.post(by, '/searches', form), await web.post(by, '/searches', form)]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    return answers[0]?.headers.get('location')?.split('/').at(-1) ?? ''
  }
  const send = (by: Member, path: string, fields: Fields = {}) =>
    web.post(by, `/searches/${path}`, fields)
  /** Half an hour goes by: whoever comes back looks anew. */
  const later = () => {
    wait += 31 * 60_000
  }

  it('keeps what the list of claims shows, once, and needs a name', async () => {
    const address = '/claims?topic=ponti&after=2025-06-01~x'
    const unnamed = await web.post(
      carla,
      '/searches',
      formOf(await page(carla, address), '/searches'),
    )
    expect(unnamed.status).toBe(422)
    expect(await unnamed.text()).toMatch(/id="save-search-name-error"/)
    search = await saved(carla, address, 'I ponti')
    const rows = await desk.store.savedSearches.visibleTo(carla.id, 10)
    expect(rows.map(({ name, query }) => [name, query])).toEqual([['I ponti', 'topic=ponti']])
    expect(await page(carla, '/claims')).toContain(`href="/searches/${search}"`)
    expect(await page(carla, '/me')).toContain('href="/searches"')
    expect(await page(carla, `/searches/${search}`)).toContain('href="/claims?topic=ponti"')
  })

  it('shows what is new since it was last looked at, to each by themselves', async () => {
    expect(await words(carla, `/searches/${search}`)).not.toMatch(/\d is new since/)
    later()
    const fresh = await story.claim(desk, vitoAsChecker(), article, {
      ...{ statement: 'Il ponte è costato due milioni', topics: 'ponti' },
    })
    await story.claim(desk, vitoAsChecker(), article, { statement: 'Altro', topics: 'scuole' })
    expect(await words(carla, '/searches')).toContain('I ponti 1 is new since you last looked')
    const html = await page(carla, `/searches/${search}`)
    const news = /<section[^>]*id="new"[\s\S]*?<\/section>/.exec(html)?.[0] ?? ''
    expect(news).toContain(`id="claim-${fresh}"`)
    expect(news.match(/class="queue-row"/g)?.length).toBe(1)
    // As long as one is at it, it stays marked; the list says that it was seen.
    expect(await words(carla, `/searches/${search}`)).toContain('1 is new since you last looked')
    expect(await words(carla, '/searches')).not.toContain('new since you last looked 1')
    later()
    expect(await words(carla, `/searches/${search}`)).toContain('Nothing is new')
  })
  const vitoAsChecker = (): Member => ({ ...vito, role: 'checker' })

  it('does not count what one did oneself', async () => {
    later()
    const own = await story.claim(desk, carla, article, { statement: 'Un ponte', topics: 'ponti' })
    await giveClaim(desk, carla, await story.read(desk, own), carla.id)
    expect(await words(carla, `/searches/${search}`)).toContain('Nothing is new')
  })

  it('is its owner’s alone until it is shared, and theirs to change', async () => {
    expect((await web.get(vito, `/searches/${search}`)).status).toBe(404)
    expect((await send(vito, `${search}/sharing`, { shared: 'yes' })).status).toBe(404)
    expect((await send(carla, `${search}/sharing`, { shared: 'yes' })).status).toBe(303)
    expect(await words(vito, '/searches')).toContain('Shared by colleagues I ponti Carla')
    const shown = await page(vito, `/searches/${search}`)
    expect(wordsOf(shown)).toContain('shared by Carla')
    expect(shown).not.toContain(`/searches/${search}/name`)
    for (const path of ['name', 'feed', 'feed-ending', 'deletion']) {
      const answer = await send(vito, `${search}/${path}`, { name: 'Mine' })
      expect([path, answer.status]).toEqual([path, 404])
    }
    expect((await send(carla, `${search}/name`, { name: 'I miei ponti' })).status).toBe(303)
    expect((await send(carla, `${search}/name`, { name: ' ' })).status).toBe(422)
    expect(await words(vito, '/searches')).toContain('I miei ponti')
  })

  it('is subscribed to at a secret address that is shown once, by whoever has it', async () => {
    const answer = await send(carla, `${search}/feed`)
    expect(answer.status).toBe(200)
    const [address = '', token = ''] = /\/feeds\/([\w-]+)/.exec(await answer.text()) ?? []
    expect(await page(carla, `/searches/${search}`)).not.toContain(token)
    expect((await desk.store.savedSearches.find(search))?.feed).not.toContain(token)
    const feed = await web.get(null, address)
    expect(feed.headers.get('content-type')).toContain('application/atom+xml')
    expect(feed.headers.get('cache-control')).toBe('private, no-store')
    const text = await feed.text()
    expect(text).toContain('<title>Il ponte è costato due milioni</title>')
    expect(text).not.toContain('<title>Altro</title>')
    expect(text.match(/<entry>/g)?.length).toBe(3)
    const same = await web.get(null, `${address}.json`)
    expect(same.headers.get('content-type')).toContain('application/feed+json')
    expect(same.headers.get('cache-control')).toBe('private, no-store')
    const { items, title } = jsonFeed.parse(await same.json())
    const atom = readAtom(text)
    expect(items.map(({ id }) => id)).toEqual(atom.entries.map(({ id }) => id))
    expect([title, items[0]?.title]).toEqual([atom.title, atom.entries[0]?.title])
    const known = { 'if-none-match': same.headers.get('etag') ?? '' }
    expect((await web.get(null, `${address}.json`, known)).status).toBe(304)
    const anew =
      /\/feeds\/[\w-]+/.exec(await (await send(carla, `${search}/feed`)).text())?.[0] ?? ''
    expect((await web.get(null, address)).status).toBe(410)
    expect((await web.get(null, anew)).status).toBe(200)
    expect((await send(carla, `${search}/feed-ending`)).status).toBe(303)
    expect((await web.get(null, anew)).status).toBe(410)
    const closed = webOf(desk, { publicPages: false })
    expect((await closed.get(null, anew)).status).toBe(404)
  })

  it('tells in its feed what a viewer may read, and nothing that is proposed', async () => {
    const id = await story.claim(desk, carla, article, { statement: 'Proposta', topics: 'ponti' })
    await story.proposed(desk, carla, id, { rating: 'mostly_false' })
    const path =
      /\/feeds\/[\w-]+/.exec(await (await send(carla, `${search}/feed`)).text())?.[0] ?? ''
    const text = await page(null, path)
    expect(text).toContain('<title>Proposta</title>')
    expect(text).toContain('<summary>In review</summary>')
    expect(text).not.toMatch(/mostly false/i)
  })

  it('is asked for so often an hour, and no more', async () => {
    const path =
      /\/feeds\/[\w-]+/.exec(await (await send(carla, `${search}/feed`)).text())?.[0] ?? ''
    for (let n = 0; n < FEED_LIMIT; n++) expect((await web.get(null, path)).status).toBe(200)
    const refused = await web.get(null, path)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    wait += 3_600_000
    expect((await web.get(null, path)).status).toBe(200)
  })

  it('is taken away by its owner, or by an admin where it is shared', async () => {
    const own = await saved(carla, '/claims?stage=inbox', 'Arrivi')
    expect((await send(ada, `${own}/deletion`)).status).toBe(404)
    await send(carla, `${own}/sharing`, { shared: 'yes' })
    expect((await send(vito, `${own}/deletion`)).status).toBe(404)
    const answers = [await send(ada, `${own}/deletion`), await send(ada, `${own}/deletion`)]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await web.get(carla, `/searches/${own}`)).status).toBe(404)
  })

  it('is one of a hundred at most', async () => {
    const { savedSearches } = desk.store
    const there = await savedSearches.countOf(vito.id)
    const one = {
      owner: vito.id,
      name: 'x',
      query: '',
      sharedAt: null,
      feed: null,
      savedAt: desk.now(),
    }
    for (let n = there; n < MOST_SEARCHES; n++)
      await savedSearches.keep({ ...one, id: desk.newId() })
    const answer = await web.post(vito, '/searches', { newId: desk.newId(), name: 'y', query: '' })
    expect(answer.status).toBe(422)
    expect(wordsOf(await answer.text())).toContain('At most 100')
  })

  it('stands in no ledger; its feed ends with its owner’s account, and it goes with their name', async () => {
    const before = await desk.store.verdicts.cursor()
    const carlo = await person(desk, 'checker', 'Carlo')
    const own = await saved(carlo, '/claims?who=mine', 'Le mie')
    await send(carlo, `${own}/sharing`, { shared: 'yes' })
    await page(ada, `/searches/${own}`)
    const path = /\/feeds\/[\w-]+/.exec(await (await send(carlo, `${own}/feed`)).text())?.[0] ?? ''
    expect((await web.get(null, path)).status).toBe(200)
    const joined = 1
    expect(await desk.store.verdicts.cursor()).toBe(before + joined)
    await deactivate(desk, ada, (await desk.store.people.find(carlo.id)) ?? { id: '', revision: 0 })
    expect((await web.get(null, path)).status).toBe(410)
    await erase(desk, ada, (await desk.store.people.find(carlo.id)) ?? { id: '', revision: 0 })
    expect(await desk.store.savedSearches.find(own)).toBeNull()
    expect((await desk.store.savedSearches.looksOf(ada.id, [own])).size).toBe(0)
  })
})
