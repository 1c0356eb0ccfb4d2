import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish, reopen, withdraw } from '../../src/desk/verdicts.ts'
import { reword } from '../../src/desk/wording.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'

const paths = ['/verdicts', '/verdicts/feed.json', '/corrections', '/corrections.atom']
/** The addresses of the verdicts that a list shows, in its order. */
const listed = (html: string): string[] =>
  [...html.matchAll(/<h2><a href="([^"]+)"/g)].map(([, path = '']) => path)

describe('the public pages', () => {
  let told: ToldDesk
  let desk: TestDesk
  let web: Web
  const addresses: Record<string, string> = {}

  beforeAll(async () => {
    told = await toldDesk()
    desk = told.desk
    web = webOf(desk)
    for (const [name, id] of Object.entries(told.claims)) {
      const answer = await web.get(null, `/verdicts/${id}`)
      addresses[name] = answer.headers.get('location') ?? ''
    }
  })
  afterAll(() => desk.end())

  const text = async (path: string, by: Member | null = null) => (await web.get(by, path)).text()
  const all = () => [
    ...paths,
    addresses.bridge ?? '',
    addresses.road ?? '',
    `${addresses.costs}/versions/1`,
  ]

  it('are the same for whoever asks, signed in or not, and leave nothing with them', async () => {
    for (const path of all()) {
      const [nobody, editor] = [await web.get(null, path), await web.get(told.editor, path)]
      expect(nobody.status, path).toBe(200)
      expect(nobody.headers.get('set-cookie'), path).toBeNull()
      expect(await editor.text(), path).toBe(await nobody.text())
    }
  })

  it('may be kept, for each language apart, and are not sent again where nothing changed', async () => {
    for (const path of all()) {
      const answer = await web.get(null, path)
      expect(answer.headers.get('cache-control'), path).toBe('public, max-age=0, s-maxage=60')
      expect(answer.headers.get('vary'), path).toContain('Accept-Language, Cookie')
      const tag = answer.headers.get('etag') ?? ''
      const modified = answer.headers.get('last-modified') ?? ''
      expect(tag, path).toMatch(/^W\/"[\w-]+"$/)
      const since = (value: string) => ({ 'if-modified-since': value })
      const asked: [headers: Record<string, string>, status: number][] = [
        [{ 'if-none-match': tag }, 304],
        [{ 'if-none-match': `"other", ${tag}` }, 304],
        [{ 'if-none-match': '*' }, 304],
        [since(modified), 304],
        [{ 'if-none-match': '"other"', ...since(modified) }, 200],
        [since('Thu, 01 Jan 2015 00:00:00 GMT'), 200],
        [since('never'), 200],
        [{ 'if-none-match': tag, 'accept-language': 'it' }, 200],
      ]
      for (const [headers, status] of asked) {
        const again = await web.get(null, path, headers)
        expect(again.status, `${path} ${JSON.stringify(headers)}`).toBe(status)
        if (status !== 304) continue
        expect(await again.text()).toBe('')
        expect(again.headers.get('etag')).toBe(tag)
        expect(again.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=60')
      }
    }
  })

  it('speak the language of the browser, or the one that was chosen', async () => {
    const italian = await web.get(null, '/verdicts', { 'accept-language': 'it-IT,it;q=0.9' })
    expect(italian.headers.get('content-language')).toBe('it')
    expect(await italian.text()).toContain('<html lang="it">')
    const chosen = await web.get(null, '/verdicts', { cookie: 'language=it' })
    expect(await chosen.text()).toContain('<html lang="it">')
  })

  it('are what an address without a path leads to, but for those who work here', async () => {
    expect((await web.get(null, '/')).headers.get('location')).toBe('/verdicts')
    expect((await web.get(told.editor, '/')).headers.get('location')).toBe('/claims')
  })

  it('are not there where the desk keeps them closed', async () => {
    const closed = webOf(desk, { publicPages: false })
    for (const path of [...all(), '/verdicts/nothing', `/verdicts/${told.claims.bridge}`]) {
      for (const by of [null, told.editor]) {
        const answer = await closed.get(by, path)
        expect(answer.status, path).toBe(404)
        expect(answer.headers.get('cache-control')).toBe('no-store')
      }
    }
    expect((await closed.get(null, '/')).headers.get('location')).toBe('/signin')
  })

  it('list what is published, newest first, and nothing that was withdrawn or is at work', async () => {
    const names = ['school', 'costs', 'debt', 'bridge']
    expect(listed(await text('/verdicts'))).toEqual(names.map((name) => addresses[name]))
    expect(addresses.hidden).toBe('')
    expect(await text('/verdicts')).not.toContain('XQHIDDEN')
    expect((await web.get(null, `/verdicts/${told.claims.hidden}`)).status).toBe(404)
  })

  it('find a verdict by words of its statement or of its conclusion, and by its rating', async () => {
    const found = async (query: string) => listed(await text(`/verdicts?${query}`))
    expect(await found('q=Bridge')).toEqual([addresses.bridge])
    expect(await found('q=caso+doppio')).toEqual([addresses.costs])
    expect(await found('q=caso+triplo')).toEqual([])
    expect(await found('rating=mixed')).toEqual([addresses.debt])
    expect(await found('rating=mixed&q=bridge')).toEqual([])
    expect(await found('q=il')).toHaveLength(4)
  })

  it('take whatever is typed as a search', async () => {
    const typed = ['"', "'; drop table verdicts", '%', '\u0000', '\ud800', 'x'.repeat(5000), '<b>']
    for (const one of typed) {
      const answer = await web.get(null, `/verdicts?q=${encodeURIComponent(one.toWellFormed())}`)
      expect(answer.status, one.slice(0, 20)).toBe(200)
    }
    for (const query of ['after=x', 'after=~', 'rating=%22', 'q=a&q=b', 'q=%ff%fe']) {
      expect((await web.get(null, `/verdicts?${query}`)).status, query).toBe(200)
    }
  })

  it('say in their own frame that there is nothing at an address', async () => {
    for (const path of [
      '/verdicts/nothing',
      `${addresses.bridge}/versions/9`,
      '/verdicts/x/versions/y',
    ]) {
      const answer = await web.get(null, path)
      expect(answer.status, path).toBe(404)
      const html = await answer.text()
      expect(html).toContain('class="masthead"')
      expect(html).not.toContain('htmx')
    }
  })
})

describe('the list of what is published', () => {
  let desk: TestDesk
  let web: Web
  let carla: Member
  let enzo: Member
  let first: string
  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
    const article = await story.article(desk, carla)
    first = await story.published(desk, carla, enzo, article)
    for (let i = 0; i < 22; i++) await story.published(desk, carla, enzo, article)
  })
  afterAll(() => desk.end())

  it('goes on page by page to its end, each verdict once', async () => {
    const seen: string[] = []
    let path: string | undefined = '/verdicts?q=ponte'
    let pages = 0
    while (path) {
      const html: string = await (await web.get(null, path)).text()
      seen.push(...listed(html))
      pages += 1
      path = /<a href="([^"]+)">Older/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(pages).toBe(2)
    expect(seen).toHaveLength(23)
    expect(new Set(seen).size).toBe(23)
    expect(seen.at(-1)).toContain(first.slice(-8))
  })

  it('goes by what was told, also where the claim is being put in other words', async () => {
    const about = { statement: 'La funivia di Montebruno resta ferma' }
    const article = await story.article(desk, carla)
    const claim = await story.claim(desk, carla, article, about)
    await story.proposed(desk, carla, claim)
    await publish(desk, enzo, await story.read(desk, claim), {})
    const search = async (q: string) =>
      listed(await (await web.get(null, `/verdicts?q=${q}`)).text()).length
    expect(await search('funivia+Montebruno')).toBe(1)
    await reopen(desk, enzo, await story.read(desk, claim), {})
    const statement = 'La seggiovia resta ferma'
    await reword(desk, enzo, await story.read(desk, claim), { ...story.claimForm, statement })
    expect(await search('funivia+Montebruno')).toBe(1)
    expect(await search('seggiovia')).toBe(0)
  })

  it('keeps an address for ever: what was put in other words is led to from the old ones', async () => {
    const old = (await web.get(null, `/verdicts/${first}`)).headers.get('location') ?? ''
    const before = await web.get(null, old)
    await reopen(desk, enzo, await story.read(desk, first), {})
    const statement = 'Il viadotto di Vallechiara ha riaperto'
    await reword(desk, enzo, await story.read(desk, first), { ...story.claimForm, statement })
    // What the desk has made of the claim since is no news for the public yet.
    expect(listed(await (await web.get(null, '/verdicts?q=viadotto')).text())).toEqual([])
    expect(await (await web.get(null, old)).text()).toBe(await before.text())
    const ada = await person(desk, 'editor', 'Ada')
    await story.proposed(desk, enzo, first)
    const why = { correctionKind: 'clarification', correctionReason: 'È un viadotto.' }
    await publish(desk, ada, await story.read(desk, first), why)

    const now = `/verdicts/il-viadotto-di-vallechiara-ha-riaperto-${first.slice(-8)}`
    const moved: [from: string, to: string][] = [
      [old, now],
      [`/verdicts/${first}`, now],
      [`${old}/versions/2`, now],
      [`${now}/versions/2`, now],
      [`${old}/versions/1`, `${now}/versions/1`],
    ]
    for (const [from, to] of moved) {
      const answer = await web.get(null, from)
      expect(answer.status, from).toBe(301)
      expect(answer.headers.get('location'), from).toBe(to)
    }
    const page = await (await web.get(null, now)).text()
    expect(page).toContain(`<link rel="canonical" href="http://desk.test${now}">`)
    expect(wordsOf(page)).toContain('È un viadotto.')
    expect(listed(await (await web.get(null, '/verdicts?q=viadotto')).text())).toEqual([now])
  })
})

