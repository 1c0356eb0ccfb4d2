import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mendTypo } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { publicVerdict } from '../../src/interchange/verdict-export.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf, formTag } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

const UNCHECKED = 'not checked for this date'

let desk: TestDesk
let web: Web
let life: Life
let carla: Member
let ciro: Member
let enzo: Member
let elsa: Member
let vito: Member
let article: string
beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  life = lifeOn(web)
  carla = await person(desk, 'checker', 'Carla')
  ciro = await person(desk, 'checker', 'Ciro')
  enzo = await person(desk, 'editor', 'Enzo')
  elsa = await person(desk, 'editor', 'Elsa')
  vito = await person(desk, 'viewer', 'Vito')
  article = await story.article(desk, carla)
})
afterAll(() => desk.end())

/** The same words once more, as somebody takes them in the reader. @returns where that leads */
const foundAgain = (claim: string, start: number, fields: Fields = {}) =>
  life.send(
    ciro,
    `/articles/${article}?start=${start}&end=${start + 30}&claim=${claim}`,
    `/articles/${article}/appearances`,
    { claimantKind: 'outlet', claimedOn: '2025-02', ...fields },
  )

const told = async (claim: string) => (await story.read(desk, claim)).publicVerdict
const body = async (claim: string) => {
  const text = await desk.store.verdicts.lastPublication((await told(claim))?.id ?? '')
  return publicVerdict.parse(JSON.parse(text ?? ''))
}
const checkedIn = async (claim: string) => (await body(claim)).appearances.map((one) => one.checked)
const later = async (claim: string) =>
  (await desk.store.claims.appearances([claim])).at(-1)?.id ?? ''

/** What a reader of the page finds between two of its marks. */
const part = (html: string, from: string, to: string) =>
  wordsOf(html.slice(html.indexOf(from)).split(to)[0] ?? '')

