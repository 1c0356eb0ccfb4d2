import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { translator } from '../../views/messages.ts'
import { type ServedDesk, servedDesk, signedIn, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

const t = translator('en')

describe.skipIf(!chromiumPath)(inBrowser('the queue'), () => {
  let browser: Browser
  let desk: ServedDesk
  let anna: Member
  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    anna = await person(desk, 'checker', 'Anna')
    const article = await story.article(desk, anna)
    const take = (statement: string, topics: string) =>
      story.claim(desk, anna, article, { statement, topics })
    await take('Il ponte è costato due milioni', 'ponte, costi')
    await take('Il ponte ha riaperto', 'ponte')
    await take('L’università ha perso studenti', 'scuola')
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  const at = async (path: string, visit: Parameters<typeof visitor>[1]) => {
    const guest = await visitor(browser, visit)
    await signedIn(desk, guest, anna)
    await guest.page.goto(desk.origin + path)
    return guest
  }
  const asked = (page: Page) => new URL(page.url()).search
  const counts = (page: Page, count: number) =>
    page.locator('#queue-count', { hasText: t('queue.matching', { count }) }).waitFor()

  test('asks with each choice, keeps its place, and shows what the address says', async () => {
    const { page, context, complaints } = await at('/claims', { width: 360 })
    await page.locator('#queue-filters > summary').click()
    await page.locator('#queue-topic').focus()
    await page.locator('#queue-topic').selectOption('ponte')
    await counts(page, 2)
    expect(asked(page)).toBe('?topic=ponte')
    expect(await page.locator('#queue-topic:focus').count()).toBe(1)
    await page.locator('#queue-sort').selectOption('newest')
    await page.waitForURL('**/claims?topic=ponte&sort=newest')
    await page.locator('.chip').click()
    await page.locator('#queue-count', { hasText: t('queue.count', { count: 3 }) }).waitFor()
    expect(await page.locator('#queue-topic').inputValue()).toBe('')
    expect(await page.locator('#queue-filters').getAttribute('open')).not.toBeNull()
    await page.goBack()
    await counts(page, 2)
    expect(await page.locator('#queue-topic').inputValue()).toBe('ponte')
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('is searched from any page by its key, and from itself within what it shows', async () => {
    const { page, context, complaints } = await at('/articles', { width: 1280 })
    await page.keyboard.press('/')
    await page.keyboard.type('universita')
    await page.keyboard.press('Enter')
    await counts(page, 1)
    expect(asked(page)).toBe('?q=universita')
    expect(await page.locator('h1:focus').count()).toBe(1)
    await page.locator('#queue-language').selectOption('it')
    await page.waitForURL('**/claims?q=universita&language=it')
    await page.keyboard.press('/')
    await page.locator('#desk-search').fill('pon')
    await page.keyboard.press('Enter')
    // So begins a word of the article in which all three appear.
    await counts(page, 3)
    expect(asked(page)).toBe('?language=it&q=pon')
    expect(await page.locator('#desk-search:focus').count()).toBe(1)
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('is asked by its button without script', async () => {
    const { page, context, complaints } = await at('/claims', { javaScript: false, width: 360 })
    await page.locator('#queue-filters > summary').click()
    await page.locator('#queue-topic').selectOption('ponte')
    await page.getByRole('button', { name: t('queue.apply') }).click()
    await counts(page, 2)
    await page.locator('#desk-search').fill('universita')
    await page.keyboard.press('Enter')
    await counts(page, 0)
    expect(new URLSearchParams(asked(page)).get('topic')).toBe('ponte')
    await page.getByRole('link', { name: t('queue.clear_all') }).click()
    expect(await page.locator('.queue-row').count()).toBe(3)
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)
})
