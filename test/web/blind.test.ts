import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amend, retire } from '../../src/desk/scale.ts'
import * as story from '../support/story.ts'
import type { Fields } from '../support/web.ts'
import { type BlindWorld, blindWorld, minds, SECRET } from './blind-world.ts'

type Who = keyof BlindWorld['people'] | 'nobody'
type Question = {
  by: Who
  path: string
  headers?: Record<string, string>
  /** What is sent; a question without it is a GET. */
  form?: (world: BlindWorld) => Promise<Fields>
}

let worlds: BlindWorld[] = []
beforeAll(async () => {
  worlds = await Promise.all(minds.map(blindWorld))
  // From here on time stands still: which moment it is says nothing of who was asked what.
  for (const { desk } of worlds) desk.now = () => '2025-06-02T08:00:00.000Z'
}, 60_000)
afterAll(() => Promise.all(worlds.map(({ desk }) => desk.end())))

/** Every page that there is, as `GET /claims/:id`; what programs ask is in api/blind.test.ts. */
function routes(method: 'GET' | 'POST'): string[] {
  const { app } = worlds[0]?.web ?? {}
  const there = (app?.routes ?? []).filter(({ path }) => !/^\/(assets|api)\//.test(path))
  const paths = there.filter((one) => one.method === method).map(({ path }) => path)
  return [...new Set(paths)]
}

/** The addresses of a route, with everything in the place of a parameter that can be named there. */
function addresses(route: string): string[] {
  let found = ['']
  let before = ''
  for (const part of route.slice(1).split('/')) {
    const known = part.startsWith(':') ? worlds[0]?.ids[before.slice(1)] : [part]
    if (!known?.length) throw new Error(`the test does not know what stands in ${route}`)
    found = found.flatMap((path) => known.map((one) => `${path}/${one}`))
    before += `/${part}`
  }
  return found
}

/** What no two desks have in common: hashes, tokens, and when an export was made. */
const plain = (text: string): string =>
  text
    // Hashes, tokens, keys and signatures in base64, and the names of keys.
    .replace(/[\da-f]{64}|[\w+/-]{86}==|[\w+/]{59}=|[\w-]{43,}={0,2}/g, '…')
    .replace(/\b[\da-f]{16}\b/g, '…')
    .replace(/00000000-0000-7000-8000-\d+/g, '…')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '…')

const own = new Set(['x-request-id', 'content-length', 'date'])

type Answer = { status: number; head: string; text: string; whole: string }

/** All that an answer says: status, headers, body. */
async function answerOf(world: BlindWorld, question: Question): Promise<Answer> {
  const { by, path, headers, form } = question
  const { web, people } = world
  const who = by === 'nobody' ? null : people[by]
  const answer = form
    ? await web.post(who, path, await form(world), headers)
    : await web.get(who, path, headers)
  const isText = /text|json|xml|none/.test(answer.headers.get('content-type') ?? 'none')
  const body = await answer.text()
  // What is counted aside is there when one looks again.
  if (body.includes('id="counting"')) return answerOf(world, question)
  const said = [...answer.headers].filter(([name]) => !own.has(name)).map((one) => one.join(': '))
  const [head, text] = [[answer.status, ...said].join('\n'), plain(isText ? body : '')]
  return { status: answer.status, head: plain(head), text, whole: plain(body) }
}

/** Where two texts part. */
const parting = (one: string, other: string): string[] => {
  const at = [...one].findIndex((letter, i) => letter !== other[i])
  return [one, other].map((text) => text.slice(Math.max(0, at - 200), at + 200))
}

/** Asks both desks; whatever they say, it must be the same, and nothing of what is hidden. */
async function ask(question: Question): Promise<number> {
  const about = `${question.by} ${question.form ? 'POST' : 'GET'} ${question.path}`
  const answers: Answer[] = []
  for (const world of worlds) answers.push(await answerOf(world, question))
  for (const { head, whole } of answers) {
    expect(SECRET.exec(head + whole)?.[0], about).toBeUndefined()
  }
  const [first, second] = answers
  if (!first || !second) throw new Error('nobody answers')
  expect(second.head, about).toBe(first.head)
  if (first.text !== second.text) expect(parting(first.text, second.text), about).toEqual([])
  return first.status
}

