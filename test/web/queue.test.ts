import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveClaim, setAside } from '../../src/desk/claims.ts'
import { retire } from '../../src/desk/scale.ts'
import { publish } from '../../src/desk/verdicts.ts'
import { plan } from '../../src/desk/wording.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import * as story from '../support/story.ts'
import { type Web, webOf, wordsOf } from '../support/web.ts'
import { browsing, formOf } from './browsing.ts'

const nothing = '00000000-0000-7000-8000-000000000000'

/** The addresses that links of a page lead to, as they are meant. */
const linksOf = (html: string, of: RegExp): URL[] =>
  [...html.matchAll(/<a [^>]*href="([^"]*)"/g)]
    .map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))
    .filter((href) => of.test(href))
    .map((href) => new URL(href, 'http://desk.test'))

/** The statements of the rows, in their order. */
const rowsOf = (html: string): string[] =>
  [...html.matchAll(/<a class="statement"[^>]*>(.*?)<\/a>/g)].map(([, text]) =>
    (text ?? '').replace(/<\/?mark[^>]*>/g, ''),
  )

describe('the queue of an empty desk', () => {
  let desk: TestDesk
  let web: Web
  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
  })
  afterAll(() => desk.end())

  it('says what a claim is, offers the way to the first one, and asks for nothing', async () => {
    const { read } = browsing(web)
    const html = await read(await person(desk, 'checker'), '/claims')
    expect(wordsOf(html)).toContain('A claim is one statement that can be checked')
    expect(html).toContain('href="/articles"')
    expect(html).not.toContain('id="queue-form"')
    const seen = await read(await person(desk, 'viewer'), '/claims')
    expect(wordsOf(seen)).toContain('A claim is one statement that can be checked')
    expect(seen).not.toContain('href="/claims/new"')
  })
})

