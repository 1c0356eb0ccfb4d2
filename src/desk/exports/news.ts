import { type ExportChange, exportChanges } from '../../domain/export-change.ts'
import type { PublicVerdict } from '../../interchange/verdict-export.ts'
import type { Store } from '../../store/store.ts'
import { type Changed, changesOf, type Stretch } from './changes.ts'
import { explained } from './reasons.ts'

/** What became of a version, to be told on a page. */
export type ChangeNews = {
  change: ExportChange
  reason: string | null
  told: Pick<PublicVerdict, 'id' | 'claimId' | 'version' | 'claim' | 'rating' | 'conclusion'>
}

/** What changed since a place: how much of each kind, and the newest of it. */
export type ExportNews = {
  counts: { [change in ExportChange]?: number }
  /** Whether there is more than was counted. */
  isMore: boolean
  newest: ChangeNews[]
}

/** How many changes are counted: more than that nobody reads one by one. */
const COUNTED = 1000

/** @param asked `most` is how many changes are told one by one */
export async function newsOf(store: Store, asked: Stretch & { most: number }): Promise<ExportNews> {
  const changes: Changed[] = []
  for await (const batch of changesOf(store, asked)) {
    changes.push(...batch)
    if (changes.length > COUNTED) break
  }
  const counted = changes.slice(0, COUNTED)
  const count = (one: ExportChange) => counted.filter(({ change }) => change === one).length
  // A version that was replaced is told with the one that replaced it.
  const telling = counted.filter(({ change }) => change !== 'superseded')
  const newest = await explained(store, telling.slice(-asked.most).reverse())
  return {
    counts: Object.fromEntries(exportChanges.map((one) => [one, count(one)])),
    isMore: changes.length > COUNTED,
    newest: newest.map(({ change, reason, told }) => {
      const { id, claimId, version, claim, rating, conclusion } = told
      return { change, reason, told: { id, claimId, version, claim, rating, conclusion } }
    }),
  }
}
