import type { Evidence } from '../domain/evidence.ts'
import { demand, type Member } from '../domain/member.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { Source, SourceFilter } from '../domain/source.ts'
import type { Cursor } from '../store/articles.ts'
import { type Difference, differenceBetween } from './comparing.ts'
import { known } from './deciding.ts'
import type { Desk } from './open.ts'
import { recheckOf } from './rechecks.ts'
import type { Why } from './visiting.ts'

const PAGE = 50

/** How many snapshots of a source its page lists. */
const SNAPSHOTS = 50

/** Why a visit came to nothing, as it was kept. */
const whyOf = (visit: { why: string | null } | null): Why | null =>
  visit?.why ? JSON.parse(visit.why) : null

/** The sources of a desk, the last one visited first, and how a run stands. */
export async function listSources(desk: Desk, filter: SourceFilter, after: Cursor | null) {
  const { store } = desk
  const [rows, open] = await Promise.all([
    store.sourceLists.list(filter, after, PAGE + 1),
    store.drifts.countOpen(),
  ])
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  const more = rows.length > PAGE && last ? { at: last.at, id: last.source.id } : null
  const listed = shown.map((row) => ({ ...row, why: whyOf(row.visit) }))
  return { rows: listed, more, open, run: await runOf(desk) }
}

/** @throws Refusal `not_found` */
export const findSourceById = async ({ store }: Desk, id: string): Promise<Source> =>
  known(await store.sources.find(id))

/** The run under way, or the last one, with the name of whoever began it. */
export async function runOf(desk: Desk) {
  const run = recheckOf(desk)
  return run && { run, names: await desk.store.people.names([run.by]) }
}

/** A snapshot with what it became of the one before it, word by word; null where nothing can be told. */
async function differenceOf(
  desk: Desk,
  older: Snapshot | undefined,
  newer: Snapshot | undefined,
): Promise<Difference | null> {
  if (!older?.text || !newer?.text) return null
  const texts = await desk.store.snapshots.texts([older.text, newer.text])
  const [before, after] = [texts.get(older.text), texts.get(newer.text)]
  if (before === undefined || after === undefined) return null
  return differenceBetween(desk, before, after)
}

/** The evidence that stands on a source, each with its claim. */
async function citing({ store }: Desk, source: { id: string; url: string }) {
  const [quoting, named] = await Promise.all([
    store.standing.evidence(source.id),
    store.sourceLists.named(source.url),
  ])
  const evidence: Evidence[] = [...quoting.map((row) => row.evidence), ...named]
  const claims = await store.claims.byIds([...new Set(evidence.map(({ claim }) => claim))])
  return evidence.flatMap((one) => {
    const claim = claims.find(({ id }) => id === one.claim)
    return claim ? [{ evidence: one, claim }] : []
  })
}

/**
 * A source with all that was kept of it, what stands on it, and two of its snapshots side by side.
 * @param newer the id of the snapshot to compare with the one before it; the newest one without
 * @throws Refusal `not_found`
 */
export async function openSource(desk: Desk, member: Member, id: string, newer?: string) {
  demand(member, 'viewer')
  const { store } = desk
  const source = known(await store.sources.find(id))
  const [snapshots, [visit = null], articles, evidence] = await Promise.all([
    store.snapshots.bySource(id, SNAPSHOTS),
    store.sources.visits([id]),
    store.standing.articles(id),
    citing(desk, source),
  ])
  const asked = snapshots.findIndex((one) => one.id === newer)
  const at = Math.max(asked, 0)
  const compared = snapshots.length > at + 1 ? (snapshots[at] ?? null) : null
  const difference = compared && (await differenceOf(desk, snapshots[at + 1], snapshots[at]))
  return {
    ...{ source, visit, snapshots, evidence },
    why: whyOf(visit),
    articles: articles.map(({ article }) => article),
    compared,
    difference,
    run: await runOf(desk),
  }
}