describe('the queue', () => {
  let desk: TestDesk
  let web: Web
  let read: (by: Member | null, path: string) => Promise<string>
  let carla: Member
  let enzo: Member
  let vera: Member
  let article: string
  const ids: Record<string, string> = {}
  const say: Record<string, string> = {
    inbox: 'Il ponte è costato meno di due milioni',
    late: 'L’università ha perso mille studenti',
    checking: 'The mayor said that the bridge is safe',
    proposed: 'Il ponte è il più lungo della valle',
    decided: 'Il ponte ha riaperto dopo tre anni',
    aside: 'Il ponte è bello',
  }

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    read = browsing(web).read
    carla = await person(desk, 'checker', 'Carla')
    enzo = await person(desk, 'editor', 'Enzo')
    vera = await person(desk, 'viewer', 'Vera')
    article = await story.article(desk, carla)
    const inputs: Record<string, object> = {
      late: { topics: 'scuola, bilancio', claimantKind: 'named', claimant: 'Anna Moretti' },
      checking: { language: 'en', statementIt: 'La sindaca garantisce la sicurezza' },
      proposed: { claimantKind: 'unknown' },
      decided: { topics: 'bilancio' },
    }
    for (const [name, statement] of Object.entries(say)) {
      ids[name] = await story.claim(desk, carla, article, { statement, ...inputs[name] })
    }
    const now = (name: string) => story.read(desk, ids[name] ?? '')
    const due = { topics: 'scuola, bilancio', dueOn: '2025-06-01', why: '' }
    await plan(desk, carla, await now('late'), { ...due, waitsFor: 'i dati del ministero' })
    await giveClaim(desk, carla, await now('checking'), carla.id)
    await story.proposed(desk, carla, ids.proposed ?? '', { rating: 'mixed' })
    await story.proposed(desk, carla, ids.decided ?? '', { rating: 'true' })
    await publish(desk, enzo, await now('decided'), {})
    await setAside(desk, carla, await now('aside'), { reason: 'opinion', words: '' })
  })
  afterAll(() => desk.end())

  const statements = async (path: string, by = carla) =>
    rowsOf(await read(by, path)).map(
      (text) => Object.keys(say).find((name) => say[name] === text) ?? text,
    )

  it('shows what is to be done first, and what nobody works on any more last', async () => {
    expect(await statements('/claims')).toEqual([
      'late',
      'inbox',
      'checking',
      'proposed',
      'decided',
      'aside',
    ])
    expect(await statements('/claims?sort=newest')).toEqual([
      'aside',
      'decided',
      'proposed',
      'checking',
      'late',
      'inbox',
    ])
  })

  it.each([
    ['stage=inbox', ['late', 'inbox']],
    ['who=mine', ['checking', 'proposed']],
    ['who=nobody', ['late', 'inbox']],
    ['who=mine&stage=decided', []],
    ['rating=true', ['decided']],
    ['language=en', ['checking']],
    ['topic=bilancio', ['late', 'decided']],
    ['topic=Bilancio&language=it&stage=decided', ['decided']],
    ['claimant=unknown', ['proposed']],
    ['q=universita', ['late']],
    ['q=pon&sort=newest', ['aside', 'decided', 'proposed', 'checking', 'late', 'inbox']],
    ["q=l'universita%20student", ['late']],
    ['q=sicurezza', ['checking']],
    ['q=ponte%20sicurezza', ['checking']],
    ['q=ponte%20zebra', []],
    ['q=ponte&stage=decided&rating=true&topic=bilancio', ['decided']],
  ])('finds by ?%s', async (query, found) => {
    expect(await statements(`/claims?${query}`)).toEqual(found)
    expect(await statements(`/claims?${query}`, vera)).toEqual(query.includes('mine') ? [] : found)
  })

  it('finds by who claims it, and by the article, and names both', async () => {
    const [claimant] = await desk.store.queueChoices.claimants(1)
    expect(await statements(`/claims?claimant=${claimant?.id}`)).toEqual(['late'])
    const html = await read(carla, `/claims?claimant=${claimant?.id}&article=${article}`)
    expect(wordsOf(html)).toContain('Claimant: Anna Moretti')
    expect(wordsOf(html)).toContain('Article: Il ponte riapre')
    expect(html).toContain(`<option value="${claimant?.id}" selected>Anna Moretti</option>`)
    expect(html).toContain(`<option value="${article}" selected>`)
  })

  it('says how many match, in both languages, and how many there are elsewhere', async () => {
    const path = '/claims?q=ponte+-studenti+-mayor&who=nobody'
    const english = wordsOf(await read(carla, path))
    expect(english).toContain('1 claim matches')
    expect(english).toContain('Everybody’s 4 Mine 1 Nobody’s 1')
    expect(english).toContain('All 1 Inbox 1 Checking 0 In review 0 Decided 0 Set aside 0')
    const answer = await web.get(carla, path, { 'accept-language': 'it' })
    const italian = wordsOf(await answer.text())
    expect(italian).toContain('1 affermazione corrisponde')
    expect(italian).toContain('Di tutti 4 Mie 1 Di nessuno 1')
    expect(italian).toContain('Ricerca: «ponte -studenti -mayor»')
  })

  it('keeps what is asked for in every link and in both forms', async () => {
    const asked = {
      stage: 'inbox',
      who: 'nobody',
      q: 'ponte "due"',
      language: 'it',
      sort: 'newest',
    }
    const html = await read(carla, `/claims?${new URLSearchParams(asked)}`)
    const form = html.slice(html.indexOf('id="queue-form"') - 100)
    expect(formOf(html, '/claims', 'get')).toEqual(asked)
    expect(formOf(form, '/claims', 'get')).toMatchObject({
      stage: 'inbox',
      who: 'nobody',
      q: asked.q,
    })
    expect(html).toContain('<option value="newest" selected>')
    expect(html).toContain('<option value="it" selected>')
    const links = linksOf(html, /^\/claims\?/)
    expect(links.length).toBeGreaterThan(8)
    for (const { searchParams } of links) {
      const changed = Object.entries(asked).filter(
        ([name, value]) => searchParams.get(name) !== value,
      )
      const isClear = !searchParams.has('q') && !searchParams.has('language')
      expect(changed.length, `${searchParams}`).toBeLessThanOrEqual(isClear ? 2 : 1)
      expect(searchParams.has('after')).toBe(false)
    }
  })

  it('counts what it can be narrowed down to, and leads there', async () => {
    const html = await read(carla, '/claims')
    const facets = /<details class="facets".*?<\/details>/s.exec(html)?.[0] ?? ''
    const italian = /Italian (\d+)/.exec(wordsOf(facets))?.[1]
    const there = linksOf(facets, /language=it/).at(0)?.search
    const narrowed = await read(carla, `/claims${there}`)
    expect(rowsOf(narrowed)).toHaveLength(Number(italian))
    expect(wordsOf(narrowed)).toContain('Language: Italian')
  })
  it('takes typed filters away one by one, and the words without them', async () => {
    const html = await read(carla, '/claims?q=ponte+lang%3Ait+chiuso')
    const chips = /<ul class="chips".*?<\/ul>/s.exec(html)?.[0] ?? ''
    expect(wordsOf(chips)).toContain('“ponte chiuso”')
    const left = linksOf(chips, /claims/).map(({ searchParams }) => searchParams.get('q'))
    expect(left).toEqual(['lang:it', 'ponte chiuso', null])
  })
  it('takes away each filter alone, and all of them, and keeps stage and person', async () => {
    const html = await read(carla, '/claims?stage=inbox&q=ponte&topic=scuola')
    const found = linksOf(html, /^\/claims/).map(({ search }) => search)
    expect(found).toContain('?stage=inbox&topic=scuola')
    expect(found).toContain('?stage=inbox&q=ponte')
    expect(found).toContain('?stage=inbox')
    expect(wordsOf(html)).toContain('Clear 2 filters')
  })

  it('works as a browser without script sends it, what is left open and all', async () => {
    const open = 'rating=&language=it&topic=&claimant=&article=&sort='
    expect(await statements(`/claims?stage=inbox&${open}`)).toEqual(['late', 'inbox'])
    const html = await read(carla, `/claims?${open}`)
    expect(html).toMatch(
      /<div class="queue-apply"[^>]*><button class="button plain" type="submit">/,
    )
  })

  it('shows by when a claim is due, in words where that is past, what it waits for, and its topics', async () => {
    const row = (html: string) => wordsOf(html.slice(html.indexOf(`id="claim-${ids.late}"`)))
    const today = row(await read(carla, '/claims'))
    expect(today).toContain('#scuola #bilancio Waits for: i dati del ministero Inbox')
    expect(today).toContain('due today · nobody')
    const later = { ...desk, now: () => '2025-06-03T09:00:00.000Z' }
    const html = await browsing(webOf(later)).read(enzo, '/claims')
    expect(row(html)).toContain('2 days overdue')
    // Who is done with a claim is late no more.
    await plan(desk, carla, await story.read(desk, ids.decided ?? ''), { dueOn: '2025-06-01' })
    const decided = await browsing(webOf(later)).read(enzo, '/claims?stage=decided')
    expect(decided).not.toContain('overdue')
  })

  it('never finds or shows anybody a rating that is only proposed, but to its author and editors', async () => {
    for (const by of [vera, carla, enzo]) {
      expect(await statements('/claims?rating=mixed', by)).toEqual([])
    }
    const shown = async (by: Member) =>
      wordsOf(await read(by, '/claims?stage=in_review')).includes('Proposed: Mixed')
    const other = await person(desk, 'checker', 'Dora')
    expect([await shown(vera), await shown(other)]).toEqual([false, false])
    expect([await shown(carla), await shown(enzo)]).toEqual([true, true])
  })

  it('is what one comes back to from a claim, as it was asked for', async () => {
    const web = webOf(desk)
    const back = async (from: string) => {
      const answer = await web.get(carla, `/claims/${ids.decided}`, { referer: from })
      return /<p class="back"><a href="([^"]*)"/.exec(await answer.text())?.[1]
    }
    const here = 'http://desk.test'
    expect(await back(`${here}/claims?stage=decided&q=ponte&evil=1`)).toBe(
      '/claims?stage=decided&amp;q=ponte',
    )
    const elsewhere = [
      `${here}/claims/new?q=x`,
      `${here}/review`,
      'https://evil.example/claims?q=x',
    ]
    for (const from of [...elsewhere, 'about:blank', '']) expect(await back(from)).toBe('/claims')
  })

  it('offers a retired rating only where something public has it, or it is asked for', async () => {
    const options = (html: string) =>
      [...html.matchAll(/<option value="(\w+)"/g)].map(([, value]) => value)
    const admin = await person(desk, 'viewer', 'Ada', 1)
    for (const id of ['true', 'false']) await retire(desk, admin, { id, revision: 1 })
    const offered = options(await read(carla, '/claims'))
    expect(offered).toContain('true')
    expect(offered).toContain('mixed')
    expect(offered).not.toContain('false')
    expect(options(await read(carla, '/claims?rating=false'))).toContain('false')
  })

  it.each([
    ['who=mine', 'None of the open work is yours', 'who=nobody'],
    ['who=mine&stage=in_review', 'No claim is here now', ''],
    ['who=nobody&stage=decided', 'No claim is here now', ''],
    ['stage=decided&q=zebra', 'Nothing was found that has all of this', 'stage=decided'],
    ['claimant=outlet&topic=scuola', 'No claim matches these filters together', ''],
    [`article=${nothing}`, 'Article: not on this desk', ''],
    [`claimant=${nothing}`, 'Claimant: not on this desk', ''],
    ['rating=never_heard', 'Published rating: not on this desk', ''],
    ['topic=never%20heard', 'Topic: #never heard', ''],
    ['language=xx', 'No claim matches', ''],
  ])('says why it is empty, and leads out of it: ?%s', async (query, said, out) => {
    const html = await read(enzo, `/claims?${query}`)
    expect(rowsOf(html)).toEqual([])
    expect(wordsOf(html)).toContain(said)
    const main = html.slice(html.indexOf('class="empty"'))
    expect(linksOf(main, /^\/claims/).map(({ search }) => search)).toContain(out && `?${out}`)
  })

  it('leaves a search out that says nothing, and says so', async () => {
    for (const q of ['il la di', '«»', '%_', '👍', 'a b']) {
      const html = await read(carla, `/claims?q=${encodeURIComponent(q)}`)
      expect(wordsOf(html)).toContain('The search is left out')
      expect(rowsOf(html)).toHaveLength(6)
    }
  })

  it('passes over what nobody could mean, and writes nothing out that could run', async () => {
    const evil = '"\'></option><script>alert(1)</script>%_\\'
    const values = [evil, '\0', 'ponte\0', '👍', 'x'.repeat(10_000), '🌉'.repeat(5000), '__proto__']
    const names = 'stage who q rating language topic claimant article sort after'.split(' ')
    for (const name of names) {
      for (const value of values) {
        const answer = await web.get(carla, `/claims?${new URLSearchParams({ [name]: value })}`)
        const html = await answer.text()
        expect(answer.status, `${name}=${value.slice(0, 20)}`).toBe(200)
        expect(html).not.toContain('<script>alert')
        expect(html).not.toContain('\0')
        const { q } = formOf(html, '/claims', 'get')
        expect(Array.from(String(q)).length).toBeLessThanOrEqual(500)
      }
    }
    const all = Object.fromEntries(names.map((name) => [name, evil]))
    expect((await web.get(carla, `/claims?${new URLSearchParams(all)}`)).status).toBe(200)
    expect((await web.get(carla, '/claims?q=ponte&q=scuola&stage=inbox&stage=x')).status).toBe(200)
  })

  it('ends where a place lies behind its last row, and leads back to the beginning', async () => {
    const after = `9999-12-99~9999-01-01T00:00:00.000Z~${nothing}`
    const html = await read(carla, `/claims?language=it&after=${after}`)
    expect(rowsOf(html)).toEqual([])
    expect(wordsOf(html)).toContain('The list ends here')
    expect(linksOf(html, /^\/claims/).map(({ search }) => search)).toContain('?language=it')
  })

  it('has a search box on every page of whoever is signed in, for all claims but in the queue', async () => {
    for (const path of [
      '/claims',
      '/claims/new',
      `/articles/${article}`,
      '/review',
      '/exports',
      '/me',
    ]) {
      const html = await read(carla, path)
      expect(html.match(/<form class="search" role="search" method="get"/g), path).toHaveLength(1)
      expect(html).toContain('<label for="desk-search">')
      expect(formOf(html, '/claims', 'get')).toEqual({ q: '' })
    }
    expect(await read(null, '/signin')).not.toContain('role="search"')
  })

  it('is for nobody who is not signed in', async () => {
    const answer = await web.get(null, '/claims?q=ponte')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/signin?next=%2Fclaims%3Fq%3Dponte')
  })
})

