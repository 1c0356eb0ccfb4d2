import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveClaim } from '../../src/desk/claims.ts'
import type { Member } from '../../src/domain/member.ts'
import type { Ruling } from '../../src/domain/ruling.ts'
import { translator } from '../../views/messages.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { keepRulings, ruling } from '../support/rulings.ts'
import * as story from '../support/story.ts'
import { type Web, webOf } from '../support/web.ts'
import { wordsIn } from './reading.ts'

const t = translator('en')
const htmx = { 'HX-Request': 'true' }

describe('how others rated what was said', () => {
  let desk: TestDesk
  let web: Web
  let viewer: Member
  let checker: Member
  let claim: string
  let own: string
  let article: string
  let [bridge, tunnel, hostile]: Ruling[] = []

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    viewer = await person(desk, 'viewer')
    checker = await person(desk, 'checker')
    article = await story.article(desk, checker)
    claim = await story.claim(desk, checker, article, {
      statement: 'La piscina di Vallechiara ha riaperto al pubblico',
    })
    const kept = await keepRulings(desk, [
      { statement: 'Il ponte di Vallechiara ha riaperto dopo quattro anni di lavori' },
      { reviewedOn: null, label: 'C’eri quasi', publisher: 'facta.news', publisherName: null },
      {
        ...{ statement: `</a><script>alert(1)</script> \u202e ${'zanzara '.repeat(1250)}` },
        ...{ title: '<img src=x onerror=alert(1)>', publisherName: '"><b>x</b>' },
        ...{ label: '<i>vero</i>', url: 'javascript:alert(1)', reviewedOn: '2024-99-99' },
        appearances: ['http://127.0.0.1/admin', 'javascript:alert(2)', 'http://[::1]/'],
        ...{ claimant: 'x'.repeat(9000), language: 'xx-bad"', original: '[['.repeat(60_000) },
      },
    ])
    bridge = kept[0]
    tunnel = kept[1]
    hostile = kept[2]
  }, 60_000)
  afterAll(() => desk.end())

  const page = async (path: string, by = viewer, headers = {}) => {
    const answer = await web.get(by, path, headers)
    expect(answer.status, path).toBe(200)
    return parseHTML(await answer.text()).document
  }
  const part = async (path: string, by = checker) => {
    const answer = await web.get(by, path, htmx)
    return parseHTML(`<main>${await answer.text()}</main>`).document
  }
  const rated = (publisher: string, label: string, year = '2018') =>
    t('ruling.rated', { publisher, label, year })
  const asked = (q: Record<string, string>) => `/rulings?${new URLSearchParams(q)}`

  it('stands apart from the desk’s own claims while one is typed, with its warning', async () => {
    const query = new URLSearchParams({
      statement: 'Il ponte di Vallechiara ha riaperto dopo tre anni di lavori',
      language: 'it',
    })
    const typed = await part(`/claims/similar?${query}`)
    const row = typed.querySelector(`.elsewhere #similar-${bridge?.id}`)
    expect(wordsIn(row?.querySelector('.ruling-said') ?? null)).toBe(
      rated('Pagella Politica', 'Falso'),
    )
    expect(row?.querySelector('em.ruling-label')?.textContent).toBe('Falso')
    expect(row?.querySelector('a.outside')?.getAttribute('href')).toBe(bridge?.url)
    expect(wordsIn(row?.querySelector('.similar-warning') ?? null)).toBe(
      t('similar.warns', { others: t('similar.other_figure') }),
    )
    expect(wordsIn(typed.querySelector('[role=status]'))).toContain(
      t('ruling.similar', { count: 1 }),
    )
    // Nothing of it can be taken over as the desk's own.
    expect(row?.querySelector('.same')).toBeNull()
  })

  it('stands on a claim’s page, from where a person adds it as evidence, for context', async () => {
    own = await story.claim(desk, checker, article, {
      statement: 'Il tunnel del Gran Sasso costa due miliardi',
    })
    const similar = await part(`/claims/${own}/similar`)
    const path = similar.querySelector('.elsewhere .similar-ways a')?.getAttribute('href') ?? ''
    expect(path).toBe(`/claims/${own}?ruling=${tunnel?.id}#add-evidence`)
    expect(
      (await part(`/claims/${own}/similar`, viewer)).querySelector('.elsewhere .similar-ways'),
    ).toBeNull()
    await giveClaim(desk, checker, await story.read(desk, own), checker.id)
    const form = (await page(path.split('#')[0] ?? '', checker)).querySelector('#add-evidence')
    expect(form?.hasAttribute('open')).toBe(true)
    const value = (name: string) => form?.querySelector(`[name=${name}]`)?.getAttribute('value')
    expect([value('title'), value('url'), value('publisher'), value('publishedOn')]).toEqual([
      ...[tunnel?.title, tunnel?.url, 'facta.news', ''],
    ])
    expect(form?.querySelector('[name=stance][value=context]')?.hasAttribute('checked')).toBe(true)
    // Nobody typed it: it may be left again, and nothing is there until it is sent.
    expect(form?.querySelector('form')?.getAttribute('data-guard')).toBe('typed')
    expect(await desk.store.claims.evidence([own])).toEqual([])
  })

  it('is a sentence’s mark in the reader, and an answer to a pasted text', async () => {
    const reader = await page(`/articles/${article}/seen`)
    const mark = reader.querySelector('.seen-row .elsewhere')?.closest('.seen-row')
    expect(mark?.getAttribute('data-label')).toContain(rated('Pagella Politica', 'Falso'))
    expect(wordsIn(reader.querySelector('[data-done]'))).toContain(t('seen.rated', { count: 1 }))
    const text = 'Hanno detto che il tunnel del Gran Sasso costa due miliardi di euro'
    const seen = await page(`/seen?${new URLSearchParams({ text })}`)
    expect(wordsIn(seen.querySelector('.elsewhere .ruling-said'))).toBe(
      t('ruling.rated_once', { publisher: 'facta.news', label: 'C’eri quasi' }),
    )
  })

  it('is found beside claims by a search, a few of them, and the way to all', async () => {
    const found = await page('/claims?q=vallechiara+riaperto')
    expect(found.querySelectorAll('.queue > li').length).toBeGreaterThan(0)
    const beside = found.querySelector('.rulings-beside')
    expect(beside?.querySelectorAll('.ruling-row')).toHaveLength(1)
    expect([...(beside?.querySelectorAll('mark') ?? [])].map((one) => one.textContent)).toEqual([
      'Vallechiara',
      'riaperto',
    ])
    expect(wordsIn(beside)).toContain(t('ruling.all', { count: 1 }))
    expect((await page('/claims?q=zebra')).querySelector('.rulings-beside')).toBeNull()
    expect((await page('/claims')).querySelector('.rulings-beside')).toBeNull()
  })

  it.each<[what: string, q: Record<string, string>, found: () => (string | undefined)[]]>([
    ['everything, newest first', {}, () => [hostile?.id, tunnel?.id, bridge?.id]],
    ['all words', { q: 'tunnel euro' }, () => [tunnel?.id]],
    ['a phrase as it is written', { q: '"quattro anni"' }, () => [bridge?.id]],
    ['no phrase in another order', { q: '"anni quattro"' }, () => []],
    ['what begins so', { q: 'vallech*' }, () => [bridge?.id]],
    ['without a word', { q: 'verdi -tunnel' }, () => [bridge?.id]],
    ['one publisher’s', { publisher: 'facta.news' }, () => [tunnel?.id]],
    ['one publisher’s that say it', { q: 'miliardi', publisher: 'pagellapolitica.it' }, () => []],
    ['nobody’s', { publisher: '"><script>' }, () => []],
  ])('finds %s', async (_, q, expected) => {
    const list = await page(asked(q))
    const ids = [...list.querySelectorAll('.ruling-row > a')].map((one) =>
      one.getAttribute('href')?.replace('/rulings/', ''),
    )
    expect(ids).toEqual(expected())
  })

  it('has a page with all that was received, and the record as a file', async () => {
    const one = await page(`/rulings/${bridge?.id}`)
    expect(wordsIn(one.querySelector('.ruling-said'))).toBe(rated('Pagella Politica', 'Falso'))
    expect(wordsIn(one.querySelector('#received'))).toContain(t('ruling.amounts_unknown'))
    expect(one.querySelector('.ruling-record')?.textContent).toContain('"ClaimReview"')
    expect(one.querySelector(`a[href="/imports/${bridge?.import}"]`)).not.toBeNull()
    const file = await web.get(viewer, `/rulings/${bridge?.id}/original`)
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect(await file.text()).toBe(bridge?.original)
    const similar = await part(`/rulings/${tunnel?.id}/similar`)
    expect(similar.querySelector('.similar-claim a')?.getAttribute('href')).toBe(`/claims/${own}`)
    expect((await web.get(viewer, `/rulings/${desk.newId()}`)).status).toBe(404)
  })

  it('is shown as it was written, whatever it says, and leads nowhere it must not', async () => {
    const paths = [
      `/rulings/${hostile?.id}`,
      `/rulings/${hostile?.id}/similar`,
      asked({ q: 'zanzara' }),
      '/claims?q=zanzara',
      `/claims/similar?${new URLSearchParams({ statement: 'zanzara zanzara script', language: 'it' })}`,
      `/claims/${claim}?ruling=${hostile?.id}`,
      `/seen?text=${'zanzara%20'.repeat(5)}`,
    ]
    for (const path of paths) {
      const answer = await web.get(checker, path, path.includes('/similar?') ? htmx : {})
      const html = await answer.text()
      expect(answer.status, path).toBe(200)
      expect(html, path).toMatch(/zanzara|&lt;img/)
      expect(html, path).not.toMatch(/<script>alert|<img src=x|<b>x<\/b>|href="javascript:/)
    }
    const links = [...(await page(`/rulings/${hostile?.id}`)).querySelectorAll('#received a')]
    const out = links.filter((one) => /^\w+:/.test(one.getAttribute('href') ?? ''))
    expect(out.map((one) => one.getAttribute('href'))).toEqual([
      'http://127.0.0.1/admin',
      'http://[::1]/',
    ])
    expect(out.every((one) => one.getAttribute('rel')?.includes('nofollow'))).toBe(true)
  })

  it('is paged through whole, each once, with an honest count', async () => {
    const many = Array.from({ length: 1150 }, (_, i) => ({
      statement: `La tartaruga numero ${i} vive nel lago`,
    }))
    await desk.store.rulings.keep(many.map((some) => ruling(desk, some)))
    let path: string | undefined = asked({ q: 'tartaruga lago' })
    const first = await page(path)
    expect(wordsIn(first.querySelector('main [role=status]'))).toContain(
      t('ruling.least', { count: 1000 }),
    )
    const beside = await page('/claims?q=tartaruga')
    expect(wordsIn(beside.querySelector('.rulings-beside'))).toContain(
      t('ruling.all_least', { count: 1000 }),
    )
    const seen: string[] = []
    while (path) {
      const list: Awaited<ReturnType<typeof page>> = await page(path)
      seen.push(
        ...[...list.querySelectorAll('.ruling-row > a')].map((a) => a.getAttribute('href') ?? ''),
      )
      path = [...list.querySelectorAll('.pager a')]
        .find((a) => a.textContent?.includes(t('pager.older')))
        ?.getAttribute('href')
        ?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(1150)
    expect(new Set(seen).size).toBe(1150)
  })
})
