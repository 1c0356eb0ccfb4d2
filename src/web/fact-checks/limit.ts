import { createMiddleware } from 'hono/factory'
import { Refusal } from '../../domain/refusal.ts'
import { clientOf } from '../client.ts'
import type { Env } from '../env.ts'

/** How many requests of one client are answered in a minute of the clock: as many as Google answers. */
export const MOST_A_MINUTE = 300
/** So many clients are counted apart; whoever comes later in the same minute is counted as one. */
const MOST_CLIENTS = 10_000

/** @throws Refusal `throttled` */
export function perMinute() {
  let minute = 0
  const counts = new Map<string, number>()
  return createMiddleware<Env>(async (c, next) => {
    const now = Math.floor(Date.parse(c.get('desk').now()) / 60_000)
    if (now !== minute) counts.clear()
    minute = now
    const client = clientOf(c)
    const name = counts.has(client) || counts.size < MOST_CLIENTS ? client : ''
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    if (count > MOST_A_MINUTE) throw new Refusal('throttled')
    await next()
  })
}
