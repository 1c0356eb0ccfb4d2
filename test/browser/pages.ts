import type { Page } from 'playwright-core'
import { reword } from '../../src/desk/wording.ts'
import { cursorText } from '../../src/domain/export-cursor.ts'
import type { Member } from '../../src/domain/member.ts'
import * as story from '../support/story.ts'
import { bridge } from '../support/story.ts'
import type { World } from './world.ts'

/** A page as somebody comes to see it: by its address, or by what they do there. */
export type Sight = {
  name: string
  by: Member | null
  path: string
  act?: (page: Page) => Promise<void>
}

const sent = (page: Page, form: string) =>
  page
    .locator(`${form} .primary[type=submit], ${form}:not(:has(.primary)) button[type=submit]`)
    .first()
    .click()

/** The words of a claim that is there, with another figure. */
const figure = 'Il ponte di Vallechiara ha riaperto dopo quattro anni di lavori.'

/** Every page of a desk on which something stands at every stage. */
export function sights(world: World): Sight[] {
  const { desk, author, reviewer, viewer, article, claims, evidence, contact, appearance } = world
  const { claimant, quotes, snapshots, drifted, letters, readings, linkedTo } = world
  const { hooks, imports, ruling } = world
  const see = (name: string, path: string, by: Member | null = author): Sight => ({
    name,
    by,
    path,
  })
  const reader = `/articles/${article}`
  return [
    see('sign in', '/signin', null),
    {
      ...see('a refused sign-in', '/signin', null),
      act: async (page) => {
        await sent(page, '#signin-form')
        await page.locator('#signin-errors').waitFor()
      },
    },
    see('the public list', '/verdicts', null),
    see('a public search that finds nothing', '/verdicts?q=zebra', null),
    see('a public address with nothing at it', '/verdicts/nothing', null),
    ...(['decided', 'mended', 'reopened', 'withdrawn'] as const).map((at) =>
      see(`a public verdict: ${at}`, `/verdicts/${claims[at]}`, null),
    ),
    see('a public verdict, an older version', `/verdicts/${claims.mended}/versions/1`, null),
    see('corrections', '/corrections', null),
    see('join', `/join/${world.token}`, null),
    see('a link that is used up', '/join/used', null),
    see('a password to be chosen', `/password/${world.password}`, null),
    see('one’s account', '/me'),
    see('tokens, none yet', '/me/tokens'),
    {
      ...see('a token that was made', '/me/tokens'),
      act: async (page) => {
        await page.locator('#token-name').fill('Newsletter')
        await sent(page, '#token-form')
        await page.locator('#token').waitFor()
      },
    },
    {
      ...see('what programs can ask', '/docs/api'),
      act: async (page) => page.locator('.api-endpoint > summary').nth(1).click(),
    },
    see('people', '/people'),
    {
      ...see('an invitation’s link', '/people'),
      act: async (page) => {
        await sent(page, '#invite-form')
        await page.locator('#invitation-link').waitFor()
      },
    },
    see('settings', '/settings'),
    see('webhooks', '/webhooks'),
    {
      ...see('a refused webhook', '/webhooks'),
      act: async (page) => {
        await page.locator('[name=url]').fill('http://site.example/')
        await sent(page, '#webhook-form')
        await page.locator('#webhook-errors').waitFor()
      },
    },
    {
      ...see('a webhook with everything unfolded', `/webhooks/${hooks.webhooks.active}`),
      act: async (page) => {
        for (const id of ['changing', 'rotating', 'ending-it']) {
          await page.locator(`#${id} > summary`).click()
        }
      },
    },
    {
      ...see('a webhook’s secret', `/webhooks/${hooks.webhooks.active}`),
      act: async (page) => {
        await page.locator('#rotating > summary').click()
        await page.locator('#secret-form button').click()
        await page.locator('#webhook-secret').waitFor()
      },
    },
    see('a webhook that is paused', `/webhooks/${hooks.webhooks.paused}`),
    see('a webhook that has ended', `/webhooks/${hooks.webhooks.ended}`),
    see('a delivery', `/deliveries/${hooks.deliveries.told}`),
    see('a delivery that failed', `/deliveries/${hooks.deliveries.failed}`),
    see('the rating scale', '/settings/scale'),
    see('a rating', '/settings/scale/mixed'),
    see('a retired rating', '/settings/scale/hearsay'),
    {
      ...see('a refused rating', '/settings/scale/new'),
      act: async (page) => {
        await page.locator('[name=labelEn]').fill('True')
        await page.locator('[name=tone][value=red]').check()
        await sent(page, '#rating-form')
        await page.locator('#rating-errors').waitFor()
      },
    },
    see('what others rated', '/rulings'),
    see('what others rated, searched', '/rulings?q=vallechiara&publisher=pagellapolitica.it'),
    see('a ruling', `/rulings/${ruling}/similar`, viewer),
    see('a claim with a ruling as evidence begun', `/claims/${claims.checking}?ruling=${ruling}`),
    see('articles', '/articles'),
    see('articles that were found', '/articles?q=ponte'),
    see('articles, none found', '/articles?q=zebra'),
    see('a new article', '/articles/new'),
    {
      ...see('what was read from a text', '/articles/new'),
      act: async (page) => {
        await page.locator('[name=text]').fill(`${bridge}\n${Math.random()}`)
        await sent(page, '#new-article-form')
        await page.locator('#article-form').waitFor()
      },
    },
    see('the reader', reader),
    see('the reader for a viewer', reader, viewer),
    see('the reader with a choice', `${reader}?from=4&to=5`),
    see('the reader with words chosen', `${reader}?start=20&end=160`),
    see(
      'words that are one more appearance',
      `${reader}?start=20&end=160&claim=${claims.checking}`,
    ),
    see('words for a decided claim', `${reader}?start=20&end=160&claim=${claims.decided}`),
    see('words that are not there', `${reader}?start=1&end=99999`),
    {
      ...see('words selected in the reader', reader),
      act: async (page) => {
        await page.locator('#n4').focus()
        for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight')
        await page.locator('#selection-bar').waitFor()
      },
    },
    {
      ...see(
        'an appearance refused in the reader',
        `${reader}?start=0&end=40&claim=${claims.checking}`,
      ),
      act: async (page) => {
        await sent(page, '#claim-form')
        await page.locator('#claim-errors').waitFor()
      },
    },
    {
      ...see('a refused claim in the reader', `${reader}?from=4&to=4`),
      act: async (page) => {
        await page.locator('#claim-form [name=statement]').fill('')
        await sent(page, '#claim-form')
        await page.locator('#claim-errors').waitFor()
      },
    },
    see('coverage', `${reader}?coverage=1`),
    see('coverage for a viewer', `${reader}?coverage=1`, viewer),
    see('a sentence to be set aside', `${reader}?coverage=1&from=6&to=6&aside=1`),
    see('sentences that were set aside', `${reader}?coverage=1&from=2&to=6`),
    {
      ...see('an aside without a reason', `${reader}?coverage=1&from=6&to=6&aside=1`),
      act: async (page) => {
        await sent(page, '#aside-form')
        await page.locator('#aside-errors').waitFor()
      },
    },
    {
      ...see('all that is left to be set aside', `${reader}?coverage=1`),
      act: async (page) => page.locator('#rest > summary').click(),
    },
    see('the details of an article', `${reader}/details`),
    see('the queue', '/claims'),
    see('the queue for a viewer', '/claims?stage=inbox', viewer),
    see('a filter with nothing in it', '/claims?stage=inbox&who=mine', reviewer),
    see('a filtered queue', `/claims?q=ponte&language=it&article=${article}&sort=newest`),
    {
      ...see('a filtered queue with its filters unfolded', `/claims?language=it&rating=true`),
      act: async (page) => {
        await page.locator('#queue-filters').evaluate((one) => one.setAttribute('open', ''))
      },
    },
    see('a search that finds nothing', '/claims?q=zebra&stage=inbox'),
    see('a search with filters among its words', '/claims?q=ponte+lang%3Ait+colour%3Ared+pont*'),
    {
      ...see('a search, its facets and its help unfolded', '/claims?q=ponte'),
      act: async (page) => {
        await page.locator('.search-help summary').click()
        await page.locator('.queue-row mark').first().waitFor()
      },
    },
    see('a search that says nothing', '/claims?q=il'),
    see('a new claim', '/claims/new'),
    see(
      'a new claim that begins with words',
      `/claims/new?${new URLSearchParams({ statement: figure, language: 'it' })}`,
    ),
    see('claims similar to one', `/claims/${claims.inbox}/similar`),
    see('claims similar to one, for a viewer', `/claims/${claims.inbox}/similar`, viewer),
    {
      ...see('similar claims on the page of one', `/claims/${claims.inbox}`),
      act: async (page) => page.locator('#similar .similar-title').waitFor(),
    },
    {
      ...see('sentences that were checked before', reader),
      act: async (page) => page.locator('#seen-list [data-done]').waitFor({ timeout: 60_000 }),
    },
    see('sentences that were checked before, as a page', `${reader}/seen`),
    see('have we seen this before', '/seen'),
    {
      ...see('what was seen before', '/seen', viewer),
      act: async (page) => {
        const text = `${figure} ${bridge} Piove in tutta la valle, come sempre in marzo.`
        await page.locator('#seen-form [name=text]').fill(text)
        await sent(page, '#seen-form')
        await page.locator('#answer-1').waitFor()
      },
    },
    {
      ...see('a text that is none', '/seen'),
      act: async (page) => {
        await sent(page, '#seen-form')
        await page.locator('#seen-errors').waitFor()
      },
    },
    ...Object.entries(claims).map(([at, id]) => see(`a claim: ${at}`, `/claims/${id}`)),
    see('a claim in review, for its reviewer', `/claims/${claims.in_review}`, reviewer),
    see('a claim in review, for a viewer', `/claims/${claims.in_review}`, viewer),
    see('a decided claim, for an editor', `/claims/${claims.decided}`, reviewer),
    ...Object.entries(claims).map(([at, id]) =>
      see(`a claim as it stood: ${at}`, `/claims/${id}?asOf=${encodeURIComponent(world.past)}`),
    ),
    see('a claim that was not there', `/claims/${claims.decided}?asOf=2001-01-01`),
    see('a moment that cannot be read', `/claims/${claims.decided}?asOf=soon`),
    {
      ...see('a refused proposal', `/claims/${claims.drafted}`),
      act: async (page) => {
        await sent(page, '#draft-form')
        await page.locator('#draft-errors').waitFor()
      },
    },
    {
      ...see('a proposal without a word for what is open', `/claims/${claims.drafted}`),
      act: async (page) => {
        await page.locator('#draft-rationale').fill('Lo dice il **comune**.\n\nE nessun altro.')
        await page.locator('#look > summary').click()
        await page.locator('#draft-findingsWord').fill('')
        await sent(page, '#draft-form')
        await page.locator('#draft-errors').waitFor()
      },
    },
    {
      ...see('everything unfolded', `/claims/${claims.checking}`),
      act: async (page) => {
        for (const one of await page.locator('main details:not([open]) > summary').all()) {
          if (await one.isVisible()) await one.click()
        }
      },
    },
    see('the words of a claim', `/claims/${claims.checking}/edit`),
    see('a claim to be split', `/claims/${claims.checking}/split`),
    {
      ...see('a refused split', `/claims/${claims.checking}/split`),
      act: async (page) => {
        await sent(page, '#split-form')
        await page.locator('#split-errors').waitFor()
      },
    },
    {
      ...see('a refused plan', `/claims/${claims.checking}`),
      act: async (page) => {
        await page.locator('#plan > summary').click()
        await page.locator('#planning-form [name=dueOn]').fill('9999-12-31')
        await sent(page, '#planning-form')
        await page.locator('#planning-errors').waitFor()
      },
    },
    see('a claim whose verdict can be taken over', `/claims/${linkedTo.linked}`),
    see('a verdict that was taken over', `/claims/${linkedTo.reused}`, reviewer),
    see('a verdict that was taken over, for a viewer', `/claims/${linkedTo.reused}`, viewer),
    see('a verdict that was taken over, for readers', `/verdicts/${linkedTo.reused}`, null),
    see('the history of links', `/claims/${linkedTo.linked}/history`),
    {
      ...see('a refused link', `/claims/${linkedTo.linked}`),
      act: async (page) => {
        await page.locator('#add-link > summary').click()
        await sent(page, '#new-link-form')
        await page.locator('#new-link-errors').waitFor()
      },
    },
    see('saved searches', '/searches'),
    see('saved searches of others', '/searches', viewer),
    see('a saved search', `/searches/${linkedTo.search}`),
    see('a saved search of another one', `/searches/${linkedTo.search}`, viewer),
    {
      ...see('a search that is to be saved', '/claims?stage=inbox'),
      act: async (page) => {
        await page.locator('#saving > summary').click()
        await sent(page, '#save-search-form')
        await page.locator('#save-search-errors').waitFor()
      },
    },
    {
      ...see('the address of a feed', `/searches/${linkedTo.search}`),
      act: async (page) => {
        await sent(page, '#feed-form')
        await page.locator('#feed-address').waitFor()
      },
    },
    see('claimants', '/claimants'),
    see('a claimant', `/claimants/${claimant}`),
    see('a claimant for a viewer', `/claimants/${claimant}`, viewer),
    {
      ...see('a conflict', `/claims/${claims.inbox}/edit`),
      act: async (page) => {
        const now = await story.read(desk, claims.inbox)
        const statement = `Il ponte è costato due milioni ${Math.random()}`
        await reword(desk, reviewer, now, { ...story.claimForm, statement })
        await page.locator('[name=statement]').fill('Il ponte è costato di più')
        await sent(page, '#edit-claim-form')
        await page.locator('#conflict-form').waitFor()
      },
    },
    see('evidence', `/evidence/${evidence}`),
    see('evidence for a viewer', `/evidence/${evidence}`, viewer),
    ...Object.entries(snapshots).flatMap(([name, id]) => [
      see(`a kept ${name}, its text`, `/snapshots/${id}`),
      see(`a kept ${name}, as it was`, `/snapshots/${id}/as-it-was`, viewer),
    ]),
    {
      ...see('a source of which nothing was given', `/evidence/${quotes.exact}`),
      act: async (page) => {
        await page.locator('#giving-snapshot > summary').click()
        await sent(page, '#give-snapshot-form')
        await page.locator('#give-snapshot-errors').waitFor()
      },
    },
    ...Object.entries(quotes).map(([name, id]) => see(`evidence, ${name}`, `/evidence/${id}`)),
    ...Object.entries(quotes).map(([name, id]) =>
      see(`a text to quote from, ${name}`, `/evidence/${id}/passage`),
    ),
    see('a text that nobody kept', `/evidence/${evidence}/passage`),
    see('a text to read for a viewer', `/evidence/${quotes.exact}/passage`, viewer),
    see('sentences to be quoted', `/evidence/${quotes.none}/passage?from=3&to=4`),
    see('words to be quoted', `/evidence/${quotes.none}/passage?start=35&end=60`),
    {
      ...see('words selected to be quoted', `/evidence/${quotes.none}/passage`),
      act: async (page) => {
        await page.locator('#n2').focus()
        for (let i = 0; i < 5; i++) await page.keyboard.press('Shift+ArrowRight')
        await page.locator('#selection-bar').waitFor()
      },
    },
    {
      ...see('a quote that is not in its text', `/evidence/${quotes.none}`),
      act: async (page) => {
        await page.locator('[name=quote]').fill('Gli elefanti attraversano il fiume all’alba')
        await sent(page, '#edit-evidence-form')
        await page.locator('#edit-evidence-errors').waitFor()
      },
    },
    see('a contact', `/contacts/${contact}`),
    see('a contact for a viewer', `/contacts/${contact}`, viewer),
    see('an appearance', `/appearances/${appearance}`),
    see('what is to be looked at again', '/due', reviewer),
    see('a claim found again, for a viewer', `/claims/${claims.again}`, viewer),
    {
      ...see('a refused next look', `/claims/${claims.again}`),
      act: async (page) => {
        await page.locator('#recheck > summary').click()
        await page.locator('#next-look-form [name=recheckOn]').fill('2020')
        await sent(page, '#next-look-form')
        await page.locator('#next-look-errors').waitFor()
      },
    },
    see('the history of a claim', `/claims/${claims.checking}/history`),
    see('the history of a claim for a viewer', `/claims/${claims.decided}/history`, viewer),
    see('a history with nothing in it', `/claims/${claims.inbox}/history?how=public`),
    see('the history of an article', `${reader}/history`),
    see('the history of evidence', `/evidence/${evidence}/history`),
    see('the history of a draft', `/verdicts/${world.verdicts.draft}/history`),
    see('the history of a public verdict', `/verdicts/${world.verdicts.told}/history`, viewer),
    see('a history that is not for a viewer', `/verdicts/${world.verdicts.draft}/history`, viewer),
    see('two versions of a claim', `/claims/${claims.checking}/history/compare?a=1&b=4`),
    see('two versions of a draft', `/verdicts/${world.verdicts.draft}/history/compare?a=1&b=3`),
    see(
      'two versions of a public verdict',
      `/verdicts/${world.verdicts.told}/history/compare?a=1&b=2`,
    ),
    {
      ...see('a version to be restored', `/evidence/${evidence}/history/compare?a=1&b=2`),
      act: async (page) => page.locator('#restoring-1 > summary').click(),
    },
    {
      ...see('a refused restoration', `/evidence/${evidence}/history/compare?a=1&b=2`),
      act: async (page) => {
        await page.locator('#restoring-1 > summary').click()
        for (const box of await page.locator('#restore-1-form [name=fields]').all()) {
          await box.uncheck()
        }
        await sent(page, '#restore-1-form')
        await page.locator('.alert').waitFor()
      },
    },
    see('a person', `/people/${reviewer.id}`),
    see('a person for a viewer', `/people/${author.id}`, viewer),
    see('oneself', `/people/${author.id}`),
    {
      ...see('a person to be erased', `/people/${viewer.id}`),
      act: async (page) => page.locator('#erasing > summary').click(),
    },
    see('somebody whose name is erased', `/people/${world.erased}`),
    see('review', '/review', reviewer),
    see('review for whoever wrote it', '/review'),
    see('a proposal to be read blind', `/claims/${readings.blind}`, reviewer),
    see('a proposal that waits for a blind reading, for its author', `/claims/${readings.blind}`),
    {
      ...see('a blind reading with nothing in it', `/claims/${readings.blind}`, reviewer),
      act: async (page) => {
        await page.locator('#read-blind > summary').click()
        await sent(page, '#reading-form')
        await page.locator('#reading-errors').waitFor()
      },
    },
    see('a proposal that its blind reading agrees with', `/claims/${readings.agreed}`, reviewer),
    see('a proposal that its blind reading differs from', `/claims/${readings.disputed}`, reviewer),
    see('a proposal for a second reader', `/claims/${readings.unsigned}`, reviewer),
    see(
      'a proposal that others saw before it was to be read blind',
      `/claims/${readings.seen}`,
      reviewer,
    ),
    see('two readings that differ', `/claims/${readings.disputed}/adjudication`, reviewer),
    {
      ...see('a decision without a reason', `/claims/${readings.disputed}/adjudication`, reviewer),
      act: async (page) => {
        await sent(page, '#adjudication-form')
        await page.locator('#adjudication-errors').waitFor()
      },
    },
    see('how often readings agree', '/readings'),
    see('how verdicts are read', '/settings/reading'),
    {
      ...see('a topic that is too long', '/settings/reading'),
      act: async (page) => {
        await page.locator('[name=blindTopics]').fill('x'.repeat(200))
        await sent(page, '#reading-settings-form')
        await page.locator('#reading-settings-errors').waitFor()
      },
    },
    see('sources', '/sources'),
    see('sources for a viewer', '/sources', viewer),
    see('sources that are gone', '/sources?show=gone'),
    see('sources that could not be read', '/sources?show=failed'),
    see('a source that changed', `/sources/${drifted.sources['/ponte']}`),
    see('a source that is gone', `/sources/${drifted.sources['/orario']}`),
    see('passages to look at again', '/drifts'),
    see('passages that were settled', '/drifts?show=settled'),
    ...(['changed', 'ambiguous', 'gone'] as const).flatMap((status) => [
      see(`a passage: ${status}`, `/drifts/${drifted.tasks[status]}`),
      see(`a passage for a viewer: ${status}`, `/drifts/${drifted.tasks[status]}`, viewer),
    ]),
    {
      ...see('a passage with a refused form', `/drifts/${drifted.tasks.ambiguous}`),
      act: async (page) => {
        await sent(page, '#placing-form')
        await page.locator('#placing-errors').waitFor()
      },
    },
    see('a claim with passages to look at again', `/claims/${drifted.claim}`),
    see('the reader with a passage to look at again', `/articles/${drifted.article}`),
    {
      ...see('a run over the sources', '/sources'),
      act: async (page) => {
        const begin = page.locator('#start-recheck-form button')
        if (await begin.isVisible()) await begin.click()
        await page.locator('#recheck').waitFor()
      },
    },
    see('imports', '/imports'),
    see('an import that was looked through', `/imports/${imports.looked}`),
    see('an import, for a viewer', `/imports/${imports.done}`, viewer),
    see('what the columns of a table mean', `/imports/${imports.looked}/mapping`),
    see('publishers', '/publishers'),
    see('a publisher', '/publishers/ponti.example'),
    see('letters', '/tips'),
    see('letters that were dismissed', '/tips?show=dismissed'),
    ...Object.entries(letters).map(([name, id]) => see(`a letter: ${name}`, `/tips/${id}`)),
    {
      ...see('a letter with everything unfolded', `/tips/${letters.claim}`),
      act: async (page) => {
        await page.locator('#known > summary').click()
        await page.locator('#dismiss > summary').click()
        await sent(page, '#taking-form')
        await page.locator('#taking-errors').waitFor()
      },
    },
    see('a claim that is made of a letter', `/claims/new?tip=${letters.claim}`),
    see('the public texts', '/settings/texts'),
    {
      ...see('a preview of the public texts', '/settings/texts'),
      act: async (page) => {
        await page.locator('[name=do][value=begin]').click()
        await page.locator('#read-scaleIt[open]').waitFor()
      },
    },
    see('how the desk works', '/methodology', null),
    see('what ratings mean', '/ratings', null),
    see('a letter to be written', '/report', null),
    see('an error to be reported', `/report?verdict=${claims.decided}`, null),
    {
      ...see('a refused letter', '/report', null),
      act: async (page) => {
        await page.locator('[name=url]').fill('x')
        await sent(page, '#report-form')
        await page.locator('#report-errors').waitFor()
      },
    },
    see('a letter that was sent', '/report/thanks', null),
    see('exports', '/exports'),
    {
      ...see('exports, what changed since the last one', '/exports'),
      act: async (page) => {
        const cursor = cursorText(await desk.store.past.entry(1))
        await desk.store.exportMarks.keep(author.id, '', { cursor, at: desk.now() })
        await page.reload()
        await page.locator('#since').waitFor()
      },
    },
    see('the record', '/record'),
    see('exports, filtered', '/exports?rating=true&claimant=outlet&from=2025-01-01'),
    see('exports of nothing', '/exports?rating=unproven&topic=nobody-gave-it'),
    see('exports as of a moment', `/exports?asOf=${encodeURIComponent(world.past)}`),
    see('filters that cannot be read', '/exports?until=soon&rating=unheard-of'),
    see('an address that cannot be read', '/exports/verdicts.json?rating=unheard-of'),
    see('nothing there', '/claims/00000000-0000-7000-8000-000000000000'),
    see('not allowed', '/people', viewer),
  ]
}

/** Before anything is there. */
export const emptySights = (member: Member): Sight[] => {
  const empty = (by: Member | null) => (path: string) => ({ name: `${path}, empty`, by, path })
  const work = ['/articles', '/claims', '/sources', '/drifts', '/imports', '/due', '/review']
  const desk = [...work, '/tips', '/exports', '/record']
  return [...desk.map(empty(member)), ...['/verdicts', '/corrections'].map(empty(null))]
}
