import { OpenAPIHono, z } from '@hono/zod-openapi'
import { known } from '../../desk/deciding.ts'
import { startRecheck, stopRecheck } from '../../desk/rechecks.ts'
import { readSnapshot, textOf } from '../../desk/snapshot-reading.ts'
import { findSourceById, listSources, openSource, runOf } from '../../desk/sources.ts'
import { sourceFilters } from '../../domain/source.ts'
import type { Env, Page } from '../env.ts'
import { idOf } from '../form.ts'
import { memberOf } from '../frame.ts'
import { called } from './answers/person.ts'
import { runAnswer, snapshotAnswer, sourceAnswer } from './answers/task.ts'
import { list, made, one, paged } from './answers.ts'
import { defaultHook } from './guards.ts'
import { lists, listsAll, makes, reads } from './route.ts'
import { afterTime, timePlace } from './saying.ts'

const about = { tag: 'Sources', need: 'viewer' } as const
const nothing = z.object({})

/** The run under way, or the last one. @throws Refusal `not_found` where there was none */
async function runNow(c: Page) {
  const { run, names } = known(await runOf(c.get('desk')))
  const { by, startedAt, progress, ended } = run
  return { ...progress, by: called(names, by), startedAt, ended }
}

/** Begins a run, which goes on by itself. */
async function begin(c: Page, source?: string) {
  const log = c.get('log')
  const onError = (error: unknown) => log.error(error, 'a recheck failed')
  void startRecheck(c.get('desk'), memberOf(c), { ...(source && { source }), onError })
  return made(c, runAnswer, await runNow(c), '/rechecks')
}

const opened = (c: Page) => openSource(c.get('desk'), memberOf(c), idOf(c))

/** Addresses that articles and evidence stand at, and what was kept of them. */
export const sources = new OpenAPIHono<Env>({ defaultHook })
  .openapi(
    lists({
      ...{ ...about, path: '/sources', item: sourceAnswer },
      query: paged.pick({ after: true }).extend({ show: z.enum(sourceFilters).optional() }),
      summary: 'Addresses that something stands on, the last one visited first',
    }),
    async (c) => {
      const { show = 'all' } = c.req.valid('query')
      const { rows, more } = await listSources(c.get('desk'), show, afterTime(c))
      const items = rows.map(({ source, visit }) => ({ ...source, visit }))
      return list(c, sourceAnswer, items, timePlace(more))
    },
  )
  .openapi(
    reads({ ...about, path: '/sources/{id}', answer: sourceAnswer, summary: 'One source' }),
    async (c) => {
      const { source, visit } = await opened(c)
      return one(c, sourceAnswer, { ...source, visit })
    },
  )
  .openapi(
    listsAll({
      ...{ ...about, path: '/sources/{id}/snapshots', item: snapshotAnswer },
      summary: 'The newest of what was kept of it',
    }),
    async (c) => list(c, snapshotAnswer, (await opened(c)).snapshots),
  )
  .openapi(
    makes({
      ...{ ...about, path: '/sources/{id}/visits', need: 'checker', body: nothing },
      ...{ answer: runAnswer, summary: 'Look now whether it changed' },
    }),
    async (c) => begin(c, (await findSourceById(c.get('desk'), idOf(c))).id),
  )
  .openapi(
    reads({ ...about, path: '/snapshots/{id}', answer: snapshotAnswer, summary: 'One snapshot' }),
    async (c) => {
      const { snapshot } = await readSnapshot(c.get('desk'), idOf(c))
      return one(c, snapshotAnswer, snapshot)
    },
  )
  .openapi(
    reads({
      ...{ ...about, path: '/snapshots/{id}/text', answer: z.object({ text: z.string() }) },
      summary: 'The text that was read from a snapshot',
    }),
    async (c) => {
      const text = await textOf(c.get('desk'), idOf(c))
      return one(c, z.object({ text: z.string() }), { text })
    },
  )
  .openapi(
    reads({
      ...{ ...about, path: '/rechecks', answer: runAnswer },
      summary: 'How the rechecks under way stand, or how the last ones ended',
    }),
    async (c) => one(c, runAnswer, await runNow(c)),
  )
  .openapi(
    makes({
      ...{ ...about, path: '/rechecks', need: 'checker', body: nothing, answer: runAnswer },
      summary: 'Look now whether any source changed',
    }),
    (c) => begin(c),
  )
  .openapi(
    makes({
      ...{ ...about, path: '/rechecks/stop', need: 'checker', body: nothing, answer: runAnswer },
      summary: 'Stop; what is done stays',
    }),
    async (c) => {
      await stopRecheck(c.get('desk'), memberOf(c))
      return made(c, runAnswer, await runNow(c), '/rechecks')
    },
  )
