import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../../src/desk/ledger.ts'
import { setReading } from '../../../src/desk/second-reading.ts'
import type { Member } from '../../../src/domain/member.ts'
import { clientOf, key, match, tokenFor } from '../../support/api.ts'
import { person, type TestDesk, testDesk } from '../../support/desk.ts'
import { letter } from '../../support/letters.ts'
import * as story from '../../support/story.ts'
import { webOf } from '../../support/web.ts'
import { said } from './answered.ts'

type Client = ReturnType<typeof clientOf>

let desk: TestDesk
let carla: Member
let enzo: Member
let ada: Member
let article: string
let checker: Client
let editor: Client
let second: Client

beforeAll(async () => {
  desk = await testDesk()
  const web = webOf(desk)
  carla = await person(desk, 'checker', 'Carla')
  enzo = await person(desk, 'editor', 'Enzo')
  ada = await person(desk, 'editor', 'Ada', 1)
  article = await story.article(desk, carla)
  checker = clientOf(web, await tokenFor(desk, carla))
  editor = clientOf(web, await tokenFor(desk, enzo))
  second = clientOf(web, await tokenFor(desk, ada))
})
afterAll(async () => {
  expect((await verifyLedger(desk)).fault).toBeNull()
  await desk.end()
})

const once = (revision: number) => ({ ...key(), ...match(revision) })
const opened = () => story.claim(desk, carla, article)
const now = (id: string) => said(checker.claims[':id'].$get({ param: { id } }), 200)

/** What is public of a claim. */
async function told(id: string) {
  const { items } = await said(checker.claims[':id'].verdicts.$get({ param: { id } }), 200)
  const one = items.find(({ status }) => status === 'published')
  if (!one) throw new Error('nothing is public')
  return one
}

