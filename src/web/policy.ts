import type { MiddlewareHandler } from 'hono'
import type { Env } from './env.ts'

/**
 * A kept page, which anybody may have written: nothing in it runs, asks the network, or leads out of
 * its frame. What it says of its own look is let through.
 */
const KEPT = `sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:;
  base-uri 'none'; form-action 'none'; frame-ancestors 'self'`.replace(/\s+/g, ' ')

/** A picture that a page shows, or what is taken along. */
const FILE = "sandbox; default-src 'none'; frame-ancestors 'none'"

/** Puts a route's own policy in place of the desk's, which stands on everything else. */
export const ownPolicy: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { headers } = c.res
  const desk = headers.get('Content-Security-Policy') ?? ''
  switch (c.get('policy')) {
    case 'kept':
      headers.set('Content-Security-Policy', KEPT)
      headers.set('Referrer-Policy', 'no-referrer')
      // `frame-ancestors` says it, and this header would forbid what that allows.
      headers.delete('X-Frame-Options')
      return
    case 'file':
      headers.set('Content-Security-Policy', FILE)
      headers.set('Referrer-Policy', 'no-referrer')
      return
    case 'around':
      headers.set('Content-Security-Policy', `${desk}; frame-src 'self'`)
  }
}
