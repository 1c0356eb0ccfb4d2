import { Hono } from 'hono'
import { queuePage } from '../../views/queue/page.ts'
import { listQueue } from '../desk/queue.ts'
import { namesOfSearches } from '../desk/saved-searches.ts'
import { demand } from '../domain/member.ts'
import { readQueue } from '../domain/queue.ts'
import { listPlaceText, readListPlace } from '../domain/search-place.ts'
import type { Env } from './env.ts'
import { frameOf, memberOf } from './frame.ts'

export const queueRoutes = new Hono<Env>()

queueRoutes.get('/claims', async (c) => {
  const member = memberOf(c)
  demand(member, 'viewer')
  const asked = c.req.query()
  const queue = readQueue(asked)
  const at = readListPlace(queue, asked.after)
  const found = await listQueue(c.get('desk'), member, queue, at)
  const place = at && listPlaceText(at)
  const next = found.next && listPlaceText(found.next)
  const searches = await namesOfSearches(c.get('desk'), member)
  const saving = { searches, newId: c.get('desk').newId() }
  return c.html(queuePage(await frameOf(c), { ...found, queue, place, next, saving }))
})
