import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../src/desk/ledger.ts'
import { saveDraft } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf, formTag } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

const SCALE = '/settings/scale'
const satire = { labelEn: 'Satire', labelIt: 'Satira', shape: 'full', tone: 'violet' }
const italian = { 'accept-language': 'it' }

describe('the rating scale', () => {
  let desk: TestDesk
  let web: Web
  let life: Life
  let ada: Member
  let bea: Member
  let carla: Member
  let enzo: Member
  beforeEach(async () => {
    desk = await testDesk()
    web = webOf(desk)
    life = lifeOn(web)
    ada = await person(desk, 'viewer', 'Ada', 1)
    bea = await person(desk, 'viewer', 'Bea', 1)
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
  })
  afterEach(async () => {
    expect((await verifyLedger(desk)).fault).toBeNull()
    await desk.end()
  })

  const rating = async (id: string) =>
    (await desk.store.desks.scale()).find((one) => one.id === id) ?? null
  const define = (fields: Fields) => life.send(ada, `${SCALE}/new`, SCALE, fields)
  const amend = (by: Member, id: string, fields: Fields) =>
    life.send(by, `${SCALE}/${id}`, `${SCALE}/${id}`, fields)
  const step = (id: string, name: 'retirement' | 'restoration') =>
    life.send(ada, `${SCALE}/${id}`, `${SCALE}/${id}/${name}`)

  const retire = async (...ids: string[]) => {
    for (const id of ids) await step(id, 'retirement')
  }

  /** Sends a form, and reads the page that refuses it. */
  async function refused(by: Member, path: string, fields: Fields, more = {}) {
    const answer = await web.post(by, path, fields, more)
    const html = await answer.text()
    return { status: answer.status, html, words: wordsOf(html) }
  }

  it('is listed as readers see it, in both languages, and is found from the settings', async () => {
    expect(await life.read(ada, '/settings')).toContain(`href="${SCALE}"`)
    const english = wordsOf(await life.read(ada, SCALE))
    expect(english).toMatch(/Number: 5 True Vero true Edit True .*Number: – None Unproven Non/)
    const page = await (await web.get(ada, SCALE, italian)).text()
    expect(wordsOf(page)).toMatch(/Numero: 4 In gran parte vero Mostly true mostly_true Modifica/)
    expect(page).toMatch(/<svg class="shape tone-green"/)
  })

  it('gets one more rating, in its place, which a verdict can say at once', async () => {
    await step('mixed', 'retirement')
    expect(await define({ ...satire, number: '3' })).toBe(SCALE)
    expect(wordsOf(await life.read(ada, SCALE))).toMatch(/4 Mostly.* 3 Satire .* 2 Mostly false/)
    expect(await rating('satire')).toMatchObject({ number: 3, labelIt: 'Satira', retiredAt: null })
    const claim = await story.claim(desk, carla, await story.article(desk, carla))
    await life.work(carla, claim)
    const form = formTag(await life.read(carla, `/claims/${claim}`), `/claims/${claim}/verdict`)
    expect(form).toContain('value="satire"')
    expect(form).not.toContain('value="mixed"')
  })

  it('says beside the field what is wrong, in both languages, and keeps what was typed', async () => {
    const form = { labelEn: 'TRUE', labelIt: 'Sàtira 2', number: '1', shape: 'half', tone: 'amber' }
    const { status, html, words } = await refused(ada, SCALE, { ...form, slug: 'true' })
    expect(status).toBe(422)
    expect(words).toContain('4 things need changing')
    expect(words).toContain('Label in English Another rating reads like this: True · Vero.')
    expect(words).toContain('This is the number of False · Falso.')
    expect(words).toContain('Mixed · In parte vero is drawn like this.')
    expect(words).toContain('This name is taken')
    expect(formOf(html, SCALE)).toMatchObject({ ...form, slug: 'true' })
    const again = await refused(ada, SCALE, { ...form, labelIt: '', slug: 'A b' }, italian)
    expect(again.status).toBe(422)
    expect(again.words).toContain('Etichetta in italiano Va compilato.')
    expect(again.words).toContain('Usa lettere minuscole senza accenti')
    expect(formOf(again.html, SCALE)).toMatchObject({ labelEn: 'TRUE', slug: 'A b' })
  })

  it('has its words changed, while what was told keeps the words it was told with', async () => {
    const article = await story.article(desk, carla)
    const claim = await story.published(desk, carla, enzo, article)
    await amend(ada, 'true', { labelEn: 'Correct', labelIt: 'Corretto' })
    expect(wordsOf(await life.read(carla, `/claims/${claim}`))).toContain('Correct')
    const told = (await story.read(desk, claim)).publicVerdict
    const body = await desk.store.verdicts.lastPublication(told?.id ?? '')
    expect(JSON.parse(body ?? '').rating.labels).toEqual({ en: 'True', it: 'Vero' })
  })

  it('keeps a rating on the drafts that carry it, and lets them be published', async () => {
    const claim = await story.claim(desk, carla, await story.article(desk, carla))
    await life.work(carla, claim)
    const read = await story.read(desk, claim)
    const sheet = { claim: read, verdictRevision: 0, newId: desk.newId() }
    await saveDraft(desk, carla, sheet, { ...story.verdictForm, rating: 'mixed' })
    const page = await life.read(ada, `${SCALE}/mixed`)
    expect(wordsOf(page)).toContain('Nobody can choose “Mixed” for a verdict any more.')
    await step('mixed', 'retirement')
    expect(wordsOf(await life.read(ada, SCALE))).toMatch(/Retired .*3 Mixed/)
    await story.proposed(desk, carla, claim, { rating: 'mixed' })
    await life.publish(enzo, claim)
    expect(wordsOf(await life.read(carla, `/claims/${claim}`))).toContain('Mixed')
    const document = await (await web.get(ada, '/exports/verdicts.json')).text()
    const { verdicts, scale } = JSON.parse(document)
    expect(verdicts.at(-1).rating).toMatchObject({ id: 'mixed', number: 3 })
    expect(scale.map(({ id }: { id: string }) => id)).not.toContain('mixed')
  })

  it('is left with a choice: the last two ratings stay, and the page says why', async () => {
    await retire('mostly_true', 'mixed', 'mostly_false', 'unproven', 'missing_context')
    const path = `${SCALE}/true`
    const form = formOf(await life.read(ada, path), `${path}/retirement`)
    const { status, words } = await refused(ada, `${path}/retirement`, form)
    expect(status).toBe(409)
    expect(words).toContain('A scale needs at least two ratings in use.')
    expect((await rating('true'))?.retiredAt).toBeNull()
  })

  it('takes a rating back only where nothing else says the same; mended, it comes back', async () => {
    await step('mixed', 'retirement')
    await define({ ...satire, labelIt: 'In parte vero', slug: 'half_true' })
    const path = `${SCALE}/mixed`
    const form = formOf(await life.read(ada, path), `${path}/restoration`)
    const { status, words } = await refused(ada, `${path}/restoration`, form, italian)
    expect(status).toBe(422)
    expect(words).toContain('Un altro giudizio si legge già così: In parte vero · Satire.')
    expect(await amend(ada, 'mixed', { labelIt: 'Così così' })).toBe(path)
    await step('mixed', 'restoration')
    expect(await rating('mixed')).toMatchObject({ labelIt: 'Così così', retiredAt: null })
  })

  it('shows an admin what another one saved since, and keeps what they typed', async () => {
    const path = `${SCALE}/unproven`
    const form = formOf(await life.read(ada, path), path)
    await amend(bea, 'unproven', { labelEn: 'Not shown' })
    const { status, html, words } = await refused(ada, path, { ...form, labelEn: 'Unknown' })
    expect(status).toBe(409)
    expect(words).toMatch(/What is saved now Label in English Not shown/)
    const again = formOf(html, path)
    expect(again.labelEn).toBe('Unknown')
    expect((await web.post(ada, path, again)).status).toBe(303)
    expect((await rating('unproven'))?.labelEn).toBe('Unknown')
    const late = await refused(ada, `${path}/retirement`, { revision: form.revision ?? '' })
    expect(late.status).toBe(409)
    expect((await rating('unproven'))?.retiredAt).toBeNull()
  })

  it('does not let a mended mistake overwrite what was saved since', async () => {
    const path = `${SCALE}/false`
    const form = formOf(await life.read(ada, path), path)
    await amend(bea, 'false', { labelEn: 'Untrue' })
    const wrong = await refused(ada, path, { ...form, labelIt: '' })
    expect(wrong.status).toBe(422)
    const mended = { ...formOf(wrong.html, path), labelIt: 'Bufala' }
    expect((await refused(ada, path, mended)).status).toBe(409)
  })

  it('is never contradictory where two admins decide at the same moment', async () => {
    const make = (by: Member, slug: string) =>
      web.post(by, SCALE, { ...satire, labelEn: 'Hoax', labelIt: 'Bufala', tone: 'teal', slug })
    const made = await Promise.all([make(ada, 'hoax_a'), make(bea, 'hoax_b')])
    expect(made.map(({ status }) => status).sort()).toEqual([303, 422])
    const forms = await Promise.all(
      ['unproven', 'missing_context'].map(async (id) => {
        const path = `${SCALE}/${id}`
        return { path, form: { ...formOf(await life.read(ada, path), path), labelIt: 'Boh' } }
      }),
    )
    const saved = await Promise.all(
      forms.map(({ path, form }, i) => web.post(i ? bea : ada, path, form)),
    )
    expect(saved.map(({ status }) => status).sort()).toEqual([303, 422])
    const hoax = (await rating('hoax_a')) ? 'hoax_a' : 'hoax_b'
    await retire(hoax, 'false', 'mostly_false', 'mixed', 'mostly_true')
    const left = await Promise.all(
      ['unproven', 'missing_context'].map(async (id, i) => {
        const path = `${SCALE}/${id}/retirement`
        const form = formOf(await life.read(ada, `${SCALE}/${id}`), path)
        return () => web.post(i ? bea : ada, path, form)
      }),
    )
    const retired = await Promise.all(left.map((send) => send()))
    expect(retired.map(({ status }) => status).sort()).toEqual([303, 409])
  })

  it('does once what a form that comes twice asks for', async () => {
    const sentTwice = async (path: string, form: Fields) => {
      const before = await desk.store.verdicts.cursor()
      const send = () => web.post(ada, path, form)
      const answers = [...(await Promise.all([send(), send()])), await send()]
      expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
      // The rating, and the desk that moves on with it.
      expect((await desk.store.verdicts.cursor()) - before).toBe(2)
    }
    const hearsay = { labelEn: 'Hearsay', labelIt: 'Diceria', shape: 'slash', tone: 'teal' }
    await sentTwice(SCALE, { ...hearsay, number: '', slug: '' })
    const path = `${SCALE}/hearsay`
    const form = formOf(await life.read(ada, path), path)
    await sentTwice(path, { ...form, labelEn: 'Rumour' })
    const read = { revision: (await rating('hearsay'))?.revision ?? 0 }
    await sentTwice(`${path}/retirement`, read)
    await sentTwice(`${path}/restoration`, { revision: read.revision + 1 })
    const other = await refused(ada, SCALE, { ...hearsay, labelEn: 'Gossip', slug: 'hearsay' })
    expect(other.status).toBe(422)
    expect(other.words).toContain('This name is taken')
  })

  it('is for admins alone, and knows only its own ratings', async () => {
    for (const by of [carla, enzo]) {
      expect((await web.get(by, SCALE)).status).toBe(403)
      expect((await web.post(by, SCALE, satire)).status).toBe(403)
      expect((await web.post(by, `${SCALE}/true`, { ...satire, revision: 1 })).status).toBe(403)
    }
    for (const path of [`${SCALE}/nothing`, `${SCALE}/%00`, `${SCALE}/../true`]) {
      expect((await web.get(ada, path)).status).toBe(404)
      expect((await web.post(ada, path, { ...satire, revision: 1 })).status).toBe(404)
    }
  })
})
