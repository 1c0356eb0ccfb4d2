import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../src/desk/ledger.ts'
import { LETTERS, receiveLetter } from '../../src/desk/letters.ts'
import { reopen, withdraw } from '../../src/desk/verdicts.ts'
import { reword } from '../../src/desk/wording.ts'
import type { Member } from '../../src/domain/member.ts'
import { refused } from '../domain/refusals.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf, formTag } from './browsing.ts'

const words = 'The mayor said that the bridge cost two million'

describe('a letter of a reader', () => {
  let desk: TestDesk
  let web: Web
  let carla: Member
  let enzo: Member
  beforeEach(async () => {
    desk = await testDesk()
    web = webOf(desk)
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
  })
  afterEach(async () => {
    expect((await verifyLedger(desk)).fault).toBeNull()
    await desk.end()
  })

  const page = async (path = '/report') => (await web.get(null, path)).text()
  const letters = () => desk.store.tips.list('new', null, 500)
  /** The form as it stands on its page, filled in and sent by nobody in particular. */
  async function send(fields: Fields = {}, path = '/report', more = {}) {
    const form = formOf(await page(path), '/report')
    return web.post(null, '/report', { ...form, words, ...fields }, more)
  }

  /** Puts a verdict before a colleague. @returns the id of its version */
  async function drafted(claim: string): Promise<string> {
    await story.proposed(desk, carla, claim)
    return (await story.read(desk, claim)).working?.id ?? ''
  }

  it('is written without an account, a script or a cookie, and never enters the queue', async () => {
    const answer = await send({ url: 'https://example.org/speech', contact: 'anna@example.org' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const thanks = await page(answer.headers.get('location') ?? '')
    expect(wordsOf(thanks)).toContain('Thank you.')
    const [row, ...others] = await letters()
    expect(others).toEqual([])
    expect(row?.tip).toMatchObject({ about: 'claim', claim: null, status: 'new' })
    const kept = { words, url: 'https://example.org/speech', contact: 'anna@example.org' }
    expect(row?.letter).toMatchObject(kept)
    expect(wordsOf(await (await web.get(carla, '/claims')).text())).not.toContain(words)
    expect((await web.get(carla, `/claims?q=bridge`)).status).toBe(200)
    const entries = await desk.store.ledger.after(0, 1000)
    expect(entries.filter(({ actor }) => actor === 'reader')).toHaveLength(1)
    expect(JSON.stringify(entries)).not.toMatch(/two million|anna@/)
  })

  it('speaks of a verdict that the public knows, a withdrawn one too, and of no other', async () => {
    const article = await story.article(desk, carla)
    const told = await story.published(desk, carla, enzo, article)
    const open = await story.claim(desk, carla, article)
    const draft = await drafted(open)
    const path = `/report?verdict=${told}`
    const version = (await story.read(desk, told)).publicVerdict?.id
    expect((await web.get(null, `/report?verdict=${version}`)).status).toBe(200)
    expect(wordsOf(await page(path))).toMatch(/Report an error .*Il ponte/)
    expect((await send({}, path)).status).toBe(303)
    const [row] = await letters()
    expect(row?.tip).toMatchObject({ about: 'error', claim: told })
    const { publicVerdict } = await story.read(desk, told)
    if (publicVerdict) await withdraw(desk, enzo, publicVerdict, { reason: 'It was wrong' })
    expect((await web.get(null, path)).status).toBe(200)
    for (const id of [open, draft, desk.newId(), 'x', "'"]) {
      expect((await web.get(null, `/report?verdict=${encodeURIComponent(id)}`)).status).toBe(404)
      expect((await send({ verdict: id })).status).toBe(404)
    }
    expect(await letters()).toHaveLength(1)
  })

  it('that is wrong says beside its fields why, and keeps what was typed, in both languages', async () => {
    const typed = { words: ' ', url: 'javascript:alert(1)', contact: 'a'.repeat(201) }
    const answer = await send(typed)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(wordsOf(html)).toContain('3 things need changing')
    expect(formOf(html, '/report')).toMatchObject({ url: typed.url, contact: typed.contact })
    const italian = await send({ words: 'a'.repeat(5001) }, '/report', { 'accept-language': 'it' })
    expect(italian.status).toBe(422)
    expect(wordsOf(await italian.text())).toContain('Che cosa va verificato')
    expect(await letters()).toEqual([])
  })

  it('that is sent twice is kept once; sent again with other words, it asks first', async () => {
    const form = formOf(await page(), '/report')
    const both = [1, 2].map(() => web.post(null, '/report', { ...form, words }))
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([303, 303])
    expect(await letters()).toHaveLength(1)
    const other = await web.post(null, '/report', { ...form, words: 'And the tunnel' })
    expect(other.status).toBe(409)
    const again = await other.text()
    expect(wordsOf(again)).toContain('We have your letter already.')
    expect((await web.post(null, '/report', formOf(again, '/report'))).status).toBe(303)
    expect((await letters()).map(({ letter }) => letter?.words)).toEqual(['And the tunnel', words])
  })

  it('that only a program could have written is thanked for, and not kept', async () => {
    const tag = formTag(await page(), '/report')
    expect(tag).toMatch(/<div class="trap" aria-hidden="true">.*name="remarks".*tabindex="-1"/)
    const answer = await send({ remarks: 'https://cheap.example' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/report/thanks'])
    expect(await letters()).toEqual([])
  })

  it('is not taken from another site, or without an id of its own', async () => {
    const form = formOf(await page(), '/report')
    const foreign = { origin: 'https://evil.example' }
    expect((await web.post(null, '/report', { ...form, words }, foreign)).status).toBe(403)
    expect((await web.post(null, '/report', { words })).status).toBe(422)
    expect((await web.post(null, '/report', { words, newId: 'x' })).status).toBe(422)
    expect(await letters()).toEqual([])
  })

  it('is one of ten within an hour from one client; the eleventh hears when to try again', async () => {
    const many = Array.from({ length: LETTERS.hour + 5 }, (_, i) => send({ words: `${i}` }))
    const sent = (await Promise.all(many)).map(({ status }) => status)
    expect(sent.filter((one) => one === 303)).toHaveLength(LETTERS.hour)
    expect(sent.filter((one) => one === 429)).toHaveLength(5)
    const late = await send({ words: 'One more' })
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(1800)
    const html = await late.text()
    expect(wordsOf(html)).toContain('send it again in an hour')
    expect(formOf(html, '/report').words).toBe('One more')
    expect(await letters()).toHaveLength(LETTERS.hour)
  })

  it('is counted by client behind a proxy of ours, and by none where anybody could name themselves', async () => {
    const from = (client: string) => ({ 'x-forwarded-for': client })
    const trusting = webOf(desk, { trustProxy: true })
    const post = async (on: Web, client: string) => {
      const form = { newId: desk.newId(), words }
      return (await on.post(null, '/report', form, from(client))).status
    }
    for (let i = 0; i < LETTERS.hour; i++) expect(await post(trusting, '192.0.2.1')).toBe(303)
    expect(await post(trusting, '192.0.2.1')).toBe(429)
    expect(await post(trusting, '192.0.2.2')).toBe(303)
    for (let i = 0; i < LETTERS.hour; i++) expect(await post(web, `192.0.2.${i}`)).toBe(303)
    expect(await post(web, '192.0.2.99')).toBe(429)
  })

  it('is counted by network where one client has a whole one', async () => {
    const trusting = webOf(desk, { trustProxy: true })
    const post = async (client: string) => {
      const form = { newId: desk.newId(), words }
      const from = { 'x-forwarded-for': client }
      return (await trusting.post(null, '/report', form, from)).status
    }
    for (let i = 0; i < LETTERS.hour; i++) {
      expect(await post(i % 2 ? `2001:db8:0:7:${i}::1` : `2001:DB8::7:0:0:0:${i}`)).toBe(303)
    }
    expect(await post('2001:db8:0:7::abcd')).toBe(429)
    expect(await post('2001:db8:0:8::abcd')).toBe(303)
    // One of IPv4 is itself, by whichever socket it came in.
    for (let i = 0; i < LETTERS.hour; i++) expect(await post('::ffff:192.0.2.1')).toBe(303)
    expect(await post('192.0.2.1')).toBe(429)
    expect(await post('192.0.2.2')).toBe(303)
  })

  it('is one of two hundred within a day, whoever sends them', async () => {
    const one = (from: string) => {
      const sent = { id: desk.newId(), about: null }
      return receiveLetter(desk, from, sent, { words, url: '' })
    }
    for (let i = 0; i < LETTERS.day; i++) await one(`client ${i}`)
    const late = await refused(one('one more'))
    expect(late.code).toBe('throttled')
    expect(Number(late.values.minutes)).toBeGreaterThan(60)
    const answer = await send()
    expect(answer.status).toBe(429)
    expect(wordsOf(await answer.text())).toMatch(/send it again in \d+ hours/)
    // Sign-ins are counted beside them, and neither forgets the other.
    const signIn = { email: 'nobody@example.org', password: 'wrong', next: '/' }
    expect((await web.post(null, '/signin', signIn)).status).toBe(401)
    expect((await refused(one('another'))).code).toBe('throttled')
  })

  it('finds no form where the desk keeps its public pages closed', async () => {
    const closed = webOf(desk, { publicPages: false })
    for (const path of ['/report', '/report/thanks', '/methodology', '/ratings']) {
      expect((await closed.get(null, path)).status).toBe(404)
    }
    const form = { newId: desk.newId(), words }
    expect((await closed.post(null, '/report', form)).status).toBe(404)
    expect(await letters()).toEqual([])
  })

  it('names a verdict as the public knows it, whatever the desk makes of the claim meanwhile', async () => {
    const told = await story.published(desk, carla, enzo, await story.article(desk, carla))
    const read = await story.read(desk, told)
    const slug = read.publicVerdict?.slug ?? ''
    await reopen(desk, carla, read, {})
    const now = await story.read(desk, told)
    await reword(desk, carla, now, { ...story.claimForm, statement: 'Nobody said this in public' })
    const page = await (await web.get(null, `/report?verdict=${slug}`)).text()
    expect(page).toContain(`href="/verdicts/${slug}"`)
    expect(page).not.toContain('Nobody said this in public')
  })
})
