import { Hono } from 'hono'
import { publicListPage } from '../../views/public/list.ts'
import { lastTold, listTold, shapesOf } from '../desk/public.ts'
import { readPublicList, readToldPlace } from '../domain/public-list.ts'
import type { Env } from './env.ts'
import { answerKept, publicFrame, publicly } from './public.ts'

export const publicRoutes = new Hono<Env>()

publicRoutes.get('/verdicts', publicly, async (c) => {
  const desk = c.get('desk')
  const asked = readPublicList(c.req.query())
  const after = readToldPlace(c.req.query('after'))
  const list = await listTold(desk, asked, after)
  const props = { asked, later: after !== null, ...list, scale: await shapesOf(desk) }
  return answerKept(c, publicListPage(await publicFrame(c), props), lastTold(list.found))
})
