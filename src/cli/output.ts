import { readConfig } from '../config.ts'
import { type Desk, openDesk } from '../desk/open.ts'
import { problemOf } from '../desk/terminal.ts'

/** What a command ends with; the README says so too. */
export const exits = { done: 0, failed: 1, misunderstood: 2, stopped: 130 } as const

/** Prints one line of what was asked for. */
export const say = (line: string): boolean => process.stdout.write(`${line}\n`)

/** Says something about the command, beside what it prints. */
export const complain = (line: string): boolean => process.stderr.write(`${line}\n`)

/** The option that every command has. */
export const json = { type: 'boolean', description: 'print JSON', default: false } as const

/**
 * Says how far a command is, to somebody who sits before it.
 * @param line what is being done; null takes the last one away
 */
export function progress(line: string | null): void {
  const { isTTY, columns } = process.stderr
  if (isTTY) process.stderr.write(`\r\u001B[K${line?.slice(0, (columns || 80) - 1) ?? ''}`)
}

/**
 * Says why something was not done: in words on standard error and, where JSON was asked for, as JSON
 * on standard output.
 * @param file the source that it is about, where there are several
 */
export function refuse(error: unknown, json: boolean, file?: string): void {
  process.exitCode = exits.failed
  const problem = problemOf(error)
  if (json) say(JSON.stringify({ ...(file !== undefined && { file }), error: problem }))
  complain(file === undefined ? problem.message : `${file}: ${problem.message}`)
}

/** Carries out a command; what goes wrong is said in words, and without a stack. */
export async function carryOut(json: boolean, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    refuse(error, json)
    // What was under way, such as a page being fetched, would keep the process waiting.
    if (error instanceof Stopped) process.exit(exits.stopped)
  }
}

/** Opens the desk for one command, and closes it whatever happens. */
export const onDesk = (json: boolean, work: (desk: Desk) => Promise<void>): Promise<void> =>
  carryOut(json, async () => {
    const config = readConfig()
    const desk = await openDesk(config.database, config)
    try {
      await work(desk)
    } finally {
      await desk.close()
    }
  })

/** Somebody stopped the command. */
class Stopped extends Error {
  readonly code = 'stopped'
}

/** Whether a command was told to stop, and a way to wait for something no longer than that. */
type Stop = { signal: AbortSignal; orStop: <T>(work: Promise<T>) => Promise<T> }

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Work that Ctrl-C ends between two steps: what is done stays, and the desk is closed. */
export async function stoppable(work: (stop: Stop) => Promise<void>): Promise<void> {
  const controller = new AbortController()
  const { signal } = controller
  const stopped = Promise.withResolvers<never>()
  stopped.promise.catch(() => undefined)
  const stop = () => {
    controller.abort(new Stopped('Stopped. What was done before stays.'))
    stopped.reject(signal.reason)
  }
  for (const one of signals) process.once(one, stop)
  try {
    await work({ signal, orStop: (one) => Promise.race([one, stopped.promise]) })
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    for (const one of signals) process.off(one, stop)
  }
}
