import { Refusal } from '../domain/refusal.ts'
import { type FetchOptions, fetchPage } from './fetch.ts'
import { refusal } from './fetch-step.ts'
import { openRobots, type Robots, readRobots } from './robots.ts'

/** What hosts said, for as long as a run lasts. */
export type KnownRobots = Map<string, Promise<Robots>>

/** A host that cannot say what it wants is not visited (RFC 9309 §2.3.1.4). */
const closed: Robots = { allows: () => false, delay: null }

/** Too many requests is no answer to the question. */
const TOO_MANY = 429

/** What a refusal to give a robots.txt means. */
function meaningOf(error: unknown): Robots {
  if (!(error instanceof Refusal)) throw error
  const { code, values } = error
  const status = Number(values.status ?? 0)
  // No such file, or an empty one: everything is open (§2.3.1.3).
  if (code === 'url_status' && status >= 400 && status < 500 && status !== TOO_MANY) {
    return openRobots
  }
  if (code === 'url_broken' && values.why === 'empty') return openRobots
  // It leads on too often, or nowhere (§2.3.1.2).
  return code === 'url_redirects' ? openRobots : closed
}

async function fetchRobots(origin: string, options: FetchOptions): Promise<Robots> {
  try {
    const accept = 'text/plain,*/*;q=0.5'
    const { bytes } = await fetchPage(`${origin}/robots.txt`, { ...options, accept })
    return readRobots(new TextDecoder().decode(bytes))
  } catch (error) {
    options.signal?.throwIfAborted()
    return meaningOf(error)
  }
}

/**
 * What the host of an address asks of programs; it is asked once.
 * @param known what hosts said before
 */
export function robotsOf(url: URL, known: KnownRobots, options: FetchOptions): Promise<Robots> {
  const there = known.get(url.origin)
  if (there !== undefined) return there
  const asked = fetchRobots(url.origin, options)
  known.set(url.origin, asked)
  return asked
}

/** @throws Refusal `url_barred` where the host asks programs not to come to this address */
export function demandOpen(robots: Robots, url: URL): void {
  if (robots.allows(url)) return
  throw refusal('url_barred', url, { why: robots === closed ? 'unknown' : 'rules' })
}
