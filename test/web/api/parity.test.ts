import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Move, moves } from '../../../src/domain/stage.ts'
import { type Step, steps } from '../../../src/domain/status.ts'
import { person, type TestDesk, testDesk } from '../../support/desk.ts'
import { type Web, webOf } from '../../support/web.ts'

/** Routes of pages whose endpoint has another address or method; several, where it is one of them. */
const elsewhere: Record<string, string | string[]> = {
  'POST /articles/:id/details': 'PATCH /articles/{id}',
  'GET /articles/:id/details': 'GET /articles/{id}',
  'GET /articles/:id/seen': 'GET /similar',
  'GET /articles/:id/similar': 'GET /similar',
  'GET /claims/similar': 'GET /similar',
  'GET /seen': 'GET /similar',
  'POST /seen': 'GET /similar',
  'POST /claims/:id/edit': 'PATCH /claims/{id}',
  'GET /claims/:id/edit': 'GET /claims/{id}',
  'GET /claims/:id/split': 'GET /claims/{id}',
  'POST /claims/:id/plan': 'PATCH /claims/{id}/plan',
  'GET /claims/:id/plan': 'GET /claims/{id}',
  'POST /claims/:id/verdict': ['PATCH /claims/{id}/draft', 'POST /claims/{id}/proposal'],
  'GET /claims/:id/verdict': 'GET /claims/{id}/draft',
  'POST /claimants/:id': 'PATCH /claimants/{id}',
  'POST /appearances/:id': 'PATCH /appearances/{id}',
  'POST /evidence/:id': 'PATCH /evidence/{id}',
  'GET /evidence/:id/passage': 'GET /snapshots/{id}/text',
  'POST /contacts/:id': 'PATCH /contacts/{id}',
  'GET /review': 'GET /reviews',
  'GET /ratings': 'GET /ratings',
  'GET /methodology': 'GET /ratings',
  'POST /people/:id/rank': 'PATCH /people/{id}',
  'POST /people/invitations': 'POST /invitations',
  'POST /people/invitations/:id/revocation': 'POST /invitations/{id}/revocation',
  'POST /searches/:id/deletion': 'DELETE /searches/{id}',
  'POST /settings': 'PATCH /settings',
  'POST /settings/reading': 'PATCH /settings/reading',
  'POST /settings/texts': 'PATCH /settings/texts',
  'GET /settings/scale': 'GET /ratings',
  'GET /settings/scale/:id': 'GET /ratings/{id}',
  'POST /settings/scale': 'POST /ratings',
  'POST /settings/scale/:id': 'PATCH /ratings/{id}',
  'POST /settings/scale/:id/retirement': 'POST /ratings/{id}/retirement',
  'POST /settings/scale/:id/restoration': 'POST /ratings/{id}/restoration',
  'GET /rulings/:id/original': 'GET /rulings/{id}',
  'POST /imports/:id/mapping': 'PATCH /imports/{id}/mapping',
  'GET /imports/:id/progress': 'GET /imports/{id}',
  'GET /imports/:id/refused.csv': 'GET /imports/{id}/refused',
  'POST /webhooks/:id/details': 'PATCH /webhooks/{id}',
  'GET /claims/:id/history': 'GET /history/{of}/{id}',
  'GET /articles/:id/history': 'GET /history/{of}/{id}',
  'GET /evidence/:id/history': 'GET /history/{of}/{id}',
  'GET /verdicts/:id/history': 'GET /history/{of}/{id}',
}

/** Which pages have no endpoint, by why. */
const others: Record<string, RegExp> = {
  'a page alone: what it leads to, or the language and the form that it is read in':
    /^(GET \/(welcome|language|docs\/api)?$|POST \/language$|GET .*\/new$|GET \/report)/,
  'a password, a session or an invitation: a token stands for whoever signed in':
    /^(GET|POST) \/(welcome|signin|signout|join|password|me\/(password|sessions))(\/|$)/,
  'open to everybody, without a token':
    /^(GET|POST) \/(verdicts|verdicts\/(:address.*|feed\.(atom|json))|v1alpha1\/.*|corrections.*|health|report.*|schemas\/.*|feeds\/.*|\.well-known\/.*)$/,
  'a file as it was kept, or as it looked: for eyes and archives':
    /^GET \/snapshots\/:id\/(as-it-was|page|bytes|warc)$/,
  'a document of its own, which a token opens': /^GET \/exports\//,
  'made by people alone: no token makes another, or ends a colleague’s':
    /^POST \/(me\/tokens|people\/:id\/tokens\/:token\/revocation)$/,
  'two revisions beside each other: a history says what changed between them':
    /^GET \/[a-z]+\/:id\/history\/compare$/,
}

