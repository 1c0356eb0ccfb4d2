import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { translator } from '../../views/messages.ts'
import { type ServedDesk, servedDesk, signedIn, visitor } from '../support/browser.ts'
import { chromiumPath, inBrowser, launchChromium } from '../support/chromium.ts'
import { person } from '../support/desk.ts'
import type { Hands } from './journey.ts'
import * as work from './workday.ts'

const t = translator('en')

/** Two pages of a newspaper that is not, about events that never were. */
const pages: Record<string, string> = {
  '/ponte': work.pageOf('Il ponte di Vallechiara riapre al traffico', [
    'Il ponte di Vallechiara ha riaperto ieri al traffico dopo tre anni di lavori, e la sindaca Anna Moretti ha tagliato il nastro.',
    'L’opera è costata meno di due milioni di euro e ha ridotto le code del quaranta per cento, secondo il comune.',
    'Il consigliere Paolo Riva ha chiesto una commissione d’inchiesta sui costi dei lavori del ponte.',
  ]),
  '/bilancio': work.pageOf('Vallechiara, i conti del ponte in consiglio', [
    'Dopo tre anni di lavori il ponte di Vallechiara ha riaperto al traffico, ha ricordato la giunta in consiglio comunale.',
    'Paolo Riva ha chiesto di nuovo una commissione d’inchiesta sui costi dei lavori del ponte di Vallechiara.',
    'La seduta è stata aggiornata a giovedì, quando i revisori consegneranno la loro relazione ai consiglieri.',
  ]),
}

describe.skipIf(!chromiumPath)(inBrowser('a day at the desk'), () => {
  let browser: Browser
  let desk: ServedDesk
  let paper: Server
  let source: string

  beforeAll(async () => {
    browser = await launchChromium()
    desk = await servedDesk(undefined, true)
    paper = createServer((request, answer) => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://paper')
      const page = pages[pathname]?.replace(
        '</article>',
        `<p>Edizione ${search.slice(1)}.</p></article>`,
      )
      answer.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      answer.end(page ?? 'nothing here')
    })
    await new Promise<void>((open) => paper.listen(0, '127.0.0.1', open))
    source = `http://127.0.0.1:${(paper.address() as AddressInfo).port}`
  })
  afterAll(async () => {
    await browser?.close()
    await new Promise((closed) => paper?.close(closed))
    await desk?.end()
  })

  for (const javaScript of [true, false]) {
    const name = `with${javaScript ? '' : 'out'} JavaScript`
    test(`from a page on the web to a correction, ${name}`, () => day(javaScript), 240_000)
  }

  async function day(javaScript: boolean) {
    const people = [
      await person(desk, 'editor', 'Anna Rossi', 1),
      await person(desk, 'editor', 'Bruno Conti'),
    ]
    const hands: Hands[] = []
    for (const member of people) {
      const guest = await visitor(browser, { javaScript, expected: [409] })
      await signedIn(desk, guest, member)
      hands.push({ ...guest, t, lang: 'en', origin: desk.origin })
    }
    const [anna, bruno] = hands
    if (!anna || !bruno) throw new Error('nobody came')
    const manner = javaScript ? 'con script' : 'senza script'
    const marked = (statement: string) => `${statement}, ${manner}`

    await work.bringPage(anna, `${source}/ponte?${javaScript ? 'prima' : 'seconda'}`)
    const phrase = 'ha riaperto ieri al traffico dopo tre anni di lavori'
    if (javaScript) await work.select(anna, phrase)
    else await work.choose(anna, phrase)
    const bridge = marked('Il ponte di Vallechiara ha riaperto al traffico dopo tre anni di lavori')
    const claim = await work.take(anna, bridge, javaScript ? phrase : null)

    await anna.page.goBack()
    await work.openTaken(anna, bridge)
    await work.choose(anna, 'L’opera è costata')
    const both = marked('L’opera è costata meno di due milioni e ha ridotto le code')
    const compound = await work.take(anna, both, null)
    const parts = [marked('L’opera è costata meno di due milioni'), marked('Le code sono ridotte')]
    await work.split(anna, parts)
    const [part] = await desk.store.claims.splitFrom(compound)
    expect(part?.statement).toBe(parts[1])

    await work.bringPage(anna, `${source}/bilancio?${javaScript ? 'prima' : 'seconda'}`)
    await work.choose(anna, 'Dopo tre anni di lavori il ponte')
    await work.itIsThisOne(anna, bridge)
    expect(await desk.store.claims.appearances([claim])).toHaveLength(2)

    const inquiry = marked('Paolo Riva ha chiesto una commissione d’inchiesta sui costi del ponte')
    const again = marked('Una commissione d’inchiesta sui costi del ponte: l’ha chiesta Paolo Riva')
    await work.backToArticle(anna)
    await work.choose(anna, 'Paolo Riva ha chiesto')
    const duplicate = await work.take(anna, again, null)
    await anna.page.goto(`${desk.origin}/articles`)
    await anna.page.locator('.article-title', { hasText: 'riapre al traffico' }).first().click()
    await work.choose(anna, 'Il consigliere Paolo Riva')
    const survivor = await work.take(anna, inquiry, null)
    await anna.page.goto(`${desk.origin}/claims/${duplicate}`)
    await work.setAsideFor(anna, survivor)
    await anna.page.goto(`${desk.origin}/claims/${survivor}`)
    expect(await anna.page.locator('#appearances .place').count()).toBe(2)

    await anna.page.goto(`${desk.origin}/claims/${claim}`)
    await work.lookInto(anna)
    await work.conflict(anna, bruno, claim, [`${bridge}.`, `Infine ${bridge}`])
    await work.propose(anna, claim, 'mostly_true', 'Il ponte ha riaperto, come dice il verbale.')
    await work.publish(bruno, claim)
    await work.reopen(anna, claim)
    await work.propose(anna, claim, 'true', 'Il ponte ha riaperto l’11 marzo, dopo tre anni.')
    await work.publish(bruno, claim, 'Avevamo giudicato con prudenza un fatto documentato.')
    const words = (await bruno.page.locator('#verdict').textContent()) ?? ''
    expect(words).toContain('Avevamo giudicato con prudenza')
    const verdicts = await desk.store.verdicts.of([claim])
    expect(verdicts.map(({ status }) => status)).toEqual(['superseded', 'published'])

    expect([...anna.complaints, ...bruno.complaints]).toEqual([])
    expect((await desk.store.verify()).fault).toBeNull()
    for (const { context } of hands) await context.close()
  }
})
