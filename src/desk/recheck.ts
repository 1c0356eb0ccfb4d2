import { demand, type Member } from '../domain/member.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Host, type Pace, politely } from '../ingest/polite.ts'
import type { KnownRobots } from '../ingest/robots-fetch.ts'
import type { Desk } from './open.ts'
import { noProgress, type Progress } from './runs.ts'
import { type Visited, visitSource, type Why } from './visiting.ts'

/** A source that was visited, and how that went. */
export type Checked = { id: string; url: string } & Visited

export type RecheckOptions = {
  signal: AbortSignal
  /** Only what was not visited for so many hours; 0 */
  olderThan?: number
  /** Only this source, by its id. */
  source?: string
  pace?: Pace
  onProgress?: (progress: Progress, checked: Checked | null) => void
}

const HOUR_MS = 3_600_000

/** What is to be visited. @throws Refusal `not_found` where the one source asked for is none */
async function sourcesOf(desk: Desk, { source, olderThan = 0 }: RecheckOptions) {
  if (source === undefined) {
    const before = new Date(Date.parse(desk.now()) - olderThan * HOUR_MS).toISOString()
    return desk.store.standing.cited(olderThan > 0 ? before : null)
  }
  const found = await desk.store.sources.find(source)
  if (!found) throw new Refusal('not_found')
  return [found]
}

/** What the desk itself could not do at a source ends nothing: the others are visited all the same. */
function failedBy(error: unknown): Visited {
  if (!(error instanceof Refusal)) throw error
  const why: Why = { code: error.code, values: error.values }
  return { outcome: 'failed', why, drifts: 0 }
}

/**
 * Fetches what articles and evidence stand on once more, politely, and finds out what became of it.
 * Each source is saved by itself: whatever ends the run, what is done stays.
 * @returns how it ended
 * @throws Refusal `forbidden`, `not_found`; the reason of `signal`
 */
export async function recheck(
  desk: Desk,
  member: Member,
  options: RecheckOptions,
): Promise<Progress> {
  demand(member, 'checker')
  const { signal, pace = desk.pace, onProgress = () => {} } = options
  const sources = await sourcesOf(desk, options)
  let progress: Progress = { ...noProgress, total: sources.length }
  onProgress(progress, null)
  const robots: KnownRobots = new Map()
  const visit = async ({ id, url }: (typeof sources)[number], host: Host) => {
    const visiting = { robots, host, signal }
    const visited = await visitSource(desk, member, id, visiting).catch((error) => {
      signal.throwIfAborted()
      return failedBy(error)
    })
    const { outcome, drifts } = visited
    const { done } = progress
    progress = { ...progress, done: done + 1, [outcome]: progress[outcome] + 1, url }
    progress.drifts += drifts
    onProgress(progress, { id, url, ...visited })
  }
  await politely(sources, ({ url }) => url, visit, { pace, signal })
  return progress
}
