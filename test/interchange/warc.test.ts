import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WARCParser } from 'warcio'
import { type Taken, takenFrom, warcOf } from '../../src/interchange/warc.ts'

const page: Taken = {
  uri: 'https://example.org/a,,,b?c=d',
  at: '2025-06-01T08:00:00.123Z',
  payload: Buffer.from('<p>Il ponte è aperto.</p>'),
  mediaType: 'text/html; charset=utf-8',
  http: {
    status: 200,
    headers: [
      ['Server', 'thttpd'],
      ['content-type', 'text/html; charset=utf-8'],
      ['Via', 'a,,,b'],
      ['Via', 'c'],
      ['Content-Encoding', 'br'],
      ['Content-Length', '12'],
      ['X-Empty', ''],
    ],
  },
}
const plain = async (taken: Taken) => gunzipSync(await warcOf(taken)).toString('latin1')

const byte = fc.nat(0x10ffff).filter((code) => code < 0xd800 || code > 0xdfff)
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\r', '\n', '\0', ' ', ':', ',', 'à', '“', '\ud800', 'a') }),
  byte.map((code) => String.fromCodePoint(code)),
  fc.constant('x'.repeat(65_537)),
)
const name = fc.oneof(
  fc.constantFrom('Content-Length', 'transfer-encoding', 'WARC-Type', 'Set-Cookie', 'ETag', ''),
  hostile,
)
const anything: fc.Arbitrary<Taken> = fc.record({
  uri: fc.oneof(fc.webUrl({ withQueryParameters: true }), hostile),
  at: fc.constant(page.at),
  payload: fc.oneof(
    fc.uint8Array({ maxLength: 5000 }),
    fc.constant(Buffer.from('\r\n\r\nWARC/1.1')),
  ),
  mediaType: fc.option(hostile, { nil: null }),
  http: fc.option(
    fc.record({
      status: fc.integer({ min: 100, max: 999 }),
      headers: fc.array(fc.tuple(name, hostile), { maxLength: 8 }),
    }),
    { nil: null },
  ),
})

describe('a WARC file', () => {
  it('keeps an answer as it was, with its body decoded', async () => {
    expect(await takenFrom(await warcOf(page))).toEqual(page)
    const text = await plain(page)
    expect(text).toMatch(/^WARC\/1\.1\r\nWARC-Type: response\r\n/)
    expect(text).toContain('\r\nWARC-Date: 2025-06-01T08:00:00.123Z\r\n')
    expect(text).toContain('\r\nX-Archive-Orig-Content-Encoding: br\r\n')
    expect(text).toContain(`\r\nContent-Length: ${page.payload.length}\r\n\r\n<p>`)
    const digest = createHash('sha256').update(page.payload).digest('hex')
    expect(text).toContain(`\r\nWARC-Payload-Digest: sha256:${digest}\r\n`)
  })

  it('keeps what came from no address as a resource', async () => {
    const uri = `urn:sha256:${'ab'.repeat(32)}`
    for (const mediaType of ['text/plain', null]) {
      const pasted: Taken = { ...page, uri, mediaType, http: null }
      expect(await plain(pasted)).toContain('\r\nWARC-Type: resource\r\n')
      expect(await takenFrom(await warcOf(pasted))).toEqual(pasted)
    }
  })

  it('is the same for the same content, byte for byte', async () => {
    expect(await warcOf(page)).toEqual(await warcOf(structuredClone(page)))
    const later = { ...page, at: '2025-06-01T08:00:01.000Z' }
    expect(await warcOf(page)).not.toEqual(await warcOf(later))
  })

  it('hands out no cookie', async () => {
    const headers: [string, string][] = [['Set-Cookie', 'session=secret']]
    expect(await plain({ ...page, http: { status: 200, headers } })).not.toContain('secret')
  })

  it('gives back any payload under any headers, in a form that others read', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (taken) => {
        const warc = await warcOf(taken)
        const back = await takenFrom(warc)
        expect(Buffer.from(back.payload).equals(taken.payload)).toBe(true)
        expect(back.at).toBe(taken.at)
        expect(back.http?.status).toBe(taken.http?.status)
        // What was cleaned once is clean: nothing more is lost.
        expect(Buffer.from(await warcOf(back)).equals(warc)).toBe(true)
        const records = WARCParser.iterRecords([warc])
        const { value: record } = await records.next()
        expect(record?.warcType).toBe(taken.http ? 'response' : 'resource')
        expect(record?.httpHeaders?.statusCode).toBe(taken.http?.status)
        expect(Buffer.from((await record?.readFully()) ?? []).equals(taken.payload)).toBe(true)
        expect((await records.next()).done).toBe(true)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('is read by gzip, as zcat does', async () => {
    const { stdout, status } = spawnSync('sh', ['-c', 'gzip -dc'], { input: await warcOf(page) })
    expect([status, stdout.toString('latin1')]).toEqual([0, await plain(page)])
  })

  it('that was altered is refused', async () => {
    const text = (await plain(page)).replace('aperto', 'chiuso')
    await expect(takenFrom(gzipSync(Buffer.from(text, 'latin1')))).rejects.toThrow('damaged')
    await expect(takenFrom(gzipSync(''))).rejects.toThrow('no WARC')
    await expect(takenFrom(Buffer.from('nothing'))).rejects.toThrow()
  })
})