describe('a claim, by programs', () => {
  it('is opened, reworded, planned, set aside and brought back', async () => {
    const words = { statement: 'Il ponte è chiuso', language: 'it', kind: 'happened' } as const
    const lacking = await checker.claims.$post({ json: words, header: key() })
    expect(lacking.status).toBe(422)
    const json = { ...words, explanation: 'Lo dice una lettrice', topics: ['Ponti'] }
    const claim = await said(checker.claims.$post({ json, header: key() }), 201)
    expect(claim).toMatchObject({ topics: ['ponti'], stage: 'inbox', assignee: null })
    const param = { id: claim.id }
    const of = checker.claims[':id']
    const other = { statement: 'Il ponte è chiuso al traffico' }
    const reworded = await said(of.$patch({ param, json: other, header: match(1) }), 200)
    expect(reworded).toMatchObject({ ...other, kind: 'happened', language: 'it' })
    const planned = await said(
      of.plan.$patch({ param, json: { why: 'Ne parlano tutti' }, header: match(2) }),
      200,
    )
    expect(planned).toMatchObject({ why: 'Ne parlano tutti', topics: ['ponti'] })
    const aside = { reason: 'opinion' } as const
    const gone = await said(of['setting-aside'].$post({ param, json: aside, header: once(3) }), 200)
    expect(gone.stage).toBe('set_aside')
    const back = await said(of['bringing-back'].$post({ param, header: once(4) }), 200)
    expect(back).toMatchObject({ stage: 'inbox', setAsideReason: null })
    const restored = await said(
      of.history.restoration.$post({
        param,
        json: { restore: 1, fields: ['statement'] },
        header: once(5),
      }),
      200,
    )
    expect(restored.statement).toBe(words.statement)
  })

  it('is taken, given back and split, and found again by the queue’s filters', async () => {
    const id = await opened()
    const param = { id }
    const of = checker.claims[':id']
    await said(of.assignment.$post({ param, json: { to: carla.id }, header: once(1) }), 200)
    const mine = await said(checker.claims.$get({ query: { who: 'mine', stage: 'checking' } }), 200)
    expect(mine.items.map((one) => one.id)).toContain(id)
    const moves = await said(of.moves.$get({ param }), 200)
    expect(moves).toMatchObject({ release: null, publish: 'forbidden', take_back: 'wrong_stage' })
    await said(of.release.$post({ param, header: once(2) }), 200)
    const parts = { statement1: 'Ha riaperto', statement2: 'I lavori durarono tre anni' } as const
    const json = { ...parts, kind1: 'happened', kind2: 'figure' } as const
    const split = await said(of.split.$post({ param, json, header: once(3) }), 200)
    expect(split.statement).toBe('Ha riaperto')
    const bad = await checker.claims.$get({ query: { after: 'nowhere' } })
    expect(bad.status).toBe(422)
  })

  it('rests on evidence, searches and contacts', async () => {
    const id = await opened()
    const param = { id }
    const of = checker.claims[':id']
    const text = 'Verbale.\n\nSi autorizza la riapertura al traffico. Il resto è come prima.'
    const json = {
      stance: 'supports',
      title: 'Verbale',
      quote: 'Si autorizza la riapertura',
    } as const
    const made = await said(
      of.evidence.$post({ param, json: { ...json, source: { text } }, header: key() }),
      201,
    )
    expect(made).toMatchObject({ number: 1, proof: 'exact', quoteStart: 10 })
    const at = { param: { id: made.id } }
    const start = text.indexOf('Il resto')
    const place = { start, end: start + 22 }
    const quoted = await said(
      checker.evidence[':id'].passage.$post({ ...at, json: place, header: once(made.revision) }),
      200,
    )
    expect(quoted).toMatchObject({ quote: 'Il resto è come prima.', proof: 'exact' })
    const kept = await said(
      checker.evidence[':id'].snapshot.$post({
        ...at,
        json: { text: `${text}\n\nIl resto è come prima, ripetuto.` },
        header: once(quoted.revision),
      }),
      200,
    )
    expect(kept.snapshot).not.toBe(quoted.snapshot)

    const search = { place: 'Albo pretorio', words: 'ponte', outcome: 'none_found' } as const
    await said(of.searches.$post({ param, json: search, header: key() }), 201)
    const asked = { who: 'Comune', way: 'email', question: 'Quando?', outcome: 'waiting' } as const
    const contact = await said(of.contacts.$post({ param, json: asked, header: key() }), 201)
    expect(contact.visibility).toBe('desk_only')
    const replied = { outcome: 'replied', reply: 'A marzo.' } as const
    const amended = await said(
      checker.contacts[':id'].$patch({
        param: { id: contact.id },
        json: replied,
        header: match(1),
      }),
      200,
    )
    expect(amended).toMatchObject({ ...replied, who: 'Comune', question: 'Quando?' })
  })

  it('is linked to another one, until that is ended', async () => {
    const [id, other] = [await opened(), await opened()]
    const json = { other, sense: 'wider_than', why: 'Dice di più' } as const
    const made = await said(
      checker.claims[':id'].links.$post({ param: { id }, json, header: key() }),
      201,
    )
    expect(made).toMatchObject({ claim: other, relation: 'narrower_than', other: id })
    const seen = () => said(checker.claims[':id'].links.$get({ param: { id: other } }), 200)
    expect((await seen()).items).toMatchObject([{ sense: 'narrower_than', by: { name: 'Carla' } }])
    const ending = { param: { id: made.id }, json: {}, header: once(1) }
    const ended = await said(checker.links[':id'].ending.$post(ending), 200)
    expect(ended.endedAt).not.toBeNull()
    expect((await seen()).items).toEqual([])
  })

  it('is opened from a letter, and settles it', async () => {
    const tip = await letter(desk, null)
    const words = { statement: 'È vero?', language: 'it', kind: 'said' } as const
    const json = { ...words, explanation: 'Una lettera', tip, tipRevision: 1 }
    const claim = await said(checker.claims.$post({ json, header: key() }), 201)
    const settled = await said(checker.tips[':id'].$get({ param: { id: tip } }), 200)
    expect(settled).toMatchObject({ status: 'taken', claim: claim.id })
  })
})

