import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { bridge } from '../support/story.ts'
import { type Fields, type Web, webOf } from '../support/web.ts'
import { formOf } from './browsing.ts'
import { type Life, lifeOn } from './life.ts'

/** Closes whatever it may stand in, and would run. The name says in which field it was typed. */
const evil = (field: string): string =>
  `${field}"'></textarea></title></option><script>alert(1)</script><img src=x onerror=alert(1)>`

const all = (fields: string[]): Fields =>
  Object.fromEntries(fields.map((field) => [field, evil(field)]))

/** A page of the queue that is one claim long. */
const first = { sort: 'waiting', after: null, limit: 1 } as const

describe('what people write', () => {
  let desk: TestDesk
  let web: Web
  let life: Life
  let carla: Member
  let enzo: Member
  let ada: Member
  const pages: [by: Member | null, path: string][] = []

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    life = lifeOn(web)
    carla = await person(desk, 'checker', evil('Carla'))
    enzo = await person(desk, 'editor', evil('Enzo'))
    ada = await person(desk, 'editor', evil('Ada'), 1)
    await life.send(ada, '/settings', '/settings', { name: evil('desk').slice(0, 120) })
    const text = `${evil('text')}\n\n${bridge}`
    const details = all(['title', 'outlet', 'outletReason', 'byline'])
    const dated = { date: '2024', dateReason: evil('dateReason'), language: 'it' }
    const article = await life.article(carla, text, { ...details, ...dated })
    const claimant = {
      claimantKind: 'named',
      ...all(['claimant', 'claimedOnReason']),
      claimedOn: '2024',
    }
    const attribution = `${evil('first')} → ${evil('second')}`
    const claim = await life.take(carla, article, 1, 1, {
      ...claimant,
      attribution,
      statement: evil('statement'),
    })
    const page = `/claims/${claim}`
    await life.work(carla, claim)
    const source = {
      ...all(['title', 'publisher', 'quote', 'translation', 'visibilityReason']),
      ...all(['locator', 'origin', 'note']),
      kind: 'document',
      url: `https://example.org/"><script>alert(1)</script>`,
      quoteLanguage: 'it',
    }
    await life.bring(carla, claim, { ...source, visibility: 'desk_only' })
    await life.bring(carla, claim, source)
    const [, second] = await desk.store.claims.evidence([claim])
    const piece = `/evidence/${second?.id}`
    await life.send(carla, piece, piece, { rank: 'deprecated', rankReason: evil('rankReason') })
    await life.search(carla, claim, { ...all(['place', 'words', 'note']), outcome: 'found' })
    await life.ask(carla, claim, {
      ...all(['who', 'role', 'question', 'reply']),
      outcome: 'replied',
    })
    const [contact] = await desk.store.claims.contacts(claim)
    const rationale = [
      evil('rationale'),
      '[js](javascript:alert(1)) [data](data:text/html,<script>alert(1)</script>) [ok](https://example.org/"onmouseover="alert(1))',
      '![picture](https://example.org/x.png "onerror=alert(1)") <javascript:alert(1)> [a]: javascript:alert(1)',
      '<img src=x onerror=alert(1)>\n\n<div onclick="alert(1)">block</div>\n\n    <script>code</script>',
      '```"><script>alert(1)</script>\nx\n```',
    ].join('\n\n')
    const verdict = { conclusion: evil('conclusion'), rationale }
    await life.write(carla, claim, 'propose', verdict)
    pages.push([enzo, page], [enzo, '/review'], [carla, '/claims'])
    await life.send(enzo, page, `${page}/return`, { comment: evil('comment') })
    await life.write(carla, claim, 'propose', verdict)
    await life.publish(enzo, claim)
    await life.reopen(enzo, claim, { underCorrection: 'yes' })
    await life.write(carla, claim, 'propose', { ...verdict, rating: 'false' })
    await life.publish(enzo, claim, {
      correctionKind: 'update',
      correctionReason: evil('correctionReason'),
    })
    await life.public(enzo, claim, 'withdrawal', { reason: evil('withdrawalReason') })
    const heard = { statement: evil('heard'), kind: 'said', explanation: evil('explanation') }
    const aside = (await life.send(carla, '/claims/new', '/claims', heard)).slice(8)
    await life.send(carla, `/claims/${aside}`, `/claims/${aside}/setting-aside`, {
      reason: 'other',
      words: evil('words'),
    })
    const other = (await life.send(carla, '/claims/new', '/claims', heard)).slice(8)
    const [place] = await desk.store.claims.appearances([claim])
    const address = (await web.get(null, `/verdicts/${claim}`)).headers.get('location') ?? ''
    pages.push(
      ...(
        [
          page,
          `/claims/${aside}`,
          `/claims/${other}/edit`,
          `/appearances/${place?.id}`,
          piece,
          `/contacts/${contact?.id}`,
        ] as const
      ).map((path): [Member, string] => [carla, path]),
      ...[
        '/claims',
        '/articles',
        `/articles/${article}`,
        `/articles/${article}?from=1&to=3`,
        `/articles/${article}/details`,
        '/review',
        '/exports',
        '/me',
        '/claims/new',
      ].map((path): [Member, string] => [enzo, path]),
      ...['/people', '/settings'].map((path): [Member, string] => [ada, path]),
      ...['/verdicts', address, `${address}/versions/1`, '/corrections'].map(
        (path): [null, string] => [null, path],
      ),
      [null, '/verdicts?q="><script>alert(1)</script>&rating="><script>&after="><script>'],
      [null, '/verdicts/"><script>alert(1)</script>'],
      [null, '/corrections?kind="><script>&before="><script>'],
      [null, '/signin?next=/"><script>alert(1)</script>'],
      [null, '/nothing/"><script>alert(1)</script>'],
      [carla, '/claims/"><script>alert(1)</script>'],
      [carla, '/claims?stage="><script>alert(1)</script>&after="><script>'],
    )
  })
  afterAll(() => desk.end())

  /** Every tag of a page, as a browser would find them. */
  function harmless(html: string, where: string) {
    const tags = html.match(/<[a-z][^\s>/]*(?:"[^"]*"|[^">])*>/gi) ?? []
    for (const tag of tags) {
      const bare = tag.replace(/"[^"]*"/g, '""')
      expect(bare, where).not.toMatch(/\son\w+=/i)
      if (/^<script/i.test(tag))
        expect(tag, where).toMatch(/^<script src="\/assets\/[^"]+" defer>$/)
      if (/^<(img|iframe|object|embed|base|link|style)\b/i.test(tag)) {
        expect(tag, where).toMatch(/^<link /)
      }
      const address = / (?:href|src|action)="([^"]*)"/.exec(tag)?.[1]
      if (address !== undefined) expect(address, where).toMatch(/^(https?:\/\/|\/|#|\?|$)/)
    }
    expect(html.match(/<script/gi)?.length ?? 0, where).toBe(
      tags.filter((tag) => /^<script/i.test(tag)).length,
    )
  }

  it('is shown as text on every page where it appears', async () => {
    let seen = ''
    for (const [by, path] of pages) {
      const answer = await web.get(by, path)
      const html = await answer.text()
      expect([200, 303, 404], path).toContain(answer.status)
      harmless(html, path)
      seen += html
    }
    const fields =
      'Carla Enzo Ada title outlet byline claimant statement publisher quote translation visibilityReason rankReason place words note rationale conclusion comment correctionReason withdrawalReason explanation heard desk text locator origin who role question reply'
    for (const field of fields.split(' ')) {
      expect(seen.search(new RegExp(`${field}&quot;(&#39;|')&gt;`)), field).toBeGreaterThan(0)
    }
  })

  it('is shown as text where a form is refused, and where two versions clash', async () => {
    const [article] = await desk.store.articles.list(null, 1)
    const [open] = (await desk.store.queue.list({ stage: 'inbox' }, first)).claims
    const details = `/articles/${article?.article.id}/details`
    const edit = `/claims/${open?.id}/edit`
    const sent: [Member | null, string, Fields][] = [
      [
        carla,
        details,
        { revision: 0, ...all(['title', 'outlet', 'byline', 'date', 'url', 'language']) },
      ],
      [carla, details, { revision: 0, title: evil('mine'), language: 'it' }],
      [carla, edit, { revision: 9, statement: evil('mine'), kind: 'said', language: 'it' }],
      [carla, edit, { revision: 1, ...all(['statement', 'kind', 'language']) }],
      [
        carla,
        '/claims',
        { newId: desk.newId(), ...all(['statement', 'kind', 'language', 'explanation']) },
      ],
      [
        carla,
        `/claims/${open?.id}/evidence`,
        {
          newId: desk.newId(),
          ...all(['stance', 'title', 'url', 'publishedOn', 'quoteLanguage', 'interest', 'rank']),
        },
      ],
      [
        carla,
        `/claims/${open?.id}/contacts`,
        {
          newId: desk.newId(),
          ...all(['who', 'role', 'way', 'askedOn', 'question', 'outcome', 'reply', 'repliedOn']),
          visibility: evil('visibility'),
        },
      ],
      [
        carla,
        `/claims/${open?.id}/setting-aside`,
        { revision: 1, ...all(['reason', 'words', 'duplicateOf']) },
      ],
      [carla, `/claims/${open?.id}/assignment`, { revision: 1, to: evil('to') }],
      [carla, '/articles/readings', { text: '' }],
      [ada, '/settings', { revision: 0, name: evil('mine').slice(0, 120), url: '' }],
      [ada, '/people/invitations', { newId: desk.newId(), role: evil('role') }],
      [null, '/signin', { ...all(['email', 'password']), next: evil('next') }],
    ]
    for (const [by, path, fields] of sent) {
      const answer = await web.post(by, path, fields)
      expect([401, 409, 422], path).toContain(answer.status)
      harmless(await answer.text(), `POST ${path}`)
    }
    const reading = await web.post(carla, '/articles/readings', { text: evil('fresh').repeat(3) })
    const html = await reading.text()
    harmless(html, 'the reading')
    expect(formOf(html, '/articles').text).toBe(evil('fresh').repeat(3))
  })

  it('leads nowhere in a rationale but to http(s), and loads nothing', async () => {
    const [claim] = (await desk.store.queue.list({ stage: 'decided' }, first)).claims
    const html = await life.read(enzo, `/claims/${claim?.id}`)
    expect(html).not.toMatch(/href="(?:javascript|data):/i)
    expect(html).not.toContain('<img')
    expect(html).toContain('[js](javascript:alert(1))')
  })

  it('cannot be injected through the cookie that says what was done', async () => {
    for (const notice of [
      '<script>alert(1)</script>',
      'notice.nothing',
      'refusal.invalid',
      '__proto__',
    ]) {
      const answer = await web.get(null, '/signin', {
        cookie: `notice=${encodeURIComponent(notice)}`,
      })
      const html = await answer.text()
      harmless(html, notice)
      expect(html).toContain('role="status"></div>')
    }
  })
})
