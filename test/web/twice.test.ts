import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

/** Twice, one after the other; and twice at the same moment, as a double click sends it. */
const ways = {
  'one after the other': async (send: () => Promise<Response>) => [await send(), await send()],
  'at the same moment': (send: () => Promise<Response>) => Promise.all([send(), send()]),
}

for (const [name, twice] of Object.entries(ways)) {
  describe(`a form sent twice, ${name}`, () => {
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
    })
    beforeEach(async () => {
      claim = await story.claim(desk, carla, article)
    })
    afterAll(() => desk.end())

    /** Sends a form of a page twice. @returns how many entries the ledger got */
    async function sent(by: Member, page: string, action: string, fields: Fields = {}) {
      const form = { ...formOf(await life.read(by, page), action), ...fields }
      return counted(() => web.post(by, action, form))
    }
    async function counted(send: () => Promise<Response>): Promise<number> {
      const before = await desk.store.verdicts.cursor()
      const answers = await twice(send)
      const said = await Promise.all(
        answers.map(async (one) => wordsOf(await one.text()).slice(0, 300)),
      )
      expect(
        answers.map(({ status }) => status),
        said.join('\n'),
      ).toEqual([303, 303])
      const [first, second] = answers.map(({ headers }) => headers.get('location'))
      expect(second).toBe(first)
      return (await desk.store.verdicts.cursor()) - before
    }
    const page = () => `/claims/${claim}`

    it('keeps one article', async () => {
      const text = `Un testo nuovo, ${name}. Dice che il fiume è in secca.`
      const reading = await (await web.post(carla, '/articles/readings', { text })).text()
      const form = formOf(reading, '/articles')
      // The article, its version, and the snapshot of what was pasted.
      expect(await counted(() => web.post(carla, '/articles', form))).toBe(3)
      const details = `/articles/${article}/details`
      expect(await sent(carla, details, details, { byline: name })).toBe(1)
    })
    it('opens one claim', async () => {
      const reader = `/articles/${article}?from=4&to=4`
      const given = { kind: 'happened', claimantKind: 'outlet' }
      expect(await sent(carla, reader, `/articles/${article}/claims`, given)).toBe(2)
      const heard = { statement: 'Si dice', kind: 'said', explanation: 'Al bar' }
      expect(await sent(carla, '/claims/new', '/claims', heard)).toBe(1)
    })
    it('moves a claim once', async () => {
      expect(await sent(carla, page(), `${page()}/assignment`)).toBe(1)
      expect(await sent(carla, page(), `${page()}/release`)).toBe(1)
      expect(await sent(carla, page(), `${page()}/setting-aside`, { reason: 'opinion' })).toBe(1)
      expect(await sent(carla, page(), `${page()}/bringing-back`)).toBe(1)
    })
    it('rewords a claim and its appearance once', async () => {
      const edit = `${page()}/edit`
      expect(await sent(carla, edit, edit, { statement: 'Altre parole' })).toBe(1)
      const [appearance] = await desk.store.claims.appearances([claim])
      const place = `/appearances/${appearance?.id}`
      expect(await sent(carla, place, place, { claimedOn: '2023' })).toBe(1)
    })
    it('adds and changes one piece of evidence, and records one search', async () => {
      // The evidence, and the address that it stands at.
      expect(await sent(carla, page(), `${page()}/evidence`, story.evidenceForm)).toBe(2)
      const [evidence] = await desk.store.claims.evidence([claim])
      const piece = `/evidence/${evidence?.id}`
      expect(await sent(carla, piece, piece, { title: 'Altro titolo' })).toBe(1)
      const looked = { place: 'Archivio', words: 'ponte', outcome: 'none_found' }
      expect(await sent(carla, page(), `${page()}/searches`, looked)).toBe(1)
    })
    it('records and changes one contact', async () => {
      expect(await sent(carla, page(), `${page()}/contacts`, story.contactForm)).toBe(1)
      const [contact] = await desk.store.claims.contacts(claim)
      const one = `/contacts/${contact?.id}`
      const reply = { outcome: 'replied', reply: 'Due milioni', repliedOn: '2025-05-22' }
      expect(await sent(carla, one, one, reply)).toBe(1)
    })
    it('writes, proposes, returns, publishes, mends and withdraws once', async () => {
      await life.work(carla, claim)
      await life.bring(carla, claim)
      const verdict = `${page()}/verdict`
      const draft = { ...story.verdictForm, do: 'save' }
      expect(await sent(carla, page(), verdict, draft)).toBe(1)
      const proposal = { ...draft, do: 'propose' }
      expect(await sent(carla, page(), verdict, proposal)).toBe(2)
      expect(await sent(carla, page(), `${page()}/taking-back`)).toBe(2)
      expect(await sent(carla, page(), verdict, proposal)).toBe(2)
      expect(await sent(enzo, page(), `${page()}/return`, { comment: 'Manca una fonte' })).toBe(2)
      expect(await sent(carla, page(), verdict, proposal)).toBe(2)
      expect(await sent(enzo, page(), `${page()}/publication`)).toBe(2)
      const html = await life.read(enzo, page())
      const of = (verb: string) =>
        new RegExp(`/verdicts/[\\da-f-]{36}/${verb}`).exec(html)?.[0] ?? ''
      const conclusion = story.verdictForm.conclusion.replace('riaperto', 'riapertto')
      expect(await sent(enzo, page(), of('typo'), { conclusion })).toBe(2)
      const elsa = await person(desk, 'editor')
      const mended = await life.read(elsa, page())
      const second = /\/verdicts\/[\da-f-]{36}\/reading/.exec(mended)?.[0] ?? ''
      expect(await sent(elsa, page(), second)).toBe(1)
      expect(await sent(enzo, page(), `${page()}/reopening`, { underCorrection: 'yes' })).toBe(2)
      expect(await sent(enzo, page(), `${page()}/keeping`, { comment: 'Resta' })).toBe(2)
      const told = second.replace('reading', 'withdrawal')
      expect(await sent(enzo, page(), told, { reason: 'Errore' })).toBe(1)
    })
    it('changes people and the desk once', async () => {
      const carlo = await person(desk, 'viewer', 'Carlo')
      const one = `/people/${carlo.id}`
      expect(await sent(ada, '/people', `${one}/rank`, { role: 'checker' })).toBe(1)
      expect(await sent(ada, '/people', `${one}/deactivation`)).toBe(1)
      expect(await sent(ada, '/people', `${one}/reactivation`)).toBe(1)
      expect(await sent(ada, '/settings', '/settings', { name: `Desk ${name}` })).toBe(1)
    })
    it('invites once, and takes an invitation back once', async () => {
      const before = await desk.store.verdicts.cursor()
      const form = {
        ...formOf(await life.read(ada, '/people'), '/people/invitations'),
        role: 'viewer',
      }
      const answers = await twice(() => web.post(ada, '/people/invitations', form))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 303])
      expect(await desk.store.verdicts.cursor()).toBe(before + 1)
      const html = await life.read(ada, '/people')
      const revoke = /\/people\/invitations\/[\da-f-]{36}\/revocation/.exec(html)?.[0] ?? ''
      expect(await sent(ada, '/people', revoke)).toBe(1)
    })
    it('is refused where it is another form on the same page', async () => {
      const edit = `${page()}/edit`
      const form = formOf(await life.read(carla, edit), edit)
      const [one, two] = await Promise.all(
        ['Prima', 'Seconda'].map((statement) => web.post(carla, edit, { ...form, statement })),
      )
      expect([one?.status, two?.status].sort()).toEqual([303, 409])
    })
  })
}
