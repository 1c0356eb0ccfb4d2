import type { Change } from '../domain/ledger.ts'
import type { Member } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { loseSource, regainSource, type Source } from '../domain/source.ts'
import { type Fetched, fetchPage, type Unchanged } from '../ingest/fetch.ts'
import type { Host } from '../ingest/polite.ts'
import { demandOpen, type KnownRobots, robotsOf } from '../ingest/robots-fetch.ts'
import { sha256 } from '../store/seal.ts'
import type { Visit } from '../store/sources.ts'
import { actOf, known } from './deciding.ts'
import { consequencesOf } from './drifting.ts'
import { type Arrived, blamed, keyOf, readFetched } from './incoming.ts'
import type { Desk } from './open.ts'
import { keepArrived } from './snapshots.ts'

/** Why a visit came to nothing, or to less than it might. */
export type Why = { code: string; values: Record<string, string | number> }

/** How a visit to a source went; `drifts`: how many tasks it opened, or changed. */
export type Visited = { outcome: Visit['outcome']; why: Why | null; drifts: number }

/** What a visit goes by: what hosts said, the host it is at, and when to stop. */
export type Visiting = { robots: KnownRobots; host: Host; signal: AbortSignal }

/** How often a visit is decided anew where somebody saved something at the same moment. */
const TRIES = 3

const GONE = [404, 410]

/** Asks for an address, if its host lets programs; of it and of wherever it leads. */
async function ask(
  desk: Desk,
  { url }: Source,
  since: { snapshot: Snapshot | null; visit: Visit | null },
  { robots, host, signal }: Visiting,
): Promise<Fetched | Unchanged> {
  const options = { ...desk.fetching, signal }
  const isOpen = async (address: URL) => {
    demandOpen(await robotsOf(address, robots, options), address)
  }
  const address = new URL(url)
  const isNew = !robots.has(address.origin)
  const { delay } = await robotsOf(address, robots, options)
  if (delay !== null) host.slower(delay)
  await isOpen(address)
  if (isNew) await host.rest()
  const { etag = null, lastModified = null } = since.visit ?? {}
  const before = { url: since.snapshot?.url ?? '', etag, lastModified }
  return fetchPage(url, { ...options, since: before, onRedirect: isOpen })
}

/**
 * What a page says. Where an article stands on it, only an article will do: a page that asks for
 * consent, or for money, in its place is no change of it.
 */
async function read(desk: Desk, source: Source, page: Fetched): Promise<Arrived> {
  const articles = await desk.store.standing.articles(source.id)
  try {
    return await readFetched(desk, source.url, page, articles.length === 0)
  } catch (error) {
    throw blamed(page, error)
  }
}

/** Whether what came is what was kept last: the same text, or the same bytes where there is none. */
async function isSame({ store }: Desk, newest: Snapshot | null, { reading, bytes }: Arrived) {
  if (!newest) return false
  if (newest.bytes === sha256(bytes)) return newest.text === (reading && sha256(reading.text))
  if (!newest.text || !reading) return false
  const text = await store.snapshots.text(newest.text)
  return text !== null && keyOf(text) === keyOf(reading.text)
}

type Marks = Pick<Visit, 'etag' | 'lastModified'>

/** What a host says by which it can be asked again; it holds for the address of the snapshot alone. */
function marksOf({ page }: Arrived, kept: string | null): Marks {
  const isThere = page !== null && page.url === kept
  const said = (header: string) =>
    (isThere && page.headers.find(([name]) => name.toLowerCase() === header)?.[1]) || null
  return { etag: said('etag'), lastModified: said('last-modified') }
}

/**
 * Saves how a visit went, and what it means.
 * @param taken the snapshot that was taken on it; without one, what was kept last is there still
 */
