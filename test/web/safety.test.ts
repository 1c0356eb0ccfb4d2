import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { createApp } from '../../src/web/app.ts'
import { cookieOf, person, type TestDesk, testDesk } from '../support/desk.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

describe('every answer', () => {
  let desk: TestDesk
  let web: Web
  let carla: Member
  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    carla = await person(desk, 'checker', 'Carla')
  })
  afterAll(() => desk.end())

  it('says that nothing but the desk’s own may run in it, refusals included', async () => {
    const asked = [
      web.get(null, '/signin'),
      web.get(carla, '/claims'),
      web.get(carla, '/nothing'),
      web.get(carla, '/people'),
      web.get(null, '/claims'),
      web.post(carla, '/claims', {}),
      web.post(carla, '/claims', {}, { origin: 'https://evil.example' }),
      web.post(null, '/signin', { email: 'x', password: 'y' }),
    ]
    // What an export holds is asked for again by its ETag: it may be kept by whoever asked for it, and nobody else.
    const kept = web.get(carla, '/exports/verdicts.json')
    for (const one of [...asked, kept]) {
      const answer = await one
      expect(answer.headers.get('content-security-policy')).toBe(policy)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('x-frame-options')).toBe('DENY')
      expect(answer.headers.get('referrer-policy')).toBe('same-origin')
      const caching = one === kept ? 'private, no-cache' : 'no-store'
      expect(answer.headers.get('cache-control')).toBe(caching)
      await answer.body?.cancel()
    }
  }, 60_000)

  it('to a form from another site is a page that says no, and nothing is done', async () => {
    const from: Record<string, string>[] = [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: '' },
      { origin: 'http://desk.test.evil.example' },
      { origin: 'https://desk.test' },
      { origin: 'http://other.desk.test', 'sec-fetch-site': 'same-site' },
    ]
    const before = await desk.store.verdicts.cursor()
    const form = {
      newId: desk.newId(),
      statement: 'x',
      language: 'it',
      kind: 'said',
      explanation: 'x',
    }
    for (const headers of from) {
      const answer = await web.post(carla, '/claims', form, headers)
      expect([answer.status, headers]).toEqual([403, headers])
      expect(wordsOf(await answer.text())).toContain('This form did not come from this desk')
    }
    const cookie = await cookieOf(desk, carla)
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
    ]) {
      const headers = { cookie, 'content-type': type }
      const answer = await web.app.request('http://desk.test/claims', {
        method: 'POST',
        body: 'a=b',
        headers,
      })
      expect(answer.status).toBe(403)
    }
    expect(await desk.store.verdicts.cursor()).toBe(before)
  })

  it('is RFC 9457 for a client: the code, the status, and what is wrong with which field', async () => {
    const json = { accept: 'application/json' }
    const cases: [Promise<Response>, number, string][] = [
      [web.get(null, '/claims', json), 401, 'unauthenticated'],
      [web.get(carla, '/claims/x', json), 404, 'not_found'],
      [web.get(carla, '/people', json), 403, 'forbidden'],
      [web.post(carla, '/claims', { newId: desk.newId() }, json), 422, 'invalid'],
      [web.post(carla, '/articles/readings', { text: '' }, json), 422, 'invalid'],
      [
        web.post(carla, '/claims', {}, { ...json, origin: 'https://evil.example' }),
        403,
        'cross_site',
      ],
      [web.get(null, '/join/x', json), 410, 'bad_link'],
      [web.post(null, '/signin', { email: 'a@b.c', password: 'x' }, json), 401, 'bad_credentials'],
    ]
    for (const [asked, status, code] of cases) {
      const answer = await asked
      expect([code, answer.status]).toEqual([code, status])
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(await answer.json()).toMatchObject({ type: 'about:blank', status, code })
    }
  })

  it('to whoever is signed in carries no cookie that a script or another site could use', async () => {
    const account = { name: 'Nina', email: 'nina@example.org', password: 'una frase lunga' }
    for (const origin of [null, 'https://desk.example.org']) {
      const made = await testDesk()
      const config = { origin, timeZone: 'Europe/Rome', publicPages: true, trustProxy: false }
      const app = createApp(made, config, pino({ level: 'silent' }))
      const body = new URLSearchParams({ ...account, desk: 'Desk', key: made.welcomeKey ?? '' })
      const headers = { origin: origin ?? 'http://desk.test' }
      const answer = await app.request('http://desk.test/welcome', {
        method: 'POST',
        body,
        headers,
      })
      expect(answer.status).toBe(303)
      const session = answer.headers.getSetCookie().find((one) => one.startsWith('session='))
      expect(session).toMatch(/; Path=\/; HttpOnly;( Secure;)? SameSite=Lax$/)
      expect(session?.includes('Secure')).toBe(origin !== null)
      expect(answer.headers.has('strict-transport-security')).toBe(origin !== null)
      await made.end()
    }
  })
})

