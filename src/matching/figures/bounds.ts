/** The least and the most that a number may stand for; null where there is no such bound. */
export type Bounds = { low: number | null; high: number | null }

/** How the words around a number say that it is meant. */
export type Manner =
  | 'plainly'
  | 'roughly'
  | 'nearly'
  | 'at_least'
  | 'at_most'
  | 'just_over'
  | 'just_under'

/** How far a number that is said to be rough may be from what it stands for. */
const ROUGHLY = 0.1
/** One that is not is as exact as half of its last digit, and never less than this. */
const AT_MOST = 0.25

/**
 * @param step the worth of the last digit that says something; 0 where nothing else can be meant
 */
export function boundsOf(value: number, step: number, manner: Manner = 'plainly'): Bounds {
  const size = Math.abs(value)
  const half = Math.min(step / 2, size * AT_MOST)
  const rough = Math.max(half, size * ROUGHLY)
  const bounds: Record<Manner, Bounds> = {
    plainly: { low: value - half, high: value + half },
    roughly: { low: value - rough, high: value + rough },
    nearly: { low: value - rough, high: value },
    at_least: { low: value, high: null },
    at_most: { low: null, high: value },
    just_over: { low: value, high: value + rough },
    just_under: { low: value - rough, high: value },
  }
  return bounds[manner]
}

/**
 * The first and the last day that a date may mean.
 * @param date as it is written: `yyyymmdd`, with zeros for what it leaves out
 */
export function daysOf(date: number): Bounds {
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100]
  if (!year || day) return { low: date, high: date }
  return month
    ? { low: date + 1, high: lastDay(year, month) }
    : { low: date + 101, high: date + 1231 }
}

/** The last day of a month, as `yyyymmdd`. */
export const lastDay = (year: number, month: number): number =>
  year * 10_000 + month * 100 + new Date(Date.UTC(year, month, 0)).getUTCDate()
