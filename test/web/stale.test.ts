import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

describe('a form on a page that a colleague has changed since', () => {
  let desk: TestDesk
  let web: Web
  let life: Life
  let carla: Member
  let enzo: Member
  let ada: Member
  let article: string
  let claim: string

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    life = lifeOn(web)
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
    ada = await person(desk, 'viewer', 'Ada', 1)
    article = await story.article(desk, carla)
    claim = await story.claim(desk, carla, article)
    await life.work(carla, claim)
  })
  afterAll(() => desk.end())

  /** Two people open a page; the first saves theirs, the second sends mine. */
  async function clash(by: Member, page: string, action: string, theirs: Fields, mine: Fields) {
    const form = formOf(await life.read(by, page), action)
    await life.send(by === ada ? ada : enzo, page, action, theirs)
    const answer = await web.post(by, action, { ...form, ...mine })
    return { status: answer.status, html: await answer.text() }
  }

  /** Refused, with both versions on the page; sent again from there, mine is saved knowingly. */
  async function saysBoth(by: Member, page: string, action: string, theirs: Fields, mine: Fields) {
    const { status, html } = await clash(by, page, action, theirs, mine)
    expect(status).toBe(409)
    const words = wordsOf(html)
    for (const value of Object.values(theirs)) expect(words).toContain(String(value))
    const again = formOf(html, action)
    expect(again).toMatchObject(mine)
    const saved = await web.post(by, action, again)
    expect(saved.status, wordsOf(await saved.text()).slice(0, 300)).toBe(303)
    const fresh = formOf(await life.read(by, page), action)
    expect(fresh).toMatchObject(mine)
  }

  it('is refused for a rewording, and loses nothing', () => {
    const edit = `/claims/${claim}/edit`
    return saysBoth(
      carla,
      edit,
      edit,
      { statement: 'Le loro parole' },
      { statement: 'Le mie parole' },
    )
  })
  it('is refused for evidence', async () => {
    await life.bring(carla, claim)
    const [one] = await desk.store.claims.evidence([claim])
    const page = `/evidence/${one?.id}`
    await saysBoth(
      carla,
      page,
      page,
      { title: 'Loro titolo' },
      { title: 'Mio titolo', quote: 'Mia' },
    )
  })
  it('is refused for what the folded part of evidence says', async () => {
    await life.bring(carla, claim)
    const one = (await desk.store.claims.evidence([claim])).at(-1)
    const page = `/evidence/${one?.id}`
    const theirs = { origin: 'Agenzia loro', locator: 'p. 4', note: 'Nota loro' }
    const mine = { origin: 'Agenzia mia', locator: 'p. 5', note: 'Nota mia', kind: 'dataset' }
    await saysBoth(carla, page, page, theirs, mine)
  })
  it('is refused for a contact', async () => {
    await life.ask(carla, claim)
    const [one] = await desk.store.claims.contacts(claim)
    const page = `/contacts/${one?.id}`
    const theirs = { who: 'Il loro ufficio', question: 'La loro domanda?' }
    const reply = { outcome: 'replied', reply: 'La risposta a me', repliedOn: '2025-05-22' }
    const mine = { who: 'Il mio ufficio', question: 'La mia domanda?', ...reply }
    await saysBoth(carla, page, page, theirs, mine)
  })
  it('is refused for an appearance', async () => {
    const [one] = await desk.store.claims.appearances([claim])
    const page = `/appearances/${one?.id}`
    const theirs = { claimantKind: 'named', claimant: 'Il sindaco' }
    const form = { claimantKind: 'named', claimant: 'La sindaca', attribution: 'A → B' }
    const { status, html } = await clash(carla, page, page, theirs, form)
    expect(status).toBe(409)
    expect(wordsOf(html)).toContain('Il sindaco')
    expect(formOf(html, page)).toMatchObject(form)
  })
  it('is refused for the details of an article', () => {
    const page = `/articles/${article}/details`
    return saysBoth(
      carla,
      page,
      page,
      { title: 'Titolo loro' },
      { title: 'Titolo mio', byline: 'Io' },
    )
  })
  it('is refused for the draft of a verdict', () => {
    const page = `/claims/${claim}`
    const mine = { conclusion: 'Mia conclusione', rationale: 'La mia' }
    return saysBoth(carla, page, `${page}/verdict`, { rationale: 'La loro' }, mine)
  })
  it('is merged with theirs where different words were changed, in either language', async () => {
    const said = {
      en: ['Saved by somebody else in between', 'You both changed this, and the changes of both'],
      it: ['Nel frattempo ha salvato qualcun altro', 'Avete cambiato tutti e due, e qui ci sono'],
    }
    for (const language of ['en', 'it'] as const) {
      const claim = await story.claim(desk, carla, article)
      const page = `/claims/${claim}`
      await life.work(carla, claim)
      await life.write(carla, claim, 'save', { reasons: ['outdated'] })
      const open = formOf(await life.read(carla, page), `${page}/verdict`)
      const { rationale } = story.verdictForm
      await life.send(enzo, page, `${page}/verdict`, {
        rationale: rationale.replace('collaudo', 'consegna'),
        reasons: ['outdated', 'satire'],
        conclusion: 'Ha riaperto.',
      })
      const mine = { rationale: `${rationale}\r\n\r\nLo dice il sindaco.`, rating: 'mixed' }
      const form = { ...open, ...mine, reasons: ['missing_context', 'outdated'], do: 'save' }
      const late = await web.post(carla, `${page}/verdict`, form, { 'accept-language': language })
      expect(late.status).toBe(409)
      const html = await late.text()
      for (const words of said[language]) expect(wordsOf(html)).toContain(words)
      expect(html).toMatch(/<mark class="differs"[^>]*>consegna<\/mark>/)
      const both = formOf(html, `${page}/verdict`)
      const merged = {
        rating: 'mixed',
        conclusion: 'Ha riaperto.',
        rationale: `${rationale.replace('collaudo', 'consegna')}\n\nLo dice il sindaco.`,
      }
      expect(both).toMatchObject(merged)
      expect((await story.read(desk, claim)).working).toMatchObject({ conclusion: 'Ha riaperto.' })
      expect((await web.post(carla, `${page}/verdict`, both)).status).toBe(303)
      const { working } = await story.read(desk, claim)
      expect(working).toMatchObject(merged)
      expect(working?.reasons.toSorted()).toEqual(['missing_context', 'outdated', 'satire'])
    }
  })

  it('says which place both changed, keeps mine there, and is refused again where it is late again', async () => {
    const claim = await story.claim(desk, carla, article)
    const page = `/claims/${claim}/edit`
    const reworded = (words: string) => ({
      statement: story.claimForm.statement.replace('tre anni', words),
    })
    const { status, html } = await clash(
      carla,
      page,
      page,
      { ...reworded('due anni'), kind: 'figure' },
      { ...reworded('sei mesi'), kind: 'cause' },
    )
    expect(status).toBe(409)
    expect(wordsOf(html)).toContain('Instead of tre anni : saved now due anni , yours sei mesi')
    const form = formOf(html, page)
    expect(form).toMatchObject({ ...reworded('sei mesi'), kind: 'cause' })
    await life.send(enzo, page, page, { language: 'en' })
    const again = await web.post(carla, page, form)
    expect(again.status).toBe(409)
    const now = formOf(await again.text(), page)
    expect(now).toMatchObject({ ...form, language: 'en', revision: expect.anything() })
    expect((await web.post(carla, page, now)).status).toBe(303)
    expect((await story.read(desk, claim)).claim).toMatchObject({
      ...reworded('sei mesi'),
      kind: 'cause',
      language: 'en',
    })
  })

  it('merges nothing with a revision that never was, and loses nothing', async () => {
    const claim = await story.claim(desk, carla, article)
    const page = `/claims/${claim}/edit`
    const mine = { statement: 'Tutt’altro', language: 'it', kind: 'figure' }
    const late = await web.post(carla, page, { ...mine, revision: 77 })
    expect(late.status).toBe(409)
    expect(formOf(await late.text(), page)).toMatchObject({ ...mine, revision: '1' })
  })

  it('is refused for the desk’s own name', () =>
    saysBoth(ada, '/settings', '/settings', { name: 'Nome loro' }, { name: 'Nome mio' }))

  it('is refused for every move, and moves nothing', async () => {
    const page = `/claims/${claim}`
    const stale = { revision: 1, verdictRevision: 1, newId: desk.newId(), to: enzo.id }
    const moves = [
      'assignment',
      'release',
      'setting-aside',
      'taking-back',
      'return',
      'publication',
      'reopening',
      'keeping',
      'bringing-back',
    ]
    const before = await story.read(desk, claim)
    for (const move of moves) {
      const form = {
        ...stale,
        reason: 'opinion',
        comment: 'Un commento',
        ...story.verdictForm,
        do: 'propose',
      }
      const answer = await web.post(enzo, `${page}/${move}`, form)
      expect([move, answer.status]).toEqual([move, 409])
      const words = wordsOf(await answer.text())
      expect(words, move).toMatch(/Somebody changed this after you opened it|cannot be done/)
    }
    expect(await story.read(desk, claim)).toEqual(before)
  })

  it('keeps what was typed in a form that has no place on the page any more', async () => {
    const claim = await story.claim(desk, carla, article)
    const page = `/claims/${claim}`
    await story.proposed(desk, carla, claim)
    const { revision } = await story.read(desk, claim)
    await life.send(carla, page, `${page}/taking-back`)
    const late = { revision, comment: 'Un commento lungo' }
    const returned = await web.post(enzo, `${page}/return`, late)
    expect(returned.status).toBe(409)
    expect(wordsOf(await returned.text())).toContain('copy what you still need: Un commento lungo')
    await life.write(carla, claim, 'propose')
    const form = { newId: desk.newId(), revision, verdictRevision: 1, ...story.verdictForm }
    const draft = await web.post(carla, `${page}/verdict`, {
      ...form,
      rationale: 'Una notte di lavoro',
      do: 'save',
    })
    expect(draft.status).toBe(409)
    expect(wordsOf(await draft.text())).toContain('Una notte di lavoro')
    await life.publish(enzo, claim)
    const [evidence] = await desk.store.claims.evidence([claim])
    const change = { ...story.evidenceForm, revision: 1, quote: 'Parole nuove' }
    const asked = { ...story.contactForm, who: 'Parole nuove', question: 'Altre parole nuove' }
    for (const path of [`/evidence/${evidence?.id}`, `${page}/evidence`, `${page}/contacts`]) {
      const late = await web.post(carla, path, { ...change, ...asked, newId: desk.newId() })
      expect([path, late.status]).toEqual([path, 409])
      expect(wordsOf(await late.text())).toContain('Parole nuove')
    }
  })

  it('is refused where the claim has moved on: to be taken back, returned, published twice', async () => {
    const claim = await story.claim(desk, carla, article)
    const page = `/claims/${claim}`
    await story.proposed(desk, carla, claim)
    const open = await life.read(enzo, page)
    await life.publish(enzo, claim)
    const elsa = await person(desk, 'editor', 'Elsa')
    for (const [by, move] of [
      [elsa, 'publication'],
      [elsa, 'return'],
      [carla, 'taking-back'],
    ] as const) {
      const { revision } = formOf(open, `${page}/publication`)
      const form = { revision: String(revision), comment: 'Tardi' }
      const answer = await web.post(by, `${page}/${move}`, form)
      expect([move, answer.status]).toEqual([move, 409])
    }
    const told = (await story.read(desk, claim)).publicVerdict
    const withdrawal = await web.post(elsa, `/verdicts/${told?.id}/withdrawal`, {
      revision: 1,
      reason: 'Vecchia',
    })
    expect(withdrawal.status).toBe(409)
    expect(formOf(await withdrawal.text(), `/verdicts/${told?.id}/withdrawal`)).toMatchObject({
      reason: 'Vecchia',
    })
  })
})