async function settle(
  desk: Desk,
  member: Member,
  source: Source,
  { arrived, marks }: { arrived: Arrived | null; marks: Marks },
): Promise<Visited> {
  const act = actOf(desk, member)
  const kept = arrived && (await keepArrived(desk, act, arrived))
  const newest = source.snapshot ? await desk.store.snapshots.find(source.snapshot) : null
  const snapshot = kept?.snapshot ?? newest
  const regained = !kept && source.goneSince ? [regainSource(source, act)] : []
  const changes: Change[] = [...(kept?.changes ?? []), ...regained]
  const hash = snapshot?.text ?? null
  const text = kept?.reading?.text ?? (hash && (await desk.store.snapshots.text(hash)))
  const nothing = { changes: [], guards: [], drifts: 0, elsewhere: null }
  const found =
    snapshot && hash && text
      ? await consequencesOf(desk, act, { source: source.id, snapshot, hash, text })
      : nothing
  const why = found.elsewhere ? { code: 'elsewhere', values: { article: found.elsewhere } } : null
  const outcome = kept && newest ? 'changed' : 'same'
  const said = { at: act.at, outcome, why: why && JSON.stringify(why) } as const
  const visit = { source: source.id, ...said, ...marks }
  await desk.store.save([...changes, ...found.changes], {
    guards: found.guards,
    texts: kept?.texts ?? [],
    visits: [visit],
  })
  return { outcome, why, drifts: found.drifts }
}

/** Keeps that a visit came to nothing, and why; a source that is gone is marked so. */
async function missed(desk: Desk, member: Member, source: Source, refusal: Refusal) {
  const act = actOf(desk, member)
  const { code, values } = refusal
  const isGone = code === 'url_status' && GONE.includes(Number(values.status))
  const outcome = isGone ? 'gone' : code === 'url_barred' ? 'barred' : 'failed'
  // A host may choke on being asked with its mark: next time it is asked without.
  const [last] = outcome === 'barred' ? await desk.store.sources.visits([source.id]) : []
  const { etag = null, lastModified = null } = last ?? {}
  const said = { at: act.at, outcome, why: JSON.stringify({ code, values }) } as const
  const lost = isGone && !source.goneSince ? [loseSource(source, act)] : []
  const visit = { source: source.id, ...said, etag, lastModified }
  await desk.store.save(lost, { visits: [visit] })
  return { outcome, why: { code, values }, drifts: 0 } as const
}

/** Decides on what the database holds now; where somebody saved meanwhile, once more on that. */
async function decided<T>(decide: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await decide()
    } catch (error) {
      const again = error instanceof Refusal && error.code === 'conflict' && tries < TRIES
      if (!again) throw error
    }
  }
}

/**
 * Visits a source: what stands there now is held against what was kept, and all that follows from it
 * is saved at once. What goes wrong at the address is how the visit went, and kept as that.
 * @throws Refusal `not_found`, `disk_full`, `conflict` where it cannot be saved; the reason of `signal`
 */
export async function visitSource(
  desk: Desk,
  member: Member,
  id: string,
  visiting: Visiting,
): Promise<Visited> {
  const { store } = desk
  const find = async () => known(await store.sources.find(id))
  const source = await find()
  const [visit = null] = await store.sources.visits([id])
  const newest = source.snapshot ? await store.snapshots.find(source.snapshot) : null
  try {
    const answer = await ask(desk, source, { snapshot: newest, visit }, visiting)
    if ('unchanged' in answer) {
      const { etag = null, lastModified = null } = visit ?? {}
      const marks = { etag, lastModified }
      return await decided(async () => settle(desk, member, await find(), { arrived: null, marks }))
    }
    const arrived = await read(desk, source, answer)
    const same = await isSame(desk, newest, arrived)
    return await decided(async () =>
      settle(desk, member, await find(), {
        arrived: same ? null : arrived,
        marks: marksOf(arrived, same ? (newest?.url ?? null) : answer.url),
      }),
    )
  } catch (error) {
    visiting.signal.throwIfAborted()
    if (!(error instanceof Refusal) || !aboutAddress(error)) throw error
    return decided(async () => missed(desk, member, await find(), error))
  }
}

/** Whether a refusal is about an address, or what stands there, and no matter of the desk. */
const aboutAddress = ({ code }: Refusal): boolean =>
  code.startsWith('url_') || ['invalid', 'too_large', 'binary', 'unreadable'].includes(code)
