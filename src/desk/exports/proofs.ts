import type { Checkpoint } from '../../domain/checkpoint.ts'
import type { Place } from '../../interchange/verdict-export.ts'
import type { Store } from '../../store/store.ts'

export type Proof = NonNullable<Place['proof']>

/**
 * Proves that a checkpoint covers entries, one after the other in their order.
 * @returns of a place in the ledger its proof; null where the checkpoint does not cover it
 */
export async function prover({ tree }: Store, checkpoint: Checkpoint | null) {
  const size = checkpoint?.size ?? 0
  const pathTo = await tree.prover(size)
  return async (seq: number): Promise<Proof | null> =>
    seq > size ? null : { index: seq - 1, path: await pathTo(seq) }
}
