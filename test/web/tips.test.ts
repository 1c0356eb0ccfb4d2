import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../src/desk/ledger.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { letter as letterOn } from '../support/letters.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf, idIn } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

const hostile = `<script>alert(1)</script> "'><img src=x onerror=alert(2)> [x](javascript:alert(3))`
const claim = { statement: 'The bridge cost two million', language: 'en', kind: 'figure' }

describe('the letters of readers, at the desk', () => {
  let desk: TestDesk
  let web: Web
  let life: Life
  let carla: Member
  let dario: Member
  let enzo: Member
  beforeEach(async () => {
    desk = await testDesk()
    web = webOf(desk)
    life = lifeOn(web)
    carla = await person(desk, 'checker', 'Carla')
    dario = await person(desk, 'checker', 'Dario')
    enzo = await person(desk, 'editor', 'Enzo')
  })
  afterEach(async () => {
    expect((await verifyLedger(desk)).fault).toBeNull()
    await desk.end()
  })

  const letter = (fields: Record<string, string> = {}, about: string | null = null) =>
    letterOn(desk, about, fields)
  const tip = (id: string) => desk.store.tips.find(id)
  const kept = (id: string) => desk.store.tips.letter(id)
  const decide = (id: string, step: string, fields: Fields = {}, by = carla) =>
    life.send(by, `/tips/${id}`, `/tips/${id}/${step}`, fields)

  it('wait in a list of their own, the newest first, counted in the header of checkers', async () => {
    await letter({ words: 'The first one' })
    await letter({ words: 'The second one' })
    const html = await life.read(carla, '/tips')
    expect(wordsOf(html)).toMatch(/2 letters from readers wait.*The second one.*The first one/)
    const viewer = await person(desk, 'viewer')
    expect(await life.read(viewer, '/claims')).not.toContain('/tips')
    expect((await web.get(viewer, '/tips')).status).toBe(403)
    expect((await web.get(null, '/tips')).status).toBe(303)
  })

  it('are paged through to the last one, and nothing twice', async () => {
    const ids: string[] = []
    for (let i = 0; i < 103; i++) ids.unshift(await letter({ words: `No. ${i}` }))
    const seen: string[] = []
    for (let path: string | undefined = '/tips'; path; ) {
      const html = await life.read(carla, path)
      seen.push(
        ...Array.from(
          html.matchAll(/tip-words" href="\/tips\/([\da-f-]{36})/g),
          ([, id]) => id ?? '',
        ),
      )
      path = /class="pager".*href="(\/tips\?after=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual(ids)
  })

  it('are shown as they were written, and nothing in them is more than text', async () => {
    const id = await letter({
      words: hostile,
      contact: '<b>me</b>',
      url: 'https://example.org/?a="><b>',
    })
    for (const path of ['/tips', `/tips/${id}`, `/claims/new?tip=${id}`]) {
      const html = await life.read(carla, path)
      expect(html).not.toMatch(/<script>alert|<img src=x|href="javascript|<b>me/)
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    }
    const page = await life.read(carla, `/tips/${id}`)
    expect(page).toMatch(/href="https:\/\/example.org[^"]*" rel="noopener nofollow noreferrer"/)
  })

  it('become a claim by a person’s hand, who words it, and stay linked with it', async () => {
    const id = await letter()
    expect(await life.read(carla, `/tips/${id}`)).toContain(`href="/claims/new?tip=${id}"`)
    const form = formOf(await life.read(carla, `/claims/new?tip=${id}`), '/claims')
    expect(form.statement).toBe('')
    expect(form.explanation).toMatch(/^A reader sent it in on 1 June 2025, .*example.org\/speech$/)
    const sent = { ...form, ...claim }
    const made = await Promise.all([
      web.post(carla, '/claims', sent),
      web.post(carla, '/claims', sent),
    ])
    expect(made.map(({ status }) => status)).toEqual([303, 303])
    const opened = idIn(made[0]?.headers.get('location') ?? '')
    expect(await tip(id)).toMatchObject({ status: 'taken', claim: opened, revision: 2 })
    expect(await kept(id)).toMatchObject({ words: 'The mayor said so', contact: null })
    expect(wordsOf(await life.read(carla, `/tips/${id}`))).toContain(claim.statement)
    expect(wordsOf(await life.read(carla, `/claims/${opened}`))).toContain(
      'saw to a reader’s letter',
    )
    expect(await desk.store.claims.find(opened)).toMatchObject({ stage: 'inbox' })
  })

  it('make no claim where a colleague was faster, and nothing typed is lost', async () => {
    const id = await letter()
    const form = formOf(await life.read(carla, `/claims/new?tip=${id}`), '/claims')
    await decide(id, 'dismissal', { comment: 'Not checkable' }, dario)
    const late = await web.post(carla, '/claims', { ...form, ...claim })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(wordsOf(html)).toContain('A colleague decided on this letter in the meantime.')
    expect(formOf(html, '/claims').statement).toBe(claim.statement)
    expect(await desk.store.claims.find(String(form.newId))).toBeNull()
  })

  it('keep what is wrong with a claim beside its fields', async () => {
    const id = await letter()
    const form = formOf(await life.read(carla, `/claims/new?tip=${id}`), '/claims')
    const answer = await web.post(carla, '/claims', form)
    expect(answer.status).toBe(422)
    expect(formOf(await answer.text(), '/claims')).toMatchObject({ tip: id, tipRevision: '1' })
    expect((await tip(id))?.status).toBe('new')
  })

  it('are said to be a claim that is on the desk already, by its address', async () => {
    const id = await letter()
    const there = await story.claim(desk, carla, await story.article(desk, carla))
    for (const [named, code] of [
      ['', 'required'],
      ['x', 'x'],
      [desk.newId(), 'x'],
    ]) {
      const form = formOf(await life.read(carla, `/tips/${id}`), `/tips/${id}/taking`)
      const answer = await web.post(carla, `/tips/${id}/taking`, { ...form, claim: named ?? '' })
      expect([answer.status, code]).toEqual([422, code])
    }
    await decide(id, 'taking', { claim: `http://desk.test/claims/${there}#evidence` })
    expect(await tip(id)).toMatchObject({ status: 'taken', claim: there })
  })

  it('of an error lead to the claim, and are seen to with a word for the record', async () => {
    const told = await story.published(desk, carla, enzo, await story.article(desk, carla))
    const id = await letter({}, told)
    const page = await life.read(dario, `/tips/${id}`)
    expect(page).toContain(`href="/claims/${told}"`)
    expect(page).not.toContain('/claims/new?tip')
    const before = await life.read(dario, `/claims/${told}`)
    expect(wordsOf(before)).toContain('A reader reports an error in this verdict:')
    expect(before).toContain(`href="/tips/${id}"`)
    expect(wordsOf(before)).not.toContain('saw to')
    const viewer = await person(desk, 'viewer')
    expect(await life.read(viewer, `/claims/${told}`)).not.toContain('/tips')
    expect((await web.get(dario, `/claims/new?tip=${id}`)).status).toBe(404)
    await decide(id, 'taking', { comment: 'Looked into: it stands', keepContact: 'yes' }, dario)
    expect(await tip(id)).toMatchObject({ status: 'taken', claim: told })
    expect(await kept(id)).toMatchObject({ contact: 'anna@example.org' })
    const history = wordsOf(await life.read(carla, `/claims/${told}`))
    expect(history).not.toContain('A reader reports')
    expect(history).toContain('Dario saw to a reader’s letter Looked into: it stands')
  })

  it('are dismissed once, put back, and erased on request, with the record whole', async () => {
    const id = await letter()
    const form = formOf(await life.read(carla, `/tips/${id}`), `/tips/${id}/dismissal`)
    await decide(id, 'dismissal', { comment: 'An opinion' })
    expect((await web.post(carla, `/tips/${id}/dismissal`, form)).status).toBe(303)
    const late = await web.post(dario, `/tips/${id}/dismissal`, form)
    expect(late.status).toBe(409)
    expect(wordsOf(await late.text())).toContain('A colleague decided on this letter')
    expect((await tip(id))?.revision).toBe(2)
    expect((await kept(id))?.contact).toBeNull()
    await decide(id, 'bringing-back')
    expect((await tip(id))?.status).toBe('new')
    await decide(id, 'dismissal')
    await decide(id, 'erasure')
    expect(await kept(id)).toBeNull()
    expect(wordsOf(await life.read(carla, `/tips/${id}`))).toContain(
      'What the reader wrote is erased.',
    )
    expect(wordsOf(await life.read(carla, '/tips?show=dismissed'))).toContain('is erased')
    expect((await web.post(carla, `/tips/${id}/erasure`, { revision: 5 })).status).toBe(409)
  })
})
