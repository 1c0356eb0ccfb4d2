import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

let desk: TestDesk
let web: Web
let life: Life
let ada: Member
let carla: Member
let enzo: Member
let article: string

beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  life = lifeOn(web)
  ada = await person(desk, 'editor', 'Ada', 1)
  carla = await person(desk, 'checker', 'Carla')
  enzo = await person(desk, 'editor', 'Enzo')
  article = await story.article(desk, carla)
})
afterAll(() => desk.end())

/** A proposal of Carla's, and the form with which Enzo would publish it as he read it. */
async function read() {
  const id = await story.claim(desk, carla, article)
  await story.proposed(desk, carla, id)
  const action = `/claims/${id}/publication`
  return { id, action, form: formOf(await life.read(enzo, `/claims/${id}`), action) }
}

describe('what nobody read a second time is not published', () => {
  it('neither the new words of a rating', async () => {
    const { id, action, form } = await read()
    const path = '/settings/scale/true'
    await life.send(ada, path, path, { labelEn: 'Fabricated', labelIt: 'Inventato' })
    expect((await story.read(desk, id)).claim.stage).toBe('checking')
    expect((await web.post(enzo, action, form)).status).toBe(409)
    await life.send(ada, path, path, { labelEn: 'True', labelIt: 'Vero' })
  })
  it('nor topics', async () => {
    const { id, action, form } = await read()
    await life.send(enzo, `/claims/${id}`, `/claims/${id}/plan`, { topics: 'sindaca corrotta' })
    expect((await story.read(desk, id)).claim.stage).toBe('checking')
    expect((await web.post(enzo, action, form)).status).toBe(409)
  })
  it('but a day, a reason and what it waits for are the desk’s own', async () => {
    const { id } = await read()
    const plan = { topics: '', dueOn: '2025-07-01', why: 'La chiede un lettore', waitsFor: '' }
    await life.send(enzo, `/claims/${id}`, `/claims/${id}/plan`, plan)
    expect((await story.read(desk, id)).claim.stage).toBe('in_review')
  })
  it('nor does a viewer read what was said of a proposal', async () => {
    const { id } = await read()
    const comment = 'Il giudizio «vero» è troppo'
    await life.send(enzo, `/claims/${id}`, `/claims/${id}/return`, { comment })
    const viewer = await person(desk, 'viewer')
    expect(await life.read(carla, `/claims/${id}`)).toContain('troppo')
    expect(await life.read(viewer, `/claims/${id}`)).not.toContain('troppo')
  })
})

describe('a form that was sent, changed and sent again', () => {
  it('is not taken for the same form: a proposal', async () => {
    const id = await story.claim(desk, carla, article)
    await story.proposed(desk, carla, id)
    await life.send(carla, `/claims/${id}`, `/claims/${id}/taking-back`)
    const action = `/claims/${id}/verdict`
    const form = { ...formOf(await life.read(carla, `/claims/${id}`), action), do: 'propose' }
    expect((await web.post(carla, action, form)).status).toBe(303)
    expect((await web.post(carla, action, form)).status).toBe(303)
    const other = await web.post(carla, action, { ...form, conclusion: 'Un’altra conclusione.' })
    expect(other.status).toBe(409)
    expect(await other.text()).toContain('Un’altra conclusione.')
  })
  for (const [part, typed, changed] of [
    ['contacts', story.contactForm, { question: 'Un’altra domanda' }],
    ['evidence', story.evidenceForm, { title: 'Un altro titolo' }],
    [
      'searches',
      { place: 'Albo', words: 'ponte', outcome: 'none_found' },
      { words: 'altre parole' },
    ],
  ] as const) {
    it(`is not taken for the same form: ${part}`, async () => {
      const id = await story.claim(desk, carla, article)
      const action = `/claims/${id}/${part}`
      const form = { ...formOf(await life.read(carla, `/claims/${id}`), action), ...typed }
      expect((await web.post(carla, action, form)).status).toBe(303)
      expect((await web.post(carla, action, form)).status).toBe(303)
      const other = await web.post(carla, action, { ...form, ...changed })
      expect(other.status).toBe(409)
      expect(await other.text()).toContain(Object.values(changed)[0])
    })
  }
})

