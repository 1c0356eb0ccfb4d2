import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { giveClaim } from '../../src/desk/claims.ts'
import { heavyReads } from '../../src/desk/heavy.ts'
import { verifyLedger } from '../../src/desk/ledger.ts'
import { propose, publish } from '../../src/desk/verdicts.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { type Drifted, driftedDesk } from '../support/drifted.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { browsing, formOf } from './browsing.ts'

/** One thread reads for all of them. */
const heavy = heavyReads(':memory:')
afterAll(() => heavy.close())

let desk: TestDesk
let web: Web
let drifted: Drifted
let carla: Member
let enzo: Member
let vito: Member
beforeEach(async () => {
  desk = { ...(await testDesk(undefined, true)), heavy }
  web = webOf(desk)
  carla = await person(desk, 'checker', 'Carla')
  enzo = await person(desk, 'editor', 'Enzo')
  vito = await person(desk, 'viewer', 'Vito')
  drifted = await driftedDesk(desk, carla)
})
afterEach(async () => {
  expect((await verifyLedger(desk)).fault).toBeNull()
  await desk.end()
  await drifted.paper.stop()
})

const page = (path: string, by = carla) => browsing(web).read(by, path)
const send = (path: string, action: string, fields = {}) =>
  browsing(web).send(carla, path, action, fields)
const task = (status: keyof Drifted['tasks']) => `/drifts/${drifted.tasks[status]}`