describe('a long queue', () => {
  let desk: TestDesk
  let carla: Member
  let read: (by: Member | null, path: string) => Promise<string>
  const ALL = 123
  beforeAll(async () => {
    desk = await testDesk()
    read = browsing(webOf(desk)).read
    carla = await person(desk, 'checker', 'Carla')
    const article = await story.article(desk, carla)
    for (let i = 0; i < ALL; i++) {
      const topics = i % 2 ? 'strade' : ''
      await story.claim(desk, carla, article, { statement: `Il ponte numero ${i}`, topics })
    }
  })
  afterAll(() => desk.end())

  it.each(['', 'sort=waiting', 'sort=newest', 'sort=moved', 'topic=strade&q=ponte&sort=newest'])(
    'is read to its end by its links, each claim once: ?%s',
    async (query) => {
      const seen: string[] = []
      let next: string | undefined = `/claims?${query}`
      let pages = 0
      while (next) {
        const html: string = await read(carla, next)
        seen.push(...rowsOf(html))
        const links = linksOf(html, /[?&]after=/)
        const beginning = html.includes('Back to the beginning')
        expect(beginning).toBe(pages > 0)
        next = links[0] && links[0].pathname + links[0].search
        pages += 1
      }
      const count = query.includes('topic') ? 61 : ALL
      expect(seen).toHaveLength(count)
      expect(new Set(seen).size).toBe(count)
      expect(pages).toBe(Math.ceil(count / 50))
      const first = Number(seen[0]?.match(/\d+/)?.[0])
      expect(first).toBe(/newest|moved/.test(query) ? (query.includes('topic') ? 121 : 122) : 0)
    },
  )
})
