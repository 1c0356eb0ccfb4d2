import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../../src/desk/ledger.ts'
import { deactivate, reactivate } from '../../../src/desk/people.ts'
import type { Member } from '../../../src/domain/member.ts'
import { clientOf, key, tokenFor } from '../../support/api.ts'
import { person, type TestDesk, testDesk } from '../../support/desk.ts'
import { type Fields, type Web, webOf, wordsOf } from '../../support/web.ts'

const form: Fields = { name: 'Newsletter', scope: 'read', days: '30' }
const satire = { labelEn: 'Satire', labelIt: 'Satira', shape: 'full', tone: 'violet' } as const

describe('a token', () => {
  let desk: TestDesk
  let web: Web
  let ada: Member
  let carla: Member
  beforeEach(async () => {
    desk = await testDesk()
    web = webOf(desk)
    ada = await person(desk, 'editor', 'Ada', 1)
    carla = await person(desk, 'checker', 'Carla')
  })
  afterEach(async () => {
    expect((await verifyLedger(desk)).fault).toBeNull()
    await desk.end()
  })

  const make = (by: Member, more: Fields = {}) =>
    web.post(by, '/me/tokens', { newId: desk.newId(), ...form, ...more })
  const tokenIn = (html: string) => /value="(rsc_[\w-]{43})"/.exec(html)?.[1] ?? ''
  const ratings = (token: string) => clientOf(web, token).ratings.$get()
  const ask = (headers: Record<string, string>, path = '/api/v1/ratings') =>
    web.app.request(`http://desk.test${path}`, { headers })

  it('is shown once, and kept as its hash alone', async () => {
    const made = await make(carla)
    const token = tokenIn(await made.text())
    expect((await ratings(token)).status).toBe(200)
    const list = await (await web.get(carla, '/me/tokens')).text()
    expect(wordsOf(list)).toContain('Newsletter read made')
    expect(list).not.toContain(token)
    const [there] = await desk.store.tokens.of(carla.id, desk.now())
    const entries = await desk.store.ledger.ofSubject('token', there?.token.id ?? '', 9)
    expect(JSON.stringify([there, entries])).not.toContain(token)
    expect(JSON.stringify(entries)).not.toContain('Newsletter')
    expect(entries.map(({ verb, actor }) => [verb, actor])).toEqual([['make', carla.id]])
  })

  it('is made once, though its form is sent twice', async () => {
    const newId = desk.newId()
    expect((await make(carla, { newId })).status).toBe(200)
    expect((await make(carla, { newId })).status).toBe(303)
    expect(await desk.store.tokens.of(carla.id, desk.now())).toHaveLength(1)
  })

  it('never reaches further than its person, and is not made to', async () => {
    for (const beyond of [
      ['scope', 'publish'],
      ['admin', 'yes'],
    ]) {
      const refused = await make(carla, Object.fromEntries([beyond]))
      expect(refused.status).toBe(422)
      expect(wordsOf(await refused.text())).toContain('A token cannot do more than you can')
    }
    const narrow = clientOf(web, await tokenFor(desk, { ...ada, admin: 0 }, 'read'))
    const refused = await narrow.ratings.$post({ json: satire, header: key() })
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ code: 'scope', values: { scope: 'admin' } })

    const wide = await tokenFor(desk, carla)
    await web.post(ada, `/people/${carla.id}/rank`, { role: 'viewer', revision: 1 })
    const lost = await clientOf(web, wide).ratings.$post({ json: satire, header: key() })
    expect(await lost.json()).toMatchObject({ code: 'forbidden' })
  })

  it('ends when it is revoked, when it expires, and for good with the account', async () => {
    const [first, second] = [await tokenFor(desk, carla), await tokenFor(desk, carla)]
    const list = await (await web.get(carla, '/me/tokens')).text()
    const revoke = /\/me\/tokens\/[\w-]+\/revocation/.exec(list)?.[0] ?? ''
    for (const _ of [1, 2]) expect((await web.post(carla, revoke, {})).status).toBe(303)
    const left = [(await ratings(first)).status, (await ratings(second)).status]
    expect(left.toSorted()).toEqual([200, 401])

    const there = await desk.store.people.find(carla.id)
    await deactivate(desk, ada, { id: carla.id, revision: there?.revision ?? 0 })
    await reactivate(desk, ada, { id: carla.id, revision: (there?.revision ?? 0) + 1 })
    for (const token of [first, second]) expect((await ratings(token)).status).toBe(401)

    const short = await tokenFor(desk, ada)
    const later = webOf({ ...desk, now: () => '2026-06-01T08:00:00.000Z' })
    expect((await clientOf(later, short).ratings.$get()).status).toBe(401)
  })

  it('is revoked by an admin too, and by no colleague', async () => {
    const token = await tokenFor(desk, carla)
    const [there] = await desk.store.tokens.of(carla.id, desk.now())
    const bea = await person(desk, 'editor', 'Bea')
    const path = `/people/${carla.id}/tokens/${there?.token.id}/revocation`
    expect((await web.post(bea, path, {})).status).toBe(403)
    expect((await web.post(bea, `/me/tokens/${there?.token.id}/revocation`, {})).status).toBe(404)
    expect(await (await web.get(ada, `/people/${carla.id}`)).text()).toContain(path)
    expect((await web.post(ada, path, {})).status).toBe(303)
    expect((await ratings(token)).status).toBe(401)
  })

  it('alone lets a program in: no cookie does, and a wrong one is told so', async () => {
    const nobody = await ask({})
    expect(nobody.status).toBe(401)
    expect(nobody.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect((await web.get(ada, '/api/v1/ratings')).status).toBe(401)
    const wrong = await ask({ authorization: `Bearer rsc_${'x'.repeat(43)}` })
    expect(await wrong.json()).toMatchObject({ code: 'bad_token', status: 401 })
    expect(wrong.headers.get('content-type')).toBe('application/problem+json')
  })

  it('lets a program take the exports along, too', async () => {
    const authorization = `Bearer ${await tokenFor(desk, carla, 'read')}`
    expect((await ask({ authorization }, '/exports/verdicts.json')).status).toBe(200)
    const wrong = await ask({ authorization: 'Bearer rsc_x' }, '/exports/verdicts.json')
    expect(wrong.status).toBe(401)
    // The pages are for people.
    expect((await ask({ authorization }, '/claims')).status).toBe(303)
  })

  it('is not found by trying: whoever tries many is told to wait, and others go on', async () => {
    const authorization = `Bearer ${await tokenFor(desk, carla)}`
    for (let i = 0; i < 30; i++) await ask({ authorization: `Bearer rsc_${i}` })
    const refused = await ask({ authorization: 'Bearer rsc_30' })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800)
    expect((await ask({ authorization })).status).toBe(200)
  })

  it('says how many requests are left to it, and is told to wait when none are', async () => {
    web = webOf(desk, { apiRate: 2 })
    const token = await tokenFor(desk, carla)
    const first = await ratings(token)
    expect(first.headers.get('ratelimit-policy')).toBe('"token";q=2;w=60')
    expect(first.headers.get('ratelimit')).toMatch(/^"token";r=1;t=(60|59)$/)
    await ratings(token)
    const refused = await ratings(token)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('ratelimit')).toMatch(/^"token";r=0;/)
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect((await ratings(await tokenFor(desk, ada))).status).toBe(200)
  })
})
