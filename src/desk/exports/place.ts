import type { SignedCheckpoint } from '../../domain/checkpoint.ts'
import type { Store } from '../../store/store.ts'

/**
 * Where a document stands in the ledger. The same state has the same place, and so the same bytes:
 * `generatedAt` is when it came to be so, or the moment that was asked for.
 */
export type Place = {
  cursor: number
  generatedAt: string
  checkpoint: SignedCheckpoint | null
}

const latest = (...times: (string | undefined)[]): string | undefined =>
  times
    .filter((time) => time !== undefined)
    .sort()
    .at(-1)

/**
 * @param asked `asOf` (ISO 8601, UTC) is the moment, null the present; of that, `isProved` asks for what the
 *   newest checkpoint covers, and when it was made: never before its last entry, as by a clock that
 *   was put back, so that who asks as of that time is given the same. Of the past it is the checkpoint that
 *   was the newest then.
 */
export async function placeOf(
  { past, checkpoints }: Store,
  { asOf, isProved, now }: { asOf: string | null; isProved: boolean; now: string },
): Promise<Place> {
  if (asOf) {
    const cursor = await past.cursorAt(asOf)
    const checkpoint = isProved ? await checkpoints.newest(cursor) : null
    return { cursor, generatedAt: asOf, checkpoint }
  }
  const checkpoint = isProved ? await checkpoints.newest() : null
  const last = isProved && !checkpoint ? null : await past.last(checkpoint?.size)
  return {
    cursor: last?.seq ?? 0,
    generatedAt: latest(checkpoint?.at, last?.at) ?? now,
    checkpoint,
  }
}
