import { afterAll, afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { describeAppearance } from '../../src/desk/appearances.ts'
import { letWordsStand } from '../../src/desk/drifts.ts'
import { reviseEvidence } from '../../src/desk/evidence.ts'
import { heavyReads } from '../../src/desk/heavy.ts'
import { verifyLedger } from '../../src/desk/ledger.ts'
import { type Checked, recheck } from '../../src/desk/recheck.ts'
import { type Member, schedule } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { driftedDesk } from '../support/drifted.ts'
import { type Newspaper, openNewspaper, pageOf } from '../support/newspaper.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import { articleFrom, claimOn, quotedFrom, swift } from '../support/standing.ts'
import * as story from '../support/story.ts'

const never = new AbortController().signal

const opening = 'Il ponte di Vallechiara ha riaperto ieri al traffico dopo tre anni di lavori.'
const cost =
  'Lo ha annunciato la sindaca Anna Moretti: l’opera è costata meno di due milioni di euro.'
const others = [
  'Secondo l’opposizione i costi sono raddoppiati, e il bilancio dei lavori non è stato pubblicato.',
  'I lavori erano cominciati nella primavera di tre anni fa, dopo la frana che aveva chiuso la valle.',
  'Da domani gli autobus torneranno a passare per il centro del paese, come prima della frana.',
]
const page = (...paragraphs: string[]) => pageOf('Il ponte riapre dopo tre anni', paragraphs)
const before = page(opening, cost, ...others)

/** One thread reads for all of them. */
const heavy = heavyReads(':memory:')
afterAll(() => heavy.close())

let desk: TestDesk
let paper: Newspaper
let carla: Member
beforeEach(async () => {
  paper = await openNewspaper()
  desk = { ...(await testDesk(undefined, true)), heavy }
  carla = await person(desk, 'checker', 'Carla')
})
afterEach(async () => {
  expect((await verifyLedger(desk)).fault).toBeNull()
  await desk.end()
  await paper.stop()
})

/** Puts a page where it can be asked for, as its host has it from now on. */
function put(path: string, body: string, etag?: string): string {
  paper.pages.set(path, { body, ...(etag && { headers: { ETag: etag } }) })
  return paper.origin + path
}

async function run(options: { olderThan?: number; source?: string } = {}, member = carla) {
  const checked: Checked[] = []
  const onProgress = (_: unknown, one: Checked | null) => void (one && checked.push(one))
  const ended = await recheck(desk, member, { signal: never, pace: swift, onProgress, ...options })
  return { ...ended, checked }
}

const open = () => desk.store.drifts.open(null, 50)
const sourceAt = async (address: string) => {
  const [source] = await desk.store.sources.byUrls([address])
  if (!source) throw new Error('no source')
  const [visit] = await desk.store.sources.visits([source.id])
  return { ...source, visit }
}

/** An article with a claim on its figure, and evidence on another page. */
async function twoPages() {
  const article = await articleFrom(desk, carla, put('/ponte', before))
  const { claim, appearance } = await claimOn(desk, carla, article, 'meno di due milioni di euro')
  const address = put('/verbale', page(opening, cost, ...others).replace('riapre', 'apre'))
  const evidence = await quotedFrom(desk, carla, claim, address, 'riaperto ieri al traffico')
  paper.asked.length = 0
  return { article, claim, appearance, evidence }
}

describe('a page that is as it was', () => {
  it('is asked for with its mark, and nothing is kept where it is unchanged', async () => {
    const article = await articleFrom(desk, carla, put('/ponte', before, '"a"'))
    await claimOn(desk, carla, article, 'meno di due milioni di euro')
    const cursor = await desk.store.verdicts.cursor()
    expect(await run()).toMatchObject({ done: 1, total: 1, same: 1, changed: 0, drifts: 0 })
    expect(paper.asked.at(-1)?.headers['if-none-match']).toBe('"a"')
    expect(await desk.store.verdicts.cursor()).toBe(cursor)
    const { visit } = await sourceAt(`${paper.origin}/ponte`)
    expect(visit).toMatchObject({ outcome: 'same', why: null, etag: '"a"' })
  })

  it('is asked for without its mark once a visit has failed', async () => {
    const article = await articleFrom(desk, carla, put('/ponte', before, '"a"'))
    await claimOn(desk, carla, article, 'meno di due milioni di euro')
    paper.pages.set('/ponte', { body: 'busy', status: 503 })
    expect(await run()).toMatchObject({ failed: 1 })
    put('/ponte', before, '"a"')
    expect(await run()).toMatchObject({ same: 1 })
    expect(paper.asked.at(-1)?.headers['if-none-match']).toBeUndefined()
    expect((await sourceAt(`${paper.origin}/ponte`)).visit?.etag).toBe('"a"')
  })

  it('is the same where only its bytes, or the white space of its text, changed', async () => {
    await twoPages()
    put(
      '/ponte',
      before.replace('<nav>', '<nav class="new">').replace('tre anni di', 'tre  anni di'),
    )
    expect(await run()).toMatchObject({ same: 2, changed: 0 })
    const source = await sourceAt(`${paper.origin}/ponte`)
    expect(await desk.store.snapshots.bySource(source.id, 10)).toHaveLength(1)
  })
})

describe('a page that changed', () => {
  it('is a new snapshot and a new version, and what is found in it for sure asks nobody', async () => {
    const { article, appearance } = await twoPages()
    put(
      '/ponte',
      page(
        'Aggiornamento delle 18: il ponte resta aperto anche di notte.',
        opening,
        cost,
        ...others,
      ),
    )
    expect(await run()).toMatchObject({ done: 2, same: 1, changed: 1, drifts: 0 })
    const { version } = (await desk.store.articles.find(article)) ?? {}
    expect(await desk.store.articles.version(version ?? '')).toMatchObject({
      number: 2,
      source: 'url',
      body: expect.stringContaining('Aggiornamento delle 18'),
    })
    const source = await sourceAt(`${paper.origin}/ponte`)
    expect(source.visit?.outcome).toBe('changed')
    expect(await desk.store.snapshots.bySource(source.id, 10)).toHaveLength(2)
    expect(await open()).toEqual([])
    // The appearance stays where it was taken; the reader finds it in the newer text.
    expect((await desk.store.claims.appearance(appearance))?.version).not.toBe(version)
  })

  it('opens a task for each excerpt and quote that is not there for certain', async () => {
    const { claim, appearance, evidence } = await twoPages()
    put('/ponte', page(opening, cost.replace('meno di due', 'quasi tre'), ...others))
    put('/verbale', page('Il Comune ha ritirato la pagina che stava qui.', ...others))
    expect(await run()).toMatchObject({ changed: 2, drifts: 2 })
    const tasks = await open()
    expect(tasks).toHaveLength(2)
    expect(tasks.find(({ about }) => about === appearance)).toMatchObject({
      ...{ claim, aboutKind: 'appearance', status: 'changed' },
      version: expect.any(String),
    })
    expect(tasks.find(({ about }) => about === evidence)).toMatchObject({
      ...{ claim, aboutKind: 'evidence', status: 'gone', version: null },
      snapshot: (await sourceAt(`${paper.origin}/verbale`)).snapshot,
    })
    const [last] = await desk.store.ledger.ofClaim(claim, 1)
    expect(last).toMatchObject({ kind: 'drift', verb: 'open', actor: carla.id })
  })

  it('never settles what is ambiguous', async () => {
    const { appearance } = await twoPages()
    const twice = cost.replace('Anna Moretti', 'Moretti')
    put('/ponte', page(...others, twice, 'Altro.', twice))
    await run()
    const [task] = await open()
    expect(task).toMatchObject({ about: appearance, status: 'ambiguous', outcome: null })
    await run()
    expect(await open()).toEqual([task])
  })

  it('once more goes on with the task; back as it was closes it, and the article is as it was', async () => {
    const { article, appearance } = await twoPages()
    const first = (await desk.store.articles.find(article))?.version
    put('/ponte', page(opening, cost.replace('meno di due', 'quasi tre'), ...others))
    await run()
    const [task] = await open()
    put('/ponte', page(opening, ...others))
    await run()
    const [followed] = await open()
    expect(followed).toMatchObject({ id: task?.id, about: appearance, status: 'gone', revision: 2 })
    put('/ponte', before)
    expect(await run()).toMatchObject({ changed: 1, drifts: 0 })
    expect(await open()).toEqual([])
    expect(await desk.store.drifts.find(task?.id ?? '')).toMatchObject({ outcome: 'found_again' })
    expect((await desk.store.articles.find(article))?.version).toBe(first)
    // The next new text is numbered after all that there were.
    put('/ponte', page(opening, ...others, 'Aggiornamento delle 20: il ponte chiude di notte.'))
    await run()
    const { version } = (await desk.store.articles.find(article)) ?? {}
    expect(await desk.store.articles.version(version ?? '')).toMatchObject({ number: 4 })
  })

  it('to what another article says leaves the version, and says so', async () => {
    const { article } = await twoPages()
    const other = await articleFrom(desk, carla, put('/altro', page(...others, 'Fine.')))
    const was = await desk.store.articles.find(article)
    put('/ponte', page(...others, 'Fine.'))
    const { checked } = await run()
    expect(checked.find(({ url }) => url.endsWith('/ponte'))).toMatchObject({
      outcome: 'changed',
      why: { code: 'elsewhere', values: { article: other } },
    })
    expect(await desk.store.articles.find(article)).toEqual(was)
  })

  it('is looked at for evidence whose source somebody else fetched meanwhile', async () => {
    const { claim, evidence } = await twoPages()
    put('/verbale', page('Il Comune ha ritirato la pagina che stava qui.', ...others))
    // Somebody cites the address for another claim: the newer snapshot is kept, nobody is told.
    const second = await claimOn(desk, carla, (await twoArticle()) ?? '', 'al traffico')
    await quotedFrom(desk, carla, second.claim, `${paper.origin}/verbale`, 'ha ritirato la pagina')
    expect(await open()).toEqual([])
    expect(await run()).toMatchObject({ changed: 0, drifts: 1 })
    expect(await open()).toMatchObject([{ about: evidence, claim, status: 'gone' }])
  })
  const twoArticle = () => articleFrom(desk, carla, put('/terzo', page(opening, ...others, 'Tre.')))
})

describe('a page that is not there', () => {
  test.each([404, 410])('(%i) is gone, until it is back', async (status) => {
    await twoPages()
    const address = `${paper.origin}/verbale`
    const there = paper.pages.get('/verbale')
    paper.pages.set('/verbale', { status, body: 'non c’è' })
    expect(await run()).toMatchObject({ gone: 1, same: 1 })
    const { goneSince, snapshot, visit } = await sourceAt(address)
    expect(goneSince).not.toBeNull()
    expect(snapshot).not.toBeNull()
    expect(visit).toMatchObject({ outcome: 'gone' })
    await run()
    expect((await sourceAt(address)).goneSince).toBe(goneSince)
    if (there) paper.pages.set('/verbale', there)
    expect(await run()).toMatchObject({ gone: 0, same: 2 })
    expect((await sourceAt(address)).goneSince).toBeNull()
    expect(await open()).toEqual([])
  })

  it('for now is a failure and not gone: the next one is visited all the same', async () => {
    await twoPages()
    for (const [path, why] of [
      ['/ponte', { status: 503 }],
      ['/verbale', { body: '' }],
    ] as const) {
      paper.pages.set(path, why)
    }
    expect(await run()).toMatchObject({ done: 2, failed: 2, gone: 0 })
    const { goneSince, visit } = await sourceAt(`${paper.origin}/ponte`)
    expect(goneSince).toBeNull()
    expect(visit?.outcome).toBe('failed')
    expect(JSON.parse(visit?.why ?? '')).toMatchObject({
      code: 'url_status',
      values: { status: 503 },
    })
  })

  it('as an article, but asks for consent in its place, has failed and not changed', async () => {
    await twoPages()
    put('/ponte', '<!doctype html><title>Cookie</title><p>Accetta i cookie per continuare.</p>')
    const { checked } = await run()
    expect(checked.find(({ url }) => url.endsWith('/ponte'))).toMatchObject({
      outcome: 'failed',
      why: { code: 'url_broken', values: { why: 'no_text' } },
    })
    expect(await open()).toEqual([])
  })
})

describe('a polite visit', () => {
  it('asks robots.txt once, and keeps away from what is barred', async () => {
    await twoPages()
    paper.pages.set('/robots.txt', { body: 'User-agent: Riscontro\nDisallow: /verbale' })
    expect(await run()).toMatchObject({ done: 2, same: 1, barred: 1 })
    expect(paper.asked.map(({ path }) => path).sort()).toEqual(['/ponte', '/robots.txt'])
    const { visit } = await sourceAt(`${paper.origin}/verbale`)
    expect(visit?.outcome).toBe('barred')
    expect(JSON.parse(visit?.why ?? '')).toMatchObject({ code: 'url_barred' })
  })

  it('follows no redirect to what is barred', async () => {
    await twoPages()
    paper.pages.set('/robots.txt', { body: 'User-agent: *\nDisallow: /chiuso' })
    paper.pages.set('/ponte', { status: 301, headers: { Location: '/chiuso' } })
    expect(await run()).toMatchObject({ same: 1, barred: 1 })
    expect(paper.asked.map(({ path }) => path)).not.toContain('/chiuso')
  })

  it('asks one host for one thing at a time, with its pause between', async () => {
    await twoPages()
    paper.pages.set('/robots.txt', { body: 'User-agent: *\nCrawl-delay: 2' })
    const waited: number[] = []
    const pace = { ...swift, delayMs: 500, longestMs: 60_000, now: () => 0 }
    const wait = async (ms: number) => void waited.push(ms)
    await recheck(desk, carla, { signal: never, pace: { ...pace, wait } })
    expect(paper.asked.map(({ path }) => path)).toHaveLength(3)
    expect(waited).toEqual([2000, 2000])
    for (const [i, { from }] of paper.asked.entries()) {
      expect(from).toBeGreaterThanOrEqual(paper.asked[i - 1]?.to ?? 0)
    }
  })

  it('passes over what was visited not long ago', async () => {
    await twoPages()
    expect(await run({ olderThan: 24 })).toMatchObject({ total: 0 })
    expect(await run()).toMatchObject({ total: 2 })
  })

  it('is to what somebody cites, and no other address', async () => {
    const { claim } = await twoPages()
    expect((await run()).total).toBe(2)
    const [evidence] = await desk.store.claims.evidence([claim])
    const input = { ...story.evidenceForm, url: put('/nuovo', before.replace('due', 'tre')) }
    if (evidence) await reviseEvidence(desk, carla, evidence, { ...input, quote: '' })
    const { checked } = await run()
    expect(checked.map(({ url }) => new URL(url).pathname).sort()).toEqual(['/nuovo', '/ponte'])
  })
})

describe('a run', () => {
  it('can be told to visit one source', async () => {
    await twoPages()
    const { id } = await sourceAt(`${paper.origin}/verbale`)
    expect(await run({ source: id })).toMatchObject({ total: 1, done: 1 })
    await expect(run({ source: desk.newId() })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is stopped at any time: what is done stays', async () => {
    await twoPages()
    const stop = new AbortController()
    paper.pages.set('/verbale', { body: before, slow: 20_000 })
    const stopped = recheck(desk, carla, {
      signal: stop.signal,
      pace: swift,
      onProgress: ({ done }) => {
        if (done === 1) setTimeout(() => stop.abort(new Error('enough')), 20)
      },
    })
    await expect(stopped).rejects.toThrow('enough')
    const done = await Promise.all(
      ['/ponte', '/verbale'].map(async (path) => (await sourceAt(paper.origin + path)).visit?.at),
    )
    expect(done[0] ?? '').not.toBe(done[1] ?? '')
  })

  it('is for checkers, and for the desk’s own schedule', async () => {
    await twoPages()
    put('/verbale', page('Il Comune ha ritirato la pagina che stava qui.', ...others))
    const vito = await person(desk, 'viewer', 'Vito')
    await expect(run({}, vito)).rejects.toMatchObject({ code: 'forbidden' })
    await run({}, schedule)
    const [task] = await open()
    const [entry] = await desk.store.ledger.ofSubject('drift', task?.id ?? '', 1)
    expect(entry?.actor).toBe('schedule')
  })

  it('decides anew where somebody saved at the same moment', async () => {
    const { claim, appearance } = await twoPages()
    put('/ponte', page(opening, ...others))
    let meddled = false
    const meddling = {
      ...heavy,
      async run(job: Parameters<typeof heavy.run>[0]) {
        const answer = await heavy.run(job)
        if (job.read !== 'anchors' || meddled) return answer
        meddled = true
        const read = { id: appearance, revision: 1 }
        const input = { ...story.claimForm, claimantKind: 'named', claimant: 'Anna Moretti' }
        await describeAppearance(desk, carla, read, input)
        return answer
      },
    }
    await recheck({ ...desk, heavy: meddling }, carla, { signal: never, pace: swift })
    expect(meddled).toBe(true)
    expect(await open()).toMatchObject([{ claim, about: appearance, status: 'gone' }])
  })
})

describe('the same on PostgreSQL', () => {
  it.skipIf(postgresMissing)(
    onPostgres('sources drift, are listed, and what is found is told page by page'),
    async () => {
      const { url, drop } = await freshPostgresDatabase()
      const there = await testDesk(url, true)
      const on = { ...there, heavy }
      const member = await person(on, 'checker', 'Carla')
      const drifted = await driftedDesk(on, member)
      const { store } = on
      const tasks = await store.drifts.open(null, 10)
      expect(tasks.map(({ status }) => status).sort()).toEqual(['ambiguous', 'changed', 'gone'])
      const [first] = tasks
      const next = await store.drifts.open({ at: first?.openedAt ?? '', id: first?.id ?? '' }, 10)
      expect(next).toEqual(tasks.slice(1))
      await letWordsStand(on, member, tasks[1] ?? { id: '', revision: 0 }, { comment: 'Basta.' })
      expect(await store.drifts.settled(null, 10)).toMatchObject([{ outcome: 'stands' }])
      expect(await store.drifts.countOpen()).toBe(2)
      const all = await store.sourceLists.list('all', null, 10)
      expect(all).toHaveLength(4)
      const [last] = all
      const rest = await store.sourceLists.list(
        'all',
        { at: last?.at ?? '', id: last?.source.id ?? '' },
        10,
      )
      expect(rest).toEqual(all.slice(1))
      for (const [filter, count] of [
        ['changed', 3],
        ['gone', 1],
        ['failed', 0],
      ] as const) {
        expect(await store.sourceLists.list(filter, null, 10), filter).toHaveLength(count)
      }
      expect(await store.standing.cited(null)).toHaveLength(4)
      expect(await store.standing.cited('2025-01-01T00:00:00.000Z')).toHaveLength(0)
      expect((await verifyLedger(on)).fault).toBeNull()
      await drifted.paper.stop()
      await there.end()
      await drop()
    },
    120_000,
  )
})
