import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { publicVerdict } from '../../src/interchange/verdict-export.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf, formTag } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

let desk: TestDesk
let web: Web
let life: Life
let carla: Member
let enzo: Member
let elsa: Member
let vito: Member
let article: string
/** A claim with a public verdict, and its page. */
let claim: string
let page: string

beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  life = lifeOn(web)
  carla = await person(desk, 'checker', 'Carla')
  enzo = await person(desk, 'editor', 'Enzo')
  elsa = await person(desk, 'editor', 'Elsa')
  vito = await person(desk, 'viewer', 'Vito')
  article = await story.article(desk, carla)
})
beforeEach(async () => {
  claim = await story.published(desk, carla, enzo, article)
  page = `/claims/${claim}`
})
afterAll(() => desk.end())

const versions = () => desk.store.verdicts.of([claim])
const told = async () => {
  const { publicVerdict } = await story.read(desk, claim)
  if (!publicVerdict) throw new Error('nothing is public')
  return publicVerdict
}
/** What the public was last told of a version. */
const body = async (id: string) =>
  publicVerdict.parse(JSON.parse((await desk.store.verdicts.lastPublication(id)) ?? ''))
const part = async (by: Member, selector: string, path = page) =>
  wordsOf(parseHTML(await life.read(by, path)).document.querySelector(selector)?.innerHTML ?? '')

describe('a public verdict that is looked at again', () => {
  it('stays as it is while the next one is written, and says nothing of that by itself', async () => {
    const before = await told()
    await life.reopen(carla, claim)
    await life.write(carla, claim, 'save', { conclusion: 'Ha riaperto solo in parte.' })
    expect(await told()).toEqual(before)
    expect((await body(before.id)).underCorrectionSince).toBeNull()
    expect(await part(vito, '#public-now')).toContain('Il ponte ha riaperto l’11 marzo 2024')
    expect(await life.read(vito, page)).not.toContain('solo in parte')
  })

  it('is marked as under correction where an editor says so, and by nobody else', async () => {
    expect(await life.read(carla, page)).not.toContain('underCorrection')
    const action = `${page}/reopening`
    const marked = { ...formOf(await life.read(carla, page), action), underCorrection: 'yes' }
    expect((await web.post(carla, action, marked)).status).toBe(403)
    expect((await story.read(desk, claim)).claim.stage).toBe('decided')
    await life.reopen(enzo, claim, { underCorrection: 'yes' })
    const { id, underCorrectionSince } = await told()
    expect(underCorrectionSince).not.toBeNull()
    expect((await body(id)).underCorrectionSince).toBe(underCorrectionSince)
    expect(await part(vito, '#public-now')).toContain('Under correction')
    await life.send(enzo, page, `${page}/keeping`, { comment: 'Regge' })
    expect((await body(id)).underCorrectionSince).toBeNull()
    expect(await life.read(vito, page)).not.toContain('Under correction')
  })
})

