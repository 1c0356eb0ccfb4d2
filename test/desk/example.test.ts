import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { articles } from '../../src/desk/example/articles.ts'
import { DAYS } from '../../src/desk/example/clock.ts'
import { playExample } from '../../src/desk/example/play.ts'
import { exportVerdicts } from '../../src/desk/exports.ts'
import { verifyLedger } from '../../src/desk/ledger.ts'
import { placesOf } from '../../src/desk/places.ts'
import { signIn } from '../../src/desk/sessions.ts'
import { publish } from '../../src/desk/verdicts.ts'
import { type Claim, claimKinds } from '../../src/domain/claim.ts'
import { terminal } from '../../src/domain/member.ts'
import { madeBy, onlyClaimant, originsOf } from '../../src/domain/origins.ts'
import { stages } from '../../src/domain/stage.ts'
import { readText } from '../../src/ingest/read.ts'
import { verdictExport } from '../../src/interchange/verdict-export.ts'
import { refused } from '../domain/refusals.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { freshPostgresDatabase, onPostgres, postgresMissing } from '../support/postgres.ts'
import * as story from '../support/story.ts'

const NOW = '2025-07-15T10:00:00.000Z'

/** Every claim of a desk, of which there are few. */
async function claimsOf({ store }: TestDesk): Promise<Claim[]> {
  const opened = await store.ledger.after(0, 1000)
  const ids = opened.filter(({ kind, verb }) => kind === 'claim' && verb === 'open')
  return store.claims.byIds(ids.map(({ subject }) => subject))
}

async function exported(desk: TestDesk) {
  const text = await new Response(await exportVerdicts(desk, terminal, {})).text()
  return { text, ...verdictExport.parse(JSON.parse(text)) }
}

describe('the articles of the example', () => {
  const expected = {
    agency: {
      title: 'Kim in Russia, al Cremlino si fanno i preparativi ma il calendario è vuoto',
      outlet: 'Agenzia Esempio',
      byline: null,
      date: '2025-05-22',
      language: 'it',
    },
    daily: {
      title: 'Il Cremlino conferma la visita di Kim, il treno è già un caso',
      outlet: 'Corriere dell’Esempio',
      byline: 'Livia Sarti',
      date: '2023-09-11',
      language: 'it',
    },
    weekly: {
      title: 'What Pyongyang gets out of Moscow’s war',
      outlet: 'The Sample Herald',
      byline: 'Martin Oakes',
      date: '2025-05-26',
      language: 'en',
    },
  }
  it.each(['agency', 'daily', 'weekly'] as const)('say of themselves what they are: %s', (key) => {
    const reading = readText(articles[key].text, { today: NOW.slice(0, 10) })
    expect(reading).toMatchObject({ ...expected[key], titleProposed: false })
  })
})

