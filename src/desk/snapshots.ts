import type { Change } from '../domain/ledger.ts'
import { type Act, demand, type Member } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import { isFresh, keepSnapshot, type Snapshot } from '../domain/snapshot.ts'
import { addSource, regainSource, renewSource, type Source, sourceUrl } from '../domain/source.ts'
import { warcOf } from '../interchange/warc.ts'
import { sha256 } from '../store/seal.ts'
import type { Visit } from '../store/sources.ts'
import { actOf, known } from './deciding.ts'
import { type Arrived, type Incoming, receive } from './incoming.ts'
import type { Desk } from './open.ts'

/** What a decision that takes a snapshot saves with itself, at once. */
export type Saving = {
  changes: Change[]
  texts: { hash: string; text: string }[]
  visits: Visit[]
}

/** A snapshot whose file is on the disk, and of which nothing is in the database yet. */
export type TakenSnapshot = Saving & {
  snapshot: Snapshot
  /** The address that it was taken of, as it is then. */
  source: Source | null
  reading: Arrived['reading']
}

/** How a snapshot is taken: `way` in place of its own, such as from a terminal; `whole` as `receive` says. */
export type Taking = { way?: Snapshot['way']; whole?: boolean }

/**
 * Takes a snapshot of what comes in. Its file is kept; whoever calls saves `changes`, `texts` and
 * `visits` in one save with the decision that asks for it.
 * @throws Refusal `forbidden`, `disk_full`, and as `receive` does
 */
export async function takeSnapshot(
  desk: Desk,
  act: Act,
  given: Incoming,
  taking: Taking = {},
): Promise<TakenSnapshot> {
  demand(act.member, 'checker')
  return keepArrived(desk, act, await receive(desk, given, taking), taking)
}

/**
 * The same of what has arrived already.
 * @throws Refusal `forbidden`, `disk_full`
 */
export async function keepArrived(
  desk: Desk,
  act: Act,
  arrived: Arrived,
  { way = arrived.way }: Taking = {},
): Promise<TakenSnapshot> {
  demand(act.member, 'checker')
  const { bytes, contentType, address, page, reading } = arrived
  const before = address === null ? null : await findSource(desk, address)
  const hashes = { bytes: sha256(bytes), text: reading && sha256(reading.text) }
  const newest = before?.snapshot ? await desk.store.snapshots.find(before.snapshot) : null
  const isSame = newest?.bytes === hashes.bytes && newest.text === hashes.text
  const texts = reading && hashes.text ? [{ hash: hashes.text, text: reading.text }] : []
  if (before && newest && isSame && isFresh(newest, act.at)) {
    const regained = before.goneSince ? [regainSource(before, act)] : []
    const visits = [visitOf(before.id, act, 'same', arrived)]
    const source = regained[0]?.after ?? before
    return { snapshot: newest, source, reading, changes: regained, texts, visits }
  }
  const id = desk.newId()
  const sourceId = before?.id ?? (address === null ? null : desk.newId())
  const kept = keepSnapshot(
    id,
    {
      source: sourceId,
      way,
      warc: await fileOf(desk, id, act, arrived, hashes.bytes),
      ...hashes,
      size: bytes.length,
      title: reading?.title ?? null,
      language: reading?.language ?? null,
      mediaType: contentType,
      url: page?.url ?? null,
      status: page?.status ?? null,
    },
    act,
  )
  const cited = before
    ? renewSource(before, id, act)
    : sourceId && address !== null && addSource(sourceId, sourceUrl(address), id, act)
  return {
    snapshot: kept.after,
    source: cited ? cited.after : null,
    reading,
    changes: [...(cited ? [cited] : []), kept],
    texts,
    visits: sourceId
      ? [visitOf(sourceId, act, isSame || !newest ? 'same' : 'changed', arrived)]
      : [],
  }
}

/**
 * Keeps what was read in the first of two steps, so that the second can name it.
 * @returns the snapshot's id
 * @throws Refusal as `keepArrived` does
 */
export async function saveArrived(desk: Desk, member: Member, arrived: Arrived): Promise<string> {
  const taken = await keepArrived(desk, actOf(desk, member), arrived)
  const { snapshot, changes, texts, visits } = taken
  await desk.store.save(changes, { texts, visits })
  return snapshot.id
}

/** The file that holds these bytes: that of an earlier snapshot of the same ones, or a new one. */
async function fileOf(desk: Desk, id: string, { at }: Act, arrived: Arrived, hash: string) {
  const earlier = await desk.store.snapshots.byBytes(hash)
  if (earlier && (await isThere(desk, earlier.warc))) return earlier.warc
  const { bytes: payload, contentType: mediaType, page } = arrived
  const uri = page?.url ?? `urn:uuid:${id}`
  return desk.files.put(await warcOf({ uri, at, payload, mediaType, http: page }))
}

async function isThere({ files }: Desk, hash: string): Promise<boolean> {
  try {
    await files.read(hash)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') return false
    throw error
  }
}

/** What a host said by which it can be asked whether anything has changed. */
function visitOf(source: string, { at }: Act, outcome: Visit['outcome'], { page }: Arrived): Visit {
  const said = (header: string) =>
    page?.headers.find(([name]) => name.toLowerCase() === header)?.[1] ?? null
  return {
    source,
    at,
    outcome,
    why: null,
    etag: said('etag'),
    lastModified: said('last-modified'),
  }
}

/**
 * A visit that came to nothing: the address is known from now on, and why it could not be read.
 * @param why as it was refused
 */
export async function missedVisit(
  desk: Desk,
  act: Act,
  address: string,
  { code, values }: Refusal,
): Promise<Saving> {
  const before = await findSource(desk, address)
  const added = before ? [] : [addSource(desk.newId(), sourceUrl(address), null, act)]
  const source = before?.id ?? added[0]?.after.id ?? ''
  const [last] = await desk.store.sources.visits([source])
  const { etag = null, lastModified = null } = last ?? {}
  const why = JSON.stringify({ code, values })
  const visit = { source, at: act.at, outcome: 'failed', why, etag, lastModified } as const
  return { changes: added, texts: [], visits: [visit] }
}

/** The source that an address leads to, if it is known. */
async function findSource({ store }: Desk, address: string): Promise<Source | null> {
  if (!URL.canParse(address)) return null
  const [source] = await store.sources.byUrls([sourceUrl(address)])
  return source ?? null
}

/**
 * A snapshot with its text, and the address that it was taken of.
 * @throws Refusal `not_found`
 */
export async function findSnapshot({ store }: Desk, id: string) {
  const snapshot = known(await store.snapshots.find(id))
  const [text, source] = await Promise.all([
    snapshot.text ? store.snapshots.text(snapshot.text) : null,
    snapshot.source ? store.sources.find(snapshot.source) : null,
  ])
  return { snapshot, text, source }
}
