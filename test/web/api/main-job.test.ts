import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLedger } from '../../../src/desk/ledger.ts'
import type { Member } from '../../../src/domain/member.ts'
import { clientOf, key, match, tokenFor } from '../../support/api.ts'
import { person, type TestDesk, testDesk } from '../../support/desk.ts'
import * as story from '../../support/story.ts'
import { type Web, webOf } from '../../support/web.ts'
import { said } from './answered.ts'

type Client = ReturnType<typeof clientOf>

let desk: TestDesk
let web: Web
let carla: Member
let checker: Client
let editor: Client
let viewer: Client

beforeAll(async () => {
  desk = await testDesk()
  web = webOf(desk)
  carla = await person(desk, 'checker', 'Carla')
  checker = clientOf(web, await tokenFor(desk, carla))
  editor = clientOf(web, await tokenFor(desk, await person(desk, 'editor', 'Enzo')))
  viewer = clientOf(web, await tokenFor(desk, await person(desk, 'viewer', 'Vera')))
})
afterAll(async () => {
  expect((await verifyLedger(desk)).fault).toBeNull()
  await desk.end()
})

const once = (revision: number) => ({ ...key(), ...match(revision) })
const { claimant: _, attribution: __, ...claimed } = story.claimForm
const { reasons: ___, ...written } = story.verdictForm
const { url: ____, ...source } = story.evidenceForm

/** An article out of a text, as it was read. */
async function bring(text: string) {
  const read = await said(checker.articles.readings.$post({ json: { text }, header: key() }), 201)
  const { title, outlet, byline, date, language } = read
  const details = {
    title: title ?? 'Senza titolo',
    outlet,
    byline,
    date,
    language: language ?? 'it',
  }
  const json = { ...details, text: read.text, readOutlet: outlet, readDate: date }
  return said(checker.articles.$post({ json, header: key() }), 201)
}

/** A claim out of its first words. */
function take(article: { id: string; version: string }, statement: string) {
  const { id, version } = article
  const json = { ...claimed, kind: 'happened', claimantKind: 'outlet', statement } as const
  const place = { version, start: 0, end: 40 }
  return said(
    checker.articles[':id'].claims.$post({
      param: { id },
      json: { ...json, ...place },
      header: key(),
    }),
    201,
  )
}

/** A claim of Carla's, with evidence, that waits for its reader. */
async function proposed(statement: string) {
  const article = await bring(`${story.bridge}\n\n${statement}`)
  const { id, revision } = await take(article, statement)
  const param = { id }
  const of = checker.claims[':id']
  await said(of.assignment.$post({ param, json: { to: carla.id }, header: once(revision) }), 200)
  const json = { ...source, stance: 'supports', interest: 'party' } as const
  await said(of.evidence.$post({ param, json, header: key() }), 201)
  const draft = await said(of.draft.$patch({ param, json: written, header: match(0) }), 200)
  const now = await said(of.$get({ param }), 200)
  const send = { param, json: { verdictRevision: draft.revision }, header: once(now.revision) }
  return said(of.proposal.$post(send), 200)
}

