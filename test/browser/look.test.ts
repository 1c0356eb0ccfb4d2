import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { giveClaim } from '../../src/desk/claims.ts'
import { bringEvidence } from '../../src/desk/evidence.ts'
import type { Member } from '../../src/domain/member.ts'
import { type Language, translator } from '../../views/messages.ts'
import { fill, type ServedDesk, servedDesk, signedIn, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

const runs: [string, Language, boolean][] = [
  ['in English, with JavaScript', 'en', true],
  ['in Italian, without JavaScript', 'it', false],
]
const rationale = 'Il verbale [1] lo dice.\n\nChe sia vero lo sanno tutti.'

describe.skipIf(!chromiumPath)(inBrowser('the look before signing'), () => {
  let browser: Browser
  let desk: ServedDesk
  let anna: Member
  let bruno: Member
  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    anna = await person(desk, 'checker', 'Anna Rossi')
    bruno = await person(desk, 'editor', 'Bruno Conti')
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  /** A claim of two million, with a source that says four. */
  async function twoMillion(): Promise<string> {
    const statement = 'Il ponte è costato due milioni di euro'
    const claim = await story.claim(desk, anna, await story.article(desk, anna), { statement })
    await giveClaim(desk, anna, await story.read(desk, claim), anna.id)
    const quote = 'Spesa totale: 4,1 milioni di euro.'
    await bringEvidence(desk, anna, claim, desk.newId(), { ...story.evidenceForm, quote })
    return claim
  }
  async function at(member: Member, claim: string, language: Language, javaScript: boolean) {
    const hands = await visitor(browser, { language, javaScript, width: 360, expected: [422] })
    await signedIn(desk, hands, member, language)
    await hands.page.goto(`${desk.origin}/claims/${claim}`)
    return hands
  }

  test.each(runs)('asks what is open, and goes on with a word, %s', journey, 60_000)
  async function journey(_: string, language: Language, javaScript: boolean) {
    const t = translator(language)
    const claim = await twoMillion()
    const { page, context, complaints } = await at(anna, claim, language, javaScript)
    const { rating, conclusion } = story.verdictForm
    await fill(page.locator('#draft-form'), { rating, conclusion, rationale })
    await page.getByRole('button', { name: t('move.propose') }).click()

    await page.locator('#draft-errors').waitFor()
    const look = page.locator('#look')
    expect(await look.locator('summary').textContent()).toBe(t('look.title', { count: 6 }))
    await look.getByText('Che sia vero lo sanno tutti').waitFor()
    await look
      .getByText(t('look.figures', { said: 'due milioni di euro', quoted: '4,1 milioni di euro' }))
      .waitFor()
    expect(await faults(page, javaScript)).toEqual([])

    await look.locator('a[href="#evidence-1"]').first().click()
    expect(page.url()).toContain('#evidence-1')
    await page.locator('#evidence-1 a[href="#look"]').click()
    expect(page.url()).toContain('#look')

    await page.locator('#draft-findingsWord').fill('Il bilancio arriva domani.')
    await page.getByRole('button', { name: t('move.propose') }).click()
    await page.locator('.why-not').waitFor()
    expect((await story.read(desk, claim)).working).toMatchObject({
      status: 'proposed',
      findingsWord: 'Il bilancio arriva domani.',
    })

    const his = await at(bruno, claim, language, javaScript)
    await his.page.locator('#look').getByText('Il bilancio arriva domani.').waitFor()
    expect(await faults(his.page, javaScript)).toEqual([])
    expect([...complaints, ...his.complaints]).toEqual([])
    await context.close()
    await his.context.close()
  }

  test('follows what is written, and keeps the word while nothing is open', async () => {
    const claim = await twoMillion()
    const { page, context, complaints } = await at(anna, claim, 'en', true)
    const look = page.locator('#look')
    const saved = page.locator('#draft-state').getByText(/^Saved at/)
    await look.locator('summary').click()
    await page.locator('#draft-findingsWord').fill('Una parola.')
    await page.locator('#draft-rationale').fill(rationale)
    await look.getByText('Che sia vero lo sanno tutti').waitFor()
    await page.locator('#draft-rationale').fill('Il verbale [1] lo dice.')
    await look.getByText('Che sia vero lo sanno tutti').waitFor({ state: 'detached' })
    await saved.waitFor()
    expect(await page.locator('#draft-findingsWord').inputValue()).toBe('Una parola.')
    expect((await story.read(desk, claim)).working?.findingsWord).toBe('Una parola.')
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)
})

/** What is wrong with a page at 360 pixels; axe needs scripts. */
async function faults(page: Page, javaScript: boolean): Promise<string[]> {
  if (!javaScript) return []
  const over = await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return [...(over > 0 ? [`${over} px too wide`] : []), ...violations.map(({ id }) => id)]
}
