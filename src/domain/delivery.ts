import { Refusal } from './refusal.ts'

export const deliveryStatuses = ['waiting', 'delivered', 'given_up'] as const

/** Something that a webhook is told, and what became of it. It is no decision, so no part of the ledger. */
export type Delivery = {
  /** The same each time it is sent: its receiver knows by it what it has already. */
  id: string
  webhook: string
  /** The place in the ledger of what is told; null of a test. */
  seq: number | null
  /** What is told of one claim is told in its order; null of a test. */
  claim: string | null
  event: string
  status: (typeof deliveryStatuses)[number]
  /** How often it was sent since it was added, or since somebody sent it again. */
  attempts: number
  /** 1 where somebody sent it again: it waits for no other, and none waits for it. */
  again: number
  addedAt: string
  /** When it is sent next; null where it is not. */
  nextAt: string | null
  /** Until when one process alone sends it: it may have died meanwhile. */
  leasedUntil: string | null
  /** When it was sent last, and how long the answer took, in milliseconds. */
  triedAt: string | null
  ms: number | null
  /** What was answered: a status of HTTP, and how it began. */
  answerStatus: number | null
  answer: string | null
  /** Why there was no answer. */
  why: { code: string; values: Record<string, string | number> } | null
  revision: number
}

/** How long an answer is waited for, in seconds. */
export const ANSWER_SECONDS = 10

/** For so long nobody else sends what one process sends: longer than it can take. */
const LEASE_SECONDS = ANSWER_SECONDS + 10

/** Deliveries are listed for so long. */
export const KEPT_DAYS = 30

/** How often something is sent before it is given up: about a day, and the waits grow threefold. */
export const MOST_ATTEMPTS = 10
const FIRST_WAIT_SECONDS = 10
const GROWTH = 3
/** How much longer or shorter a wait may be than the rule says: not all come back at once. */
const SPREAD = 0.2
/** No host is waited for longer than this because it says so. */
const LONGEST_SECONDS = 86_400

export const later = (at: string, seconds: number): string =>
  new Date(Date.parse(at) + seconds * 1000).toISOString()

export const leaseFrom = (at: string): string => later(at, LEASE_SECONDS)

/** What came of sending it: an answer, or why there was none. */
export type Outcome = {
  /** When it was sent. */
  at: string
  ms: number
  /** How long the host asks to be left alone, in seconds, where it does. */
  retryAfter: number | null
} & (
  | { status: number; answer: string; why: null }
  | { status: null; answer: null; why: NonNullable<Delivery['why']> }
)

/** RFC 9110: what was asked for was done. */
const isSuccess = (status: number | null): boolean =>
  status !== null && status >= 200 && status < 300

/** There is nothing any more, and will not be: Standard Webhooks has the sender stop. */
export const isGone = ({ status }: Outcome): boolean => status === 410

/**
 * How many seconds it waits after so many attempts.
 * @param chance from 0 to 1
 */
export function waitAfter(attempts: number, chance: number): number {
  const wait = FIRST_WAIT_SECONDS * GROWTH ** (attempts - 1)
  return wait * (1 - SPREAD + 2 * SPREAD * chance)
}

/**
 * How a delivery stands after it was sent: delivered, waiting for its next turn, or given up.
 * @param chance from 0 to 1: what spreads the turns
 */
export function settle(delivery: Delivery, outcome: Outcome, chance: number): Delivery {
  const { at, ms, status, answer, why, retryAfter } = outcome
  const attempts = delivery.attempts + 1
  const tried = { ...delivery, attempts, leasedUntil: null, triedAt: at, ms }
  const after = { ...tried, answerStatus: status, answer, why }
  if (isSuccess(status)) return { ...after, status: 'delivered', nextAt: null }
  // Whoever has it go on sends what it was paused with.
  if (isGone(outcome)) return { ...after, attempts: 0, nextAt: at }
  if (attempts >= MOST_ATTEMPTS) return { ...after, status: 'given_up', nextAt: null }
  const asked = Math.min(retryAfter ?? 0, LONGEST_SECONDS)
  return { ...after, nextAt: later(at, Math.max(waitAfter(attempts, chance), asked)) }
}

/**
 * Sends again what was delivered or given up; what still waits is sent at once.
 * @throws Refusal `conflict` where it is being sent
 */
export function sendAgain(delivery: Delivery, at: string): Delivery {
  if (delivery.leasedUntil && delivery.leasedUntil > at) throw new Refusal('conflict')
  const isLate = delivery.status !== 'waiting'
  const again = isLate ? 1 : delivery.again
  return { ...delivery, status: 'waiting', attempts: 0, again, nextAt: at, leasedUntil: null }
}

/** Something new to be told, at once. */
export const newDelivery = (
  about: Pick<Delivery, 'id' | 'webhook' | 'seq' | 'claim' | 'event'>,
  at: string,
): Delivery => ({
  ...about,
  ...{ status: 'waiting', attempts: 0, again: 0, addedAt: at, nextAt: at, leasedUntil: null },
  ...{ triedAt: null, ms: null, answerStatus: null, answer: null, why: null, revision: 1 },
})
