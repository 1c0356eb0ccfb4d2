import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goingOut } from '../../src/desk/looking.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

/** What a page says of a verdict as structured data. */
const saidIn = (html: string): string =>
  wordsOf(/<div class="scrutiny-out">[\s\S]*?<\/div>/.exec(html)?.[0] ?? '').trim()

describe('what a verdict lacks as structured data', () => {
  let desk: TestDesk
  let life: Life
  let web: Web
  let carla: Member
  let enzo: Member
  let vito: Member
  let claim: string
  const long = `Il ponte di Vallechiara ${'ha riaperto '.repeat(6)}ieri`
  beforeAll(async () => {
    desk = { ...(await testDesk()), origin: 'https://desk.example' }
    web = webOf(desk)
    life = lifeOn(web)
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
    vito = await person(desk, 'viewer', 'Vito')
    const article = await story.article(desk, carla)
    claim = await story.claim(desk, carla, article, { statement: long, language: 'fr' })
    await life.work(carla, claim)
    await life.bring(carla, claim)
  })
  afterAll(() => desk.end())

  const page = (by: Member, on: Web = web, language = 'en') =>
    on.get(by, `/claims/${claim}`, { 'accept-language': language }).then((one) => one.text())
  const send = async (fields: object, step: string, headers: Record<string, string> = {}) => {
    const action = `/claims/${claim}/verdict`
    const form = formOf(await page(carla), action)
    const typed = { ...form, ...story.verdictForm, findingsWord: 'XQWORD', ...fields, do: step }
    return web.post(carla, action, typed, headers)
  }

  it('is nothing before there is a verdict to give out', async () => {
    expect(saidIn(await page(carla))).toBe('')
  })

  it('is said while it is written, as it is typed, and asks for no word', async () => {
    const answer = await send({ rating: 'unproven' }, 'autosave', { 'HX-Request': 'true' })
    const said = saidIn(await answer.text())
    expect(said).toContain('As structured data')
    expect(said).toMatch(/The statement has \d+ characters: readers show about 75/)
    expect(said).toContain('it goes out as “Unproven”')
    expect(said).toContain('“Unproven” goes out as a word alone')
    expect(said).not.toContain('its page carries none')
    expect(saidIn(await page(carla))).toBe(said)
    const italian = saidIn(await page(carla, web, 'it'))
    expect(italian).toContain('Come dati strutturati')
    const { working } = await story.read(desk, claim)
    expect(working?.findings).toBeNull()
  })

  it('is first that the desk was not told its public address', async () => {
    const hidden = webOf({ ...desk, origin: null })
    const said = saidIn(await page(carla, hidden))
    expect(said).toMatch(/The desk does not know where .* RISCONTRO_ORIGIN .* characters/)
    expect(said).not.toContain('its page carries none')
  })

  it('is what holds it back, first: an older desk has a rating without a word', async () => {
    const scale = await desk.store.desks.scale()
    const wordless = scale.map((one) => ({ ...one, labelEn: ' ', labelIt: ' ' }))
    const { claim: there } = await story.read(desk, claim)
    const going = goingOut(desk, { claim: there, places: [], scale: wordless, present: null })
    const { working } = await story.read(desk, claim)
    if (!working) throw new Error('there is no draft')
    expect(going(working).map(({ rule }) => rule)).toEqual([
      ...['label', 'organisation', 'statement_long', 'label_language', 'number', 'appearance'],
    ])
  })

  it('is before whoever reviews it, and holds nobody from publishing', async () => {
    expect((await send({}, 'propose')).status).toBe(303)
    const html = await page(enzo)
    expect(saidIn(html)).toMatch(/characters: readers show about 75/)
    expect(saidIn(html)).not.toContain('as a word alone')
    expect(saidIn(await page(vito))).toBe('')
    const form = formOf(html, `/claims/${claim}/publication`)
    expect((await web.post(enzo, `/claims/${claim}/publication`, form)).status).toBe(303)
    const told = await web.get(null, `/verdicts/${claim}`)
    const data = await (await web.get(null, told.headers.get('location') ?? '')).text()
    expect(data).toContain('"@type":"ClaimReview"')
  })
})
