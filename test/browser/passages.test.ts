import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { giveClaim } from '../../src/desk/claims.ts'
import { bringEvidence } from '../../src/desk/evidence.ts'
import type { Member } from '../../src/domain/member.ts'
import { type Language, translator } from '../../views/messages.ts'
import { type ServedDesk, servedDesk, signedIn, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { drag } from './selecting.ts'

const minutes = `Verbale di collaudo del ponte

La commissione ha visitato il ponte lunedì. Si autorizza la “riapertura” al traffico 🎉 da domani.

La commissione ha visitato il ponte venerdì. I lavori sono costati meno di due milioni di euro.
`

describe.skipIf(!chromiumPath)(inBrowser('a quote taken from the text that was kept'), () => {
  let browser: Browser
  let desk: ServedDesk
  let anna: Member
  let claim: string
  let evidence: string
  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    anna = await person(desk, 'editor', 'Anna Rossi', 1)
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })
  beforeEach(async () => {
    const article = await story.article(desk, anna, `${story.bridge}\n${crypto.randomUUID()}`)
    claim = await story.claim(desk, anna, article)
    await giveClaim(desk, anna, await story.read(desk, claim), anna.id)
    evidence = desk.newId()
    const form = { ...story.evidenceForm, url: '', quote: '' }
    await bringEvidence(desk, anna, claim, evidence, form, { given: { text: minutes } })
  })

  /** Somebody on the claim’s page, on their way to the text. */
  async function reading(language: Language, javaScript = true, width = 1280) {
    const hands = await visitor(browser, { language, javaScript, width })
    await signedIn(desk, hands, anna, language)
    await hands.page.goto(`${desk.origin}/claims/${claim}`)
    const t = translator(language)
    await hands.page.getByRole('link', { name: t('proof.quote_now') }).click()
    await hands.page.locator('.text').waitFor()
    return { ...hands, t }
  }

  /** Sends the form, and sees on the claim’s page and in the text what became of the quote. */
  async function expectQuoted(page: Page, words: string, language: Language): Promise<void> {
    const t = translator(language)
    await page.getByRole('button', { name: t('quoting.submit') }).click()
    const item = page.locator('#evidence-1')
    await item.locator('.proof-exact', { hasText: t('proof.exact') }).waitFor()
    // One goes on where the quote stands, with script and without.
    const top = await item.evaluate((one) => one.getBoundingClientRect().top)
    expect(top).toBeLessThan(page.viewportSize()?.height ?? 0)
    expect(top).toBeGreaterThan(-20)
    expect(await item.locator('q').first().textContent()).toBe(words)
    expect((await desk.store.claims.evidenceById(evidence))?.quote).toBe(words)
    await item.getByRole('link', { name: t('proof.read') }).click()
    await page.locator('#quote').waitFor()
    expect(await page.locator('.quoted-words').allTextContents()).toEqual([words])
    expect(new URL(page.url()).hash).toBe('#quote')
  }

  test('with the mouse, from the middle of a sentence, and nothing moves', async () => {
    const { page, context, complaints, t } = await reading('en')
    await drag(page, 'Si autorizza', 'traffico 🎉')
    const top = await page.locator('#s3').evaluate((one) => one.getBoundingClientRect().top)
    await page.getByRole('button', { name: t('quoting.take') }).click()
    await page.locator('#quote-form').waitFor()
    const shown = await page.locator('#quote-excerpt .chosen-words').textContent()
    expect(shown).toBe('Si autorizza la “riapertura” al traffico 🎉')
    const after = await page.locator('#s3').evaluate((one) => one.getBoundingClientRect().top)
    expect(Math.abs(after - top)).toBeLessThanOrEqual(1)
    await expectQuoted(page, 'Si autorizza la “riapertura” al traffico 🎉', 'en')
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('with the keyboard, word by word from a sentence’s number', async () => {
    const { page, context, complaints, t } = await reading('it')
    await page.locator('#n5').focus()
    for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight')
    const words = 'I lavori sono costati'
    const said = page.locator('#selection-said')
    await said.getByText(t('quoting.selected', { words }), { exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('#quote-form').waitFor()
    await expectQuoted(page, words, 'it')
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('without script, by the numbers of its sentences, in a narrow window', async () => {
    const { page, context, complaints, t } = await reading('it', false, 360)
    await page.locator('#n2').click()
    await page.locator('#quote-form').waitFor()
    await page.locator('#n3').click()
    await page
      .locator('.chosen-bar')
      .getByRole('link', { name: t('quoting.to_form') })
      .click()
    const words = `La commissione ha visitato il ponte lunedì. Si autorizza la “riapertura” al traffico 🎉 da domani.`
    await expect.poll(() => page.locator('#quote-excerpt mark').textContent()).toBe(words)
    await page.getByRole('button', { name: t('quoting.submit') }).click()
    await page.locator('#evidence-1 .proof-exact').waitFor()
    expect((await desk.store.claims.evidenceById(evidence))?.quote).toBe(words)
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)
})
