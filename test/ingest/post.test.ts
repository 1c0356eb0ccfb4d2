import { setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { post } from '../../src/ingest/post.ts'
import { refused } from '../domain/refusals.ts'
import { selfSigned } from '../support/certificate.ts'
import { startFaultServer } from '../support/fault-server.ts'
import { type Receiver, startReceiver } from '../support/receiver.ts'

const message = { headers: { 'Content-Type': 'application/json' }, body: '{"perché":"sì"}' }
const open = { allowLoopback: true, timeoutMs: 8000 }

describe('what is posted', () => {
  let receiver: Receiver
  beforeAll(async () => {
    receiver = await startReceiver()
  })
  afterAll(() => receiver.stop())

  it('arrives whole, by an honest name, and its answer is read as it begins', async () => {
    receiver.answers(() => ({
      status: 202,
      words: 'è'.repeat(3000),
      headers: { 'Retry-After': '7' },
    }))
    const answer = await post(receiver.url, message, open)
    expect(answer).toMatchObject({ status: 202, retryAfter: 7, text: 'è'.repeat(1024) })
    const [one] = receiver.arrived
    expect(one?.body).toBe(message.body)
    expect(one?.headers['user-agent']).toMatch(/^Riscontro\//)
    expect(one?.headers.cookie).toBeUndefined()
  })

  it('follows no redirect', async () => {
    const location = receiver.url.replace('told', 'elsewhere')
    receiver.answers(() => ({ status: 307, headers: { Location: location } }))
    const before = receiver.arrived.length
    expect(await post(receiver.url, message, open)).toMatchObject({ status: 307 })
    expect(receiver.arrived).toHaveLength(before + 1)
  })

  it('is not waited for longer than it may take', async () => {
    receiver.answers(() => null)
    const late = await refused(post(receiver.url, message, { ...open, timeoutMs: 200 }))
    expect(late).toMatchObject({ code: 'url_timeout' })
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('enough')), 100)
    const { signal } = controller
    await expect(post(receiver.url, message, { ...open, signal })).rejects.toThrow('enough')
  })

  test.each([
    ['10.1.2.3', 'https://inside.example/'],
    ['127.0.0.1', 'https://loopback.example/'],
    ['169.254.169.254', 'https://metadata.example/'],
    ['fd00:ec2::254', 'https://metadata.example/'],
    ['::ffff:10.0.0.1', 'https://mapped.example/'],
  ])('does not go to %s', async (address, url) => {
    const to = await refused(post(url, message, { resolve: async () => [address] }))
    expect(to.code).toBe('url_forbidden')
  })

  it('goes without TLS to this machine alone', async () => {
    const resolve = async () => ['93.184.215.14']
    const plain = await refused(post('http://site.example/', message, { ...open, resolve }))
    expect(plain.code).toBe('url_forbidden')
  })

  it('goes over TLS only to whoever proves to be the host', async () => {
    const { key, cert } = await selfSigned('site.example')
    const server = await startFaultServer({ key, cert })
    const url = `https://site.example:${server.port}/page`
    const here = { ...open, resolve: async () => ['127.0.0.1'] }
    const stranger = await refused(post(url, message, here))
    expect(stranger).toMatchObject({ code: 'url_unreachable', values: { why: 'certificate' } })
    setDefaultCACertificates([cert])
    expect(await post(url, message, here)).toMatchObject({ status: 200 })
    expect(server.asked.at(-1)).toMatch(/^POST \/page HTTP\/1.1/)
    await server.stop()
  })
})
