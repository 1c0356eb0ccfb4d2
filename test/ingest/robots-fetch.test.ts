import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { demandOpen, robotsOf } from '../../src/ingest/robots-fetch.ts'
import { type Newspaper, openNewspaper } from '../support/newspaper.ts'

const open = { allowLoopback: true, timeoutMs: 300 }

describe('the robots.txt of a host', () => {
  let paper: Newspaper
  beforeAll(async () => {
    paper = await openNewspaper()
  })
  beforeEach(() => {
    paper.pages.clear()
    paper.asked.length = 0
  })
  afterAll(() => paper.stop())
  const ask = () => robotsOf(new URL(`${paper.origin}/page`), new Map(), open)
  const page = () => new URL(`${paper.origin}/page`)

  it('is asked for once, whatever is asked of it', async () => {
    paper.pages.set('/robots.txt', { body: 'User-agent: *\nDisallow: /page', type: 'text/plain' })
    const known = new Map()
    const first = await robotsOf(page(), known, open)
    expect(await robotsOf(new URL(`${paper.origin}/other`), known, open)).toBe(first)
    expect(paper.asked.map(({ path }) => path)).toEqual(['/robots.txt'])
    const barred = { code: 'url_barred', values: { why: 'rules', host: '127.0.0.1' } }
    expect(() => demandOpen(first, page())).toThrow(expect.objectContaining(barred))
    expect(() => demandOpen(first, new URL(`${paper.origin}/other`))).not.toThrow()
  })

  test.each([404, 401, 403, 410])('that is not given out (%i) bars nothing', async (status) => {
    paper.pages.set('/robots.txt', { status, body: 'no' })
    expect((await ask()).allows(page())).toBe(true)
  })

  test.each([500, 503, 429])(
    'that cannot be given now (%i) bars everything for now',
    async (status) => {
      paper.pages.set('/robots.txt', { status, body: 'no' })
      const robots = await ask()
      const barred = { code: 'url_barred', values: { why: 'unknown', host: '127.0.0.1' } }
      expect(() => demandOpen(robots, page())).toThrow(expect.objectContaining(barred))
    },
  )

  it('that does not come bars everything for now', async () => {
    paper.pages.set('/robots.txt', { body: 'User-agent: *', slow: 5000 })
    expect((await ask()).allows(page())).toBe(false)
    await paper.stop()
    expect((await ask()).allows(page())).toBe(false)
    paper = await openNewspaper()
  })

  it('that is empty, or leads nowhere, bars nothing', async () => {
    paper.pages.set('/robots.txt', { body: '' })
    expect((await ask()).allows(page())).toBe(true)
    paper.pages.set('/robots.txt', { status: 302, headers: { Location: '/robots.txt' } })
    expect((await ask()).allows(page())).toBe(true)
  })

  it('is given up with whoever asks', async () => {
    paper.pages.set('/robots.txt', { slow: 5000 })
    const signal = AbortSignal.timeout(20)
    const asked = robotsOf(page(), new Map(), { ...open, timeoutMs: 8000, signal })
    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})