describe('the example desk', () => {
  let desk: TestDesk
  let claims: Claim[]
  let cast: Awaited<ReturnType<typeof playExample>>
  beforeAll(async () => {
    desk = { ...(await testDesk()), now: () => NOW }
    cast = await playExample(desk, { active: true })
    claims = await claimsOf(desk)
  }, 60_000)
  afterAll(() => desk.end())

  const one = (words: RegExp): Claim => {
    const [found, ...others] = claims.filter(({ statement }) => words.test(statement))
    if (!found || others.length > 0) throw new Error(`not one claim says ${words}`)
    return found
  }
  const appearances = (words: RegExp) => desk.store.claims.appearances([one(words).id])
  const versions = (words: RegExp) => desk.store.verdicts.of([one(words).id])

  const everyVerdict = () => desk.store.verdicts.of(claims.map(({ id }) => id))
  /** The evidence of the claim whose numbers stand in the rationale. */
  const cited = async (claim: string, rationale: string) => {
    const evidence = await desk.store.claims.evidence([claim])
    return evidence.filter(({ number }) => rationale.includes(`[${number}]`))
  }

  it('has about sixteen claims, at every stage, of every kind', () => {
    expect(claims.length).toBeGreaterThanOrEqual(16)
    expect(new Set(claims.map(({ stage }) => stage))).toEqual(new Set(stages))
    expect(new Set(claims.map(({ kind }) => kind))).toEqual(new Set(claimKinds))
    for (const { statementEn, topics } of claims) {
      expect(statementEn).toBeTruthy()
      expect(topics).not.toBeNull()
    }
  })

  it('keeps a record that is whole', async () => {
    expect((await verifyLedger(desk)).fault).toBeNull()
  })

  it('lies in the thirty days before today, in the order in which it was done', async () => {
    const times = (await desk.store.ledger.after(0, 1000)).map(({ at }) => at)
    expect(times).toEqual(times.toSorted())
    expect(times.at(-1)?.slice(0, 10)).toBe('2025-07-14')
    const first = Date.parse(times[0] ?? '')
    expect(Date.parse(NOW) - first).toBeGreaterThan((DAYS - 1) * 86_400_000)
    expect(Date.parse(NOW) - first).toBeLessThan((DAYS + 1) * 86_400_000)
  })

  it('rates on the scale, and cites only what readers will find', async () => {
    const scale = (await desk.store.desks.scale()).map(({ id }) => id)
    const verdicts = await desk.store.verdicts.of(claims.map(({ id }) => id))
    expect(verdicts.length).toBeGreaterThan(12)
    const ratings = verdicts.flatMap(({ rating }) => rating ?? [])
    expect(scale).toEqual(expect.arrayContaining(ratings))
    expect(new Set(ratings)).toEqual(new Set(['true', 'mostly_true', 'mixed', 'false', 'unproven']))
    for (const { claim, rationale, conclusionEn } of verdicts) {
      expect(conclusionEn).toBeTruthy()
      const evidence = await desk.store.claims.evidence([claim])
      const shown = evidence.filter(({ visibility }) => visibility === 'public')
      const numbers = Array.from(rationale.matchAll(/\[(\d+)\]/g), ([, n]) => Number(n))
      expect(shown.map(({ number }) => number)).toEqual(expect.arrayContaining(numbers))
    }
  })

  it('has every public source named, dated, and of a kind', async () => {
    const evidence = await desk.store.claims.evidence(claims.map(({ id }) => id))
    for (const source of evidence.filter(({ visibility }) => visibility === 'public')) {
      expect(source.kind, source.title).not.toBeNull()
      expect(source.publisher, source.title).not.toBeNull()
      expect(source.publishedOn, source.title).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(source.interest, source.title).not.toBe('unknown')
      if (source.quote) expect(source.translation && source.quoteLanguage).toBeTruthy()
    }
  })

  it('says of no verdict that it holds as of a day before its sources', async () => {
    for (const { claim, rationale, holdsOn } of await everyVerdict()) {
      for (const { title, publishedOn } of await cited(claim, rationale)) {
        expect(publishedOn && holdsOn && publishedOn <= holdsOn, `${title}, ${holdsOn}`).toBe(true)
      }
    }
  })

  it('leans on no evidence that it does not count', async () => {
    for (const { claim, rationale } of await everyVerdict()) {
      const ranks = (await cited(claim, rationale)).map(({ rank }) => rank)
      expect(ranks, rationale).not.toContain('deprecated')
    }
  })

  it('gives no address that shows nothing of its source: no front page, no page of a subject', async () => {
    const evidence = await desk.store.claims.evidence(claims.map(({ id }) => id))
    const urls = evidence.flatMap(({ url }) => url ?? [])
    expect(urls.length).toBeGreaterThan(20)
    for (const url of urls) {
      const { pathname } = new URL(url)
      expect(pathname.length, url).toBeGreaterThan(5)
      expect(pathname, url).not.toMatch(/\/hub\/|^\/politics\/?$|press-briefings\/$/)
    }
  })

  it('gives the exact words of most sources', async () => {
    const evidence = await desk.store.claims.evidence(claims.map(({ id }) => id))
    expect(evidence.filter(({ quote }) => quote).length).toBeGreaterThan(evidence.length / 2)
  })

  it('has every verdict read by somebody who wrote none of it', async () => {
    const verdicts = await desk.store.verdicts.of(claims.map(({ id }) => id))
    for (const { reviewer, writers } of verdicts) expect(writers).not.toContain(reviewer)
    const read = await story.read(desk, one(/sta preparando/).id)
    const member = { id: cast.checker, role: 'checker', admin: 0 } as const
    expect((await refused(publish(desk, member, read, {}))).code).toBe('forbidden')
  })

  it('lets nobody in by a password', async () => {
    const [checker] = await desk.store.people.list()
    const account = { email: checker?.email, password: 'Redazione d’esempio' }
    expect((await refused(signIn(desk, account, 'test', null))).code).toBe('bad_credentials')
  })

  describe('tells who said what to whom', () => {
    it('troops sent: outlets in their own voice, in two articles', async () => {
      const found = await appearances(/migliaia di soldati a combattere/)
      expect(found.map(({ claimantKind }) => claimantKind)).toEqual(['outlet', 'outlet'])
      expect(new Set(found.map(({ article }) => article)).size).toBe(2)
      const duplicate = one(/con migliaia di soldati propri/)
      expect(duplicate).toMatchObject({ stage: 'set_aside', setAsideReason: 'duplicate' })
      expect(duplicate.duplicateOf).toBe(one(/migliaia di soldati a combattere/).id)
    })
    it('technology and money: two claims out of one, with the same words', async () => {
      const [technology, money] = [/Nord tecnologia militare$/, /Nord denaro$/]
      expect(one(money).splitFrom).toBe(one(technology).id)
      const [[first], [second]] = [await appearances(technology), await appearances(money)]
      expect(first?.quote).toBe(second?.quote)
      expect(one(technology).statementEn).toMatch(/military technology$/)
    })
    it('what the White House said, what Russia sought, and what nobody says', async () => {
      const said = one(/Casa Bianca ha detto/)
      const [sought] = await appearances(/cercava di comprare/)
      expect(said).toMatchObject({ kind: 'said', stage: 'decided' })
      expect(one(/cercava di comprare/)).toMatchObject({ kind: 'happened', stage: 'in_review' })
      expect(sought?.claimantKind).toBe('named')
      expect(sought?.attribution).toEqual([
        'Intelligence degli Stati Uniti',
        'Casa Bianca',
        'Corriere dell’Esempio',
      ])
      expect(sought).toMatchObject({ claimedOn: '2023-09', claimedOnReason: expect.any(String) })
      expect(await appearances(/ha comprato/)).toEqual([])
      expect(one(/ha comprato/).explanation).toMatch(/Nessun articolo lo dice/)
    })
    it('a visit being prepared: a minister, agencies, the outlet', async () => {
      const [rudenko] = await appearances(/sta preparando/)
      expect(rudenko?.attribution[0]).toBe('Andrei Rudenko')
      expect(rudenko?.attribution).toHaveLength(3)
      const record = await desk.store.claimants.find(rudenko?.claimantId ?? '')
      expect(record?.role).toMatch(/viceministro/)
    })
    it('the armoured train: one claim, two articles, a year and a half apart', async () => {
      const found = await appearances(/treno blindato/)
      expect(found.map(({ claimedOn }) => claimedOn)).toEqual(['2025-05-22', '2023-09-11'])
    })
    it('Sunday’s departure: nobody knows who said so, and it stays unproven', async () => {
      const [unknown] = await appearances(/la sera di domenica/)
      expect(unknown).toMatchObject({ claimantKind: 'unknown', claimant: null })
      expect((await versions(/la sera di domenica/)).map(({ rating }) => rating)).toEqual([
        'unproven',
      ])
    })
    it('two denials: of the year before, which is context, and of the time, which refutes', async () => {
      const evidence = await desk.store.claims.evidence([one(/cercava di comprare/).id])
      const stances = evidence.flatMap(({ title, stance }) =>
        /Smentita|Peskov/.test(title) ? [stance] : [],
      )
      expect(stances).toEqual(['context', 'refutes'])
    })
    it('one origin that speaks of itself proves nothing, whatever it speaks of', async () => {
      for (const words of [/sta preparando/, /circa quindicimila/]) {
        const last = (await versions(words)).find(({ status }) => /draft|proposed/.test(status))
        expect(last?.rating, String(words)).toBe('unproven')
      }
    })
    it('two sources lead back to one origin, which is whoever makes the claim', async () => {
      const claim = one(/sta preparando/)
      const places = await placesOf(desk, await desk.store.claims.appearances([claim.id]))
      const made = madeBy(claim, places)
      const evidence = await desk.store.claims.evidence([claim.id])
      const [rudenko] = originsOf(evidence, made)
      expect(rudenko).toMatchObject({ name: 'Andrei Rudenko', isClaimant: true })
      expect(rudenko?.evidence.map(({ number }) => number)).toEqual([1, 3])
      expect(onlyClaimant(evidence, made)).toBe(true)
    })
    it('the treaty, the two visits, and an opinion', async () => {
      const [treaty] = await versions(/firmato un trattato/)
      expect(treaty).toMatchObject({ rating: 'true', status: 'published' })
      expect(treaty?.conclusion).toMatch(/19 giugno 2024/)
      expect(one(/è stato in Russia due volte/)).toMatchObject({ kind: 'figure', stage: 'decided' })
      expect(one(/non vanno d’accordo/).setAsideReason).toBe('opinion')
    })
  })

  describe('as it goes out', () => {
    it('shows what was corrected, updated, withdrawn, and is being corrected', async () => {
      const { verdicts } = await exported(desk)
      const of = (words: RegExp) => {
        const some = verdicts.filter(({ claim }) => words.test(claim.statement))
        return some.sort((a, b) => a.version - b.version)
      }
      const told = (words: RegExp) => of(words).map(({ status, rating }) => [status, rating.id])
      expect(told(/si incontreranno mercoledì/)).toEqual([
        ['superseded', 'true'],
        ['published', 'mixed'],
      ])
      expect(of(/si incontreranno mercoledì/)[1]?.correction?.kind).toBe('correction')
      expect(told(/è la seconda di Kim/)).toEqual([
        ['superseded', 'true'],
        ['published', 'true'],
      ])
      expect(of(/è la seconda di Kim/)[1]).toMatchObject({
        correction: { kind: 'update' },
        reasons: ['outdated_since'],
      })
      const [withdrawn] = of(/tornerà in Russia/)
      expect(withdrawn).toMatchObject({ status: 'withdrawn', withdrawalReason: expect.any(String) })
      const [marked] = of(/circa quindicimila/)
      expect(marked?.underCorrectionSince).toMatch(/^2025-07/)
      expect(verdicts.flatMap(({ searches }) => searches).length).toBeGreaterThan(3)
      expect(verdicts.flatMap(({ contacts }) => contacts).length).toBeGreaterThan(1)
    })

    it('leaves on the desk what is for the desk alone', async () => {
      const { text } = await exported(desk)
      const evidence = await desk.store.claims.evidence(claims.map(({ id }) => id))
      const [inside] = evidence.filter(({ visibility }) => visibility === 'desk_only')
      expect(text).toContain(one(/la sera di domenica/).statement)
      expect(inside?.title).toMatch(/Seul/)
      expect(text).not.toContain(inside?.title)
      const notes = evidence.flatMap(({ note }) => note ?? [])
      expect(notes.length).toBeGreaterThan(10)
      for (const note of notes) expect(text).not.toContain(note)
    })
  })

  it('is played once', async () => {
    const before = await desk.store.verdicts.cursor()
    expect(await playExample(desk, { active: false })).toEqual(cast)
    expect(await desk.store.verdicts.cursor()).toBe(before)
  })
})

