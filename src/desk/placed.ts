import { isOpen, placeDrift } from '../domain/drift.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { Change } from '../domain/ledger.ts'
import type { Act } from '../domain/member.ts'
import type { Desk } from './open.ts'

/**
 * Evidence quotes the newer text of its source: the task that asked for a person, if there is one, is
 * settled by that.
 * @param after the evidence as it will be
 */
export async function settledBy({ store }: Desk, after: Evidence, act: Act): Promise<Change[]> {
  if (after.quoteStart === null || after.snapshot === null) return []
  const drift = (await store.drifts.lastAbout([after.id])).get(after.id)
  const isNewer = drift && isOpen(drift) && drift.snapshot === after.snapshot
  return isNewer ? [placeDrift(drift, {}, act)] : []
}
