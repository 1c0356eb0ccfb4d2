import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import { translator } from '../../views/messages.ts'
import { type ServedDesk, served, signedIn, type Visitor, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { type ToldDesk, toldDesk } from '../support/told-desk.ts'

const t = translator('en')

describe.skipIf(!chromiumPath)(inBrowser('the page of exports'), () => {
  let browser: Browser
  let told: ToldDesk
  let desk: ServedDesk
  let hands: Visitor
  beforeAll(async () => {
    browser = await launchChromium()
    told = await toldDesk()
    desk = await served(told.desk)
  }, 60_000)
  afterEach(() => hands?.context.close())
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  async function open(query = '', visit: Parameters<typeof visitor>[1] = {}): Promise<Page> {
    hands = await visitor(browser, visit)
    await signedIn(desk, hands, told.editor)
    await hands.page.goto(`${desk.origin}/exports${query}`)
    return hands.page
  }
  const counts = (page: Page, count: number) =>
    page.locator('#export-count', { hasText: t('exports.count', { count }) }).waitFor()
  const focused = (page: Page) => page.evaluate('document.activeElement.id')
  const box = (page: Page, value: string) => page.locator(`#filters-form [value="${value}"]`)

  test('follows each filter at once, and the focus stays where it is', async () => {
    const page = await open()
    await counts(page, 7)
    expect(await page.locator('[data-copy]:visible').count()).toBe(2)
    expect(await page.getByRole('button', { name: t('exports.apply') }).isVisible()).toBe(false)
    await box(page, 'false').focus()
    const place = await focused(page)
    await page.keyboard.press('Space')
    await counts(page, 2)
    expect(await focused(page)).toBe(place)
    expect(page.url()).toBe(`${desk.origin}/exports?rating=false`)
    expect(await page.locator('#export-preview').textContent()).toContain('"filters"')
    expect(await page.locator('#export-address').inputValue()).toMatch(
      /verdicts.json\?rating=false$/,
    )

    // Faster than the desk answers: the last word counts.
    await box(page, 'mixed').check()
    await box(page, 'true').check()
    await box(page, 'mixed').uncheck()
    await counts(page, 4)

    await page.locator('#filters-topic-fold > summary').click()
    await box(page, 'bilancio').check()
    await counts(page, 1)
    await page.locator('#filters-from').fill('2025-06-02')
    await page.keyboard.press('Tab')
    await counts(page, 0)
    expect(await focused(page)).toBe('filters-until')
    await page.getByText(t('exports.none_here')).waitFor()
    expect(hands.complaints).toEqual([])
  }, 60_000)

  test('lets go of all filters, and finds them again on the way back', async () => {
    const page = await open()
    await box(page, 'false').check()
    await counts(page, 2)
    await box(page, 'published').check()
    await counts(page, 1)
    await page.getByRole('link', { name: t('exports.clear') }).click()
    await counts(page, 7)
    expect(await page.locator('#filters-form :checked').count()).toBe(0)
    expect(page.url()).toBe(`${desk.origin}/exports`)
    await page.goBack()
    await counts(page, 1)
    expect(await page.locator('#filters-form :checked').count()).toBe(2)
    await page.goBack()
    await counts(page, 2)
    expect(await box(page, 'published').isChecked()).toBe(false)
    expect(hands.complaints).toEqual([])
  }, 60_000)

  test('says beside a day what is wrong with it, and goes on once it is right', async () => {
    const page = await open('', { expected: [422] })
    await page.locator('#filters-until').fill('yesterday')
    await page.keyboard.press('Enter')
    await page.locator('#filters-until-error').waitFor()
    expect(await focused(page)).toBe('filters-errors')
    expect(await page.locator('#export-preview').count()).toBe(0)
    expect(await page.locator('#filters-until').inputValue()).toBe('yesterday')
    await page.locator('#filters-until').fill('1/6/2025')
    await page.keyboard.press('Enter')
    await counts(page, 1)
    expect(hands.complaints).toEqual([])
  }, 60_000)

  test('hands the document over as a file', async () => {
    const page = await open('?rating=true')
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: t('exports.download') }).click()
    const file = await (await coming).path()
    const { verdicts } = verdictExport.parse(JSON.parse(readFileSync(file, 'utf8')))
    expect(verdicts.map(told.nameOf).sort()).toEqual(['bridge', 'costs'])
  }, 60_000)

  test('does the same without JavaScript, by its button', async () => {
    const page = await open('', { javaScript: false })
    // What only a script can do is not offered without one.
    expect(await page.locator('[data-copy]:visible').count()).toBe(0)
    await box(page, 'false').check()
    await page.locator('#filters-until').fill('2025-06-03')
    await page.getByRole('button', { name: t('exports.apply') }).click()
    await counts(page, 1)
    expect(page.url()).toBe(`${desk.origin}/exports?rating=false&until=2025-06-03`)
    expect(await box(page, 'false').isChecked()).toBe(true)
    await page.getByRole('link', { name: t('exports.clear') }).click()
    await counts(page, 7)
    expect(hands.complaints).toEqual([])
  }, 60_000)

  test('folds its filters where there is little room, and no further than that', async () => {
    const page = await open('?rating=false', { width: 360 })
    expect(await box(page, 'false').isVisible()).toBe(false)
    await page.getByText(t('exports.show_filters')).click()
    await box(page, 'false').uncheck()
    await counts(page, 7)
    expect(await box(page, 'false').isVisible()).toBe(true)
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.reload()
    expect(await box(page, 'false').isVisible()).toBe(true)
  }, 60_000)
})
