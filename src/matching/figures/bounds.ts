/** The least and the most that a number may stand for; null where there is no such bound. */
export type Bounds = { low: number | null; high: number | null }

/** @param step the worth of its last digit that says something: it is as exact as half of that */
export const boundsOf = (value: number, step: number): Bounds => ({
  low: value - step / 2,
  high: value + step / 2,
})

/** The first and the last day that a date may mean, as it is written: `yyyymmdd`, with zeros for what it leaves out. */
export function daysOf(value: number): Bounds {
  const [year, month, day] = [
    Math.floor(value / 10_000),
    Math.floor(value / 100) % 100,
    value % 100,
  ]
  if (!year || day) return { low: value, high: value }
  if (!month) return { low: value + 101, high: value + 1231 }
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { low: value + 1, high: value + last }
}
