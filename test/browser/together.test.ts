import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { translator } from '../../views/messages.ts'
import { fill, type ServedDesk, servedDesk, signedIn, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'

const t = translator('en')
const manners = [
  { name: 'with JavaScript', javaScript: true },
  { name: 'without JavaScript', javaScript: false },
]

describe.skipIf(!chromiumPath)(inBrowser('two people at once'), () => {
  let browser: Browser
  let desk: ServedDesk
  let anna: Member
  let bruno: Member
  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    anna = await person(desk, 'editor', 'Anna Rossi', 1)
    bruno = await person(desk, 'editor', 'Bruno Conti')
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  /** Somebody's browser, signed in. */
  async function at(member: Member, javaScript: boolean) {
    const one = await visitor(browser, { javaScript, expected: [409] })
    await signedIn(desk, one, member)
    return one
  }

  test.each(manners)(
    'the later save on an older revision shows both versions and loses nothing, $name',
    async ({ javaScript }) => {
      const article = await story.article(desk, anna)
      const id = await story.claim(desk, anna, article)
      const [first, second] = [await at(anna, javaScript), await at(bruno, javaScript)]
      for (const { page } of [first, second]) await page.goto(`${desk.origin}/claims/${id}/edit`)

      const hers = { statement: 'Il ponte ha riaperto l’11 marzo 2024', kind: 'happened' }
      const his = {
        statement: 'I lavori sono durati\ntre anni, «più» del previsto',
        kind: 'figure',
      }
      await fill(first.page.locator('#edit-claim-form'), hers)
      await fill(second.page.locator('#edit-claim-form'), his)
      const save = { name: t('form.save'), exact: true }
      await first.page.getByRole('button', save).click()
      await first.page.locator('#notice', { hasText: t('notice.reword') }).waitFor()

      await second.page.getByRole('button', save).click()
      const both = second.page.locator('#conflict-form')
      await both.getByText(hers.statement).waitFor()
      expect(await both.locator('[name=statement]').inputValue()).toBe(his.statement)
      expect(await both.locator('[name=kind]').inputValue()).toBe(his.kind)
      expect((await story.read(desk, id)).claim.statement).toBe(hers.statement)

      await second.page.getByRole('button', { name: t('conflict.submit') }).click()
      await second.page.locator('#notice', { hasText: t('notice.reword') }).waitFor()
      const { claim } = await story.read(desk, id)
      expect(claim.kind).toBe('figure')
      expect(claim.statement.replaceAll('\r\n', '\n')).toBe(his.statement)
      expect([...first.complaints, ...second.complaints]).toEqual([])
      await Promise.all([first.context.close(), second.context.close()])
    },
    60_000,
  )

  test.each(manners)(
    'changes of different words are both in what the later one is offered to save, $name',
    async ({ javaScript }) => {
      const article = await story.article(desk, anna)
      const id = await story.claim(desk, anna, article)
      const { statement } = story.claimForm
      const [first, second] = [await at(anna, javaScript), await at(bruno, javaScript)]
      for (const { page } of [first, second]) await page.goto(`${desk.origin}/claims/${id}/edit`)
      const save = { name: t('form.save'), exact: true }
      await first.page.locator('[name=statement]').fill(statement.replace('tre', 'quattro'))
      await first.page.getByRole('button', save).click()
      await first.page.locator('#notice', { hasText: t('notice.reword') }).waitFor()
      await second.page.locator('[name=statement]').fill(`${statement}, dice la sindaca`)
      await second.page.getByRole('button', save).click()

      const offered = second.page.locator('#conflict-form [name=statement]')
      await offered.waitFor()
      const both = `${statement.replace('tre', 'quattro')}, dice la sindaca`
      expect(await offered.inputValue()).toBe(both)
      expect(await second.page.locator('mark').allTextContents()).toEqual([
        'quattro',
        'tre',
        ', dice la sindaca',
      ])
      await second.page.getByRole('button', { name: t('conflict.submit') }).click()
      await second.page.locator('#notice', { hasText: t('notice.reword') }).waitFor()
      expect((await story.read(desk, id)).claim.statement).toBe(both)
      expect([...first.complaints, ...second.complaints]).toEqual([])
      await Promise.all([first.context.close(), second.context.close()])
    },
    60_000,
  )

  test.each(manners)(
    'a form that is sent twice makes one claim and one piece of evidence, $name',
    async ({ javaScript }) => {
      const { page, context, complaints } = await at(anna, javaScript)
      await page.goto(`${desk.origin}/claims/new`)
      const statement = `Una frase mandata due volte, ${javaScript}`
      const form = { statement, kind: 'happened', explanation: 'La chiede una lettrice.' }
      await fill(page.locator('#new-claim-form'), form)
      await page.getByRole('button', { name: t('claim.new_submit') }).dblclick()
      await page.locator('#steps').waitFor()
      const newest = { sort: 'newest', after: null, limit: 100 } as const
      const { claims: rows } = await desk.store.queue.list({}, newest)
      expect(rows.filter((one) => one.statement === statement)).toHaveLength(1)

      await page.locator('#add-evidence > summary').click()
      const { quoteLanguage, ...evidence } = story.evidenceForm
      await fill(page.locator('#new-evidence-form'), evidence)
      await page.getByRole('button', { name: t('evidence.submit') }).dblclick()
      await page.locator('#evidence-1').waitFor()
      const [id = ''] = /[\da-f-]{36}/.exec(page.url()) ?? []
      expect(await desk.store.claims.evidence([id])).toHaveLength(1)
      expect(complaints).toEqual([])
      await context.close()
    },
    60_000,
  )
})
