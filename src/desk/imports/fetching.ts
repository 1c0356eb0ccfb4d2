import type { Import } from '../../domain/import.ts'
import { Refusal } from '../../domain/refusal.ts'
import { fetchPage } from '../../ingest/fetch.ts'
import { type Host, politely } from '../../ingest/polite.ts'
import { demandOpen, type KnownRobots, robotsOf } from '../../ingest/robots-fetch.ts'
import type { ImportPage } from '../../store/imports.ts'
import type { Desk } from '../open.ts'

/** Bytes of one page. */
const MOST_BYTES = 10_000_000

/** A page of a sitemap, as its host lets programs have it. */
async function fetched(
  desk: Desk,
  url: string,
  robots: KnownRobots,
  host: Host,
  signal: AbortSignal,
) {
  const options = { ...desk.fetching, maxBytes: MOST_BYTES, signal }
  const address = new URL(url)
  const isNew = !robots.has(address.origin)
  const said = await robotsOf(address, robots, options)
  if (said.delay !== null) host.slower(said.delay)
  demandOpen(said, address)
  if (isNew) await host.rest()
  const isOpen = async (next: URL) => demandOpen(await robotsOf(next, robots, options), next)
  const { bytes, contentType } = await fetchPage(url, { ...options, onRedirect: isOpen })
  return { bytes, contentType }
}

async function* whole(bytes: Uint8Array) {
  yield bytes
}

/**
 * Fetches the pages that a sitemap names, one after the other and as its host asks for; each is kept as it
 * was. What was fetched before is not fetched again: it goes on where it was.
 * @throws the reason of `signal`; Refusal `disk_full`
 */
export async function fetchPages(desk: Desk, one: Import, signal: AbortSignal): Promise<void> {
  const { imports } = desk.store
  const pages = await imports.unfetched(one.id)
  if (pages.length === 0) return
  let done = (await imports.countPages(one.id)) - pages.length
  await imports.begin(one.id, 'fetch', desk.now())
  const robots: KnownRobots = new Map()
  const visit = async (page: ImportPage, host: Host) => {
    const became = await becomes(desk, page.url, robots, host, signal)
    done += 1
    await imports.keepPage(page, became, { done, at: desk.now() })
  }
  const pace = { ...desk.pace, hosts: 1 }
  await politely(pages, ({ url }) => url, visit, { pace, signal })
}

/** What becomes of a page: it is kept, or it is known why not. */
async function becomes(
  desk: Desk,
  url: string,
  robots: KnownRobots,
  host: Host,
  signal: AbortSignal,
): Promise<Pick<ImportPage, 'sha256' | 'contentType' | 'why'>> {
  try {
    const { bytes, contentType } = await fetched(desk, url, robots, host, signal)
    const { sha256 } = await desk.files.keep(whole(bytes), MOST_BYTES)
    return { sha256, contentType, why: null }
  } catch (error) {
    signal.throwIfAborted()
    const isIts = error instanceof Refusal && !error.code.startsWith('disk_')
    if (!isIts) throw error
    return { sha256: null, contentType: null, why: error.code }
  }
}
