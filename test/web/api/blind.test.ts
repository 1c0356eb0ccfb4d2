import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { tokenFor } from '../../support/api.ts'
import { type BlindWorld, blindWorld, minds, SECRET } from '../blind-world.ts'

type Who = keyof BlindWorld['people'] | 'author'
type World = BlindWorld & { tokens: Record<Who, string> }
type Question = { by: Who; method: string; path: string; revision?: number }

const document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

const worlds: World[] = []
let endpoints: { method: string; path: string }[] = []
beforeAll(async () => {
  for (const mind of minds) {
    const world = await blindWorld(mind)
    const { desk, people, author } = world
    const token = (member: BlindWorld['author']) => tokenFor(desk, member)
    const tokens = {
      viewer: await token(people.viewer),
      reader: await token(people.reader),
      editor: await token(people.editor),
      admin: await token(people.admin),
      author: await token(author),
    }
    // From here on time stands still: which moment it is says nothing of who was asked what.
    desk.now = () => '2025-06-02T08:00:00.000Z'
    worlds.push({ ...world, tokens })
  }
  const said = await worlds[0]?.web.app.request('http://desk.test/api/v1/openapi.json')
  const { paths } = document.parse(await said?.json())
  endpoints = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  )
}, 120_000)
afterAll(() => Promise.all(worlds.map(({ desk }) => desk.end())))

/** The addresses of an endpoint, with everything in the place of a parameter that the world knows. */
function addresses(path: string): string[] {
  const [noun = ''] = path.slice(1).split('/')
  const ids = worlds[0]?.ids[noun] ?? []
  if (!path.includes('{')) return [path]
  if (path === '/history/{of}/{id}') {
    const of = (name: string) => (worlds[0]?.ids[name] ?? []).map((id) => `/history/${name}/${id}`)
    return ['claims', 'verdicts', 'articles', 'evidence'].flatMap(of)
  }
  return ids.map((id) => path.replace('{id}', id).replace(/\{\w+\}/, id))
}

/** What no two desks have in common: hashes, tokens, ids that are made on the way, and moments. */
const plain = (text: string): string =>
  text
    .replace(/[\da-f]{64}|[\w+/-]{86}==|[\w+/]{59}=|[\w-]{43,}={0,2}/g, '…')
    .replace(/\b[\da-f]{16}\b/g, '…')
    .replace(/00000000-0000-7000-8000-\d+/g, '…')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…')

async function answerOf({ web, tokens }: World, { by, method, path, revision }: Question) {
  const headers = new Headers({ authorization: `Bearer ${tokens[by]}` })
  if (method !== 'GET') {
    headers.set('content-type', 'application/json')
    headers.set('idempotency-key', `${by} ${path} ${revision}`.replaceAll(' ', '-'))
    headers.set('if-match', `"${revision}"`)
  }
  const body = method === 'GET' ? null : '{}'
  const answer = await web.app.request(`http://desk.test/api/v1${path}`, { method, headers, body })
  const said = [answer.status, answer.headers.get('etag'), answer.headers.get('link')].join(' ')
  return { status: answer.status, text: `${said}\n${await answer.text()}` }
}

/** Asks both desks; whatever they say, it must be the same, and nothing of what is hidden. */
async function ask(question: Question): Promise<number> {
  const about = `${question.by} ${question.method} ${question.path}`
  const [first, second] = await Promise.all(worlds.map((world) => answerOf(world, question)))
  if (!first || !second) throw new Error('nobody answers')
  expect(SECRET.exec(first.text + second.text)?.[0], about).toBeUndefined()
  expect(plain(second.text), about).toBe(plain(first.text))
  return first.status
}

describe('a verdict that is read blind, for programs', () => {
  it('is its author’s to read', async () => {
    for (const world of worlds) {
      for (const id of Object.values(world.claims)) {
        for (const part of ['draft', 'verdicts']) {
          const path = `/claims/${id}/${part}`
          const { text } = await answerOf(world, { by: 'author', method: 'GET', path })
          expect(text).toMatch(SECRET)
        }
      }
    }
  })

  it('is read by nobody else, at no address, whatever its author thinks', async () => {
    const statuses: number[] = []
    for (const { method, path } of endpoints.filter((one) => one.method === 'GET')) {
      for (const address of addresses(path)) {
        for (const by of ['viewer', 'reader', 'editor'] as const) {
          statuses.push(await ask({ by, method, path: address }))
        }
      }
    }
    const asked = '/claims?q=protokoll&rating=true&stage=in_review'
    statuses.push(await ask({ by: 'editor', method: 'GET', path: asked }))
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(150)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
  }, 180_000)

  it('is told by no refusal, and by nothing that is done', async () => {
    const changes = endpoints.filter(({ method, path }) => {
      return method !== 'GET' && /^\/(claims|verdicts|evidence|appearances|links)\//.test(path)
    })
    expect(changes.length).toBeGreaterThan(30)
    for (const { method, path } of changes) {
      for (const address of addresses(path)) {
        const [, noun = '', id = ''] = address.split('/')
        const now = await worlds[0]?.revisionOf(noun, id)
        for (const revision of [now ?? 1, 0]) {
          for (const by of ['reader', 'editor'] as const) {
            const status = await ask({ by, method, path: address, revision })
            expect(status, address).toBeLessThan(500)
            for (const { restore } of worlds) await restore()
          }
        }
      }
    }
  }, 180_000)
})
