import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { standingDesk } from '../support/drifted.ts'
import { riscontro, start } from './run.ts'

describe('riscontro recheck', () => {
  const files = mkdtempSync(join(tmpdir(), 'riscontro-recheck-'))
  let desk: TestDesk
  let standing: Awaited<ReturnType<typeof standingDesk>>
  const env = {
    RISCONTRO_FETCH_LOOPBACK: 'yes',
    RISCONTRO_RECHECK_DELAY: '0',
    RISCONTRO_FILES: files,
  }
  beforeAll(async () => {
    desk = await testDesk(undefined, true)
    standing = await standingDesk(desk, await person(desk, 'checker', 'Carla'))
  }, 120_000)
  afterAll(async () => {
    await desk.end()
    await standing.paper.stop()
    rmSync(files, { recursive: true, force: true })
  })
  const recheck = (...args: string[]) => riscontro(desk.address, ['recheck', ...args], { env })

  it('says what is not as it was, and how it ended', async () => {
    const { paper } = standing
    const bilancio = paper.pages.get('/bilancio')
    paper.pages.set('/bilancio', {
      ...bilancio,
      body: bilancio?.body?.replace('1.940.000', '2.1') ?? '',
    })
    paper.pages.set('/orario', { status: 410 })
    const { code, out, err } = await recheck()
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`changed  ${paper.origin}/bilancio  1 task\n`)
    expect(out).toContain(`gone  ${paper.origin}/orario  answer 410\n`)
    expect(out).toContain('4 sources: 2 as before, 1 changed, 1 gone; 1 task\n')
    const store = await openStore(desk.address)
    const [task] = await store.drifts.open(null, 10)
    const [entry] = await store.ledger.ofSubject('drift', task?.id ?? '', 1)
    expect(entry?.actor).toBe('terminal')
    await store.close()
  }, 120_000)

  it('ends with 1 where a source could not be read, and says why; of the others JSON says all', async () => {
    const { paper } = standing
    paper.pages.set('/verbale', { status: 503 })
    paper.pages.set('/robots.txt', { body: 'User-agent: *\nDisallow: /ponte' })
    const { code, out, err } = await recheck('--json')
    expect(code).toBe(1)
    expect(err).toBe(`${paper.origin}/verbale: url status; 127.0.0.1, 503, failed\n`)
    const said = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(said).toHaveLength(4)
    expect(said.find(({ url }) => url.endsWith('/ponte'))).toMatchObject({
      outcome: 'barred',
      tasks: 0,
      error: { code: 'url_barred', message: expect.any(String) },
    })
    expect(said.find(({ url }) => url.endsWith('/bilancio'))).toEqual({
      url: `${paper.origin}/bilancio`,
      outcome: 'same',
      tasks: 0,
    })
  }, 120_000)

  it('visits only what was not visited for so many hours', async () => {
    const visited = await recheck('--older-than', '24', '--json')
    expect([visited.code, visited.out, visited.err]).toEqual([0, '', ''])
    const odd = await recheck('--older-than', 'soon')
    expect([odd.code, odd.err]).toEqual([2, "Option '--older-than' takes a number of hours.\n"])
  }, 120_000)

  it('is stopped by Ctrl-C, while it waits for a host too', async () => {
    const { paper } = standing
    paper.pages.set('/robots.txt', { slow: 60_000 })
    paper.asked.length = 0
    const child = start(['src/cli.ts', 'recheck'], { ...env, RISCONTRO_DB: desk.address })
    let err = ''
    child.stderr?.on('data', (chunk) => (err += chunk))
    const ended = new Promise((resolve) => child.on('close', resolve))
    await vi.waitUntil(() => paper.asked.length > 0, 60_000)
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(err).toBe('Stopped. What was done before stays.\n')
  }, 120_000)
})
