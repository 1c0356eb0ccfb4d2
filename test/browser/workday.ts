import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { fill, goOn } from '../support/browser.ts'
import * as story from '../support/story.ts'
import { type Hands, notice, press } from './journey.ts'

/** An article as a newspaper's page has it, with what stands around it. */
export const pageOf = (title: string, paragraphs: string[]): string => `<!doctype html>
<html lang="it"><head><meta charset="utf-8"><title>${title} - Gazzetta della Valle</title>
<meta property="og:site_name" content="Gazzetta della Valle">
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: title,
  datePublished: '2024-03-12T08:00:00+01:00',
  author: { '@type': 'Person', name: 'Lucia Ferri' },
  publisher: { '@type': 'Organization', name: 'Gazzetta della Valle' },
})}</script></head><body><nav><a href="/">Prima pagina</a> <a href="/sport">Sport</a></nav>
<div class="cookie-banner">Questo sito usa i cookie. Accetta tutto.</div>
<main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></main>
<aside><h2>Leggi anche</h2><ul><li><a href="/altro">Un altro articolo</a></li></ul></aside></body></html>`

/** Brings in a page by its address, and confirms what was read from it. */
export async function bringPage({ page, t, origin }: Hands, address: string): Promise<void> {
  await page.goto(`${origin}/articles/new`)
  await fill(page.locator('#new-article-form'), { address })
  await press(page, t('article.read'))
  const read = page.locator('#article-form')
  expect(await read.locator('[name=byline]').inputValue()).toBe('Lucia Ferri')
  expect(await read.locator('[name=date]').inputValue()).toBe('2024-03-12')
  await press(page, t('article.confirm'))
  await notice(page, t('notice.article_added'))
  const text = (await page.locator('.text').textContent()) ?? ''
  expect(text).not.toMatch(/cookie|Leggi anche|Sport/)
}

/** Selects words, and takes them by the bar that shows itself. */
export async function select({ page }: Hands, phrase: string): Promise<void> {
  await page.locator('.sentence', { hasText: phrase }).evaluate((sentence, words) => {
    const page = sentence.ownerDocument
    const nodes = page.createTreeWalker(sentence, 4)
    while (nodes.nextNode()) {
      const node = nodes.currentNode
      const at = node.data.indexOf(words)
      if (at >= 0) page.getSelection().setBaseAndExtent(node, at, node, at + words.length)
    }
  }, phrase)
  await page.locator('#selection-bar button').click()
  await page.locator('#claim-form').waitFor()
}

/** Chooses the sentence in which words stand. */
export async function choose({ page }: Hands, words: string): Promise<void> {
  await page.locator('.sentence', { hasText: words }).first().locator('.number').click()
  await page.locator('#claim-form').waitFor()
}

const claiming = { claimantKind: 'outlet', claimedOn: '2024-03-12' }

/** @returns the id of the claim that was taken */
export async function take({ page, t }: Hands, statement: string, quote: string | null) {
  const form = page.locator('#claim-form')
  if (quote) expect((await form.locator('blockquote').textContent())?.trim()).toBe(quote)
  await fill(form, { statement, kind: 'happened', topics: 'ponte, Lavori', ...claiming })
  await press(page, t('claimForm.submit'))
  await notice(page, t('notice.open'))
  return idIn(page)
}

const idIn = (page: Page): string => /claims\/([\da-f-]{36})/.exec(page.url())?.[1] ?? ''

/** The highlight of a claim leads to it; and back to the article. */
export async function openTaken({ page }: Hands, statement: string): Promise<void> {
  const article = page.url()
  await page.locator(`.claim-mark[aria-label*="${statement}"]`).first().click()
  await page.locator('#steps').waitFor()
  await page.goto(article)
}

export async function backToArticle({ page }: Hands): Promise<void> {
  await page.locator('#appearances a[href^="/articles/"]').last().click()
  await page.locator('.reader').waitFor()
}

export async function split({ page, t }: Hands, [first = '', second = '']: string[]) {
  await page.getByRole('link', { name: t('split.do'), exact: true }).click()
  const kinds = { kind1: 'figure', kind2: 'figure' }
  await fill(page.locator('#split-form'), { statement1: first, statement2: second, ...kinds })
  await press(page, t('split.submit'))
  await notice(page, t('notice.split'))
}

