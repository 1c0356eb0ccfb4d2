import type { DuePlace } from '../domain/due.ts'
import { demand, type Member } from '../domain/member.ts'
import { isUnsettled } from '../domain/original.ts'
import { checking, dueFor } from '../domain/validity.ts'
import type { DueRow } from '../store/due.ts'
import type { Store } from '../store/store.ts'
import { standingOf } from './deciding.ts'
import type { HeavyRead } from './heavy-jobs.ts'
import type { Desk } from './open.ts'
import { placesOf } from './places.ts'
import { originalsOf } from './reuse.ts'

const PAGE = 50

type Due = { rows: DueRow[]; count: number }
type Asked = Omit<Extract<HeavyRead, { read: 'due' }>, 'read'>

/** The worker's part: every public verdict is held against its dates and its appearances. */
export async function dueOf({ due }: Store, { today, after, limit }: Asked): Promise<Due> {
  const rows = limit > 0 ? await due.list(today, after, limit) : []
  return { rows, count: await due.count(today) }
}

async function ask({ heavy }: Desk, asked: Asked): Promise<Due> {
  return JSON.parse(await new Response(await heavy.run({ read: 'due', ...asked })).text())
}

/** How many public verdicts are to be looked at again. @param today YYYY-MM-DD, where the desk is */
export const countDue = async (desk: Desk, today: string): Promise<number> =>
  (await ask(desk, { today, after: null, limit: 0 })).count

/**
 * Public verdicts that are to be looked at again, what is due longest first; each with why, and with the
 * appearances that it is not checked for.
 * @param today YYYY-MM-DD, where the desk is
 * @param after the last row of the page before
 * @throws Refusal `forbidden`
 */
export async function listDue(desk: Desk, member: Member, today: string, after: DuePlace | null) {
  demand(member, 'checker')
  const { store } = desk
  const { rows: found, count } = await ask(desk, { today, after, limit: PAGE + 1 })
  const shown = found.slice(0, PAGE)
  const ids = shown.map(({ claim }) => claim)
  const [claims, versions, appearances, scale] = await Promise.all([
    store.claims.byIds(ids),
    store.verdicts.of(ids),
    store.claims.appearances(ids),
    store.desks.scale(),
  ])
  const places = await placesOf(desk, appearances)
  const originals = await originalsOf(
    desk,
    versions.filter((one) => one.status === 'published' && one.reusedFrom),
  )
  const rows = shown.flatMap(({ claim: id }) => {
    const claim = claims.find((one) => one.id === id)
    const own = versions.filter((one) => one.claim === id)
    const told = standingOf(own).publicVerdict
    const is = checking(own)
    // Somebody may have settled it since it was found.
    if (!claim || !told || !is) return []
    const here = places.filter(({ appearance }) => appearance.claim === id)
    const unchecked = here.filter(({ appearance }) => !is(appearance))
    const taken = originals[told.id]
    const original = taken && isUnsettled(told, claim.stageSince, taken) ? taken : null
    const reasons = dueFor(told, unchecked.length, original !== null, today)
    return [{ claim, told, unchecked, original, reasons }]
  })
  const last = shown.at(-1)
  const next = found.length > PAGE && last ? { since: last.since, id: last.verdict } : null
  return { rows, next, count, scale }
}
