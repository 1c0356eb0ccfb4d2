import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { retakeEvidence } from '../../src/desk/evidence.ts'
import { link } from '../../src/desk/linking.ts'
import { setReading } from '../../src/desk/second-reading.ts'
import { publish, reopen, withdraw } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'

describe('a verdict that is taken over', () => {
  let desk: TestDesk
  let web: Web
  let carla: Member
  let rita: Member
  let enzo: Member
  let vito: Member
  let article: string
  let first: string
  let second: string
  let before: string
  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    carla = await person(desk, 'checker', 'Carla')
    rita = await person(desk, 'checker', 'Rita')
    enzo = await person(desk, 'editor', 'Enzo', 1)
    vito = await person(desk, 'viewer', 'Vito')
    article = await story.article(desk, carla)
    first = await story.claim(desk, carla, article)
    await story.proposed(desk, carla, first)
    const [evidence] = await desk.store.claims.evidence([first])
    if (evidence) await retakeEvidence(desk, carla, evidence, { text: story.evidenceForm.quote })
    await story.proposed(desk, carla, first)
    await publish(desk, enzo, await story.read(desk, first), {})
    second = await another('Riaperto il ponte di Vallechiara')
    before = await exported()
  })
  afterAll(() => desk.end())

  /** A claim that is the same as the first one. */
  async function another(statement: string): Promise<string> {
    const id = await story.claim(desk, carla, article, { statement })
    const same = { sense: 'same_as', other: first, why: 'Lo stesso ponte' }
    await link(desk, carla, id, desk.newId(), same)
    return id
  }
  const page = async (by: Member, path: string) => (await web.get(by, path)).text()
  const words = async (by: Member, path: string) => wordsOf(await page(by, path))
  const exported = (asOf = '') =>
    page(vito, `/exports/verdicts.json${asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''}`)
  async function reuse(by: Member, id: string) {
    const form = formOf(await page(by, `/claims/${id}`), `/claims/${id}/reuse`)
    return web.post(by, `/claims/${id}/reuse`, form)
  }

  it('is offered where nothing is written yet, to those who check', async () => {
    expect(await words(rita, `/claims/${second}`)).toContain('This was checked before.')
    expect(await words(vito, `/claims/${second}`)).not.toContain('This was checked before.')
    expect(await words(rita, `/claims/${first}`)).not.toContain('This was checked before.')
  })

  it('begins a draft in one step, with its evidence and what was kept of that', async () => {
    const form = formOf(await page(rita, `/claims/${second}`), `/claims/${second}/reuse`)
    const send = () => web.post(rita, `/claims/${second}/reuse`, form)
    const answers = await Promise.all([send(), send()])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const { claim, working } = await story.read(desk, second)
    expect(claim).toMatchObject({ stage: 'checking', assignee: rita.id })
    expect(working).toMatchObject({
      ...{ status: 'draft', rating: 'true', author: rita.id, writers: [carla.id, rita.id] },
      ...{ conclusion: story.verdictForm.conclusion, rationale: story.verdictForm.rationale },
    })
    const [own] = await desk.store.claims.evidence([first])
    const [copy, ...more] = await desk.store.claims.evidence([second])
    expect(more).toEqual([])
    const { id, revision, claim: of, addedAt, ...rest } = { ...own }
    expect(copy).toMatchObject(rest)
    expect(copy?.snapshot).not.toBeNull()
    const shown = await words(rita, `/claims/${second}`)
    expect(shown).toContain('taken over from Il ponte di Vallechiara ha riaperto')
    expect(shown).not.toContain('This was checked before.')
  })

  it('is refused where something is written, and of a claim that is not the same', async () => {
    const { claim, working } = await story.read(desk, second)
    const sheet = { revision: claim.revision, verdictRevision: working?.revision ?? 0 }
    const [told] = await desk.store.verdicts.of([first])
    const sent = { ...sheet, newId: desk.newId(), from: told?.id ?? '' }
    expect((await web.post(carla, `/claims/${second}/reuse`, sent)).status).toBe(409)
    const apart = await story.claim(desk, carla, article, { statement: 'Un altro ponte' })
    const strange = { ...sent, revision: 1, verdictRevision: 0 }
    expect((await web.post(carla, `/claims/${apart}/reuse`, strange)).status).toBe(422)
  })

  it('is read by a colleague who wrote no part of those words, and then told with its provenance', async () => {
    const { conclusion, rationale, rating, holdsOn } =
      (await story.read(desk, second)).working ?? {}
    await story.proposed(desk, rita, second, { conclusion, rationale, rating, holdsOn })
    await publish(desk, enzo, await story.read(desk, second), {})
    const { verdicts } = verdictExport.parse(JSON.parse(await exported()))
    const [told] = await desk.store.verdicts.of([first])
    const reused = verdicts.find(({ claimId }) => claimId === second)
    expect(reused?.reusedFrom).toEqual({
      ...{ verdictId: told?.id, claimId: first, version: 1, slug: told?.slug, language: 'it' },
      statement: story.claimForm.statement,
    })
    expect(verdicts.find(({ claimId }) => claimId === first)?.reusedFrom).toBeNull()
    const open = await (await web.get(null, `/verdicts/${reused?.slug}`)).text()
    expect(wordsOf(open)).toContain(`First checked as: ${story.claimForm.statement}`)
    expect(open).toContain(`href="/verdicts/${told?.slug}"`)
    for (const path of [`/claims/${second}`, `/verdicts/${reused?.id}/history`]) {
      expect(await words(vito, path)).toMatch(
        /taken over from Il ponte|took over the verdict on a claim/,
      )
    }
    expect(await words(vito, `/verdicts/${reused?.id}/history`)).toContain(
      'Taken over from Il ponte',
    )
  })

  it('leaves what was exported before as it was, byte for byte', async () => {
    const { generatedAt } = verdictExport.parse(JSON.parse(before))
    const then = await exported(generatedAt)
    expect(then.replace(/"generatedAt":"[^"]*"/, '')).toBe(
      before.replace(/"generatedAt":"[^"]*"/, ''),
    )
  })

  /** Where it is said that the reuse is to be looked at again. */
  async function flagged(): Promise<string[]> {
    const due = await words(rita, '/due')
    const claim = await words(vito, `/claims/${second}`)
    const isSaid = (text: string) => text.includes('that this one took over')
    return [...(isSaid(due) ? ['due'] : []), ...(isSaid(claim) ? ['claim'] : [])]
  }
  async function confirm() {
    const { publicVerdict: told } = await story.read(desk, second)
    const path = `/verdicts/${told?.id}/original`
    const form = { ...formOf(await page(rita, '/due'), path), comment: 'Vale ancora' }
    const answers = [await web.post(rita, path, form), await web.post(rita, path, form)]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(answers[0]?.headers.get('location')).toBe('/due')
  }

  it('is to be looked at again once the original is under correction, until somebody confirms it', async () => {
    expect(await flagged()).toEqual([])
    await reopen(desk, enzo, await story.read(desk, first), { underCorrection: 'yes' })
    expect(await flagged()).toEqual(['due', 'claim'])
    expect(await words(rita, '/due')).toContain('is under correction')
    const told = (await story.read(desk, second)).publicVerdict
    const path = `/verdicts/${told?.id}/original`
    const bare = await web.post(rita, path, formOf(await page(rita, '/due'), path))
    expect(bare.status).toBe(422)
    expect(await bare.text()).toMatch(/id="stand-comment-error"/)
    await confirm()
    expect(await flagged()).toEqual([])
    expect(await words(vito, `/claims/${second}/history`)).toContain('Vale ancora')
    // The public is told nothing of it.
    expect(await desk.store.verdicts.lastPublication(told?.id ?? '')).not.toContain('Vale ancora')
  })

  it('is again once it is corrected, and once it is withdrawn', async () => {
    await story.proposed(desk, carla, first, { rating: 'mixed' })
    const correction = { correctionKind: 'correction', correctionReason: 'Il ponte è chiuso.' }
    await publish(desk, enzo, await story.read(desk, first), correction)
    expect(await flagged()).toEqual(['due', 'claim'])
    expect(await words(rita, '/due')).toContain('was replaced')
    await confirm()
    expect(await flagged()).toEqual([])
    const { publicVerdict: told } = await story.read(desk, first)
    if (told) await withdraw(desk, enzo, told, { reason: 'Era un altro ponte.' })
    expect(await flagged()).toEqual(['due', 'claim'])
    expect(await words(rita, '/due')).toContain('was withdrawn')
  })

  it('is no more once somebody reopens it', async () => {
    await reopen(desk, rita, await story.read(desk, second), {})
    expect(await flagged()).toEqual([])
  })

  it('stays veiled from whoever is to read it blind', async () => {
    first = await story.published(desk, carla, enzo, article)
    await setReading(desk, enzo, 1, { reading: 'blind' })
    const third = await another('Riapre il ponte di Vallechiara')
    const carlo = await person(desk, 'checker', 'Carlo')
    expect((await reuse(carlo, third)).status).toBe(303)
    const { working } = await story.read(desk, third)
    for (const by of [rita, vito, enzo]) {
      const there = [`/claims/${third}`, `/claims/${third}/history`, `/people/${carlo.id}`]
      for (const path of [...there, '/claims', '/review']) {
        const text = await words(by, path)
        expect(text).not.toMatch(/taken over|took over|Taken over|checked before/)
        expect(text).not.toContain(working?.conclusion)
      }
      expect((await web.get(by, `/verdicts/${working?.id}/history`)).status).toBe(404)
    }
    const { revision } = await story.read(desk, third)
    const sent = {
      revision,
      verdictRevision: 1,
      newId: desk.newId(),
      from: working?.reusedFrom ?? '',
    }
    const answer = await web.post(rita, `/claims/${third}/reuse`, sent)
    expect(answer.status).toBe(403)
    // Whoever wrote those words knows them.
    expect(await words(carla, `/claims/${third}`)).toContain('taken over from')
  })
})
