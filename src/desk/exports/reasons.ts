import { publicVerdict } from '../../interchange/verdict-export.ts'
import type { Store } from '../../store/store.ts'
import type { Changed } from './changes.ts'

/** Of versions that were replaced, why the next one came, by the id of the one that was. */
async function successors({ verdicts }: Store, rows: Changed[]) {
  const replaced = rows.filter(({ change }) => change === 'superseded')
  const versions = await verdicts.of([...new Set(replaced.map(({ claim }) => claim))])
  const byClaim = Map.groupBy(
    versions.filter(({ publishedAt }) => publishedAt !== null),
    ({ claim }) => claim,
  )
  return (claim: string, version: number): string | null =>
    byClaim.get(claim)?.find(({ number }) => number > version)?.correctionReason ?? null
}

/** Changes with the version as it was told, and the public reason for what became of it. */
export async function explained(store: Store, rows: Changed[]) {
  const next = await successors(store, rows)
  return rows.map((row) => {
    const told = publicVerdict.parse(JSON.parse(row.body))
    const reasons = {
      withdrawn: () => told.withdrawalReason,
      corrected: () => told.correction?.reason ?? null,
      superseded: () => next(told.claimId, told.version),
    }
    const isExplained = (change: string): change is keyof typeof reasons =>
      Object.hasOwn(reasons, change)
    return { ...row, told, reason: isExplained(row.change) ? reasons[row.change]() : null }
  })
}
export type Explained = Awaited<ReturnType<typeof explained>>[number]
