import { setTimeout as sleep } from 'node:timers/promises'

/** How a run goes about: all of it can be set, so that tests need not wait. */
export type Pace = {
  /** milliseconds between the end of one request to a host and the beginning of the next */
  delayMs: number
  /** how many hosts are visited at a time; each with one request at a time */
  hosts: number
  /** the longest pause that a host can ask for, in milliseconds */
  longestMs: number
  now(): number
  wait(ms: number, signal: AbortSignal): Promise<unknown>
}

export const usualPace: Pace = {
  delayMs: 5000,
  hosts: 4,
  longestMs: 60_000,
  now: () => performance.now(),
  wait: (ms, signal) => sleep(ms, undefined, { signal }),
}

/** A host while it is being visited. */
export type Host = {
  /** Waits until it may be asked once more. */
  rest(): Promise<void>
  /** It asks for longer pauses than ours, in seconds. */
  slower(seconds: number): void
}

type Lane<T> = { left: T[]; busy: boolean; readyAt: number; pauseMs: number }

/** By the name of the machine: its ports, and http and https, are one host. */
function lanesOf<T>(items: readonly T[], addressOf: (item: T) => string, pauseMs: number) {
  const lanes = new Map<string, Lane<T>>()
  for (const item of items) {
    const address = addressOf(item)
    const name = URL.canParse(address) ? new URL(address).hostname : address
    const lane = lanes.get(name) ?? { left: [], busy: false, readyAt: 0, pauseMs }
    lane.left.push(item)
    lanes.set(name, lane)
  }
  return [...lanes.values()]
}

/** The host that may be asked soonest, of those that wait for nobody. */
const soonest = <T>(lanes: Lane<T>[]): Lane<T> | undefined =>
  lanes
    .filter(({ left, busy }) => !busy && left.length > 0)
    .reduce<Lane<T> | undefined>(
      (first, lane) => (first && first.readyAt <= lane.readyAt ? first : lane),
      undefined,
    )

/**
 * Visits addresses so that no host is troubled: several hosts at a time, each with one request after
 * the other and a pause between them.
 * @param visit one address; what it throws ends the run, so it keeps to itself what is about one
 * @throws the reason of `signal`, and what `visit` throws, once the visits under way have ended
 */
export async function politely<T>(
  items: readonly T[],
  addressOf: (item: T) => string,
  visit: (item: T, host: Host) => Promise<void>,
  { pace, signal }: { pace: Pace; signal: AbortSignal },
): Promise<void> {
  const lanes = lanesOf(items, addressOf, pace.delayMs)
  const failed = new AbortController()
  const stop = AbortSignal.any([signal, failed.signal])

  const until = async (lane: Lane<T>) => {
    const ms = lane.readyAt - pace.now()
    if (ms > 0) await pace.wait(ms, stop)
    stop.throwIfAborted()
  }
  const rested = (lane: Lane<T>) => {
    lane.readyAt = pace.now() + lane.pauseMs
  }
  const hostOf = (lane: Lane<T>): Host => ({
    async rest() {
      rested(lane)
      await until(lane)
    },
    slower(seconds) {
      lane.pauseMs = Math.max(lane.pauseMs, Math.min(seconds * 1000, pace.longestMs))
    },
  })

  async function work(): Promise<void> {
    for (let lane = soonest(lanes); lane; lane = soonest(lanes)) {
      lane.busy = true
      const [item] = lane.left.splice(0, 1)
      try {
        await until(lane)
        if (item !== undefined) await visit(item, hostOf(lane))
      } finally {
        lane.busy = false
        rested(lane)
      }
    }
  }

  const workers = Array.from({ length: Math.min(pace.hosts, lanes.length) }, () =>
    work().catch((error) => {
      failed.abort(error)
      throw error
    }),
  )
  await Promise.allSettled(workers)
  stop.throwIfAborted()
}
