import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Heavy, heavyReads } from '../../src/desk/heavy.ts'
import { scheduleRechecks, startRecheck } from '../../src/desk/rechecks.ts'
import type { Member } from '../../src/domain/member.ts'
import { Refusal } from '../../src/domain/refusal.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { driftedDesk, standingDesk } from '../support/drifted.ts'
import type { Newspaper } from '../support/newspaper.ts'
import { swift } from '../support/standing.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { browsing } from './browsing.ts'

const heavy = heavyReads(':memory:')
afterAll(() => heavy.close())

let desk: TestDesk
let web: Web
let paper: Newspaper
let carla: Member
let vito: Member
beforeEach(async () => {
  desk = { ...(await testDesk(undefined, true)), heavy, pace: swift }
  web = webOf(desk)
  carla = await person(desk, 'checker', 'Carla')
  vito = await person(desk, 'viewer', 'Vito')
})
afterEach(async () => {
  await desk.end()
  await paper.stop()
})

const page = (path: string, by = carla) => browsing(web).read(by, path)
const send = (path: string, action: string) => browsing(web).send(carla, path, action)
const asked = { 'HX-Request': 'true' }

describe('the sources', () => {
  it('are listed with how each was, what stands on it, and why it could not be read', async () => {
    const drifted = await driftedDesk(desk, carla)
    paper = drifted.paper
    paper.pages.set('/verbale', { status: 503 })
    await startRecheck(desk, carla)
    const all = wordsOf(await page('/sources'))
    for (const word of ['gone', 'could not be read', 'one article', 'one piece of evidence']) {
      expect(all).toContain(word)
    }
    expect(all).toContain('could not give this page (answer 503)')
    const failed = await page('/sources?show=failed')
    expect(failed).toContain('/verbale')
    expect(failed).not.toContain('/ponte')
    expect(await page('/sources?show=gone')).toContain('/orario')
    expect(wordsOf(await page('/sources?show=changed'))).toContain('No source is so')
    expect(await page('/sources?show=nonsense')).toContain('/ponte')
  })

  it('have a page each: what stands on it, what was kept, and what changed between', async () => {
    const drifted = await driftedDesk(desk, carla)
    paper = drifted.paper
    const ponte = await page(`/sources/${drifted.sources['/ponte']}`, vito)
    expect(ponte).toContain(`href="/articles/${drifted.article}"`)
    expect(ponte).toMatch(/<del[^>]*>meno di due<\/del>/)
    expect(ponte).toContain('words that are the same')
    const gone = await page(`/sources/${drifted.sources['/orario']}`)
    expect(wordsOf(gone)).toContain('Found gone')
    expect(wordsOf(gone)).toContain('The snapshot stands in for it')
    // Wherever it is cited, too.
    expect(wordsOf(await page(`/claims/${drifted.claim}`))).toContain('Found gone')
    const nothing = await web.get(carla, `/sources/${desk.newId()}`)
    expect(nothing.status).toBe(404)
  })
})

describe('texts that take too long to compare', () => {
  it('are shown without their difference, and tasks on them can be settled all the same', async () => {
    const drifted = await driftedDesk(desk, carla)
    paper = drifted.paper
    // How it is given up is shown in test/desk/heavy: here it is too slow whatever machine this is.
    const slow = new Refusal('unreadable', { values: { why: 'slow' } })
    const hasty: Heavy = {
      ...heavy,
      run: (job) => (job.read === 'difference' ? Promise.reject(slow) : heavy.run(job)),
    }
    web = webOf({ ...desk, heavy: hasty })
    const ponte = wordsOf(await page(`/sources/${drifted.sources['/ponte']}`))
    expect(ponte).toContain('comparing them takes too long')
    const [task] = await desk.store.drifts.openOn([drifted.claim])
    const path = `/drifts/${task?.id}`
    expect(await page(path)).toContain(`action="${path}/standing"`)
  })
})

