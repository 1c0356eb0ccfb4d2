import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientOf, key, tokenFor } from '../../support/api.ts'
import { person, type TestDesk, testDesk } from '../../support/desk.ts'
import { type Web, webOf } from '../../support/web.ts'

const search = { name: 'Ponti', query: 'q=ponte' }

describe('a request that comes again with its key', () => {
  let desk: TestDesk
  let web: Web
  let token: string
  beforeEach(async () => {
    desk = await testDesk()
    web = webOf(desk)
    token = await tokenFor(desk, await person(desk, 'editor', 'Ada', 1))
  })
  afterEach(() => desk.end())

  const save = (header: ReturnType<typeof key>, json: object = search, by = token) =>
    web.app.request('http://desk.test/api/v1/searches', {
      method: 'POST',
      headers: { ...header, authorization: `Bearer ${by}`, 'content-type': 'application/json' },
      body: JSON.stringify(json),
    })
  const saved = async () => {
    const list = await clientOf(web, token).searches.$get()
    return list.status === 200 ? (await list.json()).items.length : -1
  }

  it('is answered as it was, and done once', async () => {
    const header = key()
    const [first, second] = [await save(header), await save(header)]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(await second.json()).toEqual(await first.json())
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await saved()).toBe(1)
    expect((await save(key())).status).toBe(201)
    expect(await saved()).toBe(2)
  })

  it('is refused where it asks for something else, and where it is under way', async () => {
    const header = key()
    const answers = await Promise.all([save(header), save(header), save(header)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
    const other = await save(header, { ...search, name: 'Altri' })
    expect(other.status).toBe(422)
    expect(await other.json()).toMatchObject({ code: 'key_reused' })
    // Another token's keys are its own.
    const others = await tokenFor(desk, await person(desk, 'viewer', 'Bea'))
    expect((await save(header, search, others)).status).toBe(201)
  })

  it('is judged anew where it was refused: nothing was done', async () => {
    const header = key()
    expect((await save(header, { name: '' })).status).toBe(422)
    expect((await save(header)).status).toBe(201)
  })

  it('is carried out again where the desk stopped in the middle, and makes the same', async () => {
    const { requests } = desk.store
    const header = key()
    // As a process leaves it that ends after the work, before the answer is kept.
    const answered = requests.answered
    requests.answered = async () => Promise.reject(new Error('the process ends'))
    expect((await save(header)).status).toBe(500)
    expect(await saved()).toBe(1)
    requests.answered = answered
    expect((await save(header)).status).toBe(201)
    expect(await saved()).toBe(1)
  })

  it('is forgotten after a day', async () => {
    const header = key()
    expect((await save(header)).status).toBe(201)
    const later = webOf({ ...desk, now: () => '2025-06-02T09:00:00.000Z' })
    web = later
    expect((await save(header, { ...search, name: 'Altri' })).status).toBe(201)
  })

  it('is told a secret once, and the secret is kept nowhere', async () => {
    const header = key()
    const client = clientOf(web, token)
    const ask = async () => {
      const answer = await client.invitations.$post({ json: { role: 'checker' }, header })
      if (answer.status !== 201) throw new Error(String(answer.status))
      return answer.json()
    }
    const [first, second] = [await ask(), await ask()]
    expect(first.link).toMatch(/^http:\/\/desk.test\/join\//)
    expect(second).toEqual({ ...first, link: null })
    expect(await desk.store.people.openInvitations(desk.now())).toHaveLength(1)
  })
})
