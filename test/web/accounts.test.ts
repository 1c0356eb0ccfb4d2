import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findAccount, linkFor } from '../../src/desk/accounts/accounts.ts'
import { type Member, terminal } from '../../src/domain/member.ts'
import { cookieOf, person, type TestDesk, testDesk } from '../support/desk.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'

const account = { name: 'Nina', email: 'Nina@Example.org', password: 'una frase lunga' }
const right = { email: 'nina@example.org', password: account.password }

let desk: TestDesk
let web: Web
let later = 0
beforeEach(async () => {
  later = 0
  const made = await testDesk()
  const now = made.now
  made.now = () => new Date(Date.parse(now()) + later).toISOString()
  desk = made
  web = webOf(desk)
})
afterEach(() => desk.end())

const pass = (minutes: number) => {
  later += minutes * 60_000
}
const welcome = (key = desk.welcomeKey ?? '', more = {}) =>
  web.post(null, '/welcome', { desk: 'Desk', ...account, ...more, key })
const session = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .find((one) => one.startsWith('session='))
    ?.split(';')[0] ?? ''
const isIn = async (cookie: string) => (await web.get(null, '/claims', { cookie })).status === 200

describe('the welcome page', () => {
  it('opens with its key, once', async () => {
    const key = desk.welcomeKey ?? ''
    expect((await web.get(null, `/welcome?key=${key}`)).status).toBe(200)
    expect((await web.get(null, '/welcome?key=wrong')).status).toBe(410)
    expect((await welcome('wrong')).status).toBe(410)
    expect((await welcome('')).status).toBe(410)
    const made = await welcome(key)
    expect(made.status).toBe(303)
    expect(await isIn(session(made))).toBe(true)
    expect((await web.get(null, `/welcome?key=${key}`)).status).toBe(410)
    expect((await welcome(key, { email: 'b@example.org' })).status).toBe(410)
    expect(await desk.store.people.list()).toHaveLength(1)
    expect((await desk.store.people.list())[0]?.person).toMatchObject({ role: 'editor', admin: 1 })
  })
  it('offers the example desk, ticked, and opens it with the account', async () => {
    const key = desk.welcomeKey ?? ''
    const page = await (await web.get(null, `/welcome?key=${key}`)).text()
    expect(formOf(page, '/welcome')).toMatchObject({ example: 'yes' })
    const made = await welcome(key, { example: 'yes' })
    expect(made.headers.get('location')).toBe('/claims')
    const queue = await (await web.get(null, '/claims', { cookie: session(made) })).text()
    expect(queue.match(/class="queue-row/g)?.length).toBeGreaterThan(15)
    const people = await desk.store.people.list()
    const [own, ...others] = people.filter(({ person }) => !person.deactivatedAt)
    expect([own?.name, others.length, people.length]).toEqual(['Nina', 0, 4])
    expect((await desk.store.verify()).fault).toBeNull()
  })
  it('makes one account of two forms at the same moment', async () => {
    const key = desk.welcomeKey ?? ''
    const answers = await Promise.all([welcome(key), welcome(key, { email: 'b@example.org' })])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
    expect(await desk.store.people.list()).toHaveLength(1)
  })
  it('keeps its key while the form is wrong, and says what is wrong with it', async () => {
    const key = desk.welcomeKey ?? ''
    const wrong = await welcome(key, { email: 'nobody', password: 'corta' })
    expect(wrong.status).toBe(422)
    const html = await wrong.text()
    expect(formOf(html, '/welcome')).toMatchObject({
      key,
      email: 'nobody',
      password: '',
      name: 'Nina',
    })
    expect(html).not.toContain('corta')
    expect((await welcome(key)).status).toBe(303)
  })
})

describe('signing in', () => {
  const signIn = (fields = right) => web.post(null, '/signin', fields)
  const wrong = { ...right, password: 'una frase corta' }

  it('answers alike to a wrong password and to an address that nobody has', async () => {
    await welcome()
    const known = await signIn(wrong)
    const unknown = await signIn({ ...wrong, email: 'nobody@example.org' })
    expect([known.status, unknown.status]).toEqual([401, 401])
    const [one, two] = [await known.text(), await unknown.text()]
    expect(two.replaceAll('nobody@', 'nina@')).toBe(one)
  })
  it('is refused after five wrong passwords, the right one too, until the window has passed', async () => {
    await welcome()
    for (let i = 0; i < 5; i++) expect((await signIn(wrong)).status).toBe(401)
    const refused = await signIn()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60)
    expect(wordsOf(await refused.text())).toMatch(/Wait \d+ minutes/)
    pass(10)
    expect((await signIn()).status).toBe(429)
    pass(6)
    expect((await signIn()).status).toBe(303)
    expect((await signIn(wrong)).status).toBe(401)
  })
  it('counts twenty tries at the same moment as twenty', async () => {
    await welcome()
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(wrong)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(5)
    expect(statuses.filter((status) => status === 429)).toHaveLength(15)
    expect((await signIn()).status).toBe(429)
  })
  it('is for whoever has an account that is open', async () => {
    await welcome()
    const [nina] = await desk.store.people.list()
    const ada = await person(desk, 'viewer', 'Ada', 1)
    const cookie = session(await signIn())
    expect(await isIn(cookie)).toBe(true)
    const path = `/people/${nina?.person.id}/deactivation`
    expect((await web.post(ada, path, { revision: 1 })).status).toBe(303)
    expect(await isIn(cookie)).toBe(false)
    expect((await signIn()).status).toBe(401)
  })
})

describe('a session', () => {
  it('ends with signing out, with being revoked, and after a fortnight', async () => {
    const carla = await person(desk, 'checker', 'Carla')
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => cookieOf(desk, carla)))
    const out = await web.post(null, '/signout', {}, { cookie: one ?? '' })
    expect(out.status).toBe(303)
    expect(session(out)).toBe('session=')
    expect(await isIn(one ?? '')).toBe(false)
    const html = await (await web.get(null, '/me', { cookie: two ?? '' })).text()
    const revoke = /\/me\/sessions\/[\da-f-]{36}\/revocation/.exec(html)?.[0] ?? ''
    await web.post(null, revoke, {}, { cookie: two ?? '' })
    expect(await isIn(three ?? '')).toBe(false)
    expect(await isIn(two ?? '')).toBe(true)
    pass(14 * 24 * 60)
    expect(await isIn(two ?? '')).toBe(false)
    expect(await isIn('session=made-up')).toBe(false)
  })
  it('is nobody else’s to revoke', async () => {
    const [carla, carlo] = [
      await person(desk, 'checker', 'Carla'),
      await person(desk, 'checker', 'Carlo'),
    ]
    const cookie = await cookieOf(desk, carla)
    const [hers] = await desk.store.people.sessions(carla.id, desk.now())
    await web.post(carlo, `/me/sessions/${hers?.id}/revocation`, {})
    expect(await isIn(cookie)).toBe(true)
  })
  it('ends elsewhere when the password changes, which asks for the present one', async () => {
    await welcome()
    const [here, there] = [
      session(await web.post(null, '/signin', right)),
      session(await web.post(null, '/signin', right)),
    ]
    const change = (current: string) =>
      web.post(null, '/me/password', { current, password: 'un’altra frase' }, { cookie: here })
    const refused = await change('sbagliata')
    expect(refused.status).toBe(422)
    expect(wordsOf(await refused.text())).toContain('This is not your current password.')
    expect((await change(right.password)).status).toBe(303)
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect((await web.post(null, '/signin', right)).status).toBe(401)
  })
})

