import { createServer } from 'node:net'
import { setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { fetchPage } from '../../src/ingest/fetch.ts'
import { selfSigned } from '../support/certificate.ts'
import { type FaultServer, PAGE, startFaultServer } from '../support/fault-server.ts'

const open = { allowLoopback: true, timeoutMs: 8000 }
const here = async () => ['127.0.0.1']

describe('a page', () => {
  let server: FaultServer
  beforeAll(async () => {
    server = await startFaultServer()
  })
  afterAll(() => server.stop())

  test.each([
    '/page',
    '/unframed',
    '/chunked',
    '/gzip',
    '/x-gzip',
    '/br',
    '/zstd',
    '/deflate',
    '/deflate-raw',
    '/identity',
    '/long-header',
  ])('comes whole and decoded: %s', async (path) => {
    const page = await fetchPage(server.origin + path, open)
    expect(page).toMatchObject({
      url: server.origin + path,
      status: 200,
      contentType: 'text/html; charset=utf-8',
      redirects: [],
    })
    expect(Buffer.from(page.bytes).toString()).toBe(PAGE)
  })

  it('keeps its bytes, type and headers as they came: what they mean is for others to say', async () => {
    const wrong = await fetchPage(`${server.origin}/charset`, open)
    expect([...wrong.bytes]).toEqual([...Buffer.from('Perch\u00e9', 'latin1')])
    const pdf = await fetchPage(`${server.origin}/pdf`, open)
    expect(pdf.contentType).toBe('application/pdf')
    const untyped = await fetchPage(`${server.origin}/untyped`, open)
    expect(untyped.contentType).toBeNull()
    const { headers } = await fetchPage(`${server.origin}/cookie`, open)
    expect(headers).toContainEqual(['X-Twice', '1'])
    expect(headers).toContainEqual(['x-twice', '2'])
  })

  it('is asked for honestly, and without a trace of who asks', async () => {
    await fetchPage(`${server.origin}/cookie`, open)
    await fetchPage(`${server.origin}/page?a=b&c#d`, { ...open, accept: 'application/pdf' })
    const [request = '', ...headers] = (server.asked.at(-1) ?? '').trim().split('\r\n')
    expect(request).toBe('GET /page?a=b&c HTTP/1.1')
    expect(headers).toEqual([
      `Host: 127.0.0.1:${server.port}`,
      expect.stringMatching(/^User-Agent: Riscontro\/\d+\.\d+\.\d+ \(\+fact-checking desk\)$/),
      'Accept: application/pdf',
      'Accept-Encoding: gzip, deflate, br, zstd',
      'Connection: close',
    ])
  })

  it('on loopback is refused where loopback is not open', async () => {
    const before = server.asked.length
    for (const host of ['127.0.0.1', 'localhost']) {
      const fetching = fetchPage(`http://${host}:${server.port}/page`)
      await expect(fetching).rejects.toMatchObject({ code: 'url_forbidden', values: { host } })
    }
    expect(server.asked.length).toBe(before)
  })

  it('is found by the name that the system knows', async () => {
    const page = await fetchPage(`http://localhost:${server.port}/page`, open)
    expect(page.status).toBe(200)
  })

  it('is not asked of a host that cannot speak TLS', async () => {
    const fetching = fetchPage(`https://127.0.0.1:${server.port}/page`, open)
    await expect(fetching).rejects.toMatchObject({
      code: 'url_unreachable',
      values: { why: 'network' },
    })
  })
})

describe('a page over TLS', () => {
  const good = selfSigned('news.example')
  const servers: FaultServer[] = []
  const start = async (certificate: { key: string; cert: string }) => {
    const server = await startFaultServer(certificate)
    servers.push(server)
    return server
  }
  beforeAll(() => setDefaultCACertificates([good.cert]))
  afterAll(() => Promise.all(servers.map((server) => server.stop())))

  it('comes whole from the host that its certificate names', async () => {
    const { port } = await start(good)
    const at = (path: string) => `https://news.example:${port}${path}`
    const options = { ...open, resolve: here }
    const page = await fetchPage(at('/gzip'), options)
    expect(Buffer.from(page.bytes).toString()).toBe(PAGE)
    await expect(fetchPage(at('/hops/2'), options)).resolves.toMatchObject({ url: at('/page') })
    const ample = await fetchPage(at('/ample'), options)
    expect(ample.bytes.length).toBe(9_600_000)
    const rooted = `https://news.example.:${port}/page`
    await expect(fetchPage(rooted, options)).resolves.toMatchObject({ url: rooted })
  })

  it('has the same limits, on the wire below TLS too', async () => {
    const server = await start(good)
    const at = (path: string) => `https://news.example:${server.port}${path}`
    const options = { ...open, resolve: here, maxBytes: 6_000_000 }
    for (const path of ['/large', '/gzip-bomb']) {
      await expect(fetchPage(at(path), options)).rejects.toMatchObject({ code: 'url_too_large' })
    }
    for (const path of ['/crumbs', '/interim-flood']) {
      const chaff = fetchPage(at(path), options)
      await expect(chaff).rejects.toMatchObject({ code: 'url_broken', values: { why: 'garbled' } })
    }
    for (const path of ['/silent', '/slow-body']) {
      const late = fetchPage(at(path), { ...options, timeoutMs: 400 })
      await expect(late).rejects.toMatchObject({ code: 'url_timeout' })
    }
    for (const path of ['/reset', '/reset-half', '/closed', '/long']) {
      const cut = fetchPage(at(path), options)
      await expect(cut).rejects.toMatchObject({ code: 'url_broken', values: { why: 'cut' } })
    }
    await expect.poll(() => server.open()).toBe(0)
  })

  test.each([
    ['another name', selfSigned('other.example'), 'news.example'],
    ['nobody known', selfSigned('news.example'), 'news.example'],
    ['no address', good, '127.0.0.1'],
  ])('is refused where the certificate names %s', async (_what, certificate, host) => {
    setDefaultCACertificates([good.cert])
    const { port, asked } = await start(certificate)
    const fetching = fetchPage(`https://${host}:${port}/page`, { ...open, resolve: here })
    await expect(fetching).rejects.toMatchObject({
      code: 'url_unreachable',
      values: { why: 'certificate', host },
    })
    expect(asked).toEqual([])
  })

  it('is refused where a known certificate names another host, or has expired', async () => {
    const other = selfSigned('other.example')
    const expired = selfSigned('news.example', 2021)
    setDefaultCACertificates([other.cert, expired.cert])
    for (const [certificate, detail] of [
      [other, 'ERR_TLS_CERT_ALTNAME_INVALID'],
      [expired, 'CERT_HAS_EXPIRED'],
    ] as const) {
      const { port } = await start(certificate)
      const fetching = fetchPage(`https://news.example:${port}/`, { ...open, resolve: here })
      await expect(fetching).rejects.toMatchObject({ values: { why: 'certificate', detail } })
    }
  })

  it('is left when the handshake does not come to an end', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined).resume())
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
    const address = silent.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const fetching = fetchPage(`https://127.0.0.1:${port}/`, { ...open, timeoutMs: 300 })
    await expect(fetching).rejects.toMatchObject({ code: 'url_timeout' })
    // It closes when nobody is connected any more.
    await new Promise((closed) => silent.close(closed))
  })
})
