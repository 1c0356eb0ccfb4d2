import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordContact } from '../../../src/desk/contacts.ts'
import { save } from '../../../src/desk/saved-searches.ts'
import { test } from '../../../src/desk/webhooks/deliveries.ts'
import { add } from '../../../src/desk/webhooks/manage.ts'
import type { Member } from '../../../src/domain/member.ts'
import { tokenFor } from '../../support/api.ts'
import { person, type TestDesk, testDesk } from '../../support/desk.ts'
import { imported } from '../../support/imported.ts'
import { valuesOf, wrongValuesOf } from '../../support/json-schema.ts'
import {
  bodyOf,
  checker,
  described,
  header,
  type Operation,
  operationsIn,
  scopeOf,
} from '../../support/openapi.ts'
import * as story from '../../support/story.ts'
import { type Web, webOf } from '../../support/web.ts'

/** How often each endpoint is asked as it says, and how often otherwise. */
const [RIGHT, WRONG] = [3, 3]

// The document is read before the tests are there: each endpoint in it is one.
const document = await (async () => {
  const desk = await testDesk()
  const read = await described(webOf(desk))
  await desk.end()
  return read
})()
const check = checker(document)

/** What comes before an id in an address, where it is not the kind with an `s`. */
const kinds: Record<string, string> = { people: 'person', versions: 'article_version' }

/** A request, as it is made up for an endpoint. */
type Sent = { path: string; headers: Record<string, string>; body?: string }

