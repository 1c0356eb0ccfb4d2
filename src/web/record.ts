import { Hono } from 'hono'
import { recordPage } from '../../views/record.ts'
import { makeCheckpoint, recordOf, wellKnown } from '../desk/checkpoints.ts'
import { demand } from '../domain/member.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Env, Page } from './env.ts'
import { answer, leadsBack } from './form.ts'
import { frameOf, memberOf, saidOf } from './frame.ts'

export const recordRoutes = new Hono<Env>()

recordRoutes.get('/.well-known/riscontro.json', async (c) => {
  c.header('Cache-Control', 'public, max-age=300')
  // A page elsewhere may prove what it shows.
  c.header('Access-Control-Allow-Origin', '*')
  return c.json(await wellKnown(c.get('desk')))
})

async function page(c: Page, refusal?: Refusal) {
  const record = await recordOf(c.get('desk'), memberOf(c))
  const frame = await frameOf(c)
  return recordPage(frame, { ...record, problem: saidOf(frame, refusal) })
}

recordRoutes.get('/record', async (c) => {
  demand(memberOf(c), 'viewer')
  return c.html(await page(c))
})

leadsBack(recordRoutes, '/record/checkpoints', () => '/record')

recordRoutes.post('/record/checkpoints', async (c) => {
  const member = memberOf(c)
  demand(member, 'editor')
  const then = { to: '/record', notice: 'notice.checkpoint' } as const
  return answer(
    c,
    () => makeCheckpoint(c.get('desk'), member),
    then,
    (refusal) => page(c, refusal),
  )
})