describe('a verdict, by programs', () => {
  it('is kept as it is, confirmed, and planned to be looked at again', async () => {
    const id = await story.published(desk, carla, enzo, article)
    const param = { id }
    const verdict = await told(id)
    const at = { param: { id: verdict.id } }
    const [place] = (await said(checker.claims[':id'].appearances.$get({ param }), 200)).items
    const confirmed = await said(
      editor.verdicts[':id'].confirmation.$post({
        ...at,
        json: { appearance: place?.id ?? '' },
        header: once(verdict.revision),
      }),
      200,
    )
    expect(confirmed.confirmed).toEqual([place?.id])
    const plan = { recheckOn: '2026-01-15' }
    const planned = await said(
      checker.verdicts[':id'].recheck.$post({
        ...at,
        json: plan,
        header: once(confirmed.revision),
      }),
      200,
    )
    expect(planned).toMatchObject(plan)
    const { revision } = await now(id)
    const of = editor.claims[':id']
    const reopened = await said(
      of.reopening.$post({ param, json: {}, header: once(revision) }),
      200,
    )
    const why = { comment: 'Nulla di nuovo.' }
    const header = once(reopened.revision)
    const kept = await said(of.keeping.$post({ param, json: why, header }), 200)
    expect(kept.stage).toBe('decided')
  })

  it('has a typo mended by one editor, and read by another', async () => {
    const id = await story.published(desk, carla, enzo, article)
    const verdict = await told(id)
    const conclusion = verdict.conclusion.replace('riaperto', 'riapertto')
    const at = { param: { id: verdict.id } }
    const header = once(verdict.revision)
    const typo = editor.verdicts[':id'].typo.$post
    const another = await said(typo({ ...at, json: { conclusion: 'Falso.' }, header }), 422)
    expect(another.code).toBe('not_a_typo')
    const again = { ...at, json: { conclusion }, header: once(verdict.revision) }
    const mended = await said(typo(again), 200)
    expect(mended).toMatchObject({ conclusion, number: 2, correctionKind: 'typo', reviewer: null })
    const read = { param: { id: mended.id }, header: once(mended.revision) }
    expect((await editor.verdicts[':id'].reading.$post(read)).status).toBe(403)
    const done = { ...read, header: once(mended.revision) }
    const seen = await said(second.verdicts[':id'].reading.$post(done), 200)
    expect(seen.reviewer).toMatchObject({ name: 'Ada' })
  })

  it('is taken over on a claim that is the same', async () => {
    const from = await story.published(desk, carla, enzo, article)
    const id = await opened()
    const param = { id }
    const tie = { other: from, sense: 'same_as', why: 'Lo stesso' } as const
    await said(checker.claims[':id'].links.$post({ param, json: tie, header: key() }), 201)
    const { revision } = await now(id)
    const json = { from: (await told(from)).id }
    await said(checker.claims[':id'].reuse.$post({ param, json, header: once(revision) }), 200)
    const draft = await said(checker.claims[':id'].draft.$get({ param }), 200)
    expect(draft.verdict).toMatchObject({ reusedFrom: json.from, rating: 'true' })
  })

  it('is read blind, decided upon where two differ, and returned', async () => {
    const { revision: at } = (await desk.store.desks.find()) ?? { revision: 0 }
    await setReading(desk, ada, at, { reading: 'blind' })
    const id = await opened()
    await story.proposed(desk, carla, id)
    const param = { id }
    const { revision } = await now(id)
    expect((await second.claims[':id'].adjudication.$get({ param })).status).toBe(404)
    const other = { rating: 'false', rationale: 'Il verbale dice altro.' }
    const filed = { param, json: other, header: once(revision) }
    const read = await said(second.claims[':id'].reading.$post(filed), 200)
    const seen = await said(editor.claims[':id'].reading.$get({ param }), 200)
    expect(seen).toMatchObject({ state: 'differs', reading: { ...other, reader: { name: 'Ada' } } })
    const both = await said(editor.claims[':id'].adjudication.$get({ param }), 200)
    expect(both).toMatchObject({ first: { rating: 'true' }, second: { rating: 'false' } })
    const json = { outcome: 'second', reason: 'Ha ragione Ada.' } as const
    const decided = { param, json, header: once(read.revision) }
    const back = await said(editor.claims[':id'].adjudication.$post(decided), 200)
    expect(back.stage).toBe('checking')
  })
})