describe('every endpoint does as the document says', () => {
  let desk: TestDesk
  let web: Web
  let ada: Member
  let [token, reading] = ['', '']

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk, { apiRate: 1_000_000 })
    ada = await person(desk, 'editor', 'Ada', 1)
    const carla = await person(desk, 'checker', 'Carla')
    const bea = await person(desk, 'editor', 'Bea', 1)
    const article = await story.article(desk, carla)
    await story.published(desk, carla, bea, article)
    const asked = await story.claim(desk, carla, article)
    await recordContact(desk, carla, asked, desk.newId(), story.contactForm)
    await story.proposed(desk, carla, asked)
    await story.claim(desk, ada, article)
    await save(desk, ada, desk.newId(), { name: 'Ponti', query: 'q=ponte' })
    await imported(desk, ada)
    for (const path of ['/a', '/b']) {
      const id = desk.newId()
      const url = `https://hooks.example${path}`
      await add(desk, ada, id, { name: 'Ponti', url, events: ['verdict.published'] })
      await test(desk, ada, id, desk.newId())
    }
    token = await tokenFor(desk, ada)
    reading = await tokenFor(desk, { ...ada, admin: 0 }, 'read')
    for (const _ of [1, 2, 3]) await tokenFor(desk, carla)
  })
  afterAll(() => desk.end())

  /** What stands on the desk now, as an endpoint may be asked for it. */
  async function standing() {
    const entries = await desk.store.ledger.after(0, 100_000)
    const searches = await desk.store.savedSearches.visibleTo(ada.id, 10)
    const rulings = await desk.store.rulings.newest(null, 10)
    const [webhook] = await desk.store.webhooks.list()
    const told = webhook ? await desk.store.deliveries.list(webhook.id, null, 10) : []
    const own = await desk.store.tokens.of(ada.id, desk.now())
    // Whoever asks goes on asking.
    const kept = new Set([ada.id, ...own.map(({ token }) => token.id)])
    const there = new Map(entries.map((one) => [one.subject, one]))
    for (const id of kept) there.delete(id)
    return {
      known: { named: document.components.schemas, ids: [...there.keys()] },
      revisionOf: (id: string) => there.get(id)?.revision ?? 1,
      idsAt(noun: string): string[] {
        if (noun === 'searches') return searches.map(({ id }) => id)
        if (noun === 'publishers') return ['ponti.example']
        if (noun === 'rulings') return rulings.map(({ subject }) => subject)
        if (noun === 'deliveries') return told.map(({ id }) => id)
        const kind = kinds[noun] ?? noun.replaceAll('-', '_').replace(/s$/, '')
        const some = [...there.values()].filter((one) => one.kind === kind || noun === '{of}')
        return some.map(({ subject }) => subject)
      },
    }
  }

  /** Makes up a request: a path, a query and a body, all as they are said to be, or otherwise. */
  function madeUp(
    one: Operation,
    { known, revisionOf, idsAt }: Awaited<ReturnType<typeof standing>>,
    seed: number,
    isRight: boolean,
  ): Sent {
    const pick = <T>(values: fc.Arbitrary<T>): T | undefined =>
      fc.sample(values, { numRuns: 1, seed })[0]
    const make = isRight ? valuesOf : wrongValuesOf
    const named = (place: string) => one.parameters.filter((some) => some.in === place)
    let [path, last] = [one.path, 'desk']
    for (const { name, schema } of named('path')) {
      const noun = path.split(`/{${name}}`)[0]?.split('/').at(-1) ?? ''
      const there = idsAt(one.path.includes(`{of}/{${name}}`) ? '{of}' : noun)
      const ids = there.length ? fc.constantFrom(...there) : fc.uuid()
      const value = pick(schema.enum ? valuesOf(schema, known) : ids)
      last = isRight || seed % 4 > 0 ? String(value) : 'no-such-thing'
      path = path.replace(`{${name}}`, encodeURIComponent(last))
    }
    const query = new URLSearchParams()
    for (const { name, schema, required } of named('query')) {
      if (required || seed % 2) query.append(name, String(pick(make(schema, known))))
    }
    const headers: Record<string, string> = { authorization: `Bearer ${token}` }
    if (header(one, 'Idempotency-Key')) headers['idempotency-key'] = crypto.randomUUID()
    const isThere = isRight || seed % 3 > 0
    if (header(one, 'If-Match')) headers['if-match'] = `"${isThere ? revisionOf(last) : 4711}"`
    const schema = bodyOf(one)
    const sent = { path: `${path}${query.size ? `?${query}` : ''}`, headers }
    if (!schema) return sent
    headers['content-type'] = 'application/json'
    return { ...sent, body: JSON.stringify(pick(make(schema, known)) ?? null) }
  }

  const ask = ({ method }: Operation, { path, headers, body }: Sent) =>
    web.app.request(`http://desk.test/api/v1${path}`, {
      method: method.toUpperCase(),
      headers,
      ...(body !== undefined && { body }),
    })

  async function expectDocumented(one: Operation, sent: Sent) {
    const answer = await ask(one, sent)
    const { status } = answer
    expect(await check(one, answer), JSON.stringify(sent).slice(0, 1500)).toBeNull()
    return status
  }

  it.each(
    operationsIn(document).map((one) => [`${one.method.toUpperCase()} ${one.path}`, one] as const),
  )('%s', async (_, one) => {
    for (let seed = 1; seed <= RIGHT + WRONG; seed++) {
      await expectDocumented(one, madeUp(one, await standing(), seed, seed <= RIGHT))
    }
    const sent = madeUp(one, await standing(), 1, true)
    const without = (name: string) => {
      const { [name]: _, ...headers } = sent.headers
      return expectDocumented(one, { ...sent, headers })
    }
    expect(await without('authorization')).toBe(401)
    if (header(one, 'If-Match')) expect(await without('if-match')).toBe(428)
    if (header(one, 'Idempotency-Key')) expect(await without('idempotency-key')).toBe(400)
    const headers = { ...sent.headers, authorization: `Bearer ${reading}` }
    const status = await expectDocumented(one, { ...sent, headers })
    if (scopeOf(one) !== 'read') expect(status).toBe(403)
    if (sent.body === undefined) return
    expect(await expectDocumented(one, { ...sent, body: '{"a":' })).toBe(400)
    expect(await expectDocumented(one, { ...sent, body: '['.repeat(1000) })).toBe(400)
    const plain = { ...sent.headers, 'content-type': 'text/plain' }
    expect(await expectDocumented(one, { ...sent, headers: plain })).toBe(415)
  })
})
