import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../src/desk/ledger.ts'
import type { Member } from '../../src/domain/member.ts'
import type { ReadingMode } from '../../src/domain/reading.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

let desk: TestDesk
let web: Web
let life: Life
let carla: Member
let rita: Member
let enzo: Member
let elsa: Member
let article: string
let claim: string
beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  life = lifeOn(web)
  carla = await person(desk, 'checker', 'Carla')
  rita = await person(desk, 'checker', 'Rita')
  enzo = await person(desk, 'editor', 'Enzo', 1)
  elsa = await person(desk, 'editor', 'Elsa')
  article = await story.article(desk, carla)
})
afterAll(() => desk.end())
beforeEach(async () => {
  await readBy('one_editor')
  claim = await story.claim(desk, carla, article)
})

const page = () => `/claims/${claim}`
const settings = '/settings/reading'
const readBy = (reading: ReadingMode, fields: Fields = {}) =>
  life.send(enzo, settings, settings, { reading, blindTopics: '', ...fields })
const blind: Fields = { rating: 'true', rationale: 'Lo dice il verbale [1].' }
const version = async () => (await story.read(desk, claim)).working
const why = 'nobody reads blind what they could see'

/** Somebody's blind reading, as they would send it who wrote its form themselves. */
async function readBlind(by: Member) {
  const { revision } = await story.read(desk, claim)
  return web.post(by, `${page()}/reading`, { ...blind, newId: desk.newId(), revision })
}

/** It takes a second reader, and another editor: nothing that is filed is a blind reading. */
async function takesTwo() {
  const publish = async (by: Member) => {
    const { revision } = await story.read(desk, claim)
    return (await web.post(by, `${page()}/publication`, { revision })).status
  }
  expect(await publish(elsa)).toBe(409)
  expect(wordsOf(await life.read(rita, page()))).toContain(why)
  await readBlind(enzo)
  const readings = await desk.store.readings.of([claim])
  expect(readings.at(-1)).toMatchObject({ mode: 'two_readers', rating: null, outcome: null })
  expect(await publish(enzo)).toBe(403)
  expect(await publish(elsa)).toBe(303)
  expect((await verifyLedger(desk)).fault).toBeNull()
}