describe('a run by the button', () => {
  it('goes on by itself, tells how far it is, and what it found', async () => {
    const standing = await standingDesk(desk, carla)
    paper = standing.paper
    expect(await web.get(carla, '/rechecks').then(({ status }) => status)).toBe(303)
    paper.pages.set('/orario', { status: 404, slow: 300 })
    expect(await send('/sources', '/rechecks')).toBe('/sources')
    const under = await web.get(vito, '/rechecks?at=/sources', asked)
    const running = await under.text()
    expect(running).toContain('<progress max="')
    expect(running).toContain('hx-trigger="every 2s"')
    expect(running).not.toContain('/rechecks/stop')
    // Nobody begins a second one meanwhile.
    const busy = await web.post(carla, '/rechecks', {})
    expect(busy.status).toBe(409)
    expect(wordsOf(await busy.text())).toContain('under way already')
    await desk.rechecks.ending
    const ended = await (await web.get(carla, '/rechecks?at=/sources', asked)).text()
    expect(ended).not.toContain('hx-trigger')
    expect(wordsOf(ended)).toContain('Done: 4 sources visited, one gone.')
    expect(wordsOf(await page('/sources'))).toContain('begun by Carla')
  })

  it('is stopped by a button; what is done stays', async () => {
    const standing = await standingDesk(desk, carla)
    paper = standing.paper
    paper.pages.set('/robots.txt', { slow: 20_000 })
    await send('/sources', '/rechecks')
    await send('/sources', '/rechecks/stop')
    expect(wordsOf(await page('/sources'))).toContain(
      'Stopped; what was done stays: nothing was visited.',
    )
  })

  it('can be of one source', async () => {
    const drifted = await driftedDesk(desk, carla)
    paper = drifted.paper
    paper.asked.length = 0
    const path = `/sources/${drifted.sources['/ponte']}`
    expect(await send(path, `${path}/visits`)).toBe(path)
    await desk.rechecks.ending
    expect(paper.asked.map((one) => one.path)).toEqual(['/robots.txt', '/ponte'])
    expect(wordsOf(await page(path))).toContain('one source visited')
  })

  it('is ended with the desk', async () => {
    const standing = await standingDesk(desk, carla)
    paper = standing.paper
    paper.pages.set('/robots.txt', { slow: 20_000 })
    await send('/sources', '/rechecks')
    const from = performance.now()
    await desk.close()
    expect(performance.now() - from).toBeLessThan(5000)
    expect(desk.rechecks.run?.ended?.how).toBe('stopped')
  })
})

describe('a schedule', () => {
  const soon = () => 5
  const errors: unknown[] = []

  it('visits what is due, by itself, and again when it is due again', async () => {
    const standing = await standingDesk(desk, carla)
    paper = standing.paper
    paper.asked.length = 0
    scheduleRechecks(desk, 1, (error) => errors.push(error), soon)
    await new Promise((go) => setTimeout(go, 60))
    expect(paper.asked).toEqual([])
    const later = new Date(Date.parse(desk.now()) + 3_700_000).toISOString()
    Object.assign(desk, { now: () => later })
    await expect.poll(() => desk.rechecks.run?.ended?.how, { timeout: 5000 }).toBe('done')
    expect(desk.rechecks.run).toMatchObject({ by: 'schedule', progress: { done: 4, same: 4 } })
    const visits = paper.asked.length
    await new Promise((go) => setTimeout(go, 60))
    expect(paper.asked.length).toBe(visits)
    expect(errors).toEqual([])
    expect(wordsOf(await page('/sources'))).toContain('begun by The desk’s own schedule')
  })

  it('waits for a run of somebody’s', async () => {
    const standing = await standingDesk(desk, carla)
    paper = standing.paper
    const later = new Date(Date.parse(desk.now()) + 3_700_000).toISOString()
    Object.assign(desk, { now: () => later })
    paper.pages.set('/robots.txt', { slow: 200, status: 404 })
    const ended = startRecheck(desk, carla)
    scheduleRechecks(desk, 1, (error) => errors.push(error), soon)
    await new Promise((go) => setTimeout(go, 60))
    expect(desk.rechecks.run?.by).toBe(carla.id)
    await ended
    expect(errors).toEqual([])
  })
})
