import { Hono } from 'hono'
import { methodologyPage } from '../../views/public/methodology.ts'
import { ratingsPage } from '../../views/public/ratings.ts'
import { known } from '../desk/deciding.ts'
import { shapesOf } from '../desk/public.ts'
import type { Env, Page } from './env.ts'
import { answerKept, publicFrame, publicly } from './public.ts'

export const methodologyRoutes = new Hono<Env>()

const deskOf = async (c: Page) => known(await c.get('desk').store.desks.find())

methodologyRoutes.get('/methodology', publicly, async (c) =>
  answerKept(c, methodologyPage(await publicFrame(c), await deskOf(c)), null),
)

methodologyRoutes.get('/ratings', publicly, async (c) => {
  const scale = await shapesOf(c.get('desk'))
  return answerKept(c, ratingsPage(await publicFrame(c), await deskOf(c), scale), null)
})
