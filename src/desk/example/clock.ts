import type { Desk } from '../open.ts'

/** The days of the story: the last of them is yesterday. */
export const DAYS = 30

/** Before this day the last source of the example was not published. */
const EARLIEST = Date.parse('2025-05-30T00:00:00Z')

const DAY_MS = 86_400_000
/** Work begins at seven and ends at five, UTC. */
const [MORNING, EVENING] = [7 / 24, 17 / 24]

/**
 * The same desk with a clock of its own, that only goes forward, and never past the desk's present.
 * @returns the desk, and what sets its clock: to a day of the story, and to how far its work is (0–1)
 */
export function pastDesk(desk: Desk) {
  const midnight = Date.parse(`${desk.now().slice(0, 10)}T00:00:00Z`)
  const day = Math.max(0, Math.min(DAY_MS, (midnight - EARLIEST) / DAYS))
  const begin = midnight - DAYS * day
  let at = begin
  const set = (days: number, share: number) => {
    at = Math.max(at, begin + day * (days + MORNING + share * (EVENING - MORNING)))
  }
  const now = () => {
    at += 1
    return new Date(at).toISOString()
  }
  return { past: { ...desk, now }, set }
}
