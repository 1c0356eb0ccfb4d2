import { Hono } from 'hono'
import type { Typed } from '../../../views/frame.ts'
import { mappingPage } from '../../../views/import/mapping.ts'
import { readMapping, remap } from '../../desk/imports/mapping.ts'
import { demand } from '../../domain/member.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Env, Page } from '../env.ts'
import { decide, idOf } from '../form.ts'
import { frameOf, memberOf, saidOf } from '../frame.ts'
import { logging } from './logging.ts'

export const mappingRoutes = new Hono<Env>()

async function page(c: Page, again?: { refusal: Refusal; typed: Typed }) {
  const read = await readMapping(c.get('desk'), memberOf(c), idOf(c))
  const frame = await frameOf(c)
  const stale = again?.refusal.code === 'conflict'
  const problem = stale ? frame.t('import.conflict') : saidOf(frame, again?.refusal)
  const typed = again && !stale ? { typed: again.typed, errors: again.refusal.fields } : {}
  return mappingPage(frame, { ...read, problem, ...typed })
}

mappingRoutes.get('/imports/:id/mapping', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await page(c))
})

mappingRoutes.post('/imports/:id/mapping', (c) =>
  decide(
    c,
    { role: 'editor', to: (id) => `/imports/${id}`, notice: 'notice.import_received' },
    (desk, member, read, fields) => remap(desk, member, read, fields, logging(c)),
    (refusal, typed) => page(c, { refusal, typed }),
  ),
)
