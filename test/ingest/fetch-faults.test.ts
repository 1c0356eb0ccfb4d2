import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest'
import { fetchPage } from '../../src/ingest/fetch.ts'
import { type FaultServer, startFaultServer } from '../support/fault-server.ts'

let server: FaultServer
beforeAll(async () => {
  server = await startFaultServer()
})
afterAll(() => server.stop())

afterEach(async () => {
  for (let tries = 0; server.open() > 0 && tries < 50; tries++) await wait(20)
  expect(server.open(), 'connections left open').toBe(0)
})

const fetchFault = (path: string, options = {}) =>
  fetchPage(server.origin + path, { allowLoopback: true, timeoutMs: 8000, ...options })

describe('a host without end', () => {
  test.each(['/silent', '/half-head', '/half', '/slow-head', '/slow-body', '/endless', '/interim'])(
    'is left when time is up: %s',
    async (path) => {
      const begun = Date.now()
      await expect(fetchFault(path, { timeoutMs: 300 })).rejects.toMatchObject({
        code: 'url_timeout',
        values: { host: '127.0.0.1', seconds: 1 },
      })
      expect(Date.now() - begun).toBeLessThan(2000)
    },
  )

  it('is left while its name is looked up', async () => {
    const resolve = () => new Promise<string[]>(() => undefined)
    await expect(
      fetchPage('http://news.example/', { timeoutMs: 100, resolve }),
    ).rejects.toMatchObject({ code: 'url_timeout', values: { host: 'news.example' } })
  })

  it('is not connected to when its name is found too late', async () => {
    const before = server.asked.length
    const resolve = () => wait(150, ['127.0.0.1'])
    const late = `http://news.example:${server.port}/page`
    const fetching = fetchPage(late, { timeoutMs: 50, allowLoopback: true, resolve })
    await expect(fetching).rejects.toMatchObject({ code: 'url_timeout' })
    await wait(200)
    expect(server.asked.length).toBe(before)
  })

  it('is left when the caller gives up, with the reason of the caller', async () => {
    for (const path of ['/silent', '/slow-body']) {
      const caller = new AbortController()
      setTimeout(() => caller.abort(new Error('the desk closes')), 100)
      const fetching = fetchFault(path, { signal: caller.signal })
      await expect(fetching).rejects.toThrow('the desk closes')
    }
    const gone = AbortSignal.abort(new Error('already'))
    await expect(fetchFault('/page', { signal: gone })).rejects.toThrow('already')
  })
})

describe('more than the desk takes', () => {
  test.each([
    '/large',
    '/large-chunked',
    '/large-declared',
    '/gzip-bomb',
    '/br-bomb',
    '/zstd-bomb',
    '/deflate-bomb',
  ])('is refused: %s', async (path) => {
    await expect(fetchFault(path, { maxBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'url_too_large',
      values: { host: '127.0.0.1', max: 1_000_000 },
    })
  })

  it('begins one byte over the limit, on the wire and decoded', async () => {
    const { bytes } = await fetchFault('/page')
    for (const path of ['/page', '/unframed', '/chunked', '/gzip', '/br', '/zstd', '/deflate']) {
      await expect(fetchFault(path, { maxBytes: bytes.length })).resolves.toMatchObject({ bytes })
      await expect(fetchFault(path, { maxBytes: bytes.length - 1 })).rejects.toMatchObject({
        code: 'url_too_large',
      })
    }
  })

  it('is not reached by a large page', async () => {
    const { bytes } = await fetchFault('/ample')
    expect(bytes.length).toBe(9_600_000)
  })

  it('begins at ten megabytes where nobody says otherwise', async () => {
    for (const path of ['/large', '/gzip-bomb']) {
      await expect(fetchFault(path)).rejects.toMatchObject({
        code: 'url_too_large',
        values: { max: 10_000_000 },
      })
    }
  })
})

describe('a broken answer', () => {
  test.each([
    ['/reset', 'cut'],
    ['/reset-head', 'cut'],
    ['/reset-half', 'cut'],
    ['/reset-unframed', 'cut'],
    ['/closed', 'cut'],
    ['/long', 'cut'],
    ['/short', 'cut'],
    ['/unfinished', 'cut'],
    ['/upgrade', 'cut'],
    // A million chunks of one byte, and headers without end before the answer.
    ['/crumbs', 'garbled'],
    ['/interim-flood', 'garbled'],
    ['/gzip-cut', 'cut'],
    ['/br-cut', 'cut'],
    ['/zstd-cut', 'cut'],
    ['/two-lengths', 'garbled'],
    ['/length-and-chunks', 'garbled'],
    ['/bad-chunks', 'garbled'],
    ['/transfer-gzip', 'garbled'],
    ['/not-http', 'garbled'],
    ['/bare', 'garbled'],
    ['/nul-header', 'garbled'],
    ['/huge-header', 'garbled'],
    ['/gzip-not', 'coding'],
    ['/coding-unknown', 'coding'],
    ['/coding-twice', 'coding'],
    ['/no-content', 'empty'],
    ['/status/205', 'empty'],
    ['/empty', 'empty'],
    ['/empty-gzip', 'empty'],
    ['/empty-coded', 'empty'],
  ])('is never taken for a page: %s is %s', async (path, why) => {
    await expect(fetchFault(path)).rejects.toMatchObject({
      code: 'url_broken',
      values: { host: '127.0.0.1', why },
    })
  })

  test.each([
    [206, 'failed'],
    [300, 'failed'],
    [304, 'failed'],
    [400, 'failed'],
    [401, 'closed'],
    [403, 'closed'],
    [404, 'gone'],
    [410, 'gone'],
    [429, 'failed'],
    [451, 'closed'],
    [500, 'failed'],
    [503, 'failed'],
    [999, 'failed'],
  ])('a status other than success is refused and named: %i is %s', async (status, why) => {
    await expect(fetchFault(`/status/${status}`)).rejects.toMatchObject({
      code: 'url_status',
      values: { host: '127.0.0.1', status, why },
    })
  })

  it('is not confused with a host that cannot be reached', async () => {
    const closed = await startFaultServer()
    await closed.stop()
    const fetching = fetchPage(`${closed.origin}/page`, { allowLoopback: true })
    await expect(fetching).rejects.toMatchObject({
      code: 'url_unreachable',
      values: { why: 'network', detail: 'ECONNREFUSED' },
    })
  })

  it('is not confused with a name that nobody has', async () => {
    const unknown = Object.assign(new Error('not found'), { code: 'ENOTFOUND' })
    const later = Object.assign(new Error('try again'), { code: 'EAI_AGAIN' })
    const fetchName = (error: Error) =>
      fetchPage('http://news.example/', { resolve: () => Promise.reject(error) })
    await expect(fetchName(unknown)).rejects.toMatchObject({
      code: 'url_unreachable',
      values: { why: 'name' },
    })
    await expect(fetchName(later)).rejects.toMatchObject({
      code: 'url_unreachable',
      values: { why: 'network', detail: 'EAI_AGAIN' },
    })
  })
})
