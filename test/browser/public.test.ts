import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordContact } from '../../src/desk/contacts.ts'
import { bringEvidence, recordSearch } from '../../src/desk/evidence.ts'
import { publish, reopen } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { languages, translator } from '../../views/messages.ts'
import { fill, goOn, type ServedDesk, servedDesk, signedIn, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { faults } from './every-page.ts'
import { type Hands, notice, press } from './journey.ts'

/** Longer than any line, and with letters that Latin lacks. */
const long = `Sindaco Vučić–Łódź ${'Precipitevolissimevolmente'.repeat(3)} https://example.org/${'un-indirizzo-lungo/'.repeat(8)}`
const MOST_BYTES = 100_000

describe.skipIf(!chromiumPath)(inBrowser('the public pages'), () => {
  let browser: Browser
  let desk: ServedDesk
  let carla: Member
  let enzo: Member
  let elsa: Member
  /** A verdict with as much as there can be on it, corrected once. */
  let rich: string
  /** One that waits for its reader. */
  let waiting: string

  async function bring(id: string, form: object) {
    await bringEvidence(desk, carla, id, desk.newId(), { ...story.evidenceForm, ...form })
  }

  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk()
    carla = await person(desk, 'checker', 'Carla Conti')
    enzo = await person(desk, 'editor', 'Enzo Esposito')
    elsa = await person(desk, 'editor', 'Elsa Evangelisti')
    const article = await story.article(desk, carla)
    rich = await story.claim(desk, carla, article, {
      statement: `${long.slice(0, 250)} è così`,
      claimantKind: 'named',
      claimant: 'Łucja Vučić',
      attribution: 'Łucja Vučić → Agenzia Valle → Gazzetta della Valle',
    })
    const words = { translation: long, quoteLanguage: 'en', locator: 'p. 14', origin: 'Comune' }
    for (const stance of ['supports', 'refutes', 'context']) {
      await bring(rich, { ...words, stance, title: long.slice(0, 250) })
    }
    await bring(rich, { rank: 'deprecated', rankReason: 'Una copia dell’altra', kind: 'document' })
    const search = { place: 'Albo', words: long.slice(0, 190), searchedOn: '', note: long }
    await recordSearch(desk, carla, rich, desk.newId(), { ...search, outcome: 'none_found' })
    const asked = { outcome: 'replied', reply: long, repliedOn: '2025-05-22', question: long }
    await recordContact(desk, carla, rich, desk.newId(), { ...story.contactForm, ...asked })
    const rationale = `## Perché\n\n${long} **forte** e *piano* [1], [2].\n\n- [3]\n- ${long}\n\n> ${long}`
    await story.proposed(desk, carla, rich, { rationale, reasons: ['missing_context'] })
    await publish(desk, enzo, await story.read(desk, rich), {})
    await reopen(desk, enzo, await story.read(desk, rich), {})
    await story.proposed(desk, enzo, rich, { rationale, rating: 'mixed' })
    const why = { correctionKind: 'correction', correctionReason: `Avevamo sbagliato. ${long}` }
    await publish(desk, elsa, await story.read(desk, rich), why)
    await reopen(desk, elsa, await story.read(desk, rich), { underCorrection: 'yes' })
    waiting = await story.claim(desk, carla, article, { statement: 'Il ponte ha riaperto' })
    await story.proposed(desk, carla, waiting)
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.end()
  })

  const paths = () => [
    '/verdicts',
    '/corrections',
    `/verdicts/${rich}`,
    `/verdicts/${rich}/versions/1`,
    '/methodology',
    '/ratings',
    `/report?verdict=${rich}`,
  ]

  for (const language of languages) {
    test(`bear whatever is written on them, without script, in ${language}`, async () => {
      const { page, context, complaints } = await visitor(browser, { language })
      const bare = await visitor(browser, { language, javaScript: false })
      for (const path of paths()) {
        await page.goto(desk.origin + path)
        expect(await faults(page), path).toEqual([])
        await bare.page.goto(desk.origin + path)
        expect(await bare.page.locator('main').innerText()).toBe(
          await page.locator('main').innerText(),
        )
      }
      expect([...complaints, ...bare.complaints]).toEqual([])
      await Promise.all([context.close(), bare.context.close()])
    }, 60_000)
  }

  test('weigh less than 100 kB each, with their style and their type', async () => {
    for (const path of paths()) {
      const { page, context, complaints } = await visitor(browser)
      const network = await context.newCDPSession(page)
      await network.send('Network.enable')
      let bytes = 0
      const types = new Set<string>()
      network.on('Network.loadingFinished', ({ encodedDataLength }) => {
        bytes += encodedDataLength
      })
      network.on('Network.responseReceived', ({ type }) => types.add(type))
      await page.goto(desk.origin + path, { waitUntil: 'networkidle' })
      expect(bytes, path).toBeGreaterThan(10_000)
      expect(bytes, path).toBeLessThan(MOST_BYTES)
      expect([...types], path).toEqual(expect.arrayContaining(['Document', 'Stylesheet', 'Font']))
      expect(types, path).not.toContain('Script')
      expect(complaints).toEqual([])
      await context.close()
    }
  })

  test('a reader follows a verdict as it is published, corrected and withdrawn', async () => {
    const t = translator('en')
    const reader = await visitor(browser)
    const hands = async (member: Member): Promise<Hands> => {
      const one = await visitor(browser)
      await signedIn(desk, one, member)
      return { ...one, t, lang: 'en', origin: desk.origin }
    }
    const [first, second] = [await hands(enzo), await hands(elsa)]
    const claim = `${desk.origin}/claims/${waiting}`
    const see = (text: string) => reader.page.getByText(text, { exact: true }).first().waitFor()

    await first.page.goto(claim)
    await first.page.locator('#publish > summary').click()
    await press(first.page, t('verdict.publish_submit'))
    await notice(first.page, t('notice.publish'))
    await reader.page.goto(desk.origin)
    await reader.page.getByRole('link', { name: 'Il ponte ha riaperto', exact: true }).click()
    await see('True')
    const address = reader.page.url()

    await first.page.locator('#reopen > summary').click()
    await first.page.locator('#reopening-form [type=checkbox]').check()
    await first.page.locator('#reopening-form button[type=submit]').click()
    await notice(first.page, t('notice.reopen'))
    await reader.page.goto(address)
    await see(t('verdict.under_correction'))
    await fill(first.page.locator('#draft-form'), { rating: 'mostly_true' })
    await goOn(first.page)
    await press(first.page, t('move.propose'))
    await notice(first.page, t('notice.propose'))
    await second.page.goto(claim)
    await second.page.locator('#publish > summary').click()
    const reason = 'Mancava una corsia: l’errore è nostro.'
    const why = { correctionKind: 'correction', correctionReason: reason }
    await fill(second.page.locator('#publication-form'), why)
    await press(second.page, t('verdict.publish_submit'))
    await notice(second.page, t('notice.publish'))

    await reader.page
      .getByRole('link', { name: t('public.corrections') })
      .first()
      .click()
    await reader.page.locator('.change-item-correction', { hasText: reason }).waitFor()
    await reader.page
      .locator('.change-item-correction', { hasText: reason })
      .getByRole('link', { name: t('public.read_before') })
      .click()
    await see(t('public.older', { number: 1 }))
    await see('True')
    await reader.page.getByRole('link', { name: t('public.to_present') }).click()
    await see('Mostly true')
    expect(reader.page.url()).toBe(address)

    await second.page.locator('#withdrawal > summary').click()
    await fill(second.page.locator('#withdrawing-form'), { reason: 'Era un altro ponte.' })
    await press(second.page, t('verdict.withdraw_submit'))
    await notice(second.page, t('notice.withdraw'))
    const kept = await reader.page.goto(address)
    expect(kept?.status()).toBe(200)
    await see(t('public.withdrawn'))
    await see('Era un altro ponte.')
    expect(await reader.page.getByText('Mostly true', { exact: true }).count()).toBe(0)
    const complaints = [reader, first, second].flatMap((one) => one.complaints)
    expect(complaints).toEqual([])
    await Promise.all([reader, first, second].map(({ context }) => context.close()))
  }, 60_000)
})
