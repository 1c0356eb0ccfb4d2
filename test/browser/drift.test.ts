import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { type ServedDesk, served, signedIn, type Visitor, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person, testDesk } from '../support/desk.ts'
import { type Newspaper, openNewspaper, pageOf } from '../support/newspaper.ts'
import { swift } from '../support/standing.ts'
import * as story from '../support/story.ts'

const record = 'Si autorizza la riapertura del ponte al traffico, nelle due direzioni di marcia.'
const others = [
  'Il collaudo è durato due giorni, alla presenza dei tecnici del Comune e della Provincia.',
  'Le prove di carico sono state eseguite con quattro autocarri, senza deformazioni residue.',
]
const before = pageOf('Verbale di collaudo', [record, ...others])
const after = pageOf('Verbale di collaudo', [
  'Versione corretta il 12 giugno.',
  record.replace('nelle due direzioni', 'in una sola direzione'),
  ...others,
])

/**
 * The journey of a quote: taken by reading what was kept of its source; the source changes; the desk
 * finds out when it is told to look; somebody decides.
 */
describe.skipIf(!chromiumPath)(inBrowser('a source that drifts'), () => {
  let browser: Browser
  let desk: ServedDesk
  let paper: Newspaper
  let carla: Member
  let claim: string
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    paper = await openNewspaper()
    paper.pages.set('/verbale', { body: before })
    desk = await served({ ...(await testDesk(undefined, true)), pace: swift })
    carla = await person(desk, 'checker', 'Carla')
    claim = await story.claim(desk, carla, await story.article(desk, carla))
  })
  afterEach(async () => {
    await desk?.end()
    await paper?.stop()
  })

  /** Evidence by its address, and a quote taken from what was kept of it. */
  async function quote({ page }: Visitor, javaScript: boolean) {
    await page.goto(`${desk.origin}/claims/${claim}`)
    await page.locator('#add-evidence > summary').click()
    const form = page.locator('#new-evidence-form')
    await form.locator('[name=stance][value=supports]').check()
    await form.locator('[name=title]').fill('Verbale di collaudo')
    await form.locator('[name=url]').fill(`${paper.origin}/verbale`)
    await form.locator('button[type=submit].primary, button[type=submit]').last().click()
    await page.locator('#evidence-1').waitFor()
    await page.locator('#evidence-1 a[href$="/passage"]').click()
    if (javaScript) await select(page, 'nelle due direzioni di marcia')
    // The headline is the first sentence.
    else await page.locator('.number').nth(1).click()
    await page.locator('#quote-form button[type=submit].primary').click()
    await page.locator('#evidence-1 .quotation').waitFor()
  }

  /** Selects words of the text, as with a mouse, and takes them. */
  async function select(page: Visitor['page'], words: string) {
    await page.locator('.text').waitFor()
    await page.evaluate(`(() => {
      const words = ${JSON.stringify(words)}
      const walker = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent.indexOf(words)
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + words.length)
        getSelection().removeAllRanges()
        getSelection().addRange(range)
      }
    })()`)
    await page.locator('#selection-bar button').click()
  }

  for (const javaScript of [true, false]) {
    test(`is found, and decided upon, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const someone = await visitor(browser, { javaScript })
      const { page, complaints } = someone
      await signedIn(desk, someone, carla)
      await quote(someone, javaScript)

      paper.pages.set('/verbale', { body: after })
      await page.locator('.nav a[href="/sources"]').click()
      await page.getByRole('button', { name: 'Check all sources now' }).click()
      await page.locator('#recheck').waitFor()
      if (!javaScript) {
        await desk.rechecks.ending
        await page.goto(`${desk.origin}/sources`)
      }
      // With script the page looks again by itself.
      const found = page.locator('#recheck a[href="/drifts"]')
      await found.waitFor()
      expect(await page.locator('#recheck').innerText()).toContain('one source visited')
      expect(await page.locator('#recheck [hx-trigger]').count()).toBe(0)
      await found.click()
      await page.locator('.drift-words').click()
      await page.getByRole('heading', { level: 1, name: 'in other words now' }).waitFor()
      expect(await page.locator('#now del').innerText()).toContain('nelle due direzioni')
      expect(await page.locator('#now ins').innerText()).toContain('una sola direzione')

      await page.locator('#placing-form [name=comment]').fill('The Comune corrected it.')
      await page.getByRole('button', { name: 'Quote the new words' }).click()
      await page.getByText('placed in the new text').first().waitFor()
      expect(await page.locator('.nav .count').count()).toBe(0)
      await page.locator('#claim a.statement').click()
      await page.locator('#evidence-1').waitFor()
      const quoted = await page.locator('#evidence-1 .quotation').first().innerText()
      expect(quoted).toContain('una sola direzione di marcia')
      expect(await page.locator('#evidence-1 .mark-drift').count()).toBe(0)
      expect(await page.locator('.history').innerText()).toContain('The Comune corrected it.')
      expect(complaints).toEqual([])
    }, 120_000)
  }
})
