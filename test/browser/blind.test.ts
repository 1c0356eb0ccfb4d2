import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setReading } from '../../src/desk/second-reading.ts'
import type { Member } from '../../src/domain/member.ts'
import { type Language, translator } from '../../views/messages.ts'
import { fill, goOn, type ServedDesk, servedDesk, signedIn, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

type Run = { name: string; language: Language; javaScript: boolean }
const runs: Run[] = [
  { name: 'in English, with JavaScript', language: 'en', javaScript: true },
  { name: 'in Italian, without JavaScript', language: 'it', javaScript: false },
]

/** What the author concludes, in words that stand nowhere else. */
const first = { conclusion: 'Il ponte è stato riaperto l’11 marzo.', rationale: 'Lo dice [1].' }
const second = { rating: 'mostly_true', rationale: 'Il verbale [1] non parla degli anni.' }
const reason = 'Il verbale autorizza soltanto la riapertura.'

describe.skipIf(!chromiumPath)(inBrowser('two blind readers who disagree'), () => {
  let browser: Browser
  let desk: ServedDesk
  let anna: Member
  let dora: Member
  let bruno: Member
  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    anna = await person(desk, 'checker', 'Anna Rossi')
    dora = await person(desk, 'checker', 'Dora Blu')
    bruno = await person(desk, 'editor', 'Bruno Conti', 1)
    await setReading(desk, bruno, 1, { reading: 'blind' })
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  test.each(runs)('an editor decides, the author adopts, $name', async (run) => {
    const { language, javaScript } = run
    const t = translator(language)
    const at = async (member: Member) => {
      const one = await visitor(browser, { language, javaScript })
      await signedIn(desk, one, member, language)
      return one
    }
    const [author, reader, editor] = [await at(anna), await at(dora), await at(bruno)]
    const claim = await story.claim(desk, anna, await story.article(desk, anna))
    await story.proposed(desk, anna, claim, { ...first, rating: 'true' })
    const address = `${desk.origin}/claims/${claim}`
    const mark = t('reading_state.differs')

    // Neither the reader nor an editor sees what it says.
    for (const { page } of [reader, editor]) {
      await page.goto(address)
      const shown = await page.content()
      expect(shown).not.toContain(first.conclusion)
      expect(await page.locator('#verdict').innerText()).toContain(t('reading.waits'))
    }
    await reader.page.goto(`${desk.origin}/review`)
    await reader.page.locator('#to-read-blind .statement').first().click()
    await reader.page.locator('#read-blind > summary').click()
    await fill(reader.page.locator('#reading-form'), second)
    await reader.page.getByRole('button', { name: t('reading.file') }).click()
    await reader.page.locator('#second-reading', { hasText: mark }).waitFor()
    expect(await reader.page.locator('#rationale').innerText()).toContain(first.conclusion)

    // Nothing is published before somebody decides.
    await editor.page.goto(`${desk.origin}/review`)
    await editor.page.locator('#to-adjudicate .statement').first().click()
    await editor.page.locator('#adjudication-form').waitFor()
    expect(await editor.page.locator('#first').innerText()).toContain(first.conclusion)
    expect(await editor.page.locator('#second').innerText()).toContain(second.rationale)
    await fill(editor.page.locator('#adjudication-form'), { outcome: 'second', reason })
    await editor.page.getByRole('button', { name: t('adjudication.decide') }).click()
    await editor.page.locator('#notice', { hasText: t('notice.adjudicate') }).waitFor()

    await author.page.goto(address)
    await author.page.locator('#returned', { hasText: reason }).waitFor()
    await author.page.locator('#second-reading', { hasText: second.rationale }).waitFor()
    await fill(author.page.locator('#draft-form'), second)
    await goOn(author.page)
    await author.page.getByRole('button', { name: t('move.propose') }).click()
    await author.page.locator('#notice', { hasText: t('notice.propose') }).waitFor()

    await editor.page.goto(address)
    await editor.page.locator('#second-reading', { hasText: t('reading_state.agrees') }).waitFor()
    await editor.page.locator('#publish > summary').click()
    await editor.page.getByRole('button', { name: t('verdict.publish_submit') }).click()
    await editor.page.locator('#notice', { hasText: t('notice.publish') }).waitFor()

    await editor.page.goto(`${desk.origin}/readings`)
    await editor.page.locator('table .agreed').first().waitFor()
    const { publicVerdict } = await story.read(desk, claim)
    expect(publicVerdict).toMatchObject({ rating: second.rating, mode: 'blind' })
    for (const one of [author, reader, editor]) {
      expect(one.complaints).toEqual([])
      await one.context.close()
    }
  })
})
