import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { fetchPage } from '../../src/ingest/fetch.ts'
import { begin, established } from '../../src/ingest/fetch-connect.ts'
import { type FaultServer, PAGE, startFaultServer } from '../support/fault-server.ts'

let server: FaultServer
beforeAll(async () => {
  server = await startFaultServer()
})
afterAll(() => server.stop())

const to = (location: string, status = 302) =>
  `${server.origin}/to/${status}?${encodeURIComponent(location)}`
const open = { allowLoopback: true, timeoutMs: 5000 }

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])('with %i is followed, and shown', async (status) => {
    const page = await fetchPage(to('/page#part', status), open)
    expect(page).toMatchObject({
      url: `${server.origin}/page`,
      redirects: [to('/page#part', status)],
    })
    expect(Buffer.from(page.bytes).toString()).toBe(PAGE)
  })

  it('may be relative, and may hold raw accents', async () => {
    const page = await fetchPage(`${server.origin}/accents`, open)
    expect(page.url).toBe(`${server.origin}/perch%C3%A9`)
  })

  it('is followed five times, and not a sixth', async () => {
    const page = await fetchPage(`${server.origin}/hops/5`, open)
    expect(page.redirects).toHaveLength(5)
    const before = server.asked.length
    await expect(fetchPage(`${server.origin}/hops/6`, open)).rejects.toMatchObject({
      code: 'url_redirects',
      values: { why: 'many', host: '127.0.0.1' },
    })
    expect(server.asked.length - before).toBe(6)
    const none = fetchPage(`${server.origin}/hops/1`, { ...open, maxRedirects: 0 })
    await expect(none).rejects.toMatchObject({ values: { why: 'many' } })
  })

  test.each(['/self', '/circle', '/circle#a'])('in a circle is seen at once: %s', async (path) => {
    const before = server.asked.length
    await expect(fetchPage(server.origin + path, open)).rejects.toMatchObject({
      code: 'url_redirects',
      values: { why: 'circle' },
    })
    expect(server.asked.length - before).toBeLessThanOrEqual(2)
  })

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,ciao',
    'ftp://example.com/',
    'http://anna:segreto@example.com/',
    'http://example.com:22/',
    'http://[fe80::1%25eth0]/',
    'http://',
  ])('to what is no page is refused: %s', async (location) => {
    await expect(fetchPage(to(location), open)).rejects.toMatchObject({
      code: 'url_redirects',
      values: { why: 'nowhere' },
    })
  })

  test.each([
    ['http://10.0.0.1/', '10.0.0.1'],
    ['//192.168.1.1/admin', '192.168.1.1'],
    ['http://169.254.169.254/latest/meta-data/', '169.254.169.254'],
    ['http://0xa9fea9fe/', '169.254.169.254'],
    ['http://0.0.0.0/', '0.0.0.0'],
    ['http://[::ffff:7f00:1]/', '[::ffff:7f00:1]'],
    ['https://[fd00:ec2::254]/', '[fd00:ec2::254]'],
  ])(
    'into a private network is refused, even where loopback is open: %s',
    async (location, host) => {
      await expect(fetchPage(to(location), open)).rejects.toMatchObject({
        code: 'url_forbidden',
        values: { host },
      })
    },
  )

  it('without a place to go is a status like any other', async () => {
    await expect(fetchPage(`${server.origin}/nowhere`, open)).rejects.toMatchObject({
      code: 'url_status',
      values: { status: 302 },
    })
  })

  it('shares one deadline with the others', async () => {
    const begun = Date.now()
    await expect(fetchPage(to('/silent'), { ...open, timeoutMs: 300 })).rejects.toMatchObject({
      code: 'url_timeout',
    })
    expect(Date.now() - begun).toBeLessThan(2000)
  })
})

describe('a socket', () => {
  it('is looked at before a byte is sent: who is there counts, not who was meant', async () => {
    const url = new URL(`http://news.example:${server.port}/page`)
    const before = server.asked.length
    const socket = begin(url, ['127.0.0.1'])
    const { signal } = new AbortController()
    const connecting = established(url, socket, { allowLoopback: false, signal })
    await expect(connecting).rejects.toMatchObject({ code: 'url_forbidden' })
    socket.destroy()
    expect(server.asked.length).toBe(before)
  })
})

describe('a name that changes its mind', () => {
  /** Answers one list of addresses after the other; the last one stays. */
  function names(...answers: string[][]) {
    const asked: string[] = []
    const resolve = async (hostname: string) => {
      asked.push(hostname)
      return answers[Math.min(asked.length, answers.length) - 1] ?? []
    }
    return { asked, resolve }
  }
  const at = (path: string) => `http://news.example:${server.port}${path}`

  it('is looked up once: the connection goes to the address that was checked', async () => {
    const { asked, resolve } = names(['127.0.0.1'], ['10.0.0.1'])
    const page = await fetchPage(at('/page'), { ...open, resolve })
    expect(page).toMatchObject({ url: at('/page'), status: 200 })
    expect(asked).toEqual(['news.example'])
    expect(server.asked.at(-1)).toContain(`\r\nHost: news.example:${server.port}\r\n`)
  })

  it('is checked anew at a redirect to itself', async () => {
    const { asked, resolve } = names(['127.0.0.1'], ['10.0.0.1'])
    const before = server.asked.length
    await expect(fetchPage(at('/hops/1'), { ...open, resolve })).rejects.toMatchObject({
      code: 'url_forbidden',
      values: { host: 'news.example' },
    })
    expect(asked).toEqual(['news.example', 'news.example'])
    expect(server.asked.length - before).toBe(1)
  })

  test.each([
    ['127.0.0.1'],
    ['10.0.0.1'],
    ['8.8.8.8', '127.0.0.1'],
    ['2606:4700::1111', '8.8.8.8', 'fe80::1%eth0'],
    ['::ffff:8.8.8.8'],
    ['not an address'],
  ])('is refused for one forbidden address among many: %s %s %s', async (...addresses) => {
    const { resolve } = names(addresses.filter((one) => one !== undefined))
    const before = server.asked.length
    await expect(fetchPage(at('/page'), { resolve })).rejects.toMatchObject({
      code: 'url_forbidden',
    })
    expect(server.asked.length).toBe(before)
  })

  it('is reached at whichever of its addresses answers', async () => {
    const { resolve } = names(['::1', '127.0.0.9', '127.0.0.1'])
    await expect(fetchPage(at('/page'), { ...open, resolve })).resolves.toMatchObject({
      status: 200,
    })
  })

  it('is unknown where it has no address at all', async () => {
    const { resolve } = names([])
    await expect(fetchPage(at('/page'), { resolve })).rejects.toMatchObject({
      code: 'url_unreachable',
      values: { why: 'name', host: 'news.example' },
    })
  })
})