/** The words of a form that fits most routes: what one does not ask for it passes over. */
const typed: Fields = {
  ...story.claimForm,
  ...story.evidenceForm,
  ...story.contactForm,
  ...story.verdictForm,
  ...{ text: story.bridge, statement1: 'Eins', statement2: 'Zwei', kind1: 'said', kind2: 'said' },
  ...{ comment: 'Warum?', reason: 'opinion', words: 'Warum?', place: 'Archiv', searchedOn: '' },
  ...{ topics: 'ponte', dueOn: '', name: 'Test desk', reading: 'one_editor', role: 'viewer' },
  ...{ labelEn: 'Rather', labelIt: 'Piuttosto', shape: 'full', tone: 'red', number: '' },
  ...{ start: 0, end: 30, from: 1, to: 1, email: 'x@example.org', password: 'wrong', lang: 'en' },
}

/** What some routes need to be asked in earnest; a blind reading is never filed here. */
const earnest: Record<string, Fields> = {
  '/claims/:id/reading': { rating: '' },
  '/claims/:id/searches': { outcome: 'none_found', words: 'Brücke' },
  '/claims/:id/adjudication': { outcome: 'second' },
  '/drifts/:id/standing': { comment: 'Bleibt' },
  '/verdicts/:id/history/restoration': { restore: 1, fields: ['conclusion', 'rating'] },
}

/** Whoever signs out asks nothing more; what goes on by itself afterwards is begun last. */
function formRoutes(): string[] {
  const goesOn = (path: string) => Number(/^\/(rechecks|sources)/.test(path))
  return routes('POST')
    .filter((path) => path !== '/signout')
    .sort((a, b) => goesOn(a) - goesOn(b))
}

/** A form as somebody sends it who has just read the page, and as somebody who is late. */
function forms(route: string, path: string): Question[] {
  const noun = route.slice(1).split('/:')[0] ?? ''
  const id = path.split('/')[noun.split('/').length + 1] ?? ''
  const isVerdict = route === '/claims/:id/verdict'
  const steps = isVerdict ? ['save', 'propose', 'preview', 'autosave'] : ['']
  return steps.flatMap((step) => {
    const sent = (isLate: boolean) => async (world: BlindWorld) => {
      const working = (await world.desk.store.verdicts.of([id])).at(-1)
      const revision = isLate ? 1 : await world.revisionOf(noun, id)
      const verdictRevision = isLate ? 1 : (working?.revision ?? 0)
      const newId = isLate && working ? working.id : world.desk.newId()
      const fresh = { newId, appearanceId: world.desk.newId(), revision, verdictRevision }
      const to = route.endsWith('/assignment') ? world.author.id : 1
      return { ...typed, ...earnest[route], ...fresh, to, do: step }
    }
    /** With nothing in it: what is not typed must not be filled in from what is hidden. */
    const bare = async (world: BlindWorld) => ({
      ...{ newId: world.desk.newId(), revision: await world.revisionOf(noun, id), do: step },
      verdictRevision: 0,
    })
    const headers: Record<string, string> = step === 'autosave' ? { 'HX-Request': 'true' } : {}
    return [
      { by: 'reader', path, form: bare, headers },
      { by: 'reader', path, form: sent(true), headers },
      { by: 'reader', path, form: sent(false), headers },
      { by: /^\/(people|settings)/.test(path) ? 'admin' : 'editor', path, form: sent(false) },
    ]
  })
}

const readers = ['viewer', 'reader', 'editor', 'admin', 'nobody'] as const

