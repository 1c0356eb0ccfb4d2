import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordContact } from '../../../src/desk/contacts.ts'
import { has, type Member, type Need, roles } from '../../../src/domain/member.ts'
import { scopeOf } from '../../../src/domain/token.ts'
import { tokenFor } from '../../support/api.ts'
import { person, type TestDesk, testDesk } from '../../support/desk.ts'
import * as story from '../../support/story.ts'
import { type Web, webOf } from '../../support/web.ts'

/** What is read, or done, by others than those who may read, or do, nearly everything. */
const special: Record<string, Need> = {
  'GET /claims/{id}/draft': 'checker',
  'GET /claims/{id}/reading': 'checker',
  'GET /claims/{id}/adjudication': 'editor',
  'GET /readings': 'checker',
  'GET /due': 'checker',
  'GET /tips': 'checker',
  'GET /tips/{id}': 'checker',
  'POST /claims/{id}/adjudication': 'editor',
  'POST /claims/{id}/publication': 'editor',
  'POST /claims/{id}/keeping': 'editor',
  'POST /verdicts/{id}/withdrawal': 'editor',
  'POST /verdicts/{id}/typo': 'editor',
  'POST /verdicts/{id}/reading': 'editor',
  'POST /verdicts/{id}/confirmation': 'editor',
  'POST /record/checkpoints': 'editor',
  'POST /imports': 'editor',
  'PATCH /imports/{id}/mapping': 'editor',
  'POST /imports/{id}/bringing-in': 'editor',
  'POST /imports/{id}/continuing': 'editor',
  'POST /imports/{id}/stopping': 'editor',
  'POST /publishers/{site}/labels': 'editor',
}

/** The nouns of a desk; whatever else programs can ask for has tests of its own. */
const tags = [
  ...['Articles', 'Claims', 'Claimants', 'Evidence', 'Contacts', 'Links', 'Verdicts', 'Review'],
  ...['Letters', 'Sources', 'Tasks', 'History'],
  ...['Imports', 'Publishers', 'Rulings', 'Webhooks'],
]

const operation = z.object({
  tags: z.array(z.string()),
  security: z.array(z.object({ token: z.array(z.string()) })),
  responses: z.record(z.string(), z.unknown()),
})
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) })

type Endpoint = z.infer<typeof operation> & { name: string; method: string; path: string }

const needOf = ({ name, method, tags }: Endpoint): Need =>
  tags.includes('Webhooks') ? 'admin' : (special[name] ?? (method === 'GET' ? 'viewer' : 'checker'))

describe('who may ask what of the nouns of a desk', () => {
  let desk: TestDesk
  let web: Web
  let endpoints: Endpoint[]
  const people: Record<string, Member> = {}
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    people.admin = await person(desk, 'viewer', 'Ada', 1)
    people.viewer = await person(desk, 'viewer')
    const checker = await person(desk, 'checker')
    people.checker = checker
    const editor = await person(desk, 'editor')
    people.editor = editor
    ids.articles = await story.article(desk, checker)
    ids.claims = await story.published(desk, checker, editor, ids.articles)
    const [appearance] = await desk.store.claims.appearances([ids.claims])
    const [evidence] = await desk.store.claims.evidence([ids.claims])
    const [verdict] = await desk.store.verdicts.of([ids.claims])
    const asked = await story.claim(desk, checker, ids.articles)
    ids.contacts = desk.newId()
    await recordContact(desk, checker, asked, ids.contacts, story.contactForm)
    ids.appearances = appearance?.id ?? ''
    ids.evidence = evidence?.id ?? ''
    ids.verdicts = verdict?.id ?? ''
    const said = await web.app.request('http://desk.test/api/v1/openapi.json')
    const { paths } = document.parse(await said.json())
    endpoints = Object.entries(paths)
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([verb, of]) => {
          const method = verb.toUpperCase()
          return { ...of, path, method, name: `${method} ${path}` }
        }),
      )
      .filter((one) => one.tags.some((tag) => tags.includes(tag)))
  })
  afterAll(() => desk.end())

  /** Asks an endpoint, with nothing right in what is sent. */
  function ask({ method, path }: Endpoint, token: string | null) {
    const id = ids[path.split('/')[1] ?? ''] ?? desk.newId()
    const url = path.replace('{id}', id).replace('{version}', desk.newId())
    const headers = new Headers({ 'if-match': '"99"', 'idempotency-key': desk.newId() })
    if (token) headers.set('authorization', `Bearer ${token}`)
    if (method !== 'GET') headers.set('content-type', 'application/json')
    const body = method === 'GET' ? null : '{}'
    return web.app.request(`http://desk.test/api/v1${url}`, { method, headers, body })
  }

  it('is documented, and as many endpoints as there are verbs', () => {
    expect(endpoints.length).toBeGreaterThan(80)
    const said = endpoints.map((one) => [one.name, one.security[0]?.token[0]])
    expect(said).toEqual(endpoints.map((one) => [one.name, scopeOf(needOf(one))]))
    expect(
      Object.keys(special).filter((name) => !endpoints.some((one) => one.name === name)),
    ).toEqual([])
  })

  it('is told nobody without a token', async () => {
    for (const one of endpoints) expect((await ask(one, null)).status, one.name).toBe(401)
  })

  for (const role of [...roles, 'admin'] as const) {
    it(`holds for ${role === 'admin' ? 'an admin who is a viewer' : `a ${role}`}`, async () => {
      const member = people[role] ?? people.viewer
      if (!member) throw new Error('nobody')
      const token = await tokenFor(desk, member)
      for (const one of endpoints) {
        const may = has(member, needOf(one))
        const answer = await ask(one, token)
        const body = await answer.text()
        expect(Object.keys(one.responses), `${one.name} ${body}`).toContain(String(answer.status))
        if (may) expect([401, 403, 429], `${one.name} ${body}`).not.toContain(answer.status)
        else expect(JSON.parse(body), one.name).toMatchObject({ status: 403, code: 'forbidden' })
      }
    }, 60_000)
  }

  it('is no more than the token was made for', async () => {
    const { editor } = people
    if (!editor) throw new Error('nobody')
    const token = await tokenFor(desk, editor, 'read')
    for (const one of endpoints) {
      if (needOf(one) === 'viewer' || !has(editor, needOf(one))) continue
      const answer = await ask(one, token)
      expect(await answer.json(), one.name).toMatchObject({ status: 403, code: 'scope' })
    }
  })
})
