import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { SESSION_DAYS, whoIs } from '../desk/sessions.ts'
import type { Env, Page } from './env.ts'
import { originOf } from './frame.ts'

const COOKIE = 'session'

/** Who asks: the holder of the cookie's token, or nobody. */
export const session: MiddlewareHandler<Env> = async (c, next) => {
  const token = getCookie(c, COOKIE)
  const who = token ? await whoIs(c.get('desk'), token) : null
  c.set('viewer', who?.viewer ?? null)
  c.set('session', who?.session ?? null)
  await next()
}

/** Hands over a session: no script can read the cookie, and no other site can send a form with it. */
export function giveSession(c: Page, token: string): void {
  setCookie(c, COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: originOf(c).startsWith('https:'),
    maxAge: SESSION_DAYS * 86_400,
  })
}

export const dropSession = (c: Page): void => {
  deleteCookie(c, COOKIE, { path: '/' })
}