describe('a desk that comes to read blind', () => {
  async function drafted() {
    await life.work(carla, claim)
    await life.bring(carla, claim)
    await life.write(carla, claim, 'save', { conclusion: 'XQSEEN' })
    expect(await life.read(rita, page())).toContain('XQSEEN')
  }

  it('has a draft that others could see read by two, and hides it from nobody', async () => {
    await drafted()
    await readBy('blind')
    expect((await version())?.mode).toBeNull()
    await life.write(carla, claim, 'save', { conclusion: 'XQSEEN still' })
    expect((await version())?.mode).toBe('two_readers')
    for (const by of [rita, elsa, carla]) {
      const html = await life.read(by, page())
      expect(html).toContain('XQSEEN')
      expect(wordsOf(html)).toContain(why)
    }
    await life.write(carla, claim, 'propose')
    await takesTwo()
  })
  it('disturbs nobody who is writing at that moment', async () => {
    await drafted()
    const form = formOf(await life.read(carla, page()), `${page()}/verdict`)
    await readBy('blind')
    const sent = { ...form, conclusion: 'XQLATE', do: 'propose' }
    expect((await web.post(carla, `${page()}/verdict`, sent)).status).toBe(303)
    expect(await version()).toMatchObject({ mode: 'two_readers', conclusion: 'XQLATE' })
    await takesTwo()
  })
  it('has what is in review read by two at once, on the record in the admin’s name', async () => {
    await story.proposed(desk, carla, claim)
    const form = formOf(await life.read(elsa, page()), `${page()}/publication`)
    await readBy('blind')
    // The page on which she was about to publish it is of another day.
    expect((await web.post(elsa, `${page()}/publication`, form)).status).toBe(409)
    const there = await version()
    expect(there).toMatchObject({ mode: 'two_readers', status: 'proposed' })
    const [last] = await desk.store.ledger.ofSubject('verdict', there?.id ?? '', 1)
    expect(last).toMatchObject({ verb: 'change_way', actor: enzo.id })
    const told = wordsOf(await life.read(rita, `/verdicts/${there?.id}/history`))
    expect(told).toMatch(/Enzo\s+changed how the verdict is read/)
    await takesTwo()
  })
  it('does so for the topics that it reads strictly, and for no others', async () => {
    const topics = 'ponti'
    const plan = { topics, dueOn: '', why: '', waitsFor: '' }
    await life.send(carla, page(), `${page()}/plan`, plan)
    await story.proposed(desk, carla, claim)
    const other = await story.claim(desk, carla, article)
    await story.proposed(desk, carla, other)
    await readBy('one_editor', { blindTopics: topics })
    expect((await version())?.mode).toBe('two_readers')
    expect((await story.read(desk, other)).working?.mode).toBeNull()
    await takesTwo()
  })
  it('leaves what was begun blind as it is, and what is public', async () => {
    await readBy('blind')
    await story.proposed(desk, carla, claim)
    await readBy('one_editor')
    await readBy('two_readers')
    expect((await version())?.mode).toBe('blind')
    expect((await readBlind(rita)).status).toBe(303)
    expect((await desk.store.readings.of([claim]))[0]?.mode).toBe('blind')
    await life.publish(elsa, claim)
  })
  it('decides anew where a proposal moves on at that moment', async () => {
    await story.proposed(desk, carla, claim)
    const { save } = desk.store
    let isFirst = true
    desk.store.save = async (changes, extra) => {
      const moves = isFirst && changes.some(({ entry }) => entry.verb === 'set_reading')
      if (moves) isFirst = false
      if (moves) await life.send(carla, page(), `${page()}/taking-back`)
      return save(changes, extra)
    }
    await readBy('blind').finally(() => {
      desk.store.save = save
    })
    expect([isFirst, (await version())?.mode]).toEqual([false, null])
    expect((await desk.store.desks.find())?.reading).toBe('blind')
  })
  it('misses no proposal that is made at that moment', async () => {
    await drafted()
    const { save } = desk.store
    desk.store.save = async (changes, extra) => {
      if (changes.some(({ entry }) => entry.verb === 'propose')) {
        desk.store.save = save
        await readBy('blind')
      }
      return save(changes, extra)
    }
    const form = formOf(await life.read(carla, page()), `${page()}/verdict`)
    const sent = await web.post(carla, `${page()}/verdict`, { ...form, do: 'propose' })
    expect([sent.status, (await desk.store.desks.find())?.reading]).toEqual([303, 'blind'])
    expect((await version())?.mode).toBe('two_readers')
  })
})

