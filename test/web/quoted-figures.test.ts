import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveClaim } from '../../src/desk/claims.ts'
import { bringEvidence } from '../../src/desk/evidence.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { lifeOn } from './life.ts'

const italian = { 'accept-language': 'it' }

/** The line beside a quote, as it reads. */
const lineIn = (html: string): string =>
  wordsOf(/<p class="note figures-line">[\s\S]*?<\/p>/.exec(html)?.[0] ?? '')
    .replaceAll(' ,', ',')
    .trim()

describe('beside a quote', () => {
  let desk: TestDesk
  let web: Web
  let carla: Member
  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    carla = await person(desk, 'checker', 'Carla')
  })
  afterAll(() => desk.end())

  /** A claim with one quote. @returns the paths of its page and of the evidence's */
  async function quoting(statement: string, quote: string, more: object = {}) {
    const article = await story.article(desk, carla)
    const claim = await story.claim(desk, carla, article, { statement, kind: 'figure' })
    await giveClaim(desk, carla, await story.read(desk, claim), carla.id)
    const evidence = desk.newId()
    const form = { ...story.evidenceForm, url: '', quote, ...more }
    await bringEvidence(desk, carla, claim, evidence, form)
    return { page: `/claims/${claim}`, evidence: `/evidence/${evidence}` }
  }

  const statement =
    'Nel 2024 il 40% dei comuni ha assunto 30 vigili con 2 milioni di euro per 3 anni'

  it('stands which figures of the statement it bears out, gives otherwise, and passes over', async () => {
    const quote = 'Il 39,8% dei comuni ha assunto 45 vigili; spesi 2 milioni di euro.'
    const { page, evidence } = await quoting(statement, quote)
    for (const path of [page, evidence]) {
      expect(lineIn(await (await web.get(carla, path)).text())).toBe(
        'Figures of the statement: bears out 40%, 2 milioni di euro · gives another figure: “45”, not “30” · does not speak of 2024, 3 anni',
      )
    }
    expect(lineIn(await (await web.get(carla, page, italian)).text())).toBe(
      'Cifre dell’enunciato: conferma 40%, 2 milioni di euro · dà un’altra cifra: «45», non «30» · non parla di 2024, 3 anni',
    )
  })

  it('the statement is compared as it reads in the quote’s language', async () => {
    const quote = 'Some 40 percent of the towns'
    const { page } = await quoting(statement, quote, { quoteLanguage: 'en' })
    const html = await (await web.get(carla, page)).text()
    expect(lineIn(html)).toMatch(/^Figures of the statement: bears out 40% · does not speak of /)
    expect(html).toContain('<q lang="it">40%</q>')
  })

  it('nothing is said where the statement has no figure, or there is no quote', async () => {
    for (const [said, quote] of [
      ['Il ponte ha riaperto', 'Il 40% dei comuni'],
      [statement, ''],
    ] as const) {
      const { page } = await quoting(said, quote)
      expect(lineIn(await (await web.get(carla, page)).text())).toBe('')
    }
  })

  it('the look asks since when, or of what, where the statement does not say', async () => {
    const life = lifeOn(web)
    const bare = await quoting('Le multe sono aumentate del 20 per cento', 'le multe')
    const html = await life.read(carla, bare.page)
    const look = /id="look"[\s\S]*?<div class="scrutiny-word"/.exec(html)?.[0] ?? ''
    expect(wordsOf(look)).toContain(
      'The statement gives a change in per cent, and not since when or against what: 20 per cento',
    )
    expect(look).toContain(`<a href="${bare.page}/edit"><q lang="it">20 per cento</q></a>`)
    const dated = await quoting('Nel 2024 le multe sono aumentate del 20 per cento', 'le multe')
    expect(wordsOf(await life.read(carla, dated.page))).not.toContain('and not since when')
  })
})
