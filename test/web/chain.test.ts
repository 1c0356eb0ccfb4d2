import { createHash } from 'node:crypto'
import Ajv from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import Database from 'better-sqlite3'
import canonicalize from 'canonicalize'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { bridge, verdictForm } from '../support/story.ts'
import { type Web, webOf } from '../support/web.ts'
import { type Life, lifeOn } from './life.ts'

const undated = `Una voce di corridoio

Il fiume Ombrone sarebbe in secca da un mese, dicono al bar. Nessuno lo ha misurato.
`

/** Words that no export may ever carry. */
const secrets = {
  title: 'Appunti XQTITLE',
  quote: 'Parole XQQUOTE',
  translation: 'Words XQTRANSLATION',
  publisher: 'XQPUBLISHER',
  url: 'https://xqurl.example.org/segreto',
  visibility: 'desk_only',
  visibilityReason: 'XQREASON',
}

describe('from two texts to the export', () => {
  let desk: TestDesk
  let web: Web
  let life: Life
  let carla: Member
  let enzo: Member
  let elsa: Member
  let vito: Member
  const claims = { corrected: '', withdrawn: '', drafted: '', proposed: '' }

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    life = lifeOn(web)
    carla = await person(desk, 'checker', 'Carla Conti')
    enzo = await person(desk, 'editor', 'Enzo Esposito')
    elsa = await person(desk, 'editor', 'Elsa Evangelisti')
    vito = await person(desk, 'viewer', 'Vito Viviani')

    const known = await life.article(carla, bridge)
    const outlet = { outlet: 'Il Corriere del Bar', outletReason: 'La carta è la loro' }
    const unknown = await life.article(carla, undated, outlet)

    const one = await life.take(carla, known, 4, 5, {
      claimantKind: 'named',
      claimant: 'Anna Moretti',
      attribution: 'Anna Moretti → comune → Gazzetta della Valle',
    })
    claims.corrected = one
    await life.work(carla, one)
    await life.bring(carla, one)
    await life.bring(carla, one, secrets)
    const looked = { place: 'Albo pretorio', words: 'ponte', outcome: 'none_found', searchedOn: '' }
    await life.search(carla, one, looked)
    await life.write(carla, one, 'save', { conclusion: 'DRAFTWORDS' })
    await life.write(carla, one, 'propose')
    await life.publish(enzo, one)
    await life.reopen(enzo, one, { underCorrection: 'yes' })
    await life.write(carla, one, 'propose', {
      rating: 'mostly_true',
      conclusion: 'Ha riaperto il ponte, con un vizzio.',
    })
    await life.publish(elsa, one, {
      correctionKind: 'correction',
      correctionReason: 'Era l’11 marzo.',
    })
    await life.public(elsa, one, 'typo', { conclusion: 'Ha riaperto il ponte, con un vizio.' })

    const two = await life.take(carla, unknown, 2, 2, {
      kind: 'figure',
      claimantKind: 'unknown',
      claimedOn: '2024',
      claimedOnReason: 'Il giornale è del 2024',
    })
    claims.withdrawn = two
    await life.work(carla, two)
    await life.search(carla, two, { ...looked, outcome: 'found', note: 'Nulla di utile' })
    const searched = { rationale: 'Nessun documento ne parla.', holdsOn: '2024' }
    await life.write(carla, two, 'propose', { rating: 'unproven', ...searched })
    await life.publish(enzo, two)
    await life.public(enzo, two, 'withdrawal', { reason: 'La fonte si è ritrattata.' })

    claims.drafted = await life.take(carla, unknown, 3, 3, {
      statement: 'XQDRAFTCLAIM',
      claimedOn: '',
    })
    await life.work(carla, claims.drafted)
    await life.write(carla, claims.drafted, 'save', { rationale: 'XQDRAFT' })
    claims.proposed = await life.take(carla, known, 6, 6, {
      statement: 'XQPROPOSEDCLAIM',
      claimedOn: '',
    })
    await life.work(carla, claims.proposed)
    await life.bring(carla, claims.proposed, { title: 'XQPROPOSEDEVIDENCE' })
    await life.write(carla, claims.proposed, 'propose', { rationale: 'XQPROPOSAL' })
    await text() // the first export starts the worker
  })
  afterAll(() => desk.end())

  const text = async () => (await web.get(vito, '/exports/verdicts.json')).text()
  const exported = async () => verdictExport.parse(JSON.parse(await text()))
  const versions = async (claim: string) =>
    (await exported()).verdicts
      .filter(({ claimId }) => claimId === claim)
      .sort((a, b) => a.version - b.version)

  it('is a document that its own JSON Schema, as served, accepts', async () => {
    const served = JSON.parse(await (await web.get(null, '/schemas/verdict-export/v1.json')).text())
    const ajv = new Ajv.Ajv2020({ strict: false })
    formats.default(ajv)
    const valid = ajv.compile(served)
    const document = JSON.parse(await text())
    expect(valid(document), JSON.stringify(valid.errors)).toBe(true)
    expect(valid({ ...document, schema: 'riscontro/verdict-export/v2' })).toBe(false)
    expect(valid({ ...document, verdicts: [{}] })).toBe(false)
  })

  it('carries each version that the public ever read, marked as it stands', async () => {
    const corrected = await versions(claims.corrected)
    expect(corrected.map(({ version, status }) => [version, status])).toEqual([
      [1, 'superseded'],
      [2, 'superseded'],
      [3, 'published'],
    ])
    expect(corrected.map(({ correction }) => correction)).toEqual([
      null,
      { kind: 'correction', reason: 'Era l’11 marzo.' },
      { kind: 'typo', reason: 'Era l’11 marzo.' },
    ])
    expect(corrected.map(({ underCorrectionSince }) => underCorrectionSince)).toEqual([
      null,
      null,
      null,
    ])
    expect(corrected.map(({ reviewer }) => reviewer)).toEqual([
      'Enzo Esposito',
      'Elsa Evangelisti',
      'Elsa Evangelisti',
    ])
    const [withdrawn] = await versions(claims.withdrawn)
    expect(withdrawn).toMatchObject({
      status: 'withdrawn',
      withdrawalReason: 'La fonte si è ritrattata.',
      holdsOn: '2024',
      rating: { id: 'unproven', number: null, labels: { en: 'Unproven', it: 'Non provato' } },
    })
  })

  it('says who claimed what, where, through whom and when, and how well that is known', async () => {
    const [first] = await versions(claims.corrected)
    expect(first).toMatchObject({
      author: 'Carla Conti',
      rating: { id: 'true', number: 5 },
      conclusion: verdictForm.conclusion,
      rationale: { markdown: verdictForm.rationale, text: expect.not.stringContaining('**') },
      searches: [{ place: 'Albo pretorio', words: 'ponte', outcome: 'none_found', note: null }],
      evidence: [{ number: 1, stance: 'supports', url: 'https://example.org/collaudo' }],
    })
    expect(first?.appearances[0]).toMatchObject({
      quote: expect.stringContaining('ha riaperto ieri al traffico'),
      claimant: { kind: 'named', name: 'Anna Moretti' },
      attribution: ['Anna Moretti', 'comune', 'Gazzetta della Valle'],
      claimedOn: '2024-03-12',
      claimedOnCertainty: 'stated',
      article: {
        outlet: 'Gazzetta della Valle',
        outletCertainty: 'stated',
        date: '2024-03-12',
        dateCertainty: 'stated',
        byline: 'Lucia Ferri',
      },
    })
    const [second] = await versions(claims.withdrawn)
    expect(second?.appearances[0]).toMatchObject({
      claimant: { kind: 'unknown', name: null },
      claimedOn: '2024',
      claimedOnCertainty: 'inferred',
      article: { outletCertainty: 'inferred', date: null, dateCertainty: 'unknown', url: null },
    })
  })

  it('carries nothing that is not public: no draft, no proposal, no desk-only evidence', async () => {
    // A signature in base64 may spell anything.
    const unsigned = (text: string) => text.replace(/[\w+/]{86}==/g, '')
    const document = unsigned(await text())
    expect(document).not.toMatch(/xq|DRAFTWORDS/i)
    expect(document).not.toContain(claims.drafted)
    expect(document).not.toContain(claims.proposed)
    const page = unsigned(await life.read(vito, '/exports'))
    expect(page).not.toMatch(/xq|DRAFTWORDS/i)
  })

  it('gives each verdict its place in the chain, and a hash that anybody can make again', async () => {
    const { cursor, verdicts } = await exported()
    const entries = await desk.store.ledger.after(0, 1000)
    expect(cursor).toBe(entries.at(-1)?.seq)
    for (const { ledger, ...verdict } of verdicts) {
      const bytes = canonicalize(verdict) ?? ''
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(ledger.publication)
      const entry = entries.find(({ seq }) => seq === ledger.seq)
      expect(entry).toMatchObject({ hash: ledger.hash, kind: 'verdict', subject: verdict.id })
      expect(entry?.change.publication?.[1]).toBe(ledger.publication)
    }
    expect(verdicts.map(({ ledger }) => ledger.seq)).toEqual(
      verdicts.map(({ ledger }) => ledger.seq).sort((a, b) => a - b),
    )
  })

  it('gives the same bytes for the same state, but for the time they were made', async () => {
    const timeless = (document: string) => document.replace(/"generatedAt":"[^"]*"/, '')
    expect(timeless(await text())).toBe(timeless(await text()))
  })

  it('is refused to whoever is not signed in', async () => {
    const asked = await web.get(null, '/exports/verdicts.json', { accept: 'application/json' })
    expect(asked.status).toBe(401)
    expect(asked.headers.get('content-type')).toContain('application/problem+json')
  })

  it('keeps what the public was told as it was told, whatever changes on the desk', async () => {
    // How it is proved grows with the ledger; what was told, and its place, do not change.
    const lines = async () =>
      (await text())
        .split('\n')
        .slice(1)
        .map((line) => line.replace(/,"proof":\{[^}]*\}/, ''))
    const before = await lines()
    const [article] = (await desk.store.articles.list(null, 10)).reverse()
    const address = `/articles/${article?.article.id}/details`
    await life.send(carla, address, address, {
      title: 'Un altro titolo',
      outlet: 'Altrove',
      date: '',
    })
    await life.reopen(carla, claims.corrected)
    const [evidence] = await desk.store.claims.evidence([claims.corrected])
    const piece = `/evidence/${evidence?.id}`
    await life.send(carla, piece, piece, {
      title: 'Altro titolo',
      rank: 'deprecated',
      rankReason: 'Falso',
    })
    const db = new Database(desk.address)
    db.prepare('update identities set name = ? where person = ?').run('Carla Rossi', carla.id)
    db.close()
    expect(await lines()).toEqual(before)
  })

  it('leaves who wrote and read a mended verdict as it was, and says that a correction is under way', async () => {
    await life.public(enzo, claims.corrected, 'reading')
    const [, , read] = await versions(claims.corrected)
    expect(read).toMatchObject({ reviewer: 'Elsa Evangelisti', author: 'Carla Conti' })
    const page = `/claims/${claims.corrected}`
    await life.send(enzo, page, `${page}/keeping`, { comment: 'Resta com’è' })
    await life.reopen(enzo, claims.corrected, { underCorrection: 'yes' })
    const [, , marked] = await versions(claims.corrected)
    expect(marked?.underCorrectionSince).toMatch(/^2025-06-01T/)
    const same = { underCorrectionSince: null, ledger: null }
    expect({ ...marked, ...same }).toEqual({ ...read, ...same })
  })
})
