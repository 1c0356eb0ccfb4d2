import { Refusal } from '../domain/refusal.ts'
import type { HeavyRead } from './heavy-jobs.ts'
import { type HeavyThread, heavyThread, tooHeavy } from './heavy-thread.ts'
import { inTurns } from './turns.ts'

export type Heavy = {
  /**
   * A stream of UTF-8 bytes, made off the main thread, on a connection of its own.
   * @throws Refusal as what is read refuses; `unreadable` with `why`: `slow` or `heavy`, where what
   *   came in takes more than its limits
   */
  run(job: HeavyRead): Promise<ReadableStream<Uint8Array>>
  /** Starts the thread on which claims are looked for: it takes a second, for which nobody should wait. */
  warmUp(): Promise<void>
  close(): Promise<void>
}

/** Nothing: it is there once the thread is, with its connection. */
const NOTHING: HeavyRead = {
  read: 'similar',
  member: { id: '' },
  texts: [],
  limit: 0,
  least: 0,
}

/** What reading one page or file may take, in milliseconds from its begin and bytes, before it is given up. */
export type ReadingLimits = { time: number; memory: number }
const LIMITS: ReadingLimits = { time: 20_000, memory: 536_870_912 }

/** How often the memory is looked at, in milliseconds. */
const WATCH = 100

/**
 * Where the engine itself stops a thread's heap, in MiB. It gives the thread a few more megabytes to
 * end in, and ends the whole process when they are not enough: the watch has to come well before it.
 */
const LAST_STOP = 4096

/**
 * What is made and forgotten at once, as all that goes out is, is cleared away after so many MiB: an export
 * of any length takes little room.
 */
const YOUNG = 4

/** With a limit to its heap in MiB, far beyond what goes out needs, a thread clears away sooner what it has loaded. */
const OLD = 1024

/** One thing after the other, each within its limits, on a thread of their own. */
function guarded(address: string, limits: ReadingLimits) {
  const thread = heavyThread(address, { maxOldGenerationSizeMb: LAST_STOP })
  let last: Promise<unknown> = Promise.resolve()
  return {
    end: thread.end,
    run(job: HeavyRead) {
      const turn = last.then(() => within(limits, thread, job))
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

/**
 * The desk's heavy reads, on five threads, each started at its first. What comes in from outside can
 * mean harm: it is read on a thread of its own, one thing after the other, which is ended where it
 * takes too much; so are texts held against one another, which others wrote. What goes out never waits
 * for either, nor ends with it; nor does somebody who looks for a claim wait for what goes out, or for
 * all that one colleague looks for. What is imported is read, and written, on a thread that does nothing else.
 */
export function heavyReads(address: string, limits: ReadingLimits = LIMITS): Heavy {
  const outgoing = heavyThread(address, {
    maxYoungGenerationSizeMb: YOUNG,
    maxOldGenerationSizeMb: OLD,
  })
  const importing = heavyThread(address)
  const looking = heavyThread(address)
  const incoming = guarded(address, limits)
  const comparing = guarded(address, limits)
  const looks = inTurns()

  return {
    run(job) {
      if ('bytes' in job) return incoming.run(job)
      if (job.read === 'import') return importing.run(job)
      if ('member' in job) return looks(job.member.id, () => looking.run(job))
      const compares = job.read === 'difference' || job.read === 'anchors'
      return compares ? comparing.run(job) : outgoing.run(job)
    },
    async warmUp() {
      await looking.run(NOTHING)
    },
    async close() {
      const threads = [outgoing, importing, looking, incoming, comparing]
      await Promise.all(threads.map((thread) => thread.end()))
    },
  }
}

/** Reads something whole, or ends the thread. */
async function within(limits: ReadingLimits, thread: HeavyThread, job: HeavyRead) {
  const given = Promise.withResolvers<never>()
  const giveUp = (refusal: Refusal) => {
    given.reject(refusal)
    void thread.end()
  }
  const slow = new Refusal('unreadable', { values: { why: 'slow' } })
  let clock: NodeJS.Timeout | undefined
  let watch: NodeJS.Timeout | undefined
  let isOver = false
  // A thread that is starting takes time and memory of its own, which are nothing that came in.
  const begun = () => {
    clock = setTimeout(() => giveUp(slow), limits.time)
    watch = setInterval(async () => {
      const isTooMuch = (await thread.held()) > limits.memory
      // It may be another job's by now.
      if (isTooMuch && !isOver) giveUp(tooHeavy())
    }, WATCH)
  }
  try {
    const whole = thread.run(job, begun).then((stream) => new Response(stream).blob())
    return (await Promise.race([given.promise, whole])).stream()
  } finally {
    isOver = true
    clearTimeout(clock)
    clearInterval(watch)
  }
}
