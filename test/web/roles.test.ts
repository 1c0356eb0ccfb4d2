import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordContact } from '../../src/desk/contacts.ts'
import type { Member } from '../../src/domain/member.ts'
import { person, type TestDesk, testDesk } from '../support/desk.ts'
import { keepRulings } from '../support/rulings.ts'
import * as story from '../support/story.ts'
import { type Fields, type Web, webOf } from '../support/web.ts'

/** Who may use each route, at least. A route that is missing here fails the test below. */
const routes: Record<string, 'anybody' | 'viewer' | 'checker' | 'editor' | 'admin'> = {
  'GET /': 'anybody',
  'GET /health': 'anybody',
  'GET /corrections': 'anybody',
  'GET /corrections.atom': 'anybody',
  'GET /corrections.json': 'anybody',
  'GET /verdicts': 'anybody',
  'GET /verdicts/feed.atom': 'anybody',
  'GET /verdicts/feed.json': 'anybody',
  'GET /verdicts/:address': 'anybody',
  'GET /v1alpha1/:method{claims(?::|%3A)search}': 'anybody',
  'GET /v1alpha1/pages': 'anybody',
  'GET /v1alpha1/pages/:id': 'anybody',
  'GET /verdicts/:address/versions/:number': 'anybody',
  'GET /welcome': 'anybody',
  'POST /welcome': 'anybody',
  'GET /signin': 'anybody',
  'POST /signin': 'anybody',
  'GET /signin/:token': 'anybody',
  'POST /signout': 'anybody',
  'GET /join/:token': 'anybody',
  'POST /join/:token': 'anybody',
  'GET /password/:token': 'anybody',
  'POST /password/:token': 'anybody',
  'POST /language': 'anybody',
  'GET /schemas/verdict-export/v1.json': 'anybody',
  'GET /schemas/verdict-changes/v1.json': 'anybody',
  'GET /.well-known/riscontro.json': 'anybody',
  // Where a refused form stood: they lead back to its page.
  'GET /articles/readings': 'anybody',
  'GET /people/invitations': 'anybody',
  'GET /people/:id/erasure': 'anybody',
  'GET /me/tokens/:id/revocation': 'anybody',
  'GET /settings/scale/:id/retirement': 'anybody',
  'GET /settings/scale/:id/restoration': 'anybody',
  'GET /articles/:id/claims': 'anybody',
  'GET /articles/:id/appearances': 'anybody',
  'GET /articles/:id/asides': 'anybody',
  'GET /articles/:id/asides/lifting': 'anybody',
  'GET /claims/:id/assignment': 'anybody',
  'GET /claims/:id/release': 'anybody',
  'GET /claims/:id/plan': 'anybody',
  'GET /claims/:id/links': 'anybody',
  'GET /claims/:id/setting-aside': 'anybody',
  'GET /claims/:id/bringing-back': 'anybody',
  'GET /claims/:id/evidence': 'anybody',
  'GET /claims/:id/searches': 'anybody',
  'GET /claims/:id/contacts': 'anybody',
  'GET /claims/:id/verdict': 'anybody',
  'GET /rechecks/stop': 'anybody',
  'GET /record/checkpoints': 'anybody',
  'GET /sources/:id/visits': 'anybody',
  'GET /drifts/:id/standing': 'anybody',
  'GET /drifts/:id/placing': 'anybody',
  'GET /evidence/:id/snapshot': 'anybody',
  'GET /claims/:id/history/restoration': 'anybody',
  'GET /articles/:id/history/restoration': 'anybody',
  'GET /evidence/:id/history/restoration': 'anybody',
  'GET /verdicts/:id/history/restoration': 'anybody',
  'GET /methodology': 'anybody',
  'GET /docs/api': 'anybody',
  'GET /ratings': 'anybody',
  'GET /feeds/:token': 'anybody',
  'GET /searches/:id/name': 'anybody',
  'GET /searches/:id/sharing': 'anybody',
  'GET /searches/:id/feed': 'anybody',
  'GET /searches/:id/feed-ending': 'anybody',
  'GET /searches/:id/deletion': 'anybody',
  'GET /report': 'anybody',
  'POST /report': 'anybody',
  'GET /report/thanks': 'anybody',
  'GET /tips/:id/taking': 'anybody',
  'GET /tips/:id/dismissal': 'anybody',
  'GET /tips/:id/bringing-back': 'anybody',
  'GET /tips/:id/erasure': 'anybody',
  'GET /webhooks/:id/details': 'anybody',
  'GET /webhooks/:id/pause': 'anybody',
  'GET /webhooks/:id/continuation': 'anybody',
  'GET /webhooks/:id/ending': 'anybody',
  'GET /webhooks/:id/secret': 'anybody',
  'GET /webhooks/:id/test': 'anybody',
  'GET /deliveries/:id/sending': 'anybody',
  'GET /rulings': 'viewer',
  'GET /rulings/:id': 'viewer',
  'GET /rulings/:id/similar': 'viewer',
  'GET /rulings/:id/original': 'viewer',
  'GET /claims/:id/taking-back': 'viewer',
  'GET /claims/:id/return': 'viewer',
  'GET /claims/:id/reopening': 'viewer',
  'GET /claims/:id/publication': 'viewer',
  'GET /claims/:id/keeping': 'viewer',
  'GET /links/:id/ending': 'viewer',
  'GET /verdicts/:id/withdrawal': 'viewer',
  'GET /verdicts/:id/typo': 'viewer',
  'GET /verdicts/:id/reading': 'viewer',
  'GET /verdicts/:id/recheck': 'viewer',
  'GET /verdicts/:id/confirmation': 'viewer',
  'GET /verdicts/:id/original': 'viewer',
  'GET /claims/:id/reuse': 'viewer',
  'GET /claims/:id/history': 'viewer',
  'GET /claims/:id/history/compare': 'viewer',
  'GET /articles/:id/history': 'viewer',
  'GET /articles/:id/history/compare': 'viewer',
  'GET /evidence/:id/history': 'viewer',
  'GET /evidence/:id/history/compare': 'viewer',
  'GET /verdicts/:id/history': 'viewer',
  'GET /verdicts/:id/history/compare': 'viewer',
  'GET /people/:id': 'viewer',
  'GET /me': 'viewer',
  'GET /searches': 'viewer',
  'POST /searches': 'viewer',
  'GET /searches/:id': 'viewer',
  'POST /searches/:id/name': 'viewer',
  'POST /searches/:id/sharing': 'viewer',
  'POST /searches/:id/feed': 'viewer',
  'POST /searches/:id/feed-ending': 'viewer',
  'POST /searches/:id/deletion': 'viewer',
  'POST /me/password': 'viewer',
  'POST /me/sessions/:id/revocation': 'viewer',
  'GET /me/tokens': 'viewer',
  'POST /me/tokens': 'viewer',
  'POST /me/tokens/:id/revocation': 'viewer',
  'GET /articles': 'viewer',
  'GET /articles/:id': 'viewer',
  'GET /articles/:id/similar': 'viewer',
  'GET /claims/similar': 'viewer',
  'GET /claims/:id/similar': 'viewer',
  'GET /articles/:id/seen': 'viewer',
  'GET /seen': 'viewer',
  'POST /seen': 'viewer',
  'GET /claims': 'viewer',
  'GET /claims/:id': 'viewer',
  'GET /claimants': 'viewer',
  'GET /claimants/:id': 'viewer',
  'GET /evidence/:id': 'viewer',
  'GET /evidence/:id/passage': 'viewer',
  'GET /contacts/:id': 'viewer',
  'GET /imports': 'viewer',
  'GET /imports/:id': 'viewer',
  'GET /imports/:id/progress': 'viewer',
  'GET /imports/:id/refused.csv': 'viewer',
  'GET /imports/:id/bringing-in': 'anybody',
  'GET /imports/:id/continuing': 'anybody',
  'GET /imports/:id/stopping': 'anybody',
  'GET /publishers': 'viewer',
  'GET /publishers/:site': 'viewer',
  'GET /publishers/:site/labels': 'anybody',
  'GET /imports/:id/mapping': 'viewer',
  'POST /imports/:id/mapping': 'editor',
  'POST /imports': 'editor',
  'POST /imports/:id/bringing-in': 'editor',
  'POST /imports/:id/continuing': 'editor',
  'POST /imports/:id/stopping': 'editor',
  'POST /publishers/:site/labels': 'editor',
  'GET /sources': 'viewer',
  'GET /sources/:id': 'viewer',
  'GET /rechecks': 'viewer',
  'GET /drifts': 'viewer',
  'GET /drifts/:id': 'viewer',
  'GET /snapshots/:id': 'viewer',
  'GET /snapshots/:id/as-it-was': 'viewer',
  'GET /snapshots/:id/page': 'viewer',
  'GET /snapshots/:id/bytes': 'viewer',
  'GET /snapshots/:id/text': 'viewer',
  'GET /snapshots/:id/warc': 'viewer',
  'GET /review': 'viewer',
  'GET /exports': 'viewer',
  'GET /record': 'viewer',
  'GET /exports/verdicts.json': 'viewer',
  'GET /exports/verdicts.ndjson': 'viewer',
  'GET /exports/verdicts.csv': 'viewer',
  'GET /exports/verdicts.jsonld': 'viewer',
  'GET /due': 'checker',
  'GET /articles/new': 'checker',
  'POST /articles': 'checker',
  'POST /articles/readings': 'checker',
  'POST /articles/:id/claims': 'checker',
  'POST /articles/:id/appearances': 'checker',
  'POST /articles/:id/asides': 'checker',
  'POST /articles/:id/asides/lifting': 'checker',
  'GET /articles/:id/details': 'checker',
  'POST /articles/:id/details': 'checker',
  'GET /claims/new': 'checker',
  'POST /claims': 'checker',
  'GET /claims/:id/edit': 'checker',
  'POST /claims/:id/edit': 'checker',
  'POST /claims/:id/plan': 'checker',
  'POST /claims/:id/links': 'checker',
  'POST /links/:id/ending': 'checker',
  'GET /claims/:id/split': 'checker',
  'POST /claims/:id/split': 'checker',
  'POST /claimants/:id': 'checker',
  'GET /appearances/:id': 'checker',
  'POST /appearances/:id': 'checker',
  'POST /claims/:id/assignment': 'checker',
  'POST /claims/:id/release': 'checker',
  'POST /claims/:id/setting-aside': 'checker',
  'POST /claims/:id/bringing-back': 'checker',
  'POST /claims/:id/evidence': 'checker',
  'POST /claims/:id/searches': 'checker',
  'POST /claims/:id/contacts': 'checker',
  'POST /evidence/:id': 'checker',
  'POST /evidence/:id/passage': 'checker',
  'POST /evidence/:id/snapshot': 'checker',
  'POST /contacts/:id': 'checker',
  'POST /claims/:id/verdict': 'checker',
  'GET /readings': 'checker',
  'GET /claims/:id/reading': 'checker',
  'POST /claims/:id/reading': 'checker',
  'POST /claims/:id/taking-back': 'checker',
  'POST /claims/:id/return': 'checker',
  'POST /claims/:id/reopening': 'checker',
  'POST /verdicts/:id/recheck': 'checker',
  'POST /verdicts/:id/original': 'checker',
  'POST /claims/:id/reuse': 'checker',
  'POST /rechecks': 'checker',
  'POST /rechecks/stop': 'checker',
  'POST /sources/:id/visits': 'checker',
  'POST /drifts/:id/standing': 'checker',
  'POST /drifts/:id/placing': 'checker',
  'GET /claims/:id/adjudication': 'editor',
  'POST /claims/:id/adjudication': 'editor',
  'POST /claims/:id/history/restoration': 'checker',
  'POST /articles/:id/history/restoration': 'checker',
  'POST /evidence/:id/history/restoration': 'checker',
  'POST /verdicts/:id/history/restoration': 'checker',
  'GET /tips': 'checker',
  'GET /tips/:id': 'checker',
  'POST /tips/:id/taking': 'checker',
  'POST /tips/:id/dismissal': 'checker',
  'POST /tips/:id/bringing-back': 'checker',
  'POST /tips/:id/erasure': 'checker',
  'POST /record/checkpoints': 'editor',
  'POST /claims/:id/publication': 'editor',
  'POST /claims/:id/keeping': 'editor',
  'POST /verdicts/:id/withdrawal': 'editor',
  'POST /verdicts/:id/typo': 'editor',
  'POST /verdicts/:id/reading': 'editor',
  'POST /verdicts/:id/confirmation': 'editor',
  'GET /people': 'admin',
  'POST /people/:id/erasure': 'admin',
  'POST /people/invitations': 'admin',
  'POST /people/invitations/:id/revocation': 'admin',
  'POST /people/:id/rank': 'admin',
  'POST /people/:id/deactivation': 'admin',
  'POST /people/:id/reactivation': 'admin',
  'POST /people/:id/tokens/:token/revocation': 'admin',
  'GET /settings': 'admin',
  'GET /settings/reading': 'admin',
  'POST /settings/reading': 'admin',
  'POST /settings': 'admin',
  'GET /settings/texts': 'admin',
  'POST /settings/texts': 'admin',
  'GET /settings/scale': 'admin',
  'GET /settings/scale/new': 'admin',
  'GET /settings/scale/:id': 'admin',
  'POST /settings/scale': 'admin',
  'POST /settings/scale/:id': 'admin',
  'POST /settings/scale/:id/retirement': 'admin',
  'POST /settings/scale/:id/restoration': 'admin',
  'GET /webhooks': 'admin',
  'POST /webhooks': 'admin',
  'GET /webhooks/:id': 'admin',
  'POST /webhooks/:id/details': 'admin',
  'POST /webhooks/:id/pause': 'admin',
  'POST /webhooks/:id/continuation': 'admin',
  'POST /webhooks/:id/ending': 'admin',
  'POST /webhooks/:id/secret': 'admin',
  'POST /webhooks/:id/test': 'admin',
  'GET /deliveries/:id': 'admin',
  'POST /deliveries/:id/sending': 'admin',
}

