/** What is left of an allowance once something of it is taken, and in how many seconds it is whole again. */
export type Left = { left: number; seconds: number }

/** How many callers are remembered; more than that are looked through for those whose time is over. */
const MANY = 10_000

/**
 * So many a while for each caller, counted in memory: a process that begins anew forgets it.
 * @param most how many, in so many seconds from the first
 * @param clock in milliseconds
 */
export function allowance(most: number, seconds: number, clock = () => performance.now()) {
  const counted = new Map<string, { until: number; taken: number }>()

  function ofCaller(caller: string) {
    const now = clock()
    const there = counted.get(caller)
    if (there && there.until > now) return { one: there, now }
    if (counted.size >= MANY) {
      for (const [name, { until }] of counted) if (until <= now) counted.delete(name)
    }
    const one = { until: now + seconds * 1000, taken: 0 }
    counted.set(caller, one)
    return { one, now }
  }

  return {
    most,
    seconds,
    /** Takes one. @returns what is left; less than nothing where there was nothing left to take */
    take(caller: string): Left {
      const { one, now } = ofCaller(caller)
      one.taken += 1
      return { left: most - one.taken, seconds: Math.ceil((one.until - now) / 1000) }
    },
  }
}