describe('the version that replaces it', () => {
  const next = async (fields: Fields = {}) => {
    await life.reopen(enzo, claim, { underCorrection: 'yes' })
    await life.write(carla, claim, 'propose', fields)
  }

  it('asks for its kind and for a reason that the public reads, and is nothing without both', async () => {
    await next()
    const action = `${page}/publication`
    const form = formOf(await life.read(enzo, page), action)
    for (const [fields, missing] of [
      [{}, ['correctionKind', 'correctionReason']],
      [{ correctionKind: 'update' }, ['correctionReason']],
      [{ correctionReason: 'Un nuovo verbale' }, ['correctionKind']],
      [{ correctionKind: 'update', correctionReason: ' ' }, ['correctionReason']],
      // A typo has a way of its own, which needs no colleague first.
      [{ correctionKind: 'typo', correctionReason: 'Un refuso' }, ['correctionKind']],
    ] as const) {
      const answer = await web.post(enzo, action, { ...form, ...fields })
      expect(answer.status).toBe(422)
      const html = await answer.text()
      const wrong = [...html.matchAll(/id="publication-(\w+)-error"/g)].map(([, name]) => name)
      expect(wrong).toEqual([...missing])
    }
    expect((await told()).number).toBe(1)
  })

  it('replaces it with both, and the older one stays to be read, unchanged but for its status', async () => {
    const before = await told()
    const toldBefore = await body(before.id)
    await next({ conclusion: 'Ha riaperto solo in parte.' })
    const reason = 'Una campata è chiusa: l’avevamo tralasciata.'
    await life.publish(elsa, claim, { correctionKind: 'correction', correctionReason: reason })
    const now = await told()
    expect(now).toMatchObject({ number: 2, correctionKind: 'correction', correctionReason: reason })
    expect((await body(now.id)).correction).toEqual({ kind: 'correction', reason })
    expect(await body(before.id)).toEqual({
      ...toldBefore,
      status: 'superseded',
      underCorrectionSince: null,
    })
    const shown = await part(vito, '#verdict')
    expect(shown).toContain(reason)
    expect(await part(vito, '#versions')).toContain('Il ponte ha riaperto l’11 marzo 2024')
  })

  it('is no clarification where it rates the claim otherwise', async () => {
    await next({ rating: 'mixed' })
    const html = await life.read(enzo, page)
    expect(formTag(html, `${page}/publication`)).toMatch(/value="clarification"[^>]* disabled/)
    const kind = { correctionKind: 'clarification', correctionReason: 'Più chiaro' }
    const form = { ...formOf(html, `${page}/publication`), ...kind }
    const answer = await web.post(enzo, `${page}/publication`, form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('The rating is another one now')
  })

  it('is shown to its reviewer by what it changes: rating, words, dates; and nothing else', async () => {
    await next({
      rating: 'mixed',
      conclusion: 'Il ponte ha riaperto l’11 marzo 2024, dopo quattro anni di lavori.',
      reasons: ['missing_context'],
      validUntil: '2026',
    })
    const { document } = parseHTML(await life.read(enzo, page))
    const changes = document.querySelector('#changes')
    const rows = [...(changes?.querySelectorAll('dl > div') ?? [])].map((row) =>
      wordsOf(row.innerHTML).trim(),
    )
    expect(wordsOf(changes?.querySelector('h3')?.innerHTML ?? '')).toBe(
      'What changes against version 1',
    )
    expect(rows.map((row) => row.split(' ')[0])).toEqual(['Rating', 'Reasons', 'May', 'In'])
    expect(rows[0]).toMatch(/True +→ +Mixed/)
    expect(rows[1]).toMatch(/none +→ +Important context is missing/)
    const [gone, come] = ['del', 'ins'].map(
      (tag) => changes?.querySelector(`${tag}.difference`)?.textContent,
    )
    expect([gone, come]).toEqual(['tre', 'quattro'])
    // A viewer reads nothing of a proposal.
    expect(await life.read(vito, page)).not.toContain('id="changes"')
  })

  it('says so where nothing is different, and a first version is held against nothing', async () => {
    await next()
    expect(await part(enzo, '#changes')).toContain('Nothing that readers see')
    const first = await story.claim(desk, carla, article)
    await story.proposed(desk, carla, first)
    expect(await life.read(enzo, `/claims/${first}`)).not.toContain('id="changes"')
  })

  it('follows a withdrawal too, and is held against what was withdrawn', async () => {
    await life.public(enzo, claim, 'withdrawal', { reason: 'Era un altro ponte.' })
    const [withdrawn] = await versions()
    expect(await body(withdrawn?.id ?? '')).toMatchObject({
      status: 'withdrawn',
      withdrawalReason: 'Era un altro ponte.',
    })
    expect(await part(vito, '#verdict')).toContain('Era un altro ponte.')
    await life.reopen(carla, claim)
    await life.write(carla, claim, 'propose', { conclusion: 'È un altro ponte.' })
    expect(await part(enzo, '#changes')).toContain('What changes against version 1')
    await life.publish(enzo, claim, { correctionKind: 'correction', correctionReason: 'Errore' })
    expect((await versions()).map(({ status }) => status)).toEqual(['withdrawn', 'published'])
  })

  it('is withdrawn with a public reason alone, by an editor alone, and once', async () => {
    const { id } = await told()
    const action = `/verdicts/${id}/withdrawal`
    const form = formOf(await life.read(enzo, page), action)
    expect((await web.post(enzo, action, form)).status).toBe(422)
    expect((await web.post(carla, action, { ...form, reason: 'x' })).status).toBe(403)
    const sent = { ...form, reason: 'Era un altro ponte.' }
    for (const _ of [1, 2]) expect((await web.post(enzo, action, sent)).status).toBe(303)
    expect((await web.post(enzo, action, { ...form, reason: 'Un’altra' })).status).toBe(409)
  })
})

describe('a typo', () => {
  const mend = async (by: Member, change: (words: string) => string, field = 'rationale') => {
    const verdict = await told()
    const action = `/verdicts/${verdict.id}/typo`
    const form = formOf(await life.read(enzo, page), action)
    return web.post(by, action, { ...form, [field]: change(String(form[field])) })
  }
  const slip = (words: string) => words.replace('autorizza', 'autorizzza')

  it('is mended by one editor with two requests: the page, and its form', async () => {
    const before = await told()
    expect((await mend(enzo, slip)).status).toBe(303)
    const now = await told()
    expect(now).toMatchObject({ number: 2, correctionKind: 'typo', reviewer: null })
    expect((await body(now.id)).rationale.text).toContain('autorizzza')
    // Nothing else of what the public was told is different.
    const same = { id: '', version: 0, publishedAt: '', correction: null, rationale: null }
    expect({ ...(await body(now.id)), ...same }).toEqual({
      ...(await body(before.id)),
      ...same,
      status: 'published',
    })
    const history = await part(carla, '#history')
    expect(history).toContain('Enzo mended a typo in the verdict')
  })

  it('waits for a second pair of eyes, which are another editor’s', async () => {
    await mend(enzo, slip)
    const { id, revision } = await told()
    const waits = (by: Member) => part(by, '#typos', '/review')
    for (const by of [enzo, elsa, carla]) expect(await waits(by)).toContain('not read again yet')
    expect(await waits(enzo)).toContain('another editor reads it')
    for (const by of [vito, carla, enzo])
      expect((await web.post(by, `/verdicts/${id}/reading`, { revision })).status).toBe(403)
    expect(await part(elsa, '.second-reading')).toMatch(/autorizza +→ +autorizzza/)
    await life.public(elsa, claim, 'reading')
    expect(await told()).toMatchObject({ reviewer: elsa.id, status: 'published' })
    expect(await life.read(elsa, '/review')).not.toContain(page)
  })

  it('is not mended again by the same editor while nobody has read it', async () => {
    await mend(enzo, slip)
    const again = await mend(enzo, (words) => words.replace('collaudo', 'colaudo'))
    expect(again.status).toBe(403)
    expect((await mend(elsa, (words) => words.replace('collaudo', 'colaudo'))).status).toBe(303)
  })

  it.each([
    ['a figure', (words: string) => words.replace('11', '12'), 'conclusion'],
    ['a word that turns it round', (words: string) => words.replace('dopo', 'prima'), 'conclusion'],
    ['a word more', (words: string) => `Forse ${words}`, 'conclusion'],
    ['a word less', (words: string) => words.replace(' anni', ''), 'conclusion'],
    ['a name', (words: string) => words.replace('Il verbale', 'Il Verbalex'), 'rationale'],
    ['a source', (words: string) => words.replace('[1]', '[2]'), 'rationale'],
    ['a quotation', (words: string) => words.replace('autorizza', '«autorizza»'), 'rationale'],
    ['nothing', (words: string) => words, 'rationale'],
  ])('is none where it touches %s', async (_, change, field) => {
    const before = await told()
    const answer = await mend(enzo, change, field)
    expect(answer.status).toBe(422)
    expect(await told()).toEqual(before)
  })

  it('never touches the rating, the reasons or the dates, whatever is sent', async () => {
    const { id, revision, rationale, conclusion } = await told()
    const other = { rating: 'false', reasons: 'satire', holdsOn: '1999', validUntil: '1999' }
    const words = { conclusion, rationale: slip(rationale) }
    const form = { revision, newId: desk.newId(), ...words, ...other }
    expect((await web.post(enzo, `/verdicts/${id}/typo`, form)).status).toBe(303)
    expect(await told()).toMatchObject({ rating: 'true', reasons: [], holdsOn: '2024-03-12' })
    expect((await told()).validUntil).toBeNull()
  })

  it('is no checker’s', async () => {
    expect((await mend(carla, slip)).status).toBe(403)
  })
})

describe('what was published', () => {
  /** What a later decision on a public version may say; nothing that it told is among it. */
  const later = [
    ...['status', 'underCorrectionSince', 'withdrawalReason', 'publication'],
    ...['reviewer', 'confirmed', 'recheckOn', 'slug'],
  ]

  it('is never edited: later decisions say only what became of it', async () => {
    const all = { sort: 'newest', after: null, limit: 200 } as const
    const { claims } = await desk.store.queue.list({}, all)
    let seen = 0
    for (const { id } of claims) {
      const known = new Set<string>()
      for (const { kind, verb, subject, change } of (
        await desk.store.ledger.ofClaim(id, 500)
      ).toReversed()) {
        if (kind !== 'verdict') continue
        const said = Object.keys(change).filter((field) => !later.includes(field))
        if (known.has(subject)) expect(said, verb).toEqual([])
        seen += known.has(subject) ? 1 : 0
        if (verb === 'publish' || verb === 'typo') known.add(subject)
      }
    }
    expect(seen).toBeGreaterThan(10)
    expect((await desk.store.verify()).fault).toBeNull()
  })
})
