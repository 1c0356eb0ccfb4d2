import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { playExample } from '../../src/desk/example/play.ts'
import { type Desk, openDesk } from '../../src/desk/open.ts'
import { languages } from '../../views/messages.ts'
import { faultsOf } from '../support/valid-html.ts'
import { type Web, webOf } from '../support/web.ts'

describe('the public pages of the example desk, as HTML', () => {
  let desk: Desk
  let web: Web
  let folder: string
  const paths = new Set([
    '/verdicts',
    '/verdicts?q=treno',
    '/verdicts?q=zebra',
    '/corrections',
    '/corrections?kind=typo',
    '/verdicts/nothing',
    '/methodology',
    '/ratings',
    '/report',
    '/report/thanks',
  ])

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'riscontro-test-'))
    desk = await openDesk(join(folder, 'desk.db'))
    await playExample(desk, { active: true })
    web = webOf(desk)
    for (const path of ['/verdicts', '/corrections']) {
      const html = await (await web.get(null, path)).text()
      for (const [, href = ''] of html.matchAll(/<a href="(\/verdicts\/[^".]+)"/g)) paths.add(href)
    }
    const [told = ''] = [...paths].filter((path) => /^\/verdicts\/[^/?]+$/.test(path)).slice(1)
    paths.add(`/report?verdict=${told.split('/')[2]}`)
  })
  afterAll(async () => {
    await desk.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('would be found wrong where they were', async () => {
    expect(await faultsOf('<!doctype html><html lang="en"><p><div></p>')).not.toEqual([])
  })

  for (const language of languages) {
    it(`are valid in ${language}`, async () => {
      expect(paths.size).toBeGreaterThan(15)
      const found: string[] = []
      for (const path of paths) {
        const html = await (await web.get(null, path, { 'accept-language': language })).text()
        found.push(...(await faultsOf(html)).map((fault) => `${path}: ${fault}`))
      }
      expect(found).toEqual([])
    })
  }
})
