import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openArticle } from '../../src/desk/reader.ts'
import type { Member } from '../../src/domain/member.ts'
import { languages, translator } from '../../views/messages.ts'
import { type ServedDesk, servedDesk, signedIn, type Visitor, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

describe.skipIf(!chromiumPath)(inBrowser('going through a text with the keyboard'), () => {
  let browser: Browser
  let desk: ServedDesk
  let anna: Member
  let hands: Visitor
  let article: string
  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    anna = await person(desk, 'editor', 'Anna Rossi', 1)
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })
  afterEach(async () => {
    expect(hands.complaints).toEqual([])
    await hands.context.close()
  })
  const states = async () =>
    (await openArticle(desk, article)).coverage.looks.map(({ state }) => state[0]).join('')

  async function begin(text = story.bridge, query = '?coverage=1', language: 'en' | 'it' = 'en') {
    hands = await visitor(browser, { language, expected: [422] })
    await signedIn(desk, hands, anna, language)
    article = await story.article(desk, anna, `${text}\n${crypto.randomUUID()}`)
    await hands.page.goto(`${desk.origin}/articles/${article}${query}`)
    return hands.page
  }

  test.each(languages)(
    'steps to what is left, sets it aside, takes a claim, and goes on (%s)',
    async (lang) => {
      const t = translator(lang)
      const page = await begin(story.bridge, '?coverage=1', lang)
      const { keyboard } = page
      const total = (await states()).length
      const said = (number: number, left: number) =>
        page
          .locator('#coverage-said', { hasText: t('coverage.said', { number, left }) })
          .waitFor({ state: 'attached' })
      await keyboard.press('n')
      await at(page, 1)
      await said(1, total)
      await keyboard.press('n')
      await at(page, 2)
      expect(await page.locator('#n2').getAttribute('aria-current')).toBe('true')

      await keyboard.press('a')
      await page.locator('#aside-reason-0:focus').waitFor()
      await keyboard.press('Space')
      // A letter in a form is a letter.
      await keyboard.press('n')
      expect(await page.locator('#aside-reason-0:focus').count()).toBe(1)
      await keyboard.press('Enter')
      await at(page, 3)
      await said(3, total - 1)
      expect(await states()).toMatch(/^lal+$/)
      await page.locator('#notice', { hasText: t('notice.aside_set') }).waitFor()

      await keyboard.press('p')
      await at(page, 1)
      await keyboard.press('p')
      await at(page, total)
      await keyboard.press('n')
      await keyboard.press('n')
      await at(page, 3)
      await keyboard.press('c')
      await page.locator('#claim-statement:focus').waitFor()
      await keyboard.press('ControlOrMeta+a')
      await keyboard.type('Il ponte ha una data: niente panico')
      await tabTo(page, '#claim-form [name=kind]')
      await keyboard.press('Space')
      await tabTo(page, '#claim-form [name=claimantKind]')
      await keyboard.press('ArrowDown')
      await tabTo(page, '#claim-form button.primary')
      await keyboard.press('Enter')
      await at(page, 4)
      expect(await states()).toMatch(/^lacl+$/)
      await page.locator('#notice', { hasText: t('notice.open') }).waitFor()
    },
    60_000,
  )

  test('needs no more than Tab and Enter', async () => {
    const page = await begin()
    const { keyboard } = page
    await tabTo(page, '#n4')
    await keyboard.press('Enter')
    await page.locator('#s4.chosen').waitFor()
    await tabTo(page, '#way-aside')
    await keyboard.press('Enter')
    await page.locator('#aside-form').waitFor()
    await tabTo(page, '#aside-form [name=reason]')
    await keyboard.press('Space')
    await tabTo(page, '#aside-form button[type=submit]')
    await keyboard.press('Enter')
    await at(page, 5)
    expect(await states()).toMatch(/^lllal+$/)
    // And back again, in the same way.
    await page.locator('#n4').focus()
    await keyboard.press('Enter')
    await page.locator('#lift-form').waitFor()
    await tabTo(page, '#lift-form button')
    await keyboard.press('Enter')
    await page.locator('#way-aside').waitFor()
    expect(await states()).toMatch(/^l+$/)
  }, 60_000)

  test('asks before what was typed is left, and says what is missing', async () => {
    const page = await begin()
    const { keyboard } = page
    await keyboard.press('n')
    await at(page, 1)
    await keyboard.press('a')
    await page.locator('#aside-reason-0:focus').waitFor()
    await keyboard.press('Enter')
    await page.locator('#aside-errors:focus').waitFor()
    await tabTo(page, '#aside-words')
    await keyboard.type('Parole mie')
    await page.locator('#n3').focus()
    await keyboard.press('a')
    // The question is answered with no, and nothing is lost.
    await expect.poll(() => hands.complaints.splice(0).join()).toContain('dialog: confirm')
    expect(await page.locator('#aside-words').inputValue()).toBe('Parole mie')
    expect(await page.locator('#s1.chosen').count()).toBe(1)
    await page.locator('#aside-words').fill('')
    expect(hands.complaints.splice(0)).toEqual([])
  }, 60_000)

  test('keeps the text where it is in a long one, and the sentence in sight', async () => {
    const lines = Array.from(
      { length: 60 },
      (_, i) => `Il consigliere ${i} ha parlato. Poi tacque.`,
    )
    const page = await begin(lines.join('\n\n'))
    const { keyboard } = page
    await page.locator('#n70').focus()
    await keyboard.press('n')
    await at(page, 71)
    await keyboard.press('a')
    await page.locator('#aside-reason-0:focus').waitFor()
    await keyboard.press('Space')
    const before = await topOf(page, 71)
    await keyboard.press('Enter')
    await at(page, 72)
    await page.waitForTimeout(300)
    expect(Math.abs((await topOf(page, 71)) - before)).toBeLessThanOrEqual(1)
    expect(await topOf(page, 72)).toBeGreaterThan(0)
    await keyboard.press('p')
    await at(page, 70)
    // In the whole text the first one after the last is the first.
    for (let i = 0; i < 3; i++) await keyboard.press('n')
    await at(page, 74)
  }, 60_000)

  test('has no keys where coverage is not shown', async () => {
    const page = await begin(story.bridge, '')
    for (const key of ['n', 'p', 'a', 'c']) await page.keyboard.press(key)
    expect(await page.locator('.number[aria-current], #claim-form, #aside-form').count()).toBe(0)
    await page.locator('#coverage-way').click()
    await page.locator('#coverage').waitFor()
    await page.locator('#next-left').press('Enter')
    await at(page, 1)
  })
})

/** The focus is on a sentence’s number, and shows. */
async function at(page: Page, number: number): Promise<void> {
  await page.locator(`#n${number}:focus`).waitFor()
  const outline = await page.locator(`#n${number}`).evaluate((one) => {
    const style = one.ownerDocument.defaultView?.getComputedStyle(one)
    return `${style?.outlineStyle} ${style?.outlineWidth}`
  })
  expect(outline).not.toMatch(/^none|\b0px/)
}

/** Goes on with Tab until the focus is there. */
async function tabTo(page: Page, selector: string, stops = 120): Promise<void> {
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press('Tab')
    const isThere = await page
      .locator(':focus')
      .evaluateAll(([one], wanted) => Boolean(one?.matches(wanted)), selector)
    if (isThere) return
  }
  throw new Error(`The keyboard does not reach ${selector}`)
}

const topOf = (page: Page, sentence: number): Promise<number> =>
  page.locator(`#s${sentence}`).evaluate((one) => one.getBoundingClientRect().top)
