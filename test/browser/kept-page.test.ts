import { createServer as createTcp, type Server } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeSnapshot } from '../../src/desk/snapshots.ts'
import type { Member } from '../../src/domain/member.ts'
import { type ServedDesk, servedDesk, signedIn, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'

/** A page that tries whatever a page can try to be noticed, or to do something. */
const hostile = (canary: string): string => `<!doctype html><html manifest="${canary}/manifest">
<head><title>Ostile</title>
<meta http-equiv="refresh" content="0;url=${canary}/refresh">
<meta http-equiv="x-dns-prefetch-control" content="on">
<base href="${canary}/base/">
<link rel="stylesheet" href="${canary}/sheet.css"><link rel=preconnect href="${canary}/preconnect">
<LINK rel="prefetch" href="${canary}/prefetch"><link
rel="dns-prefetch" href="${canary}"><link/rel="preload" as="image" href="${canary}/preload">
<link rel="modulepreload" href="${canary}/module"><link rel="icon" href="${canary}/icon">
<link rel="prerender" href="${canary}/prerender"><link rel="manifest" href="${canary}/app">
<style>@import url("${canary}/import.css"); body { background: url("${canary}/background") }
@font-face { font-family: x; src: url("${canary}/font") } p { font-family: x; color: teal }</style>
<script>document.title = 'ran'; fetch('${canary}/script')</script>
<script src="${canary}/outside.js"></script>
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${canary}/speculated"]}]}</script>
</head><body background="${canary}/body" onload="location='${canary}/onload'">
<p id="words">Le parole restano.</p>
<img src="${canary}/img" onerror="location='${canary}/onerror'" srcset="${canary}/set 2x">
<picture><source srcset="${canary}/source"><img src="x"></picture>
<iframe src="${canary}/iframe"></iframe><iframe srcdoc="<img src='${canary}/srcdoc'>"></iframe>
<object data="${canary}/object"></object><embed src="${canary}/embed">
<video src="${canary}/video" poster="${canary}/poster" autoplay></video><audio src="${canary}/audio" autoplay></audio>
<svg><image href="${canary}/svg"/><use href="${canary}/use#x"/><script>fetch('${canary}/svg-script')</script>
<a xlink:href="javascript:fetch('${canary}/svg-link')"><text y="20">svg</text></a></svg>
<form action="${canary}/form" id="f"><button id="send">Invia</button></form>
<input type="image" src="${canary}/input"><table background="${canary}/table"><td>x</td></table>
<a id="link" href="${canary}/link" ping="${canary}/ping">via</a>
<a id="top" target="_top" href="${canary}/top">sopra</a>
<a id="blank" target="_blank" href="${canary}/blank">fuori</a>
<a id="script" href="javascript:fetch('${canary}/js')">script</a>
</body></html>`

describe.skipIf(!chromiumPath)(inBrowser('a kept page, shown as it was'), () => {
  let browser: Browser
  let desk: ServedDesk
  let carla: Member
  let canary: Server
  let address: string
  /** Whatever reached it: connections, and what was asked over them. */
  const heard: string[] = []

  beforeAll(async () => {
    canary = createTcp((socket) => {
      heard.push('a connection')
      socket.on('error', () => undefined)
      socket.on('data', (bytes) => heard.push(bytes.toString('latin1').split('\r\n')[0] ?? ''))
    })
    await new Promise<void>((listening) => canary.listen(0, '127.0.0.1', listening))
    const at = canary.address()
    address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`
    browser = await launchChromium()
    desk = await servedDesk()
    carla = await person(desk, 'checker', 'Carla')
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
    canary?.close()
  })

  async function kept(html: string): Promise<string> {
    const given = { bytes: new TextEncoder().encode(html), contentType: 'text/html' }
    const act = { member: carla, at: desk.now() }
    const taken = await takeSnapshot(desk, act, given, { whole: true })
    await desk.store.save(taken.changes, { texts: taken.texts, visits: taken.visits })
    return taken.snapshot.id
  }

  it('runs nothing, asks nobody, and leads nowhere', async () => {
    const id = await kept(hostile(address))
    const { page, context } = await visitor(browser)
    const seen = { page, context, complaints: [] }
    await signedIn(desk, seen, carla)
    const violations: string[] = []
    await page.exposeFunction('violated', (what: string) => violations.push(what))
    await page.addInitScript(() => {
      // Runs in the browser, whose names the tests do not know.
      const here = Reflect.get(globalThis, 'window')
      if (here !== here.top) return
      here.addEventListener('securitypolicyviolation', (event: { blockedURI: string }) =>
        here.violated(event.blockedURI),
      )
    })
    await page.goto(`${desk.origin}/snapshots/${id}/as-it-was`)
    const frame = page.frameLocator('.snapshot-frame')
    await frame.locator('#words').waitFor()
    expect(await frame.locator('#words').textContent()).toBe('Le parole restano.')
    await page.waitForTimeout(1500)
    expect(violations, 'the page around it').toEqual([])
    expect(heard, 'before anything is clicked').toEqual([])
    const outer = page.url()
    for (const what of ['#send', '#script', '#top', '#blank', '#link']) {
      await frame.locator(what).click({ timeout: 3000, noWaitAfter: true })
      await page.waitForTimeout(300)
      expect(heard, what).toEqual([])
    }
    expect(page.url()).toBe(outer)
    expect(context.pages()).toHaveLength(1)
    expect(heard).toEqual([])
    // Neither does it where somebody opens it alone.
    await page.goto(`${desk.origin}/snapshots/${id}/page`)
    await page.locator('#words').waitFor()
    await page.waitForTimeout(1000)
    expect(await page.title()).toBe('Ostile')
    expect(heard).toEqual([])
    await context.close()
  }, 60_000)

  it('keeps its own look, and its letters', async () => {
    const id = await kept(
      '<!doctype html><meta charset="latin1"><style>p{color:rgb(1,2,3)}</style><p>Così è',
    )
    const seen = await visitor(browser)
    await signedIn(desk, seen, carla)
    await seen.page.goto(`${desk.origin}/snapshots/${id}/as-it-was`)
    const words = seen.page.frameLocator('.snapshot-frame').locator('p')
    expect(await words.textContent()).toBe('Così è')
    const colour = await words.evaluate(
      (one) => Reflect.get(globalThis, 'getComputedStyle')(one).color,
    )
    expect(colour).toBe('rgb(1, 2, 3)')
    expect(seen.complaints).toEqual([])
    await seen.context.close()
  })

  it('is reached by the tab of its snapshot, with script and without', async () => {
    const id = await kept('<!doctype html><title>Una pagina</title><p>Le parole restano qui.')
    for (const javaScript of [true, false]) {
      const seen = await visitor(browser, { javaScript })
      await signedIn(desk, seen, carla)
      await seen.page.goto(`${desk.origin}/snapshots/${id}`)
      await seen.page.getByRole('link', { name: 'Page as it was' }).click()
      await seen.page.frameLocator('.snapshot-frame').locator('p').waitFor()
      expect(seen.complaints).toEqual([])
      await seen.context.close()
    }
  })
})
