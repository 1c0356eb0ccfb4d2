import {
  ANSWER_SECONDS,
  type Delivery,
  isGone,
  leaseFrom,
  type Outcome,
  settle,
} from '../../domain/delivery.ts'
import { schedule } from '../../domain/member.ts'
import { Refusal } from '../../domain/refusal.ts'
import { loseWebhook } from '../../domain/webhook.ts'
import { post } from '../../ingest/post.ts'
import { signedHeaders } from '../../interchange/webhook-message.ts'
import type { WebhookState } from '../../store/webhooks.ts'
import { actOf } from '../deciding.ts'
import type { Desk } from '../open.ts'
import { bodyOf } from './deliveries.ts'

/** How many of what is due are looked at to find one that nobody else takes. */
const LOOK = 8

/** Takes something that is due, so that nobody else sends it meanwhile; null where nothing is. */
async function take({ store, now }: Desk, webhook: string): Promise<Delivery | null> {
  const at = now()
  for (const one of await store.deliveries.due(webhook, at, LOOK)) {
    const taken = await store.deliveries.put({ ...one, leasedUntil: leaseFrom(at) })
    if (taken) return taken
  }
  return null
}

/** @throws the reason of the signal, and whatever nobody foresaw */
async function send(
  desk: Desk,
  { url, secret, formerSecret, formerUntil }: WebhookState,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Outcome> {
  const body = await bodyOf(desk, delivery)
  const at = desk.now()
  const former = formerSecret && formerUntil && formerUntil > at ? [formerSecret] : []
  const headers = signedHeaders(delivery.id, at, body, [secret, ...former])
  const from = performance.now()
  const { fetching } = desk
  const ms = () => Math.round(performance.now() - from)
  try {
    const limits = { timeoutMs: ANSWER_SECONDS * 1000, ...fetching, signal }
    const { status, text, retryAfter } = await post(url, { headers, body }, limits)
    return { at, ms: ms(), status, answer: text, why: null, retryAfter }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const why = { code: error.code, values: error.values }
    return { at, ms: ms(), status: null, answer: null, why, retryAfter: null }
  }
}

/** The webhook is paused: its host said that there is nothing any more. */
async function lose(desk: Desk, id: string): Promise<void> {
  const webhook = await desk.store.webhooks.find(id)
  if (webhook?.status !== 'active') return
  await desk.store.save([loseWebhook(webhook, actOf(desk, schedule))]).catch((error) => {
    // Somebody decided on it at the same moment: that stands.
    if (!(error instanceof Refusal && error.code === 'conflict')) throw error
  })
}

/**
 * Sends one thing that is due, and keeps what came of it. Where the process dies in between, it is sent
 * again, under the same id, when nobody can be sending it any more.
 * @returns whether there was anything to send
 * @throws the reason of the signal
 */
export async function sendNext(desk: Desk, webhook: string, signal: AbortSignal): Promise<boolean> {
  const { store } = desk
  signal.throwIfAborted()
  const reach = await store.webhooks.reach(webhook)
  const taken = reach && (await take(desk, webhook))
  if (!taken) return false
  try {
    const outcome = await send(desk, reach, taken, signal)
    await store.deliveries.put(settle(taken, outcome, Math.random()))
    if (isGone(outcome)) await lose(desk, webhook)
  } catch (error) {
    // Nobody has to wait for one who gave it up.
    await store.deliveries.put({ ...taken, leasedUntil: null })
    throw error
  }
  return true
}