describe('a verdict that is read blind', () => {
  it('is its author’s to see, and is asked for by every method that there is', async () => {
    for (const { web, author, claims } of worlds) {
      for (const id of Object.values(claims)) {
        expect(await (await web.get(author, `/claims/${id}`)).text()).toMatch(SECRET)
      }
    }
    const there = worlds[0]?.web.app.routes ?? []
    const pages = there.filter(({ path }) => !path.startsWith('/api/'))
    const methods = new Set(pages.map(({ method }) => method))
    expect([...methods].sort()).toEqual(['ALL', 'GET', 'POST'])
  }, 60_000)

  it('is in no page that anybody asks for, whatever the author thinks', async () => {
    const statuses: number[] = []
    for (const route of routes('GET')) {
      for (const path of addresses(route)) {
        for (const by of readers) statuses.push(await ask({ by, path }))
        const others: Record<string, string>[] = [
          { 'HX-Request': 'true' },
          { accept: 'application/json' },
        ]
        for (const headers of others) await ask({ by: 'reader', path, headers })
        const asked = '?asOf=2025-06-02T07:00:00Z&q=protokoll&rating=true&status=published&a=1&b=2'
        await ask({ by: 'editor', path: `${path}${asked}` })
      }
    }
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(100)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
  }, 180_000)

  it('is found and counted by no search, whatever it says', async () => {
    const words = minds.flatMap((mind) =>
      Object.values(mind)
        .flat()
        .join(' ')
        .match(/ZQ\p{L}+/gu),
    )
    const typed = [
      ...words.map((word) => String(word).toLowerCase()),
      ...[
        'zqa*',
        '-zqalpha',
        '"keine Rede"',
        'protokoll',
        'sagt das Protokoll',
        'zqalfa',
        'zqzulv',
      ],
      ...['rating:true', 'rating:false', '-rating:false', 'reason:satire', 'motivo:superata'],
      ...[
        'has:verdict',
        'stage:in_review',
        'stage:in_review protokoll',
        'before:1700',
        'holder:carla',
      ],
    ]
    for (const q of typed) {
      for (const page of ['/claims', '/articles', '/verdicts']) {
        const path = `${page}?${new URLSearchParams({ q })}`
        for (const by of ['reader', 'editor', 'viewer'] as const) {
          const answers: Answer[] = []
          for (const world of worlds) answers.push(await answerOf(world, { by, path }))
          const [first, second] = answers
          expect(first?.status).toBe(200)
          expect(second?.text, path).toBe(first?.text)
          // What was typed stands on the page again; nothing else of it does.
          if (/^zq/.test(q) && page === '/claims') expect(first?.text).not.toContain('queue-row')
        }
      }
    }
  }, 120_000)

  it('is in no answer to any form, right or out of date, and changes none', async () => {
    const statuses: number[] = []
    const claim = `/claims/${worlds[0]?.claims.proposed}`
    for (const route of formRoutes()) {
      for (const path of addresses(route)) {
        for (const question of forms(route, path)) {
          for (const { restore } of worlds) await restore()
          const status = await ask(question)
          statuses.push(status)
          // What it did is seen where the verdict would be.
          if (status === 303) await ask({ by: 'reader', path: claim })
        }
      }
    }
    expect(statuses.filter((status) => status === 303).length).toBeGreaterThan(40)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
  }, 300_000)

  it('is not guessed by wording a rating anew, and seeing what goes back to work', async () => {
    for (const { restore, desk, people, claims } of worlds) {
      await restore()
      for (const rating of await desk.store.desks.scale()) {
        const { labelEn, labelIt, shape, tone } = rating
        const number = rating.number === null ? '' : String(rating.number)
        const form = { labelEn: `${labelEn}, then`, labelIt, shape, tone, number }
        await amend(desk, people.admin, rating, form)
      }
      expect((await story.read(desk, claims.proposed)).claim.stage).toBe('in_review')
    }
    for (const path of ['/claims', '/review']) await ask({ by: 'admin', path })
  })

  it('is not guessed by retiring a rating, and seeing who may still choose it', async () => {
    for (const { restore, desk, people } of worlds) {
      await restore()
      for (const rating of await desk.store.desks.scale()) {
        const isOne = minds.some((mind) => mind.rating === rating.id)
        if (isOne && !rating.retiredAt) await retire(desk, people.admin, rating)
      }
    }
    for (const rating of ['true', 'false']) {
      for (const step of ['save', 'propose', 'preview', 'autosave']) {
        const form = () => Promise.resolve({ ...typed, rating, do: step, revision: 1 })
        const path = `/claims/${worlds[0]?.claims.drafted}/verdict`
        await ask({ by: 'reader', path, form, headers: { 'HX-Request': 'true' } })
      }
    }
  })

  it('is shown to the blind reader, and to every colleague, once their own is filed', async () => {
    for (const world of worlds) {
      await world.restore()
      const { web, people, claims, desk } = world
      const path = `/claims/${claims.proposed}`
      const { revision } = await story.read(desk, claims.proposed)
      const own = { rating: 'mixed', rationale: 'Halb und halb.', revision, newId: desk.newId() }
      const answer = await web.post(people.reader, `${path}/reading`, own)
      expect(answer.status).toBe(303)
      for (const by of [people.reader, people.editor]) {
        expect(await (await web.get(by, path)).text()).toMatch(SECRET)
      }
      expect(await (await web.get(people.viewer, path)).text()).not.toMatch(SECRET)
    }
  })
})
