import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { languages, translator } from '../../views/messages.ts'
import { person, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { wordsOf } from '../support/web.ts'
import { browsing, formOf } from './browsing.ts'
import { type Reading, reading, wordsIn } from './reading.ts'

describe('claims that are on the desk, in the reader', () => {
  const t = translator('en')
  let on: Reading
  const words = 'dopo tre anni di lavori'
  let claim: string
  beforeEach(async () => {
    on = await reading()
    claim = await on.take('ha riaperto ieri al traffico', 'Il ponte ha riaperto al traffico')
  })
  afterEach(() => on.desk.end())
  const action = () => `/articles/${on.article}/appearances`
  const same = () => on.address(words, `&claim=${claim}`)
  const add = (by = on.carla, fields = {}) =>
    browsing(on.web).send(by, same(), action(), { claimantKind: 'outlet', ...fields })

  it('are found beneath the statement, each with a way to say that it is this one', async () => {
    const page = await on.dom(on.address('ponte di Vallechiara ha riaperto ieri al traffico'))
    const link = page.querySelector('#claim-similar .same')?.getAttribute('hx-get') ?? ''
    expect(link).toContain(`claim=${claim}`)
    const form = await on.dom(link)
    expect(form.querySelector('#known-claim')?.textContent).toContain('Il ponte ha riaperto')
    expect(form.querySelector('#claim-form')?.getAttribute('action')).toBe(action())
    // One form: what is typed for a new claim waits in it, out of sight.
    expect(form.querySelector('#claim-statement')?.closest('[hidden]')).not.toBeNull()
    const back = form.querySelector('#known-claim p:last-child a')?.getAttribute('hx-get') ?? ''
    expect(back).not.toContain('claim=')
    expect((await on.dom(back)).querySelector('#known-claim')).toBeNull()
  })
  it('get one more appearance, whose words, claimant and date are kept', async () => {
    const place = await add(on.carla, { claimantKind: 'named', claimant: 'La sindaca' })
    expect(place).toBe(`/claims/${claim}#appearances`)
    const all = await on.desk.store.claims.appearances([claim])
    expect(all).toHaveLength(2)
    expect(all[1]).toMatchObject({
      quote: words,
      claimant: 'La sindaca',
      claimedOn: '2024-03-12',
    })
    expect((await on.desk.store.verify()).fault).toBeNull()
  })
  it('get it once, however often the form is sent', async () => {
    const html = await browsing(on.web).read(on.carla, same())
    const form = { ...formOf(html, action()), claimantKind: 'outlet' }
    for (const _ of [1, 2]) {
      expect((await on.web.post(on.carla, action(), form)).status).toBe(303)
    }
    const both = await Promise.all([1, 2].map(() => on.web.post(on.carla, action(), form)))
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await on.desk.store.claims.appearances([claim])).toHaveLength(2)
  })
  it('go back to work where their proposal was being read, and this is said', async () => {
    await story.proposed(on.desk, on.carla, claim)
    const html = await browsing(on.web).read(on.carla, same())
    const form = { ...formOf(html, action()), claimantKind: 'outlet' }
    const answer = await on.web.post(on.carla, action(), form)
    expect(answer.headers.get('set-cookie')).toContain('notice.unsettle')
    expect((await story.read(on.desk, claim)).claim.stage).toBe('checking')
    expect((await story.read(on.desk, claim)).working?.status).toBe('draft')
  })

  /** Sends the form as it stands on a page. @returns the page that refuses it, in this language */
  async function refused(status: number, fields: object, lang: (typeof languages)[number] = 'en') {
    const html = await browsing(on.web).read(on.carla, on.address(words, `&claim=${claim}`))
    const form = { ...formOf(html, action()), claimantKind: 'named', claimant: 'Una fonte' }
    const inIt = { 'accept-language': lang }
    const before = await on.desk.store.verdicts.cursor()
    const answer = await on.web.post(on.carla, action(), { ...form, ...fields }, inIt)
    const again = await answer.text()
    expect(answer.status, wordsOf(again)).toBe(status)
    expect(await on.desk.store.verdicts.cursor()).toBe(before)
    const { document } = parseHTML(again)
    expect(document.querySelector('#claim-claimant')?.getAttribute('value')).toBe('Una fonte')
    expect(document.querySelectorAll('[role=alert]')).toHaveLength(1)
    return { said: document.querySelector('[role=alert]')?.textContent ?? '', document }
  }

  it.each(languages)('are not given the same words twice (%s)', async (lang) => {
    await add()
    const { said, document } = await refused(422, {}, lang)
    const why = translator(lang)('field.taken', { what: 'excerpt' })
    expect(said).toContain(why)
    expect(wordsIn(document.querySelector('#claim-excerpt .error'))).toBe(why)
  })
  it.each(languages)('say what to do first where they are set aside (%s)', async (lang) => {
    const page = `/claims/${claim}`
    const { send } = browsing(on.web)
    await send(on.carla, page, `${page}/setting-aside`, { reason: 'opinion' })
    const why = translator(lang)('claimForm.closed', { stage: 'set_aside' })
    expect((await refused(409, {}, lang)).said).toContain(why)
    const reader = await on.dom(on.address('ponte di Vallechiara ha riaperto ieri al traffico'))
    expect(reader.querySelector('#claim-similar .same')).toBeNull()
    expect(reader.querySelector('#claim-similar')?.textContent).toContain(
      t('claimForm.closed', { stage: 'set_aside' }),
    )
  })
  it.each(languages)('are named to no avail where they are not on this desk (%s)', async (lang) => {
    const other = await testDesk()
    const somebody = await person(other, 'checker')
    const theirs = await story.claim(other, somebody, await story.article(other, somebody))
    await other.end()
    const why = translator(lang)('claimForm.claim_unknown')
    for (const one of [theirs, on.desk.newId(), 'x', '\0']) {
      expect((await refused(422, { claim: one }, lang)).said).toContain(why)
    }
    const page = await on.dom(on.address(words, `&claim=${theirs}`))
    expect(page.querySelector('[role=alert]')?.textContent).toContain(t('claimForm.claim_unknown'))
    expect(page.querySelector('#claim-form')?.getAttribute('action')).toMatch(/\/claims$/)
  })
  it.each(languages)('keep what was typed where the form came back broken (%s)', async (lang) => {
    const again = translator(lang)('claimForm.again')
    const nowhere = translator(lang)('field.not_in_text')
    expect((await refused(422, { newId: 'x' }, lang)).said).toContain(again)
    const other = await story.article(on.desk, on.carla, 'Un altro articolo. Parla d’altro.')
    const version = (await on.desk.store.articles.find(other))?.version ?? ''
    for (const one of [
      { version },
      { version: on.desk.newId() },
      { version: '\0' },
      { start: 9, end: 3 },
      { start: 'x' },
      { end: 1e300 },
    ]) {
      expect((await refused(422, one, lang)).said, JSON.stringify(one)).toContain(nowhere)
    }
    const { document } = await refused(422, { claimantKind: '' }, lang)
    expect(document.querySelector('#claim-errors a')?.getAttribute('href')).toBe(
      '#claim-claimantKind-0',
    )
  })
  it('tell a client what is wrong in its own words', async () => {
    await add()
    const html = await browsing(on.web).read(on.carla, same())
    const form = { ...formOf(html, action()), claimantKind: 'outlet' }
    const answer = await on.web.post(on.carla, action(), form, { accept: 'application/json' })
    expect(await answer.json()).toMatchObject({
      code: 'invalid',
      errors: { excerpt: { code: 'taken' } },
    })
  })
  it('get nothing from a viewer', async () => {
    const viewer = await person(on.desk, 'viewer')
    const html = await browsing(on.web).read(on.carla, same())
    const answer = await on.web.post(viewer, action(), formOf(html, action()))
    expect(answer.status).toBe(403)
    expect(await on.desk.store.claims.appearances([claim])).toHaveLength(1)
  })
})