/** Played where somebody founded the desk: its people leave when it is over. */
async function beside(address?: string) {
  const desk = await testDesk(address)
  const founder = await person(desk, 'editor', 'Enzo', 1)
  const cast = await playExample(desk, { active: false })
  const people = await desk.store.people.list()
  const open = people.filter(({ person }) => !person.deactivatedAt)
  expect(open.map(({ person }) => person.id)).toEqual([founder.id])
  expect(people.map(({ person }) => person.id).sort()).toEqual(
    [founder.id, ...Object.values(cast)].sort(),
  )
  const read = await story.read(desk, (await claimsOf(desk)).find(inReview)?.id ?? '')
  await publish(desk, founder, read, {})
  expect((await verifyLedger(desk)).fault).toBeNull()
  await desk.end()
}
const inReview = ({ stage }: Claim) => stage === 'in_review'

describe('on a desk that somebody founded', () => {
  it(
    'the example closes its accounts, and the founder goes on with its work',
    () => beside(),
    60_000,
  )

  it.skipIf(postgresMissing)(
    onPostgres('the example closes its accounts'),
    async () => {
      const { url, drop } = await freshPostgresDatabase()
      await beside(url)
      await drop()
    },
    60_000,
  )
})

const folder = new URL('../../../shared/articles/', import.meta.url)
const RUN = 8

/** Every run of eight words, without regard to case, accents and signs. */
function runs(text: string): Set<string> {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = bare.match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words.flatMap((_, i) => (words[i + RUN - 1] ? [words.slice(i, i + RUN).join(' ')] : [])),
  )
}

describe('the words of the example', () => {
  it.skipIf(!existsSync(folder))(
    'are its own: no eight in a row stand in the real articles',
    () => {
      const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
      expect(files.length).toBeGreaterThan(0)
      const theirs = files.flatMap((name) => [...runs(readFileSync(new URL(name, folder), 'utf8'))])
      expect(theirs.length).toBeGreaterThan(100)
      const code = new URL('../../src/desk/example/', import.meta.url)
      const sources = readdirSync(code).map((name) => readFileSync(new URL(name, code), 'utf8'))
      const ours = runs(sources.join('\n'))
      expect(theirs.filter((run) => ours.has(run))).toEqual([])
    },
  )
})
