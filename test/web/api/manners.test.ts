import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endTokenFromTerminal, makeTokenFor, tokensOf } from '../../../src/desk/tokens/terminal.ts'
import { takeBack } from '../../../src/desk/verdicts.ts'
import { createApp } from '../../../src/web/app.ts'
import { clientOf, tokenFor } from '../../support/api.ts'
import { person, type TestDesk, testDesk } from '../../support/desk.ts'
import * as story from '../../support/story.ts'
import { type Web, webOf, wordsOf } from '../../support/web.ts'

describe('the API', () => {
  let desk: TestDesk
  let web: Web
  let token: string
  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    token = await tokenFor(desk, await person(desk, 'editor', 'Ada', 1))
  })
  afterAll(() => desk.end())

  const ask = (method: string, path: string, more: Record<string, string> = {}, body?: string) =>
    web.app.request(`http://desk.test${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...more },
      ...(body !== undefined && { body }),
    })

  it('says which methods an address is for, and lets no other site ask', async () => {
    const origin = 'https://elsewhere.example'
    const preflight = await ask('OPTIONS', '/api/v1/ratings/true', { origin })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('allow')).toBe('GET, HEAD, OPTIONS, PATCH')
    const wrong = await ask('PUT', '/api/v1/ratings/true')
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, PATCH'])
    const there = await ask('GET', '/api/v1/ratings/true', { origin })
    const head = await ask('HEAD', '/api/v1/ratings/true')
    expect([there.status, head.status, await head.text()]).toEqual([200, 200, ''])
    expect(head.headers.get('etag')).toBe('"1"')
    for (const answer of [preflight, there]) {
      const names = [...answer.headers.keys()]
      expect(names.filter((name) => name.startsWith('access-control'))).toEqual([])
    }
    const nowhere = await ask('GET', '/api/v1/nothing')
    expect(nowhere.status).toBe(404)
    expect(nowhere.headers.get('content-type')).toBe('application/problem+json')
  })

  it('takes no more than it reads, and no form', async () => {
    const json = { 'content-type': 'application/json', 'idempotency-key': 'a' }
    const huge = JSON.stringify({ name: 'x'.repeat(600_000) })
    expect((await ask('POST', '/api/v1/searches', json, huge)).status).toBe(413)
    const deep = `{"name":${'['.repeat(50)}${']'.repeat(50)}}`
    expect((await ask('POST', '/api/v1/searches', json, deep)).status).toBe(400)
    const form = { ...json, 'content-type': 'application/x-www-form-urlencoded' }
    expect((await ask('POST', '/api/v1/searches', form, 'name=x')).status).toBe(415)
  })

  it('goes on with a list where it was left', async () => {
    const carla = await person(desk, 'checker', 'Carla')
    const article = await story.article(desk, carla)
    const id = await story.claim(desk, carla, article)
    for (let i = 0; i < 12; i++) {
      await story.proposed(desk, carla, id, { conclusion: `So it is, ${i}.` })
      await takeBack(desk, carla, await story.read(desk, id))
    }
    const client = clientOf(web, token)
    const param = { of: 'claim', id }
    const found: number[] = []
    let [after, pages]: [string | null, number] = ['', 0]
    for (; after !== null; pages++) {
      const query = after ? { after } : {}
      const answer = await client.history[':of'][':id'].$get({ param, query })
      if (answer.status !== 200) throw new Error(String(answer.status))
      const { items, next } = await answer.json()
      found.push(...items.map(({ seq }) => seq))
      const goesOn = `<http://desk.test/api/v1/history/claim/${id}?after=${next}>; rel="next"`
      expect(answer.headers.get('link')).toBe(next && goesOn)
      after = next
    }
    expect(pages).toBeGreaterThan(1)
    expect(found.length).toBeGreaterThan(40)
    expect(found).toEqual([...new Set(found)].sort((a, b) => b - a))
  })

  it('writes no token into the log', async () => {
    const lines: string[] = []
    const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) })
    const setting = { origin: null, timeZone: 'UTC', publicPages: true, trustProxy: false }
    const broken = { ...desk, store: { ...desk.store, desks: { ...desk.store.desks } } }
    broken.store.desks.scale = async () => Promise.reject(new Error('broken'))
    const app = createApp(broken, setting, log)
    const headers = { authorization: `Bearer ${token}` }
    const answer = await app.request('http://desk.test/api/v1/ratings', { headers })
    expect(answer.status).toBe(500)
    expect(await answer.json()).toMatchObject({ code: null, status: 500 })
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).not.toContain(token.slice(4))
  })

  it('is read by people on a page, and searched there', async () => {
    const page = wordsOf(await (await web.get(null, '/docs/api')).text())
    expect(page).toContain('PATCH /ratings/{id} Say another thing with a rating')
    const found = wordsOf(await (await web.get(null, '/docs/api?q=rating+retire')).text())
    expect(found).toContain('POST /ratings/{id}/retirement')
    expect(found).not.toContain('/people')
    const none = wordsOf(await (await web.get(null, '/docs/api?q=zebra')).text())
    expect(none).toContain('No endpoint says this of itself')
  })

  it('lets tokens be made, listed and revoked from a terminal', async () => {
    const { email = '' } = (await desk.store.people.list())[0] ?? {}
    const made = await makeTokenFor(desk, email, { name: 'Cron', scope: 'read', days: '7' })
    const own = await tokensOf(desk, email)
    expect(own.map(({ name }) => name)).toContain('Cron')
    expect((await clientOf(web, made.token).me.$get()).status).toBe(200)
    await endTokenFromTerminal(desk, made.id)
    expect((await clientOf(web, made.token).me.$get()).status).toBe(401)
    await expect(makeTokenFor(desk, 'no@one.example', {})).rejects.toThrow('not_found')
  })
})
