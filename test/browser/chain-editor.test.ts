import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { languages, translator } from '../../views/messages.ts'
import { type ServedDesk, servedDesk, signedIn, type Visit, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

describe.skipIf(!chromiumPath)(inBrowser('the chain of an attribution'), () => {
  let browser: Browser
  let desk: ServedDesk
  let anna: Member
  let article: string
  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    anna = await person(desk, 'editor', 'Anna Rossi', 1)
    article = await story.article(desk, anna)
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  /** The form for the sentence in which the opposition speaks. */
  async function opened(visit: Visit) {
    const hands = await visitor(browser, visit)
    await signedIn(desk, hands, anna, visit.language)
    const { page } = hands
    await page.goto(`${desk.origin}/articles/${article}`)
    const sentence = page.locator('.sentence', { hasText: 'Secondo l’opposizione' })
    await sentence.locator('.number').click()
    await page.locator('.chain-suggestions').waitFor()
    return hands
  }
  const written = (page: Page) =>
    page
      .locator('.chain-links input')
      .evaluateAll((all) => all.map((one) => Reflect.get(one, 'value')))
  const focused = (page: Page) =>
    page.locator(':focus').evaluate((one) => one.getAttribute('aria-label') ?? one.textContent)
  const kept = async (statement: string) => {
    const entries = await desk.store.ledger.after(0, 1000)
    const ids = entries.filter(({ kind, verb }) => kind === 'claim' && verb === 'open')
    const claims = await desk.store.claims.byIds(ids.map(({ subject }) => subject))
    const claim = claims.find((one) => one.statement === statement)
    return (await desk.store.claims.appearances([claim?.id ?? '']))[0]
  }

  test.each(languages)(
    'is filled in, moved and changed with the keyboard (%s)',
    async (language) => {
      const t = translator(language)
      const { page, complaints, context } = await opened({ language })
      const { keyboard } = page
      await page.locator('.chain-fill button').focus()
      await keyboard.press('Enter')
      expect(await written(page)).toEqual(['opposizione', 'Gazzetta della Valle', ''])
      expect(await page.locator('#claim-claimant').inputValue()).toBe('opposizione')
      expect(await focused(page)).toBe(t('chain.link', { number: 1 }))
      expect(await page.locator('.chain-more [role=status]').textContent()).toBe(t('chain.filled'))

      await keyboard.press('Alt+ArrowDown')
      expect(await written(page)).toEqual(['Gazzetta della Valle', 'opposizione', ''])
      expect(await focused(page)).toBe(t('chain.link', { number: 2 }))
      await keyboard.press('Tab')
      expect(await focused(page)).toBe(t('chain.up', { number: 2 }))
      await keyboard.press('Enter')
      expect(await written(page)).toEqual(['opposizione', 'Gazzetta della Valle', ''])
      const said = { link: 'opposizione', number: 1 }
      expect(await page.locator('.chain-more [role=status]').textContent()).toBe(
        t('chain.moved', said),
      )

      await page.locator('.chain-more button').focus()
      await keyboard.press('Enter')
      await keyboard.type('Radio Valle')
      expect(await focused(page)).toBe(t('chain.link', { number: 4 }))
      await keyboard.press('Alt+ArrowUp')
      await keyboard.press('Alt+ArrowUp')
      expect(await written(page)).toEqual([
        'opposizione',
        'Radio Valle',
        'Gazzetta della Valle',
        '',
      ])

      // Another sentence is chosen: what was written stays, as many rows as it takes.
      const chosen = page.locator('.sentence.chosen').first()
      const number = Number((await chosen.getAttribute('id'))?.slice(1)) - 1
      await page.locator(`#n${number}`).click()
      await page.locator(`#s${number}.chosen`).waitFor()
      expect(await written(page)).toEqual([
        'opposizione',
        'Radio Valle',
        'Gazzetta della Valle',
        '',
      ])

      await page.locator('.chain-links li').nth(1).locator('[data-chain=remove]').focus()
      await keyboard.press('Enter')
      expect(await written(page)).toEqual(['opposizione', 'Gazzetta della Valle', '', ''])
      const statement = `I costi sono raddoppiati (${language})`
      await page.locator('#claim-statement').fill(statement)
      await page.locator('#claim-form [name=kind]').first().check()
      await page.locator('#claim-attribution-0').press('Enter')
      await page.locator('h1', { hasText: statement }).waitFor()
      expect((await kept(statement))?.attribution).toEqual(['opposizione', 'Gazzetta della Valle'])
      expect(complaints).toEqual([])
      await context.close()
    },
    60_000,
  )

  test('is filled in and lengthened without script, and nothing else is lost', async () => {
    const t = translator('en')
    const { page, complaints, context } = await opened({ javaScript: false, width: 360 })
    expect(await page.locator('[data-chain=remove]').first().isVisible()).toBe(false)
    await page.locator('#claim-statement').fill('Parole mie')
    await page.locator('#claim-form [name=kind]').first().check()
    await page.locator('.chain-fill button').click()
    await expect.poll(() => written(page)).toEqual(['opposizione', 'Gazzetta della Valle', ''])
    await page.getByRole('button', { name: t('chain.add') }).click()
    await expect.poll(() => written(page)).toEqual(['opposizione', 'Gazzetta della Valle', '', ''])
    expect(await page.locator('#claim-statement').inputValue()).toBe('Parole mie')
    await page.locator('#claim-attribution-1').fill('')
    await page.locator('#claim-attribution-0').press('Enter')
    await page.locator('h1', { hasText: 'Parole mie' }).waitFor()
    expect(await kept('Parole mie')).toMatchObject({
      attribution: ['opposizione'],
      claimant: 'opposizione',
    })
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)
})