/** Types the statement until the desk knows it, and says that it is that one. */
export async function itIsThisOne({ page, t }: Hands, statement: string): Promise<void> {
  const form = page.locator('#claim-form')
  const known = page.locator('#claim-similar li', { hasText: statement })
  await form.locator('[name=statement]').fill('')
  await form.locator('[name=statement]').pressSequentially(statement.slice(0, 60))
  if (await form.locator('.without-script button').isVisible()) {
    await press(page, t('claimForm.look'))
  }
  await known.waitFor()
  // Half of a statement may say something else than the whole: then that is asked about first.
  const fold = known.locator('details:not([open]) > summary')
  if (await fold.isVisible()) await fold.click()
  await known.locator('a.same').click()
  await page.locator('#known-claim').waitFor()
  await fill(page.locator('#claim-form'), claiming)
  await press(page, t('claimForm.submit_same'))
  await page.locator('#appearances .place').nth(1).waitFor()
}

export async function setAsideFor({ page, t }: Hands, survivor: string): Promise<void> {
  const way = page.locator(`a[href*="duplicateOf=${survivor}"]`)
  const look = page.locator('.similar-found').getByRole('link', { name: t('similar.look') })
  await way.or(look).first().waitFor()
  // With JavaScript the link goes as what it leads to arrives.
  if (!(await way.isVisible())) await look.click({ timeout: 1000 }).catch(() => {})
  await way.click()
  const form = page.locator('#setting-aside-form')
  await fill(form, { reason: 'duplicate', likely: survivor })
  await form.getByRole('button', { name: t('move.set_aside'), exact: true }).click()
  await notice(page, t('notice.set_aside'))
}

/** Takes the work, and records a source, a search and somebody who was asked. */
export async function lookInto({ page, t }: Hands): Promise<void> {
  await press(page, t('move.take'), '#steps')
  await page.locator('#steps').getByText(t('claim.with_you')).waitFor()
  const folded = [
    ['evidence', { ...story.evidenceForm, kind: 'document', locator: 'p. 2' }],
    ['search', { place: 'Albo pretorio', words: 'collaudo ponte', outcome: 'none_found' }],
    [
      'contact',
      { who: 'Ufficio stampa del comune', way: 'email', question: 'Quando ha riaperto?' },
    ],
  ] as const
  for (const [name, values] of folded) {
    await page.locator(`#add-${name} > summary`).click()
    const form = page.locator(`#new-${name}-form`)
    await openFolds(page, `#new-${name}-form`)
    await fill(form, { ...values })
    await form.locator('button[type=submit]').last().click()
    const shown =
      name === 'evidence' ? '#evidence-1' : name === 'search' ? '.searches li' : '.contacts li'
    await page.locator(shown).first().waitFor()
  }
}

async function openFolds(page: Page, form: string): Promise<void> {
  // Each that is opened is none of these any more.
  const folds = page.locator(`${form} details:not([open]) > summary`)
  for (let left = await folds.count(); left > 0; left--) await folds.first().click()
}

/** Two people reword one claim: the second sees both, word by word, and saves what is right. */
export async function conflict(one: Hands, other: Hands, claim: string, [first = '', second = '']) {
  for (const { page, origin } of [one, other]) await page.goto(`${origin}/claims/${claim}/edit`)
  const save = async ({ page, t }: Hands, statement: string) => {
    await fill(page.locator('#edit-claim-form'), { statement })
    await press(page, t('form.save'))
  }
  await save(one, first)
  await notice(one.page, one.t('notice.reword'))
  await save(other, second)
  const both = other.page.locator('#conflict-form')
  const merged = await both.locator('[name=statement]').inputValue()
  expect([merged.startsWith('Infine'), merged.endsWith('.')]).toEqual([true, true])
  await press(other.page, other.t('conflict.submit'))
  await notice(other.page, other.t('notice.reword'))
}

export async function propose(
  { page, t, origin }: Hands,
  claim: string,
  rating: string,
  conclusion: string,
) {
  await page.goto(`${origin}/claims/${claim}`)
  const rationale = 'Il verbale di collaudo [1] autorizza la **riapertura**.'
  await fill(page.locator('#draft-form'), { rating, conclusion, rationale })
  await goOn(page)
  await press(page, t('move.propose'))
  await notice(page, t('notice.propose'))
}

export async function publish({ page, t, origin }: Hands, claim: string, reason?: string) {
  await page.goto(`${origin}/claims/${claim}`)
  const asked = page.locator('#publish > summary')
  await asked.click()
  if (reason) {
    const correction = { correctionKind: 'update', correctionReason: reason }
    await fill(page.locator('#publication-form'), correction)
  }
  await page.locator('#publication-form button[type=submit]').click()
  await notice(page, t('notice.publish'))
}

export async function reopen({ page, t, origin }: Hands, claim: string): Promise<void> {
  await page.goto(`${origin}/claims/${claim}`)
  await page.locator('#reopen > summary').click()
  await page.locator('#reopening-form button[type=submit]').click()
  await notice(page, t('notice.reopen'))
}
