import { Hono } from 'hono'
import { sourcePage } from '../../views/source/page.ts'
import { runPanel } from '../../views/source/run.ts'
import { sourcesPage } from '../../views/sources.ts'
import type { Desk } from '../desk/open.ts'
import { startRecheck, stopRecheck } from '../desk/rechecks.ts'
import { findSourceById, listSources, openSource, runOf } from '../desk/sources.ts'
import { demand, has } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import { type SourceFilter, sourceFilters } from '../domain/source.ts'
import type { Env, Page } from './env.ts'
import { answer, cursorOf, idOf, leadsBack } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const sourceRoutes = new Hono<Env>()

const filterOf = (c: Page): SourceFilter =>
  sourceFilters.find((one) => one === c.req.query('show')) ?? 'all'

async function list(c: Page, refusal?: Refusal) {
  const filter = filterOf(c)
  const { rows, more, open, run } = await listSources(c.get('desk'), filter, cursorOf(c))
  const query = new URLSearchParams({
    ...(filter !== 'all' && { show: filter }),
    after: more ? `${more.at}~${more.id}` : '',
  })
  const older = more ? `/sources?${query}` : null
  const frame = await frameOf(c)
  const problem = saidOf(frame, refusal)
  return sourcesPage(frame, { rows, filter, older, open, run, problem })
}

sourceRoutes.get('/sources', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await list(c))
})

/** What ends a run that nobody foresaw is said in the log: nobody waits for it. */
const logging = (c: Page) => {
  const log = c.get('log')
  return { onError: (error: unknown) => log.error(error, 'a recheck failed') }
}

/** Begins a run, which goes on by itself. @throws Refusal as `startRecheck` does */
function begin(c: Page, source?: string) {
  const desk: Desk = c.get('desk')
  void startRecheck(desk, memberOf(c), { ...(source && { source }), ...logging(c) })
}

leadsBack(sourceRoutes, '/rechecks/stop', () => '/sources')

sourceRoutes.post('/rechecks', async (c) => {
  demand(memberOf(c), 'checker')
  const then = { to: '/sources', notice: 'notice.recheck' } as const
  return answer(
    c,
    async () => begin(c),
    then,
    (refusal) => list(c, refusal),
  )
})

sourceRoutes.post('/rechecks/stop', async (c) => {
  const member = memberOf(c)
  demand(member, 'checker')
  const then = { to: '/sources', notice: 'notice.recheck_stopped' } as const
  return answer(
    c,
    () => stopRecheck(c.get('desk'), member),
    then,
    (refusal) => list(c, refusal),
  )
})

/** How the run stands, for a page that asks again and again; asked for as a page, it is the list. */
sourceRoutes.get('/rechecks', async (c) => {
  const member = memberOf(c)
  demand(member, 'viewer')
  if (!c.req.header('HX-Request')) return c.redirect('/sources', 303)
  const asked = c.req.query('at') ?? ''
  const at = /^\/sources(\/[\da-f-]{36}|\?show=[a-z]+)?$/.test(asked) ? asked : '/sources'
  const run = await runOf(c.get('desk'))
  const props = { at, mayStop: has(member, 'checker'), asked: true }
  return c.html(runPanel(await frameOf(c), run, props))
})

async function page(c: Page, refusal?: Refusal) {
  const opened = await openSource(c.get('desk'), memberOf(c), idOf(c), c.req.query('newer'))
  const frame = await frameOf(c)
  return sourcePage(frame, { ...opened, problem: saidOf(frame, refusal) })
}

sourceRoutes.get('/sources/:id', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await page(c))
})

leadsBack(sourceRoutes, '/sources/:id/visits', (id) => `/sources/${id}`)

sourceRoutes.post('/sources/:id/visits', async (c) => {
  demand(memberOf(c), 'checker')
  const { id } = await findSourceById(c.get('desk'), idOf(c))
  const then = { to: `/sources/${id}`, notice: 'notice.visit' } as const
  return answer(
    c,
    async () => begin(c, id),
    then,
    (refusal) => page(c, refusal),
  )
})
