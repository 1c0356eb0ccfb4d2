import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Download, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Language, Translate } from '../../views/messages.ts'
import { fill, goOn, type Visitor } from '../support/browser.ts'
import type { Tale } from './tale.ts'

/** The desk as one person works at it: the steps of the journey, each waiting for what it shows. */
export type Hands = Visitor & { t: Translate; lang: Language; origin: string }

const password = 'una lunga frase segreta'

export const notice = (page: Page, text: string) =>
  page.locator('#notice').getByText(text, { exact: true }).waitFor()

export const press = (page: Page, name: string, within = 'main') =>
  page.locator(within).getByRole('button', { name, exact: true }).click()

export async function foundDesk({ page, t }: Hands, link: string, name: string): Promise<void> {
  await page.goto(link)
  const account = { name, email: 'anna@example.org', password }
  await fill(page.locator('#welcome-form'), { desk: 'Desk di prova', ...account })
  await page.locator('#welcome-form [name=example]').uncheck()
  await press(page, t('welcome.submit'))
  await notice(page, t('notice.welcome'))
}

/** @returns the link of an invitation */
export async function invite({ page, t, origin }: Hands, role: string): Promise<string> {
  await page.goto(`${origin}/people`)
  await fill(page.locator('#invite-form'), { role })
  await press(page, t('people.invite_submit'))
  return page.locator('#invitation-link').inputValue()
}

export async function joinDesk({ page, t }: Hands, link: string, name: string): Promise<void> {
  await page.goto(link)
  await fill(page.locator('#join-form'), { name, email: 'bruno@example.org', password })
  await press(page, t('join.submit'))
  await notice(page, t('notice.joined'))
}

/** Brings in an article, by pasting or by uploading it, and confirms what was read. */
export async function bringArticle(hands: Hands, tale: Tale, upload: string | null): Promise<void> {
  const { page, t } = hands
  await page
    .locator('.nav')
    .getByRole('link', { name: t('nav.articles'), exact: true })
    .click()
  await page.getByRole('link', { name: t('article.add'), exact: true }).click()
  const form = page.locator('#new-article-form')
  if (upload) {
    const file = join(upload, 'article.txt')
    writeFileSync(file, tale.text)
    await fill(form, { file })
  } else await fill(form, { text: tale.text })
  await press(page, t('article.read'))

  const read = page.locator('#article-form')
  const value = (name: string) => read.locator(`[name="${name}"]`).inputValue()
  const { title, outlet = '', byline = '', date, language } = tale.read
  const shown = await value('title')
  expect(shown.startsWith(title), shown).toBe(true)
  expect(shown.length).toBeLessThan(200)
  expect(await read.getByText(t('article.title_proposed')).count()).toBe(tale.titleProposed ? 1 : 0)
  expect(await read.getByText(t('article.date_missing')).count()).toBe(date ? 0 : 1)
  expect(await value('outlet')).toBe(outlet)
  expect(await value('byline')).toBe(byline)
  expect(await value('date')).toBe(date)
  expect(await value('language')).toBe(language)
  await press(page, t('article.confirm'))
  await notice(page, t('notice.article_added'))
}

/** Chooses the sentence before, extends the choice to the right one, and narrows it to that one. */
export async function takeClaim({ page, t }: Hands, tale: Tale): Promise<string> {
  const sentence = page.locator('.sentence', { hasText: tale.words })
  const n = Number(await sentence.locator('.number').textContent())
  const said = page.locator('#choice-said')
  const hear = (count: number, from: number) => {
    const sentences = { words: 'no', count, from, to: from + count - 1 }
    return said.getByText(t('reader.chosen_status', sentences)).waitFor()
  }
  if (n > 1) {
    await page.locator(`#n${n - 1}`).click()
    await hear(1, n - 1)
    await page.locator(`#n${n}`).click()
    await hear(2, n - 1)
  }
  await page.locator(`#n${n}`).click()
  await hear(1, n)
  const form = page.locator('#claim-form')
  expect(await form.locator('[name=statement]').inputValue()).toContain(tale.words)
  await fill(form, tale.claim)
  await press(page, t('claimForm.submit'))
  await notice(page, t('notice.open'))
  const claim = page.url().replace(/#.*/, '')
  await page.locator('#appearances a[href^="/articles/"]').first().click()
  await page.locator('.sentence .taken-words', { hasText: tale.words }).first().waitFor()
  await page.locator('.sentence .claim-mark').first().click()
  await page.locator('#steps').waitFor()
  expect(page.url().replace(/#.*/, '')).toBe(claim)
  return claim
}

/** Takes the work, adds what speaks for and against, and records the search. */
export async function check({ page, t }: Hands, { evidence, search }: Tale): Promise<void> {
  await press(page, t('move.take'), '#steps')
  await page.locator('#steps').getByText(t('claim.with_you')).waitFor()
  for (const [i, one] of evidence.entries()) {
    await page.locator('#add-evidence > summary').click()
    await fill(page.locator('#new-evidence-form'), one)
    await press(page, t('evidence.submit'))
    await page.locator(`#evidence-${i + 1}`).waitFor()
  }
  if (!search) return
  await page.locator('#add-search > summary').click()
  await fill(page.locator('#new-search-form'), search)
  await press(page, t('claim.search_submit'))
  await notice(page, t('notice.search'))
}

/** Writes the verdict, saves it as a draft, and puts it before a colleague. */
export async function propose({ page, t }: Hands, { verdict }: Tale): Promise<void> {
  await fill(page.locator('#draft-form'), verdict)
  await press(page, t('verdict.save'))
  await notice(page, t('notice.draft'))
  await goOn(page)
  await press(page, t('move.propose'))
  await notice(page, t('notice.propose'))
}

/** The page has no button for its author and says why; a form made by hand is refused too. */
export async function beRefused(hands: Hands, claim: string): Promise<void> {
  const { page, t, context, origin, lang } = hands
  await page.locator('.why-not', { hasText: t('verdict.author_waits') }).waitFor()
  expect(await page.locator('#publish').count()).toBe(0)
  const revision = await page.locator('#taking-back-form [name=revision]').inputValue()
  const forged = await context.request.post(`${claim}/publication`, {
    form: { revision, verdictRevision: '0' },
    headers: { origin, 'accept-language': lang },
    maxRedirects: 0,
  })
  expect(forged.status()).toBe(403)
  expect((await forged.text()).includes(t('refusal.four_eyes'))).toBe(true)
}

export async function publish({ page, t, origin }: Hands, tale: Tale): Promise<void> {
  await page.goto(`${origin}/review`)
  await page.locator('#to-read').getByText(String(tale.claim.statement), { exact: true }).click()
  await page.locator('.preview', { hasText: String(tale.verdict.conclusion) }).waitFor()
  await page.locator('#publish > summary').click()
  await press(page, t('verdict.publish_submit'))
  await notice(page, t('notice.publish'))
}

/** @returns the document as it was saved, read as JSON */
export async function download({ page, t }: Hands): Promise<unknown> {
  await page
    .locator('.nav')
    .getByRole('link', { name: t('nav.exports'), exact: true })
    .click()
  const [saved] = await Promise.all<[Promise<Download>, Promise<void>]>([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('exports.download') }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('verdicts.json')
  return JSON.parse(readFileSync(await saved.path(), 'utf8'))
}
