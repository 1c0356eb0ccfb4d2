import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveBack, giveClaim } from '../../src/desk/claims.ts'
import { publish, reopen, saveDraft, withdraw } from '../../src/desk/verdicts.ts'
import { reword } from '../../src/desk/wording.ts'
import { record } from '../../src/domain/ledger.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'

const nobody = '00000000-0000-7000-8000-000000000000'

describe('a claim’s page as of a moment', () => {
  let desk: TestDesk
  let web: Web
  let carla: Member
  let ciro: Member
  let enzo: Member
  let vito: Member
  let claim: string
  /** Moments, by what had just been done. */
  const after = { nothing: '', opening: '', drafting: '', proposing: '', publishing: '', end: '' }

  const pathAt = (asOf: string, id = claim) => `/claims/${id}?asOf=${encodeURIComponent(asOf)}`
  const seenAt = async (asOf: string, by: Member = enzo) => (await web.get(by, pathAt(asOf))).text()
  const draft = async (author: Member, conclusion: string, newId = desk.newId()) => {
    const read = await story.read(desk, claim)
    const sheet = { claim: read, verdictRevision: read.working?.revision ?? 0, newId }
    await saveDraft(desk, author, sheet, { ...story.verdictForm, conclusion })
  }

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    carla = await person(desk, 'checker', 'Carla')
    ciro = await person(desk, 'checker', 'Ciro')
    enzo = await person(desk, 'editor', 'Enzo')
    vito = await person(desk, 'viewer', 'Vito')
    const article = await story.article(desk, carla)
    after.nothing = desk.now()
    claim = await story.claim(desk, carla, article, { statement: 'Le prime parole' })
    after.opening = desk.now()
    await giveClaim(desk, carla, await story.read(desk, claim), carla.id)
    await draft(carla, 'Una bozza.')
    after.drafting = desk.now()
    await reword(desk, carla, await story.read(desk, claim), {
      ...story.claimForm,
      statement: 'Altre parole',
    })
    await story.proposed(desk, carla, claim, { conclusion: 'La proposta.' })
    after.proposing = desk.now()
    await publish(desk, enzo, await story.read(desk, claim), {})
    after.publishing = desk.now()
    const { publicVerdict } = await story.read(desk, claim)
    if (publicVerdict) await withdraw(desk, enzo, publicVerdict, { reason: 'La fonte mentiva.' })
    await reopen(desk, enzo, await story.read(desk, claim), {})
    after.end = desk.now()
  }, 60_000)
  afterAll(() => desk.end())

  it('shows the words of then, and says so on top, with the way to now', async () => {
    const html = await seenAt(after.opening)
    const words = wordsOf(html)
    expect(words).toContain('Le prime parole')
    expect(words).not.toContain('Altre parole')
    expect(words).not.toContain('La proposta.')
    expect(words).toMatch(/As it stood on 1 June 2025 at 10:00:\d\d\. This is past/)
    expect(html).toContain(`href="/claims/${claim}">The claim as it stands now`)
    expect(html.indexOf('As it stood on')).toBeLessThan(html.indexOf('<h1'))
    expect(wordsOf(await seenAt(after.publishing))).toContain('Published')
    expect(wordsOf(await seenAt(after.publishing))).not.toContain('La fonte mentiva.')
    expect(wordsOf(await seenAt(after.end))).toContain('La fonte mentiva.')
  })

  it('reads in Italian, too', async () => {
    const answer = await web.get(vito, pathAt(after.opening), { 'accept-language': 'it' })
    expect(wordsOf(await answer.text())).toContain(
      'Com’era in questo momento: 1 giugno 2025 alle ore 10:00:',
    )
  })

  it('has nothing on it that changes anything, at whatever stage it stood, for whoever looks', async () => {
    for (const by of [carla, ciro, enzo, vito]) {
      for (const moment of [after.opening, after.drafting, after.proposing, after.publishing]) {
        const html = await seenAt(moment, by)
        const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
        expect(main).not.toContain('method="post"')
        expect(main).not.toMatch(/<textarea|data-autosave|href="[^"]*\/(edit|split)"/)
        expect(main.match(/<form /g)).toHaveLength(1)
        expect(main.match(/<button/g)).toHaveLength(1)
      }
    }
  })

  it('shows a draft as it was to those who may read one, and to no viewer, though it is public since', async () => {
    expect(await seenAt(after.drafting, ciro)).toContain('Una bozza.')
    expect(await seenAt(after.proposing, enzo)).toContain('La proposta.')
    expect(await seenAt(after.drafting, vito)).not.toContain('Una bozza.')
    expect(await seenAt(after.proposing, vito)).not.toContain('La proposta.')
    expect(await seenAt(after.publishing, vito)).toContain('La proposta.')
  })

  it('lets nobody see of the past what is hidden from them today', async () => {
    await giveClaim(desk, enzo, await story.read(desk, claim), carla.id)
    const id = desk.newId()
    await draft(carla, 'Parole XQBLIND.', id)
    const open = desk.now()
    const version = await desk.store.verdicts.find(id)
    if (!version) throw new Error('there is a draft')
    const act = { member: carla, at: desk.now() }
    const blind = { ...version, mode: 'blind' as const }
    await desk.store.save([record('verdict', 'draft', act, version, blind, { claim })])
    const veiled = desk.now()
    for (const moment of [open, veiled]) {
      for (const by of [ciro, enzo, vito]) expect(await seenAt(moment, by)).not.toContain('XQBLIND')
      expect(await seenAt(moment, carla)).toContain('XQBLIND')
    }
    await giveBack(desk, carla, await story.read(desk, claim))
  })

  it('is not there before the claim was: it says since when it is', async () => {
    const answer = await web.get(vito, pathAt(after.nothing))
    expect(answer.status).toBe(404)
    const words = wordsOf(await answer.text())
    expect(words).toMatch(/Not on the desk yet .* it came on 1 June 2025 at 10:00:\d\d\./)
    expect((await web.get(vito, pathAt(after.opening, nobody))).status).toBe(404)
    const asked = await web.get(vito, pathAt(after.nothing), { accept: 'application/json' })
    expect(await asked.json()).toMatchObject({ code: 'not_found' })
  })

  it.each(['yesterday', '2025-02-30', '2025-06', '2025-06-01T99:00'])(
    'refuses %s beside its field',
    async (asOf) => {
      const answer = await web.get(vito, pathAt(asOf))
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(html).toContain(`value="${asOf}"`)
      expect(wordsOf(html)).toContain('This is no moment that can be read.')
      expect(html).not.toContain('Altre parole')
      const asked = await web.get(vito, pathAt(asOf), { accept: 'application/json' })
      expect(await asked.json()).toMatchObject({ errors: { asOf: { code: 'not_a_moment' } } })
    },
  )

  it('refuses what is to come, and asks nobody for a moment who gives none', async () => {
    const answer = await web.get(vito, pathAt('2999-01-01'))
    expect(answer.status).toBe(422)
    expect(wordsOf(await answer.text())).toContain('This date is still to come.')
    const blank = await web.get(vito, `/claims/${claim}?asOf=`)
    expect([blank.status, blank.headers.get('location')]).toEqual([303, `/claims/${claim}`])
  })

  it('is asked for beside the history, and takes a day to its end', async () => {
    const html = await (await web.get(vito, `/claims/${claim}`)).text()
    expect(html).toMatch(/id="as-of-form" method="get" action="\/claims\/[\da-f-]+"/)
    expect(wordsOf(await seenAt('2025-06-01'))).toContain('La fonte mentiva.')
    expect((await web.get(vito, pathAt('31/5/2025'))).status).toBe(404)
  })

  it('is for whoever is signed in', async () => {
    const answer = await web.get(null, pathAt(after.opening))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain(encodeURIComponent('?asOf='))
  })
})