describe('an invitation', () => {
  let ada: Member
  beforeEach(async () => {
    ada = await person(desk, 'viewer', 'Ada', 1)
  })
  async function invite(fields = { role: 'checker' }) {
    const newId = desk.newId()
    const answer = await web.post(ada, '/people/invitations', { newId, ...fields })
    return { id: newId, path: /\/join\/[\w-]+/.exec(await answer.text())?.[0] ?? '' }
  }

  it('is for one person, in the role that was given and no other', async () => {
    const { path } = await invite()
    expect((await web.get(null, path)).status).toBe(200)
    const joined = await web.post(null, path, { ...account, role: 'editor', admin: 'yes' })
    expect(joined.status).toBe(303)
    const nina = (await desk.store.people.list()).find(({ email }) => email === right.email)
    expect(nina?.person).toMatchObject({ role: 'checker', admin: 0 })
    expect((await web.get(null, path)).status).toBe(410)
    const again = await web.post(null, path, { ...account, email: 'b@example.org' })
    expect(again.status).toBe(410)
  })
  it('makes one account of two forms at the same moment', async () => {
    const { path } = await invite()
    const both = [account, { ...account, email: 'b@example.org' }].map((one) =>
      web.post(null, path, one),
    )
    const answers = await Promise.all(both)
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
    expect(await desk.store.people.list()).toHaveLength(2)
  })
  it('works for a week, and not once it is taken back', async () => {
    const old = await invite()
    pass(7 * 24 * 60)
    expect((await web.get(null, old.path)).status).toBe(410)
    expect((await web.post(null, old.path, account)).status).toBe(410)
    const fresh = await invite()
    expect((await web.post(ada, `/people/invitations/${fresh.id}/revocation`, {})).status).toBe(303)
    expect((await web.post(null, fresh.path, account)).status).toBe(410)
  })
  it('is refused to an address that somebody has, next to the field', async () => {
    await web.post(null, (await invite()).path, account)
    const taken = await web.post(null, (await invite()).path, account)
    expect(taken.status).toBe(422)
    expect(wordsOf(await taken.text())).toContain('Somebody on this desk uses it already.')
  })
})

