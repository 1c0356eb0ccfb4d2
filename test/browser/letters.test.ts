import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { type ServedDesk, servedDesk, signedIn, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

describe.skipIf(!chromiumPath)(inBrowser('letters of readers'), () => {
  let browser: Browser
  let desk: ServedDesk
  let carla: Member
  let told: string
  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    const enzo = await person(desk, 'editor', 'Enzo')
    carla = await person(desk, 'checker', 'Carla')
    told = await story.published(desk, carla, enzo, await story.article(desk, carla))
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  test('a reader without script follows a verdict to the form, and writes with the keyboard alone', async () => {
    const { page, context, complaints } = await visitor(browser, { javaScript: false })
    await page.goto(`${desk.origin}/verdicts/${told}`)
    await page.locator('main a[href^="/report?verdict="]').click()
    await page.locator('#report-words').focus()
    await page.keyboard.type('It opened a day later')
    // What is for programs only is never come by.
    const next = ['report-url', 'report-contact', '']
    for (const id of next) {
      await page.keyboard.press('Tab')
      expect(await page.locator(':focus').getAttribute('id')).toBe(id || null)
      if (id === 'report-contact') await page.keyboard.type('anna@example.org')
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(`${desk.origin}/report/thanks`)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a checker is led to it from the claim, and sees to it', async () => {
    const seen = await visitor(browser)
    await signedIn(desk, seen, carla)
    const { page, context, complaints } = seen
    await page.goto(`${desk.origin}/claims/${told}`)
    await page.locator('.reported a').click()
    await page.getByText('It opened a day later').waitFor()
    await page.getByText('anna@example.org').waitFor()
    await page.locator('#taking-comment').fill('It did not: the minutes say so')
    await page.locator('#taking-form button[type=submit]').click()
    await page.locator('#notice', { hasText: 'The letter is seen to' }).waitFor()
    expect(await page.getByText('anna@example.org').count()).toBe(0)
    await page.locator('#erasing > summary').click()
    await page.locator('#erase-form button[type=submit]').click()
    await page.getByText('What the reader wrote is erased.').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a checker makes a claim of what a reader sent in', async () => {
    const reader = await visitor(browser)
    await reader.page.goto(`${desk.origin}/report`)
    await reader.page.locator('#report-words').fill('They say that the bridge is closed again')
    await reader.page.locator('#report-form button[type=submit]').click()
    await reader.page.waitForURL(`${desk.origin}/report/thanks`)
    const seen = await visitor(browser)
    await signedIn(desk, seen, carla)
    const { page } = seen
    await page.goto(`${desk.origin}/claims`)
    await page.locator('.nav a[href="/tips"]').click()
    await page.getByText('They say that the bridge is closed again').click()
    await page.locator('a[href^="/claims/new?tip="]').click()
    await page.locator('#new-claim-statement').fill('The bridge is closed again')
    await page.locator('[name=kind][value=happened]').check()
    await page.locator('#new-claim-form button.primary').click()
    await page.locator('h1', { hasText: 'The bridge is closed again' }).waitFor()
    await page.getByText('saw to a reader’s letter').waitFor()
    expect([...reader.complaints, ...seen.complaints]).toEqual([])
    await Promise.all([reader.context.close(), seen.context.close()])
  })
})
