import type { Tables } from '../../../src/store/define.ts'
import { lifeOf } from './life.ts'
import { type Rows, rowsFor } from './rows.ts'
import { foundWith } from './staff.ts'
import { idsFrom, worldOf } from './world.ts'

/** How many claims are worked on at the same time. */
const AT_ONCE = 40
/** About how many rows come at once. */
const BATCH = 5_000

const BEGIN = Date.parse('2023-01-01T08:00:00Z')
/** How long the desk has been at work, and how many entries a claim has. */
const SPAN = 900 * 86_400_000
const PER_CLAIM = 7

/** Rows of a desk, and how many of its claims have begun. */
export type Batch = { rows: Rows[]; count: number; claims: number }

/**
 * The life of a desk as rows, some thousands at a time: the same ones for the same numbers. What happens
 * to one claim happens between what happens to others, as on a desk.
 */
export function* storyOf(
  tables: Tables,
  asked: { claims: number; seed: number },
): Generator<Batch> {
  const rows = rowsFor(tables)
  const step = SPAN / (asked.claims * PER_CLAIM)
  const now = () => new Date(BEGIN + rows.entries() * step).toISOString()
  const newId = idsFrom()
  const founded = foundWith(newId, now())
  rows.happens(founded)
  rows.settle(founded.changes.map(({ after }) => after.id))
  for (const identity of founded.identities) rows.put(tables.identities, identity)
  const world = worldOf(asked, { staff: founded.staff, identities: founded.identities, newId, now })

  const open: { life: ReturnType<typeof lifeOf>; lasting: Set<string> }[] = []
  let claims = 0
  while (claims < asked.claims || open.length > 0) {
    while (open.length < AT_ONCE && claims < asked.claims) {
      open.push({ life: lifeOf(world), lasting: new Set() })
      claims += 1
    }
    const at = world.random.below(open.length)
    const one = open[at]
    const next = one?.life.next()
    if (next?.value) {
      rows.happens(next.value)
      for (const { kind, after } of next.value.changes) {
        // What is told of but once is as it will be; claims and verdicts go on.
        if (kind === 'claim' || kind === 'verdict') one?.lasting.add(after.id)
        else rows.settle([after.id])
      }
    }
    if (next?.done) {
      rows.settle(one?.lasting ?? [])
      open.splice(at, 1)
      if (rows.size() >= BATCH) yield { ...rows.take(), claims }
    }
  }
  yield { ...rows.take(), claims }
}
