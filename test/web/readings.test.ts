import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readAgreement, setReading } from '../../src/desk/second-reading.ts'
import { publish, takeBack } from '../../src/desk/verdicts.ts'
import { reword } from '../../src/desk/wording.ts'
import type { Member } from '../../src/domain/member.ts'
import type { ReadingMode } from '../../src/domain/reading.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

let desk: TestDesk
let web: Web
let life: Life
let carla: Member
let rita: Member
let enzo: Member
let elsa: Member
let article: string
let claim: string
beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  life = lifeOn(web)
  carla = await person(desk, 'checker', 'Carla')
  rita = await person(desk, 'checker', 'Rita')
  enzo = await person(desk, 'editor', 'Enzo', 1)
  elsa = await person(desk, 'editor', 'Elsa')
  article = await story.article(desk, carla)
})
afterAll(() => desk.end())

async function readBy(reading: ReadingMode) {
  const present = await desk.store.desks.find()
  await setReading(desk, enzo, present?.revision ?? 0, { reading })
}
/** A proposal of Carla's that is read in some way. */
async function proposed(reading: ReadingMode, rating = 'true') {
  await readBy(reading)
  claim = await story.claim(desk, carla, article)
  await story.proposed(desk, carla, claim, { rating })
}
const page = () => `/claims/${claim}`
const blind: Fields = { rating: 'false', rationale: 'XQRATIONALE: nessun verbale lo dice.' }

/** The form of a second reading as somebody reads it now, filled in. */
const formFor = async (by: Member, fields = blind): Promise<Fields> => ({
  ...formOf(await life.read(by, page()), `${page()}/reading`),
  ...fields,
})
const file = async (by: Member, form: Fields) => web.post(by, `${page()}/reading`, form)
const filed = () => desk.store.readings.of([claim])

describe('a blind reading', () => {
  beforeEach(() => proposed('blind'))

  it('is filed once, however often its form is sent', async () => {
    const form = await formFor(rita)
    const answers = await Promise.all([file(rita, form), file(rita, form)])
    answers.push(await file(rita, form))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await filed()).toHaveLength(1)
    // Changed, and sent again, it is another one: it comes too late.
    expect((await file(rita, { ...form, rationale: 'Altro' })).status).toBe(409)
  })
  it('is one a version: of two at the same moment the later keeps its words, and is not filed', async () => {
    const forms = await Promise.all([formFor(rita), formFor(enzo)])
    const [hers, his] = await Promise.all([
      file(rita, forms[0]),
      file(enzo, { ...forms[1], rationale: 'XQRATIONALE anche mio' }),
    ])
    expect([hers.status, his.status].sort()).toEqual([303, 409])
    const late = hers.status === 409 ? hers : his
    expect(await late.text()).toContain('XQRATIONALE')
    expect(await filed()).toHaveLength(1)
  })
  it('holds while the claim says the same, and no longer', async () => {
    await file(rita, await formFor(rita, { ...blind, rating: 'true' }))
    const before = { ...story.claimForm, statementEn: 'The bridge reopened' }
    await reword(desk, carla, await story.read(desk, claim), before)
    // A translation says the same.
    expect((await filed())[0]?.outcome).toBeNull()
    const statement = 'La sindaca di Vallechiara ha rubato i soldi del ponte'
    await reword(desk, carla, await story.read(desk, claim), { ...story.claimForm, statement })
    expect((await filed())[0]?.outcome).toBe('lapsed')
    await story.proposed(desk, carla, claim)
    const publishing = publish(desk, enzo, await story.read(desk, claim), {})
    await expect(publishing).rejects.toMatchObject({ code: 'unread' })
  })
  it('is not filed on what was taken back meanwhile, and its words are kept', async () => {
    const form = await formFor(rita)
    await takeBack(desk, carla, await story.read(desk, claim))
    const answer = await file(rita, form)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('XQRATIONALE')
    expect(await filed()).toEqual([])
    // What she sees while it is written anew is no word of it.
    expect(await life.read(rita, page())).not.toContain(story.verdictForm.conclusion)
  })
  it('says beside its fields what is missing, and keeps the rest', async () => {
    const answer = await file(rita, await formFor(rita, { rationale: 'XQRATIONALE' }))
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('id="reading-rating-error"')
    expect(html).toContain('XQRATIONALE')
  })
  it('is nobody’s who wrote the verdict, or took the claim; they are told why', async () => {
    const { revision } = await story.read(desk, claim)
    const form = { ...blind, revision, newId: desk.newId() }
    const own = await file(carla, form)
    expect([own.status, wordsOf(await own.text())]).toEqual([403, expect.stringMatching(/wrote/)])
  })
  it('lets the proposal be published where it agrees, by the same editor too', async () => {
    expect((await web.post(enzo, `${page()}/publication`, await revision())).status).toBe(409)
    await file(enzo, await formFor(enzo, { ...blind, rating: 'true' }))
    await life.publish(enzo, claim)
    expect((await story.read(desk, claim)).publicVerdict?.reviewer).toBe(enzo.id)
  })
})

