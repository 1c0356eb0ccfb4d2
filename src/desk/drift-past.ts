import type { Drift } from '../domain/drift.ts'
import type { SealedEntry, Value } from '../domain/ledger.ts'
import type { Desk } from './open.ts'

/** How many decisions about one quote are taken back at most. */
const MOST = 200

/** The fields of a decision as they were before it. */
const fieldsBefore = ({ change }: SealedEntry): [string, Value][] =>
  Object.entries(change).map(([field, [was]]) => [field, was])

/**
 * What a task is about, as it was when the task was settled: what was decided then and since is taken
 * back, entry by entry. While the task is open, it is as it is now.
 */
export async function asItWas<T extends object>(desk: Desk, drift: Drift, now: T): Promise<T> {
  const { settledAt, aboutKind, about } = drift
  if (!settledAt) return now
  const entries = await desk.store.ledger.ofSubject(aboutKind, about, MOST)
  const since = entries.filter(({ at }) => at >= settledAt)
  // The newest comes first: what a field was before the oldest of them is what counts.
  return { ...now, ...Object.fromEntries(since.flatMap(fieldsBefore)) }
}