describe('what is secret', () => {
  let desk: TestDesk
  const lines: string[] = []
  beforeEach(async () => {
    desk = await testDesk()
  })

  it('is never logged, and neither it nor a name is in the ledger', async () => {
    const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) })
    const config = { origin: null, timeZone: 'Europe/Rome', publicPages: true, trustProxy: false }
    const app = createApp(desk, config, log)
    const key = desk.welcomeKey ?? ''
    const ask = (path: string, fields?: Record<string, string>, cookie = '') =>
      app.request(`http://desk.test${path}`, {
        ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
        headers: { origin: 'http://desk.test', cookie },
      })
    const sessionOf = (answer: Response) =>
      answer.headers
        .getSetCookie()
        .find((one) => one.startsWith('session='))
        ?.split(';')[0] ?? ''
    await ask(`/welcome?key=${key}`)
    const founder = {
      name: 'Ottavia Unica',
      email: 'ottavia@example.org',
      password: 'parola d’oro 1',
    }
    const admin = sessionOf(await ask('/welcome', { ...founder, desk: 'Il desk', key }))
    const invitation = { newId: desk.newId(), role: 'checker' }
    const invited = await (await ask('/people/invitations', invitation, admin)).text()
    const token = /\/join\/([\w-]{43})/.exec(invited)?.[1] ?? ''
    expect(token).toHaveLength(43)
    await ask(`/join/${token}`)
    const joiner = {
      name: 'Gualtiero Raro',
      email: 'gualtiero@example.org',
      password: 'parola d’argento 2',
    }
    const member = sessionOf(await ask(`/join/${token}`, joiner))
    await ask('/signin', { email: founder.email, password: 'parola sbagliata 3' })
    await ask('/me/password', { current: joiner.password, password: 'parola di bronzo 4' }, member)
    // Something breaks on the way, with the token in the path.
    const { store } = desk
    desk.store = {
      ...store,
      people: { ...store.people, invitationByToken: () => Promise.reject(new Error('broken')) },
    }
    expect((await ask(`/join/${token}`)).status).toBe(500)
    desk.store = store

    const logged = lines.join('')
    expect(logged).toContain('"path":"/join/…"')
    const entries = JSON.stringify(await store.ledger.after(0, 1000))
    const hashes = await Promise.all(
      (await store.people.list()).map(
        async ({ person }) => (await store.people.identity(person.id))?.passwordHash ?? '?',
      ),
    )
    expect(hashes).toHaveLength(2)
    const passwords = [
      founder.password,
      joiner.password,
      'parola sbagliata 3',
      'parola di bronzo 4',
    ]
    const secrets = [...passwords, key, token, admin.slice(8), member.slice(8), ...hashes]
    const people = [founder.name, founder.email, joiner.name, joiner.email, 'example.org']
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(10)
      expect(logged).not.toContain(secret)
      expect(entries).not.toContain(secret)
    }
    for (const name of people) {
      expect(entries).not.toContain(name)
      expect(logged).not.toContain(name)
    }
    const others = await Promise.all(
      ['/claims', '/articles', '/review', '/exports', '/me'].map(async (path) =>
        (await ask(path, undefined, member)).text(),
      ),
    )
    for (const secret of [...secrets, founder.email]) expect(others.join('')).not.toContain(secret)
    await desk.end()
  })
})
