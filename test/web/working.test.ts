import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

let desk: TestDesk
let web: Web
let life: Life
let anna: Member
let bruno: Member
let viewer: Member
let article: string

beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  life = lifeOn(web)
  anna = await person(desk, 'checker', 'Anna')
  bruno = await person(desk, 'checker', 'Bruno')
  viewer = await person(desk, 'viewer', 'Vera')
  article = await story.article(desk, anna)
})
afterAll(() => desk.end())

const italian = { 'accept-language': 'it' }
const claim = (statement: string, more: object = {}) =>
  story.claim(desk, anna, article, { statement, ...more })
const parts = {
  statement1: 'Il ponte ha riaperto',
  kind1: 'happened',
  statement2: 'Il ponte è costato due milioni',
  kind2: 'figure',
}

describe('splitting a claim', () => {
  const path = (id: string) => `/claims/${id}/split`

  it('makes each part a claim, in one form, and leads from each to the other', async () => {
    const id = await claim('Il ponte ha riaperto ed è costato due milioni')
    expect(await life.send(anna, path(id), path(id), parts)).toBe(`/claims/${id}`)
    const page = await life.read(anna, `/claims/${id}`)
    expect(wordsOf(page)).toContain(parts.statement2)
    const part = (await desk.store.claims.splitFrom(id))[0]?.id ?? ''
    const other = wordsOf(await life.read(anna, `/claims/${part}`))
    expect(other).toContain(`Split from: ${parts.statement1}`)
    expect(other).toContain('Gazzetta della Valle')
    expect(other).toContain('Inbox')
  })
  it('by two people at once is done once: the second reads why, and keeps the words', async () => {
    const id = await claim('Il sindaco apre la scuola e chiude il ponte')
    const sheet = formOf(await life.read(bruno, path(id)), path(id))
    await life.send(anna, path(id), path(id), parts)
    const late = await web.post(bruno, path(id), { ...sheet, ...parts, statement2: 'Mia parte' })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('Mia parte')
    expect(wordsOf(page)).toMatch(/changed|saved/i)
    expect(await desk.store.claims.splitFrom(id)).toHaveLength(1)
  })
  it('sent twice is done once', async () => {
    const id = await claim('Una cosa e un’altra')
    const sheet = { ...formOf(await life.read(anna, path(id)), path(id)), ...parts }
    expect((await web.post(anna, path(id), sheet)).status).toBe(303)
    expect((await web.post(anna, path(id), sheet)).status).toBe(303)
    expect(await desk.store.claims.splitFrom(id)).toHaveLength(1)
  })
  it('says beside the field what is missing, in the language of whoever reads', async () => {
    const id = await claim('Due cose insieme')
    const sheet = formOf(await life.read(anna, path(id)), path(id))
    const fields = { ...sheet, ...parts, statement2: '', statement3: 'Terza', kind3: '' }
    const answer = await web.post(anna, path(id), fields, italian)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toMatch(/id="split-statement2-error"/)
    expect(page).toMatch(/Terza/)
  })
})

describe('planning a claim', () => {
  it('shows the day, why, what it waits for and the topics on its page', async () => {
    const id = await claim('Il comune riapre la piscina')
    const plan = {
      topics: 'Piscine, comune',
      dueOn: '3/7/2025',
      why: 'Ce lo chiede un lettore',
      waitsFor: 'La delibera',
    }
    await life.send(anna, `/claims/${id}`, `/claims/${id}/plan`, plan)
    const page = await life.read(viewer, `/claims/${id}`)
    const words = wordsOf(page)
    for (const one of ['due 3 July 2025', plan.why, plan.waitsFor]) expect(words).toContain(one)
    expect(page).toContain('href="/claims?topic=piscine"')
  })
  it('keeps what was typed when the day is absurd, in Italian too', async () => {
    const id = await claim('Il comune riapre la palestra')
    const sheet = formOf(await life.read(anna, `/claims/${id}`), `/claims/${id}/plan`)
    for (const dueOn of ['9999-12-31', '1999-01-01', '2025-07', 'domani', '2025-02-30']) {
      const fields = { ...sheet, dueOn, waitsFor: 'Una risposta' }
      const answer = await web.post(anna, `/claims/${id}/plan`, fields, italian)
      expect(answer.status, dueOn).toBe(422)
      const page = await answer.text()
      expect(page).toContain('planning-dueOn-error')
      expect(page).toContain('Una risposta')
    }
  })
})