/** Which endpoint makes each move and each step; or why no endpoint of its own does. */
const byMove: Record<Move, string> = {
  open: 'POST /claims',
  take: 'POST /claims/{id}/assignment',
  assign: 'POST /claims/{id}/assignment',
  reassign: 'POST /claims/{id}/assignment',
  release: 'POST /claims/{id}/release',
  set_aside: 'POST /claims/{id}/setting-aside',
  bring_back: 'POST /claims/{id}/bringing-back',
  propose: 'POST /claims/{id}/proposal',
  take_back: 'POST /claims/{id}/taking-back',
  return: 'POST /claims/{id}/return',
  // Whatever changes what a reviewer reads brings it about.
  unsettle: 'PATCH /claims/{id}',
  read: 'POST /claims/{id}/reading',
  adjudicate: 'POST /claims/{id}/adjudication',
  publish: 'POST /claims/{id}/publication',
  reopen: 'POST /claims/{id}/reopening',
  keep: 'POST /claims/{id}/keeping',
}
const byStep: Record<Step, string> = {
  draft: 'PATCH /claims/{id}/draft',
  propose: byMove.propose,
  take_back: byMove.take_back,
  return: byMove.return,
  unsettle: byMove.unsettle,
  publish: byMove.publish,
  typo: 'POST /verdicts/{id}/typo',
  // A correction supersedes what it corrects.
  supersede: byMove.publish,
  withdraw: 'POST /verdicts/{id}/withdrawal',
}

const document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

describe('whatever a page can do', () => {
  let desk: TestDesk
  let web: Web
  let endpoints: Set<string>
  beforeAll(async () => {
    desk = await testDesk()
    await person(desk, 'editor')
    web = webOf(desk)
    const said = await web.app.request('http://desk.test/api/v1/openapi.json')
    const { paths } = document.parse(await said.json())
    const all = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    endpoints = new Set(all)
  })
  afterAll(() => desk.end())

  /** The routes of pages; of those that only lead a refused form back to its page, none. */
  function routes(): string[] {
    const there = web.app.routes
      .filter(({ method, path }) => method !== 'ALL' && !/^\/(assets|api)(\/|$)/.test(path))
      .map(({ method, path }) => `${method} ${path}`)
    const forms = new Set(there.filter((route) => route.startsWith('POST')))
    const leadsBack = (route: string) =>
      route.startsWith('GET') && forms.has(route.replace('GET', 'POST')) && !elsewhere[route]
    return [...new Set(there)].filter((route) => !leadsBack(route))
  }

  const same = (route: string) => route.replaceAll(/:(\w+)/g, '{$1}')
  const answered = (route: string): boolean =>
    [elsewhere[route] ?? same(route)].flat().every((one) => endpoints.has(one))

  it('a program can do, too, or it is said why not', () => {
    const missing = routes().filter(
      (route) => !answered(route) && !Object.values(others).some((one) => one.test(route)),
    )
    expect(missing).toEqual([])
  })

  it('is said no more often than there are such pages', () => {
    const all = routes()
    expect(all.length).toBeGreaterThan(100)
    const idle = Object.keys(elsewhere).filter((route) => !all.includes(route))
    expect(idle).toEqual([])
    for (const [why, one] of Object.entries(others)) {
      expect(
        all.some((route) => one.test(route)),
        why,
      ).toBe(true)
    }
  })

  it('moves a claim, and a verdict, by every verb of their tables', () => {
    const named = [...Object.values(byMove), ...Object.values(byStep)]
    expect(named.filter((one) => !endpoints.has(one))).toEqual([])
    expect(Object.keys(byMove).sort()).toEqual(Object.keys(moves).sort())
    expect(Object.keys(byStep).sort()).toEqual(Object.keys(steps).sort())
  })
})
