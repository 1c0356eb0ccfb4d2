import { Hono } from 'hono'
import { duePage } from '../../views/due.ts'
import { listDue } from '../desk/due.ts'
import { dayIn } from '../domain/dates.ts'
import { readDuePlace } from '../domain/due.ts'
import type { Env } from './env.ts'
import { frameOf, memberOf } from './frame.ts'

export const dueRoutes = new Hono<Env>()

dueRoutes.get('/due', async (c) => {
  const member = memberOf(c)
  const frame = await frameOf(c)
  const place = readDuePlace(c.req.query('after'))
  const today = dayIn(frame.now, frame.timeZone)
  const found = await listDue(c.get('desk'), member, today, place)
  return c.html(duePage(frame, { ...found, place }))
})
