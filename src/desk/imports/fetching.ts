import type { Import } from '../../domain/import.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Fetched, fetchPage } from '../../ingest/fetch.ts'
import { type Host, politely } from '../../ingest/polite.ts'
import { demandOpen, type KnownRobots, robotsOf } from '../../ingest/robots-fetch.ts'
import { readSitemap } from '../../interchange/reading/sitemap.ts'
import type { ImportPage } from '../../store/imports.ts'
import type { Desk } from '../open.ts'
import { textOf } from './records.ts'

/** Bytes of one page, and of one further sitemap (https://www.sitemaps.org/protocol.html). */
const MOST_BYTES = 10_000_000
const MOST_LIST_BYTES = 52_428_800

/** So many sitemaps are asked for, and so many pages: at a page in five seconds that is a day. */
const MOST_LISTS = 100
const MOST_PAGES = 20_000

/** What a visit goes by: what hosts said, and when to stop. */
type Visiting = { robots: KnownRobots; signal: AbortSignal }

/** What stands at an address, as its host lets programs have it. */
async function fetched(
  desk: Desk,
  url: string,
  host: Host,
  most: number,
  { robots, signal }: Visiting,
): Promise<Fetched> {
  const options = { ...desk.fetching, maxBytes: most, signal }
  const address = new URL(url)
  const isNew = !robots.has(address.origin)
  const said = await robotsOf(address, robots, options)
  if (said.delay !== null) host.slower(said.delay)
  demandOpen(said, address)
  if (isNew) await host.rest()
  const isOpen = async (next: URL) => demandOpen(await robotsOf(next, robots, options), next)
  return fetchPage(url, { ...options, onRedirect: isOpen })
}

async function* whole(bytes: Uint8Array) {
  yield bytes
}

/** What a refusal to give an address is called; what the desk itself could not do ends the run. */
function whyNot(error: unknown, signal: AbortSignal): string {
  signal.throwIfAborted()
  if (error instanceof Refusal && !error.code.startsWith('disk_')) return error.code
  throw error
}

/** The pages that a sitemap names, and those that the sitemaps in it name. */
async function listed(desk: Desk, one: Import, visiting: Visiting): Promise<string[]> {
  const pages = new Set<string>()
  const lists: string[] = []
  const read = async (source: AsyncIterable<Uint8Array>) => {
    for await (const { of, url } of readSitemap(textOf(source))) {
      if (of === 'page' && pages.size < MOST_PAGES) pages.add(url)
      if (of === 'sitemap' && lists.length < MOST_LISTS && !lists.includes(url)) lists.push(url)
    }
  }
  await read(desk.files.open(one.sha256))
  const visit = async (url: string, host: Host) => {
    const answer = await fetched(desk, url, host, MOST_LIST_BYTES, visiting).catch((error) => {
      whyNot(error, visiting.signal)
      return null
    })
    if (answer) await read(whole(answer.bytes))
  }
  const pace = { ...desk.pace, hosts: 1 }
  for (let at = 0; at < lists.length; ) {
    const next = lists.slice(at)
    at = lists.length
    await politely(next, (url) => url, visit, { pace, signal: visiting.signal })
  }
  return [...pages]
}

/** What becomes of a page: it is kept, or it is known why not. */
async function becomes(
  desk: Desk,
  url: string,
  host: Host,
  visiting: Visiting,
): Promise<Pick<ImportPage, 'sha256' | 'contentType' | 'why'>> {
  try {
    const { bytes, contentType } = await fetched(desk, url, host, MOST_BYTES, visiting)
    const { sha256 } = await desk.files.keep(whole(bytes), MOST_BYTES)
    return { sha256, contentType, why: null }
  } catch (error) {
    return { sha256: null, contentType: null, why: whyNot(error, visiting.signal) }
  }
}

/**
 * Fetches the pages that a sitemap names, one after the other and as its host asks for; each is kept as it
 * was. What was fetched before is not fetched again: it goes on where it was.
 * @throws the reason of `signal`; Refusal `disk_full`
 */
export async function fetchPages(desk: Desk, one: Import, signal: AbortSignal): Promise<void> {
  const { imports } = desk.store
  const visiting: Visiting = { robots: new Map(), signal }
  if ((await imports.countPages(one.id)) === 0) {
    await imports.keepPages(one.id, await listed(desk, one, visiting))
  }
  const pages = await imports.unfetched(one.id)
  if (pages.length === 0) return
  let done = (await imports.countPages(one.id)) - pages.length
  await imports.begin(one.id, 'fetch', desk.now())
  const visit = async (page: ImportPage, host: Host) => {
    const became = await becomes(desk, page.url, host, visiting)
    done += 1
    await imports.keepPage(page, became, { done, at: desk.now() })
  }
  const pace = { ...desk.pace, hosts: 1 }
  await politely(pages, ({ url }) => url, visit, { pace, signal })
}