describe('the main job, by programs', () => {
  it('goes from a text to what the public reads, is corrected and withdrawn', async () => {
    const claim = await proposed('Il ponte di Vallechiara ha riaperto dopo tre anni')
    expect(claim).toMatchObject({ stage: 'in_review', assignee: { id: carla.id, name: 'Carla' } })
    const param = { id: claim.id }
    const of = editor.claims[':id']
    const published = await said(
      of.publication.$post({ param, json: {}, header: once(claim.revision) }),
      200,
    )
    expect(published.stage).toBe('decided')

    const [told] = (await said(viewer.claims[':id'].verdicts.$get({ param }), 200)).items
    expect(told).toMatchObject({ status: 'published', number: 1, author: { name: 'Carla' } })

    // Looked at again, corrected, and read by a second person.
    const again = { underCorrection: 'yes' } as const
    const header = once(published.revision)
    const reopened = await said(of.reopening.$post({ param, json: again, header }), 200)
    const draft = { conclusion: 'Il ponte ha riaperto l’11 marzo, dopo più di tre anni.' }
    await said(of.draft.$patch({ param, json: draft, header: match(0) }), 200)
    const version = await said(of.draft.$get({ param }), 200)
    expect(version.verdict).toMatchObject({ ...draft, rating: 'true', status: 'draft' })
    const json = { verdictRevision: version.revision, findingsWord: 'Visto.' }
    const sent = await said(
      of.proposal.$post({ param, json, header: once(reopened.revision) }),
      200,
    )
    const own = of.publication.$post({ param, json: {}, header: once(sent.revision) })
    expect(await said(own, 403)).toMatchObject({ code: 'four_eyes' })
    const other = clientOf(web, await tokenFor(desk, await person(desk, 'editor', 'Elio')))
    const why = {
      correctionKind: 'correction',
      correctionReason: 'La durata era sbagliata.',
    } as const
    const last = other.claims[':id'].publication
    const silent = last.$post({ param, json: {}, header: once(sent.revision) })
    expect((await said(silent, 422)).errors).toHaveProperty('correctionReason')
    await said(last.$post({ param, json: why, header: once(sent.revision) }), 200)

    const { items } = await said(viewer.claims[':id'].verdicts.$get({ param }), 200)
    expect(items.map(({ number, status }) => [number, status])).toEqual([
      [1, 'superseded'],
      [2, 'published'],
    ])
    const corrected = items[1]
    if (!corrected) throw new Error('no correction')
    const withdrawn = await said(
      other.verdicts[':id'].withdrawal.$post({
        param: { id: corrected.id },
        json: { reason: 'La fonte ha smentito.' },
        header: once(corrected.revision),
      }),
      200,
    )
    expect(withdrawn).toMatchObject({
      status: 'withdrawn',
      withdrawalReason: 'La fonte ha smentito.',
    })
  })

  it('returns a proposal with a comment, and lets its author take one back', async () => {
    const claim = await proposed('Il sindaco ha inaugurato il ponte di Vallechiara')
    const param = { id: claim.id }
    const comment = { comment: 'Manca la data del collaudo.' }
    const returned = await said(
      editor.claims[':id'].return.$post({ param, json: comment, header: once(claim.revision) }),
      200,
    )
    expect(returned.stage).toBe('checking')
    const { revision } = await said(checker.claims[':id'].draft.$get({ param }), 200)
    const again = await said(
      checker.claims[':id'].proposal.$post({
        param,
        json: { verdictRevision: revision },
        header: once(returned.revision),
      }),
      200,
    )
    const back = checker.claims[':id']['taking-back']
    const taken = await said(back.$post({ param, header: once(again.revision) }), 200)
    expect(taken.stage).toBe('checking')
  })

  it('refuses what the stage, the role, the token or the revision does not allow', async () => {
    const claim = await proposed('Il ponte di Vallechiara è lungo trecento metri')
    const param = { id: claim.id }
    const { revision } = claim
    const releasing = checker.claims[':id'].release.$post({ param, header: once(revision) })
    expect(await said(releasing, 409)).toMatchObject({ code: 'wrong_stage' })
    const stale = { param, json: { why: 'Perché sì' }, header: match(revision - 1) }
    expect(await said(checker.claims[':id'].plan.$patch(stale), 412)).toMatchObject({
      code: 'stale',
    })
    const bare = { param, json: { why: 'Perché sì' }, header: { 'If-Match': '' } }
    expect((await checker.claims[':id'].plan.$patch(bare)).status).toBe(428)
    const publishing = { param, json: {}, header: once(revision) }
    const refused = await said(checker.claims[':id'].publication.$post(publishing), 403)
    expect(refused).toMatchObject({ code: 'forbidden' })
    const narrow = clientOf(web, await tokenFor(desk, carla, 'read'))
    const back = narrow.claims[':id']['taking-back'].$post({ param, header: once(revision) })
    expect(await said(back, 403)).toMatchObject({ code: 'scope' })
    const nobody = clientOf(web, 'rsc_none')
    expect((await nobody.claims[':id'].$get({ param })).status).toBe(401)
    expect((await checker.claims[':id'].$get({ param: { id: desk.newId() } })).status).toBe(404)
    expect((await checker.claims[':id'].$get({ param: { id: 'none' } })).status).toBe(404)
  })

  it('does once what is sent twice with the same key', async () => {
    const article = await bring(`${story.bridge}\n\nUna volta sola.`)
    const header = key()
    const json = { ...claimed, kind: 'happened', claimantKind: 'outlet' } as const
    const place = { version: article.version, start: 0, end: 40 }
    const send = { param: { id: article.id }, json: { ...json, ...place }, header }
    const one = await said(checker.articles[':id'].claims.$post(send), 201)
    const two = await said(checker.articles[':id'].claims.$post(send), 201)
    expect(two.id).toBe(one.id)
    const { items } = await said(
      checker.articles[':id'].appearances.$get({ param: { id: article.id } }),
      200,
    )
    expect(items).toHaveLength(1)
  })

  it('changes what is said, and leaves the rest as it is', async () => {
    const claim = await proposed('Il ponte di Vallechiara costa due milioni')
    const param = { id: claim.id }
    const [evidence] = (await said(viewer.claims[':id'].evidence.$get({ param }), 200)).items
    if (!evidence) throw new Error('no evidence')
    const at = { param: { id: evidence.id } }
    const json = { rank: 'deprecated', rankReason: 'Superato dal bilancio.' } as const
    const header = match(evidence.revision)
    const ranked = await said(checker.evidence[':id'].$patch({ ...at, json, header }), 200)
    expect(ranked).toMatchObject({ ...json, title: evidence.title, quote: evidence.quote })
    expect((await said(viewer.claims[':id'].$get({ param }), 200)).stage).toBe('checking')
  })
})
