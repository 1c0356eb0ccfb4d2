import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fetchPage } from '../../src/ingest/fetch.ts'
import { type Newspaper, openNewspaper, pageOf } from '../support/newspaper.ts'

const open = { allowLoopback: true, timeoutMs: 8000 }
const page = pageOf('Il ponte', ['Il ponte riapre lunedì.'])

describe('a page that was fetched before', () => {
  let paper: Newspaper
  beforeAll(async () => {
    paper = await openNewspaper()
  })
  beforeEach(() => {
    paper.pages.clear()
    paper.asked.length = 0
    paper.pages.set('/ponte', { body: page, headers: { ETag: '"a"', 'Last-Modified': 'then' } })
  })
  afterAll(() => paper.stop())
  const since = (path: string, etag: string | null) => ({
    ...open,
    since: { url: paper.origin + path, etag, lastModified: 'Mon, 02 Jun 2025 08:00:00 GMT' },
  })

  it('is asked for with what its host said of it, and is unchanged', async () => {
    const address = `${paper.origin}/ponte`
    expect(await fetchPage(address, since('/ponte', '"a"'))).toEqual({
      unchanged: true,
      url: address,
    })
    expect(paper.asked[0]?.headers).toMatchObject({
      'if-none-match': '"a"',
      'if-modified-since': 'Mon, 02 Jun 2025 08:00:00 GMT',
    })
  })

  it('is asked for without what its host said at length', async () => {
    const long = `"${'a'.repeat(20_000)}"`
    const fetched = await fetchPage(`${paper.origin}/ponte`, since('/ponte', long))
    expect(fetched).toMatchObject({ status: 200 })
    expect(paper.asked[0]?.headers).not.toHaveProperty('if-none-match')
  })

  it('comes whole where it changed', async () => {
    const fetched = await fetchPage(`${paper.origin}/ponte`, since('/ponte', '"before"'))
    expect(fetched).toMatchObject({ status: 200, redirects: [] })
  })

  it('is asked for without conditions where it stands at another address now', async () => {
    paper.pages.set('/old', { status: 301, headers: { Location: '/ponte' } })
    const moved = await fetchPage(`${paper.origin}/old`, since('/old', '"a"'))
    expect(moved).toMatchObject({ url: `${paper.origin}/ponte`, status: 200 })
    expect(paper.asked.map(({ headers }) => headers['if-none-match'])).toEqual(['"a"', undefined])
    const there = await fetchPage(`${paper.origin}/old`, since('/ponte', '"a"'))
    expect(there).toEqual({ unchanged: true, url: `${paper.origin}/ponte` })
  })

  it('that was not fetched before cannot be unchanged', async () => {
    paper.pages.set('/ponte', { status: 304 })
    const answer = { code: 'url_status', values: { status: 304, why: 'failed' } }
    const address = `${paper.origin}/ponte`
    await expect(fetchPage(address, open)).rejects.toMatchObject(answer)
    const nothing = { ...open, since: { url: address, etag: null, lastModified: null } }
    await expect(fetchPage(address, nothing)).rejects.toMatchObject(answer)
  })

  it('lets its visitor ask first before it follows a redirect', async () => {
    paper.pages.set('/old', { status: 302, headers: { Location: '/ponte' } })
    const asked: string[] = []
    const onRedirect = async (url: URL) => {
      asked.push(url.pathname)
      throw new Error('not there')
    }
    const fetching = fetchPage(`${paper.origin}/old`, { ...open, onRedirect })
    await expect(fetching).rejects.toThrow('not there')
    expect(asked).toEqual(['/ponte'])
    expect(paper.asked.map(({ path }) => path)).toEqual(['/old'])
  })
})
