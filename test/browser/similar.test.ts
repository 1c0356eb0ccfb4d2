import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { translator } from '../../views/messages.ts'
import { fill, type ServedDesk, servedDesk, signedIn, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

const t = translator('it')
const warned = t('similar.warns', { others: t('similar.other_figure') })
const statement = 'Il ponte di Vallechiara ha riaperto dopo quattro anni di lavori'
const text = `La festa del ponte\n\n${statement}. Stamattina in valle piove forte.`
const slow = { timeout: 60_000 }

describe.skipIf(!chromiumPath)(inBrowser('the same words with another figure'), () => {
  let browser: Browser
  let desk: ServedDesk
  let anna: Member
  let claim: string
  let article: string
  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    anna = await person(desk, 'editor', 'Anna Rossi', 1)
    claim = await story.claim(desk, anna, await story.article(desk, anna))
    article = await story.article(desk, anna, text)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  async function at(path: string, javaScript = true) {
    const hands = await visitor(browser, { javaScript, language: 'it' })
    await signedIn(desk, hands, anna, 'it')
    await hands.page.goto(desk.origin + path)
    return hands
  }

  test('are a warning that is said while one types, and the keyboard leads past it', async () => {
    const { page, context, complaints } = await at('/claims/new')
    const region = page.locator('#new-claim-similar')
    // Only what was there before it changes is said.
    const status = await region.locator('[role=status]').elementHandle()
    await page.locator('#new-claim-language').selectOption('it')
    await page.locator('#new-claim-statement').pressSequentially(statement)
    await region.getByText(warned).waitFor(slow)
    expect(await status?.evaluate((one) => one.isConnected)).toBe(true)
    expect(await status?.textContent()).toContain(t('similar.some_warn', { count: 1 }))
    expect(await page.locator('#new-claim-statement:focus').count()).toBe(1)
    expect(await page.locator('#new-claim-statement').inputValue()).toBe(statement)
    await page.keyboard.press('Tab')
    expect(await page.locator(`#similar-${claim} a.statement:focus`).count()).toBe(1)
    expect(await region.locator('a.same').count()).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  }, 120_000)

  test('are marked in an article once it was looked through, and stay so in the form', async () => {
    const { page, context, complaints } = await at(`/articles/${article}`)
    await page.locator('#seen-list [data-done]').waitFor(slow)
    const mark = page.locator('#s2 .seen-mark')
    expect(await mark.getAttribute('aria-label')).toContain(warned)
    expect(await page.locator('#seen-said').textContent()).toBe(
      t('seen.all', { total: 3, found: 1 }),
    )
    await mark.focus()
    await page.keyboard.press('Enter')
    await page.locator('#seen-2:target').waitFor()
    await page.locator('#seen-2 .similar-ways > p a').click()
    const form = page.locator('#claim-form')
    await form.getByText(warned).waitFor(slow)
    expect(await form.locator('a.same').isVisible()).toBe(false)
    expect(await page.locator('#seen-list [data-sentence="2"]').count()).toBe(1)
    expect(await mark.count()).toBe(1)
    await form.locator('summary', { hasText: t('similar.all_the_same') }).click()
    expect(await form.locator('a.same').isVisible()).toBe(true)
    expect(complaints).toEqual([])
    await context.close()
  }, 120_000)

  test('stand on the page of a claim, and stay when a form of it is sent', async () => {
    const elsewhere = await story.article(desk, anna, `${text} Poi smette.`)
    const other = await story.claim(desk, anna, elsewhere, { statement })
    const { page, context, complaints } = await at(`/claims/${other}`)
    const row = page.locator(`#similar-${claim}`)
    await row.getByText(warned).waitFor(slow)
    await page.getByRole('button', { name: t('move.take'), exact: true }).click()
    await page.locator('#steps').getByText(t('claim.with_you')).waitFor()
    expect(await row.getByText(warned).count()).toBe(1)
    await row.getByRole('link', { name: t('similar.link_contradicts') }).click()
    const form = page.locator('#new-link-form')
    await form.locator('[name=sense][value=contradicts]:checked').waitFor()
    await fill(form, { why: 'Tre o quattro anni' })
    await form.locator('button[type=submit]').click()
    await page.locator('#links .statement').waitFor()
    expect(await desk.store.links.around([other])).toHaveLength(1)
    expect(complaints).toEqual([])
    await context.close()
  }, 120_000)

  test('are found without JavaScript too: in an article, of a claim, and in a pasted text', async () => {
    const { page, context, complaints } = await at(`/articles/${article}`, false)
    await page.getByRole('link', { name: t('seen.look') }).click()
    await page.locator('#s2 .seen-mark .shape').waitFor()
    await page.goto(`${desk.origin}/claims/${claim}`)
    await page
      .locator('#similar')
      .getByRole('link', { name: t('similar.look') })
      .click()
    await page.locator('.similar-found').getByText(warned).waitFor()
    await page.goto(`${desk.origin}/claims`)
    await page.getByRole('link', { name: t('seen.title') }).click()
    await page.locator('#seen-form [name=text]').fill(text)
    await page.getByRole('button', { name: t('seen.submit'), exact: true }).click()
    await page.locator('#answer-1').getByText(warned).waitFor()
    await page
      .getByRole('link', { name: t('seen.take') })
      .first()
      .click()
    expect(await page.locator('#new-claim-statement').inputValue()).not.toBe('')
    expect(complaints).toEqual([])
    await context.close()
  }, 120_000)
})