describe('words that were claimed later than the date a verdict holds for', () => {
  let claim: string
  let page: string
  beforeAll(async () => {
    claim = await story.published(desk, carla, enzo, article)
    page = `/claims/${claim}`
    expect(await life.read(carla, page)).not.toContain(UNCHECKED)
    expect(await foundAgain(claim, 60)).toBe(`${page}#appearances`)
  })

  it('say so at once on the claim, to whoever found them, with what can be done', async () => {
    const html = await life.read(ciro, page)
    const there = part(html, 'id="appearances"', '</section>')
    expect(there.split(UNCHECKED)).toHaveLength(2)
    expect(there).toContain('later than the date that the public verdict holds for')
    expect(there).toContain('An editor can confirm the verdict for it.')
    expect(html).toContain('href="#reopen"')
    expect(html).toContain(`/articles/${article}?start=60&amp;end=90#take`)
    expect(html).not.toContain('/confirmation"')
  })
  it('are said to be so before they are taken, beside what readers read', async () => {
    const form = await life.read(ciro, `/articles/${article}?start=61&end=90&claim=${claim}`)
    expect(part(form, 'id="known-claim"', '<a class="statement"')).toContain(
      'Decided · True · Holds as of 12 March 2024',
    )
    expect(wordsOf(form)).toContain('it shows as not checked for this date, until an editor')
  })
  it('say so to a viewer, who can do nothing about it', async () => {
    const html = await life.read(vito, page)
    expect(html).toContain(UNCHECKED)
    expect(html).not.toMatch(/#take|confirmation|can confirm/)
  })
  it('say so in the reader, beside the words and in the list, and only there', async () => {
    const html = await life.read(carla, `/articles/${article}`)
    const first = (await desk.store.claims.appearances([claim]))[0]?.id
    const mark = (id: string | undefined) =>
      new RegExp(`id="mark-${id}"[^>]*aria-label="([^"]*)"`).exec(html)?.[1]
    expect(mark(await later(claim))).toContain(`True, ${UNCHECKED}`)
    expect(mark(first)).toMatch(/\(True\)$/)
    expect(part(html, 'id="taken"', '</section>').split(UNCHECKED)).toHaveLength(2)
  })
  it('say so in the queue', async () => {
    const row = part(await life.read(carla, '/claims'), `id="claim-${claim}"`, '</li>')
    expect(row).toContain('found again, not checked for that date')
  })
  it('wait to be looked at again, where an editor confirms and a checker does not', async () => {
    const row = async (by: Member) =>
      part(
        await life.read(by, '/due'),
        `id="due-${(await told(claim))?.id}"`,
        '<div class="due-ways"',
      )
    expect(await row(carla)).toContain(
      'It was found again, and nobody checked the verdict for that',
    )
    expect(await row(carla)).toContain('An editor can confirm')
    expect(await row(enzo)).toContain('Confirm the verdict for this date')
    expect(await life.read(carla, '/review')).toMatch(
      /<a href="\/due">Verdicts to look at again<\/a> <span class="count">1</,
    )
  })
  it('change nothing of what the public was told', async () => {
    expect(await checkedIn(claim)).toEqual([true])
  })

  const action = async () => `/verdicts/${(await told(claim))?.id}/confirmation`
  it('are confirmed by nobody but an editor', async () => {
    const form = { revision: (await told(claim))?.revision ?? 0, appearance: await later(claim) }
    for (const by of [vito, carla])
      expect((await web.post(by, await action(), form)).status).toBe(403)
    expect((await web.post(null, await action(), form)).status).toBe(401)
    expect(await checkedIn(claim)).toEqual([true])
  })
  it('are confirmed on what was read, and of this claim alone', async () => {
    const { revision = 0 } = (await told(claim)) ?? {}
    const other = await story.claim(desk, carla, article)
    const [stranger] = await desk.store.claims.appearances([other])
    for (const appearance of [stranger?.id ?? '', desk.newId(), 'none', ''])
      expect((await web.post(enzo, await action(), { revision, appearance })).status).toBe(404)
    const stale = { revision: revision - 1, appearance: await later(claim) }
    const refused = await web.post(enzo, await action(), stale)
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Somebody changed this after you opened it')
  })
  it('are confirmed in one step, of which the public is told at once, and once', async () => {
    const before = await body(claim)
    const form = formOf(await life.read(enzo, page), await action())
    const first = await web.post(enzo, await action(), form)
    const again = await web.post(enzo, await action(), form)
    expect([first.status, again.status]).toEqual([303, 303])
    expect(first.headers.get('location')).toBe(`${page}#appearances`)
    const after = await body(claim)
    expect(await checkedIn(claim)).toEqual([true, true])
    expect({ ...after, appearances: [] }).toEqual({ ...before, appearances: [] })
    expect(after.appearances[0]).toEqual(before.appearances[0])
    expect(after.appearances[1]).toMatchObject({ id: await later(claim), claimedOn: '2025-02' })
    expect((await told(claim))?.confirmed).toEqual([await later(claim)])
    const html = await life.read(carla, page)
    expect(html).not.toContain(UNCHECKED)
    expect(html).toContain('The verdict was confirmed for it.')
    expect(wordsOf(html)).toContain('Enzo confirmed the public verdict for one more appearance')
    expect(await life.read(carla, '/due')).not.toContain(claim)
  })
  it('were not checked before that, as the past still says', async () => {
    const entries = await desk.store.ledger.ofClaim(claim, 50)
    const { at = '' } = entries.find(({ verb }) => verb === 'confirm') ?? {}
    const before = new Date(Date.parse(at) - 1000).toISOString()
    const then = await life.read(enzo, `${page}?asOf=${before}`)
    expect(then).toContain(UNCHECKED)
    expect(then).not.toMatch(/\/confirmation"|#take"/)
    expect(await life.read(enzo, `${page}?asOf=${at}`)).not.toContain(UNCHECKED)
  })
  it('are still confirmed after a typo was mended, and later ones are not', async () => {
    const verdict = await told(claim)
    if (!verdict) throw new Error('nothing is public')
    const { conclusion, rationale } = verdict
    const mended = { conclusion, rationale: rationale.replace('collaudo', 'colaudo') }
    await foundAgain(claim, 100, { claimedOn: '' })
    await mendTypo(desk, enzo, verdict, desk.newId(), mended)
    expect(await checkedIn(claim)).toEqual([true, true])
    const there = part(await life.read(carla, page), 'id="appearances"', '</section>')
    expect(there.split(UNCHECKED)).toHaveLength(2)
    expect(there).toContain('its date does not say whether the verdict speaks of it')
  })
  it('are what the next version is written on, and told as not checked unless its writer says so', async () => {
    await life.public(elsa, claim, 'reading')
    await life.reopen(carla, claim)
    const html = await life.read(carla, page)
    const form = formOf(html, `${page}/verdict`)
    const appearances = await desk.store.claims.appearances([claim])
    // What is confirmed is offered as confirmed; what has no date was there, and goes without saying.
    expect(form.confirmed).toBe(appearances[1]?.id)
    expect(formTag(html, `${page}/verdict`).match(/name="confirmed"/g)).toHaveLength(1)
    await life.write(carla, claim, 'propose', { confirmed: [] })
    const why = { correctionKind: 'update', correctionReason: 'Rivisto' }
    await life.publish(enzo, claim, why)
    expect(await checkedIn(claim)).toEqual([true, false, true])
    const confirmed = formOf(await life.read(enzo, page), await action())
    expect((await web.post(enzo, await action(), confirmed)).status).toBe(303)
    expect(await checkedIn(claim)).toEqual([true, true, true])
    expect((await body(claim)).appearances).toHaveLength(3)
  })
  it('are proved with everything else', async () => {
    expect((await desk.store.verify()).fault).toBeNull()
  })
})

describe('until when, and when again', () => {
  const proposed = async (fields: Fields) => {
    const claim = await story.claim(desk, carla, article)
    await life.work(carla, claim)
    await life.bring(carla, claim)
    await life.write(carla, claim, 'propose', fields)
    return claim
  }

  it('a verdict tells the public until when, and nobody when it is looked at again', async () => {
    const claim = await proposed({ validUntil: '2026-06', recheckOn: '2026-06-15' })
    expect(part(await life.read(enzo, `/claims/${claim}`), 'id="rationale"', '<details')).toContain(
      'May be relied on until June 2026',
    )
    await life.publish(enzo, claim)
    expect((await body(claim)).validUntil).toBe('2026-06')
    expect(JSON.stringify(await body(claim))).not.toContain('2026-06-15')
    const html = await life.read(carla, `/claims/${claim}`)
    expect(wordsOf(html)).toContain('to be looked at again on 15 June 2026')
  })
  it('what was right when it was said says since when it is not', async () => {
    const reasons = ['outdated_since']
    const claim = await proposed({ validUntil: '2024-09', reasons })
    await life.publish(enzo, claim)
    const there = part(await life.read(vito, `/claims/${claim}`), 'class="told"', '<details')
    expect(there).toContain('Right when it was said; outdated since September 2024')
    expect(there).not.toContain('May be relied on')
    expect((await body(claim)).reasons).toEqual(reasons)
    const row = part(await life.read(vito, '/claims'), `id="claim-${claim}"`, '</li>')
    expect(row).toContain('right then, outdated since')
    expect(await life.read(vito, '/claims?reason=outdated_since')).toContain(claim)
    expect(await life.read(vito, '/claims?reason=outdated')).not.toContain(claim)
    expect(await life.read(carla, '/due')).not.toContain(claim)
    await life.reopen(carla, claim)
    const form = formOf(await life.read(carla, `/claims/${claim}`), `/claims/${claim}/verdict`)
    expect(form).toMatchObject({ reasons: 'outdated_since', validUntil: '2024-09' })
  })
  it('dates that cannot be are refused beside their fields, and nothing typed is lost', async () => {
    const claim = await story.claim(desk, carla, article)
    await life.work(carla, claim)
    const action = `/claims/${claim}/verdict`
    const form = formOf(await life.read(carla, `/claims/${claim}`), action)
    const typed = { ...form, holdsOn: '2024-05', validUntil: '2024-04', reasons: 'outdated_since' }
    const answer = await web.post(carla, action, { ...typed, do: 'save' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toMatch(/id="draft-validUntil-error">This is before the date/)
    expect(formOf(html, action)).toMatchObject({ validUntil: '2024-04', reasons: 'outdated_since' })
    for (const [recheckOn, said] of [
      ['2020-01-01', 'This day is past'],
      ['2026', 'Give the whole date'],
      ['2999-01-01', 'more than 10 years away'],
    ] as const) {
      const refused = await web.post(carla, action, { ...form, recheckOn, do: 'save' })
      expect(part(await refused.text(), 'id="draft-recheckOn-error"', '</p>')).toContain(said)
    }
  })
  it('a checker moves the next look of a public verdict, and the public is told nothing', async () => {
    const claim = await proposed({})
    await life.publish(enzo, claim)
    const before = await told(claim)
    await life.public(ciro, claim, 'recheck', { recheckOn: '1/7/2026' })
    const after = await told(claim)
    expect(after).toMatchObject({ recheckOn: '2026-07-01', publication: before?.publication })
    const action = `/verdicts/${after?.id}/recheck`
    const page = `/claims/${claim}`
    const form = formOf(await life.read(ciro, page), action)
    expect(form.recheckOn).toBe('2026-07-01')
    expect((await web.post(vito, action, form)).status).toBe(403)
    const wrong = await web.post(ciro, action, { ...form, recheckOn: 'mai' })
    expect([wrong.status, wordsOf(await wrong.text())]).toEqual([
      422,
      expect.stringContaining('This date cannot be read'),
    ])
    const twice = { ...form, recheckOn: '2026-08-01' }
    for (const _ of [1, 2]) expect((await web.post(ciro, action, twice)).status).toBe(303)
    expect((await web.post(ciro, action, { ...form, recheckOn: '2026-09-01' })).status).toBe(409)
    expect((await told(claim))?.revision).toBe((after?.revision ?? 0) + 1)
    const draft = await story.claim(desk, carla, article)
    await story.proposed(desk, carla, draft)
    const working = (await story.read(desk, draft)).working
    const early = await web.post(ciro, `/verdicts/${working?.id}/recheck`, {
      revision: working?.revision ?? 0,
      recheckOn: '2026-07-01',
    })
    expect(early.status).toBe(409)
    expect((await desk.store.verify()).fault).toBeNull()
  })
})

describe('the list of what is to be looked at again', () => {
  it('is a checker’s, in two languages, and says when there is nothing', async () => {
    const empty = await testDesk()
    const on = webOf(empty)
    const checker = await person(empty, 'checker')
    expect(await (await on.get(checker, '/due')).text()).toContain(
      'Nothing is to be looked at again',
    )
    expect(await (await on.get(checker, '/review')).text()).not.toMatch(/\/due">[^<]*<\/a> <span/)
    await empty.end()
    expect((await web.get(vito, '/due')).status).toBe(403)
    expect(await life.read(vito, '/review')).not.toContain('/due')
    const answer = await web.get(carla, '/due', { cookie: '', 'accept-language': 'it' })
    expect(answer.status).toBe(200)
  })

  it('holds what may be relied on no longer until somebody says that it stands', async () => {
    const claim = await story.claim(desk, carla, article)
    await life.work(carla, claim)
    await life.bring(carla, claim)
    await life.write(carla, claim, 'propose', { validUntil: '2024-12' })
    await life.publish(enzo, claim)
    const row = async () => part(await life.read(carla, '/due'), `href="/claims/${claim}"`, '</li>')
    expect(await row()).toContain('It may be relied on no longer. It held until December 2024')
    const action = `/verdicts/${(await told(claim))?.id}/recheck`
    expect(await life.send(carla, '/due', action, { recheckOn: '2027-01-01' })).toBe('/due')
    expect(await life.read(carla, '/due')).not.toContain(`/claims/${claim}"`)
    await life.public(carla, claim, 'recheck', { recheckOn: '' })
    expect(await row()).toContain('December 2024')
    await life.send(carla, '/due', `/claims/${claim}/reopening`)
    expect((await story.read(desk, claim)).claim.stage).toBe('checking')
    const later = { comment: 'Rivisto: regge', recheckOn: '2027-01-01' }
    await life.send(enzo, `/claims/${claim}`, `/claims/${claim}/keeping`, later)
    expect(await told(claim)).toMatchObject({ recheckOn: '2027-01-01' })
    expect(await life.read(carla, '/due')).not.toContain(`/claims/${claim}"`)
  })

  it('reads a place that nobody could mean as none', async () => {
    for (const after of ['x', '2024-01-01~x', '~', `2024-01-01~${desk.newId()}`])
      expect((await web.get(carla, `/due?after=${encodeURIComponent(after)}`)).status).toBe(200)
  })
})
