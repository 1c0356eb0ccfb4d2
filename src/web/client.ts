import { getConnInfo } from '@hono/node-server/conninfo'
import type { Page } from './env.ts'

/** The client's address, as far as it can be known. */
export function clientOf(c: Page): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  if (c.get('config').trustProxy && forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown' // answered without a socket
  }
}
