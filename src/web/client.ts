import { isIPv6 } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Page } from './env.ts'

/** An address of IPv4 that came in by a socket of IPv6. */
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/**
 * What one client has: an address of IPv4, or a whole network of IPv6, since whoever has one address in it
 * has them all (RFC 6177) and could come from another one each time.
 */
function networkOf(address: string): string {
  const old = mapped.exec(address)?.[1]
  if (old || !isIPv6(address)) return old ?? address
  const [left = [], right = []] = (address.split('%')[0] ?? '')
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''))
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const groups = [...left, ...zeros, ...right].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

/** Where the client comes from, as far as it can be known. */
export function clientOf(c: Page): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  if (c.get('config').trustProxy && forwarded) return networkOf(forwarded)
  try {
    return networkOf(getConnInfo(c).remote.address ?? 'unknown')
  } catch {
    return 'unknown' // answered without a socket
  }
}
