import { Hono } from 'hono'
import { wellKnown } from '../desk/checkpoints.ts'
import type { Env } from './env.ts'

export const recordRoutes = new Hono<Env>()

recordRoutes.get('/.well-known/riscontro.json', async (c) => {
  c.header('Cache-Control', 'public, max-age=300')
  c.header('Access-Control-Allow-Origin', '*')
  return c.json(await wellKnown(c.get('desk')))
})
