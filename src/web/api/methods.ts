import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../../domain/refusal.ts'
import type { Env } from '../env.ts'

type Route = { path: string; method: string }

/** The methods that each address is there for, by what it looks like. */
function addressesOf(routes: Route[]) {
  const methods = new Map<string, Set<string>>()
  for (const { path, method } of routes) {
    if (method === 'ALL') continue
    const there = methods.get(path) ?? new Set(['OPTIONS'])
    methods.set(path, there.add(method))
    if (method === 'GET') there.add('HEAD')
  }
  return [...methods].map(([path, names]) => {
    const shape = path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')
    return { shape: new RegExp(`^${shape}$`), allow: [...names].sort().join(', ') }
  })
}

/**
 * Answers what no endpoint does: which methods an address is there for. No other site is ever allowed to
 * ask from a browser (CORS): tokens belong to programs, not into pages.
 * @param below the path below which the routes stand
 * @throws Refusal `method`; `not_found` where nothing is at the address
 */
export function otherMethods(below: string, routes: Route[]): MiddlewareHandler<Env> {
  const addresses = addressesOf(routes)
  return async (c) => {
    const path = c.req.path.slice(below.length)
    // Where a word and an id both fit, the word is meant: it was defined as such.
    const there = addresses.filter(({ shape }) => shape.test(path))
    const allow = [...new Set(there.flatMap(({ allow }) => allow.split(', ')))].sort().join(', ')
    if (!allow) throw new Refusal('not_found')
    c.header('Allow', allow)
    if (c.req.method !== 'OPTIONS') throw new Refusal('method')
    return c.body(null, 204)
  }
}