describe('the last admin', () => {
  const rank = (by: Member, role = 'viewer') =>
    web.post(by, `/people/${by.id}/rank`, { revision: 1, role })

  it('cannot step down, nor be deactivated', async () => {
    const ada = await person(desk, 'editor', 'Ada', 1)
    const refused = await rank(ada)
    expect(refused.status).toBe(409)
    expect(wordsOf(await refused.text())).toContain('without an admin')
    expect((await web.post(ada, `/people/${ada.id}/deactivation`, { revision: 1 })).status).toBe(
      409,
    )
  })
  it('is one of two who step down at the same moment', async () => {
    const [ada, ugo] = [
      await person(desk, 'editor', 'Ada', 1),
      await person(desk, 'editor', 'Ugo', 1),
    ]
    const answers = await Promise.all([rank(ada), rank(ugo)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const admins = (await desk.store.people.list()).filter((one) => one.person.admin)
    expect(admins).toHaveLength(1)
  })
  it('loses every page of an admin the moment they stop being one', async () => {
    const [ada] = [await person(desk, 'editor', 'Ada', 1), await person(desk, 'editor', 'Ugo', 1)]
    expect((await rank(ada, 'editor')).status).toBe(303)
    expect((await web.get(ada, '/people')).status).toBe(403)
  })
})

describe('a link to choose a password', () => {
  it('lets one person in, once, with the password that they chose, and ends what was open', async () => {
    await welcome()
    const before = session(await web.post(null, '/signin', right))
    const person = await findAccount(desk, terminal, right.email)
    const { token } = await linkFor(desk, terminal, person)
    const page = await web.get(null, `/password/${token}`)
    expect([page.status, wordsOf(await page.text())]).toEqual([
      200,
      expect.stringContaining('For nina@example.org.'),
    ])
    const short = await web.post(null, `/password/${token}`, { password: 'short' })
    expect(short.status).toBe(422)
    expect(wordsOf(await short.text())).toContain('At least 10 characters')
    const chosen = { password: 'un’altra frase lunga' }
    const answers = await Promise.all([
      web.post(null, `/password/${token}`, chosen),
      web.post(null, `/password/${token}`, chosen),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
    const done = answers.find(({ status }) => status === 303)
    expect(await isIn(session(done ?? new Response()))).toBe(true)
    expect(await isIn(before)).toBe(false)
    expect((await web.get(null, `/password/${token}`)).status).toBe(410)
    expect((await web.post(null, '/signin', right)).status).toBe(401)
  })
})
