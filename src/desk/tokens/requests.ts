import { Refusal } from '../../domain/refusal.ts'
import type { Answered, Request } from '../../store/requests.ts'
import type { Desk } from '../open.ts'

/** How long a key is known. */
const KEPT_HOURS = 24

/** The requests that are being carried out now, by this process. */
const underWay = new WeakMap<Desk['store'], Set<string>>()

function runningOn({ store }: Desk): Set<string> {
  const running = underWay.get(store) ?? new Set()
  underWay.set(store, running)
  return running
}

/**
 * Carries a program's request out once, however often it comes.
 *
 * A process that ends in the middle leaves a key without an answer. The request that comes again is then
 * carried out again, with the same id for what it makes and the same revision that was read: every verb of
 * the desk finds its own work done, or does it now. So nothing need be known of what the first one came to.
 * @param carryOut returns what it was answered: null where nothing came of it, and the key is free again;
 *   `unknown` where nobody can tell
 * @throws Refusal `key_reused` where the key belongs to another request; `busy` while that is carried out
 */
export async function onceUnder(
  desk: Desk,
  asked: Pick<Request, 'token' | 'key' | 'hash'>,
  carryOut: (newId: string) => Promise<Answered | null | 'unknown'>,
): Promise<Answered | null> {
  const running = runningOn(desk)
  const name = `${asked.token} ${asked.key}`
  if (running.has(name)) throw new Refusal('busy')
  running.add(name)
  try {
    const at = desk.now()
    const forget = new Date(Date.parse(at) - KEPT_HOURS * 3_600_000).toISOString()
    const request = { ...asked, newId: desk.newId(), at }
    const known = await desk.store.requests.begin(request, forget)
    if (known.hash !== asked.hash) throw new Refusal('key_reused')
    if (known.answer) return known.answer
    const answer = await carryOut(known.newId)
    if (answer === null) await desk.store.requests.forget(asked)
    else if (answer !== 'unknown') await desk.store.requests.answered(asked, answer)
    return null
  } finally {
    running.delete(name)
  }
}
