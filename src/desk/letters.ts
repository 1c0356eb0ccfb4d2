import { reader } from '../domain/member.ts'
import { parse } from '../domain/parse.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Letter, letterInput, receiveTip } from '../domain/tip.ts'
import { type PublicVerdict, publicVerdict } from '../interchange/verdict-export.ts'
import { actOf, findClaim, known, once, says } from './deciding.ts'
import type { Desk } from './open.ts'
import { digest } from './secrets.ts'

/** How many letters are kept: of one client within an hour of the clock, of all within a day (UTC). */
export const LETTERS = { hour: 10, day: 200 }

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * Counts a letter before it is kept, so that many at once do not slip through.
 * @param from the client's address; only its SHA-256 is stored, until the hour after
 * @throws Refusal `throttled`, with the minutes to wait
 */
async function admit({ store, now }: Desk, from: string): Promise<void> {
  const at = now()
  const time = Date.parse(at)
  const doors: [key: string, length: number, limit: number][] = [
    [`letter ${digest(from)}`, HOUR, LETTERS.hour],
    ['letters all', DAY, LETTERS.day],
  ]
  for (const [door, length, limit] of doors) {
    const end = (Math.floor(time / length) + 1) * length
    const forget = new Date(time - length).toISOString()
    if (await store.people.attempt(`${door} ${end}`, limit, at, forget)) continue
    throw new Refusal('throttled', { values: { minutes: Math.ceil((end - time) / 60_000) } })
  }
}

/**
 * The verdict that a letter speaks of, as the public was told of it last.
 * @param named a readable address that it ever had, the id of its claim, or of one of its versions
 * @throws Refusal `not_found`
 */
export async function verdictTold(desk: Desk, named: string): Promise<PublicVerdict> {
  const { store } = desk
  const claim = (await store.told.claimAt(named)) ?? (await store.verdicts.find(named))?.claim
  const { versions, standing } = await findClaim(desk, known(claim ?? null))
  const newest = versions.find(({ number }) => number === standing.lastPublic)
  const body = newest && (await store.verdicts.lastPublication(newest.id))
  return publicVerdict.parse(JSON.parse(known(body ?? null)))
}

/** What was sent under this id before. @throws Refusal `conflict` where that was something else */
async function sentBefore({ store }: Desk, id: string, said: Omit<Letter, 'tip'>) {
  const tip = await store.tips.find(id)
  const letter = tip && (await store.tips.letter(id))
  if (letter && !says(said, { words: letter.words, url: letter.url })) throw new Refusal('conflict')
  return tip
}

/**
 * Keeps what a reader sends in, apart from the queue; the same form again finds it there.
 * @param sent `id`, which the form was given, and `about`: the verdict that is said to be wrong
 * @param from the client's address
 * @throws Refusal `invalid`; `not_found` where the public knows no such verdict; `throttled`; `conflict`
 *   where the form was sent before with other words
 */
export async function receiveLetter(
  desk: Desk,
  from: string,
  sent: { id: string; about: string | null },
  input: unknown,
): Promise<void> {
  const said = parse(letterInput, input)
  const claim = sent.about ? (await verdictTold(desk, sent.about)).claimId : null
  if (await sentBefore(desk, sent.id, said)) return
  await admit(desk, from)
  const change = receiveTip(sent.id, claim, actOf(desk, reader))
  await once(
    () => sentBefore(desk, sent.id, said),
    () => desk.store.save([change], { letters: [{ keep: { tip: sent.id, ...said } }] }),
  )
}

/**
 * A letter that a claim can be made of.
 * @throws Refusal `not_found` also where it speaks of a verdict
 */
export async function letterToOpen(desk: Desk, id: string) {
  const found = await findLetter(desk, id)
  if (found.tip.about === 'error') throw new Refusal('not_found')
  return found
}

/** A letter with the words as they are kept, or null where they are erased. @throws Refusal `not_found` */
export async function findLetter({ store }: Desk, id: string) {
  const [tip, letter] = await Promise.all([store.tips.find(id), store.tips.letter(id)])
  return { tip: known(tip), letter }
}
