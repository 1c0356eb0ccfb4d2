import type { MiddlewareHandler } from 'hono'
import { whoHolds } from '../../desk/tokens/tokens.ts'
import type { Need } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import { demandScope } from '../../domain/token.ts'
import { clientOf } from '../client.ts'
import type { Env, Page } from '../env.ts'
import { memberOf } from '../frame.ts'
import { allowance, type Left } from './allowance.ts'

/** How many requests a token has in a minute, where the desk sets no other number. */
const USUAL_RATE = 600

/** How many wrong tokens one client tries within a quarter of an hour, before it is told to wait. */
const WRONG = 30

/** Whether programs ask here: nobody else is let in, and a cookie lets nobody in. */
export const isApi = ({ req }: Page): boolean => /^\/api(\/|$)/.test(req.path)

/** What follows `Bearer`, where a request names a token. */
const tokenIn = ({ req }: Page): string | null =>
  /^Bearer +(\S+) *$/i.exec(req.header('authorization') ?? '')?.[1] ?? null

/** Whether a token is asked for, or given where a session would do too: documents to take along. */
export const asksByToken = (c: Page): boolean =>
  isApi(c) || (/^\/exports\//.test(c.req.path) && tokenIn(c) !== null)

const tooMany = ({ seconds }: Left): Refusal =>
  new Refusal('throttled', { values: { seconds, minutes: Math.ceil(seconds / 60) } })

/**
 * Lets in whoever asks by a token. A browser sends cookies along with whatever any page makes it ask, and
 * never a token: where tokens alone count, no other site can have anything done or read.
 *
 * A token that is right lets in also where others failed before it, or a stranger at the same address
 * could shut it out; 256 bits are not found by trying.
 * @param rate how many requests a token has in a minute
 */
export function bearers(rate = USUAL_RATE): MiddlewareHandler<Env> {
  const wrong = allowance(WRONG, 900)
  const asked = allowance(rate, 60)

  return async (c, next) => {
    const token = tokenIn(c)
    if (!token) return next()
    const holder = await whoHolds(c.get('desk'), token)
    if (!holder) {
      const left = wrong.take(clientOf(c))
      throw left.left < 0 ? tooMany(left) : new Refusal('bad_token')
    }
    const left = asked.take(holder.token.id)
    sayLeft(c, left, rate)
    if (left.left < 0) throw tooMany(left)
    c.set('viewer', holder.viewer)
    c.set('holder', holder)
    await next()
    sayLeft(c, left, rate)
  }
}

/** How many requests are left to a token, as the IETF's draft on RateLimit headers has it. */
function sayLeft(c: Page, { left, seconds }: Left, rate: number): void {
  c.header('RateLimit-Policy', `"token";q=${rate};w=60`)
  c.header('RateLimit', `"token";r=${Math.max(0, left)};t=${seconds}`)
}

/** Lets on whoever holds a token that was made for as much. */
export const demands =
  (need: Need): MiddlewareHandler<Env> =>
  async (c, next) => {
    const member = memberOf(c)
    demandScope(member, c.get('holder')?.person ?? member, need)
    await next()
  }
