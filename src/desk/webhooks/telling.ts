import { KEPT_DAYS, later, newDelivery } from '../../domain/delivery.ts'
import { eventOf } from '../../domain/webhook.ts'
import type { Desk } from '../open.ts'
import { sendNext } from './sending.ts'

/** How many of one webhook’s are under way at a time, each about another claim. */
const AT_ONCE = 4
/** How many publications are looked at in one step, and how many wait at most before more are noted. */
const STEP = 200
const MOST_WAITING = 1000

/** How often it is looked whether there is something to send, and something to forget, in milliseconds. */
const PAUSE = 2000
const HOUR = 3_600_000

/**
 * Notes what a webhook is to be told of what the public learned since: its place in the ledger moves on
 * in the same transaction, so that nothing is missed, and nothing noted twice.
 */
async function note(desk: Desk, id: string): Promise<void> {
  const { webhooks, deliveries } = desk.store
  for (;;) {
    const [webhook, state] = await Promise.all([webhooks.find(id), webhooks.reach(id)])
    if (!webhook || !state) return
    const told = await webhooks.toldAfter(state.cursor, STEP)
    const last = told.at(-1)
    if (!last || (await deliveries.waiting(id)) >= MOST_WAITING) return
    const at = desk.now()
    const found = told.flatMap(({ seq, claim, ...about }) => {
      const event = eventOf(about)
      if (!event || !webhook.events.includes(event)) return []
      return [newDelivery({ id: desk.newId(), webhook: id, seq, claim, event }, at)]
    })
    if (!(await deliveries.note(id, state.cursor, last.seq, found))) return
  }
}

/**
 * Tells one webhook what it is to be told now.
 * @throws the reason of the signal
 */
async function tell(desk: Desk, id: string, signal: AbortSignal): Promise<void> {
  await note(desk, id)
  const one = async () => {
    while (await sendNext(desk, id, signal));
  }
  if (await sendNext(desk, id, signal)) await Promise.all(Array.from({ length: AT_ONCE }, one))
}

/**
 * Tells every webhook what it is to be told now, each at its own pace.
 * @param onError told what nobody foresaw; the next look tries again
 * @returns settles when all that was due has been sent once
 */
export async function tellWebhooks(desk: Desk, onError: (error: unknown) => void): Promise<void> {
  const { telling, controller } = desk.hooks
  const { signal } = controller
  for (const id of await desk.store.webhooks.active()) {
    if (telling.has(id) || signal.aborted) continue
    const ended = tell(desk, id, signal)
      .catch((error) => signal.aborted || onError(error))
      .finally(() => telling.delete(id))
    telling.set(
      id,
      ended.then(() => undefined),
    )
  }
  await Promise.all(telling.values())
}

/**
 * The same by itself, as long as the desk is open; what was settled long ago is forgotten.
 * @param onError told what went wrong; the next look tries again
 * @param pause milliseconds between two looks
 */
export function scheduleWebhooks(
  desk: Desk,
  onError: (error: unknown) => void,
  pause = PAUSE,
): void {
  const { hooks } = desk
  let forgot = Number.NEGATIVE_INFINITY
  const look = async () => {
    // One that answers slowly keeps no other waiting.
    tellWebhooks(desk, onError).catch(onError)
    const now = Date.parse(desk.now())
    if (now - forgot < HOUR) return
    forgot = now
    await desk.store.deliveries.forget(later(desk.now(), -KEPT_DAYS * 86_400))
  }
  const wait = (ms: number) => {
    const next = async () => {
      await look().catch(onError)
      if (hooks.timer) wait(pause)
    }
    hooks.timer = setTimeout(() => {
      hooks.looking = next()
    }, ms).unref()
  }
  wait(0)
}
