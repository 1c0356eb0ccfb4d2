import { Hono } from 'hono'
import { exportsPage } from '../../views/exports.ts'
import { exportVerdicts, previewExport } from '../desk/exports.ts'
import { SCHEMA_PATH, verdictExportSchema } from '../interchange/verdict-export.ts'
import type { Env } from './env.ts'
import { frameOf, memberOf, originOf } from './frame.ts'

const DOCUMENT = '/exports/verdicts.json'
const SHOWN = 3

export const exportRoutes = new Hono<Env>()

exportRoutes.get('/exports', async (c) => {
  const { count, preview } = await previewExport(c.get('desk'), memberOf(c), SHOWN)
  const address = originOf(c) + DOCUMENT
  return c.html(exportsPage(await frameOf(c), { count, preview, address }))
})

exportRoutes.get(DOCUMENT, async (c) => {
  const stream = await exportVerdicts(c.get('desk'), memberOf(c))
  c.header('Content-Type', 'application/json; charset=utf-8')
  c.header('Link', `<${SCHEMA_PATH}>; rel="describedby"`)
  return c.body(stream)
})

exportRoutes.get(SCHEMA_PATH, (c) => {
  c.header('Cache-Control', 'public, max-age=3600')
  c.header('Content-Type', 'application/schema+json; charset=utf-8')
  return c.body(JSON.stringify(verdictExportSchema(), null, 2))
})
