import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import * as story from '../support/story.ts'
import { type Web, webOf } from '../support/web.ts'

const engines = {
  'on SQLite': async () => ({ address: undefined, drop: async () => {} }),
  [onPostgres('on another engine')]: async () => {
    const { url, drop } = await freshPostgresDatabase()
    return { address: url, drop }
  },
}

for (const [name, database] of Object.entries(engines)) {
  describe.skipIf(name !== 'on SQLite' && postgresMissing)(`what no page sends, ${name}`, () => {
    let desk: TestDesk
    let web: Web
    let carla: Member
    let claim: string
    let drop: () => Promise<void>

    beforeAll(async () => {
      const made = await database()
      drop = made.drop
      desk = await testDesk(made.address)
      web = webOf(desk)
      carla = await person(desk, 'checker', 'Carla')
      claim = await story.claim(desk, carla, await story.article(desk, carla))
    })
    afterAll(async () => {
      await desk.end()
      await drop()
    })

    /** Refused in so many words, never broken, and nothing kept of it. */
    async function refuses(send: Promise<Response>, ...statuses: number[]) {
      const before = await desk.store.verdicts.cursor()
      const answer = await send
      const body = await answer.text()
      expect(statuses, body.slice(0, 400)).toContain(answer.status)
      expect(body).not.toMatch(/stack|SQLITE|at file:/)
      expect(await desk.store.verdicts.cursor()).toBe(before)
    }
    const raw = (path: string, type: string, body: string) =>
      web.upload(carla, path, body, { 'content-type': type })
    const paths = () => [
      '/articles/readings',
      '/claims',
      `/claims/${claim}/evidence`,
      `/claims/${claim}/assignment`,
    ]

    it('is refused as a form that is JSON, XML, or nothing', async () => {
      for (const path of paths()) {
        await refuses(raw(path, 'application/json', '{"newId":1}'), 422)
        await refuses(raw(path, 'application/xml', '<a/>'), 422)
        await refuses(raw(path, 'application/x-www-form-urlencoded', ''), 422)
      }
    })
    it('is refused as a multipart form that breaks off', async () => {
      const part = '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nIl ponte'
      for (const path of paths()) {
        await refuses(raw(path, 'multipart/form-data; boundary=x', part), 422)
        await refuses(raw(path, 'multipart/form-data', part), 422)
      }
    })
    it('is refused with ten thousand parts before they are read', async () => {
      const part = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n'
      const parts = `${part.repeat(100_000)}--x--\r\n`
      const from = performance.now()
      for (const boundary of ['boundary=x', 'y="boundary=z"; boundary=x']) {
        const type = `multipart/form-data; ${boundary}`
        await refuses(raw(`/claims/${claim}/evidence`, type, parts), 413, 422)
      }
      expect(performance.now() - from).toBeLessThan(5000)
    })
    it('is refused with ten thousand fields, or with too many bytes', async () => {
      const many = Array.from({ length: 10_000 }, (_, i) => `f${i}=${i}`).join('&')
      const same = Array.from({ length: 10_000 }, (_, i) => `statement=${i}`).join('&')
      for (const path of paths()) {
        await refuses(raw(path, 'application/x-www-form-urlencoded', many), 413)
        await refuses(raw(path, 'application/x-www-form-urlencoded', same), 413)
        await refuses(
          raw(path, 'application/x-www-form-urlencoded', 'x='.padEnd(5_000_000, 'y')),
          413,
        )
      }
    })
    it('is refused as a list where a text is expected, and names the field', async () => {
      const form = { newId: desk.newId(), ...story.claimForm, explanation: 'x' }
      await refuses(web.post(carla, '/claims', { ...form, statement: ['a', 'b'] }), 422)
      await refuses(
        web.post(carla, '/claims', { ...form, newId: [desk.newId(), desk.newId()] }),
        422,
      )
      const json = { accept: 'application/json' }
      const answer = await web.post(carla, '/claims', { ...form, statement: ['a', 'b'] }, json)
      expect(await answer.json()).toMatchObject({
        code: 'invalid',
        errors: { statement: { code: 'required' } },
      })
    })
    it('changes no object’s nature by the names of its fields', async () => {
      const names = [
        '__proto__',
        'constructor',
        'prototype',
        'toString',
        'hasOwnProperty',
        '__proto__[x]',
        'a.b',
      ]
      for (const one of names) {
        const form = { newId: desk.newId(), ...story.claimForm, statement: '', [one]: ['x', 'y'] }
        await refuses(web.post(carla, '/claims', form), 422)
        const files = new FormData()
        files.set(one, new File(['x'], 'x.txt'))
        await refuses(web.upload(carla, '/articles/readings', files), 422)
      }
      expect(Object.keys(Object.prototype)).toEqual([])
    })
    it('is kept as it was meant where letters are halves of letters, or run from right to left', async () => {
      const id = desk.newId()
      const statement = 'Il \u202eponte\u202c \u200fהגשר \ud83d\ude00 riapre'
      const body = new URLSearchParams({
        newId: id,
        ...story.claimForm,
        statement,
        explanation: 'x',
      })
      const half = body.toString().replace('riapre', '%ED%A0%80riapre')
      const answer = await raw('/claims', 'application/x-www-form-urlencoded', half)
      expect(answer.status).toBe(303)
      const kept = (await desk.store.claims.find(id))?.statement ?? ''
      expect(kept.isWellFormed()).toBe(true)
      expect(kept).toContain('הגשר \ud83d\ude00')
      expect((await web.get(carla, `/claims/${id}`)).status).toBe(200)
    })
    it('is passed over in an address: what cannot be a place, a stage or a choice', async () => {
      const { id: article } = (await desk.store.articles.list(null, 1))[0]?.article ?? { id: '' }
      const long = 'x'.repeat(10_000)
      const addresses = [
        `/claims?stage=${long}&who=${long}`,
        ...['%00', 'ponte%00', '%22%27%3C%25_', '%F0%9F%8C%89', '%ED%A0%80', long].flatMap(
          (text) => [
            `/claims?q=${text}`,
            `/claims?topic=${text}&rating=${text}&language=${text}&sort=${text}`,
            `/claims?claimant=${text}&article=${text}`,
          ],
        ),
        `/claims?q=ponte&sort=due&after=9999-12-31~2025-06-01T08:00:00.000Z~${claim}`,
        `/claims?after=9999-99-99~2025-06-01T08:00:00.000Z~${claim}`,
        ...[
          '%00~%00',
          '~',
          'x',
          `${long}~${long}`,
          '2025~x',
          "2025-06-01T08:00:00.000Z~'--",
          `2025-06-01T08:00:00.000Z~${claim}`,
        ].flatMap((after) => [`/claims?after=${after}`, `/articles?after=${after}`]),
        ...['-1', '0', '1e308', '99999999999', 'NaN', '1.5', '0x1', '%00', long].flatMap(
          (place) => [
            `/articles/${article}?from=${place}`,
            `/articles/${article}?from=1&to=${place}`,
            `/articles/${article}?start=${place}&end=${place}`,
            `/articles/${article}?start=0&end=${place}&claim=${place}&version=${place}`,
            `/articles/${article}/similar?start=0&end=${place}&statement=${place}&language=${place}`,
          ],
        ),
        `/signin?next=${long}`,
      ]
      for (const address of addresses) {
        const answer = await web.get(carla, address)
        expect([200, 303], address.slice(0, 80)).toContain(answer.status)
      }
    })
    it('is nobody’s publisher, and no label of theirs', async () => {
      expect((await web.get(carla, '/publishers?after=a%00b')).status).toBe(200)
      expect((await web.get(carla, '/publishers/a%00b')).status).toBe(404)
      const said = { newId: desk.newId(), label: '\0', revision: 0, rating: '' }
      const enzo = await person(desk, 'editor', 'Enzo')
      for (const site of ['a%00b', 'verifiche.example']) {
        const answer = await web.post(enzo, `/publishers/${site}/labels`, said)
        expect(answer.status).toBe(404)
      }
    })
    it('is refused as a place that is not in the text', async () => {
      const [appearance] = await desk.store.claims.appearances([claim])
      const { article = '', version = '' } = appearance ?? {}
      for (const [start, end] of [
        [0, 0],
        [5, 2],
        [0, 99_999],
        [-1, 4],
        [0.5, 4],
        ['x', 4],
        [1e308, 1e308],
      ] as const) {
        const at = {
          newId: desk.newId(),
          appearanceId: desk.newId(),
          version,
          start,
          end,
          from: 1,
          to: 1,
        }
        await refuses(
          web.post(carla, `/articles/${article}/claims`, { ...at, ...story.claimForm }),
          422,
        )
      }
      const other = {
        newId: desk.newId(),
        appearanceId: desk.newId(),
        version: desk.newId(),
        start: 0,
        end: 4,
        from: 1,
        to: 1,
      }
      await refuses(
        web.post(carla, `/articles/${article}/claims`, { ...other, ...story.claimForm }),
        422,
      )
    })
    it('is refused where an id or a revision is none, NUL and all', async () => {
      const ids = ['', 'x', '\0', `${claim}\0`, "' or 1=1 --", desk.newId()]
      for (const id of ids) {
        const aside = { revision: 1, reason: 'duplicate', duplicateOf: id }
        await refuses(web.post(carla, `/claims/${claim}/setting-aside`, aside), 422)
        await refuses(web.post(carla, `/claims/${claim}/assignment`, { revision: 1, to: id }), 422)
      }
      for (const revision of ['x', '-1', '1.5', '1e99', 'Infinity']) {
        await refuses(
          web.post(carla, `/claims/${claim}/assignment`, { revision, to: carla.id }),
          422,
        )
      }
    })
    it('leads nowhere else after signing in or choosing a language', async () => {
      const nexts = [
        '//evil.example',
        '/\\evil.example',
        '\\\\evil.example',
        'https://evil.example',
        'javascript:alert(1)',
        '/\t/evil.example',
        '/.//evil.example',
        '/%0d%0aSet-Cookie:a=b',
        '/x\r\nSet-Cookie: a=b',
        ' //evil.example',
        'http:evil.example',
        '/\u0000',
        '/é',
      ]
      for (const next of nexts) {
        for (const answer of [
          await web.post(null, '/language', { lang: 'it', next }),
          await web.get(carla, `/signin?next=${encodeURIComponent(next)}`),
        ]) {
          expect(answer.status, next).toBe(303)
          const location = answer.headers.get('location') ?? ''
          expect(new URL(location, 'http://desk.test').origin).toBe('http://desk.test')
          expect(answer.headers.get('set-cookie') ?? '').not.toContain('a=b')
        }
      }
    })
  })
}