describe('a blind reading that lapsed', () => {
  const statement = 'La sindaca di Vallechiara ha rubato i soldi del ponte'
  const reword = () => life.send(carla, `${page()}/edit`, `${page()}/edit`, { statement })

  it('is followed by two readers: who looked at the verdict meanwhile does not read it blind', async () => {
    await readBy('blind')
    await story.proposed(desk, carla, claim)
    expect((await readBlind(rita)).status).toBe(303)
    await reword()
    expect(await version()).toMatchObject({ mode: 'two_readers', status: 'draft' })
    expect((await desk.store.readings.of([claim]))[0]?.outcome).toBe('lapsed')
    // She sees it, as she could all the time since it was read.
    expect(await life.read(elsa, page())).toContain(story.verdictForm.conclusion)
    await story.proposed(desk, carla, claim)
    await takesTwo()
  })
  describe('and came to another rating', () => {
    const publish = async (by: Member, comment?: string) => {
      const { revision } = await story.read(desk, claim)
      return web.post(by, `${page()}/publication`, { revision, ...(comment && { comment }) })
    }
    beforeEach(async () => {
      await readBy('blind')
      await story.proposed(desk, carla, claim)
      const { revision } = await story.read(desk, claim)
      const own = { rating: 'false', rationale: 'XQDISSENT [1].', newId: desk.newId(), revision }
      expect((await web.post(rita, `${page()}/reading`, own)).status).toBe(303)
      await reword()
      await story.proposed(desk, carla, claim)
    })

    it('stays before whoever signs and publishes, who says why all the same', async () => {
      const read = wordsOf(await life.read(enzo, page()))
      expect(read).toContain('A blind reading that lapsed')
      expect(read).toContain('XQDISSENT')
      await readBlind(enzo)
      const refused = await publish(elsa)
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('id="publication-comment-error"')
      expect((await publish(elsa, 'Il verbale basta')).status).toBe(303)
      const [last] = await desk.store.ledger.ofSubject('claim', claim, 1)
      expect(last).toMatchObject({ verb: 'publish', comment: 'Il verbale basta' })
      expect(await life.read(rita, page())).toContain('Il verbale basta')
    })
    it('is told to nobody who only looks', async () => {
      const vito = await person(desk, 'viewer', 'Vito')
      await readBlind(enzo)
      await publish(elsa, 'XQWHY')
      for (const path of [page(), `${page()}/history`, `/verdicts/${claim}`]) {
        expect(await (await web.get(vito, path)).text(), path).not.toMatch(/XQ(WHY|DISSENT)/)
      }
    })
    it('is settled where its own reader signs the new words', async () => {
      await readBlind(rita)
      expect(wordsOf(await life.read(elsa, page()))).not.toContain('A blind reading that lapsed')
      expect((await publish(elsa)).status).toBe(303)
    })
    it('is settled where the author comes to the same rating', async () => {
      await life.send(carla, page(), `${page()}/taking-back`)
      await life.write(carla, claim, 'propose', { rating: 'false' })
      await readBlind(enzo)
      expect((await publish(elsa)).status).toBe(303)
    })
  })
  it('is one that was filed: what nobody has read is read blind as before', async () => {
    await readBy('blind')
    await story.proposed(desk, carla, claim)
    await reword()
    await story.proposed(desk, carla, claim)
    expect((await version())?.mode).toBe('blind')
    expect(await life.read(elsa, page())).not.toContain(story.verdictForm.conclusion)
  })
})

describe('a topic that is read blind', () => {
  const plan = async (by: Member, topics: string) => {
    const form = formOf(await life.read(by, page()), `${page()}/plan`)
    return web.post(by, `${page()}/plan`, { ...form, topics })
  }
  beforeEach(async () => {
    await readBy('one_editor', { blindTopics: 'ponti' })
    expect((await plan(carla, 'ponti, valle')).status).toBe(303)
  })

  it('is not taken off by a checker, who reads beside the field whom to ask', async () => {
    const answer = await plan(carla, 'valle')
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(/id="planning-topics-error"[^>]*>([^<]*)/.exec(html)?.[1]).toMatch(
      /ponti.*ask an editor/,
    )
    expect((await desk.store.claims.find(claim))?.topics).toEqual(['ponti', 'valle'])
  })
  it('is taken off by an editor, on the record', async () => {
    expect((await plan(elsa, 'valle')).status).toBe(303)
    const [last] = await desk.store.ledger.ofSubject('claim', claim, 1)
    expect(last).toMatchObject({ verb: 'plan', actor: elsa.id })
    await story.proposed(desk, carla, claim)
    expect((await version())?.mode).toBeNull()
  })
  it('is not lost by way of a duplicate', async () => {
    const survivor = await story.claim(desk, carla, article)
    const setAside = async (by: Member) => {
      const { revision } = await story.read(desk, claim)
      const input = { reason: 'duplicate', duplicateOf: survivor, revision }
      return web.post(by, `${page()}/setting-aside`, input)
    }
    const answer = await setAside(carla)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('than that claim is. Add the topic there first')
    expect((await setAside(elsa)).status).toBe(303)
  })
  it('is no value that can be restored otherwise', async () => {
    expect((await plan(carla, 'ponti')).status).toBe(303)
    const { revision } = await story.read(desk, claim)
    const input = { restore: 1, fields: 'topics', why: '', revision }
    const answer = await web.post(carla, `${page()}/history/restoration`, input)
    expect(answer.status).toBe(422)
    expect((await desk.store.claims.find(claim))?.topics).toEqual(['ponti'])
  })
  it('goes with every part of a claim that is split', async () => {
    const parts = { statement1: 'Uno', kind1: 'said', statement2: 'Due', kind2: 'said' }
    await life.send(carla, `${page()}/split`, `${page()}/split`, parts)
    const [part] = await desk.store.claims.splitFrom(claim)
    expect(part?.topics).toEqual(['ponti', 'valle'])
  })
})
