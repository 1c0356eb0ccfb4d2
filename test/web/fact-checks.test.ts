import { once } from 'node:events'
import { factchecktools } from '@googleapis/factchecktools'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_A_MINUTE } from '../../src/web/fact-checks/limit.ts'
import { person, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'
import { type Web, webOf } from '../support/web.ts'

const origin = 'https://www.desk.example'

/** The client that Google gives out, asking a desk on this machine. */
async function clientOf({ app }: Web) {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  if (!server.listening) await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : null
  const rootUrl = `http://127.0.0.1:${port}/`
  const api = factchecktools({ version: 'v1alpha1', rootUrl, auth: 'AIzaNoKey', retry: false })
  return { api, end: () => new Promise((ended) => server.close(ended)) }
}
type Client = Awaited<ReturnType<typeof clientOf>>

/** What a call of it is refused with. */
async function refused(call: Promise<unknown>): Promise<{ status: number; error: unknown }> {
  try {
    await call
  } catch (error) {
    if (error instanceof Error && 'response' in error) {
      const { status, data } = error.response as { status: number; data: { error: unknown } }
      return { status, error: data.error }
    }
    throw error
  }
  throw new Error('it was answered')
}

describe('a program written for the Fact Check Tools API', () => {
  let told: ToldDesk
  let web: Web
  let client: Client
  beforeAll(async () => {
    told = await toldDesk()
    web = webOf(told.desk, { origin })
    client = await clientOf(web)
  })
  afterAll(async () => {
    await client.end()
    await told.desk.end()
  })
  const get = (path: string, headers = {}) => web.get(null, `/v1alpha1/${path}`, headers)

  it('searches a desk by changing its root URL', async () => {
    const { data } = await client.api.claims.search({ query: 'bridge', languageCode: 'it-IT' })
    const address = (await web.get(null, `/verdicts/${told.claims.bridge}`)).headers.get('location')
    expect(data).toEqual({
      claims: [
        {
          text: 'Il caso bridge',
          claimant: 'Anna Moretti',
          claimDate: '2024-03-12T00:00:00Z',
          claimReview: [
            {
              publisher: { name: 'Test desk', site: 'desk.example' },
              url: origin + address,
              title: 'Il caso bridge',
              reviewDate: '2025-06-01T23:59:59.999Z',
              textualRating: 'Vero',
              languageCode: 'it',
            },
          ],
        },
      ],
    })
  })

  it('is told nothing that is withdrawn, replaced or at work, and nothing of what nobody knows', async () => {
    const { data } = await client.api.claims.search({ query: 'caso', pageSize: 100 })
    const texts = data.claims?.map(({ text }) => text)
    expect(texts).toEqual(['school', 'costs', 'debt', 'bridge'].map((name) => `Il caso ${name}`))
    const debt = data.claims?.find(({ text }) => text === 'Il caso debt')
    expect(debt).not.toHaveProperty('claimant')
    expect(debt?.claimReview?.[0]?.reviewDate).toBe('2025-06-03T00:00:00Z')
  })

  it('goes on page by page, each verdict once, by tokens or by offsets', async () => {
    const seen: unknown[] = []
    let pageToken: string | undefined
    do {
      const { data } = await client.api.claims.search({ query: 'caso', pageSize: 1, pageToken })
      expect(data.claims).toHaveLength(1)
      seen.push(data.claims?.[0]?.text)
      pageToken = data.nextPageToken ?? undefined
    } while (pageToken && seen.length < 9)
    expect(seen).toHaveLength(4)
    const by = async (offset: number, token?: string) => {
      const asked = { query: 'caso', pageSize: 2, offset, pageToken: token }
      const { data } = await client.api.claims.search(asked)
      return { texts: data.claims?.map(({ text }) => text), next: data.nextPageToken ?? undefined }
    }
    const [first, second] = [await by(0), await by(2)]
    expect([...(first.texts ?? []), ...(second.texts ?? [])]).toEqual(seen)
    expect(second.next).toBeUndefined()
    // A token says more than an offset, which is ignored beside it.
    expect((await by(3, first.next)).texts).toEqual(second.texts)
    expect((await by(4)).texts).toBeUndefined()
  })

  it('narrows by language, by publisher and by age', async () => {
    const found = async (asked: object) => {
      const { data } = await client.api.claims.search(asked)
      return data.claims?.length ?? 0
    }
    expect(await found({ query: 'caso', languageCode: 'en' })).toBe(2)
    expect(await found({ query: 'caso', languageCode: 'fr' })).toBe(0)
    expect(await found({ reviewPublisherSiteFilter: 'desk.example' })).toBe(4)
    expect(await found({ reviewPublisherSiteFilter: 'https://www.desk.example/' })).toBe(4)
    expect(await found({ reviewPublisherSiteFilter: 'example' })).toBe(0)
    expect(await found({ query: 'bridge', reviewPublisherSiteFilter: 'other.example' })).toBe(0)
    // It is the sixth of June.
    expect(await found({ query: 'caso', maxAgeDays: 1 })).toBe(1)
    expect(await found({ query: 'caso', maxAgeDays: 4 })).toBe(3)
    expect(await found({ query: 'caso', maxAgeDays: 2 ** 31 - 1 })).toBe(4)
  })

  it('is answered {} where nothing is found, and laid out as there', async () => {
    for (const path of ['claims:search?query=zebra', 'claims:search?query=il', 'pages?url=x']) {
      const answer = await get(path)
      expect(await answer.text(), path).toBe('{}\n')
      expect(answer.headers.get('content-type')).toBe('application/json; charset=UTF-8')
    }
    const pretty = await (await get('claims:search?query=bridge')).text()
    expect(pretty.startsWith('{\n  "claims": [\n    {\n      "text": "Il caso bridge",\n')).toBe(
      true,
    )
    const close = await (await get('claims:search?query=bridge&prettyPrint=false')).text()
    expect(close).toBe(`${JSON.stringify(JSON.parse(pretty))}\n`)
  })

  it('may write its parameters as Google reads them, with a key and what else every method takes', async () => {
    const more =
      'key=x&alt=json&fields=claims&quotaUser=me&%24.xgafv=2&page_size=1&language_code=it'
    const answer = await get(`claims%3Asearch?query=caso&${more}`)
    expect(answer.status).toBe(200)
    const { claims, nextPageToken } = JSON.parse(await answer.text())
    expect([claims.length, typeof nextPageToken]).toEqual([1, 'string'])
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    const etag = answer.headers.get('etag') ?? ''
    const again = await get(`claims:search?query=caso&${more}`, { 'if-none-match': etag })
    expect(again.status).toBe(304)
  })

  it('reads the markup of a page: by its address, also an older one, or by its name', async () => {
    const { claims } = told
    const url = `${origin}/verdicts/${claims.costs}`
    const { data } = await client.api.pages.list({ url })
    const [page] = data.claimReviewMarkupPages ?? []
    expect(data.claimReviewMarkupPages).toHaveLength(1)
    expect(page).toEqual({
      name: `pages/${claims.costs}`,
      pageUrl: expect.stringMatching(/^https:\/\/www\.desk\.example\/verdicts\/il-caso-costs-/),
      publishDate: '2025-06-04T12:00:00.000Z',
      claimReviewAuthor: { name: 'Test desk' },
      claimReviewMarkups: [
        {
          url: page?.pageUrl,
          claimReviewed: 'Il caso costs',
          claimDate: '2024-03-12',
          claimAuthor: { name: 'Anna Moretti' },
          rating: {
            textualRating: 'Falso',
            ratingValue: 1,
            worstRating: 1,
            bestRating: 5,
            ratingExplanation: 'È costato il doppio.',
          },
        },
      ],
      versionId: expect.stringMatching(/^\d+$/),
    })
    const same = await client.api.pages.get({ name: `pages/${claims.costs}` })
    expect(same.data).toEqual(page)
    const short = await client.api.pages.list({ url: page?.pageUrl ?? '' })
    expect(short.data.claimReviewMarkupPages).toEqual([page])
  })

  it('lists the pages of an organization', async () => {
    const asked = { organization: 'desk.example', pageSize: 3 }
    const { data } = await client.api.pages.list(asked)
    expect(data.claimReviewMarkupPages).toHaveLength(3)
    const rest = await client.api.pages.list({ ...asked, pageToken: data.nextPageToken ?? '' })
    expect(rest.data.claimReviewMarkupPages).toHaveLength(1)
    expect(rest.data.nextPageToken).toBeUndefined()
    for (const other of [{ organization: 'x.example' }, { url: `${origin}/verdicts/none` }]) {
      expect((await client.api.pages.list(other)).data).toEqual({})
    }
  })

  it('is refused as Google refuses it', async () => {
    const { api } = client
    const invalid = { code: 400, status: 'INVALID_ARGUMENT' }
    const token = (await api.claims.search({ query: 'caso', pageSize: 1 })).data.nextPageToken ?? ''
    const wrong = [
      api.claims.search({}),
      api.claims.search({ query: ' ' }),
      api.claims.search({ query: 'x', pageSize: -1 }),
      api.claims.search({ query: 'x', offset: 1001 }),
      api.claims.search({ query: 'x', maxAgeDays: -1 }),
      api.claims.search({ query: 'x', pageToken: 'x' }),
      // The token of another question.
      api.claims.search({ query: 'x', pageToken: token }),
      api.pages.list({}),
      api.pages.list({ url: 'x', organization: 'y' }),
    ]
    for (const call of wrong) {
      expect(await refused(call)).toMatchObject({
        status: 400,
        error: { ...invalid, message: expect.stringMatching(/\w/) },
      })
    }
    expect(await refused(api.pages.get({ name: `pages/${told.claims.road}` }))).toEqual({
      status: 404,
      error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' },
    })
    expect((await refused(api.pages.get({ name: `pages/${told.claims.hidden}` }))).status).toBe(404)
    expect((await refused(api.pages.create({ requestBody: {} }))).status).toBe(405)
    expect((await refused(api.pages.delete({ name: 'pages/x' }))).status).toBe(405)
    expect((await refused(api.claims.imageSearch({ imageUri: 'https://x.example' }))).status).toBe(
      404,
    )
  })

  it('is told which parameter nobody knows, or cannot be read', async () => {
    const said = async (query: string) => {
      const answer = await get(`claims:search?${query}`)
      const { error } = JSON.parse(await answer.text())
      expect(answer.status).toBe(400)
      expect(Object.keys(error)).toEqual(['code', 'message', 'status'])
      return error.message
    }
    expect(await said('query=x&foo=1')).toBe(
      `Invalid JSON payload received. Unknown name "foo": Cannot bind query parameter. Field 'foo' could not be found in request message.`,
    )
    expect(await said('query=x&pageSize=ten')).toBe(
      `Invalid value at 'page_size' (TYPE_INT32), "ten"`,
    )
    for (const wrong of ['pageSize=99999999999', 'alt=media', 'callback=x', 'query=y']) {
      expect(await said(`query=x&${wrong}`)).toMatch(/\w/)
    }
    expect((await get('pages/x?foo=1')).status).toBe(400)
    expect((await get('nothing')).status).toBe(404)
    expect((await get('nothing')).headers.get('content-type')).toContain('application/json')
  })

  it('finds nothing where the desk keeps its public pages closed', async () => {
    const closed = webOf(told.desk, { origin, publicPages: false })
    for (const path of ['claims:search?query=caso', 'pages?organization=desk.example']) {
      const answer = await closed.get(told.editor, `/v1alpha1/${path}`)
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ error: { status: 'NOT_FOUND' } })
    }
  })

  it('is asked to wait after so many requests in a minute', async () => {
    const fresh = webOf(told.desk, { origin })
    const one = () => fresh.get(null, '/v1alpha1/claims:search')
    for (let n = 0; n < MOST_A_MINUTE; n++) expect((await one()).status).toBe(400)
    const late = await one()
    expect([late.status, late.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await late.json()).toMatchObject({ error: { code: 429, status: 'RESOURCE_EXHAUSTED' } })
  })
})

describe('a search of more verdicts than are read at once', () => {
  it('finds each once, whatever people wrote in it', async () => {
    const desk = await testDesk()
    const carla = await person(desk, 'checker', 'Carla')
    const enzo = await person(desk, 'editor', 'Enzo')
    const article = await story.article(desk, carla)
    for (let n = 0; n < 25; n++) await story.published(desk, carla, enzo, article)
    const web = webOf(desk, { origin })
    const { api, end } = await clientOf(web)
    const asked = { query: 'ponte', pageSize: 10 }
    const { data } = await api.claims.search(asked)
    const { data: rest } = await api.claims.search({ ...asked, pageSize: 100, offset: 10 })
    const urls = [...(data.claims ?? []), ...(rest.claims ?? [])].map(
      ({ claimReview }) => claimReview?.[0]?.url,
    )
    expect(new Set(urls).size).toBe(25)
    await end()
    await desk.end()
  })
})