const revision = async (): Promise<Fields> => ({
  revision: (await story.read(desk, claim)).revision,
})

describe('two readings that differ', () => {
  const path = () => `${page()}/adjudication`
  beforeEach(async () => {
    await proposed('blind')
    await file(rita, await formFor(rita))
  })

  it('say what evidence they were judged without, to whoever decides', async () => {
    expect(wordsOf(await life.read(elsa, path()))).not.toContain('judged without')
    await life.bring(carla, claim, { title: 'Un secondo verbale' })
    // The proposal went back to work for it, and the reading holds.
    await story.proposed(desk, carla, claim)
    const told = 'Evidence [2] was added or changed after this was filed: it was judged without.'
    for (const page of [path(), `/claims/${claim}`]) {
      expect(wordsOf(await life.read(elsa, page))).toContain(told)
    }
  })
  it('are decided once, however often the form is sent', async () => {
    const form = { ...formOf(await life.read(elsa, path()), path()), reason: 'Il verbale' }
    const decided = { ...form, outcome: 'first' }
    const send = () => web.post(elsa, path(), decided)
    const answers = [...(await Promise.all([send(), send()])), await send()]
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect((await filed())[0]).toMatchObject({
      outcome: 'first',
      adjudicator: elsa.id,
      revision: 2,
    })
    await life.publish(enzo, claim)
    expect((await story.read(desk, claim)).publicVerdict?.rating).toBe('true')
  })
  it('go back to the author with the reason, who reads both', async () => {
    await life.send(elsa, path(), path(), { outcome: 'second', reason: 'XQREASON' })
    const html = wordsOf(await life.read(carla, page()))
    expect(html).toMatch(/XQREASON[\s\S]*XQRATIONALE/)
    expect((await story.read(desk, claim)).claim.stage).toBe('checking')
    // Decided already: a late form shows the claim, with what was typed.
    const late = await web.post(enzo, path(), { outcome: 'first', reason: 'XQLATE', revision: 1 })
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('XQLATE')])
  })
  it('ask for a reason beside its field', async () => {
    const answer = await web.post(elsa, path(), { outcome: 'first', ...(await revision()) })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('id="adjudication-reason-error"')
  })
  it('are shown side by side to nobody who cannot decide', async () => {
    expect((await web.get(rita, path())).status).toBe(403)
    expect((await web.get(carla, path())).status).toBe(403)
    await readBy('one_editor')
    await proposed('blind')
    expect((await web.get(elsa, path())).status).toBe(409)
  })
})

