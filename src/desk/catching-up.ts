import type { Store } from '../store/store.ts'
import type { HeavyRead } from './heavy-jobs.ts'
import type { Desk } from './open.ts'

/** So many documents are read again in one transaction: whoever decides waits no longer than for these. */
const AT_ONCE = 50
/** So many are asked of the worker at a time. */
const EACH = 200

/** How often it is looked whether there is anything to read again, in milliseconds. */
const PAUSE = 5000

/** The worker's part: reads documents again that were marked. @returns how many; none where none is left */
export async function catchUpIn(
  { words }: Store,
  { most }: Omit<Extract<HeavyRead, { read: 'catchUp' }>, 'read'>,
): Promise<number> {
  let done = 0
  while (done < most) {
    const some = await words.catchUp(AT_ONCE)
    if (some === 0) break
    done += some
  }
  return done
}

/**
 * Brings the index of words up to what was decided: after an upgrade, or where very much changed at once.
 * @param goesOn whether to take the next step; what was done stays
 */
export async function catchUp(
  { store, heavy }: Pick<Desk, 'store' | 'heavy'>,
  goesOn: () => boolean = () => true,
): Promise<void> {
  while (goesOn() && (await store.words.isBehind())) {
    await new Response(await heavy.run({ read: 'catchUp', most: EACH })).text()
  }
}

/**
 * The same by itself, as long as the desk is open.
 * @param onError told what went wrong; the next look tries again
 * @param pause milliseconds between two looks
 */
export function scheduleCatchingUp(
  desk: Desk,
  onError: (error: unknown) => void,
  pause = PAUSE,
): void {
  const { indexing } = desk
  const wait = (ms: number) => {
    const next = async () => {
      await catchUp(desk, () => indexing.timer !== null).catch(onError)
      if (indexing.timer) wait(pause)
    }
    indexing.timer = setTimeout(() => {
      indexing.looking = next()
    }, ms).unref()
  }
  wait(0)
}
