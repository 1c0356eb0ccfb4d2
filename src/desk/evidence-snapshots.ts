import { z } from 'zod'
import type { Evidence } from '../domain/evidence.ts'
import { type RefusalCode, refusalCodes } from '../domain/refusal.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { type Source, sourceUrl } from '../domain/source.ts'
import type { Visit } from '../store/sources.ts'
import type { Desk } from './open.ts'

const SHOWN = 50

/** Why an address could not be read, as it was refused, and when. */
export type Missed = { code: RefusalCode; values: Record<string, string | number>; at: string }

/** What the desk has of the source of a piece of evidence. */
export type KeptSource = {
  snapshot: Snapshot | null
  source: Source | null
  /** Why the last visit came to nothing, unless a snapshot was taken since. */
  missed: Missed | null
}

const whyShape = z.object({
  code: z.enum(refusalCodes),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

function missedOn(visit: Visit | undefined, snapshot: Snapshot | null): Missed | null {
  if (!visit?.why || visit.outcome === 'same' || visit.outcome === 'changed') return null
  if (snapshot && snapshot.takenAt >= visit.at) return null
  const why = whyShape.safeParse(JSON.parse(visit.why))
  return why.success ? { ...why.data, at: visit.at } : null
}

/** The address that evidence is at, as sources are known by it. */
const addressOf = ({ url }: Evidence): string | null =>
  url && URL.canParse(url) ? sourceUrl(url) : null

/**
 * What is kept of the sources of evidence, by the evidence's id. How visits went is no part of the
 * record: of what is past it is not known.
 * @param cursor the place in the ledger as of which the sources stood; null for now
 */
export async function keptOf(
  { store }: Desk,
  evidence: Evidence[],
  cursor: number | null = null,
): Promise<Record<string, KeptSource>> {
  const addresses = evidence.flatMap((one) => addressOf(one) ?? [])
  const [snapshots, there] = await Promise.all([
    store.snapshots.byIds(evidence.flatMap(({ snapshot }) => snapshot ?? [])),
    store.sources.byUrls([...new Set(addresses)]),
  ])
  const ids = there.map(({ id }) => id)
  const sources = cursor === null ? there : await store.past.these('source', ids, cursor)
  const visits = cursor === null ? await store.sources.visits(ids) : []
  const kept = evidence.map((one): [string, KeptSource] => {
    const snapshot = snapshots.find(({ id }) => id === one.snapshot) ?? null
    const source = sources.find(({ url }) => url === addressOf(one)) ?? null
    const visit = visits.find((last) => last.source === source?.id)
    return [one.id, { snapshot, source, missed: missedOn(visit, snapshot) }]
  })
  return Object.fromEntries(kept)
}

/**
 * The same of one piece, with every other snapshot of its address and all that it rested on before,
 * newest first.
 */
export async function allKeptOf(desk: Desk, evidence: Evidence) {
  const { store } = desk
  const { [evidence.id]: kept = { snapshot: null, source: null, missed: null } } = await keptOf(
    desk,
    [evidence],
  )
  const life = await store.ledger.ofSubject('evidence', evidence.id, SHOWN)
  const once = life.flatMap(({ change }) => change.snapshot ?? []).filter((id) => id !== null)
  const [before, ofSource] = await Promise.all([
    store.snapshots.byIds([...new Set(once.map(String))]),
    kept.source ? store.snapshots.bySource(kept.source.id, SHOWN) : [],
  ])
  const all = new Map([...before, ...ofSource].map((one) => [one.id, one]))
  all.delete(evidence.snapshot ?? '')
  const others = [...all.values()].sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1))
  return { ...kept, others }
}