describe('passages to look at again', () => {
  it('are listed, counted in the header, and marked wherever their words stand', async () => {
    const list = await page('/drifts')
    for (const words of ['meno di due milioni di euro', 'Si autorizza', 'Costo totale']) {
      expect(wordsOf(list)).toContain(words)
    }
    expect(wordsOf(list)).toContain('3 passages to look at again')
    const claim = await page(`/claims/${drifted.claim}`)
    for (const id of Object.values(drifted.tasks)) expect(claim).toContain(`href="/drifts/${id}"`)
    expect(await page(`/articles/${drifted.article}`)).toContain(`href="${task('changed')}"`)
    expect(wordsOf(await page('/drifts?show=settled'))).toContain('Nothing was settled yet')
  })

  it('show what was and what is, and are settled by nobody who may only read', async () => {
    const changed = await page(task('changed'), vito)
    expect(wordsOf(changed)).toContain('meno di due milioni di euro')
    expect(changed).toMatch(/<del[^>]*>meno di due<\/del>.*<ins[^>]*>quasi tre<\/ins>/)
    expect(changed).not.toContain('<form class="form" id="placing-form"')
    const refused = await web.post(vito, `${task('changed')}/standing`, {
      revision: 1,
      comment: 'a',
    })
    expect(refused.status).toBe(403)
  })

  it('that read otherwise can be quoted as they read now', async () => {
    await send(task('changed'), `${task('changed')}/placing`, { comment: 'Corrected.' })
    const appearance = await desk.store.claims.appearance(drifted.appearance)
    const article = await desk.store.articles.find(drifted.article)
    expect(appearance).toMatchObject({ version: article?.version })
    expect(appearance?.quote).toContain('quasi tre milioni di euro')
    expect(await desk.store.drifts.find(drifted.tasks.changed)).toMatchObject({ outcome: 'placed' })
    const settled = wordsOf(await page(task('changed')))
    expect(settled).toContain('placed in the new text')
    expect(settled).toMatch(/As it was.*meno di due milioni.*Quoted now.*quasi tre milioni/s)
    expect(wordsOf(await page('/drifts?show=settled'))).toContain('meno di due milioni')
    expect(wordsOf(await page(`/claims/${drifted.claim}`))).toContain('Corrected.')
    expect(await desk.store.drifts.countOpen()).toBe(2)
  })

  it('that may stand in several places wait until somebody chooses one', async () => {
    const form = formOf(await page(task('ambiguous')), `${task('ambiguous')}/placing`)
    expect(form.place).toBeUndefined()
    for (const place of ['-5-10', '5', '0-10-20', '0-', '-9', '1.5-3', '1e1-20', '0-99999999']) {
      const forged = await web.post(carla, `${task('ambiguous')}/placing`, { ...form, place })
      expect(forged.status, place).toBe(422)
    }
    const none = await web.post(carla, `${task('ambiguous')}/placing`, { ...form })
    expect(none.status).toBe(422)
    expect(wordsOf(await none.text())).toContain('Choose one of the places')
    const [, place = ''] = [
      ...(await page(task('ambiguous'))).matchAll(/name="place" value="([\d-]+)"/g),
    ].map(([, value]) => value)
    await send(task('ambiguous'), `${task('ambiguous')}/placing`, { place })
    const evidence = await desk.store.claims.evidenceById(drifted.evidence['/bilancio'])
    const [source] = await desk.store.sources.byUrls([`${drifted.paper.origin}/bilancio`])
    expect(evidence).toMatchObject({
      quote: 'Costo totale: 1.940.000 euro',
      quotePrefix: expect.stringContaining('Secondo lotto.'),
      snapshot: source?.snapshot,
    })
  })

  it('that are gone stand as they were kept, with a word why', async () => {
    const action = `${task('gone')}/standing`
    const read = formOf(await page(task('gone')), action)
    const silent = await web.post(carla, action, { ...read, comment: ' ' })
    expect(silent.status).toBe(422)
    await send(task('gone'), action, { comment: 'The page was cut; the snapshot shows it.' })
    expect(wordsOf(await page(task('gone')))).toContain('stands as it was kept')
    expect(wordsOf(await page(task('gone')))).toContain('the snapshot shows it')
    // The same form once more has nothing left to do; a colleague's comes too late.
    const twice = await web.post(carla, action, { ...read, comment: 'The page was cut.' })
    expect(twice.status).toBe(303)
    const late = await web.post(enzo, action, { ...read, comment: 'I think so too.' })
    expect(late.status).toBe(409)
    expect(wordsOf(await late.text())).toContain('stands as it was kept')
  })

  it('are quoted anew with words copied from the new text, and no others', async () => {
    const action = `${task('gone')}/placing`
    const { revision = 0 } = (await desk.store.drifts.find(drifted.tasks.gone)) ?? {}
    for (const [words, said] of [
      ['Si autorizza la riapertura', 'are not in that text'],
      ['frana', 'more than once'],
      ['', 'required'],
    ] as const) {
      const refused = await web.post(carla, action, { revision, words })
      expect(refused.status).toBe(422)
      if (said !== 'required') expect(wordsOf(await refused.text())).toContain(said)
    }
    const done = await web.post(carla, action, { revision, words: 'Pagina in revisione' })
    expect(done.status).toBe(303)
    const evidence = await desk.store.claims.evidenceById(drifted.evidence['/verbale'])
    expect(evidence).toMatchObject({ quote: 'Pagina in revisione', quoteStart: expect.any(Number) })
  })

  it('of a decided claim are not quoted anew before it is reopened; to let them stand changes nothing', async () => {
    const read = await story.read(desk, drifted.claim)
    await giveClaim(desk, carla, read, carla.id)
    const taken = await story.read(desk, drifted.claim)
    const sheet = { claim: taken, verdictRevision: 0, newId: desk.newId() }
    await propose(desk, carla, sheet, story.verdictForm)
    await publish(desk, enzo, await story.read(desk, drifted.claim), {})
    const html = await page(task('changed'))
    expect(wordsOf(html)).toContain('reopen it first')
    expect(html).not.toContain('id="placing-form"')
    const refused = await web.post(carla, `${task('changed')}/placing`, {
      revision: 1,
      words: 'quasi tre milioni',
    })
    expect(refused.status).toBe(409)
    await send(task('changed'), `${task('changed')}/standing`, { comment: 'As published.' })
    expect((await story.read(desk, drifted.claim)).claim.stage).toBe('decided')
  })

  it('send a proposal that is being read back to work, where their words are quoted anew', async () => {
    const read = await story.read(desk, drifted.claim)
    await giveClaim(desk, carla, read, carla.id)
    const taken = await story.read(desk, drifted.claim)
    const sheet = { claim: taken, verdictRevision: 0, newId: desk.newId() }
    await propose(desk, carla, sheet, story.verdictForm)
    await send(task('changed'), `${task('changed')}/placing`)
    expect((await story.read(desk, drifted.claim)).claim.stage).toBe('checking')
  })
})
