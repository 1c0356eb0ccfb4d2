import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { translator } from '../../views/messages.ts'
import { type ServedDesk, servedDesk, signedIn, type Visitor, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

const t = translator('en')

describe.skipIf(!chromiumPath)(inBrowser('the keyboard'), () => {
  let browser: Browser
  let desk: ServedDesk
  let anna: Member
  let hands: Visitor
  beforeEach(async () => {
    hands = await visitor(browser, { expected: [422] })
    await signedIn(desk, hands, anna)
  })
  afterEach(() => hands?.context.close())
  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    anna = await person(desk, 'editor', 'Anna Rossi', 1)
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  test('the skip link is the first stop, shows itself and leads past the banner', async () => {
    const { page } = hands
    await page.goto(`${desk.origin}/claims`)
    await tabTo(page, '.skip')
    expect(
      await page.locator('.skip').evaluate((one) => one.getBoundingClientRect().top >= 0),
    ).toBe(true)
    await page.keyboard.press('Enter')
    await page.locator('#main:focus').waitFor()
    await tabTo(page, 'main a, main button', 1)
  })

  test('a claim is taken from a sentence and its verdict proposed without a mouse', async () => {
    const { page, complaints } = hands
    const { keyboard } = page
    const article = await story.article(desk, anna)
    await page.goto(`${desk.origin}/articles/${article}`)
    await tabTo(page, '#n4')
    await keyboard.press('Enter')
    await page.locator('#s4.chosen').waitFor()
    expect(await focused(page)).toBe('n4')

    await tabTo(page, 'a[href="#take"]')
    await keyboard.press('Enter')
    await tabTo(page, '#claim-statement')
    await keyboard.press('ControlOrMeta+a')
    await keyboard.type('Il ponte ha riaperto')
    await tabTo(page, '#claim-form [name=kind]')
    await keyboard.press('Space')
    await tabTo(page, '#claim-form [name=claimantKind]')
    await keyboard.press('ArrowDown')
    expect(await page.locator('#claim-form [value=outlet]').isChecked()).toBe(true)
    await tabTo(page, '#claim-form .actions button')
    await keyboard.press('Enter')
    await page.locator('h1:focus', { hasText: 'Il ponte ha riaperto' }).waitFor()

    await tabTo(page, '#take-form button')
    await keyboard.press('Space')
    await page.locator('#steps').getByText(t('claim.with_you')).waitFor()
    await tabTo(page, '#add-search > summary')
    await keyboard.press('Enter')
    await tabTo(page, '#new-search-place')
    await keyboard.type('Albo pretorio')
    await tabTo(page, '#new-search-words')
    await keyboard.type('ponte collaudo')
    await tabTo(page, '#new-search-form [name=outcome]')
    await keyboard.press('Space')
    await tabTo(page, '#new-search-form button[type=submit]')
    await keyboard.press('Enter')
    await page.locator('#searches li').waitFor()

    await tabTo(page, '#draft-form [name=rating]')
    await keyboard.press('Space')
    await tabTo(page, '#draft-conclusion')
    await keyboard.type('Il ponte ha riaperto.')
    await tabTo(page, '#draft-rationale')
    await keyboard.type('Lo dice il comune.')
    await tabTo(page, '#look > summary')
    await keyboard.press('Enter')
    await tabTo(page, '#draft-findingsWord')
    await keyboard.type('Al comune si chiede domani.')
    await tabTo(page, '#draft-form button[value=propose]')
    await keyboard.press('Enter')
    await page.locator('.why-not').waitFor()
    expect(complaints).toEqual([])
  }, 90_000)

  test('after a refused form the focus is on what went wrong, which leads to the field', async () => {
    const { page } = hands
    await page.goto(`${desk.origin}/claims/new`)
    await page.getByRole('button', { name: t('claim.new_submit') }).press('Enter')
    await page.locator('#new-claim-errors:focus').waitFor()
    await tabTo(page, '#new-claim-errors a', 1)
    await page.keyboard.press('Enter')
    await page.locator('#new-claim-statement:focus').waitFor()
  })

  test('choosing a sentence moves neither the text nor the focus out of it', async () => {
    const { page } = hands
    const lines = Array.from(
      { length: 60 },
      (_, i) => `Il consigliere ${i} ha parlato. Poi tacque.`,
    )
    const article = await story.article(desk, anna, lines.join('\n\n'))
    await page.goto(`${desk.origin}/articles/${article}`)
    for (const number of [70, 71]) {
      const link = page.locator(`#n${number}`)
      await link.scrollIntoViewIfNeeded()
      const before = await topOf(page, number)
      await link.click()
      await page.locator(`#s${number}.chosen`).waitFor()
      // What moves late is seen too.
      await page.waitForTimeout(300)
      expect(Math.abs((await topOf(page, number)) - before)).toBeLessThanOrEqual(1)
      expect(await focused(page)).toBe(`n${number}`)
    }
    expect(await page.locator('#claim-statement').inputValue()).toContain('Il consigliere')
  }, 60_000)
})

/** Goes on with Tab until the focus is there; on the way it is visible wherever it stands. */
async function tabTo(page: Page, selector: string, stops = 150): Promise<void> {
  for (let i = 0; i < stops; i++) {
    await page.keyboard.press('Tab')
    const stop = await page.locator(':focus').evaluateAll(([one], wanted) => {
      if (!one) return null
      const style = one.ownerDocument.defaultView?.getComputedStyle(one)
      const isSeen =
        style?.outlineStyle !== 'none' && Number.parseFloat(style?.outlineWidth ?? '0') > 0
      return { isThere: one.matches(wanted), isSeen, what: one.outerHTML.slice(0, 120) }
    }, selector)
    if (!stop) continue
    expect(stop.isSeen, `the focus shows on ${stop.what}`).toBe(true)
    if (stop.isThere) return
  }
  throw new Error(`The keyboard does not reach ${selector}`)
}

const focused = (page: Page): Promise<string> => page.locator(':focus').evaluate((one) => one.id)

const topOf = (page: Page, sentence: number): Promise<number> =>
  page.locator(`#s${sentence}`).evaluate((one) => one.getBoundingClientRect().top)
