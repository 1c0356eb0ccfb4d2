import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { giveClaim } from '../../src/desk/claims.ts'
import { bringEvidence } from '../../src/desk/evidence.ts'
import type { Member } from '../../src/domain/member.ts'
import { translator } from '../../views/messages.ts'
import {
  fill,
  goOn,
  type ServedDesk,
  servedDesk,
  signedIn,
  type Visit,
  visitor,
} from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

const t = translator('en')
const saved = /^Saved at \d\d:\d\d$/
const isItself = (route: Route) => (route.request().postData() ?? '').includes('do=autosave')

describe.skipIf(!chromiumPath)(inBrowser('a verdict that saves itself'), () => {
  let browser: Browser
  let desk: ServedDesk
  let anna: Member
  let bruno: Member
  let claim = ''
  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    anna = await person(desk, 'editor', 'Anna Rossi', 1)
    bruno = await person(desk, 'checker', 'Bruno Conti')
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })
  beforeEach(async () => {
    claim = await story.claim(desk, anna, await story.article(desk, anna))
    await giveClaim(desk, anna, await story.read(desk, claim), anna.id)
    await bringEvidence(desk, anna, claim, desk.newId(), story.evidenceForm)
  })

  /** Somebody's browser, on the claim's page. */
  async function at(member: Member, visit: Visit = {}) {
    const one = await visitor(browser, visit)
    await signedIn(desk, one, member)
    await one.page.goto(`${desk.origin}/claims/${claim}`)
    return { ...one, ...parts(one.page) }
  }
  const working = async () => (await story.read(desk, claim)).working

  test('is there after a reload, and nothing asks before leaving it', async () => {
    const { page, state, rationale, saves, complaints, context } = await at(anna)
    await page.locator('#draft-conclusion').fill('Ha riaperto.')
    await rationale.pressSequentially('Lo dice il **verbale** [1].')
    await state.getByText(saved).waitFor()
    expect(await page.locator('#draft-missing li').allTextContents()).toEqual([t('verdict.rating')])
    await page.locator('#draft-form [value=true]').check()
    await page.locator('#draft-missing li').waitFor({ state: 'detached' })
    expect(saves).toHaveLength(2)

    await page.reload()
    expect(await rationale.inputValue()).toBe('Lo dice il **verbale** [1].')
    expect(await page.locator('#draft-form [value=true]').isChecked()).toBe(true)
    expect(await page.getByText('You saved a draft of the verdict').count()).toBe(1)
    await goOn(page)
    await page.getByRole('button', { name: t('move.propose') }).click()
    await page.locator('.why-not').waitFor()
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('leaves whoever writes on alone: words, caret, focus, scroll; one save at a time', async () => {
    const { page, state, rationale, saves, complaints, context } = await at(anna)
    let [under, most] = [0, 0]
    await page.route('**/verdict', async (route) => {
      most = Math.max(most, ++under)
      const response = await route.fetch()
      await page.waitForTimeout(1500)
      under--
      await route.fulfill({ response })
    })
    await page.locator('#draft-preview > summary').click()
    await rationale.fill('prima  dopo')
    for (let i = 0; i < ' dopo'.length; i++) await page.keyboard.press('ArrowLeft')
    const top = await page.evaluate('scrollY')
    await page.waitForTimeout(2700)
    // The first save is under way: its answer comes into the middle of these words.
    const words = 'e nel mezzo si scrive ancora a lungo senza che nulla si muova'
    await page.keyboard.type(words, { delay: 40 })
    await state.getByText(saved).waitFor()
    const there = () =>
      page.evaluate(`(() => {
        const { value, selectionStart: caret, id } = document.activeElement
        return { value, caret, id }
      })()`)
    const value = `prima ${words} dopo`
    expect(await there()).toEqual({
      value,
      caret: 'prima '.length + words.length,
      id: 'draft-rationale',
    })
    await expect.poll(async () => (await working())?.rationale, { timeout: 15_000 }).toBe(value)
    await page.locator('#draft-preview-body', { hasText: words }).waitFor()
    expect(await there()).toEqual({
      value,
      caret: 'prima '.length + words.length,
      id: 'draft-rationale',
    })
    expect(await page.evaluate('scrollY')).toBe(top)
    await page.keyboard.press('ControlOrMeta+z')
    expect(await rationale.inputValue()).not.toBe(value)
    expect(most).toBe(1)
    expect(saves.length).toBeGreaterThan(1)
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('is quiet where nothing differs, and does not wait where the form is left', async () => {
    const { page, state, rationale, saves, complaints, context } = await at(anna)
    await rationale.fill('x')
    await rationale.fill('')
    await page.locator('#add-evidence > summary').focus()
    await page.waitForTimeout(3000)
    expect(saves).toEqual([])
    expect(await state.textContent()).toBe(t('verdict.saves_itself'))

    await rationale.fill('Il verbale')
    await page.locator('#add-evidence > summary').focus()
    await state.getByText(saved).waitFor({ timeout: 2000 })
    await rationale.fill('Il verbale di collaudo')
    await page.evaluate(`Object.defineProperty(document, 'hidden', { value: true })
      document.dispatchEvent(new Event('visibilitychange'))`)
    await expect.poll(async () => (await working())?.rationale).toBe('Il verbale di collaudo')
    expect(saves).toHaveLength(2)
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('says a field that cannot be saved beside it, and takes it once it can', async () => {
    const { page, state, saves, complaints, context } = await at(anna, { expected: [422] })
    const field = page.locator('#draft-holdsOn')
    await field.fill('2024-13')
    await state.getByText(t('verdict.not_saved')).waitFor()
    const error = page.locator('#draft-holdsOn-error')
    expect(await error.textContent()).toBe(t('field.not_a_date'))
    expect(await field.getAttribute('aria-describedby')).toContain('draft-holdsOn-error')
    expect(await focused(page)).toBe('draft-holdsOn')
    expect(await working()).toBeNull()
    await page.waitForTimeout(3000)
    expect(saves).toHaveLength(1)
    await field.fill('2024-12')
    await state.getByText(saved).waitFor()
    expect(await error.count()).toBe(0)
    expect(await field.getAttribute('aria-invalid')).toBeNull()
    expect((await working())?.holdsOn).toBe('2024-12')
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('of two people stops for the later one, who saves by hand and loses nothing', async () => {
    const hers = await at(anna)
    const his = await at(bruno, { expected: [409] })
    await hers.rationale.fill('Le parole di Anna')
    await hers.state.getByText(saved).waitFor()
    await his.rationale.fill('Le parole di Bruno')
    await his.state.getByText(t('verdict.saved_since')).waitFor()
    await his.rationale.fill('Le parole di Bruno, ancora')
    await his.page.waitForTimeout(3000)
    expect(his.saves).toHaveLength(1)
    expect((await working())?.rationale).toBe('Le parole di Anna')
    await his.page.getByRole('button', { name: t('verdict.save') }).click()
    const both = his.page.locator('#conflict-form')
    await both.waitFor()
    expect(await both.textContent()).toContain('Anna')
    expect(await both.locator('[name=rationale]').inputValue()).toContain('Bruno, ancora')
    expect([...hers.complaints, ...his.complaints]).toEqual([])
    await Promise.all([hers.context.close(), his.context.close()])
  }, 60_000)

  test('shows what the public will read, and runs nothing that stands in it', async () => {
    const { page, complaints, context } = await at(anna)
    await page.locator('#draft-preview > summary').click()
    const shown = page.locator('#draft-preview-body')
    await shown.getByText(t('verdict.preview_empty')).waitFor()
    await page
      .locator('#draft-rationale')
      .fill('**Sì** <script>window.x = 1</script><img src=x onerror="window.x = 1"> [7]')
    await shown.locator('strong', { hasText: 'Sì' }).waitFor()
    await shown.getByText('It cites [7]').waitFor()
    expect(await shown.locator('script, img').count()).toBe(0)
    expect(await page.evaluate('"x" in window')).toBe(false)
    expect(await shown.locator('.prose').textContent()).toContain('<script>')
    // What was folded open in it stays open.
    await shown.locator('.sources > summary').click()
    await page.locator('#draft-rationale').fill('Vedi *qui* [1]')
    await shown.locator('em', { hasText: 'qui' }).waitFor()
    expect(await shown.locator('.sources').getAttribute('open')).not.toBeNull()
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('says that the desk cannot be reached, and tries again with the next change', async () => {
    const { page, state, rationale, context } = await at(anna)
    await context.setOffline(true)
    await rationale.fill('Scritto senza rete')
    await state.getByText(t('verdict.save_offline')).waitFor()
    expect(await rationale.inputValue()).toBe('Scritto senza rete')
    await context.setOffline(false)
    await rationale.press('End')
    await page.keyboard.type(', poi con la rete')
    await state.getByText(saved).waitFor()
    await expect
      .poll(async () => (await working())?.rationale, { timeout: 8000 })
      .toBe('Scritto senza rete, poi con la rete')
    await context.close()
  }, 60_000)

  test('takes its own words for its own where only the answer was lost', async () => {
    const { page, state, rationale, context } = await at(anna)
    await page.route(
      '**/verdict',
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    await rationale.fill('Arrivato')
    await state.getByText(t('verdict.save_offline')).waitFor()
    expect((await working())?.rationale).toBe('Arrivato')
    await rationale.fill('Arrivato, e poi altro')
    await state.getByText(saved).waitFor()
    await expect.poll(async () => (await working())?.rationale).toBe('Arrivato, e poi altro')
    await context.close()
  }, 60_000)

  test('lives with what else is done on the page and asked for meanwhile', async () => {
    const { page, state, rationale, complaints, context } = await at(anna)
    await page.locator('#add-evidence > summary').click()
    const { quoteLanguage, ...evidence } = story.evidenceForm
    await fill(page.locator('#new-evidence-form'), evidence)
    await rationale.fill('Due fonti: [1] e [2].')
    await page.locator('#new-evidence-form button[type=submit]').press('Enter')
    await page.locator('#evidence-2').waitFor()
    expect(await rationale.inputValue()).toBe('Due fonti: [1] e [2].')
    await expect.poll(async () => (await working())?.rationale).toBe('Due fonti: [1] e [2].')

    // Slow from here on: saving by hand, and leaving, wait for the save that is under way.
    await page.route('**/verdict', async (route) => {
      if (isItself(route)) await page.waitForTimeout(1000)
      await route.continue()
    })
    await rationale.fill('Tre fonti.')
    await page.waitForTimeout(2700)
    await page.getByRole('button', { name: t('verdict.save') }).click()
    await page.locator('#notice', { hasText: t('notice.draft') }).waitFor()
    await rationale.fill('Quattro fonti.')
    await page
      .locator('.nav')
      .getByRole('link', { name: t('nav.articles') })
      .click()
    await page.waitForURL('**/articles')
    expect((await working())?.rationale).toBe('Quattro fonti.')
    expect(await state.count()).toBe(0)
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('a page that was made before the last save does not bring old words back', async () => {
    const { page, state, rationale, complaints, context } = await at(anna)
    let go = () => {}
    const held = new Promise<void>((release) => {
      go = release
    })
    await page.route(`**/claims/${claim}`, async (route) => {
      const response = await route.fetch()
      await held
      await route.fulfill({ response })
    })
    const made = page.waitForRequest((request) => request.headers()['hx-boosted'] === 'true')
    await page.evaluate(`(() => {
      const link = document.createElement('a')
      link.href = location.pathname
      document.querySelector('#steps').append(link)
      htmx.process(link)
      link.click()
    })()`)
    await made
    await rationale.fill('Parole nuove')
    await state.getByText(saved).waitFor()
    go()
    await page.locator('#steps > a').waitFor({ state: 'detached' })
    expect(await rationale.inputValue()).toBe('Parole nuove')
    await rationale.fill('Parole ancora più nuove')
    await expect
      .poll(async () => (await working())?.rationale, { timeout: 8000 })
      .toBe('Parole ancora più nuove')
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)

  test('without script is looked at and saved by hand, and says so', async () => {
    const { page, state, rationale, context, complaints } = await at(anna, { javaScript: false })
    expect(await page.getByText(t('verdict.save_first')).isVisible()).toBe(true)
    expect(await state.getByText(t('verdict.saves_itself')).isVisible()).toBe(false)
    await rationale.fill('Il **verbale** [1]')
    await page.getByRole('button', { name: t('verdict.preview_do') }).click()
    await page.locator('#draft-preview-body strong', { hasText: 'verbale' }).waitFor()
    expect(await page.locator('#draft-preview').isVisible()).toBe(true)
    expect(await rationale.inputValue()).toBe('Il **verbale** [1]')
    expect(await working()).toBeNull()
    await page.getByRole('button', { name: t('verdict.save') }).click()
    await page.locator('#notice', { hasText: t('notice.draft') }).waitFor()
    expect((await working())?.rationale).toBe('Il **verbale** [1]')
    expect(complaints).toEqual([])
    await context.close()
  }, 60_000)
})

/** The form's own parts, and every save that it sends by itself. */
function parts(page: Page) {
  const saves: string[] = []
  page.on('request', (request) => {
    const body = request.postData() ?? ''
    if (body.includes('do=autosave')) saves.push(body)
  })
  return { saves, state: page.locator('#draft-state'), rationale: page.locator('#draft-rationale') }
}

const focused = (page: Page): Promise<string> => page.locator(':focus').evaluate((one) => one.id)
