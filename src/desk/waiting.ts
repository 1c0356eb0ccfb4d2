import { has, type Member } from '../domain/member.ts'
import { countDrifts } from './drifts.ts'
import type { Desk } from './open.ts'
import { countReviews } from './reviews.ts'
import { countTips } from './tips.ts'

/** What waits: second readings for this member, passages to look at again, letters from readers. */
type Waiting = { review: number; drifts: number; tips: number }

/** What waited for whom as of an entry of the ledger, by the store that was asked. */
type Counted = Map<string, { cursor: number; waiting: Waiting }>
const counted = new WeakMap<Desk['store'], Counted>()

const nothing: Waiting = { review: 0, drifts: 0, tips: 0 }

/**
 * What waits for a member, as the header of every page says it. It is counted anew once something was
 * decided since: all of it follows from the ledger and from who asks.
 */
export async function waitingFor(desk: Desk, member: Member): Promise<Waiting> {
  if (!has(member, 'checker')) return nothing
  const known: Counted = counted.get(desk.store) ?? new Map()
  counted.set(desk.store, known)
  const key = `${member.role} ${member.id}`
  // Before it is counted: what is decided meanwhile is counted once more, never missed.
  const cursor = await desk.store.verdicts.cursor()
  const before = known.get(key)
  if (before?.cursor === cursor) return before.waiting
  const [review, drifts, tips] = await Promise.all([
    countReviews(desk, member),
    countDrifts(desk),
    countTips(desk),
  ])
  const waiting = { review, drifts, tips }
  known.set(key, { cursor, waiting })
  return waiting
}