describe('a list that was kept elsewhere', () => {
  it('is sent again when a verdict was taken from it, whatever stands in it still', async () => {
    let now = '2025-06-01T08:00:00.000Z'
    const desk: TestDesk = { ...(await testDesk()), now: () => now }
    const web = webOf(desk)
    const [carla, enzo] = [
      await person(desk, 'checker', 'Carla'),
      await person(desk, 'editor', 'Enzo'),
    ]
    const article = await story.article(desk, carla)
    await story.published(desk, carla, enzo, article)
    now = '2025-06-02T08:00:00.000Z'
    const later = await story.published(desk, carla, enzo, article)
    const lists = ['/verdicts', '/corrections?kind=correction', '/verdicts?q=ponte']
    const kept = await Promise.all(lists.map((path) => web.get(null, path)))
    now = '2025-06-03T08:00:00.000Z'
    const { publicVerdict } = await story.read(desk, later)
    await withdraw(desk, enzo, publicVerdict ?? { id: '', revision: 0 }, { reason: 'Era falso.' })
    for (const [i, path] of lists.entries()) {
      const since = kept[i]?.headers.get('last-modified') ?? ''
      const again = await web.get(null, path, { 'if-modified-since': since })
      expect(again.status, path).toBe(200)
    }
    await desk.end()
  })
})
