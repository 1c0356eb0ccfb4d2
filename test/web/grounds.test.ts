import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

describe('what a verdict rests on, on the pages', () => {
  let desk: TestDesk
  let web: Web
  let life: Life
  let carla: Member
  let enzo: Member
  let vito: Member
  let article: string
  let claim: string
  const page = () => `/claims/${claim}`
  const contact = async () => `/contacts/${(await desk.store.claims.contacts(claim)).at(-1)?.id}`
  /** What a part of the claim’s page says. */
  async function part(by: Member, id: string): Promise<string> {
    const html = await life.read(by, page())
    return wordsOf(
      new RegExp(`<section class="section" id="${id}"[\\s\\S]*?</section>`).exec(html)?.[0] ?? '',
    )
  }

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    life = lifeOn(web)
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
    vito = await person(desk, 'viewer', 'Vito')
    article = await story.article(desk, carla)
  })
  beforeEach(async () => {
    claim = await story.claim(desk, carla, article)
    await life.work(carla, claim)
  })
  afterAll(() => desk.end())

  it('a contact is public and waits for its reply, unless one says otherwise', async () => {
    const form = formOf(await life.read(carla, page()), `${page()}/contacts`)
    expect(form).toMatchObject({ visibility: 'public', outcome: 'waiting', askedOn: '' })
    expect(await part(carla, 'contacts')).toContain('printed with the verdict')
  })

  it('a contact says who was asked, how, when and what, then the reply or the silence', async () => {
    await life.ask(carla, claim)
    expect(await part(vito, 'contacts')).toContain(
      'Comune di Vallechiara , ufficio stampa E-mail · asked 20 May 2025 · No reply yet',
    )
    const reply = { outcome: 'replied', reply: 'Meno di due milioni', repliedOn: '2025-05-22' }
    expect(await life.send(carla, await contact(), await contact(), reply)).toBe(
      `${page()}#contacts`,
    )
    const words = await part(vito, 'contacts')
    expect(words).toMatch(/asked 20 May 2025 · Replied , 22 May 2025/)
    expect(words).toContain(
      'What was asked: Quanto è costato il ponte? The reply: Meno di due milioni',
    )
    const told = await part(vito, 'history')
    expect(told).toContain('Carla changed a contact Comune di Vallechiara')
    expect(told).toContain('Carla recorded a contact Comune di Vallechiara')
  })

  it('what a colleague is reading goes back to work when a contact is recorded or changed', async () => {
    await life.bring(carla, claim)
    await life.write(carla, claim, 'propose')
    expect(await part(enzo, 'contacts')).toContain('A colleague is reading the proposed verdict.')
    await life.ask(carla, claim)
    expect((await story.read(desk, claim)).claim.stage).toBe('checking')
    await life.write(carla, claim, 'propose')
    expect(wordsOf(await life.read(carla, await contact()))).toContain('A colleague is reading')
    await life.send(carla, await contact(), await contact(), { outcome: 'silent' })
    expect((await story.read(desk, claim)).claim.stage).toBe('checking')
  })

  it('where nothing is checked any more contacts are read, and stay as they are', async () => {
    await life.bring(carla, claim)
    await life.ask(carla, claim)
    await life.write(carla, claim, 'propose')
    await life.publish(enzo, claim)
    const html = await life.read(carla, await contact())
    expect(html).not.toContain('edit-contact-form')
    expect(wordsOf(html)).toContain('its contacts stay as they are. Reopen')
    expect(wordsOf(await life.read(vito, await contact()))).not.toContain('Reopen')
    const late = await web.post(carla, await contact(), {
      revision: 1,
      ...story.contactForm,
      who: 'Il sindaco',
    })
    expect(late.status).toBe(409)
    expect(wordsOf(await late.text())).toContain('copy what you still need: Il sindaco')
    expect(await part(vito, 'contacts')).not.toContain('Record a contact')
  })

  it('sources that no longer count are told apart, with why, and are not counted', async () => {
    for (const title of ['Prima', 'Seconda', 'Terza'])
      await life.bring(carla, claim, { title, origin: 'Agenzia Valle' })
    const [, second] = await desk.store.claims.evidence([claim])
    const piece = `/evidence/${second?.id}`
    await life.send(carla, piece, piece, { rank: 'deprecated', rankReason: 'Ritrattata' })
    expect(await part(carla, 'evidence')).toContain(
      'sources Supports: 2 Refutes: 0 · independent origins Supports: 1 Refutes: 0',
    )
    await life.write(carla, claim, 'propose')
    const words = await part(enzo, 'verdict')
    expect(words).toMatch(
      / 2 sources .*Prima.*Terza.* 1 source no longer counts .*Seconda.*Deprecated · Ritrattata/,
    )
  })

  it('counts origins on each side alone', async () => {
    for (const stance of ['supports', 'refutes', 'context']) {
      await life.bring(carla, claim, { stance, origin: 'Agenzia Valle' })
    }
    const counts = async () =>
      / sources .*?independent origins Supports: \d Refutes: \d/.exec(
        await part(carla, 'evidence'),
      )?.[0]
    expect(await counts()).toBe(
      ' sources Supports: 1 Refutes: 1 · independent origins Supports: 1 Refutes: 1',
    )
    await life.bring(carla, claim, { stance: 'refutes', origin: 'agenzia valle' })
    expect(await counts()).toBe(
      ' sources Supports: 1 Refutes: 2 · independent origins Supports: 1 Refutes: 1',
    )
  })

  it('the claimant’s own words are told apart, and marked where they stand', async () => {
    const [place] = await desk.store.claims.appearances([claim])
    const at = `/appearances/${place?.id}`
    await life.send(carla, at, at, { claimantKind: 'named', claimant: 'Anna Moretti' })
    await life.bring(carla, claim, { origin: 'ANNA MORETTI' })
    await life.bring(carla, claim, { origin: 'Agenzia Valle' })
    await life.bring(carla, claim, { stance: 'refutes', origin: 'anna moretti' })
    const words = await part(carla, 'evidence')
    expect(words).toContain(
      'origins Supports: 1 Refutes: 0 · and the claimant’s own words for and against, not counted [1]',
    )
    const mark = 'The claimant’s own words : this shows that it was said, not that it happened'
    expect(words.split(mark)).toHaveLength(3)
    expect(words).toContain('[1] and [3] lead back to ANNA MORETTI, who makes the claim.')
    const edit = `${page()}/edit`
    await life.send(carla, edit, edit, { kind: 'said' })
    const now = await part(carla, 'evidence')
    expect(now).toContain('origins Supports: 2 Refutes: 1 [1]')
    expect(now).toContain('words : the claim is that it was said, and this shows it')
  })

  it('the form for evidence offers the names that its origin may have', async () => {
    await life.bring(carla, claim, { origin: 'Agenzia Valle' })
    const [one] = await desk.store.claims.evidence([claim])
    for (const [path, form] of [
      [page(), 'new-evidence'],
      [`/evidence/${one?.id}`, 'edit-evidence'],
    ] as const) {
      const { document } = parseHTML(await life.read(carla, path))
      const list = document.getElementById(`${form}-origin`)?.getAttribute('list') ?? ''
      const names = [...(document.getElementById(list)?.querySelectorAll('option') ?? [])]
      expect(names.map((name) => name.getAttribute('value'))).toEqual([
        'Agenzia Valle',
        'Gazzetta della Valle',
        'Comune di Vallechiara',
      ])
    }
  })

  it('a search is told with the verdict, note included, and its form says so', async () => {
    expect(await part(carla, 'searches')).toContain('Note (optional) Printed with the verdict')
    const words = '"collaudo del ponte"'
    const looked = { place: 'Albo pretorio', words, outcome: 'none_found', note: 'Solo delibere.' }
    await life.bring(carla, claim)
    await life.search(carla, claim, looked)
    await life.write(carla, claim, 'propose')
    expect(await part(enzo, 'verdict')).toMatch(
      /1 search .*"collaudo del ponte" · Nothing found .*Solo delibere\./,
    )
    expect(await life.read(carla, page())).not.toContain('<q>&quot;')
    const action = `${page()}/verdict`
    expect(await part(enzo, 'verdict')).not.toContain('take it back')
    expect(await part(carla, 'verdict')).toContain('You can take it back meanwhile.')
    expect(await part(carla, 'verdict')).not.toContain('return it')
    await life.send(carla, page(), `${page()}/taking-back`)
    const draft = formOf(await life.read(carla, page()), action)
    const sent = { ...draft, do: 'autosave' }
    const saved = await web.post(carla, action, sent, { 'hx-request': 'true' })
    expect(wordsOf(await saved.text())).toContain('Solo delibere.')
  })

  it('a contact that waits asks for its reply', async () => {
    await life.ask(carla, claim)
    expect(await part(carla, 'contacts')).toContain('Record the reply : Comune di Vallechiara')
    await life.send(carla, await contact(), await contact(), { outcome: 'silent' })
    expect(await part(carla, 'contacts')).not.toContain('Record the reply')
  })

  it('the part of the form for what is rare is folded until it says something', async () => {
    const folded = (html: string) => !/<details class="more"[^>]* open>/.test(html)
    expect(folded(await life.read(carla, page()))).toBe(true)
    await life.bring(carla, claim)
    const [one] = await desk.store.claims.evidence([claim])
    const piece = `/evidence/${one?.id}`
    expect(folded(await life.read(carla, piece))).toBe(true)
    const says: Fields[] = [{ note: 'Nota' }, { note: '', rank: 'preferred' }]
    for (const fields of says) {
      await life.send(carla, piece, piece, fields)
      expect(folded(await life.read(carla, piece))).toBe(false)
    }
    await life.send(carla, piece, piece, { rank: 'normal' })
    expect(folded(await life.read(carla, piece))).toBe(true)
  })
})
