import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { record } from '../../src/domain/ledger.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

const WORD = 'XQWORD: il comune non risponde mai.'
const rationale = 'Il verbale [1] lo dice.\n\nNessuno lo contesta.'
const draft = { ...story.verdictForm, rationale, findingsWord: '' }
const italian = { 'accept-language': 'it' }

/** The links of the look on a page: where each leads. */
const linksIn = (html: string): string[] => {
  const look = /id="look"[\s\S]*?<div class="scrutiny-(word|said|out)"/.exec(html)?.[0] ?? ''
  return [...look.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href)
}

describe('the look before signing', () => {
  let desk: TestDesk
  let web: Web
  let life: Life
  let carla: Member
  let bruno: Member
  let enzo: Member
  let vito: Member
  let claim: string
  let page: string
  let action: string
  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    life = lifeOn(web)
    carla = await person(desk, 'checker', 'Carla')
    bruno = await person(desk, 'checker', 'Bruno')
    enzo = await person(desk, 'editor', 'Enzo')
    vito = await person(desk, 'viewer', 'Vito')
  })
  afterAll(() => desk.end())
  beforeEach(async () => {
    const article = await story.article(desk, carla)
    const unknown = { claimantKind: 'unknown', claimedOn: '' }
    claim = await story.claim(desk, carla, article, unknown)
    page = `/claims/${claim}`
    action = `${page}/verdict`
    await life.work(carla, claim)
    await life.bring(carla, claim)
  })

  const working = async () => (await story.read(desk, claim)).working
  const send = async (fields: object, step: string, headers: Record<string, string> = {}) => {
    const form = formOf(await life.read(carla, page), action)
    return web.post(carla, action, { ...form, ...draft, ...fields, do: step }, headers)
  }

  it('stands beside the verdict while it is written, with what is open and where', async () => {
    await send({}, 'save')
    const html = await life.read(carla, page)
    expect(wordsOf(html)).toContain('A critical look: 6 findings')
    const [appearance] = await desk.store.claims.appearances([claim])
    expect(linksIn(html)).toEqual([
      '#draft-rationale',
      '#evidence',
      '#searches',
      '#evidence-1',
      `/appearances/${appearance?.id}`,
      `/appearances/${appearance?.id}`,
    ])
    expect(html).toContain('<q lang="it">Nessuno lo contesta.</q>')
    const other = wordsOf(await (await web.get(carla, page, italian)).text())
    expect(other).toContain('Sguardo critico: 6 rilievi')
  })

  it('leads to places that are there, and back', async () => {
    await send({}, 'save')
    const html = await life.read(carla, page)
    for (const href of linksIn(html)) {
      if (href.startsWith('#')) expect(html, href).toContain(`id="${href.slice(1)}"`)
      else expect((await web.get(carla, href)).status, href).toBe(200)
    }
    expect(html.match(/<a href="#look">/g)).toHaveLength(4)
  })

  it('is of what is typed: shown, refused, and as it saves itself', async () => {
    const shown = await (await send({ rationale: 'Solo parole.' }, 'preview')).text()
    expect(shown).toContain('<q lang="it">Solo parole.</q>')
    const saved = await (await send({}, 'autosave', { 'hx-request': 'true' })).text()
    expect(saved).toContain('data-part="look-findings"')
    expect(saved).toContain('<q lang="it">Nessuno lo contesta.</q>')
    expect(wordsOf(saved)).toContain('A critical look: 6 findings')
  })

  it('refuses a proposal with findings open and no word, and keeps what was typed', async () => {
    const answer = await send({ conclusion: 'Parole mie' }, 'propose')
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toMatch(/<a href="#draft-findingsWord">/)
    expect(html).toMatch(/<details class="scrutiny" id="look" open>/)
    expect(linksIn(html).length).toBeGreaterThan(0)
    expect(formOf(html, action)).toMatchObject({ conclusion: 'Parole mie', rationale })
    expect(await working()).toBeNull()
    const json = { accept: 'application/json' }
    const problem = await (await send({}, 'propose', json)).json()
    expect(problem).toMatchObject({
      code: 'invalid',
      errors: { findingsWord: { code: 'findings_open' } },
    })
  })

  it('lets it go on with a word, which is in the ledger, in the history and before the reviewer', async () => {
    expect((await send({ findingsWord: WORD }, 'propose')).status).toBe(303)
    const [appearance] = await desk.store.claims.appearances([claim])
    const findings = [
      'unsourced_paragraph #rationale-2',
      'one_origin #evidence',
      'no_contrary_search #searches',
      'no_snapshot #evidence-1',
      `claimant_missing /appearances/${appearance?.id}`,
      `date_missing /appearances/${appearance?.id}`,
    ]
    expect(await working()).toMatchObject({ status: 'proposed', findings, findingsWord: WORD })
    const entries = await desk.store.ledger.ofClaim(claim, 10)
    const proposed = entries.filter(({ verb }) => verb === 'propose')
    expect(proposed.map(({ kind, comment }) => [kind, comment])).toEqual([
      ['verdict', WORD],
      ['claim', WORD],
    ])
    const html = await life.read(bruno, page)
    expect(wordsOf(html)).toContain(`Carla went on because: ${WORD}`)
    expect(wordsOf(html)).toContain('A critical look: 6 findings')
    for (const href of linksIn(html).filter((one) => one.startsWith('#'))) {
      expect(html, href).toContain(`id="${href.slice(1)}"`)
    }
    expect(html).toContain(`<span class="comment">${WORD}</span>`)
    expect(wordsOf(await life.read(enzo, '/review'))).toContain('A critical look: 6 findings')
  })

  it('sent twice goes on once; with another word it is another proposal', async () => {
    const form = { ...formOf(await life.read(carla, page), action), ...draft, do: 'propose' }
    const sent = { ...form, findingsWord: WORD }
    expect((await web.post(carla, action, sent)).status).toBe(303)
    expect((await web.post(carla, action, sent)).status).toBe(303)
    expect((await web.post(carla, action, { ...sent, findingsWord: 'Altro.' })).status).toBe(409)
    expect((await working())?.findingsWord).toBe(WORD)
  })

  it('tells the reviewer what was settled, and what is new, since it was proposed', async () => {
    await send({ findingsWord: WORD }, 'propose')
    const version = await working()
    if (!version) throw new Error('nothing was proposed')
    // As where what was kept of a source came, or went, after the proposal.
    const gone = '/appearances/01a21210-0895-7efd-903b-e603e9fe2dff'
    const findings = [
      'no_snapshot #evidence-1',
      'quote_not_exact #evidence-1',
      `date_missing ${gone}`,
    ]
    const act = { member: carla, at: desk.now() }
    await desk.store.save([
      record('verdict', 'draft', act, version, { ...version, findings }, { claim }),
    ])
    const html = await life.read(bruno, page)
    const look = wordsOf(
      /<div class="scrutiny" id="look">[\s\S]*?<div class="scrutiny-said">/.exec(html)?.[0] ?? '',
    )
    const [open, , rest = ''] = look.split(/New since it was proposed|Open since it was proposed/)
    expect(open).toContain('A critical look: 6 findings')
    expect(look).toMatch(/Open since it was proposed A page was not kept/)
    const [since, settled] = rest.split('Settled since')
    expect(since).toContain('No search for evidence to the contrary is on record')
    expect(settled).toContain('A quote does not stand to the letter')
    expect(settled).toContain('where the claim stands no longer')
  })

  it('is not for a viewer, who sees neither what is open nor the word', async () => {
    await send({ findingsWord: WORD }, 'save')
    const unseen = async () => {
      const html = await life.read(vito, page)
      expect(html).not.toMatch(/id="look"|XQWORD|critical look/)
    }
    await unseen()
    await send({ findingsWord: WORD }, 'propose')
    await unseen()
    expect(await life.read(vito, '/review')).not.toMatch(/XQWORD|critical look/)
    await life.publish(enzo, claim)
    await unseen()
  })

  it('stays on the desk: neither export nor preview nor what is kept as told has it', async () => {
    await send({ findingsWord: WORD }, 'propose')
    await life.publish(enzo, claim)
    const [version] = await desk.store.verdicts.of([claim])
    expect(version).toMatchObject({ status: 'published', findingsWord: WORD })
    const told = await desk.store.verdicts.lastPublication(version?.id ?? '')
    const document = await (await web.get(vito, '/exports/verdicts.json')).text()
    expect(document).toContain(claim)
    for (const text of [told ?? '', document, await life.read(enzo, '/exports')]) {
      expect(text).not.toMatch(/XQWORD|one_origin|findings/)
    }
  })

  it('keeps the word of a draft, also when it saves itself, and shows it again', async () => {
    await send({ findingsWord: WORD }, 'autosave', { 'hx-request': 'true' })
    expect((await working())?.findingsWord).toBe(WORD)
    expect(formOf(await life.read(carla, page), action)).toMatchObject({ findingsWord: WORD })
  })

  it('is taken back and returned with what was found, until a new proposal says otherwise', async () => {
    await send({ findingsWord: WORD }, 'propose')
    await life.send(bruno, page, `${page}/return`, { comment: 'Chi altri lo dice?' })
    const returned = await working()
    expect(returned).toMatchObject({ status: 'draft', findingsWord: WORD })
    expect(returned?.findings).toContain('no_contrary_search #searches')
    await life.search(carla, claim, {
      ...{ place: 'Albo pretorio', words: 'ponte', outcome: 'none_found' },
    })
    await send(
      { rationale: 'Il verbale [1] lo dice.', findingsWord: 'Basta il verbale.' },
      'propose',
    )
    const again = await working()
    expect(again?.findings).not.toContain('no_contrary_search #searches')
    expect(again?.findingsWord).toBe('Basta il verbale.')
  })

  it('asks a new version for a word of its own', async () => {
    await send({ findingsWord: WORD }, 'propose')
    await life.publish(enzo, claim)
    await life.reopen(enzo, claim)
    expect(formOf(await life.read(carla, page), action)).toMatchObject({ findingsWord: '' })
  })

  it('two people’s words are compared like the rest of a verdict', async () => {
    const old = formOf(await life.read(carla, page), action)
    await send({ findingsWord: WORD }, 'save')
    const late = { ...old, ...draft, findingsWord: 'Parole di Bruno', do: 'save' }
    const answer = await web.post(bruno, action, late)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('name="findingsWord"')
    expect(html).toContain('Parole di Bruno')
    expect(html).toContain('XQWORD')
  })
})