describe('two readers', () => {
  it('are needed before an editor publishes, who is neither', async () => {
    await proposed('two_readers')
    expect((await web.post(elsa, `${page()}/publication`, await revision())).status).toBe(409)
    await life.send(enzo, page(), `${page()}/reading`, { rationale: 'Letto due volte.' })
    expect((await web.post(enzo, `${page()}/publication`, await revision())).status).toBe(403)
    expect(wordsOf(await life.read(elsa, page()))).toContain('Letto due volte.')
    await life.publish(elsa, claim)
    expect((await story.read(desk, claim)).publicVerdict?.reviewer).toBe(elsa.id)
  })
})

describe('the list of what is to be read', () => {
  it('has as much for each as the number in the header says, and puts it where it belongs', async () => {
    await readBy('one_editor')
    const everything: [ReadingMode, boolean][] = [
      ...(['one_editor', 'two_readers', 'blind'] as const).map((way): [ReadingMode, boolean] => [
        way,
        false,
      ]),
      ['two_readers', true],
      ['blind', true],
    ]
    for (const [way, isRead] of everything) {
      await proposed(way)
      const words: Fields = way === 'blind' ? blind : {}
      if (isRead) await file(rita, await formFor(rita, words))
    }
    for (const by of [carla, rita, enzo, elsa]) {
      const html = await life.read(by, '/review')
      const rows = (id: string): number =>
        (new RegExp(`id="${id}"[\\s\\S]*?</section>`).exec(html)?.[0].match(/<li /g) ?? []).length
      const mine = ['to-read', 'to-read-blind', 'to-adjudicate', 'to-sign', 'typos', 'for-editors']
      const listed = mine.reduce((sum, id) => sum + rows(id), 0)
      const shown = Number(
        /<span class="count" aria-hidden="true">(\d+)<\/span><span class="visually-hidden">, [^<]*read/.exec(
          html,
        )?.[1] ?? 0,
      )
      expect([by.role, listed]).toEqual([by.role, shown])
      if (by === rita) expect(rows('to-sign')).toBeGreaterThan(0)
      if (by === elsa) expect(rows('to-adjudicate')).toBeGreaterThan(0)
    }
  })
})

describe('how often readings agree', () => {
  it('is counted for each pair of ratings, as they were when the reading was filed', async () => {
    const { pairs } = await readAgreement(desk, rita)
    const all = (await desk.store.readings.of([...new Set(await claims())])).filter(
      ({ mode }) => mode === 'blind',
    )
    expect(pairs.reduce((sum, { readings }) => sum + readings, 0)).toBe(all.length)
    expect(pairs.map(({ first, second }) => [first, second]).sort()).toEqual([
      ['true', 'false'],
      ['true', 'true'],
    ])
    const html = await life.read(rita, '/readings')
    expect(html).toMatch(/<th scope="col">[\s\S]*<th scope="row">/)
    expect((await web.get(await person(desk, 'viewer'), '/readings')).status).toBe(403)
  })
  const claims = async () =>
    (await desk.store.queue.list({}, { sort: 'newest', after: null, limit: 200 })).claims.map(
      ({ id }) => id,
    )
})

describe('how verdicts are read', () => {
  const path = '/settings/reading'
  it('is saved, and shows what somebody else saved in between', async () => {
    const late = formOf(await life.read(enzo, path), path)
    await life.send(enzo, path, path, { reading: 'two_readers', blindTopics: 'Ponti, comune' })
    const answer = await web.post(enzo, path, { ...late, reading: 'blind' })
    expect(answer.status).toBe(409)
    expect(wordsOf(await answer.text())).toContain('Two readers')
    expect(await desk.store.desks.find()).toMatchObject({ reading: 'two_readers' })
    expect((await desk.store.desks.find())?.blindTopics).toHaveLength(2)
  })
  it('is what a version keeps once it is begun, however the desk reads since', async () => {
    await proposed('blind')
    await readBy('one_editor')
    await takeBack(desk, carla, await story.read(desk, claim))
    await story.proposed(desk, carla, claim)
    expect((await story.read(desk, claim)).working?.mode).toBe('blind')
  })
})
