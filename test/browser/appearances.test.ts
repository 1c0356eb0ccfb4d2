import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeFromArticle } from '../../src/desk/appearances.ts'
import type { Member } from '../../src/domain/member.ts'
import { translator } from '../../views/messages.ts'
import { fill, type ServedDesk, servedDesk, signedIn, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

const t = translator('it')
const statement = 'Il ponte di Vallechiara ha riaperto al traffico'

describe.skipIf(!chromiumPath)(inBrowser('a claim found once more'), () => {
  let browser: Browser
  let desk: ServedDesk
  let anna: Member
  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    anna = await person(desk, 'editor', 'Anna Rossi', 1)
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  /** A claim from one article, and the reader with another that says the same. */
  async function at(javaScript: boolean) {
    const mark = crypto.randomUUID()
    const article = await story.article(desk, anna, `${story.bridge}\n${mark}`)
    const claim = await story.claim(desk, anna, article, { statement: `${statement} ${mark}` })
    const text = `Altra testata\n\nDa ieri sul ponte si passa di nuovo. Lo dice il comune ${mark}.`
    const other = await story.article(desk, anna, text)
    const hands = await visitor(browser, { javaScript, language: 'it', expected: [422] })
    await signedIn(desk, hands, anna, 'it')
    await hands.page.goto(`${desk.origin}/articles/${other}`)
    return { ...hands, claim, other, mark }
  }

  const press = (page: Page, name: string) =>
    page.locator('#claim-form').getByRole('button', { name, exact: true }).click()

  test('is offered while the statement is typed, and gets the words with nothing typed lost', async () => {
    const { page, context, complaints, claim, mark } = await at(true)
    await page.locator('#n2').click()
    const form = page.locator('#claim-form')
    const count = page.locator('#claim-similar [role=status]')
    await count.getByText(t('claimForm.similar_count', { count: 0 })).waitFor()
    expect(await page.getByRole('button', { name: t('claimForm.look') }).isHidden()).toBe(true)
    const mine = `Riaperto al traffico il ponte di Vallechiara ${mark}`
    await form.locator('#claim-statement').fill('')
    await form.locator('#claim-statement').pressSequentially(mine)
    await count.getByText(t('claimForm.similar_count', { count: 1 })).waitFor()
    expect(await form.locator('#claim-statement').inputValue()).toBe(mine)
    const given = { claimantKind: 'named', claimant: 'Il comune', claimedOn: '2024-03-11' }
    await fill(form, given)

    await page.locator('#claim-similar .same').click()
    await page.locator('#known-claim:focus').getByText(`${statement} ${mark}`).waitFor()
    expect(await form.locator('#claim-statement').isHidden()).toBe(true)
    expect(await form.locator('#claim-claimant').inputValue()).toBe('Il comune')
    await page.getByRole('link', { name: t('claimForm.not_same') }).click()
    await page.locator('#claim-statement:focus').waitFor()
    expect(await form.locator('#claim-statement').inputValue()).toBe(mine)
    await page.goBack()
    await page.locator('#known-claim').waitFor()
    expect(await form.locator('#claim-claimant').inputValue()).toBe('Il comune')

    await press(page, t('claimForm.submit_same'))
    await page.locator('#notice', { hasText: t('notice.appearance_added') }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/claims/${claim}`)
    const [, added] = await desk.store.claims.appearances([claim])
    expect(added).toMatchObject({ ...given, quote: 'Da ieri sul ponte si passa di nuovo.' })
    expect(await page.locator('#appearances .place').count()).toBe(2)
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('is looked for and gets the words without JavaScript too', async () => {
    const { page, context, complaints, claim, mark } = await at(false)
    await page.locator('#n2').click()
    const form = page.locator('#claim-form')
    await fill(form, { statement: `Riaperto al traffico il ponte di Vallechiara ${mark}` })
    await press(page, t('claimForm.look'))
    await page.locator('#claim-similar .statement', { hasText: mark }).waitFor()
    expect(await form.locator('#claim-statement').inputValue()).toContain(mark)
    const same = page.getByRole('link', { name: t('claimForm.same') })
    await same.and(page.getByRole('link', { name: mark })).click()
    await page.locator('#known-claim').getByText(`${statement} ${mark}`).waitFor()
    // A number goes on choosing for the same claim.
    await page.locator('#n3').click()
    await page.locator('#known-claim').waitFor()
    await press(page, t('claimForm.submit_same'))
    await page.locator('#claim-errors').getByText(t('field.required')).waitFor()
    await fill(form, { claimantKind: 'outlet' })
    await press(page, t('claimForm.submit_same'))
    await page.locator('#notice', { hasText: t('notice.appearance_added') }).waitFor()
    const [, added] = await desk.store.claims.appearances([claim])
    expect(added?.quote).toMatch(/^Da ieri sul ponte.* Lo dice il comune/)
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('is offered also for a claim that no article carries', async () => {
    const { page, context, complaints, claim, mark } = await at(true)
    await page.goto(`${desk.origin}/claims/new`)
    await page.locator('#new-claim-language').selectOption('it')
    await page
      .locator('#new-claim-statement')
      .pressSequentially(`Riaperto il ponte al traffico ${mark}`)
    const found = page.locator('#new-claim-similar').getByText(`${statement} ${mark}`)
    await found.waitFor()
    expect(await found.getAttribute('href')).toBe(`/claims/${claim}`)
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('shows its words where one points at it, among others that overlap', async () => {
    const { page, context, complaints, other } = await at(true)
    const { version = '' } = (await desk.store.articles.find(other)) ?? {}
    const ids: string[] = []
    for (const [start, end] of [
      [15, 40],
      [22, 31],
      [25, 60],
    ]) {
      const [id, appearanceId] = [desk.newId(), desk.newId()]
      const at = { article: other, version, start: start ?? 0, end: end ?? 0 }
      await takeFromArticle(desk, anna, at, { id, appearanceId, input: story.claimForm })
      ids.push(id)
    }
    await page.reload()
    const body = Array.from((await desk.store.articles.version(version))?.body ?? '')
    const pointed = async () =>
      (await page.locator('.taken-words.pointed').allTextContents()).join('').replace(/\s/g, '')
    const words = (start: number, end: number) => body.slice(start, end).join('').replace(/\s/g, '')
    expect(await pointed()).toBe('')
    const row = (id = '') =>
      page.locator('.taken li').filter({ has: page.locator(`[href="/claims/${id}"]`) })
    await row(ids[0]).hover()
    expect(await pointed()).toBe(words(15, 40))
    await row(ids[1]).locator('.statement').focus()
    expect(await pointed()).toBe(words(22, 31))
    await page.locator(`.claim-mark[href="/claims/${ids[2]}"]`).hover()
    expect(await pointed()).toBe(words(25, 60))
    await page.locator(`.claim-mark[href="/claims/${ids[2]}"]`).click()
    await page.locator('#steps').waitFor()
    expect(page.url()).toContain(ids[2])
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)
})
