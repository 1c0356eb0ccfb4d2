import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { importArticle } from '../../src/desk/articles.ts'
import { openArticle } from '../../src/desk/reader.ts'
import type { Member } from '../../src/domain/member.ts'
import { translator } from '../../views/messages.ts'
import {
  fill,
  type ServedDesk,
  servedDesk,
  signedIn,
  type Visitor,
  visitor,
} from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { drag, lines, select } from './selecting.ts'
import { tales } from './tale.ts'

const t = translator('en')
const text = `${story.bridge}
La sindaca ha scritto: «È una festa 🎉 per tutti 👨‍👩‍👧», poi ha ringraziato gli operai.
`

describe.skipIf(!chromiumPath)(inBrowser('words selected in an article'), () => {
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
  beforeEach(async () => {
    hands = await visitor(browser)
    await signedIn(desk, hands, anna)
    article = await story.article(desk, anna, `${text}\n${crypto.randomUUID()}`)
    await openReader(hands.page, article)
  })
  afterEach(async () => {
    expect(hands.complaints).toEqual([])
    await hands.context.close()
  })

  /** With the signs of what was seen before in their places: a word moves aside for each. */
  async function openReader(page: Page, id: string): Promise<void> {
    await page.goto(`${desk.origin}/articles/${id}`)
    await page.locator('#seen-list [data-done]').waitFor({ state: 'attached' })
  }

  /** What the form would take: exactly these words, which are marked in the text. */
  async function expectForm(page: Page, words: string): Promise<void> {
    await page.locator('#claim-form').waitFor()
    const body = (await openArticle(desk, idIn(page.url()))).version.body
    const { start, end } = await placeIn(page)
    expect(Array.from(body).slice(start, end).join('')).toBe(words)
    const quote = await page.locator('#claim-excerpt blockquote').textContent()
    expect(bare(quote ?? '')).toBe(bare(words))
    const marked = await page.locator('.chosen-words').allTextContents()
    expect(bare(marked.join(''))).toBe(bare(words))
    expect(await page.locator('#selection-bar').isHidden()).toBe(true)
  }

  test('are taken with the mouse from the middle of a sentence, and nothing moves', async () => {
    const { page } = hands
    await drag(page, 'costata', '«meno di due milioni')
    const top = await page.locator('#s5').evaluate((one) => one.getBoundingClientRect().top)
    await page.getByRole('button', { name: t('claimForm.title') }).click()
    const words = 'costata «meno di due milioni'
    await expectForm(page, words)
    expect(await page.locator('#claim-statement').inputValue()).toBe(words)
    const after = await page.locator('#s5').evaluate((one) => one.getBoundingClientRect().top)
    expect(Math.abs(after - top)).toBeLessThanOrEqual(1)
    expect(await focused(page)).toBe('n5')

    await fill(page.locator('#claim-form'), { kind: 'figure', claimantKind: 'outlet' })
    await page.getByRole('button', { name: t('claimForm.submit') }).click()
    await page.locator('#appearances .quotation', { hasText: words }).waitFor()
    const [taken] = await desk.store.claims.appearances([idIn(page.url())])
    expect(taken?.quote).toBe(words)
  }, 60_000)

  test('are taken across two sentences, with a claim’s shape and a number between them', async () => {
    const { page } = hands
    await story.claim(desk, anna, article)
    const { version } = await openArticle(desk, article)
    const at = Array.from(version.body.split('tre anni di lavori')[0] ?? '').length
    await page.goto(`${desk.origin}/articles/${article}?start=${at}&end=${at + 18}`)
    await fill(page.locator('#claim-form'), { kind: 'happened', claimantKind: 'outlet' })
    await page.getByRole('button', { name: t('claimForm.submit') }).click()
    await page.locator('#steps').waitFor()

    await openReader(page, article)
    expect(await page.locator('#s4 .claim-mark').count()).toBe(1)
    await drag(page, 'traffico', 'Lo ha')
    await page.locator('#selection-bar button').click()
    await expectForm(page, 'traffico dopo tre anni di lavori. Lo ha')
    expect(await page.locator('.number').nth(4).textContent()).toBe('5')
  }, 60_000)

  test('keep an emoji whole and count it once', async () => {
    const { page } = hands
    await select(page, '🎉 per', 'tutti 👨‍👩‍👧»')
    await page.locator('#selection-bar').waitFor()
    await page.keyboard.press('Enter')
    await expectForm(page, '🎉 per tutti 👨‍👩‍👧»')
  }, 60_000)

  test('are chosen word by word from a sentence’s number, and said', async () => {
    const { page } = hands
    const { keyboard } = page
    const said = page.locator('#selection-said')
    const hear = (words: string) =>
      said.getByText(t('reader.selected', { words }), { exact: true }).waitFor()
    await page.locator('#n5').focus()
    await keyboard.press('ArrowRight')
    expect(await page.locator('#selection-bar').isHidden()).toBe(true)
    await keyboard.press('Shift+ArrowRight')
    await hear('Lo')
    for (let i = 0; i < 15; i++) await keyboard.press('Shift+ArrowRight')
    for (let i = 0; i < 13; i++) await keyboard.press('ArrowRight')
    await hear('«meno di')
    await keyboard.press('ArrowLeft')
    await keyboard.press('Shift+ArrowLeft')
    await hear('costata «meno')
    expect(await focused(page)).toBe('n5')
    await keyboard.press('Escape')
    await said.getByText(t('reader.dropped')).waitFor()
    expect(await page.locator('#selection-bar').isHidden()).toBe(true)

    // Past the end of its sentence, into the next one; the number between them is no word.
    for (let i = 0; i < 24; i++) await keyboard.press('Shift+ArrowRight')
    for (let i = 0; i < 18; i++) await keyboard.press('ArrowRight')
    await hear('di euro». Secondo l’opposizione i')
    await keyboard.press('Enter')
    await expectForm(page, 'di euro».\n\nSecondo l’opposizione i')
    expect(await focused(page)).toBe('n5')
  }, 60_000)

  test('show nothing where they are not, or not only, the article’s', async () => {
    const { page } = hands
    const bar = page.locator('#selection-bar')
    await drag(page, 'costata', '«meno di due milioni')
    await bar.waitFor()
    await page.locator('h1').click()
    await bar.waitFor({ state: 'hidden' })
    await page.keyboard.press('ControlOrMeta+a')
    await page.waitForTimeout(300)
    expect(await bar.isHidden()).toBe(true)
    // Three clicks select a paragraph, and with it the beginning of what comes next.
    const [from, to] = await lines(page, 'Il ponte di Vallechiara riapre', 'Gazzetta della Valle')
    await page.mouse.click((from.x + to.x) / 2, from.y, { clickCount: 3 })
    await bar.waitFor()
    await bar.locator('button').click()
    await page.locator('#s1.chosen').waitFor()
    expect(await page.locator('.sentence.chosen').count()).toBe(1)
  }, 60_000)

  test('change while the form is open, and what was typed in it stays', async () => {
    const { page } = hands
    await select(page, 'ha riaperto ieri', 'traffico')
    await page.locator('#selection-bar button').click()
    await expectForm(page, 'ha riaperto ieri al traffico')
    const form = page.locator('#claim-form')
    await fill(form, {
      kind: 'figure',
      claimantKind: 'named',
      claimant: 'La sindaca',
      language: 'en',
    })
    await select(page, 'tre anni di lavori', 'tre anni di lavori')
    await page.locator('#selection-bar button').click()
    await page.locator('#claim-excerpt', { hasText: 'tre anni di lavori' }).waitFor()
    // The statement was not touched: it goes with the words.
    expect(await page.locator('#claim-statement').inputValue()).toBe('tre anni di lavori')
    await page.locator('#claim-statement').fill('I lavori sono durati tre anni')
    await page.locator('#n5').click()
    await page.locator('#s5.chosen').waitFor()
    expect(await page.locator('#claim-statement').inputValue()).toBe(
      'I lavori sono durati tre anni',
    )
    expect(await page.locator('#claim-claimant').inputValue()).toBe('La sindaca')
    expect(await page.locator('#claim-language').inputValue()).toBe('en')
    expect(await form.locator('[name=kind][value=figure]').isChecked()).toBe(true)
  }, 60_000)

  test.each(tales().map((tale) => [tale.read.title, tale] as const))(
    'are taken from an article as it came: %s',
    async (title, tale) => {
      const { page } = hands
      const details = { ...tale.read, title, url: '' }
      const given = { newId: desk.newId(), text: tale.text, source: 'paste' as const, details }
      const { id } = await importArticle(desk, anna, given)
      await openReader(page, id)
      await drag(page, tale.words, tale.words)
      await page.locator('#selection-bar button').click()
      await expectForm(page, tale.words)
    },
    60_000,
  )
})

const bare = (words: string): string => words.replace(/\s+/g, '')
const idIn = (address: string): string => /[\da-f]{8}-[\da-f-]{27}/.exec(address)?.[0] ?? ''
const focused = (page: Page): Promise<string> => page.locator(':focus').evaluate((one) => one.id)

/** What the form carries of the place. */
async function placeIn(page: Page): Promise<{ start: number; end: number }> {
  const value = async (name: string) =>
    Number(await page.locator(`#claim-form [name=${name}]`).getAttribute('value'))
  return { start: await value('start'), end: await value('end') }
}