describe('claimants', () => {
  const named = { claimantKind: 'named', claimant: 'Anna Moretti' }
  it('get one record, however their name is typed, and it says who they are', async () => {
    const first = await claim('La sindaca dice una cosa', named)
    await claim('La sindaca ne dice un’altra', { ...named, claimant: ' anna  MORETTI ' })
    const [appearance] = await desk.store.claims.appearances([first])
    const path = `/claimants/${appearance?.claimantId}`
    const about = { role: 'Sindaca', sameAs: 'https://example.org/moretti' }
    await life.send(anna, path, path, about)
    const page = wordsOf(await life.read(viewer, path))
    expect(page).toContain('Sindaca')
    expect(page).toContain('ne dice un’altra')
    expect(wordsOf(await life.read(viewer, '/claimants'))).toContain('Anna Moretti')
    expect(wordsOf(await life.read(viewer, `/claims/${first}`))).toContain('Sindaca')
  })
  it('do not take each other’s names, and a stale form keeps its words', async () => {
    const id = await claim('Parla un altro', { ...named, claimant: 'Carlo Neri' })
    const [appearance] = await desk.store.claims.appearances([id])
    const path = `/claimants/${appearance?.claimantId}`
    const sheet = formOf(await life.read(anna, path), path)
    const taken = await web.post(anna, path, { ...sheet, name: 'ANNA MORETTI' })
    expect(taken.status).toBe(422)
    expect(await taken.text()).toContain('describe-claimant-name-error')
    await life.send(bruno, path, path, { role: 'Assessore' })
    const stale = await web.post(anna, path, { ...sheet, role: 'Consigliere' })
    expect(stale.status).toBe(409)
    const words = await stale.text()
    expect(words).toContain('Assessore')
    expect(words).toContain('value="Consigliere"')
  })
  it('with an absurd name are refused where they are named', async () => {
    const id = await claim('Qualcuno parla')
    const [appearance] = await desk.store.claims.appearances([id])
    const path = `/appearances/${appearance?.id}`
    const sheet = formOf(await life.read(anna, path), path)
    const answer = await web.post(anna, path, { ...sheet, ...named, claimant: '?!' }, italian)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('edit-appearance-claimant-error')
  })
})

describe('a duplicate', () => {
  it('offers the claim that it repeats, gives it what it brought, and gets it back', async () => {
    const survivor = await claim('La biblioteca civica riapre lunedì mattina')
    const copy = await claim('Lunedì mattina riapre la biblioteca civica')
    const alike = await life.read(anna, `/claims/${copy}/similar`)
    expect(alike).toContain(`href="/claims/${copy}?duplicateOf=${survivor}#set-aside"`)
    const page = await life.read(anna, `/claims/${copy}?duplicateOf=${survivor}`)
    expect(page).toContain(`name="likely" value="${survivor}"`)
    const path = `/claims/${copy}/setting-aside`
    await life.send(anna, `/claims/${copy}`, path, { reason: 'duplicate', likely: survivor })
    expect(await desk.store.claims.appearances([survivor])).toHaveLength(2)
    const back = `/claims/${copy}/bringing-back`
    await life.send(bruno, `/claims/${copy}`, back)
    expect(await desk.store.claims.appearances([survivor])).toHaveLength(1)
    const [own] = await desk.store.claims.appearances([copy])
    expect((await desk.store.claims.find(copy))?.leadAppearance).toBe(own?.id)
    expect((await desk.store.verify()).fault).toBeNull()
  })
})
