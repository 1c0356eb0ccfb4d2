import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { isTypo } from '../../src/domain/typo.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { type Life, lifeOn } from './life.ts'

describe('a colleague with bad intentions', () => {
  let desk: TestDesk
  let web: Web
  let life: Life
  let carla: Member
  let enzo: Member
  let elsa: Member
  let article: string
  let claim: string

  beforeEach(async () => {
    desk = await testDesk()
    web = webOf(desk)
    life = lifeOn(web)
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
    elsa = await person(desk, 'editor', 'Elsa')
    article = await story.article(desk, carla)
    claim = await story.claim(desk, carla, article)
  })
  afterEach(() => desk.end())

  const publishing = async (by: Member, id = claim) =>
    web.post(by, `/claims/${id}/publication`, { revision: (await story.read(desk, id)).revision })

  it('cannot publish what they wrote a part of, whoever proposed it, whatever became of the words', async () => {
    await life.work(enzo, claim)
    await life.bring(enzo, claim)
    await life.write(enzo, claim, 'save', { conclusion: 'Parole di Enzo' })
    await life.write(carla, claim, 'propose')
    expect((await publishing(enzo)).status).toBe(403)
    await life.send(carla, `/claims/${claim}`, `/claims/${claim}/taking-back`)
    await life.write(carla, claim, 'propose', { conclusion: 'Tutte parole di Carla' })
    const refused = await publishing(enzo)
    expect(refused.status).toBe(403)
    expect(wordsOf(await refused.text())).toContain('You wrote a part of this verdict')
    expect((await publishing(elsa)).status).toBe(303)
  })

  it('cannot publish other words than the ones that were read', async () => {
    await story.proposed(desk, carla, claim)
    const { revision } = await story.read(desk, claim)
    await life.bring(carla, claim, { title: 'Aggiunta all’ultimo' })
    const late = await web.post(enzo, `/claims/${claim}/publication`, { revision })
    expect(late.status).toBe(409)
    expect((await story.read(desk, claim)).publicVerdict).toBeNull()
  })

  it('cannot turn a sentence round as a typo, in one step or in several', async () => {
    const turned = [
      ['È possibile riaprire', 'È impossibile riaprire'],
      ['costa tre million', 'costa tre billion'],
      ['le importazioni', 'le esportazioni'],
      ['prices increased', 'prices decreased'],
      ['the charge was founded', 'the charge was unfounded'],
      ['sono sessanta', 'sono settanta'],
      ['regolare', 'irregolare'],
    ] as const
    for (const [was, now] of turned) expect([was, isTypo(was, now)]).toEqual([was, false])
    expect(isTypo('Il ponte è riapertto', 'Il ponte è riaperto')).toBe(true)
    const from = performance.now()
    expect(isTypo('a'.repeat(50_000), `${'a'.repeat(49_999)}b`)).toBe(false)
    expect(performance.now() - from).toBeLessThan(2000)

    await story.proposed(desk, carla, claim, { conclusion: 'Sono lavori finiti davvero' })
    await publishing(enzo)
    await life.public(enzo, claim, 'typo', { conclusion: 'Sono lavorii finiti davvero' })
    const told = (await story.read(desk, claim)).publicVerdict
    const form = {
      revision: 1,
      newId: desk.newId(),
      rationale: told?.rationale ?? '',
      conclusion: 'Sono lavorio finiti davvero',
    }
    const again = await web.post(enzo, `/verdicts/${told?.id}/typo`, form)
    expect(again.status).toBe(403)
    expect((await web.post(enzo, `/verdicts/${told?.id}/reading`, { revision: 1 })).status).toBe(
      403,
    )
    await life.public(elsa, claim, 'reading')
  })

  it('cannot reach into another claim by its ids', async () => {
    const other = await story.claim(desk, carla, article)
    await life.work(carla, other)
    await life.bring(carla, other)
    const [evidence] = await desk.store.claims.evidence([other])
    const before = JSON.stringify(await story.read(desk, other))
    const cuckoo = { newId: evidence?.id ?? '', ...story.evidenceForm, title: 'Cuculo' }
    await web.post(enzo, `/claims/${claim}/evidence`, cuckoo)
    expect(await desk.store.claims.evidenceById(evidence?.id ?? '')).toEqual(evidence)
    await life.write(carla, other, 'save')
    const draft = (await story.read(desk, other)).working
    await life.work(enzo, claim)
    const { revision } = await story.read(desk, claim)
    const form = {
      newId: draft?.id ?? '',
      revision,
      verdictRevision: 0,
      ...story.verdictForm,
      do: 'save',
    }
    expect((await web.post(enzo, `/claims/${claim}/verdict`, form)).status).toBe(409)
    expect((await story.read(desk, other)).working).toEqual(draft)
    const [appearance] = await desk.store.claims.appearances([other])
    const { version = '' } = appearance ?? {}
    const text = 'Un altro articolo. Parla d’altro.'
    const elsewhere = await life.article(carla, text, { title: 'Altro', language: 'it' })
    const taking = {
      newId: desk.newId(),
      appearanceId: desk.newId(),
      version,
      start: 0,
      end: 4,
      from: 1,
      to: 1,
    }
    const path = `/articles/${elsewhere}/claims`
    expect((await web.post(carla, path, { ...taking, ...story.claimForm })).status).toBe(422)
    const stolen = { ...taking, appearanceId: appearance?.id ?? '' }
    expect(
      (await web.post(carla, `/articles/${article}/claims`, { ...stolen, ...story.claimForm }))
        .status,
    ).toBe(409)
    expect(JSON.stringify(await story.read(desk, other)).length).toBeGreaterThan(before.length)
    expect((await desk.store.claims.appearances([other]))[0]).toEqual(appearance)
  })

  it('cannot open what is desk-only by leaving fields out of a form', async () => {
    await life.work(carla, claim)
    const secret = { visibility: 'desk_only', visibilityReason: 'Una fonte' }
    await life.bring(carla, claim, secret)
    const [evidence] = await desk.store.claims.evidence([claim])
    const partial = { revision: 1, stance: 'supports', title: 'Altro titolo' }
    expect((await web.post(carla, `/evidence/${evidence?.id}`, partial)).status).toBe(422)
    expect(await desk.store.claims.evidence([claim])).toEqual([evidence])
  })

  it('cannot make two claims vanish by setting each aside for the other at the same moment', async () => {
    const other = await story.claim(desk, carla, article)
    const aside = (id: string, duplicateOf: string) =>
      web.post(carla, `/claims/${id}/setting-aside`, {
        revision: 1,
        reason: 'duplicate',
        duplicateOf,
      })
    const answers = await Promise.all([aside(claim, other), aside(other, claim)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, expect.any(Number)])
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const stages = await Promise.all(
      [claim, other].map(async (id) => (await story.read(desk, id)).claim.stage),
    )
    expect(stages.sort()).toEqual(['inbox', 'set_aside'])
  })

  it('who only reads sees no draft and no proposal, wherever they look', async () => {
    const vito = await person(desk, 'viewer', 'Vito')
    await life.work(carla, claim)
    await life.bring(carla, claim)
    await life.write(carla, claim, 'save', { conclusion: 'XQDRAFT' })
    const pages = ['/claims', `/claims/${claim}`, '/review', '/exports', `/articles/${article}`]
    const seen = async () =>
      (await Promise.all(pages.map((path) => life.read(vito, path)))).join('')
    expect(await seen()).not.toContain('XQDRAFT')
    await life.write(carla, claim, 'propose', { conclusion: 'XQPROPOSAL', rationale: 'XQWHY' })
    expect(await seen()).not.toMatch(/XQ/)
  })
})