describe('a form that is wrong and stale', () => {
  it('keeps the revision that was read: mending a slip does not overwrite a colleague', async () => {
    const id = await story.claim(desk, carla, article)
    const action = `/claims/${id}/edit`
    const form = formOf(await life.read(carla, action), action)
    await life.send(enzo, action, action, { statement: 'Le parole di Enzo' })
    const wrong = await web.post(carla, action, { ...form, statement: '' })
    expect(wrong.status).toBe(422)
    const again = { ...formOf(await wrong.text(), action), statement: 'Le parole di Carla' }
    expect((await web.post(carla, action, again)).status).toBe(409)
    expect((await story.read(desk, id)).claim.statement).toBe('Le parole di Enzo')
  })
})

describe('taking a claim', () => {
  it('says at once all that is wrong', async () => {
    const reader = `/articles/${article}?from=1&to=1`
    const action = `/articles/${article}/claims`
    const form = formOf(await life.read(carla, reader), action)
    const wrong = { statement: '', kind: '', claimantKind: 'named', claimant: '' }
    const page = await (await web.post(carla, action, { ...form, ...wrong })).text()
    for (const field of ['statement', 'kind', 'claimant']) {
      expect(page, field).toContain(`id="claim-${field}-error"`)
    }
  })
  it('survives a language that is none, and a form with very many fields', async () => {
    const action = `/articles/${article}/claims`
    const form = formOf(await life.read(carla, `/articles/${article}?from=1&to=1`), action)
    const claiming = { kind: 'happened', claimantKind: 'outlet' }
    for (const language of ['!!', 'zzzz', 'a b', ['en', 'it']]) {
      const answer = await web.post(carla, action, { ...form, ...claiming, language })
      expect(answer.status).toBe(422)
    }
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const many = await web.upload(null, '/articles', 'a&'.repeat(200_000), headers)
    expect(many.status).toBe(401)
    const known = await web.upload(carla, '/claims', 'a&'.repeat(2000), headers)
    expect(known.status).toBe(413)
    expect((await web.get(null, '/claims/%0D%0Ax/plan')).status).toBe(303)
  })
})

describe('a claim that is decided', () => {
  it('is found once more without being reopened, and its page says so', async () => {
    const id = await story.published(desk, carla, enzo, article)
    const words = { statement: 'Lo stesso', claimantKind: 'outlet', claimedOn: '2025-02' }
    const place = `/articles/${article}?start=60&end=100&claim=${id}`
    await life.send(carla, place, `/articles/${article}/appearances`, words)
    expect((await story.read(desk, id)).claim.stage).toBe('decided')
    expect(await desk.store.claims.appearances([id])).toHaveLength(2)
    expect(await life.read(carla, `/claims/${id}`)).toContain('not checked for this date')
  })
})

describe('a duplicate of a duplicate', () => {
  it('gets back what it brought, whichever is brought back first', async () => {
    const [a, b, c] = [
      await story.claim(desk, carla, article, { statement: 'Uno' }),
      await story.claim(desk, carla, article, { statement: 'Due' }),
      await story.claim(desk, carla, article, { statement: 'Tre' }),
    ]
    const aside = (id: string, of: string) =>
      life.send(carla, `/claims/${id}`, `/claims/${id}/setting-aside`, {
        reason: 'duplicate',
        duplicateOf: of,
      })
    const back = (id: string) => life.send(carla, `/claims/${id}`, `/claims/${id}/bringing-back`)
    const held = async () => {
      const some = [a, b, c].map(async (id) => (await desk.store.claims.appearances([id])).length)
      return Promise.all(some)
    }
    await aside(a, b)
    await aside(b, c)
    expect(await held()).toEqual([0, 0, 3])
    await back(a)
    expect(await held()).toEqual([1, 0, 2])
    await back(b)
    expect(await held()).toEqual([1, 1, 1])
    await aside(a, b)
    await aside(b, c)
    await back(b)
    expect(await held()).toEqual([0, 2, 1])
    await back(a)
    expect(await held()).toEqual([1, 1, 1])
    expect((await desk.store.verify()).fault).toBeNull()
  })
})
