import type { MiddlewareHandler } from 'hono'
import { whoHolds } from '../../desk/tokens.ts'
import type { Member, Need } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import { demandScope } from '../../domain/token.ts'
import type { Env, Page } from '../env.ts'
import { memberOf } from '../frame.ts'

/** Whether programs ask here: nobody else is let in, and a cookie lets nobody in. */
export const isApi = ({ req }: Page): boolean => /^\/api(\/|$)/.test(req.path)

/** What follows `Bearer`, where a request names a token. */
const tokenIn = ({ req }: Page): string | null =>
  /^Bearer +(\S+) *$/i.exec(req.header('authorization') ?? '')?.[1] ?? null

/**
 * Who asks by a token. A browser sends cookies along with whatever any page makes it ask, and never a
 * token: where tokens alone count, no other site can have anything done or read.
 * @throws Refusal `bad_token`
 */
export const bearer: MiddlewareHandler<Env> = async (c, next) => {
  const token = tokenIn(c)
  if (token) {
    const holder = await whoHolds(c.get('desk'), token)
    if (!holder) throw new Refusal('bad_token')
    c.set('viewer', holder.viewer)
    c.set('holder', holder)
  }
  await next()
}

/** Lets on whoever holds a token that was made for as much. */
export const demands =
  (need: Need): MiddlewareHandler<Env> =>
  async (c, next) => {
    demandScope(memberOf(c), holderOf(c), need)
    await next()
  }

const holderOf = (c: Page): Member => c.get('holder')?.person ?? memberOf(c)