const needs = ['viewer', 'checker', 'editor'] as const

describe('who may use which route', () => {
  let desk: TestDesk
  let web: Web
  const people: Record<string, Member> = {}
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    desk = await testDesk()
    web = webOf(desk)
    people.admin = await person(desk, 'viewer', 'Ada', 1)
    people.viewer = await person(desk, 'viewer')
    people.checker = await person(desk, 'checker')
    people.editor = await person(desk, 'editor')
    ids.articles = await story.article(desk, people.checker)
    ids.claims = await story.published(desk, people.checker, people.editor, ids.articles)
    ids.people = people.viewer.id
    ids.settings = 'mixed'
    const [appearance] = await desk.store.claims.appearances([ids.claims])
    const [evidence] = await desk.store.claims.evidence([ids.claims])
    ids.contacts = desk.newId()
    const asked = await story.claim(desk, people.checker, ids.articles)
    await recordContact(desk, people.checker, asked, ids.contacts, story.contactForm)
    const [verdict] = await desk.store.verdicts.of([ids.claims])
    ids.appearances = appearance?.id ?? ''
    ids.evidence = evidence?.id ?? ''
    ids.verdicts = verdict?.id ?? ''
    const version = (await desk.store.articles.find(ids.articles))?.version ?? ''
    const [ruling] = await keepRulings(desk, [{}])
    ids.rulings = ruling?.id ?? ''
    ids.snapshots = (await desk.store.articles.version(version))?.snapshot ?? ''
  })
  afterAll(() => desk.end())

  /** Asks a route by its pattern; a form with nothing right in it but its ids. */
  function ask(by: Member | null, route: string): Promise<Response> {
    const [method, pattern = ''] = route.split(' ')
    const noun = pattern.split('/')[1] ?? ''
    const path = pattern.replace(':id', ids[noun] ?? desk.newId()).replace(':token', 'x')
    const form: Fields = { newId: desk.newId(), appearanceId: desk.newId(), version: desk.newId() }
    const places: Fields = { start: 0, end: 1, from: 1, to: 1, revision: 99, verdictRevision: 99 }
    return method === 'GET' ? web.get(by, path) : web.post(by, path, { ...form, ...places })
  }

  // What programs ask for is in test/web/api/roles.test.ts.
  it('is said of every route that there is', () => {
    const there = web.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !/^\/(assets|api\/v1)\//.test(path))
      .map(({ method, path }) => `${method} ${path}`)
    expect(there.length).toBeGreaterThan(40)
    expect([...new Set(there)].sort()).toEqual(Object.keys(routes).sort())
  })

  for (const [route, need] of Object.entries(routes)) {
    if (need === 'anybody') continue
    it(`${route} is for nobody who is not signed in`, async () => {
      const answer = await ask(null, route)
      // A page leads to signing in; a document, or a form, says that it is refused.
      if (route.startsWith('GET') && !/\.(json|ndjson|csv|jsonld)$/.test(route)) {
        expect(answer.status).toBe(303)
        expect(answer.headers.get('location')).toMatch(/^\/signin\?next=%2F/)
      } else expect(answer.status).toBe(401)
    })
    for (const role of [...needs, 'admin']) {
      const ranks: string[] = [...needs]
      const level = ranks.indexOf(role === 'admin' ? 'viewer' : role)
      const may = need === 'admin' ? role === 'admin' : level >= ranks.indexOf(need)
      it(`${route} is ${may ? '' : 'not '}for ${role === 'admin' ? 'an admin who is a viewer' : `a ${role}`}`, async () => {
        const answer = await ask(people[role] ?? null, route)
        const body = await answer.text()
        if (may) expect([200, 303, 404, 409, 410, 422], body.slice(0, 300)).toContain(answer.status)
        else {
          expect(answer.status).toBe(403)
          expect(body).toContain('role=')
        }
      })
    }
  }
})
