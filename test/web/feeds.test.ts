import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish, withdraw } from '../../src/desk/verdicts.ts'
import { person, testDesk } from '../support/desk.ts'
import { jsonFeed, readAtom } from '../support/feed-rules.ts'
import * as story from '../support/story.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'
import { type Web, webOf } from '../support/web.ts'

const feeds = ['/verdicts/feed', '/corrections']

describe('a feed for the public', () => {
  let told: ToldDesk
  let web: Web
  beforeAll(async () => {
    told = await toldDesk()
    web = webOf(told.desk)
  })
  afterAll(() => told.desk.end())
  const text = async (path: string, on = web) => (await on.get(null, path)).text()
  const atom = async (path: string) => readAtom(await text(path))
  const json = async (path: string) => jsonFeed.parse(JSON.parse(await text(path)))

  for (const feed of feeds) {
    it(`keeps the rules of both its forms, and says the same in both: ${feed}`, async () => {
      const [one, other] = [await atom(`${feed}.atom`), await json(`${feed}.json`)]
      expect(one.self).toBe(`http://desk.test${feed}.atom`)
      expect(other.feed_url).toBe(`http://desk.test${feed}.json`)
      expect(other.title).toBe(one.title)
      expect(one.entries.length).toBeGreaterThan(2)
      expect(other.items.map(({ id, url, title }) => [id, url, title])).toEqual(
        one.entries.map(({ id, link, title }) => [id, link, title]),
      )
      expect(other.items.map(({ content_text }) => content_text)).toEqual(
        one.entries.map(({ summary, title }) => summary || title),
      )
      for (const { link } of one.entries) {
        expect((await web.get(null, new URL(link).pathname)).status).toBe(200)
      }
    })

    it(`is not sent again where nothing changed: ${feed}`, async () => {
      for (const [form, type] of [
        ['atom', 'application/atom+xml; charset=UTF-8'],
        ['json', 'application/feed+json; charset=UTF-8'],
      ]) {
        const path = `${feed}.${form}`
        const { headers } = await web.get(null, path)
        expect(headers.get('content-type')).toBe(type)
        const [etag, modified] = [headers.get('etag') ?? '', headers.get('last-modified') ?? '']
        expect(Date.parse(modified)).toBeGreaterThan(0)
        expect((await web.get(null, path, { 'if-none-match': etag })).status).toBe(304)
        expect((await web.get(null, path, { 'if-modified-since': modified })).status).toBe(304)
        expect((await web.get(null, path, { 'if-none-match': '"x"' })).status).toBe(200)
      }
    })

    it(`is not there where the desk keeps its public pages closed: ${feed}`, async () => {
      const closed = webOf(told.desk, { publicPages: false })
      for (const form of ['atom', 'json']) {
        expect((await closed.get(null, `${feed}.${form}`)).status).toBe(404)
      }
    })
  }

  it('of verdicts tells what stands, newest first, never a statement without its rating', async () => {
    const { entries, updated } = await atom('/verdicts/feed.atom')
    expect(entries.map(({ title }) => title)).toEqual([
      'Mostly true: Il caso school',
      'False: Il caso costs',
      'Mixed: Il caso debt',
      'True: Il caso bridge',
    ])
    expect(entries[1]).toMatchObject({
      id: `urn:uuid:${told.claims.costs}`,
      summary: 'È costato il doppio.',
      updated: '2025-06-04T12:00:00.000Z',
    })
    // What was withdrawn since is in it no more.
    expect(updated).toBe('2025-06-06T12:00:00.000Z')
    const italian = await web.get(null, '/verdicts/feed.json', { 'accept-language': 'it' })
    const { language, items } = jsonFeed.parse(await italian.json())
    expect([language, items[2]?.title]).toEqual(['it', 'In parte vero: Il caso debt'])
  })

  it('is named in the head of every public page', async () => {
    for (const path of ['/verdicts', '/corrections', '/methodology']) {
      const html = await text(path)
      for (const feed of feeds) {
        expect(html).toContain(`type="application/atom+xml" title=`)
        expect(html).toContain(`href="${feed}.atom">`)
        expect(html).toMatch(
          new RegExp(
            `<link rel="alternate" type="application/feed\\+json"[^>]*href="${feed}.json">`,
          ),
        )
      }
    }
  })

  it('holds whatever people wrote, in a form that nothing of it breaks', async () => {
    const hostile = '</script> ]]> <b> & "c" \u0007 \ufffe \u202eoiggassem\u2066 😀'
    const { desk, editor } = told
    const carla = await person(desk, 'checker', 'Carla Due')
    const claim = await story.claim(desk, carla, told.first, { statement: hostile })
    await story.proposed(desk, carla, claim, { conclusion: hostile })
    await publish(desk, editor, await story.read(desk, claim), {})
    const plain = '</script> ]]> <b> & "c"   oiggassem 😀'
    const [one] = (await json('/verdicts/feed.json')).items
    expect(one).toMatchObject({ content_text: plain })
    expect(one?.title).toContain(`: ${plain}`)
    expect(await text('/verdicts/feed.atom')).toContain('&lt;/script&gt; ]]&gt; &lt;b&gt; &amp;')
    const { publicVerdict } = await story.read(desk, claim)
    if (!publicVerdict) throw new Error('it is not public')
    await withdraw(desk, editor, publicVerdict, { reason: hostile })
    expect((await json('/corrections.json')).items[0]?.content_text).toBe(plain)
    expect((await atom('/corrections.atom')).entries).toHaveLength(4)
  })
})

describe('a feed of more than a page', () => {
  it('leads on to what is older, each verdict once, under one id', async () => {
    const desk = await testDesk()
    const carla = await person(desk, 'checker', 'Carla')
    const enzo = await person(desk, 'editor', 'Enzo')
    const article = await story.article(desk, carla)
    for (let n = 0; n < 23; n++) await story.published(desk, carla, enzo, article)
    const web = webOf(desk)
    const seen: string[] = []
    let path: string | undefined = '/verdicts/feed.json'
    while (path && seen.length < 50) {
      const feed = jsonFeed.parse(await (await web.get(null, path)).json())
      const atom = readAtom(await (await web.get(null, path.replace('.json', '.atom'))).text())
      expect(atom.id).toBe('http://desk.test/verdicts/feed.atom')
      expect(atom.self).toBe(feed.feed_url.replace('.json', '.atom'))
      expect(atom.next).toBe(feed.next_url?.replace('.json', '.atom') ?? null)
      seen.push(...feed.items.map(({ id }) => id))
      path = feed.next_url?.replace('http://desk.test', '')
    }
    expect(seen).toHaveLength(23)
    expect(new Set(seen).size).toBe(23)
    await desk.end()
  })
})
